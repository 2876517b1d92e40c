"""Amounts of money: "3 millions d'euros", "€3m", "$2.5 million", "500 000 €"."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.values.measures import behind_of, counts, measured
from facts.extract.values.mention import Found
from facts.extract.values.page import Page
from facts.extract.values.tokens import Kind
from facts.model import Money

_SYMBOL_REACH = 3


def read_money(page: Page, i: int) -> Iterator[Found]:
    """The amount whose number is at token `i`, with its currency in front or behind."""
    number = page.numbers[i]
    units = page.words.units
    amount, end = number.value, number.end
    scale = _scale(page, end)
    if scale is not None:
        amount, end = amount * scale, end + 1
    for k in range(max(0, i - _SYMBOL_REACH), i):
        symbol = units.symbols.match(page.tokens, k)
        if symbol is not None and symbol[1] == i:
            if not _runs_on(page, end):
                yield measured(page, k, end, Money(amount, symbol[0]), "money", number)
            return
    if not counts(page, i, number) and not number.takes_of:
        return
    behind = end if scale is not None else behind_of(page, number)
    currency = units.symbols.match(page.tokens, behind) or units.currencies.match(
        page.tokens, behind
    )
    if currency is not None and not _runs_on(page, currency[1]):
        yield measured(page, i, currency[1], Money(amount, currency[0]), "money", number)


def _scale(page: Page, i: int) -> int | None:
    """What "m", "bn", "M" or "k" at token `i` multiply by, where a sign of money is near."""
    token = page.at(i)
    if token.kind is not Kind.WORD:
        return None
    return page.words.units.money_scales.get(token.key)


def _runs_on(page: Page, i: int) -> bool:
    return page.at(i).glued and page.at(i).kind in {Kind.WORD, Kind.NUMBER}
