"""From one date to another: "1er-24 juillet", "June 29 to July 21", "2023-2025"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from facts.extract.values.calendars import LAST_DAY, nearest
from facts.extract.values.dates import (
    Partial,
    named,
    read_day,
    read_month,
    read_partial,
    read_year_slot,
    starts_day,
    year_in_front,
)
from facts.extract.values.mention import Found
from facts.extract.values.page import Page
from facts.extract.values.tense import lean
from facts.model import DateInterval, Precision

_CENTURY = 100
_DECEMBER = 12


class Pair(NamedTuple):
    """Two dates of a range, with the token behind the second one."""

    first: Partial
    last: Partial
    end: int


def read_ranges(page: Page, i: int) -> Iterator[Found]:
    """The range of dates that begins at token `i`, if there is one."""
    if not starts_day(page, i):
        return
    pair = _days(page, i) or _months(page, i)
    if pair is not None:
        found = _resolve(page, i, pair)
        if found is not None:
            yield Found(i, pair.end, found, "date")
    years = _years(page, i)
    if years is not None:
        yield years


def _days(page: Page, i: int) -> Pair | None:
    first = read_partial(page, i)
    if first is not None:
        pair = _behind(page, i, first)
        if pair is not None:
            return pair
    return _shared_month(page, i)


def _behind(page: Page, i: int, first: Partial) -> Pair | None:
    """The second date behind a whole first one: "30 juin au 22 juillet", "July 1-24, 2022"."""
    words = page.words.dates
    joined = _join(page, i, first.end, first.day)
    if joined is None:
        return None
    j, neighbours = joined
    last = read_partial(page, j)
    if last is not None and not neighbours:
        return Pair(first, last, last.end)
    day = read_day(page, j)
    month_first = words.months.match(page.tokens, i) or words.weekdays.match(page.tokens, i)
    if day is None or not words.month_first or not month_first or first.year is not None:
        return None
    if neighbours and day[0] != (first.day or 0) + 1:
        return None
    last = read_year_slot(page, day[1]).put_on(day[0], first.month)
    return Pair(first, last, last.end)


def _shared_month(page: Page, i: int) -> Pair | None:
    """Two days of one month: "1er au 24 juillet", "3 and 4 May"."""
    words = page.words.dates
    weekday = words.weekdays.match(page.tokens, i)
    start = page.skip(weekday[1], words.articles) if weekday else i
    day = read_day(page, start)
    if day is None:
        return None
    joined = _join(page, i, day[1], day[0])
    if joined is None:
        return None
    j, neighbours = joined
    last = read_partial(page, j)
    if last is None or last.day is None or (neighbours and last.day != day[0] + 1):
        return None
    return Pair(last._replace(day=day[0]), last, last.end)


def _join(page: Page, i: int, end: int, day: int | None) -> tuple[int, bool] | None:
    """The token where the second date may begin, and whether it must be the very next day.

    "and" joins a range behind "between", or two days that follow each other.
    """
    words = page.words.dates
    between = page.at(_opener(page, i)).key in words.between
    hit = words.range_joiners.match(page.tokens, end)
    if hit is not None:
        return _skip_articles(page, hit[1]), False
    if page.at(end).key in words.and_joiners and (between or day is not None):
        return _skip_articles(page, end + 1), not between
    return None


def _opener(page: Page, i: int) -> int:
    k = i - 1
    while page.at(k).is_word and page.at(k).key in page.words.dates.articles:
        k -= 1
    return k


def _skip_articles(page: Page, i: int) -> int:
    return page.skip(i, page.words.dates.articles)


def _months(page: Page, i: int) -> Pair | None:
    words = page.words.dates
    first = read_month(page, i)
    if first is None or page.at(i).key in words.short_months or not named(page, i):
        return None
    slot = read_year_slot(page, first[1])
    joined = _join(page, i, slot.end, None)
    if joined is None:
        return None
    last = read_month(page, joined[0])
    if last is None or not named(page, joined[0]):
        return None
    end = read_year_slot(page, last[1])
    return Pair(slot.put_on(None, first[0]), end.put_on(None, last[0]), end.end)


def _resolve(page: Page, i: int, pair: Pair) -> DateInterval | None:
    first, last = pair.first, pair.last
    written = not (first.shifted or last.shifted)
    if last.year is not None:
        same = _span(first, last, first.year if first.year is not None else last.year, last.year)
        if same is None and first.year is None:
            same = _span(first, last, last.year - 1, last.year)
        return _dated(same, written=written)
    year = first.year
    if year is None and last.future is None:
        year = year_in_front(page, i, comma=True)
    if year is not None:
        return _dated(_from(first, last, year), written=written)
    if page.reference is None:
        return None
    verb = lean(page, i, pair.end)
    found = nearest(lambda year: _from(first, last, year), page.reference, last.future, verb)
    return _dated(found, written=False)


def _from(first: Partial, last: Partial, year: int) -> DateInterval | None:
    """The range that begins in a year and ends in it, or in the next one over New Year."""
    if (first.month, first.day) > (last.month, last.day):
        return _span(first, last, year, year + 1) if first.month != last.month else None
    return _span(first, last, year, year)


def _span(first: Partial, last: Partial, start: int, end: int) -> DateInterval | None:
    opening, closing = first.interval(start), last.interval(end)
    if opening is None or closing is None or not (opening.start and closing.end):
        return None
    if opening.start > closing.end:
        return None
    precision = Precision.MONTH if first.day is None else Precision.DAY
    return DateInterval(opening.start, closing.end, precision)


def _dated(found: DateInterval | None, *, written: bool) -> DateInterval | None:
    if found is None:
        return None
    return DateInterval(found.start, found.end, found.precision, year_written=written)


def _years(page: Page, i: int) -> Found | None:
    """A range of years: "2023-2025", "de 2023 à 2025", "2021-22"."""
    first = page.year_at(i)
    if first is None:
        return None
    joined = _join(page, i, i + 1, None)
    slash = page.at(i + 1).key == "/" and page.at(i + 1).glued and page.at(i + 2).glued
    j = i + 2 if slash else joined[0] if joined else None
    if j is None:
        return None
    last = page.year_at(j) or _short_year(page, j, first)
    if last is None or last < first or (slash and last != first + 1):
        return None
    found = DateInterval(date(first, 1, 1), date(last, _DECEMBER, LAST_DAY), Precision.YEAR)
    return Found(i, j + 1, found, "date")


def _short_year(page: Page, i: int, first: int) -> int | None:
    """The second year of "2021-22", which must be the next one."""
    token = page.at(i)
    following = f"{(first + 1) % _CENTURY:02}"
    after = page.at(i + 1)
    free = not (after.glued and (after.is_word or after.is_number))
    return first + 1 if token.glued and token.key == following and free else None
