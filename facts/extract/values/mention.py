"""What a reader finds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from facts.model import DateInterval, Money, Quantity, Span

ReadValue = Quantity | Money | DateInterval


@dataclass(frozen=True, slots=True)
class ValueMention:
    """A value and the exact characters that say it.

    `span` leaves out prepositions, articles and words of measure in front ("du", "from", "about",
    "plus de") and holds everything that makes the value ("fin juillet", "une dizaine d'étapes").

    `kind` is one of:

    - "date": a day, period or range of days, months or years (DateInterval);
    - "year": a bare year that belongs to the name before or behind it ("Tour de France 2022");
    - "quantity": a count or a measure; "climb": metres of climbing; "speed"; "percent"; "age";
    - "duration": a length of time, in seconds, minutes or hours for a programme or a race, in
      days to years for longer spans;
    - "gap": a time gap between riders, always in seconds;
    - "ordinal": a rank (unit "rank") or the number of a stage, season... (its unit);
    - "money": an amount (Money).

    `approximate` is True for "about", "environ", "une dizaine". `comparison` is "at_least" for
    "plus de", "more than"..., "at_most" for "moins de", "up to"..., None for the number itself.
    """

    span: Span
    value: ReadValue
    kind: str
    approximate: bool = False
    comparison: str | None = None


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number by itself, in digits or in words, whatever it counts."""

    span: Span
    number: Decimal
    approximate: bool = False


class Found(NamedTuple):
    """A reading of the tokens `[start, end)`.

    `value` is None for what is understood but is no value (the time of day, "8 to 10 episodes"):
    it keeps shorter readings inside it from being taken for one.
    """

    start: int
    end: int
    value: ReadValue | None
    kind: str
    approximate: bool = False
    comparison: str | None = None
