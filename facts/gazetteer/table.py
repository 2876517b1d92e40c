"""Reading the gazetteer's tables: rows of text, checked, with file and line in every complaint."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from facts.gazetteer.entry import Alias, fold_all

FIRST_YEAR, LAST_YEAR = 1850, 2100

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEASONS = re.compile(r"(\d{4})(?:-(\d{4}))?")
# Spaces around a cell, or a ";" that does not stand between two pieces as "; " does.
_UNTIDY = (" \t", "\t ", "\n ", " \n", " ;", ";  ", "; \t", "; \n")

Season = tuple[int, int, str]


@dataclass(slots=True)
class Row:
    """A row of a table: where it stands, and its cells by column."""

    file: str
    line: int
    cells: dict[str, str]

    def bad(self, reason: str) -> ValueError:
        """The complaint about this row, to raise."""
        return ValueError(f"{self.file}, line {self.line}: {reason}")

    def text(self, column: str) -> str:
        """The cell of a column that must be filled."""
        cell = self.cells[column]
        if not cell:
            raise self.bad(f"the column {column} is empty")
        return cell

    def slug(self) -> str:
        """The row's own name: lower-case ASCII letters and digits, joined by hyphens."""
        slug = self.text("slug")
        if not _SLUG.fullmatch(slug):
            raise self.bad(f"{slug!r} is no slug (lower-case letters, digits and hyphens)")
        return slug

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """The cell of a column that takes one of a few values."""
        cell = self.text(column)
        if cell not in allowed:
            raise self.bad(f"{column} {cell!r} is none of {', '.join(sorted(allowed))}")
        return cell

    def items(self, column: str) -> list[str]:
        """The pieces of a list; an empty cell is an empty list."""
        cell = self.cells[column]
        return cell.split("; ") if cell else []

    def aliases(self, column: str) -> list[Alias]:
        """The aliases of a list, each with its seasons where it has some ("Jumbo@2015-2023")."""
        return [
            self._dated(piece) if "@" in piece else Alias(piece) for piece in self.items(column)
        ]

    def _dated(self, piece: str) -> Alias:
        text, _, years = piece.partition("@")
        if not text:
            raise self.bad(f"the alias {piece!r} has years but no name")
        return Alias(text, self._years(years))

    def seasons(self, column: str) -> tuple[Season, ...]:
        """Names by season ("2022=One Team; 2023-2025=Other Team"), in order and without a gap."""
        seasons: list[Season] = []
        for piece in self.items(column):
            years, _, name = piece.partition("=")
            if not name:
                raise self.bad(f"{piece!r} is no season name (2022=Name or 2022-2024=Name)")
            first, last = self._years(years)
            if seasons and first != seasons[-1][1] + 1:
                raise self.bad(f"{first} does not follow {seasons[-1][1]}: a gap or an overlap")
            seasons.append((first, last, name))
        return tuple(seasons)

    def _years(self, text: str) -> tuple[int, int]:
        match = _SEASONS.fullmatch(text)
        if not match:
            raise self.bad(f"{text!r} is no year or range of years (2022 or 2019-2023)")
        first = int(match[1])
        last = int(match[2] or first)
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise self.bad(f"{text!r} is no possible range of years")
        return first, last


def read_rows(file: str, text: str, columns: tuple[str, ...]) -> list[Row]:
    """The rows of a table whose first line must name exactly these columns, in this order.

    Raises:
        ValueError: the first line or a row is not as it should be; says file and line.
    """
    head, *lines = text.split("\n")
    if tuple(head.split("\t")) != columns:
        raise ValueError(f"{file}, line 1: the columns must be {', '.join(columns)}")
    rows = []
    for number, line in enumerate(lines, start=2):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            row = Row(file, number, dict(zip(columns, cells)))  # noqa: B905 - checked below
            if len(cells) > len(columns):
                raise row.bad(f"{len(cells)} cells instead of {len(columns)}")
            # Tabs at the end of a line are easily lost in an editor: those cells are empty.
            for column in columns[len(cells) :]:
                row.cells[column] = ""
            rows.append(row)
    # Looking through the whole text is far faster than through each line.
    if _is_untidy(f"{text}\n"):
        _check_tidy(rows, lines)
    return rows


def read_words(file: str, text: str, column: str) -> frozenset[str]:
    """The words of a table of one column, folded.

    Raises:
        ValueError: the first line or a row is not as it should be; says file and line.
    """
    head, *lines = text.split("\n")
    if head != column:
        raise ValueError(f"{file}, line 1: the columns must be {column}")
    words: set[str] = set()
    for number, (line, word) in enumerate(zip(lines, fold_all(lines), strict=True), start=2):
        if line and not line.startswith("#"):
            if "\t" in line or line != line.strip():
                raise ValueError(f"{file}, line {number}: a word stands alone in its line")
            if word in words:
                raise ValueError(f"{file}, line {number}: {line!r} stands twice")
            words.add(word)
    return frozenset(words)


def _is_untidy(text: str) -> bool:
    return text.count(";") != text.count("; ") or any(fault in text for fault in _UNTIDY)


def _check_tidy(rows: list[Row], lines: list[str]) -> None:
    for row in rows:
        if _is_untidy(f"\n{lines[row.line - 2]}\n"):
            raise row.bad("spaces around a cell, or a list whose pieces are not parted by one '; '")
