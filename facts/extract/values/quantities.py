"""Counts and measures: "huit épisodes", "two other documentary series", "180 km", "45 %"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from facts.extract.values.measures import behind_of, counts, is_named, measured
from facts.extract.values.mention import Found
from facts.extract.values.numbers import Number
from facts.extract.values.page import Page
from facts.extract.values.tokens import Kind
from facts.model import Quantity

_MOST_ADJECTIVES = 3
LONG_TIMES = frozenset({"day", "week", "month", "year"})
_YOUNGEST, _OLDEST = 14, 60


class Counted(NamedTuple):
    """A noun of a unit that ends before token `end`; `selected` for "the two first stages"."""

    unit: str
    end: int
    selected: bool = False


def read_quantities(page: Page, i: int) -> Iterator[Found]:
    """The quantities that begin with the number at token `i`."""
    number = page.numbers[i]
    if not counts(page, i, number):
        return
    fixed = _age(page, i, number) or _fixed(page, i, number)
    if fixed is not None:
        yield fixed
        return
    noun = _attributive(page, number) or _noun(page, number)
    if noun is None:
        return
    chosen = page.at(i - 1).kind is Kind.WORD and page.at(i - 1).key in page.words.units.selecting
    if noun.selected or chosen:
        yield Found(i, noun.end, None, "choice")
        return
    yield _found(page, i, number, noun)


def _found(page: Page, i: int, number: Number, noun: Counted) -> Found:
    kind = "duration" if noun.unit in LONG_TIMES else "quantity"
    climb = page.words.units.climbs.match(page.tokens, noun.end) if noun.unit == "m" else None
    end = climb[1] if climb else noun.end
    if noun.unit == "year" and _is_age(page, i, number, end):
        kind = "age"
    value = Quantity(number.value, noun.unit)
    return measured(page, i, end, value, "climb" if climb else kind, number)


def _fixed(page: Page, i: int, number: Number) -> Found | None:
    """Units of signs and fixed phrases: percent and speeds."""
    units = page.words.units
    percent = units.percent.match(page.tokens, number.end)
    if percent is not None:
        value = Quantity(number.value, "percent")
        return measured(page, i, percent[1], value, "percent", number)
    speed = units.speeds.match(page.tokens, number.end)
    if speed is not None and not _runs_on(page, speed[1]):
        value = Quantity(number.value, speed[0])
        return measured(page, i, speed[1], value, "speed", number)
    return None


def _age(page: Page, i: int, number: Number) -> Found | None:
    """ "23-year-old", "23 years old", "aged 23"."""
    units = page.words.units
    j = number.end
    j += 1 if page.at(j).key == "-" and page.at(j).glued and page.at(j + 1).glued else 0
    hit = units.ages.match(page.tokens, j)
    if hit is not None:
        return measured(page, i, hit[1], Quantity(number.value, "year"), "age", number)
    for k in range(max(0, i - 3), i):
        before = units.age_before.match(page.tokens, k)
        if before is not None and before[1] == i and _noun(page, number) is None:
            return Found(i, number.end, Quantity(number.value, "year"), "age")
    return None


def _is_age(page: Page, i: int, number: Number, end: int) -> bool:
    """Whether years are an age: where the language says so by itself ("23 ans"), with no span."""
    units = page.words.units
    if not units.bare_ages or number.value != number.value.to_integral_value():
        return False
    for k in range(max(0, i - 5), i):
        for phrases, verdict in ((units.age_before, True), (units.span_before, False)):
            hit = phrases.match(page.tokens, k)
            if hit is not None and hit[1] == i:
                return verdict
    if units.span_after.match(page.tokens, end) is not None:
        return False
    return _YOUNGEST <= number.value <= _OLDEST


def _attributive(page: Page, number: Number) -> Counted | None:
    """ "eight-episode", "three-week": a hyphen and a noun in the singular."""
    j = number.end
    if not (page.at(j).key == "-" and page.at(j).glued and page.at(j + 1).glued):
        return None
    hit = page.words.units.attributive.match(page.tokens, j + 1)
    if hit is None or is_named(page, j + 1) or _runs_on(page, hit[1]):
        return None
    return Counted(hit[0], hit[1])


def _noun(page: Page, number: Number) -> Counted | None:
    """The noun that the number counts, behind a few adjectives."""
    units = page.words.units
    j, selected = behind_of(page, number), False
    for _ in range(_MOST_ADJECTIVES + 1):
        hit = units.nouns.match(page.tokens, j)
        if hit is not None:
            noun, end = hit
            if is_named(page, j) and not noun.sign:
                return None
            if _agrees(number.value, noun.plural, page) and not _runs_on(page, end):
                return Counted(noun.unit, end, selected)
        key = page.at(j).key
        if page.at(j).kind is not Kind.WORD or not (key in units.adjectives or hit is not None):
            return None
        selected = selected or key in units.selecting
        j += 1
    return None


def _agrees(value: Decimal, plural: bool | None, page: Page) -> bool:
    """Whether a noun's form goes with the number: no "three stage" of "three stage wins"."""
    if plural is None or not page.words.units.strict_plural:
        return True
    return plural == (value != 1)


def _runs_on(page: Page, i: int) -> bool:
    """Whether a letter or digit is glued to what ends before token `i`: it was no whole word."""
    token = page.at(i)
    return token.glued and token.kind in {Kind.WORD, Kind.NUMBER, Kind.OPAQUE}
