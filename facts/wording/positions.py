"""Titles of positions in the other language, from `facts/texts/positions.tsv`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from facts.extract.tokens import fold
from facts.model import Language


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    source = files("facts").joinpath("texts", "positions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in source.splitlines()[1:] if line)
    return tuple((french, english) for french, english in rows)


def position_words(words: str) -> tuple[str, ...]:
    """Everything that the table calls a position in either language, its own words first."""
    plain = fold(words)
    found = [words]
    for pair in _pairs():
        if plain in {fold(pair[0]), fold(pair[1])}:
            found.extend(pair)
    return tuple(dict.fromkeys(found))


def is_position(words: str, language: Language) -> bool:
    """Whether the table has these words for a position in this language."""
    column, plain = (0 if language is Language.FR else 1), fold(words)
    return any(fold(pair[column]) == plain for pair in _pairs())


def translate_position(words: str, language: Language) -> str:
    """The position in `language`; as it stands where the table does not know it."""
    own, other = (0, 1) if language is Language.FR else (1, 0)
    plain = fold(words)
    named = [pair[own] for pair in _pairs() if fold(pair[own]) == plain]
    if named:
        # "Président" and "president" differ by an accent alone.
        spelt = any(name.casefold() == words.casefold() for name in named)
        return words if spelt else named[0]
    return next((pair[own] for pair in _pairs() if fold(pair[other]) == plain), words)
