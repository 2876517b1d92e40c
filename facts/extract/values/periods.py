"""Months, seasons, halves, years and what is counted from today, with their part in front."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.values.calendars import (
    distance,
    month_interval,
    nearest,
    shift_interval,
    slice_interval,
    with_part,
    year_interval,
)
from facts.extract.values.dates import (
    YearSlot,
    named,
    read_month,
    read_year_slot,
    resolve,
    starts_day,
)
from facts.extract.values.mention import Found
from facts.extract.values.page import Page
from facts.extract.values.tense import lean
from facts.extract.values.words.kinds import Period, Shift, Slice
from facts.model import DateInterval

_WINTER = 4
_CENTURY = 100
_THIS_REACH = 100
_TWO_DIGITS = 2
_MONTHS = 12

Reading = tuple[DateInterval, int]


def read_periods(page: Page, i: int) -> Iterator[Found]:
    """The period that begins at token `i`, with its part in front or without."""
    if not starts_day(page, i):
        return
    for reading in (_period(page, i), _with_part(page, i)):
        if reading is not None:
            yield Found(i, reading[1], reading[0], "date")


def _with_part(page: Page, i: int) -> Reading | None:
    """A period with its part: "fin juillet", "early 2024", "la fin de l'année"."""
    for part, end in page.words.dates.parts.matches(page.tokens, i):
        j = page.behind_hyphen(end)
        reading = _year(page, j) or _period(page, j, led=True) or _bare(page, j)
        if reading is not None:
            found, behind = reading
            return with_part(found, part, written=found.year_written), behind
    return None


def _year(page: Page, i: int) -> Reading | None:
    year = page.year_at(i)
    found = year_interval(year) if year is not None else None
    return (found, i + 1) if found is not None else None


def _bare(page: Page, i: int) -> Reading | None:
    """The present period behind a part: "the year", "l'année"."""
    hit = page.words.dates.bare_periods.match(page.tokens, i)
    return _shifted(page, hit[0], hit[1]) if hit is not None else None


def _shifted(page: Page, shift: Shift, end: int) -> Reading | None:
    if page.reference is None:
        return None
    found = shift_interval(shift, page.reference)
    return (with_part(found, None, written=False), end) if found else None


def _period(page: Page, i: int, *, led: bool = False) -> Reading | None:
    """The month, slice of a year or counted period at token `i`; `led` behind a part."""
    turns = page.words.dates.turns_before
    turned = _turned(page, i + 1, turns[page.at(i).key]) if page.at(i).key in turns else None
    named_month = _month(page, i, led=led) or _iso_month(page, i)
    return turned or _counted(page, i) or named_month or _slice(page, i)


def _turned(page: Page, i: int, future: bool | None) -> Reading | None:
    """The month or season behind "this", "next", "last"."""
    month = read_month(page, i)
    if month is not None:
        slot = YearSlot(month[1], future=future)
        plain = page.at(i).key not in page.words.dates.short_months and named(page, i)
        found = resolve(page, i, slot.put_on(None, month[0])) if plain else None
        return (found, month[1]) if found else None
    piece = page.words.dates.slices.match(page.tokens, i)
    if piece is None or piece[0].period is not Period.SEASON or page.reference is None:
        return None
    reading = _nearest_slice(page, i, piece[0], YearSlot(piece[1], future=future))
    if future is None and reading and distance(reading[0], page.reference) > _THIS_REACH:
        return None
    return reading


def _month(page: Page, i: int, *, led: bool) -> Reading | None:
    words = page.words.dates
    month = read_month(page, i)
    if month is None or not named(page, i):
        return None
    slot = read_year_slot(page, month[1])
    if slot.year is None and slot.future is None:
        key = page.at(i).key
        wary = key in words.wary_months and not led
        if key in words.short_months or (wary and page.word_before(i) not in words.month_before):
            return None
    found = resolve(page, i, slot.put_on(None, month[0]))
    return (found, slot.end) if found else None


def _iso_month(page: Page, i: int) -> Reading | None:
    """A month in digits alone: "2022-07"."""
    year, number = page.year_at(i), page.at(i + 2)
    digits = page.hyphen(i + 1) and number.is_number and len(number.key) == _TWO_DIGITS
    if year is None or not digits or page.runs_on(i + 3) or page.hyphen(i + 3):
        return None
    found = month_interval(year, int(number.key)) if int(number.key) <= _MONTHS else None
    return (found, i + 3) if found else None


def _slice(page: Page, i: int) -> Reading | None:
    """A part of a year: "premier semestre 2023", "Q3 2024", "été 2023"."""
    words = page.words.dates
    hit = words.slices.match(page.tokens, i)
    if hit is None:
        return None
    piece, end = hit
    slot = read_year_slot(page, end)
    if slot.year is not None:
        return _of_year(page, piece, slot, slot.year)
    wary = words.wary_slices.match(page.tokens, i) is not None
    if slot.future is None and (wary or page.at(slot.end).key in words.day_of):
        return _of_this_year(page, piece, end)
    return _nearest_slice(page, i, piece, slot)


def _of_year(page: Page, piece: Slice, slot: YearSlot, year: int) -> Reading | None:
    """A slice with its year; a winter lies in two, which must both be written."""
    end = slot.end
    if piece.period is Period.SEASON and piece.number == _WINTER:
        following = {str(year + 1), f"{(year + 1) % _CENTURY:02}"}
        if page.at(end).key not in {"-", "/"} or page.at(end + 1).key not in following:
            return None
        end += 2
    found = slice_interval(piece, year)
    return (with_part(found, None, written=not slot.shifted), end) if found else None


def _of_this_year(page: Page, piece: Slice, i: int) -> Reading | None:
    """A slice of "the year": of the present one."""
    if page.reference is None:
        return None
    for _, end in page.words.dates.of_year.matches(page.tokens, i):
        bare = page.words.dates.bare_periods.match(page.tokens, end)
        if bare is not None and bare[0].period is Period.YEAR:
            found = slice_interval(piece, page.reference.year)
            return (with_part(found, None, written=False), bare[1]) if found else None
    return None


def _nearest_slice(page: Page, i: int, piece: Slice, slot: YearSlot) -> Reading | None:
    if page.reference is None:
        return None
    verb = lean(page, i, slot.end)
    found = nearest(lambda year: slice_interval(piece, year), page.reference, slot.future, verb)
    return (with_part(found, None, written=False), slot.end) if found else None


def _counted(page: Page, i: int) -> Reading | None:
    """What is counted from today: "hier", "next week", "l'an prochain"."""
    words = page.words.dates
    hit = words.shifts.match(page.tokens, i)
    if hit is None:
        return None
    shift, end = hit
    if shift.period is Period.DAY and page.word_before(i) in words.generic_before:
        return None
    if (shift.period is Period.SEASON or shift.by) and page.at(end).key in words.day_of:
        return None
    return _shifted(page, shift, end)
