"""Counts and measures: "huit épisodes", "two other documentary series", "180 km", "45 %"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from facts.extract.values.ages import is_age, read_age
from facts.extract.values.measures import behind_of, counts, is_named, measured
from facts.extract.values.mention import Found
from facts.extract.values.numbers import Number
from facts.extract.values.page import Page
from facts.extract.values.words.kinds import Noun
from facts.model import Quantity

_MOST_WORDS = 5
_LONG_TIMES = frozenset({"day", "week", "month", "year"})
_UNSURE_METRES = 20
_SHARES = frozenset({2, 3, 4, 5, 10, 100})


class Counted(NamedTuple):
    """A noun of a unit that ends before token `end`.

    `selected` is True for "the two first stages", which are a choice and no count.
    """

    unit: str
    end: int
    selected: bool = False


def read_quantities(page: Page, i: int) -> Iterator[Found]:
    """The quantity that begins with the number at token `i`."""
    number = page.numbers[i]
    if not counts(page, i, number):
        return
    found = read_age(page, i, number) or _with_sign(page, i, number) or _counted(page, i, number)
    if found is not None:
        yield found


def _with_sign(page: Page, i: int, number: Number) -> Found | None:
    """Per cent and speeds."""
    units = page.words.units
    percent = units.percent.match(page.tokens, number.end)
    if percent is not None:
        value = Quantity(number.value, "percent")
        return measured(page, i, percent[1], value, "percent", number=number)
    speed = units.speeds.match(page.tokens, number.end)
    if speed is not None and not page.runs_on(speed[1]):
        value = Quantity(number.value, speed[0])
        return measured(page, i, speed[1], value, "speed", number=number)
    return None


def _counted(page: Page, i: int, number: Number) -> Found | None:
    million = _in_millions(page, number)
    if million is not None:
        number = million
    noun = _attributive(page, number) or _noun(page, i, number)
    if noun is None:
        return None
    before = page.at(i - 1)
    if noun.selected or (before.is_word and before.key in page.words.units.selecting):
        return Found(i, noun.end, None, "choice")
    if _is_share(page, noun.end):
        return Found(i, noun.end, None, "share")
    climb = page.words.units.climbs.match(page.tokens, noun.end) if noun.unit == "m" else None
    end = climb[1] if climb else noun.end
    if climb is None and noun.unit == "m" and _is_unsure(page, number):
        return None
    kind = "climb" if climb else "duration" if noun.unit in _LONG_TIMES else "quantity"
    if noun.unit == "year" and is_age(page, i, number, end):
        kind = "age"
    return measured(page, i, end, Quantity(number.value, noun.unit), kind, number=number)


def _is_share(page: Page, i: int) -> bool:
    """Whether "sur dix" stands at token `i`: a round number that counts nothing itself."""
    whole = page.numbers.get(i + 1)
    if page.at(i).key not in page.words.numbers.ratio_after or whole is None:
        return False
    counted = page.words.units.nouns.match(page.tokens, whole.end) is not None
    return whole.value in _SHARES and not counted and not page.runs_on(whole.end)


def _is_unsure(page: Page, number: Number) -> bool:
    """Whether "3m" may as well be three million: where the language writes it so."""
    glued = number.digits and page.at(number.end).glued and not page.hyphen(number.end)
    return page.words.units.short_millions and glued and number.value < _UNSURE_METRES


def _in_millions(page: Page, number: Number) -> Number | None:
    """The number of "3m viewers"."""
    if not (page.words.units.short_millions and number.digits and page.at(number.end).glued):
        return None
    scale = page.words.units.money_scales.get(page.at(number.end).key)
    hit = page.words.units.nouns.match(page.tokens, number.end + 1)
    if scale is None or hit is None or not hit[0].plural:
        return None
    return number._replace(value=number.value * scale, end=number.end + 1)


def _attributive(page: Page, number: Number) -> Counted | None:
    """A hyphen and a noun in the singular: "eight-episode", "three-week"."""
    j = number.end
    if not page.hyphen(j):
        return None
    hit = page.words.units.attributive.match(page.tokens, j + 1)
    if hit is None or is_named(page, j + 1) or page.runs_on(hit[1]):
        return None
    return Counted(hit[0], hit[1])


def _noun(page: Page, i: int, number: Number) -> Counted | None:
    """The noun that the number counts, behind adjectives or (where nouns come last) names."""
    units = page.words.units
    j, selected = behind_of(page, number), False
    for _ in range(_MOST_WORDS):
        hit = units.nouns.match(page.tokens, j)
        if hit is not None and _is_unit(page, j, hit, number.value):
            return Counted(hit[0].unit, hit[1], selected)
        if hit is not None and (is_named(page, j) or not units.noun_last):
            return None
        if hit is None and not _may_describe(page, i, j):
            return None
        selected = selected or page.at(j).key in units.selecting
        j += 1
    return None


def _is_unit(page: Page, j: int, hit: tuple[Noun, int], value: Decimal) -> bool:
    """Whether a noun goes with the number: no name, no attribute ("three stage wins")."""
    noun, end = hit
    if page.runs_on(end) or (page.hyphen(end) and page.words.units.noun_last):
        return False
    if noun.sign:
        return len(page.at(j).key) > 1 or not page.is_capital(j)
    agrees = noun.plural is None or noun.plural == (value != 1)
    return not is_named(page, j) and (agrees or not page.words.units.noun_last)


def _may_describe(page: Page, i: int, j: int) -> bool:
    """Whether word `j` may stand between number and noun: an adjective, or part of a name."""
    units = page.words.units
    token = page.at(j)
    if not token.is_word:
        return False
    if token.key in units.adjectives:
        return True
    if not units.noun_last or page.words.dates.months.match(page.tokens, i - 1) is not None:
        return False
    return page.is_capital(j) or (token.key in units.name_links and page.is_capital(j + 1))
