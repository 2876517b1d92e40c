"""The arguments of a verb: what stands behind it, with the role that small words give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from facts.extract.units import Unit, UnitKind

NOMINAL = frozenset({UnitKind.NAME, UnitKind.NOUN, UnitKind.VALUE, UnitKind.PRONOUN})
LISTING = frozenset({UnitKind.COMMA, UnitKind.CONJUNCTION})
ROLE_PHRASES = ("with_partner", "before", "after", "during", "until", "about", "except")
_ENDS = frozenset({UnitKind.SEMICOLON, UnitKind.CONTRAST, UnitKind.RELATIVE})


@dataclass(frozen=True, slots=True)
class Argument:
    """A nominal at `units[at]`, and its role: "object", a preposition, or a phrase's concept.

    `of` is set where it belongs to the nominal before it ("the filming *of the series*").
    """

    role: str
    at: int
    of: int | None = None


def collect(units: Sequence[Unit], at: int) -> tuple[tuple[Argument, ...], int, int]:
    """The arguments of the verb at `at`, the verb that it governs (-1: none), where they end."""
    collector = _Collector(units)
    for position in range(at + 1, len(units)):
        unit = units[position]
        if collector.in_brackets(unit):
            continue
        if unit.kind in _ENDS:
            return tuple(collector.found), -1, position
        if unit.kind is UnitKind.VERB and unit.verb and unit.verb.finite:
            return tuple(_before_clause(units, collector.found, position)), -1, position
        if unit.kind is UnitKind.VERB and unit.verb and not unit.verb.participle:
            return tuple(collector.found), position, position
        collector.take(position, unit)
    return tuple(collector.found), -1, len(units)


@dataclass(slots=True)
class _Collector:
    """Goes from unit to unit, and keeps the role that holds."""

    units: Sequence[Unit]
    found: list[Argument] = field(default_factory=list)
    role: str = "object"
    owner: int | None = None
    depth: int = 0

    def in_brackets(self, unit: Unit) -> bool:
        """Whether a unit is a bracket, or stands between two."""
        if unit.kind is UnitKind.OPEN:
            self.depth += 1
        elif unit.kind is UnitKind.CLOSE:
            self.depth = max(self.depth - 1, 0)
            return True
        return self.depth > 0

    def take(self, position: int, unit: Unit) -> None:
        """Change the role, or keep an argument in it."""
        if unit.kind is UnitKind.PREPOSITION:
            self._preposition(position, unit)
        elif unit.kind is UnitKind.PHRASE:
            self.role = next((c for c in ROLE_PHRASES if unit.has(c)), self.role)
            self.owner = None
            self.found.append(Argument("phrase", position))
        elif unit.kind is UnitKind.COLON:
            self.role, self.owner = "list", None
        elif unit.kind in NOMINAL or unit.kind is UnitKind.QUOTATION:
            self.found.append(Argument(self.role, position, self.owner))

    def _preposition(self, position: int, unit: Unit) -> None:
        """Of two in a row ("auprès des") the first tells the role; "'s" tells none."""
        before = self.units[position - 1]
        if unit.word == "'s":
            return
        self.owner = position - 1 if unit.word == "of" and before.kind in NOMINAL else None
        if unit.word != "of" or before.kind is not UnitKind.PREPOSITION:
            self.role = unit.word


def _before_clause(units: Sequence[Unit], found: list[Argument], verb: int) -> list[Argument]:
    """Without the nominals behind the last comma or "and": they are the next verb's subject."""
    for position in range(verb - 1, -1, -1):
        if units[position].kind in LISTING:
            return [argument for argument in found if argument.at < position]
        if found and position < found[0].at:
            break
    return found
