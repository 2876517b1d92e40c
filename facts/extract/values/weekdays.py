"""Weekdays without a month: "mardi", "next Sunday", "dimanche dernier", "mardi 12"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from facts.extract.values.calendars import weekday_interval, weekday_on, with_part
from facts.extract.values.dates import read_day, starts_day
from facts.extract.values.mention import Found
from facts.extract.values.page import Page
from facts.extract.values.tense import lean
from facts.model import DateInterval, Precision


class Weekday(NamedTuple):
    """A weekday (Monday is 0) up to token `end`; `turned` where next, last or this say which."""

    number: int
    end: int
    turned: bool
    future: bool | None


def read_weekdays(page: Page, i: int) -> Iterator[Found]:
    """The weekday that begins at token `i`, with its day of the month, or a range of two.

    A day of the month that does not fall on it near the reference is read as no value.
    """
    weekday = _weekday(page, i) if starts_day(page, i) else None
    if weekday is None or page.reference is None:
        return
    day = _day(page, weekday)
    if day is not None:
        found = weekday_on(weekday.number, day[0], page.reference)
        yield Found(i, day[1], with_part(found, None, written=False) if found else None, "date")
        return
    if not weekday.turned and page.at(i - 1).key in page.words.dates.habitual_before:
        return
    found = _resolve(page, i, weekday, page.reference)
    if found is not None:
        yield Found(i, weekday.end, found, "date")
        yield from _range(page, i, weekday, found)


def _weekday(page: Page, i: int) -> Weekday | None:
    words = page.words.dates
    turned = page.at(i).key in words.turns_before
    future = words.turns_before.get(page.at(i).key)
    hit = words.weekdays.match(page.tokens, i + 1 if turned else i)
    if hit is None:
        return None
    number, end = hit
    if page.at(end).key in words.turns_after:
        return Weekday(number, end + 1, turned=True, future=words.turns_after[page.at(end).key])
    return Weekday(number, end, turned, future)


def _day(page: Page, weekday: Weekday) -> tuple[int, int] | None:
    """The day of the month behind a weekday ("mardi 12"), where it counts nothing else."""
    day = read_day(page, page.skip(weekday.end, page.words.dates.articles))
    if day is None or page.at(day[1]).is_number:
        return None
    after = page.at(day[1])
    free = not after.is_word or after.key in page.words.dates.function_words
    return day if free else None


def _resolve(page: Page, i: int, weekday: Weekday, reference: date) -> DateInterval | None:
    coming = page.words.dates.this_is_coming and weekday.turned and weekday.future is None
    verb = True if coming else lean(page, i, weekday.end)
    found = weekday_interval(weekday.number, reference, weekday.future, verb)
    return with_part(found, None, written=False) if found else None


def _range(page: Page, i: int, first: Weekday, opening: DateInterval) -> Iterator[Found]:
    """From one weekday to the next such one: "de vendredi à dimanche"."""
    joiner = page.words.dates.range_joiners.match(page.tokens, first.end)
    if joiner is None or opening.start is None:
        return
    last = _weekday(page, page.skip(joiner[1], page.words.dates.articles))
    if last is None or last.turned:
        return
    closing = weekday_interval(last.number, opening.start, future=True)
    if closing is not None:
        found = DateInterval(opening.start, closing.end, Precision.DAY, year_written=False)
        yield Found(i, last.end, found, "date")
