"""Ranks and numbers of things: "3e", "troisième étape", "stage 5", "the fourth season"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from facts.extract.values.literals import opens_number
from facts.extract.values.measures import is_named
from facts.extract.values.mention import Found
from facts.extract.values.numbers import opens_word
from facts.extract.values.page import Page
from facts.model import Quantity

_MOST_DIGITS = 3
_MOST_ADJECTIVES = 2
_HIGHEST_LABEL = 200
_HUNDRED = 100


def read_ordinals(page: Page, i: int) -> Iterator[Found]:
    """The ordinal at token `i`: with the unit of the noun behind it, or a rank.

    Without a noun and behind an article ("la deuxième", "le 1er") it may be anything: none.
    """
    hit = _in_digits(page, i) or _in_words(page, i)
    if hit is None or _is_other(page, i, hit[1]):
        return
    number, end = hit
    reading = _unit(page, end)
    if reading is None:
        return
    unit, behind = reading
    determined = page.word_before(i) in page.words.numbers.determiners
    if behind > end or not (determined or _is_listed(page, i, end)):
        yield Found(i, behind, Quantity(Decimal(number), unit), "ordinal")


def _is_other(page: Page, i: int, end: int) -> bool:
    """Whether it is a fraction ("a third of") or an adverb ("at first", "Third, ...")."""
    numbers = page.words.numbers
    if page.at(i - 1).key in numbers.adverb_before:
        return True
    if numbers.no_ordinals.match(page.tokens, i) is not None:
        return True
    if page.is_capital(i) and page.at(end).key in numbers.listing_signs:
        return True
    return page.at(i - 1).key in numbers.fraction_before and page.at(end).key in numbers.of


def _is_listed(page: Page, i: int, end: int) -> bool:
    """Whether another ordinal stands just beside: "les 3e, 6e et 8e étapes" are no ranks."""
    joiners = page.words.dates.and_joiners | page.words.numbers.range_joiners | {","}
    if page.at(end).key in joiners and (_in_digits(page, end + 1) or _in_words(page, end + 1)):
        return True
    before = page.at(i - 2)
    digits = page.at(i - 3).is_number and before.key in page.words.numbers.ordinal_suffixes
    words = page.words.numbers.ordinals.match(page.tokens, i - 2) if before.is_word else None
    return page.at(i - 1).key in joiners and (digits or words is not None)


def _in_digits(page: Page, i: int) -> tuple[int, int] | None:
    token, suffix = page.at(i), page.at(i + 1)
    if not token.is_number or len(token.key) > _MOST_DIGITS or token.key[0] == "0":
        return None
    if not suffix.glued or suffix.key not in page.words.numbers.ordinal_suffixes:
        return None
    if not opens_number(page.tokens, i, page.words.units):
        return None
    return int(token.key), i + 2


def _in_words(page: Page, i: int) -> tuple[int, int] | None:
    if not page.at(i).is_word or not opens_word(page.tokens, i):
        return None
    ordinals, tokens = page.words.numbers.ordinals, page.tokens
    hundreds = page.numbers.get(i)
    if hundreds is not None and hundreds.value and hundreds.value % _HUNDRED == 0:
        joined = page.at(hundreds.end).key == page.words.numbers.joiner
        rest = ordinals.match(tokens, page.behind_hyphen(hundreds.end) + joined)
        if rest is not None and rest[0] < _HUNDRED:
            return int(hundreds.value) + rest[0], rest[1]
    return ordinals.match(tokens, i)


def _unit(page: Page, i: int) -> tuple[str, int] | None:
    """The unit of the noun behind an ordinal; "rank" where none follows, None for other nouns."""
    units = page.words.units
    rank = units.rank_nouns.match(page.tokens, i)
    if rank is not None:
        return rank
    after = page.at(i)
    if not after.is_word:
        return ("rank", i) if after.key != "-" or not after.glued else None
    final = after.key in page.words.dates.and_joiners and page.at(i + 1).key in units.selecting
    if after.key in units.after_rank and not final:
        return "rank", i
    first = i + 2 if final else i
    for j in range(first, first + _MOST_ADJECTIVES + 1):
        hit = units.nouns.match(page.tokens, j)
        if hit is not None:
            noun, end = hit
            single = not noun.plural and not noun.sign and not is_named(page, j)
            return (noun.unit, end) if single else None
        if page.at(j).key not in units.adjectives or page.at(j).key in units.selecting:
            return None
    return None


def read_labels(page: Page, i: int) -> Iterator[Found]:
    """The number behind the name of a thing at token `i`: "stage 5", "saison quatre"."""
    unit = page.words.units.labels.get(page.at(i).key)
    if unit is None or not page.at(i).is_word:
        return
    j = page.skip(i + 1, page.words.units.number_nouns)
    number = page.numbers.get(j)
    if number is None or number.article or number.takes_of or page.at(j).glued:
        return
    whole = number.value == number.value.to_integral_value()
    if not whole or not 1 <= number.value <= _HIGHEST_LABEL:
        return
    if not page.runs_on(number.end) and not page.hyphen(number.end):
        yield Found(i, number.end, Quantity(number.value, unit), "ordinal")
