"""Which programme a noun such as "docu-série" speaks of: one by title, one known, or a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from facts.extract.discourse import Programme
from facts.extract.predicates import Predicate, in_preposition
from facts.extract.reading import Reading
from facts.extract.tokens import words_of
from facts.extract.units import Unit, UnitKind, VerbGroup
from facts.model import Entity, EntityKind, Language

_TOPICS = frozenset({EntityKind.RACE, EntityKind.SPORT, EntityKind.TEAM, EntityKind.PERSON})
_TOPIC_ROLES = frozenset({"on", "about", "into"})
_OWNER_ROLES = frozenset({"on", "into", "of", "for"})
_ENDS = frozenset(
    {UnitKind.SEMICOLON, UnitKind.COLON, UnitKind.QUOTATION, UnitKind.CONTRAST, UnitKind.OPEN}
    | {UnitKind.PRONOUN, UnitKind.RELATIVE}
)
_OTHERS = frozenset({"autre", "autres", "another", "other", "others", "second", "seconde"})
_BACK = 4
_APPOSITION = 7
_CLAUSES = frozenset({"while", "whilst", "whereas", "tandis", "alors", "as", "when", "quand"})
_DENIES = frozenset("dément démentent nie nient réfute réfutent".split())
_PRESS = "press"
_SERIAL = frozenset("serie series docuserie docuseries miniserie miniseries".split())
_SINGLE = frozenset({"film", "films", "movie"})
_ASIDE = "aside"  # what a phrase such as "ahead of" brings in is no topic


@dataclass(slots=True)
class _Described:
    """What stands around the noun: topics (with and without season), and who shows or owns it."""

    topics: list[Entity] = field(default_factory=list)
    editions: list[Entity] = field(default_factory=list)
    owners: list[Entity] = field(default_factory=list)
    platforms: list[Entity] = field(default_factory=list)


def resolve_programmes(reading: Reading, at: int) -> tuple[Programme, ...]:
    """The programmes of the noun (or count of series) at `at`; none where it cannot be told."""
    if _is_denied(reading, at):
        return ()
    described = _describe(reading, at)
    if _is_predicate_noun(reading, at):
        shown = _subject_of_copula(reading, at)
        return (_taken_up(reading, shown, described),) if shown else ()
    titled = _title_beside(reading, at)
    if titled is None and _is_several(reading, at) and len(described.topics) > 1:
        # "two other series on golf and tennis": one programme for each topic
        each = [replace(described, topics=[t], editions=[t]) for t in described.topics]
        return tuple(_taken_up(reading, _new(reading, at, one), one) for one in each)
    programme = titled or _untitled(reading, at, described)
    return (_taken_up(reading, programme, described),) if programme else ()


def _is_denied(reading: Reading, at: int) -> bool:
    """Whether there may be no such programme: "denied that *a series* was being made"."""
    if reading.units[at].determiner in {"definite", "demonstrative", "possessive"}:
        return False
    said = any(p.at < at and p.has("deny") and p.verb.affirmed for p in reading.predicates)
    return said or any(t.norm in _DENIES for t in reading.tokens[: reading.units[at].start])


def _is_predicate_noun(reading: Reading, at: int) -> bool:
    """Whether the noun says what a titled programme is: "« X » est *une série*"."""
    return _subject_of_copula(reading, at) is not None or _denied_copula(reading, at)


def _copula(reading: Reading, at: int) -> Predicate | None:
    before = at - 1
    while before >= 0 and reading.units[before].kind in {UnitKind.WORD, UnitKind.DETERMINER}:
        before -= 1
    return next((p for p in reading.predicates if p.at == before and p.verb.copula), None)


def _subject_of_copula(reading: Reading, at: int) -> Programme | None:
    copula = _copula(reading, at)
    if copula is None or not copula.verb.affirmed:
        return None
    named = [reading.programme(n) for n in copula.subjects]
    return next((p for p in named if p and p.title), None)


def _denied_copula(reading: Reading, at: int) -> bool:
    copula = _copula(reading, at)
    return bool(
        copula and not copula.verb.affirmed and any(reading.programme(n) for n in copula.subjects)
    )


def _is_several(reading: Reading, at: int) -> bool:
    return reading.units[at].kind is UnitKind.VALUE or reading.units[at].plural


def _taken_up(reading: Reading, programme: Programme, described: _Described) -> Programme:
    _add(programme.topics, described.topics)
    reading.topics.extend((programme, topic) for topic in described.editions)
    _add(programme.owners, described.owners)
    _add(programme.platforms, described.platforms)
    programme.last_block = reading.sentence.block
    programme.last_sentence = reading.number
    return programme


def _add(known: list[Entity], new: list[Entity]) -> None:
    for entity in new:
        if entity.key not in {old.key for old in known}:
            known.append(entity)


def base_race(entity: Entity) -> Entity:
    """A race without its season: what a programme is about from year to year."""
    parts = entity.key.split("/")
    if entity.kind is not EntityKind.RACE or len(parts) < 3:  # noqa: PLR2004
        return entity
    return Entity("/".join(parts[:2]), entity.kind, entity.name.removesuffix(f" {parts[2]}"))


def with_season(entity: Entity, season: int | None) -> Entity:
    """A race in the year written behind it; anything else as it is."""
    if season is None or entity.kind is not EntityKind.RACE:
        return entity
    return Entity(f"{entity.key}/{season}", entity.kind, f"{entity.name} {season}")


def _title_beside(reading: Reading, at: int) -> Programme | None:
    """The programme whose title stands right after the noun, or before it behind a comma."""
    after = at + 1
    if after < len(reading.units) and reading.units[after].kind is UnitKind.NAME:
        unit = reading.units[after]
        if unit.entity and _is_title(reading, unit):
            return reading.discourse.titled(unit.entity)
    for name in range(at - 1, max(at - _APPOSITION, 0) - 1, -1):
        if reading.units[name].kind is UnitKind.NAME:
            return reading.programme(name) if reading.apposed(name) == at else None
    return None


def _is_title(reading: Reading, unit: Unit) -> bool:
    if unit.entity is None:
        return False
    if unit.known:
        return unit.entity.kind is EntityKind.PROGRAMME
    return not unit.kinds or reading.kind(unit.entity) is EntityKind.PROGRAMME


def _describe(reading: Reading, at: int) -> _Described:
    described = _Described()
    if reading.discourse.language is Language.EN:
        for entity in _before(reading, at):
            _sort_in(described, reading, entity, role="of")
    for role, entity in _after(reading, at, several=_is_several(reading, at)):
        _sort_in(described, reading, entity, role)
    if any(topic.kind is EntityKind.RACE for topic in described.topics):
        for found in (described.topics, described.editions):  # "the Tour" says "cycling" too
            found[:] = [topic for topic in found if topic.kind is not EntityKind.SPORT]
    return described


def _sort_in(described: _Described, reading: Reading, entity: Entity, role: str) -> None:
    kind = reading.kind(entity)
    if kind in _TOPICS and role in _TOPIC_ROLES | {"of"}:
        described.topics.append(base_race(entity))
        described.editions.append(entity)
    elif kind is EntityKind.ORGANISATION and role in _OWNER_ROLES:
        described.owners.append(entity)
        if role != "of" or reading.discourse.is_platform(entity):
            described.platforms.append(entity)


def _before(reading: Reading, at: int) -> Iterator[Entity]:
    """The names that stand before an English noun: "Netflix's Tour de France documentary"."""
    for position in range(at - 1, max(at - _BACK, 0) - 1, -1):
        unit = reading.units[position]
        if unit.kind is UnitKind.NAME and unit.entity:
            yield unit.entity
        elif unit.kind not in {UnitKind.WORD, UnitKind.VALUE} and unit.word != "'s":
            break


def _after(reading: Reading, at: int, *, several: bool) -> Iterator[tuple[str, Entity]]:
    """What follows the noun as its complement: "sur les coulisses du Tour", "de Netflix".

    Behind several programmes a comma goes on: "deux séries, l'une sur X, l'autre sur Y".
    """
    role = ""
    for position in range(at + 1, len(reading.units)):
        unit = reading.units[position]
        separates = unit.kind is UnitKind.COMMA
        role_here = role if several and separates else _role(unit, role)
        if role_here is None or _is_next_clause(reading, position, role_here):
            return
        role = role_here
        if unit.kind is UnitKind.NAME and unit.entity:
            yield role, with_season(unit.entity, unit.season)
        elif unit.kind is UnitKind.NOUN and unit.has("race") and unit.determiner == "definite":
            race = reading.discourse.last.get(EntityKind.RACE)
            if race and len(reading.discourse.spoken_of.get("race", ())) == 1:
                yield role, with_season(base_race(race), unit.season)


def _is_next_clause(reading: Reading, at: int, role: str) -> bool:
    """Whether the unit begins another clause: "while", or "a film on X, *and Arte* plans one"."""
    unit = reading.units[at]
    if unit.kind in {UnitKind.WORD, UnitKind.PREPOSITION} and (
        reading.tokens[unit.start].norm in _CLAUSES
    ):
        return True
    if unit.kind is not UnitKind.NAME or unit.entity is None or role not in _TOPIC_ROLES:
        return False
    before = at - 1
    while before > 0 and reading.units[before].kind in {UnitKind.WORD, UnitKind.DETERMINER}:
        before -= 1
    joined = reading.units[before].kind in {UnitKind.COMMA, UnitKind.CONJUNCTION}
    following = reading.units[at + 1].verb if at + 1 < len(reading.units) else None
    acts = following is not None and following.finite
    return joined and (reading.kind(unit.entity) not in _TOPICS or acts)


def _role(unit: Unit, role: str) -> str | None:
    """The role that holds from this unit on; None where the complement ends."""
    if unit.kind in _ENDS or (unit.kind is UnitKind.COMMA and role not in _TOPIC_ROLES):
        return None
    if unit.kind is UnitKind.VERB and unit.verb:
        return _role_behind_verb(unit.verb, tells=unit.has("tell"))
    if unit.kind is UnitKind.PREPOSITION:
        return _role_behind_preposition(unit.word, role)
    if unit.kind is UnitKind.PHRASE:
        return "about" if unit.has("about") else (role if unit.has("available") else _ASIDE)
    return "" if unit.kind is UnitKind.VALUE else role


def _role_behind_verb(verb: VerbGroup, *, tells: bool) -> str | None:
    """As in "a film *following* the Tour", "un film *consacré* au Tour"; other verbs end it."""
    if tells and not verb.finite and not verb.infinitive:
        return "about"
    return "" if verb.participle else None


def _role_behind_preposition(word: str, role: str) -> str | None:
    if word == "by":
        return None
    if role in _TOPIC_ROLES and word == "to":
        return "about"  # "on the Giro to Zubrowka Studios": that is not where it is shown
    keeps = role in _TOPIC_ROLES | {_ASIDE} and word in {"of", "to"}
    return role if keeps else word


def _untitled(reading: Reading, at: int, described: _Described) -> Programme | None:
    unit, discourse = reading.units[at], reading.discourse
    fitting = [
        p
        for p in discourse.programmes
        if _fits(p, described) and not (described.topics and _is_reputation(reading, p))
    ]
    if _is_several(reading, at) or _is_other(reading, at):
        return _new(reading, at, described)
    if unit.determiner in {"definite", "demonstrative"}:
        return _given(reading, at, described, fitting)
    owner = _agent(reading, at)
    same = [p for p in fitting if not p.title and not _belongs_to_another(p, owner)]
    if unit.determiner == "indefinite" and owner:
        same = [p for p in same if p.owners]  # nothing ties a nameless programme to this owner
    if same and (described.topics or described.owners or unit.determiner == "possessive"):
        return same[0]
    return _new(reading, at, described)


def _is_reputation(reading: Reading, programme: Programme) -> bool:
    """Whether a title only tells what somebody is known for: "X, known for *Y*, ..."."""
    places = [at for at, known in reading.programmes() if known is programme]
    before = [unit for at in places for unit in reading.units[max(at - 3, 0) : at]]
    return bool(programme.title and any(unit.has("known") for unit in before))


def _fits(programme: Programme, described: _Described) -> bool:
    topics_fit = (
        not described.topics or not programme.topics or programme.is_about(described.topics)
    )
    owners = {owner.key for owner in programme.owners}
    owners_fit = not owners or all(owner.key in owners for owner in described.owners)
    return topics_fit and owners_fit


def _given(
    reading: Reading, at: int, described: _Described, fitting: list[Programme]
) -> Programme | None:
    """A programme spoken of before. Between several, one just mentioned makes it unclear."""
    discourse = reading.discourse
    if not fitting:
        main = discourse.main
        return main if main and not main.topics and not _is_reputation(reading, main) else None
    if described.topics or described.owners or len(fitting) == 1:
        return fitting[0]
    alike = [p for p in fitting if _same_sort(reading, at, p)]
    owned = [p for p in alike if _is_owned(p, _agent(reading, at)) and not _is_famous(reading, p)]
    for certain in (alike, owned):
        if len(certain) == 1:
            return certain[0]
    return _latest(reading, alike)


def _latest(reading: Reading, fitting: list[Programme]) -> Programme | None:
    """The programme of several that was just spoken of, else the article's main one."""
    here = [p for p in fitting if p.last_sentence == reading.number]
    if here:
        return here[-1]
    main = reading.discourse.main
    recent = [p for p in fitting if 0 <= reading.number - p.last_sentence <= 1]
    if recent == [main] or not recent or recent[-1].last_block != reading.sentence.block:
        return main if main in fitting else None
    return recent[0] if len(recent) == 1 else None


def _same_sort(reading: Reading, at: int, programme: Programme) -> bool:
    """Whether a programme first called a film is not taken up as a series, nor a series as a film.

    The other words for programmes fit both.
    """
    asked = {
        token.fold for token in reading.tokens[reading.units[at].start : reading.units[at].end]
    }
    told = set(words_of(programme.words))
    return not (
        (asked & _SERIAL and told & _SINGLE and not told & _SERIAL)
        or (asked & _SINGLE and told & _SERIAL and not told & _SINGLE)
    )


def _is_owned(programme: Programme, owner: Entity | None) -> bool:
    return owner is not None and owner.key in {known.key for known in programme.owners}


def _is_famous(reading: Reading, programme: Programme) -> bool:
    """Whether a programme is one that others are held against: the gazetteer has its title."""
    return programme.title is not None and programme.title.key in reading.discourse.entries


def _new(reading: Reading, at: int, described: _Described) -> Programme:
    unit = reading.units[at]
    first, last = reading.tokens[unit.start], reading.tokens[unit.end - 1]
    programme = reading.discourse.new_programme(reading.text[first.start : last.end])
    owner = _agent(reading, at)
    if owner and not described.owners:
        programme.owners.append(owner)
    return programme


def _is_other(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    start = max(unit.start - _BACK, 0)
    return any(token.norm in _OTHERS for token in reading.tokens[start : unit.end])


def _belongs_to_another(programme: Programme, owner: Entity | None) -> bool:
    keys = {entity.key for entity in programme.owners}
    return bool(owner and keys and owner.key not in keys)


def _agent(reading: Reading, at: int) -> Entity | None:
    """The organisation that is the subject of the clause in which the noun stands.

    None where another name stands between, which may be the subject of a verb not known.
    """
    for predicate in reversed(reading.predicates):
        if predicate.at > at or not predicate.verb.finite or predicate.verb.passive:
            continue
        named = [n for n in predicate.subjects if reading.entities(n)]
        if not named:
            continue
        if any(_may_act(reading, n) for n in range(predicate.at + 1, at)):
            return None
        owners = (e for n in named for e in reading.entities(n, EntityKind.ORGANISATION))
        return next((e for e in owners if _may_own(reading, e)), None)
    return None


def _may_act(reading: Reading, at: int) -> bool:
    """Whether a name that no preposition ties to another word is an organisation's."""
    if reading.units[at].kind is not UnitKind.NAME:
        return False
    organisations = reading.entities(at, EntityKind.ORGANISATION)
    owns = at + 1 < len(reading.units) and reading.units[at + 1].word == "'s"
    return bool(organisations) and not owns and not in_preposition(reading.units, at)


def _may_own(reading: Reading, entity: Entity) -> bool:
    """Whether a programme can be an organisation's: a paper only tells of it."""
    return reading.discourse.sort(entity) != _PRESS
