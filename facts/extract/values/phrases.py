"""Phrases looked up in a row of tokens: the longest one that stands at a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from facts.extract.values.tokens import Token, tokenize

V = TypeVar("V")


def keys(phrase: str) -> tuple[str, ...]:
    """The folded words and signs of a phrase; hyphens fall away, they are optional in a text."""
    tokens = tuple(token.key for token in tokenize(phrase))
    return tuple(key for key in tokens if key != "-") or tokens


class Phrases(Generic[V]):
    """A table from phrases to values. Its index is built from the data at the first look-up.

    A hyphen may stand, glued to both, between any two words of a phrase.
    """

    def __init__(self, table: Mapping[str, V]) -> None:
        self._table = dict(table)

    def __iter__(self) -> Iterator[tuple[str, V]]:
        return iter(self._table.items())

    def match(self, tokens: Sequence[Token], i: int) -> tuple[V, int] | None:
        """The value of the longest phrase that begins at token `i`, and the token behind it."""
        if tokens[i].key not in self._index:
            return None
        return next(self.matches(tokens, i), None)

    def matches(self, tokens: Sequence[Token], i: int) -> Iterator[tuple[V, int]]:
        """The value of every phrase that begins at token `i`, the longest one first."""
        for rest, value in self._index.get(tokens[i].key, ()):
            end = _follow(tokens, i + 1, rest)
            if end is not None:
                yield value, end

    @cached_property
    def _index(self) -> dict[str, list[tuple[tuple[str, ...], V]]]:
        index: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in self._table.items():
            first, *rest = keys(phrase)
            index.setdefault(first, []).append((tuple(rest), value))
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return index


def _follow(tokens: Sequence[Token], j: int, rest: tuple[str, ...]) -> int | None:
    for key in rest:
        token = tokens[j]
        if token.key == "-" and token.glued and tokens[j + 1].glued:
            j += 1
            token = tokens[j]
        if token.key != key:
            return None
        j += 1
    return j
