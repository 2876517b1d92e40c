"""What the readers of numbers with a unit share: the words of measure around a number."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.values.mention import Found, ReadValue
from facts.extract.values.numbers import Number
from facts.extract.values.page import Page
from facts.extract.values.tokens import Gap
from facts.model import Quantity

_HEADLINE_REACH = 8
_HEADLINE_WORDS = 4
_LONG_WORD = 4
_BESIDE = 3
# What a race runs over: "over 21 stages" is no more than 21.
_RUN_OVER = frozenset(
    {"stage", "day", "week", "month", "year", "season", "episode", "km", "mile", "hour", "minute"}
)


def measured(
    page: Page, i: int, end: int, value: ReadValue, kind: str, *, number: Number | None = None
) -> Found:
    """The reading of `[i, end)` with what "about", "plus de" or "au moins" around it say."""
    after = page.words.numbers.after.match(page.tokens, end)
    said = {page.said_before(page.words.numbers.before, i), after[0] if after else None}
    if "over" in said and not (isinstance(value, Quantity) and value.unit in _RUN_OVER):
        said.add("at_least")
    return Found(
        i,
        end,
        value,
        kind,
        approximate="about" in said or (number is not None and number.approximate),
        comparison=next((word for word in ("at_least", "at_most") if word in said), None),
    )


def counts(page: Page, i: int, number: Number) -> bool:
    """Whether the number at token `i` counts: no article, no year, no part of a name."""
    if number.digits and page.at(i - 1).is_word and page.at(i - 1).key in page.words.units.labels:
        return False
    if page.year_at(i) is not None and page.at(i - 1).key in page.words.dates.year_strong:
        return False
    if not number.article:
        return True
    words = page.words.numbers
    return page.at(i - 1).key in words.only_before or page.at(number.end).key in words.only_after


def behind_of(page: Page, number: Number) -> int:
    """The token where the noun may begin: behind "de", "of" if the number takes it."""
    return page.skip(number.end, page.words.numbers.of) if number.takes_of else number.end


def is_named(page: Page, i: int) -> bool:
    """Whether the noun at token `i` is a name, as in "20 Minutes": a capital in plain text.

    In a headline all of whose longer words have capitals, or beside a word all in capitals like
    itself, a noun is none.
    """
    if page.is_title(i):
        return not _in_headline(page, i)
    if not page.is_shouted(i):
        return False
    beside = (*range(i - _BESIDE, i), *range(i + 1, i + _BESIDE + 1))
    return not any(page.is_shouted(k) for k in beside)


def _in_headline(page: Page, i: int) -> bool:
    """Whether the line around token `i` is written With Capitals Throughout."""
    if not page.words.units.title_case or page.at(i).key in page.words.units.headline_names:
        return False
    long_words = [k for k in (*_line(page, i, -1), *_line(page, i, 1)) if _is_long(page, k)]
    return len(long_words) >= _HEADLINE_WORDS and all(page.is_capital(k) for k in long_words)


def _line(page: Page, i: int, step: int) -> Iterator[int]:
    """The tokens near `i` to one side, up to the end of the line or sentence."""
    for k in range(i + step, i + step * _HEADLINE_REACH, step):
        edge = page.at(k if step > 0 else k + 1)
        if edge.gap is Gap.LINE or page.at(k).key in {".", "!", "?", ":"}:
            return
        yield k


def _is_long(page: Page, k: int) -> bool:
    return page.at(k).is_word and page.at(k).end - page.at(k).start >= _LONG_WORD
