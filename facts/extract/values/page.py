"""A text opened for the readers: its tokens, its numbers, its language's words and its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from facts.extract.values.numbers import Number, scan_numbers
from facts.extract.values.phrases import Phrases
from facts.extract.values.tokens import EDGE, Token, tokenize
from facts.extract.values.words import WORDS
from facts.extract.values.words.kinds import Keys, Words
from facts.model import Language

V = TypeVar("V")

FIRST_YEAR, LAST_YEAR = 1900, 2099
_YEAR_DIGITS = 4
_MARGIN = 6
_PHRASE_REACH = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What readers share. `tokens` end with a few EDGE tokens, so that looking ahead is safe.

    `numbers` holds every number by its first token, `number_ends` the first token of the longest
    number that ends before a token.
    """

    text: str
    tokens: list[Token]
    words: Words
    reference: date | None
    numbers: dict[int, Number]
    number_ends: dict[int, int]

    def at(self, i: int) -> Token:
        """The token at `i`, or EDGE outside the text."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else EDGE

    def written(self, i: int) -> str:
        """The characters of token `i`."""
        token = self.at(i)
        return self.text[token.start : token.end]

    def is_title(self, i: int) -> bool:
        """Whether token `i` is a word with a capital letter first and small ones behind."""
        text = self.written(i)
        return len(text) > 1 and text[0].isupper() and not text.isupper()

    def is_capital(self, i: int) -> bool:
        """Whether token `i` is a word that begins with a capital letter."""
        return self.written(i)[:1].isupper()

    def is_shouted(self, i: int) -> bool:
        """Whether token `i` is a word of two capital letters or more."""
        text = self.written(i)
        return len(text) > 1 and text.isupper()

    def digit_glued(self, i: int) -> bool:
        """Whether token `i` is digits glued to what stands in front."""
        return self.at(i).is_number and self.at(i).glued

    def runs_on(self, i: int) -> bool:
        """Whether a letter or digit is glued to what ends before token `i`."""
        token = self.at(i)
        return token.glued and (token.is_word or token.is_number)

    def hyphen(self, i: int) -> bool:
        """Whether token `i` is a hyphen glued on both sides."""
        return self.at(i).key == "-" and self.at(i).glued and self.at(i + 1).glued

    def behind_hyphen(self, i: int) -> int:
        """The token behind `i` if `i` is a hyphen glued on both sides, else `i`."""
        return i + 1 if self.hyphen(i) else i

    def skip(self, i: int, keys: Keys) -> int:
        """The token behind `i` if `i` is one of `keys` (with its apostrophe), else `i`."""
        if not self.at(i).is_word or self.at(i).key not in keys:
            return i
        return i + 2 if self.at(i + 1).key == "'" and self.at(i + 1).glued else i + 1

    def word_before(self, i: int) -> str:
        """The folded word just before token `i`, over its apostrophe ("d'une": "d")."""
        return self.at(i - 2 if self.at(i - 1).key == "'" else i - 1).key

    def said_before(self, phrases: Phrases[V], i: int) -> V | None:
        """The value of the longest phrase that ends just before token `i`."""
        for k in range(max(0, i - _PHRASE_REACH), i):
            hit = phrases.match(self.tokens, k)
            if hit is not None and hit[1] == i:
                return hit[0]
        return None

    def year_at(self, i: int) -> int | None:
        """The year written at token `i` in four digits, free on both sides."""
        token = self.at(i)
        if not token.is_number or len(token.key) != _YEAR_DIGITS:
            return None
        year = int(token.key)
        if not FIRST_YEAR <= year <= LAST_YEAR or self._belongs(i + 1):
            return None
        return year

    def _belongs(self, i: int) -> bool:
        """Whether what stands at token `i` makes the digits before it more than a year."""
        after = self.at(i)
        if after.glued and (after.is_word or after.key in {"%", "€", "$", "£"}):
            return True
        if after.glued and after.key in {".", ",", ":"} and self.digit_glued(i + 1):
            return True
        iso = after.key == self.at(i + 2).key == "-" and after.glued
        return iso and self.digit_glued(i + 1) and self.digit_glued(i + 3)


def open_page(text: str, language: Language, reference: date | None) -> Page:
    """Tokens and numbers of a text."""
    tokens = [*tokenize(text), *[EDGE] * _MARGIN]
    words = WORDS[language]
    numbers = scan_numbers(tokens, words)
    ends: dict[int, int] = {}
    for start, number in numbers.items():
        ends.setdefault(number.end, start)
    return Page(text, tokens, words, reference, numbers, ends)
