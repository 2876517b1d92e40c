"""Which answers are right: the rules by which the question sets are marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from facts.extract.tokens import fold

_HEDGES = ("serait", "pourrait", "possible", "rumeur", "would", "could", "may", "might", "rumour")


@dataclass(frozen=True, slots=True)
class Expected:
    """A question of a set, and what its answer must and must not say.

    `all` holds lists of alternatives; one of each list must occur. `none` must not occur.
    """

    id: str
    language: str
    kind: str
    question: str
    articles: tuple[str, ...]
    answerable: bool
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]


def read_set(folder: Path) -> Iterator[Expected]:
    """The questions of a folder's `questions.jsonl`."""
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Expected(
            row["id"],
            row["language"],
            row["kind"],
            row["question"],
            tuple(row["articles"]),
            row["answerable"],
            tuple(tuple(each) for each in row["expect"]["all"]),
            tuple(row["expect"]["none"]),
        )


def plain(text: str) -> str:
    """Lower-case, without accents, signs levelled, single spaces: what two spellings share."""
    levelled = fold(text).replace("'", " ").replace("′", " ").replace("-", " ")
    return " ".join(re.sub(r"[^\w:.,+]", " ", levelled).split())


def occurs(wanted: str, text: str) -> bool:
    """Whether the wanted words stand in the text as whole words."""
    return re.search(rf"(?<!\w){re.escape(plain(wanted))}(?!\w)", plain(text)) is not None


def is_right(expected: Expected, status: str, text: str) -> bool:
    """Whether an answer is right. An unanswerable question must be abstained from."""
    if not expected.answerable:
        return status == "unknown"
    if status == "unknown":
        return False
    said = all(any(occurs(choice, text) for choice in choices) for choices in expected.all)
    return said and not any(occurs(wrong, text) for wrong in expected.none)


def is_wrong_fact(expected: Expected, status: str, text: str) -> bool:
    """Whether something false was told: worse than not to have answered."""
    return status != "unknown" and not is_right(expected, status, text)


def share(rows: Sequence[bool]) -> float:
    """The share of True, 0 for no rows."""
    return sum(rows) / len(rows) if rows else 0.0
