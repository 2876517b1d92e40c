"""Amounts of money: "3 millions d'euros", "€3m", "$2.5 million", "500 000 €"."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.values.measures import behind_of, counts, measured
from facts.extract.values.mention import Found
from facts.extract.values.page import Page
from facts.model import Money

_SYMBOL_REACH = 3


def read_money(page: Page, i: int) -> Iterator[Found]:
    """The amount whose number is at token `i`, with its currency in front or behind."""
    number = page.numbers[i]
    units = page.words.units
    scale = units.money_scales.get(page.at(number.end).key) if number.digits else None
    amount = number.value * (scale or 1)
    end = number.end + (1 if scale else 0)
    for k in range(max(0, i - _SYMBOL_REACH), i):
        symbol = units.symbols.match(page.tokens, k)
        if symbol is not None and symbol[1] == i:
            value = Money(amount, symbol[0])
            if _is_range(page, end):
                yield Found(k, end + 1, None, "range")
            elif not page.runs_on(end):
                yield measured(page, k, end, value, "money", number=number)
            return
    if not counts(page, i, number):
        return
    behind = page.skip(end, page.words.numbers.of) if scale else behind_of(page, number)
    currency = units.symbols.match(page.tokens, behind)
    if currency is None:
        currency = units.currencies.match(page.tokens, behind)
    if currency is not None and not page.runs_on(currency[1]):
        yield measured(page, i, currency[1], Money(amount, currency[0]), "money", number=number)


def _is_range(page: Page, i: int) -> bool:
    """Whether a second amount follows behind a joiner: "€2-3m"."""
    if page.at(i).key not in page.words.numbers.range_joiners:
        return False
    return (
        page.at(i + 1).is_number or page.words.units.symbols.match(page.tokens, i + 1) is not None
    )
