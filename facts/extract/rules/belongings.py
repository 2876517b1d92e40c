"""Where riders ride now, as the words beside their names tell."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.reading import Reading
from facts.extract.riders import apposed_noun, team_of
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind

_PERSON = EntityKind.PERSON
_PAST_WORDS = frozenset({"ancien", "ancienne", "ex", "former", "futur", "future", "retired"})


def belongings(reading: Reading) -> Iterator[Draft]:
    """As in "X (Y)", "Y rider X", "X, le grimpeur de Y": where somebody rides."""
    for at, unit in enumerate(reading.units):
        if unit.kind not in {UnitKind.NAME, UnitKind.NOUN}:
            continue
        people = reading.entities(at, _PERSON) or _named_behind(reading, at)
        team = team_of(reading, at) if people else None
        if not people or team is None or _is_official(reading, at, people[0]):
            continue
        yield Draft(people[0], "rides_for", team, "rides_for/beside")


def _named_behind(reading: Reading, at: int) -> list[Entity]:
    """Who a rider's noun announces: "le coureur de l'équipe Y, *X*, ..."."""
    units = reading.units
    if units[at].kind is not UnitKind.NOUN or not units[at].has("rider") or units[at].plural:
        return []
    for position in range(at + 1, min(at + 8, len(units) - 1)):
        if units[position].kind is UnitKind.COMMA:
            return reading.entities(position + 1, _PERSON)
        if units[position].kind is UnitKind.VERB:
            break
    return []


def _is_official(reading: Reading, at: int, person: Entity) -> bool:
    """Whether somebody beside a team is no rider of it now: a manager, a former rider."""
    noun = apposed_noun(reading, at)
    first = max(at - 3, 0)
    last = noun + 2 if noun is not None else at + 3
    near = reading.units[first:last]
    if any(unit.kind is UnitKind.NOUN and unit.has("position", "manager") for unit in near):
        return True
    lead, tail = near[0].start, near[-1].end
    if any(token.norm in _PAST_WORDS for token in reading.tokens[lead:tail]):
        return True
    entry = reading.discourse.entries.get(person.key)
    return entry is not None and entry.details.get("role", "rider") not in {"rider", ""}
