"""Words and signs of a sentence, each with its exact span.

A hyphen inside a word is no token: "Bora-hansgrohe" is two tokens, the second `glued`. French
elided words ("d'", "qu'") and the English "'s" and "n't" stand alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from facts.model import Span

_TOKEN = re.compile(
    r"(?:aujourd['’]hui|presqu['’]île)(?!\w)"
    r"|n['’]t(?!\w)"
    r"|(?:jusqu|lorsqu|puisqu|quelqu|quoiqu|qu|[cdjlmnst])['’](?=\w)"
    r"|\d+(?:[.,:]\d+)+"
    r"|(?<!\w)(?:[A-Z]\.){2,}"
    r"|['’](?:s|re|ve|ll|d|m)(?!\w)"
    r"|[^\W_]+(?=n['’]t(?!\w))"
    r"|[^\W_]+(?:['’](?!(?:s|re|ve|ll|d|m|t)(?!\w))[^\W_]+)*"
    r"|[^\s]",
    re.IGNORECASE,
)
_HYPHENS = "-‐‑–"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign. `norm` is lower-case; `fold` has lost its accents too."""

    text: str
    norm: str
    fold: str
    start: int
    end: int
    glued: bool

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower-case, without accents, with plain apostrophes: what two spellings have in common."""
    plain = text.casefold().replace("’", "'").replace("œ", "oe").replace("æ", "ae")
    plain = plain.replace("ø", "o").replace("ł", "l").replace("đ", "d")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def tokenise(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of `text[span.start:span.end]`, with offsets into `text`."""
    found: list[Token] = []
    joined = False
    for match in _TOKEN.finditer(text, span.start, span.end):
        piece = match.group()
        inside = match.end() < span.end and text[match.end()].isalnum()
        if piece in _HYPHENS and found and found[-1].end == match.start() and inside:
            joined = True
            continue
        norm = piece.casefold().replace("’", "'")
        plain = fold(piece if len(piece) == 1 or piece[0].isdigit() else piece.replace(".", ""))
        found.append(Token(piece, norm, plain, match.start(), match.end(), joined))
        joined = False
    return tuple(found)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name or phrase, as a text's tokens would show them."""
    if text.endswith(("'", "’")):  # "victime d'": elided only in front of a word
        return words_of(f"{text}x")[:-1]
    return tuple(token.fold for token in tokenise(text, Span(0, len(text))) if token.is_word)
