"""Numbers, in digits and in words, at a place in a row of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from facts.extract.values.literals import follows_label, opens_number, read_literal
from facts.extract.values.tokens import Kind, Token
from facts.extract.values.words.kinds import NumberWords, Words

_HUNDRED = 100
_THOUSAND = 1_000
_NO_LIMIT = 10**13


class Number(NamedTuple):
    """A number that ends before token `end`.

    `article` is True for "un", "one", "a"; `takes_of` where "of" may follow ("trois millions de");
    `digits` where it is written in digits.
    """

    value: Decimal
    end: int
    approximate: bool = False
    article: bool = False
    takes_of: bool = False
    digits: bool = False


def scan_numbers(tokens: Sequence[Token], words: Words) -> dict[int, Number]:
    """Every number of a text, by the token that it begins at; longer ones hide none inside."""
    found: dict[int, Number] = {}
    for i, token in enumerate(tokens):
        if token.kind is Kind.NUMBER:
            number = _in_digits(tokens, i, words)
        elif token.kind is Kind.WORD and opens_word(tokens, i):
            number = _in_words(tokens, i, words.numbers)
        else:
            continue
        if number is not None:
            found[i] = number
    return found


def opens_word(tokens: Sequence[Token], i: int) -> bool:
    """Whether a numeral may begin at word `i`: it is not the second half of "peloton-deux"."""
    token = tokens[i]
    return not (token.glued and (tokens[i - 1].key == "-" or tokens[i - 1].kind is Kind.NUMBER))


def skip_hyphen(tokens: Sequence[Token], i: int) -> int:
    """The token behind the hyphen that joins `i - 1` and what follows, or `i` where none does."""
    joins = tokens[i].key == "-" and tokens[i].glued and tokens[i + 1].glued
    return i + 1 if joins else i


def _in_digits(tokens: Sequence[Token], i: int, words: Words) -> Number | None:
    if not opens_number(tokens, i, words.units):
        return None
    label = follows_label(tokens, i, words.units)
    literal = read_literal(tokens, i, words.numbers, grouping=not label)
    if literal is None:
        return None
    value, end = literal.value, literal.end
    after = tokens[end]
    scale = words.numbers.scales.get(after.key) if not after.glued else None
    if scale is None:
        scale = words.numbers.thousand.get(after.key) if not after.glued else None
        takes_of = False
    else:
        takes_of = True
    if scale is not None:
        return Number(value * scale, end + 1, takes_of=takes_of, digits=True)
    return _with_half(tokens, Number(value, end, digits=True), words.numbers)


def _in_words(tokens: Sequence[Token], i: int, words: NumberWords) -> Number | None:
    collective = words.collectives.match(tokens, i)
    if collective is not None:
        amount, end = collective
        return Number(Decimal(amount), end, approximate=True, takes_of=True)
    fraction = words.fractions.match(tokens, i)
    if fraction is not None:
        return Number(fraction[0], fraction[1])
    total, end = _total(tokens, i, words)
    if end == i:
        return None
    if tokens[end].key in words.multiples:
        amount = words.multiples[tokens[end].key]
        return Number(Decimal(total * amount), end + 1, approximate=True, takes_of=True)
    article = end == i + 1 and tokens[i].key in words.articles
    takes_of = tokens[end - 1].key in words.scales
    number = Number(Decimal(total), end, article=article, takes_of=takes_of)
    return _with_half(tokens, number, words)


def _total(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[int, int]:
    """The sum that the numerals from `i` on say, and the token behind them; `i` for none."""
    total, limit, end, j = 0, _NO_LIMIT, i, i
    while True:
        chunk = _below_thousand(tokens, j, words)
        if chunk is None and end == i and tokens[j].key in words.scale_articles:
            chunk = (1, j + 1) if _scale(tokens[j + 1].key, words) else None
        behind = skip_hyphen(tokens, chunk[1]) if chunk else j
        scale = _scale(tokens[behind].key, words)
        bare = tokens[behind].key in words.bare and chunk is None
        if scale is None or scale >= limit or not (chunk or bare):
            break
        total += (chunk[0] if chunk else 1) * scale
        limit, end = scale, behind + 1
        j = _behind_joiner(tokens, end, words)
    if chunk is not None and chunk[0] < limit:
        return total + chunk[0], chunk[1]
    return total, end


def _behind_joiner(tokens: Sequence[Token], i: int, words: NumberWords) -> int:
    j = skip_hyphen(tokens, i)
    joined = words.joiner and tokens[j].key == words.joiner
    return skip_hyphen(tokens, j + 1) if joined else j


def _scale(key: str, words: NumberWords) -> int | None:
    return words.thousand.get(key) or words.scales.get(key)


def _below_thousand(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[int, int] | None:
    low = words.below_hundred.match(tokens, i)
    if low is None and tokens[i].key in words.scale_articles:
        low = (1, i + 1) if tokens[i + 1].key in words.hundred else None
    behind = skip_hyphen(tokens, low[1]) if low else i
    key = tokens[behind].key
    if key not in words.hundred or not _may_multiply(low, key, words):
        return low
    hundreds = (low[0] if low else 1) * _HUNDRED
    rest = words.below_hundred.match(tokens, _behind_joiner(tokens, behind + 1, words))
    if rest is None or rest[0] == 0:
        return hundreds, behind + 1
    return hundreds + rest[0], rest[1]


def _may_multiply(low: tuple[int, int] | None, key: str, words: NumberWords) -> bool:
    """Whether `low` may stand in front of "hundred": where "cent" says 100, "un cent" does not."""
    if low is None:
        return key in words.bare
    return low[0] > (1 if words.bare else 0)


def _with_half(tokens: Sequence[Token], number: Number, words: NumberWords) -> Number:
    half = words.and_a_half.match(tokens, skip_hyphen(tokens, number.end))
    if half is None or number.approximate:
        return number
    return number._replace(value=number.value + half[0], end=half[1], article=False)
