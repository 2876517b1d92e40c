"""Months, seasons, halves, years and what is counted from today: every date that is no day."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.values.calendars import (
    nearest,
    shift_interval,
    slice_interval,
    weekday_interval,
    with_part,
    year_interval,
)
from facts.extract.values.dates import (
    YearSlot,
    named,
    read_month,
    read_partial,
    read_year_slot,
    resolve,
    starts_day,
)
from facts.extract.values.mention import Found
from facts.extract.values.page import Page
from facts.extract.values.tokens import Kind
from facts.extract.values.words.kinds import Period, Slice
from facts.model import DateInterval, Part

_WINTER = 4
_CENTURY = 100


def read_dates(page: Page, i: int) -> Iterator[Found]:
    """The dates that begin at token `i`: a day, or a period with its part in front."""
    if not starts_day(page, i):
        return
    partial = read_partial(page, i)
    if partial is not None:
        found = resolve(page, i, partial)
        if found is not None:
            yield Found(i, partial.end, found, "date")
    if page.at(i).kind is not Kind.WORD:
        return
    yield from _weekday(page, i)
    for reading in (read_period(page, i), _with_part(page, i)):
        if reading is not None:
            yield Found(i, reading[1], reading[0], "date")


def _with_part(page: Page, i: int) -> tuple[DateInterval, int] | None:
    """ "fin juillet", "early 2024", "la fin de l'année"."""
    lead = page.words.dates.parts.match(page.tokens, i)
    if lead is None:
        return None
    part, j = lead
    j += 1 if page.at(j).key == "-" and page.at(j).glued else 0
    year = page.year_at(j)
    if year is not None:
        whole = year_interval(year)
        return (with_part(whole, part, written=True), j + 1) if whole else None
    reading = read_period(page, j, led=True) or _bare(page, j)
    if reading is None:
        return None
    found, end = reading
    return with_part(found, part, written=found.year_written), end


def _bare(page: Page, i: int) -> tuple[DateInterval, int] | None:
    """ "the year", "l'année": this one, behind a part."""
    hit = page.words.dates.bare_periods.match(page.tokens, i)
    if hit is None or page.reference is None:
        return None
    found = shift_interval(hit[0], page.reference)
    return (with_part(found, None, written=False), hit[1]) if found else None


def read_period(page: Page, i: int, *, led: bool = False) -> tuple[DateInterval, int] | None:
    """The month, slice of a year or counted period at token `i`; `led` behind a part."""
    words = page.words.dates
    turn = words.turns_before.get(page.at(i).key, ...)
    if turn is not ...:
        turned = _turned(page, i + 1, turn)
        if turned is not None:
            return turned
    return _counted(page, i) or _month(page, i, led=led) or _slice(page, i)


def _turned(page: Page, i: int, future: bool | None) -> tuple[DateInterval, int] | None:
    """What stands behind "this", "next", "last": a month or a season."""
    if page.reference is None:
        return None
    month = read_month(page, i)
    if month is not None and page.at(i).key not in page.words.dates.short_months:
        slot = YearSlot(month[1], future=future)
        found = resolve(page, i, slot.put_on(None, month[0])) if named(page, i) else None
        if future is None and found is None:
            return None
        return (found, month[1]) if found else None
    piece = page.words.dates.slices.match(page.tokens, i)
    if piece is None or piece[0].period is not Period.SEASON:
        return None
    return _nearest_slice(page, piece[0], YearSlot(piece[1], future=future))


def _month(page: Page, i: int, *, led: bool) -> tuple[DateInterval, int] | None:
    words = page.words.dates
    month = read_month(page, i)
    if month is None:
        return None
    key = page.at(i).key
    slot = read_year_slot(page, month[1])
    if slot.year is None and slot.future is None:
        if key in words.short_months or not named(page, i):
            return None
        if key in words.wary_months and not led and page.at(i - 1).key not in words.month_before:
            return None
    elif not named(page, i):
        return None
    found = resolve(page, i, slot.put_on(None, month[0]))
    return (found, slot.end) if found else None


def _slice(page: Page, i: int) -> tuple[DateInterval, int] | None:
    """ "premier semestre 2023", "Q3 2024", "été 2023"."""
    words = page.words.dates
    hit = words.slices.match(page.tokens, i)
    if hit is None:
        return None
    piece, end = hit
    slot = read_year_slot(page, end)
    if slot.year is not None:
        return _of_year(page, piece, slot)
    turned = slot.future is not None
    wary = words.wary_slices.match(page.tokens, i) is not None
    if wary and not turned:
        return _of_bare_year(page, piece, end)
    if page.at(slot.end).key in words.day_of and not turned:
        return _of_bare_year(page, piece, end)
    return _nearest_slice(page, piece, slot)


def _of_year(page: Page, piece: Slice, slot: YearSlot) -> tuple[DateInterval, int] | None:
    year, end = slot.year, slot.end
    assert year is not None  # noqa: S101
    winter = piece.period is Period.SEASON and piece.number == _WINTER
    if winter:
        following = page.at(end + 1).key
        if page.at(end).key not in {"-", "/"} or following not in {
            str(year + 1),
            f"{(year + 1) % _CENTURY:02}",
        }:
            return None
        end += 2
    found = slice_interval(piece, year)
    return (with_part(found, None, written=not slot.shifted), end) if found else None


def _of_bare_year(page: Page, piece: Slice, i: int) -> tuple[DateInterval, int] | None:
    """ "first half of the year": of this one."""
    linked = page.words.dates.of_year.match(page.tokens, i)
    bare = page.words.dates.bare_periods.match(page.tokens, linked[1] if linked else i)
    if bare is None or page.reference is None or bare[0].period is not Period.YEAR:
        return None
    found = slice_interval(piece, page.reference.year)
    return (with_part(found, None, written=False), bare[1]) if found else None


def _nearest_slice(page: Page, piece: Slice, slot: YearSlot) -> tuple[DateInterval, int] | None:
    if page.reference is None:
        return None
    found = nearest(lambda year: slice_interval(piece, year), page.reference, slot.future)
    return (with_part(found, None, written=False), slot.end) if found else None


def _counted(page: Page, i: int) -> tuple[DateInterval, int] | None:
    """ "hier", "next week", "l'an prochain"."""
    words = page.words.dates
    hit = words.shifts.match(page.tokens, i)
    if hit is None or page.reference is None:
        return None
    shift, end = hit
    k = i - 2 if page.at(i - 1).key == "'" else i - 1
    if shift.period is Period.DAY and page.at(k).key in words.generic_before:
        return None
    if shift.period is Period.SEASON and page.at(end).key in words.day_of:
        return None
    found = shift_interval(shift, page.reference)
    return (with_part(found, None, written=False), end) if found else None


def _weekday(page: Page, i: int) -> Iterator[Found]:
    """ "mardi", "next Sunday", "dimanche dernier"."""
    words = page.words.dates
    turn = words.turns_before.get(page.at(i).key, ...)
    start = i if turn is ... else i + 1
    hit = words.weekdays.match(page.tokens, start)
    if hit is None or page.reference is None:
        return
    end = hit[1]
    future = None if turn is ... else turn
    after = words.turns_after.get(page.at(end).key)
    if after is not None:
        future, end = after, end + 1
    elif turn is ... and page.at(i - 1).key in words.habitual_before:
        return
    found = weekday_interval(hit[0], page.reference, future)
    if found is not None:
        yield Found(i, end, with_part(found, None, written=False), "date")


def read_years(page: Page, i: int) -> Iterator[Found]:
    """A bare year at token `i`: a date in the right place, "year" beside a name."""
    year = page.year_at(i)
    if year is None or page.at(i).glued:
        if year is None or page.at(i - 1).key != "(":
            return
    interval = year_interval(year)
    if interval is None:
        return
    kind = _year_kind(page, i)
    if kind is not None:
        yield Found(i, i + 1, interval, kind)


def _year_kind(page: Page, i: int) -> str | None:
    words = page.words.dates
    before, after = page.at(i - 1), page.at(i + 1)
    if before.key == "(" and after.key in {")", ","}:
        return "date"
    if is_dated(page, i):
        return "date"
    follows = after.kind is Kind.WORD and after.key not in words.function_words
    if before.key in words.year_nouns or (follows and after.key in words.year_nouns):
        return "date"
    if before.key in words.year_before and not _counted_before(page, i):
        return None if follows and not page.is_capital(i + 1) else "date"
    named_before = before.kind is Kind.WORD and page.is_capital(i - 1)
    named_after = follows and page.is_capital(i + 1)
    if (named_before and (not follows or page.is_capital(i + 1))) or named_after:
        return "year"
    return None


def _counted_before(page: Page, i: int) -> bool:
    """Whether "plus de", "près de" stand in front: a count, no year."""
    for k in range(i - 4, i):
        hit = page.words.numbers.before.match(page.tokens, k) if k >= 0 else None
        if hit is not None and hit[1] == i:
            return True
    return False


def is_dated(page: Page, i: int) -> bool:
    """Whether the year at token `i` stands behind a word such as "in", "depuis"."""
    return page.year_at(i) is not None and page.at(i - 1).key in page.words.dates.year_strong


__all__ = ["Part", "is_dated", "read_dates", "read_period", "read_years"]
