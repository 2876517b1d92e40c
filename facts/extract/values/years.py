"""Bare years: "en 2023", "(2023)", "saison 2023", and those of a name ("Tour de France 2022")."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.values.calendars import year_interval
from facts.extract.values.mention import Found
from facts.extract.values.page import Page

_LONGEST_LIST = 6


def read_years(page: Page, i: int) -> Iterator[Found]:
    """A bare year at token `i`: a date in the right place, "year" beside a name."""
    year = page.year_at(i)
    if year is None or (page.at(i).glued and page.at(i - 1).key not in {"(", "'", "["}):
        return
    interval = year_interval(year)
    kind = _kind(page, i)
    if interval is not None and kind is not None:
        yield Found(i, i + 1, interval, kind)


def _kind(page: Page, i: int) -> str | None:
    """The kind of the year at token `i`; in a list ("en 2019, 2020 et 2021"), that of the first."""
    joiners = page.words.dates.and_joiners | {","}
    for _ in range(_LONGEST_LIST):
        if page.at(i - 1).key not in joiners or page.year_at(i - 2) is None:
            break
        i -= 2
    return _kind_alone(page, i)


def _kind_alone(page: Page, i: int) -> str | None:
    words = page.words.dates
    before, after = page.at(i - 1), page.at(i + 1)
    follows = after.is_word and after.key not in words.function_words
    capital_follows = follows and page.is_capital(i + 1)
    noun = before.key in words.year_nouns or (follows and after.key in words.year_nouns)
    if before.key == "(" and after.key in {")", ","}:
        return "date"
    if noun or page.word_before(i) in words.year_strong:
        return "date"
    if page.word_before(i) in words.year_before:
        counted = page.said_before(page.words.numbers.before, i) is not None
        return "date" if not counted and (capital_follows or not follows) else None
    if capital_follows and not _is_sentence_end(page, i):
        return "year"
    named = before.is_word and page.is_capital(i - 1) and before.key not in page.words.units.labels
    return "year" if named and not follows else None


def _is_sentence_end(page: Page, i: int) -> bool:
    """Whether a new line begins behind token `i`."""
    return page.at(i + 1).gap.value > 1
