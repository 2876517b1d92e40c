"""A text as tokens: words, digits and signs, each with its place and its folded form.

Accents, capitals, kinds of space, apostrophe and dash are folded away here, once, so that no reader
has to think of them. Addresses, phone and bank account numbers become one opaque token each: no
digit in them is ever a value. Everything here is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"
    OPAQUE = "opaque"
    BREAK = "break"
    EDGE = "edge"


class Gap(Enum):
    """What stands between a token and the one before."""

    NONE = 0
    SPACE = 1
    LINE = 2


class Token(NamedTuple):
    """A piece of text, `[start, end)`; `gap` is what stands between it and the one before.

    `key` is the folded form: lower case, no accents, one apostrophe, one dash, one double prime.
    `is_word`, `is_number` and `glued` repeat what kind and gap say: readers ask for them often.
    """

    kind: Kind
    key: str
    start: int
    end: int
    gap: Gap
    is_word: bool = False
    is_number: bool = False
    glued: bool = False


EDGE = Token(Kind.EDGE, "", 0, 0, Gap.SPACE)

_SIGNS = {
    **dict.fromkeys("'’‘ʼ`´′ʹ", "'"),
    **dict.fromkeys('"“”„″', '"'),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
}

_SPACE = r"\s*\u200b\u2060\ufeff\u00ad"
_PATTERN = re.compile(
    rf"""
    (?P<opaque>
        (?:https?://|www\.)[^\s<>"]+
      | [\w][\w.+\-]{{0,63}}@[\w\-]{{1,63}}(?:\.[\w\-]{{1,63}})+
      | (?:[\w\-]{{1,63}}\.){{1,4}}(?:com|fr|org|net|eu|be|ch|uk|tv|io|cc)\b(?!['’])(?:/[^\s<>"]*)?
      | [@\#][\w]+
      | \b[A-Z]{{2}}[0-9]{{2}}(?:[ ]?[A-Z0-9]{{4}}){{3,7}}(?:[ ]?[A-Z0-9]{{1,3}})?\b
      | (?<!\d)0[1-9](?P<sep>[ .\-\u00a0\u202f]?)[0-9]{{2}}(?:(?P=sep)[0-9]{{2}}){{3}}(?!\d)
      | (?:\+|\b00)(?=[1-9](?:[ .\-()\u00a0\u202f]{{0,2}}[0-9]){{8,14}}(?![0-9]))
        [0-9](?:[ .\-()\u00a0\u202f]{{0,2}}[0-9])+
    )
  | (?P<word>[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)
  | (?P<number>[0-9]+)
  | (?P<space>[{_SPACE}]+)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def fold(word: str) -> str:
    """Lower case, without accents: what two spellings of a word have in common."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order; a blank line is a BREAK, other white space is no token.

    Stars count as white space: they are Markdown's emphasis.
    """
    tokens: list[Token] = []
    gap = Gap.SPACE
    for match in _PATTERN.finditer(text):
        group = match.lastgroup
        start, end = match.span()
        if group == "space":
            lines = match.group().count("\n")
            if lines > 1:
                tokens.append(Token(Kind.BREAK, "\n", start, end, Gap.LINE))
            gap = Gap.LINE if lines else Gap.SPACE
            continue
        tokens.append(_token(group, match.group(), start, end, gap))
        gap = Gap.NONE
    return tokens


def _token(group: str | None, text: str, start: int, end: int, gap: Gap) -> Token:
    glued = gap is Gap.NONE
    if group == "word":
        return Token(Kind.WORD, fold(text), start, end, gap, is_word=True, glued=glued)
    if group == "number":
        return Token(Kind.NUMBER, text, start, end, gap, is_number=True, glued=glued)
    if group == "sign":
        return Token(Kind.SIGN, _SIGNS.get(text, text), start, end, gap, glued=glued)
    return Token(Kind.OPAQUE, "", start, end, gap, glued=glued)
