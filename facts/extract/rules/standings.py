"""Who came second, third or later, and who leads which classification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facts.extract.classes import OVERALL, classification, rank, rank_at
from facts.extract.contest import Event
from facts.extract.discourse import Draft
from facts.extract.events import event_in, is_past, is_pluperfect, race_places
from facts.extract.predicates import Predicate
from facts.extract.racers import is_certain, racer
from facts.extract.reading import Reading
from facts.extract.rules.behind import gap_behind
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Quantity, Status, Text, Value

_REACH = 6
_TAIL = 9
_WHOLE = frozenset({"overall", "cumulatif", "general"})
_CLASSES = ("overall", "whole", "points", "mountains", "youth")
_SECOND, _THIRD = 2, 3
_RELATIONS = {1: "winner", _SECOND: "second", _THIRD: "third"}
_PRESENT_ONLY = frozenset(
    {"lead", "mener", "diriger", "wear", "porter", "hold", "have", "avoir", "be"}
)
_STOPS = frozenset({UnitKind.RELATIVE, UnitKind.SEMICOLON, UnitKind.CONTRAST, UnitKind.QUOTATION})
_BESIDE = frozenset({UnitKind.COMMA, UnitKind.DETERMINER})
_BEFORE = frozenset(
    {
        "until",
        "jusque",
        "alors",
        "former",
        "ancien",
        "ex",
        "previous",
        "precedent",
        "hopes",
        "virtual",
        "virtuel",
        "dream",
        "reve",
        "group",
        "groupe",
    }
)


def standings(reading: Reading) -> Iterator[Draft]:
    """Ranks and leaders that a sentence tells."""
    if not is_certain(reading) or reading.discourse.contest.race is None:
        return
    placed: set[str] = set()
    for draft in (*_placed_by_verb(reading), *_placed_beside(reading)):
        key = draft.value.key if isinstance(draft.value, Entity) else ""
        if key not in placed:
            placed.add(key)
            yield draft
    yield from _leaders(reading)


def _happened(predicate: Predicate) -> bool:
    verb = predicate.verb
    return verb.affirmed and verb.status in {Status.DONE, Status.UNDER_WAY} and not verb.passive


def _placed_by_verb(reading: Reading) -> Iterator[Draft]:
    """As in "X termine septième", "X prend la troisième place", "X was third"."""
    units = reading.units
    for predicate in reading.predicates:
        if not predicate.has("place", "take_place") or not (
            _happened(predicate) or _follows(reading, predicate)
        ):
            continue
        for at in range(predicate.at + 1, min(predicate.at + _REACH, len(units))):
            if units[at].kind in _STOPS | {UnitKind.VERB, UnitKind.NAME, UnitKind.COMMA}:
                break
            found = rank_at(reading, at)
            if found is None:
                continue
            wide = units[at].end - units[at].start > 1
            spot = (
                wide
                or found[1] > at + 1
                or not predicate.has("take_place")
                or predicate.has("place")
            )
            people = [p for s in predicate.subjects if (p := racer(reading, s))]
            if spot and len(people) == 1:
                front = _front(reading, predicate)
                tail = _tail(reading, found[1])
                yield from _placed(reading, people[0], found[0], [*front, *tail], found[1] - 1)
            break


def _follows(reading: Reading, predicate: Predicate) -> bool:
    """As in "a décroché ses rivaux pour finir deuxième"."""
    if not predicate.verb.infinitive or reading.units[predicate.at - 1].word != "for":
        return False
    earlier = [p for p in reading.predicates if p.at < predicate.at and p.verb.finite]
    return bool(earlier) and _happened(earlier[-1]) and not earlier[-1].has("hope", "wish", "plan")


def _front(reading: Reading, predicate: Predicate) -> list[int]:
    first = min(predicate.subjects, default=predicate.at)
    units = reading.units[:first]
    led = bool(units) and units[0].kind in {UnitKind.PREPOSITION, UnitKind.PHRASE}
    return list(range(first)) if led else []


def _tail(reading: Reading, start: int) -> list[int]:
    """The units behind a rank that may say of what: "of stage 5", "du classement général"."""
    units = reading.units
    found: list[int] = []
    for at in range(start, min(start + _TAIL, len(units))):
        unit = units[at]
        named = unit.kind is UnitKind.NAME and not reading.entities(
            at, EntityKind.RACE, EntityKind.PLACE
        )
        verb = unit.kind is UnitKind.VERB and unit.verb is not None and unit.verb.finite
        if unit.kind in _STOPS | {UnitKind.CONJUNCTION, UnitKind.OPEN} or named or verb:
            break
        found.append(at)
    return found


def _placed_beside(reading: Reading) -> Iterator[Draft]:
    """As in "X (7e)", "X, deuxième,", "with X third and Y in fourth"."""
    units = reading.units
    for at, unit in enumerate(units):
        person = racer(reading, at) if unit.kind is UnitKind.NAME else None
        place = _rank_beside(reading, at) if person else None
        if person and place:
            start = place[1]
            tail = _tail(reading, start)
            yield from _placed(reading, person, place[0], tail, start - 1, beside=True)


def _rank_beside(reading: Reading, at: int) -> tuple[int, int] | None:
    units = reading.units
    position = at + 1
    team = False
    while position < min(at + 1 + _TAIL, len(units)):
        unit = units[position]
        found = rank_at(reading, position)
        if found:
            return found if _stands_free(reading, at, position, found[1]) else None
        gerund = unit.has("place") and reading.tokens[unit.start].norm.endswith("ing")
        link = unit.kind in {UnitKind.OPEN, UnitKind.CLOSE, UnitKind.COMMA} or gerund
        in_place = unit.kind is UnitKind.PREPOSITION and unit.word == "in"
        inside = unit.kind is UnitKind.NAME and units[position - 1].kind is UnitKind.OPEN
        if not (link or in_place or (inside and not team)):
            return None
        team = team or inside
        position += 1
    return None


def _stands_free(reading: Reading, name: int, at: int, end: int) -> bool:
    """Whether a rank beside a name ends there: a comma, bracket or gap, and no noun, behind it."""
    units = reading.units
    direct = at == name + 1
    if direct and not any(u.word == "with" for u in units[:name]):
        return False
    if end >= len(units):
        return True
    unit = units[end]
    free = {
        UnitKind.COMMA,
        UnitKind.CLOSE,
        UnitKind.CONJUNCTION,
        UnitKind.VALUE,
        UnitKind.PREPOSITION,
        UnitKind.SEMICOLON,
    }
    if is_past(reading, end, min(end + _TAIL, len(units))):
        return False
    return unit.kind in free or (
        unit.kind is UnitKind.WORD and unit.word in {".", "seulement", "only", "behind"}
    )


def _placed(
    reading: Reading,
    person: Entity,
    number: int,
    places: Sequence[int],
    at: int,
    *,
    beside: bool = False,
) -> Iterator[Draft]:
    units = reading.units
    whole = any(
        units[p].has("overall", "whole") or _WHOLE & _words(reading, p) for p in (*places, at)
    )
    if not whole and any(unit.has(*_CLASSES) for unit in (units if beside else units[: at + 1])):
        return
    event = event_in(reading, places, titled=True)
    past = is_past(reading, 0, len(units))
    if event is None or (past and not any(p in set(race_places(reading)) for p in places)):
        return
    running = whole and not past
    relation = "rank" if running else _RELATIONS.get(number, "rank")
    if (running and number == 1) or not _is_new(reading, event, relation, person):
        return
    qualifiers: tuple[tuple[str, Value], ...] = () if running else event.qualifiers
    if relation == "rank":
        qualifiers = (*qualifiers, ("rank", rank(number)))
    if running:
        qualifiers = (*qualifiers, ("classification", Text(OVERALL)))
    gap = gap_behind(reading, at)
    if gap and number > 1:
        qualifiers = (*qualifiers, ("gap", gap))
    pattern = f"{relation}/place"
    status = Status.DONE
    yield Draft(event.race, relation, person, pattern, status=status, qualifiers=qualifiers)


def _words(reading: Reading, at: int) -> set[str]:
    unit = reading.units[at]
    return {token.fold for token in reading.tokens[unit.start : unit.end]}


def _is_new(reading: Reading, event: Event, relation: str, person: Entity) -> bool:
    """Whether a place agrees with the winner that the article told before."""
    winners = reading.discourse.contest.winners
    if relation == "winner":
        return winners.setdefault(event.key, person) == person
    return relation == "rank" or winners.get(event.key) != person


def _leaders(reading: Reading) -> Iterator[Draft]:
    contest = reading.discourse.contest
    race = contest.race
    words = {token.fold for token in reading.tokens}
    if race is None or words & _BEFORE or is_past(reading, 0, len(reading.units)):
        return
    slug = race.key.split("/")[1]
    named = [
        e.key.split("/")[1]
        for at in race_places(reading)
        for e in reading.entities(at, EntityKind.RACE)
    ]
    if any(key != slug for key in named):
        return
    for person, kind, place in (
        *_by_verb(reading, slug),
        *_by_noun(reading, slug),
        *_by_jersey(reading, slug),
    ):
        if kind == OVERALL:
            contest.leader = person
        yield _leads(race, person, kind, *_margin(reading, place))


def _leads(
    race: Entity, person: Entity, kind: str, gap: Quantity | None, second: Entity | None
) -> Draft:
    qualifiers: tuple[tuple[str, Value], ...] = (("classification", Text(kind)),)
    if gap and second and second != person:
        qualifiers = (*qualifiers, ("gap", gap), ("ahead_of", second))
    return Draft(
        race, "leader", person, "leader/told", status=Status.UNDER_WAY, qualifiers=qualifiers
    )


def _tense_fits(reading: Reading, predicate: Predicate) -> bool:
    if not _happened(predicate) or is_pluperfect(reading, reading.units[predicate.at]):
        return False
    return predicate.verb.lemma not in _PRESENT_ONLY or predicate.verb.status is Status.UNDER_WAY


def _by_verb(reading: Reading, slug: str) -> Iterator[tuple[Entity, str, int]]:
    """As in "X endosse le maillot jaune", "X leads the race"."""
    for predicate in reading.predicates:
        if not predicate.has("wear", "lead", "boast") or not _tense_fits(reading, predicate):
            continue
        people = [p for s in predicate.subjects if (p := racer(reading, s))]
        if len(people) != 1:
            continue
        kind = _held(reading, predicate, slug)
        if kind:
            yield people[0], kind, predicate.at


def _held(reading: Reading, predicate: Predicate, slug: str) -> str:
    units = reading.units
    leads = predicate.has("lead")
    if predicate.has("wear") or leads:
        for at in range(predicate.at + 1, min(predicate.at + _REACH, len(units))):
            kind = classification(reading, at, slug)
            if kind:
                return kind
            race = units[at].has("race") or bool(reading.entities(at, EntityKind.RACE))
            whole = units[at].has("whole") or reading.tokens[units[at].start].fold == "overall"
            if leads and (whole or (race and units[at].determiner in {"definite", ""})):
                return OVERALL
            if units[at].kind in _STOPS | {
                UnitKind.VERB,
                UnitKind.NAME,
                UnitKind.COMMA,
                UnitKind.VALUE,
                UnitKind.NOUN,
            }:
                break
    gap = predicate.has("boast", "lead") and _margin(reading, predicate.at)[0] is not None
    first = min(predicate.subjects, default=predicate.at)
    whole = any(
        u.has("overall", "whole")
        for u in (*units[:first], *units[predicate.at : predicate.at + _TAIL * 2])
    )
    known = reading.discourse.contest.leader
    leader = any(racer(reading, s) == known for s in predicate.subjects) and known is not None
    return OVERALL if gap and (whole or leader) else ""


def _by_noun(reading: Reading, slug: str) -> Iterator[tuple[Entity, str, int]]:
    """As in "race leader X", "X, leader du classement général", "le maillot vert X"."""
    units = reading.units
    for at, unit in enumerate(units):
        if unit.kind is not UnitKind.NOUN or unit.plural:
            continue
        kind = OVERALL if unit.has("head") else classification(reading, at, slug)
        if not kind:
            continue
        person = _behind(reading, at)
        holder = _holder_noun(reading, at)
        if person is None and holder is not None:
            person = _before(reading, holder)
        if person and (holder is not None or _may_be_worn(reading, at)):
            yield person, kind, at


def _may_be_worn(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    words = reading.text[
        reading.tokens[unit.start].start : reading.tokens[unit.end - 1].end
    ].casefold()
    return unit.has("head") or "maillot" in words or "jersey" in words or "maglia" in words


def _holder_noun(reading: Reading, at: int) -> int | None:
    """The noun for somebody that a classification belongs to: "*leader* du classement général"."""
    units = reading.units
    position = at - 1
    while position >= 0 and units[position].kind in {UnitKind.DETERMINER, UnitKind.PREPOSITION}:
        position -= 1
    if position < 0 or position == at - 1:
        return at if units[at].has("head") else None
    token = reading.tokens[units[position].start].fold
    return (
        position
        if token in {"leader", "porteur", "porteuse", "meneur", "meneuse", "leadeuse"}
        else None
    )


def _behind(reading: Reading, at: int) -> Entity | None:
    units = reading.units
    for position in range(at + 1, min(at + 5, len(units))):
        unit = units[position]
        if unit.kind is UnitKind.NAME:
            return racer(reading, position)
        if unit.kind not in _BESIDE and not unit.has("demonym"):
            return None
        if unit.kind is UnitKind.COMMA and _holder_noun(reading, at) is None:
            return None
    return None


def _before(reading: Reading, at: int) -> Entity | None:
    """The person named before the comma in front of a noun."""
    name = reading.name_before_comma(at)
    return racer(reading, name) if name is not None else None


def _by_jersey(reading: Reading, slug: str) -> Iterator[tuple[Entity, str, int]]:
    """As in "le maillot jaune revient à X", "the yellow jersey passes to X"."""
    for predicate in reading.predicates:
        if not predicate.has("fall_to") or not _tense_fits(reading, predicate):
            continue
        kinds = [k for s in predicate.subjects if (k := classification(reading, s, slug))]
        for argument in predicate.arguments:
            person = racer(reading, argument.at) if argument.role == "to" and kinds else None
            if person:
                yield person, kinds[0], argument.at
                break


def _margin(reading: Reading, at: int) -> tuple[Quantity | None, Entity | None]:
    """The gap told behind unit `at`, and over whom: "2 min 16 s d'avance sur X"."""
    units = reading.units
    for position in range(at + 1, len(units)):
        unit = units[position]
        if unit.kind in {UnitKind.SEMICOLON, UnitKind.QUOTATION}:
            break
        mention = unit.value
        if mention is None or mention.kind != "gap" or not isinstance(mention.value, Quantity):
            continue
        for behind in range(position + 1, min(position + _TAIL, len(units))):
            person = racer(reading, behind)
            over = any(
                u.word == "on" or u.has("ahead") or reading.tokens[u.start].norm == "over"
                for u in units[position + 1 : behind]
            )
            if person:
                return (mention.value, person) if over and not mention.approximate else (None, None)
            if units[behind].kind in {UnitKind.VERB, UnitKind.COMMA} | _STOPS:
                break
        return None, None
    return None, None
