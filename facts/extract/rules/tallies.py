"""How many wins somebody has: "his third win of the season", "sa 28e victoire"."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.events import is_past
from facts.extract.predicates import Predicate
from facts.extract.racers import is_certain, racer
from facts.extract.reading import Reading
from facts.extract.units import UnitKind
from facts.model import Entity, Quantity, Status, Text, Value

_OWNERS = frozenset({"his", "her", "sa", "son"})
_SCOPES = {
    "season": frozenset({"season", "saison", "year", "annee"}),
    "career": frozenset({"career", "carriere", "professional", "professionnelle"}),
}
_ROW = frozenset({"row", "consecutive", "successive", "suite", "affilee", "consecutif", "straight"})
_SCOPE_REACH = 5


def tallies(reading: Reading) -> Iterator[Draft]:
    """As in "it is her fifth win of the season", "il signe sa troisième victoire"."""
    if not is_certain(reading) or is_past(reading, 0, len(reading.units)):
        return
    for at, unit in enumerate(reading.units):
        value = unit.value.value if unit.value and unit.value.kind == "ordinal" else None
        if not isinstance(value, Quantity) or value.unit != "victory" or not _is_owned(reading, at):
            continue
        words = [token.fold for token in reading.tokens[unit.end : unit.end + _SCOPE_REACH]]
        governor = _governor(reading, at)
        person = _owner(reading, governor) if governor else None
        if person and not _ROW & set(words):
            scope = next((name for name, marks in _SCOPES.items() if marks & set(words)), "")
            told: tuple[tuple[str, Value], ...] = (("scope", Text(scope)),) if scope else ()
            if words[:2] in (["d'", "etape"], ["d'", "etapes"]) or "stage" in _inside(reading, at):
                told = (*told, ("kind", Text("stage")))
            yield Draft(person, "victory_count", value, "wins/ordinal", qualifiers=told)


def _inside(reading: Reading, at: int) -> set[str]:
    unit = reading.units[at]
    return {token.fold for token in reading.tokens[unit.start : unit.end]}


def _is_owned(reading: Reading, at: int) -> bool:
    start = reading.units[at].start
    return start > 0 and reading.tokens[start - 1].norm in _OWNERS


def _governor(reading: Reading, at: int) -> Predicate | None:
    """The verb that the count is the object of, if it tells of a thing done."""
    governor = next((p for p in reading.predicates if at in {a.at for a in p.arguments}), None)
    if governor is None or not governor.verb.affirmed or governor.verb.passive:
        return None
    done = governor.verb.status in {Status.DONE, Status.UNDER_WAY}
    takes = governor.verb.copula or governor.has("win", "claim")
    return governor if done and takes and governor.verb.finite else None


def _owner(reading: Reading, governor: Predicate) -> Entity | None:
    """Whose wins they are: the subject's; behind "it is", the one whom the article is about."""
    people = [p for at in governor.subjects if (p := racer(reading, at))]
    if people:
        return people[0] if len(people) == 1 else None
    named = [at for at in governor.subjects if reading.units[at].kind is not UnitKind.PRONOUN]
    if named or not governor.verb.copula:
        return None
    discourse = reading.discourse
    recent = [key for key in discourse.recent if key in discourse.persons]
    won = {entity.key for entity in discourse.contest.winners.values()}
    fitting = [key for key in recent if key in won]
    return discourse.persons[fitting[0]].entity if len(fitting) == 1 else None
