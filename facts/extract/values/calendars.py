"""Date intervals: of a month, a season, a week...; and the year of a date written without one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from facts.extract.values.words.kinds import Period, Shift, Slice
from facts.model import DateInterval, Part, Precision

_MONTHS = 12
_MONTHS_IN = {Period.QUARTER: 3, Period.HALF: 6}
_PRECISION = {
    Period.QUARTER: Precision.QUARTER,
    Period.HALF: Precision.HALF,
    Period.SEASON: Precision.SEASON,
}
LAST_DAY = 31
_TWO_MONTHS = 62
_WEEK = 7
_SATURDAY = 5
_SUNDAY = 6
_FEW_YEARS, _LEAP_CYCLE = 3, 8
_LATE, _EARLY = 3, 31


def make_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def move(day: date, days: int) -> date | None:
    """The date so many days later, or None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def day_interval(year: int, month: int, day: int) -> DateInterval | None:
    """One day."""
    found = make_day(year, month, day)
    return DateInterval(found, found, Precision.DAY) if found else None


def months_interval(year: int, month: int, count: int, precision: Precision) -> DateInterval | None:
    """`count` whole months from one on."""
    start = make_day(year, month, 1)
    last = year * _MONTHS + month - 1 + count
    behind = make_day(last // _MONTHS, last % _MONTHS + 1, 1)
    end = move(behind, -1) if behind else None
    return DateInterval(start, end, precision) if start and end else None


def month_interval(year: int, month: int) -> DateInterval | None:
    """A whole month."""
    return months_interval(year, month, 1, Precision.MONTH)


def year_interval(year: int) -> DateInterval | None:
    """A whole year."""
    return months_interval(year, 1, _MONTHS, Precision.YEAR)


def slice_interval(piece: Slice, year: int) -> DateInterval | None:
    """A quarter, half or season of a year.

    Seasons are whole months (spring from March on); the winter of a year begins in its December.
    """
    count = _MONTHS_IN.get(piece.period, 3)
    first = (piece.number - 1) * count + 1
    first += 2 if piece.period is Period.SEASON else 0
    return months_interval(year, first, count, _PRECISION[piece.period])


def shift_interval(shift: Shift, reference: date) -> DateInterval | None:
    """The period that a shift names, seen from the reference; weeks run from Monday to Sunday.

    A (racing) season is a year. A week or weekend is a range of days.
    """
    period, by = shift
    if period is Period.DAY:
        day = move(reference, by)
        return DateInterval(day, day, Precision.DAY) if day else None
    if period in {Period.WEEK, Period.WEEKEND}:
        monday = by * _WEEK - reference.weekday()
        first = move(reference, monday + (_SATURDAY if period is Period.WEEKEND else 0))
        last = move(reference, monday + _SUNDAY)
        return DateInterval(first, last, Precision.DAY) if first and last else None
    if period is Period.MONTH:
        count = reference.year * _MONTHS + reference.month - 1 + by
        return month_interval(count // _MONTHS, count % _MONTHS + 1)
    return year_interval(reference.year + by)


def nearest(
    build: Callable[[int], DateInterval | None],
    reference: date,
    future: bool | None,
    lean: bool | None = None,
) -> DateInterval | None:
    """The interval of the year that is meant, for a date written without its year.

    `future` True takes the first that begins after the reference ("mai prochain"), False the last
    that ends before it ("last May"); None takes the one nearest to it, of two the later one.
    `lean` is what the verb says: it moves the choice to its side of the reference, unless the
    nearest lies but a few days beyond (or, said of the past, a month ahead: a plan, mostly).
    """
    for reach in (1, _FEW_YEARS, _LEAP_CYCLE):
        years = range(reference.year + reach, reference.year - reach - 1, -1)
        built = [found for found in map(build, years) if found is not None]
        fitting = [found for found in built if _fits(found, reference, future)]
        if fitting:
            first = min(fitting, key=lambda found: distance(found, reference))
            return first if future is not None else _leaning(first, built, reference, lean)
    return None


def _fits(found: DateInterval, reference: date, future: bool | None) -> bool:
    """Whether an interval lies wholly on the side of the reference that the words say."""
    if future is None:
        return True
    edge = found.start if future else found.end
    return edge is not None and (edge > reference if future else edge < reference)


def _leaning(
    first: DateInterval, built: list[DateInterval], reference: date, lean: bool | None
) -> DateInterval:
    slack = _LATE if lean else _EARLY
    if lean is None or _leans(first, reference, lean) or distance(first, reference) <= slack:
        return first
    side = [found for found in built if _leans(found, reference, lean)]
    return min(side, key=lambda found: distance(found, reference), default=first)


def _leans(found: DateInterval, reference: date, future: bool) -> bool:
    """Whether an interval lies on a side of the reference at least in part."""
    edge = found.end if future else found.start
    return edge is not None and (edge >= reference if future else edge <= reference)


def distance(found: DateInterval, reference: date) -> int:
    """How many days lie between an interval and the reference; 0 inside it."""
    if found.start and found.start > reference:
        return (found.start - reference).days
    if found.end and found.end < reference:
        return (reference - found.end).days
    return 0


def weekday_interval(
    weekday: int, reference: date, future: bool | None, lean: bool | None = None
) -> DateInterval | None:
    """The day with this weekday (Monday is 0) that is nearest to the reference.

    `future` True asks for one behind it, False for one before it; without, the reference itself
    may be the day, and `lean` says on which side of it to look.
    """
    ahead = (weekday - reference.weekday()) % _WEEK
    if future is not None:
        ahead = (ahead or _WEEK) if future else ahead - _WEEK
    elif lean is not None:
        ahead -= _WEEK if ahead and not lean else 0
    elif ahead > _WEEK // 2:
        ahead -= _WEEK
    return shift_interval(Shift(Period.DAY, ahead), reference)


def weekday_on(weekday: int, day: int, reference: date) -> DateInterval | None:
    """The day of a month that falls on a weekday ("mardi 12"), two months around the reference."""
    for ahead in sorted(range(-_TWO_MONTHS, _TWO_MONTHS + 1), key=abs):
        found = move(reference, ahead)
        if found is not None and found.day == day and found.weekday() == weekday:
            return DateInterval(found, found, Precision.DAY)
    return None


def with_part(found: DateInterval, part: Part | None, *, written: bool) -> DateInterval:
    """The interval with its part and with whether its year was written."""
    return DateInterval(found.start, found.end, found.precision, part or found.part, written)
