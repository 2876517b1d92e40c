"""What many reports come to: for a relation with one value at a time, the latest report is current.

Pure. A report's date is its article's date of publication; reports without one count as oldest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from facts.model import DateInterval, RelativeDate, SourcedFact, Status

_NO_DATE = date.min
_OPEN_DAYS = 10_000


def reported(known: SourcedFact) -> date:
    """When the fact was last reported."""
    return max((s.published or _NO_DATE for s in known.sources.values()), default=_NO_DATE)


def best_first(facts: Iterable[SourcedFact]) -> list[SourcedFact]:
    """The latest report first; of the same day, the affirmed, the surest and most precise first."""
    return sorted(facts, key=_order)


def _order(known: SourcedFact) -> tuple[object, ...]:
    fact = known.fact
    possible = fact.status is Status.POSSIBLE
    return (-reported(known).toordinal(), possible, not fact.affirmed, _width(known), known.id)


def _width(known: SourcedFact) -> int:
    """How many days a date leaves open: fewer is more precise."""
    value = known.fact.value
    if isinstance(value, DateInterval):
        if value.start is None or value.end is None:
            return _OPEN_DAYS
        return (value.end - value.start).days
    return _OPEN_DAYS + 1 if isinstance(value, RelativeDate) else 0


def current(facts: Sequence[SourcedFact], relation: str) -> SourcedFact | None:
    """The fact that holds now for a relation with one value at a time."""
    return next(iter(best_first(k for k in facts if k.fact.relation == relation)), None)


def all_of(facts: Sequence[SourcedFact], relation: str) -> list[SourcedFact]:
    """The facts of a relation with many values, each value once, in the order first read."""
    seen: set[object] = set()
    found: list[SourcedFact] = []
    for known in facts:
        value = (getattr(known.fact.value, "key", known.fact.value), known.fact.affirmed)
        if known.fact.relation == relation and value not in seen:
            seen.add(value)
            found.append(known)
    return found
