"""Whether a sentence sets a date in the past or in the future: the verb that stands nearest.

A date written without its year can be either; "sera diffusé en mars" and "a débuté en mars" are
not. Only verbs of the same clause count, and only where one is plain; else nothing is said.
"""

from __future__ import annotations

import unicodedata

from facts.extract.values.page import Page
from facts.extract.values.words.kinds import TenseWords

_BACK = 14
_AHEAD = 10
_PARTICIPLE = 5
_SHORTEST = 5
_LEAD = 4
_SHORTEST_PARTICIPLE = 2


def lean(page: Page, start: int, end: int) -> bool | None:
    """True where the clause around the tokens `[start, end)` is in the future, False in the past.

    The nearest verb in front decides; a date that opens its clause asks the verb behind it.
    """
    words = page.words.tense
    for k in range(start - 1, start - _BACK, -1):
        if _is_border(page, k, words):
            opens = start - k <= _LEAD and page.at(k).key not in words.asides
            return _ahead(page, end, words) if opens else None
        verdict = _verb(page, k, words)
        if verdict is not None:
            return verdict
    return None


def _ahead(page: Page, end: int, words: TenseWords) -> bool | None:
    first = end + 1 if page.at(end).key == "," else end
    for k in range(first, first + _AHEAD):
        if _is_border(page, k, words):
            return None
        verdict = _verb(page, k, words)
        if verdict is not None:
            return verdict
    return None


def _is_border(page: Page, k: int, words: TenseWords) -> bool:
    """Whether a clause ends at token `k`."""
    token = page.at(k)
    if token.is_word:
        return token.key in words.relatives
    return not token.is_number and token.key not in {"'", "-", '"', "%"}


def _verb(page: Page, k: int, words: TenseWords) -> bool | None:
    token = page.at(k)
    if not token.is_word:
        return None
    key = token.key
    plain = page.written(k) == key
    named = not plain and key in page.words.dates.capital_months
    if (key in words.future and not named) or (plain and _ends(key, words.future_endings, words)):
        return True
    if key in words.past or (plain and _is_past_form(page, k, words)):
        return False
    return None


def _is_participle(page: Page, n: int, words: TenseWords) -> bool:
    """Whether word `n` ends like a participle, its accents included ("débuté", not "débute")."""
    written = unicodedata.normalize("NFC", page.written(n)).casefold()
    long = len(written) >= _SHORTEST_PARTICIPLE and n not in page.numbers
    return long and written.endswith(words.participles)


def _ends(key: str, endings: tuple[str, ...], words: TenseWords) -> bool:
    return len(key) >= _SHORTEST and key.endswith(endings) and key not in words.no_verbs


def _is_past_form(page: Page, k: int, words: TenseWords) -> bool:
    """Whether token `k` is a perfect with its participle behind, or a past form by its ending."""
    key = page.at(k).key
    if key in words.perfect and page.at(k - 1).key not in words.no_perfect_after:
        following = range(k + 1, k + _PARTICIPLE)
        return any(_is_participle(page, n, words) for n in following)
    if key in words.be:
        return any(page.at(n).key in words.moved for n in range(k + 1, k + _PARTICIPLE))
    return _ends(key, words.past_endings, words) and page.at(k - 1).key not in words.passive
