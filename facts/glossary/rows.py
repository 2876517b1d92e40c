"""The rows of the glossary's files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from facts.glossary.forms import Entry, Mark
from facts.model import Language

STOP = "-"
_MARKS = {"v:": Mark.VERB, "a:": Mark.GENDERED}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of `glossary.tsv`: a concept, its type and its words by language."""

    concept: str
    kind: str
    words: dict[Language, tuple[Entry, ...]]


@cache
def rows() -> tuple[Row, ...]:
    """Every row, in the file's order.

    Raises:
        ValueError: a line has not four cells.
    """
    irregular: dict[str, dict[str, tuple[str, ...]]] = {"fr": {}, "en": {}}
    for language, word, forms in _lines("irregular.tsv", 3):
        irregular[language][word] = tuple(forms.split())
    return tuple(
        Row(
            concept,
            kind,
            {
                Language.FR: _entries(concept, french, irregular["fr"]),
                Language.EN: _entries(concept, english, irregular["en"]),
            },
        )
        for concept, kind, french, english in _lines("glossary.tsv", 4)
    )


def _entries(concept: str, cell: str, irregular: dict[str, tuple[str, ...]]) -> tuple[Entry, ...]:
    return tuple(_entry(word, concept == STOP, irregular) for word in _list(cell))


def _entry(word: str, fixed: bool, irregular: dict[str, tuple[str, ...]]) -> Entry:
    mark = _MARKS.get(word[:2])
    if mark is None:
        if word[0] == "=":
            return Entry(word[1:], Mark.FIXED)
        if fixed:
            return Entry(word, Mark.FIXED)
        head, _, rest = word.partition(" ")
        last = rest.rpartition(" ")[2] or head
        return Entry(word, Mark.NOUN, irregular.get(last) or irregular.get(head, ()))
    bare = word[2:]
    if mark is Mark.GENDERED:
        return Entry(bare, mark)
    verb = bare.removeprefix("se ").removeprefix("s'")
    forms = irregular.get(verb.partition(" ")[0], ())
    return Entry(verb, mark, forms, reflexive=verb != bare)


def _lines(name: str, cells: int) -> Iterator[list[str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()[1:], start=2):
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != cells:
                raise ValueError(f"{name}, line {number}: {len(row)} cells instead of {cells}")
            yield row


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()
