"""What a length of time is: a duration, a gap between riders, or the time of day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from facts.extract.values.lengths import SECONDS, SIXTY, Length, lasts, read_length
from facts.extract.values.measures import measured
from facts.extract.values.mention import Found
from facts.extract.values.page import Page
from facts.model import Quantity

_CLOCK_HOURS = range(9, 25)
_CLOCK_MINUTES = 10
_ROUND = 5
_LONGEST_GAP = 30 * SIXTY
_SAME_TIME_REACH = 12


def read_durations(page: Page, i: int) -> Iterator[Found]:
    """The duration or gap that begins at token `i`; the time of day is read as no value."""
    length = read_length(page, i)
    if length is None:
        return
    number = page.numbers.get(i)
    start = i - 1 if page.at(i - 1).key == "+" and page.at(i).glued else i
    if _is_timed(page, length):
        yield Found(i, length.end, None, "clock")
    elif start < i or _is_gap(page, i, length):
        value = Quantity(length.seconds, "second")
        yield measured(page, start, length.end, value, "gap", number=number)
    elif _is_clock(page, i, length):
        yield Found(i, length.end, None, "clock")
    elif not _is_prime(page, length) and _is_meant(page, i, length):
        yield measured(page, i, length.end, length.quantity, "duration", number=number)


def _is_timed(page: Page, length: Length) -> bool:
    """Whether words behind make it the time of day: "9:30 pm", "9 h du matin"."""
    return page.words.units.clock_after.match(page.tokens, length.end) is not None


def _is_meant(page: Page, i: int, length: Length) -> bool:
    """Whether a single unit is a length: "d'une heure", "lasts an hour", not "une seconde"."""
    return not length.single or (length.finest != "second" and lasts(page, i))


def _is_prime(page: Page, length: Length) -> bool:
    """Whether it is seconds alone behind a prime, which may be inches or a quotation mark."""
    return length.coarsest == "second" and page.at(length.end - 1).key in {"'", '"'}


def read_fixed(page: Page, i: int) -> Iterator[Found]:
    """Fixed phrases at token `i`: "demi-heure", "hour-long", "dans le même temps"."""
    units = page.words.units
    fixed = units.fixed_times.match(page.tokens, i)
    if fixed is not None:
        length = Length(Decimal(fixed[0] * SIXTY), fixed[1], "hour", "minute")
        yield measured(page, i, fixed[1], length.quantity, "duration")
    if page.at(i).key in units.length_articles:
        yield from read_durations(page, i)
    same = units.same_time.match(page.tokens, i)
    if same is not None and _is_same_time(page, i, same[1]):
        yield Found(i, same[1], Quantity(Decimal(0), "second"), "gap")


def _is_same_time(page: Page, i: int, end: int) -> bool:
    """Whether "the same time" is a rider's: a rank or an arrival stands near, in plain text."""
    units, numbers = page.words.units, page.words.numbers
    if page.is_capital(i):
        return False
    if page.at(end).key in units.same_time_words:
        return True
    for k in range(max(0, i - _SAME_TIME_REACH), i):
        rank = page.at(k).is_number and page.at(k + 1).key in numbers.ordinal_suffixes
        if rank or page.at(k).key in units.same_time_words:
            return True
        if numbers.ordinals.match(page.tokens, k) is not None:
            return True
    return False


def _is_gap(page: Page, i: int, length: Length) -> bool:
    """Whether a length lies between riders: words near it say so, or the way it is written."""
    units = page.words.units
    if length.coarsest == "hour":
        return False
    short = length.finest == "second" or length.seconds < _LONGEST_GAP
    if short and (page.said_before(units.gap_lead, i) or _has_tail(page, length.end)):
        return True
    if length.single:
        return False
    behind_at = page.said_before(units.gap_before, i) is not None
    if not length.colons:
        primes = page.at(i + 1).key == "'" and not _is_prime(page, length)
        return length.finest == "second" and (behind_at or (primes and not lasts(page, i)))
    early = length.seconds < _CLOCK_MINUTES * SIXTY and not lasts(page, i)
    odd = length.seconds % _ROUND != 0
    return early and (odd if behind_at else not _behind_clock(page, i))


def _has_tail(page: Page, i: int) -> bool:
    """Whether "behind", "d'avance" stand at token `i`, free of a hyphen ("behind-the-scenes")."""
    tail = page.words.units.gap_tail.match(page.tokens, page.behind_hyphen(i))
    return tail is not None and not page.hyphen(tail[1])


def _is_clock(page: Page, i: int, length: Length) -> bool:
    """Whether it is the time of day: "à 20h45", "20:45"."""
    if length.colons:
        return length.coarsest != "hour" and not lasts(page, i)
    if length.coarsest != "hour" or length.finest == "second":
        return False
    if _behind_clock(page, i):
        return True
    hours = int(length.seconds // SECONDS["hour"])
    short = page.at(i + 1).key in page.words.units.short_hours
    minutes = length.finest == "minute" and short
    return minutes and hours in _CLOCK_HOURS and not lasts(page, i)


def _behind_clock(page: Page, i: int) -> bool:
    return page.said_before(page.words.units.clock_before, i) is not None
