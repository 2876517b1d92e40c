"""Those whom a winner left behind, and by how much."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.racers import racers_from
from facts.extract.reading import Reading
from facts.extract.rules.prizes import is_one_clause
from facts.extract.units import Unit, UnitKind
from facts.model import EntityKind, Quantity, Status, Value

_STOPS = frozenset({UnitKind.SEMICOLON, UnitKind.QUOTATION, UnitKind.RELATIVE, UnitKind.CONTRAST})
_ORDER = ("second", "third")


def left_behind(
    reading: Reading, at: int, draft: Draft, mark: int | None = None
) -> Iterator[Draft]:
    """Those whom the winner left behind: "devant X et Y", "ahead of X and Y", "beating X"."""
    if not draft.affirmed:
        return
    start = _mark(reading, at) if mark is None else (mark, mark + 1)
    if start is None:
        return
    position, first = start
    people = racers_from(reading, first)
    for (place, person), relation in zip(people, _ORDER, strict=False):
        if person == draft.value:
            return
        gap = _gap(reading, position, place, first=relation == "second")
        qualifiers: tuple[tuple[str, Value], ...] = draft.qualifiers
        if gap:
            qualifiers = (*qualifiers, ("gap", gap))
        yield Draft(
            draft.subject, relation, person, "second/ahead",
            status=Status.DONE, qualifiers=qualifiers,
        )  # fmt: skip


def _mark(reading: Reading, at: int) -> tuple[int, int] | None:
    """Where "ahead of", or a verb of beating, stands; and where its list begins."""
    units = reading.units
    for earlier in reading.predicates:
        if earlier.at < at and _beats(units[earlier.at]) and is_one_clause(units[earlier.at : at]):
            return earlier.at, earlier.at + 1
    for position in range(at + 1, len(units)):
        unit = units[position]
        if unit.kind in _STOPS:
            return None
        gap = unit.value is not None and unit.value.kind == "gap"
        start = _over(reading, position) if gap else None
        if unit.has("ahead") or _beats(unit):
            return position, position + 1
        if start is not None:
            return position, start
        if unit.verb and unit.verb.finite:
            return None
    return None


def _beats(unit: Unit) -> bool:
    verb = unit.verb
    told = verb is not None and verb.affirmed and not verb.passive and not verb.participle
    return unit.has("beat") and told


def _over(reading: Reading, at: int) -> int | None:
    """Behind "59 secondes d'avance sur": where the names begin."""
    units = reading.units
    for position in range(at + 1, min(at + 6, len(units))):
        unit = units[position]
        if unit.kind is UnitKind.PREPOSITION and unit.word == "on":
            return position + 1
        if reading.tokens[unit.start].norm == "over":
            return position + 1
        if unit.kind in {UnitKind.COMMA, UnitKind.NAME, UnitKind.VERB}:
            return None
    return None


def _gap(reading: Reading, mark: int, at: int, *, first: bool) -> Quantity | None:
    """The gap told for one of those behind: beside the name, or before "ahead of" for the first."""
    units = reading.units
    own = gap_behind(reading, at)
    if own:
        return own
    if not first:
        return None
    for position in range(mark, max(mark - 5, -1), -1):
        mention = units[position].value
        if mention and mention.kind == "gap" and isinstance(mention.value, Quantity):
            return None if mention.approximate else mention.value
        if units[position].kind is UnitKind.NAME or (
            position < mark and units[position].kind is UnitKind.VERB
        ):
            break
    return None


def gap_behind(reading: Reading, at: int) -> Quantity | None:
    """The gap behind a name, before the next one: "X (Team) à 12 secondes", "X at 1:05"."""
    units = reading.units
    for position in range(at + 1, min(at + 9, len(units))):
        unit: Unit = units[position]
        mention = unit.value
        if mention and mention.kind in {"gap", "duration"} and isinstance(mention.value, Quantity):
            value = mention.value
            return value if value.unit == "second" and not mention.approximate else None
        team = unit.kind is UnitKind.NAME and reading.entities(position, EntityKind.TEAM)
        inside = units[position - 1].kind is UnitKind.OPEN
        link = unit.kind in {
            UnitKind.OPEN,
            UnitKind.CLOSE,
            UnitKind.COMMA,
            UnitKind.PREPOSITION,
            UnitKind.VALUE,
        }
        if unit.kind is UnitKind.NAME and not team and not inside:
            return None
        if not link and unit.kind not in {UnitKind.NAME, UnitKind.DETERMINER, UnitKind.WORD}:
            return None
    return None
