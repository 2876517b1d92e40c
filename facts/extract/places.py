"""Towns and summits that a place in a sentence names, and pairs of them that make a road."""

from __future__ import annotations

from dataclasses import replace

from facts.extract.reading import Reading
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind

_ARROWS = frozenset({">", "/", "→", "-", "–", "—"})
_FILLERS = frozenset({UnitKind.DETERMINER})
_FROM = {"from": "to", "of": "to", "between": "and"}
_SHORT = 3


def place(reading: Reading, at: int) -> Entity | None:
    """The place that a name is of: a known one, or an unknown name that nothing else claims."""
    unit = reading.units[at]
    if unit.kind is not UnitKind.NAME or unit.entity is None:
        return None
    known = reading.entities(at, EntityKind.PLACE)
    if known:
        return known[0]
    if unit.known or unit.kinds or unit.entity.key in reading.discourse.kinds:
        return None
    if len(unit.entity.name) < _SHORT or unit.entity.name.isupper():
        return None
    return replace(unit.entity, kind=EntityKind.PLACE)


def route_between(reading: Reading) -> tuple[Entity, Entity] | None:
    """The one pair of places that a sentence joins: "A - B", "from A to B", "entre A et B"."""
    found = [pair for at in range(len(reading.units)) if (pair := _pair(reading, at))]
    return found[0] if len(found) == 1 else None


def _pair(reading: Reading, at: int) -> tuple[Entity, Entity] | None:
    """The pair that begins with the name at `at`."""
    units = reading.units
    start = place(reading, at)
    if start is None:
        return None
    position = at + 1
    while position < len(units) and units[position].kind in _FILLERS:
        position += 1
    if position + 1 >= len(units):
        return None
    joiner = reading.tokens[units[position].start].text
    behind = position + 1
    while behind < len(units) - 1 and units[behind].kind in _FILLERS:
        behind += 1
    end = place(reading, behind)
    if end is None:
        return None
    if joiner in _ARROWS:
        return start, end
    word = units[position].word
    led = _led(reading, at)
    joins = (led == "between" and units[position].kind is UnitKind.CONJUNCTION) or (
        led in {"from", "of", "link"} and word == "to"
    )
    return (start, end) if joins else None


def _led(reading: Reading, at: int) -> str:
    """What leads to a place: "from", "between", or a verb of linking."""
    units = reading.units
    position = at - 1
    while position >= 0 and units[position].kind in _FILLERS | {UnitKind.VALUE}:
        position -= 1
    if position < 0:
        return "from"  # "Briançon to Gap": a heading
    if units[position].kind is UnitKind.PREPOSITION:
        return units[position].word
    if units[position].kind is UnitKind.VERB:
        # "entre A et B" looks like the verb "entrer"
        return "between" if units[position].word == "entrer" else "link"
    return "from" if units[position].kind in {UnitKind.COLON, UnitKind.COMMA} else ""
