"""Whom the names, nouns and pronouns of a sentence speak of."""

from __future__ import annotations

from dataclasses import replace

from facts.extract.discourse import Discourse, Programme, Referent
from facts.extract.predicates import listed
from facts.extract.programmes import base_race, resolve_programmes, with_season
from facts.extract.reading import Reading
from facts.extract.units import Unit, UnitKind
from facts.model import Entity, EntityKind

# What a noun beside a name tells of the name's kind, in order: "la société X", "X, l'équipe".
_CUES = (
    ("programme", EntityKind.PROGRAMME),
    ("company", EntityKind.ORGANISATION),
    ("platform", EntityKind.ORGANISATION),
    ("broadcaster", EntityKind.ORGANISATION),
    ("organiser", EntityKind.ORGANISATION),
    ("journalist", EntityKind.ORGANISATION),
    ("team", EntityKind.TEAM),
    ("race", EntityKind.RACE),
    ("rider", EntityKind.PERSON),
    ("position", EntityKind.PERSON),
    ("role_director", EntityKind.PERSON),
)
_SCREENS = frozenset({"platform", "broadcaster"})
_SPOKEN = {
    EntityKind.RACE: "race",
    EntityKind.TEAM: "team",
    EntityKind.ORGANISATION: "company",
}
_ONE_LATTER = frozenset({"ce", "cette"})
_GIVEN = frozenset({"definite", "demonstrative"})


def resolve(reading: Reading) -> None:
    """Fill `reading.mentions`, and let the discourse remember who was spoken of."""
    for at in reading.nominals():
        unit = reading.units[at]
        if unit.kind is UnitKind.NAME:
            referents = _name(reading, at, unit)
        elif unit.kind is UnitKind.NOUN or _is_programme_count(unit):
            referents = _noun(reading, at, unit)
        elif unit.kind is UnitKind.PRONOUN:
            referents = _pronoun(reading, unit)
        else:
            referents = ()
        if referents:
            reading.mentions[at] = referents
            _remember(reading.discourse, referents)
    _remember_group(reading)


def _is_programme_count(unit: Unit) -> bool:
    value = unit.value.value if unit.value and unit.value.kind == "quantity" else None
    return getattr(value, "unit", "") == "series"


def _name(reading: Reading, at: int, unit: Unit) -> tuple[Referent, ...]:
    entity = unit.entity
    if entity is None:
        return ()
    discourse = reading.discourse
    if not unit.known and (kind := _cued_kind(reading, at, unit)):
        discourse.kinds[entity.key] = kind
    kind = discourse.kind_of(entity)
    if kind is EntityKind.PROGRAMME:
        return (discourse.titled(entity),)
    return (with_season(replace(entity, kind=kind), unit.season),)


def _cued_kind(reading: Reading, at: int, unit: Unit) -> EntityKind | None:
    """The kind that the words around an unknown name show it to have."""
    before = reading.noun_before(at)
    apposed = reading.apposed(at)
    beside = reading.units[apposed] if apposed is not None else None
    for noun in (before, beside):
        for concept, kind in _CUES:
            if noun and noun.has(concept) and unit.may_be(kind):
                return kind
    if unit.may_be(EntityKind.TEAM) and _among_teams(reading, at):
        return EntityKind.TEAM
    return None


def _among_teams(reading: Reading, at: int) -> bool:
    """Whether a name stands in a list of teams: behind "équipes :", or between known teams."""
    names = {*listed(reading.units, at, -1), *listed(reading.units, at, 1)}
    if len(names) > 1 and any(_is_known_team(reading.units[n]) for n in names):
        return True
    before = reading.units[: min(names)]
    colon = next((u for u in reversed(before) if u.kind is not UnitKind.DETERMINER), None)
    return bool(colon and colon.kind is UnitKind.COLON) and any(_is_team_group(u) for u in before)


def _is_known_team(unit: Unit) -> bool:
    return unit.known and unit.may_be(EntityKind.TEAM)


def _is_team_group(unit: Unit) -> bool:
    if unit.kind is UnitKind.NOUN:
        return unit.has("team") and unit.plural
    return getattr(unit.value.value if unit.value else None, "unit", "") == "team"


def _noun(reading: Reading, at: int, unit: Unit) -> tuple[Referent, ...]:
    if unit.has("people_of"):
        return _people_of(reading, at)
    if unit.has("programme") or _is_programme_count(unit):
        return resolve_programmes(reading, at)
    beside = _beside_name(reading, at)
    if beside and any(
        unit.has(concept) and reading.kind(beside) is kind for concept, kind in _CUES
    ):
        return (beside,)
    if unit.plural and unit.has("company") and unit.determiner in _GIVEN | {"number"}:
        return reading.discourse.last_group
    if unit.determiner not in _GIVEN or unit.plural or _is_foreign_to(reading, at, unit):
        return ()
    return _given(reading.discourse, unit)


def _is_foreign_to(reading: Reading, at: int, unit: Unit) -> bool:
    """Whether an adjective of nationality beside the noun rules out whom it would take up."""
    neighbours = [n for n in (at - 1, at + 1) if 0 <= n < len(reading.units)]
    countries = {reading.units[n].entity.key for n in neighbours if reading.units[n].has("demonym")}  # type: ignore[union-attr]
    given = _given(reading.discourse, unit)
    if not countries or not given or isinstance(given[0], Programme):
        return False
    entry = reading.discourse.entries.get("/".join(given[0].key.split("/")[:2]))
    home = entry.details.get("country", "").casefold() if entry else ""
    return f"place/{home}" not in countries


def _given(discourse: Discourse, unit: Unit) -> tuple[Referent, ...]:
    """What a definite noun takes up again: "la plateforme", "la course", "l'équipe".

    Where the article spoke of several of its kind, it is not certain which one is meant: nobody.
    """
    race = discourse.last.get(EntityKind.RACE)
    if race and unit.season:
        race = with_season(base_race(race), unit.season)
    candidates = (
        ("platform", discourse.last_platform),
        ("broadcaster", discourse.last_broadcaster),
        ("company", discourse.last_company),
        ("race", race),
        ("team", discourse.last.get(EntityKind.TEAM)),
    )
    return next(
        (
            (entity,)
            for concept, entity in candidates
            if entity and unit.has(concept) and len(discourse.spoken_of.get(concept, ())) == 1
        ),
        (),
    )


def _beside_name(reading: Reading, at: int) -> Entity | None:
    """The name that a noun is set beside: before it behind a comma, or right after it."""
    behind = next((u for u in reading.units[at + 1 :] if not u.has("demonym")), None)
    if behind and behind.kind is UnitKind.NAME:
        return behind.entity
    name = reading.name_before_comma(at)
    before = reading.entities(name) if name is not None else []
    return before[0] if before else None


def _pronoun(reading: Reading, unit: Unit) -> tuple[Referent, ...]:
    discourse = reading.discourse
    if unit.word == "latter":
        one = reading.tokens[unit.start].fold in _ONE_LATTER
        return _only_company(discourse) if one else discourse.last_group
    if unit.word == "they":
        return discourse.last_group
    if unit.word in {"he", "she"} and not discourse.last_event:
        person = discourse.last.get(EntityKind.PERSON)
        return (person,) if person else ()
    return ()


def _only_company(discourse: Discourse) -> tuple[Referent, ...]:
    """The company that "the latter" is: certain only where the article names no other."""
    spoken = {key for sort in ("company", *_SCREENS) for key in discourse.spoken_of.get(sort, ())}
    company = discourse.last_company
    return (company,) if company and len(spoken) == 1 else ()


def _remember(discourse: Discourse, referents: tuple[Referent, ...]) -> None:
    for referent in referents:
        if isinstance(referent, Programme):
            continue
        discourse.last[discourse.kind_of(referent)] = referent
        sort = discourse.sort(referent)
        kind = discourse.kind_of(referent)
        concept = sort if sort in _SCREENS else _SPOKEN.get(kind, "")
        base = "/".join(referent.key.split("/")[:2])
        discourse.spoken_of.setdefault(concept, set()).add(base)
        if sort == "platform":
            discourse.last_platform = referent
        elif sort == "broadcaster":
            discourse.last_broadcaster = referent
        elif discourse.kind_of(referent) is EntityKind.ORGANISATION:
            discourse.last_company = referent


def _people_of(reading: Reading, at: int) -> tuple[Referent, ...]:
    """Whom "les Britanniques de X" speaks of: X."""
    behind = reading.units[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].word != "of" or behind[1].kind is not UnitKind.NAME:  # noqa: PLR2004
        return ()
    return _name(reading, at + 2, behind[1])


def _remember_group(reading: Reading) -> None:
    """Keep the last list of companies for "ces derniers", until others are named."""
    groups: list[tuple[Entity, ...]] = []
    named, last = False, -1
    for at, unit in enumerate(reading.units):
        if unit.kind is not UnitKind.NAME or at <= last:
            continue
        places = listed(reading.units, at, 1)
        last = places[-1]
        group = tuple(entity for n in places for entity in reading.entities(n))
        kinds = {reading.kind(entity) for entity in group}
        named = named or EntityKind.ORGANISATION in kinds
        if len(group) > 1 and kinds == {EntityKind.ORGANISATION}:
            groups.append(group)
    if groups or named:
        reading.discourse.last_group = groups[-1] if groups else ()
