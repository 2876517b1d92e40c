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
        ValueError: a line of a file has too many or too few cells.
    """
    irregular: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in Language}
    for language, word, forms in _lines("irregular.tsv", 3):
        irregular[language][word] = tuple(forms.split())
    return tuple(
        Row(
            concept,
            kind,
            {
                language: tuple(
                    _entry(word, language, concept == STOP, irregular[language])
                    for word in cell.split("; ")
                )
                for language, cell in ((Language.FR, french), (Language.EN, english))
            },
        )
        for concept, kind, french, english in _lines("glossary.tsv", 4)
    )


def _entry(
    word: str, language: Language, fixed: bool, irregular: dict[str, tuple[str, ...]]
) -> Entry:
    mark = _MARKS.get(word[:2])
    bare = word[2:]
    if mark is Mark.VERB:
        verb = bare.removeprefix("se ").removeprefix("s'")
        forms = irregular.get(verb.partition(" ")[0], ())
        return Entry(verb, mark, forms, reflexive=verb != bare)
    if mark is Mark.GENDERED:
        return Entry(bare, mark)
    if fixed or word[0] == "=":
        return Entry(word.removeprefix("="), Mark.FIXED)
    return Entry(word, Mark.NOUN, irregular.get(_inflected(word, language), ()))


def _inflected(noun: str, language: Language) -> str:
    """The word of a group of words that takes the plural's ending."""
    if language is Language.FR:
        return noun.partition(" ")[0]
    return noun.partition(" of ")[0].rpartition(" ")[2]


def _lines(name: str, cells: int) -> Iterator[list[str]]:
    return cells_of(name, files(__package__).joinpath(name).read_text(encoding="utf-8"), cells)


def cells_of(name: str, text: str, cells: int) -> Iterator[list[str]]:
    """The cells of each line of a file's text, without its first line, comments and empty lines.

    Raises:
        ValueError: a line has another number of cells; names the file and the line.
    """
    for number, line in enumerate(text.splitlines()[1:], start=2):
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != cells:
                raise ValueError(f"{name}, line {number}: {len(row)} cells instead of {cells}")
            yield row
