"""Ages: "23-year-old", "23 years old", "aged 23", "23 ans"."""

from __future__ import annotations

from facts.extract.values.measures import measured
from facts.extract.values.mention import Found
from facts.extract.values.numbers import Number
from facts.extract.values.page import Page
from facts.model import Quantity

_YOUNGEST, _OLDEST = 14, 60
_EVER = 120


def read_age(page: Page, i: int, number: Number) -> Found | None:
    """The age whose number is at token `i`, where words around it say that it is one."""
    units = page.words.units
    value = Quantity(number.value, "year")
    hit = units.ages.match(page.tokens, page.behind_hyphen(number.end))
    if hit is not None:
        return measured(page, i, hit[1], value, "age", number=number)
    bare = page.said_before(units.bare_age_before, i) is not None
    after = page.at(number.end)
    free = not after.is_word or after.key in page.words.dates.function_words
    if bare and free and number.value <= _EVER and not page.hyphen(number.end):
        return Found(i, number.end, value, "age")
    return None


def is_age(page: Page, i: int, number: Number, end: int) -> bool:
    """Whether the years in `[i, end)` are an age, where the language says so by itself.

    "23 ans" is one unless a word beside it makes it a span ("depuis 23 ans"); few or many years
    are a span unless a word makes them an age ("âgé de 8 ans").
    """
    units = page.words.units
    if not units.bare_ages or number.value != number.value.to_integral_value():
        return False
    if page.said_before(units.age_before, i) is not None:
        return number.value <= _EVER
    if page.said_before(units.span_before, i) is not None:
        return False
    if units.span_after.match(page.tokens, end) is not None:
        return False
    return _YOUNGEST <= number.value <= _OLDEST
