"""Reading the gazetteer's tables: rows of text, checked, with file and line in every complaint."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from facts.gazetteer.entry import Alias

FIRST_YEAR, LAST_YEAR = 1850, 2100

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEASONS = re.compile(r"(\d{4})(?:-(\d{4}))?")

Season = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands, and its cells by column."""

    file: str
    line: int
    cells: Mapping[str, str]

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
        if not cell:
            return []
        pieces = [piece.strip() for piece in cell.split(";")]
        if "" in pieces:
            raise self.bad(f"the column {column} has an empty piece")
        return pieces

    def aliases(self, column: str) -> list[Alias]:
        """The aliases of a list, each with its seasons where it has some ("Jumbo@2015-2023")."""
        return [self._alias(piece) for piece in self.items(column)]

    def _alias(self, piece: str) -> Alias:
        text, at, years = piece.partition("@")
        if not at:
            return Alias(text)
        if not text.strip():
            raise self.bad(f"the alias {piece!r} has years but no name")
        return Alias(text.strip(), self._years(years))

    def seasons(self, column: str) -> tuple[Season, ...]:
        """Names by season ("2022=One Team; 2023-2025=Other Team"), in order and without a gap."""
        seasons: list[Season] = []
        for piece in self.items(column):
            years, equals, name = piece.partition("=")
            if not equals or not name.strip():
                raise self.bad(f"{piece!r} is no season name (2022=Name or 2022-2024=Name)")
            first, last = self._years(years)
            if seasons and first != seasons[-1][1] + 1:
                raise self.bad(f"{first} does not follow {seasons[-1][1]}: a gap or an overlap")
            seasons.append((first, last, name.strip()))
        return tuple(seasons)

    def _years(self, text: str) -> tuple[int, int]:
        match = _SEASONS.fullmatch(text.strip())
        if not match:
            raise self.bad(f"{text!r} is no year or range of years (2022 or 2019-2023)")
        first = int(match[1])
        last = int(match[2] or first)
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise self.bad(f"{text!r} is no possible range of years")
        return first, last


def read_rows(file: str, text: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table whose first line must name exactly these columns, in this order.

    Raises:
        ValueError: the first line or a row is not as it should be; says file and line.
    """
    lines = text.splitlines()
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise ValueError(f"{file}, line 1: the columns must be {', '.join(columns)}")
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        # Trailing tabs are easily lost in an editor: cells that are not there are empty ones.
        cells += [""] * (len(columns) - len(cells))
        if len(cells) > len(columns):
            raise ValueError(f"{file}, line {number}: {len(cells)} cells instead of {len(columns)}")
        yield Row(file, number, dict(zip(columns, cells, strict=True)))
