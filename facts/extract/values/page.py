"""A text opened for the readers: its tokens, its numbers, its language's words and its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facts.extract.values.numbers import Number, scan_numbers
from facts.extract.values.tokens import EDGE, Kind, Token, tokenize
from facts.extract.values.words import WORDS
from facts.extract.values.words.kinds import Keys, Words
from facts.model import Language

FIRST_YEAR, LAST_YEAR = 1900, 2099
_YEAR_DIGITS = 4
_MARGIN = 3


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
        token = self.tokens[i]
        return self.text[token.start : token.end]

    def is_title(self, i: int) -> bool:
        """Whether token `i` is a word with a capital letter first and small ones behind."""
        text = self.written(i)
        return len(text) > 1 and text[0].isupper() and not text.isupper()

    def is_capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.written(i)[:1].isupper()

    def is_shouted(self, i: int) -> bool:
        """Whether token `i` is a word of two capital letters or more."""
        text = self.written(i)
        return len(text) > 1 and text.isupper()

    def year_at(self, i: int) -> int | None:
        """The year written at token `i` in four digits, free on both sides."""
        token = self.at(i)
        if token.kind is not Kind.NUMBER or len(token.key) != _YEAR_DIGITS:
            return None
        after = self.at(i + 1)
        if after.glued and (after.kind is Kind.WORD or after.key in "%€$£"):
            return None
        if after.glued and after.key in ".,:/" and self._digit_glued(i + 2):
            return None
        if after.key == self.at(i + 3).key == "-" and self._digit_glued(i + 2):
            return None
        year = int(token.key)
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def _digit_glued(self, i: int) -> bool:
        return self.at(i).glued and self.at(i).kind is Kind.NUMBER

    def skip(self, i: int, keys: Keys) -> int:
        """The token behind `i` if `i` is one of `keys` (with its apostrophe), else `i`."""
        if self.at(i).kind is not Kind.WORD or self.at(i).key not in keys:
            return i
        return i + 2 if self.at(i + 1).key == "'" and self.at(i + 1).glued else i + 1


def open_page(text: str, language: Language, reference: date | None) -> Page:
    """Tokens and numbers of a text."""
    tokens = [*tokenize(text), *[EDGE] * _MARGIN]
    words = WORDS[language]
    numbers = scan_numbers(tokens, words)
    ends: dict[int, int] = {}
    for start, number in numbers.items():
        ends.setdefault(number.end, start)
    return Page(text, tokens, words, reference, numbers, ends)
