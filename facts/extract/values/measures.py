"""What the readers of numbers with a unit share: the words of measure around a number."""

from __future__ import annotations

from facts.extract.values.mention import Found, ReadValue
from facts.extract.values.numbers import Number
from facts.extract.values.page import Page
from facts.extract.values.tokens import Kind

_REACH = 5


def measured(  # noqa: PLR0917
    page: Page, i: int, end: int, value: ReadValue, kind: str, number: Number | None = None
) -> Found:
    """The reading of `[i, end)` with what "about", "plus de" or "au moins" around it say."""
    words = {said for said in (qualifier_before(page, i), _qualifier_after(page, end)) if said}
    return Found(
        i,
        end,
        value,
        kind,
        approximate="about" in words or (number is not None and number.approximate),
        comparison=next((word for word in ("at_least", "at_most") if word in words), None),
    )


def qualifier_before(page: Page, i: int) -> str | None:
    """What the words that end just before token `i` say: "about", "at_least", "at_most"."""
    for k in range(max(0, i - _REACH), i):
        hit = page.words.numbers.before.match(page.tokens, k)
        if hit is not None and hit[1] == i:
            return hit[0]
    return None


def _qualifier_after(page: Page, i: int) -> str | None:
    hit = page.words.numbers.after.match(page.tokens, i)
    return hit[0] if hit is not None else None


def counts(page: Page, i: int, number: Number) -> bool:
    """Whether the number at token `i` counts: no article, no year, no part of a name."""
    if number.digits and is_numbered(page, i):
        return False
    if page.year_at(i) is not None and page.at(i - 1).key in page.words.dates.year_strong:
        return False
    if not number.article:
        return True
    words = page.words.numbers
    return page.at(i - 1).key in words.only_before or page.at(number.end).key in words.only_after


def is_numbered(page: Page, i: int) -> bool:
    """Whether the number at token `i` belongs to the word in front: "stage 5", "dossard 51"."""
    return page.at(i - 1).kind is Kind.WORD and page.at(i - 1).key in page.words.units.labels


def behind_of(page: Page, number: Number) -> int:
    """The token where the noun may begin: behind "de", "of" if the number takes it."""
    return page.skip(number.end, page.words.numbers.of) if number.takes_of else number.end


def is_named(page: Page, i: int) -> bool:
    """Whether the noun at token `i` is a name, as in "20 Minutes": a capital in plain text.

    Words all in capitals are a headline where a word beside them is so, too.
    """
    if page.is_title(i):
        return True
    if not page.is_shouted(i):
        return False
    beside = [k for k in (i - 2, i - 1, i + 1, i + 2) if page.at(k).kind is Kind.WORD]
    return not any(page.is_shouted(k) for k in beside)
