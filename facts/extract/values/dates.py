"""A day or month at a place in a text: "1er juillet 2022", "July 1", "2022-07-01"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facts.extract.values.calendars import (
    LAST_DAY,
    day_interval,
    month_interval,
    nearest,
    with_part,
)
from facts.extract.values.literals import opens_number
from facts.extract.values.mention import Found
from facts.extract.values.page import FIRST_YEAR, Page
from facts.extract.values.tense import lean
from facts.model import DateInterval

_CONTEXT_REACH = 5
_LONGEST_NAME = 6
_SHORT = 2


class Partial(NamedTuple):
    """A date as it was written, in the tokens up to `end`; `day` is None for a whole month.

    `year` is None where none was written; `shifted` where it came from "last year"; `future` is the
    direction that the words say; `weekday` (Monday is 0) the one written in front.
    """

    end: int
    day: int | None
    month: int
    year: int | None = None
    shifted: bool = False
    future: bool | None = None
    weekday: int | None = None

    def interval(self, year: int) -> DateInterval | None:
        """The day or month in a year; None where that year has no such day.

        A weekday must be right unless the year is written, too.
        """
        if self.day is None:
            return month_interval(year, self.month)
        found = day_interval(year, self.month, self.day)
        if found is None or found.start is None or self.weekday is None or self.year is not None:
            return found
        return found if found.start.weekday() == self.weekday else None


class YearSlot(NamedTuple):
    """What stands where a year may stand: the year, or the words that say which one is meant."""

    end: int
    year: int | None = None
    shifted: bool = False
    future: bool | None = None

    def put_on(self, day: int | None, month: int) -> Partial:
        """The day or month with this year."""
        return Partial(self.end, day, month, self.year, self.shifted, self.future)


def read_year_slot(page: Page, i: int) -> YearSlot:
    """The year behind a day, month or season at token `i`; an empty slot where there is none."""
    words = page.words.dates
    comma = words.month_first and page.at(i).key == "," and page.year_at(i + 1) is not None
    linked = (end for _, end in words.of_year.matches(page.tokens, i))
    for j in (i + 1 if comma else i, *linked):
        year = page.year_at(j)
        if year is not None:
            return YearSlot(j + 1, year)
        shift = words.year_shifts.match(page.tokens, j)
        if shift is not None and page.reference is not None:
            return YearSlot(shift[1], page.reference.year + shift[0], shifted=True)
    token = page.at(i)
    if token.is_word and token.key in words.turns_after:
        return YearSlot(i + 1, future=words.turns_after[token.key])
    return YearSlot(i)


def read_day(page: Page, i: int) -> tuple[int, int] | None:
    """A day of a month at token `i` ("1er", "24", "twenty-first") and the token behind it."""
    token, words = page.at(i), page.words.numbers
    if token.is_number:
        if len(token.key) > _SHORT or not 1 <= int(token.key) <= LAST_DAY:
            return None
        after = page.at(i + 1)
        if not (after.is_word and after.glued):
            return int(token.key), i + 1
        return (int(token.key), i + 2) if after.key in words.ordinal_suffixes else None
    ordinal = words.ordinals.match(page.tokens, i)
    hit = ordinal or words.below_hundred.match(page.tokens, i)
    if hit is None or token.key in words.articles or not 1 <= hit[0] <= LAST_DAY:
        return None
    return hit


def read_month(page: Page, i: int) -> tuple[int, int] | None:
    """The month named at token `i`, and the token behind it and its full stop."""
    hit = page.words.dates.months.match(page.tokens, i)
    if hit is None:
        return None
    month, end = hit
    if page.at(i).key in page.words.dates.short_months and page.at(end).key == ".":
        dotted = page.at(end).glued and read_year_slot(page, end + 1).end > end + 1
        end += 1 if dotted else 0
    return month, end


def read_partial(page: Page, i: int) -> Partial | None:
    """The day with its month at token `i`, with a weekday in front or without."""
    words = page.words.dates
    weekday = words.weekdays.match(page.tokens, i)
    if weekday is not None:
        j = weekday[1] + (page.at(weekday[1]).key == ",")
        day = read_partial_day(page, page.skip(j, words.articles))
        return day._replace(weekday=weekday[0]) if day is not None else None
    return read_partial_day(page, i)


def read_partial_day(page: Page, i: int) -> Partial | None:
    """The day with its month at token `i`, in any order that the language knows."""
    return _numeric(page, i) or _day_month(page, i) or _month_day(page, i)


def _day_month(page: Page, i: int) -> Partial | None:
    day = read_day(page, i)
    if day is None:
        return None
    hyphen = page.hyphen(day[1])
    j = page.skip(page.behind_hyphen(day[1]), page.words.dates.day_of)
    month = read_month(page, j)
    if month is None:
        return None
    slot = read_year_slot(page, month[1])
    if slot.year is None and (hyphen or not named(page, j)):
        return None
    return slot.put_on(day[0], month[0])


def _month_day(page: Page, i: int) -> Partial | None:
    words = page.words.dates
    if not words.month_first:
        return None
    month = words.months.match(page.tokens, i)
    if month is None or not named(page, i):
        return None
    j = month[1]
    dotted = page.at(i).key in words.short_months and page.at(j).key == "."
    j += 1 if dotted and page.at(j + 1).is_number else 0
    day = read_day(page, page.skip(j, words.articles))
    if day is None:
        return None
    return read_year_slot(page, day[1]).put_on(day[0], month[0])


def named(page: Page, i: int) -> bool:
    """Whether the month at token `i` is written as a name: "May", not the verb "may"."""
    return page.at(i).key not in page.words.dates.capital_months or page.is_capital(i)


def _numeric(page: Page, i: int) -> Partial | None:
    """A date in digits alone: "2022-07-01", "01/07/2022", "01.07.2022"."""
    first, sign, second, same, third = (page.at(k) for k in range(i, i + 5))
    digits = first.is_number and second.is_number and third.is_number
    glued = sign.glued and second.glued and same.glued and third.glued
    if not (digits and glued and sign.key == same.key and sign.key in {"-", "/", "."}):
        return None
    end = i + 5
    if len(first.key) > _SHORT:
        return _checked(first.key, second.key, third.key, end)
    if page.runs_on(end):
        return None
    if page.words.dates.day_first:
        return _checked(third.key, second.key, first.key, end)
    readings = {
        _checked(third.key, second.key, first.key, end),
        _checked(third.key, first.key, second.key, end),
    } - {None}
    return readings.pop() if len(readings) == 1 else None


def _checked(year: str, month: str, day: str, end: int) -> Partial | None:
    if len(month) > _SHORT or len(day) > _SHORT or len(year) != len(str(FIRST_YEAR)):
        return None
    found = Partial(end, int(day), int(month), int(year))
    return found if found.interval(int(year)) else None


def read_days(page: Page, i: int) -> Iterator[Found]:
    """The day that begins at token `i`; one of no known year is read as no value."""
    partial = read_partial(page, i) if starts_day(page, i) else None
    if partial is not None:
        yield Found(i, partial.end, resolve(page, i, partial), "date")


def starts_day(page: Page, i: int) -> bool:
    """Whether a date may begin at token `i`: no part of a longer number or of a name."""
    token = page.at(i)
    if token.is_number:
        return opens_number(page.tokens, i, page.words.units) or not token.glued
    return not (token.glued and page.at(i - 1).key == "-")


def resolve(page: Page, i: int, partial: Partial) -> DateInterval | None:
    """The interval of a date at token `i`.

    A year that is written counts; then one just in front ("Tour 2022 (1er-24 juillet)"); then the
    year that lies nearest to the reference.
    """
    year = partial.year
    if year is None and partial.future is None:
        year = year_in_front(page, i)
    if year is not None:
        found = partial.interval(year)
        return with_part(found, None, written=not partial.shifted) if found else None
    if page.reference is None:
        return None
    verb = lean(page, i, partial.end)
    found = nearest(partial.interval, page.reference, partial.future, verb)
    return with_part(found, None, written=False) if found else None


def year_in_front(page: Page, i: int, *, comma: bool = False) -> int | None:
    """The year just in front of a date, with nothing but a bracket or small words between.

    Behind a bracket or comma, a name may stand between as well ("the 2022 Tour de France (1-24
    July)"). A comma parts a year from a day ("le Tour 2021, le 12 mai") but not from a range ("le
    Tour 2022, du 1er au 24 juillet").
    """
    k, aside = i - 1, False
    while k > i - _CONTEXT_REACH and page.at(k).key in page.words.dates.context:
        if page.at(k).key == "," and not comma:
            return None
        aside = aside or page.at(k).key in {"(", ","}
        k -= 1
    name = k
    while aside and name > k - _LONGEST_NAME and _is_name(page, name):
        name -= 1
    return page.year_at(k) or page.year_at(name)


def _is_name(page: Page, k: int) -> bool:
    return page.at(k).is_word and (
        page.is_capital(k) or page.at(k).key in page.words.units.name_links
    )
