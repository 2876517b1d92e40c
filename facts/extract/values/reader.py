"""All readings of a text, and which of them hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from facts.extract.values.dates import read_days
from facts.extract.values.durations import read_durations, read_fixed
from facts.extract.values.mention import Found, NumberMention, ReadValue, ValueMention
from facts.extract.values.money import read_money
from facts.extract.values.ordinals import read_labels, read_ordinals
from facts.extract.values.page import Page, open_page
from facts.extract.values.periods import read_periods
from facts.extract.values.quantities import read_quantities
from facts.extract.values.ranges import read_ranges
from facts.extract.values.weekdays import read_weekdays
from facts.extract.values.years import read_years
from facts.model import Language, Money, Quantity, Span

_AT_DIGITS = (read_ranges, read_days, read_periods, read_years, read_ordinals)
_AT_WORDS = (
    *(read_ranges, read_days, read_weekdays, read_periods),
    *(read_ordinals, read_labels, read_fixed),
)
_AT_NUMBERS = (read_quantities, read_money, read_durations)


def read_values(text: str, language: Language, reference: date | None) -> tuple[ValueMention, ...]:
    """Every value in the text, with its exact characters, in order and without overlaps.

    Of two readings that overlap, the longer one holds. Never raises, whatever the text.

    `reference` is the date of publication. A date written without its year takes a year that
    stands just in front of it ("Tour 2022 (1er-24 juillet)"); else it is the next or the last one
    where the words say so ("prochain", "last"), the one on the side that the verb of its clause
    says ("sera diffusé en mars"), or the one nearest to the reference. Without a reference, such
    dates and relative ones ("hier", "next week") are left out.

    Left out, too, is all that has no one value: the time of day, the ends of "8 à 10 épisodes",
    a choice such as "les deux premières étapes", a share ("neuf coureurs sur dix"), articles ("un
    épisode", but "un seul épisode" is one), numbers that belong to a name ("20 Minutes", "Team 7")
    and numbers that count nothing known (see `read_numbers`).
    """
    page = open_page(text, language, reference)
    return tuple(_mentions(page, _longest(page, _readings(page))))


def read_numbers(text: str, language: Language) -> tuple[NumberMention, ...]:
    """Every cardinal number in the text, the longest at each place, whatever it counts.

    Articles ("un", "one") and numbers that are part of a name ("F1", "20Minutes") are none.
    """
    page = open_page(text, language, None)
    found, end = [], 0
    for i, number in sorted(page.numbers.items()):
        if i >= end and not number.article and not page.runs_on(number.end):
            end = number.end
            span = Span(page.tokens[i].start, page.tokens[end - 1].end)
            found.append(NumberMention(span, _whole(number.value), number.approximate))
    return tuple(found)


def _readings(page: Page) -> Iterator[Found]:
    for i, token in enumerate(page.tokens):
        for read in _AT_WORDS if token.is_word else _AT_DIGITS if token.is_number else ():
            yield from read(page, i)
        if i in page.numbers:
            for read in _AT_NUMBERS:
                for found in read(page, i):
                    yield _unless_range(page, found)


def _unless_range(page: Page, found: Found) -> Found:
    """The reading, or a bar against it at the end of "8 à 10 épisodes", "one in three riders"."""
    words = page.words.numbers
    joiner = found.start - 1
    first = page.number_ends.get(joiner)
    if found.value is None or first is None or page.year_at(first) is not None:
        return found
    key = page.at(joiner).key
    between = key in page.words.dates.and_joiners and page.at(first - 1).key in words.between
    if key in words.range_joiners or key in words.ratio_joiners or between:
        return Found(first, found.end, None, "range")
    return found


def _longest(page: Page, readings: Iterable[Found]) -> list[Found]:
    """The readings that hold: no two overlap, longer ones first, then in order of the text."""
    kept: list[Found] = []
    taken: set[int] = set()
    for found in sorted(readings, key=lambda found: (-_size(page, found), found.start)):
        tokens = range(found.start, found.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(found)
    return sorted(kept)


def _size(page: Page, found: Found) -> int:
    return page.tokens[found.end - 1].end - page.tokens[found.start].start


def _mentions(page: Page, kept: Iterable[Found]) -> Iterator[ValueMention]:
    for start, end, value, kind, approximate, comparison in kept:
        if value is not None:
            span = Span(page.tokens[start].start, page.tokens[end - 1].end)
            yield ValueMention(span, _tidy(value), kind, approximate, comparison)


def _tidy(value: ReadValue) -> ReadValue:
    """The value with whole numbers free of decimals: 45, not 45.0."""
    if isinstance(value, Quantity):
        return Quantity(_whole(value.number), value.unit)
    if isinstance(value, Money):
        return Money(_whole(value.amount), value.currency)
    return value


def _whole(number: Decimal) -> Decimal:
    return Decimal(int(number)) if number == number.to_integral_value() else number
