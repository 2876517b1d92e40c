"""How questions are handled: `python -m tests.benchmarks.ask [FOLDER]`.

FOLDER holds `questions.jsonl` and `articles/`; without it, the set kept in `tests/data/ask`. Beside
Musette stand the peers of `tests.benchmarks.peers`, on the same questions and sentences in the same
run; each of them has the threshold that is best for these very questions. All but the times is the
same in every run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter

from facts.article import read_article
from facts.ask.engine import ask
from facts.ask.library import Library, library_of
from tests.benchmarks.outcomes import (
    Found,
    Outcome,
    best_threshold,
    grouped,
    median_ms,
    p99_ms,
    share_right,
)
from tests.benchmarks.peers import PEERS, Peer
from tests.benchmarks.scoring import Expected, read_set

HELD_OUT = Path(__file__).parents[1] / "data" / "ask"
OURS = "Musette"

Results = dict[str, list[Outcome]]


def main(folder: Path = HELD_OUT) -> None:
    questions = list(read_set(folder))
    libraries = _Libraries(folder / "articles")
    _print_sizes(questions, libraries)
    groups = {
        "One article at a time": [q for q in questions if len(q.articles) == 1],
        "Several articles at once": [q for q in questions if len(q.articles) > 1],
    }
    every: Results = {name: [] for name in (OURS, *PEERS)}
    for title, group in groups.items():
        results = run(group, libraries)
        for name, outcomes in results.items():
            every[name] += outcomes
        if group:
            _print_results(f"{title} ({len(group)} questions)", results)
    _print_results(f"All ({len(questions)} questions)", every)
    _print_by("By kind", every, lambda expected: expected.kind)
    _print_by("By language of the question", every, lambda expected: expected.language)


def run(questions: Sequence[Expected], libraries: _Libraries) -> Results:
    """What Musette and each peer make of the questions."""
    results = {OURS: [_ours(q, libraries.library(q.articles)) for q in questions]}
    for name, make in PEERS.items():
        found = list(_found(questions, libraries, make))
        threshold = best_threshold(found)
        results[name] = [row.above(threshold) for row in found]
    return results


def _ours(expected: Expected, library: Library) -> Outcome:
    start = perf_counter()
    answer = ask(expected.question, library)
    ms = (perf_counter() - start) * 1000
    return Outcome(expected, str(answer.status), "\n".join((answer.text, *answer.items)), ms)


def _found(
    questions: Sequence[Expected],
    libraries: _Libraries,
    make: Callable[[Sequence[str]], Peer],
) -> Iterator[Found]:
    peers: dict[tuple[str, ...], Peer] = {}
    for expected in questions:
        if expected.articles not in peers:
            peers[expected.articles] = make(libraries.sentences(expected.articles))
        start = perf_counter()
        best = peers[expected.articles].best(expected.question)
        ms = (perf_counter() - start) * 1000
        score, text = best or (None, "")
        yield Found(expected, score, text, ms)
    for peer in peers.values():
        peer.close()


class _Libraries:
    """The libraries of a folder's articles, each made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.library = cache(self._library)

    def _library(self, names: tuple[str, ...]) -> Library:
        return library_of(read_article(self._folder / name) for name in names)

    def sentences(self, names: tuple[str, ...]) -> list[str]:
        return [passage.text for passage in self.library(names).passages]


def _print_sizes(questions: Sequence[Expected], libraries: _Libraries) -> None:
    names = tuple(sorted({name for q in questions for name in q.articles}))
    whole = libraries.library(names)
    spoken = {code: sum(q.language == code for q in questions) for code in ("fr", "en")}
    answerable = sum(q.answerable for q in questions)
    print(
        f"{len(questions)} questions ({spoken['fr']} French, {spoken['en']} English; {answerable} "
        f"answerable, {len(questions) - answerable} not) on {len(names)} articles: "
        f"{len(whole.passages)} sentences, {len(whole.facts)} facts"
    )


_ROWS: dict[str, Callable[[Sequence[Outcome]], str]] = {
    "handled right": lambda rows: _percent(share_right(rows)),
    "answerable, answered right": lambda rows: _percent(
        share_right([row for row in rows if row.expected.answerable])
    ),
    "unanswerable, abstained": lambda rows: _percent(
        share_right([row for row in rows if not row.expected.answerable])
    ),
    "abstained, though answerable": lambda rows: str(
        sum(row.status == "unknown" and row.expected.answerable for row in rows)
    ),
    "wrong, told as a fact": lambda rows: str(sum(row.wrong_fact for row in rows)),
    "wrong sentence shown": lambda rows: str(sum(row.wrong_sentence for row in rows)),
    "said what must not be said": lambda rows: str(sum(row.tempted for row in rows)),
    "median ms": lambda rows: f"{median_ms(rows):.2f}",
    "99th percentile ms": lambda rows: f"{p99_ms(rows):.2f}",
}


def _print_results(title: str, results: Results) -> None:
    _print_head(title, results)
    for label, tell in _ROWS.items():
        _print_row(label, [tell(rows) for rows in results.values()])
    best = max(share_right(rows) for name, rows in results.items() if name != OURS)
    ratio = f"{share_right(results[OURS]) / best:.2f}" if best else "-"
    _print_row("right, to the best peer's", [ratio])


def _print_by(title: str, results: Results, key: Callable[[Expected], str]) -> None:
    _print_head(title, results)
    parts = {name: grouped(rows, key) for name, rows in results.items()}
    for group, rows in parts[OURS].items():
        shares = [_percent(share_right(parts[name][group])) for name in results]
        _print_row(f"{group} ({len(rows)})", shares)


def _print_head(title: str, results: Results) -> None:
    print()
    _print_row(title, list(results))


def _print_row(label: str, cells: Sequence[str]) -> None:
    print(f"{label:44}" + "".join(f"{cell:>10}" for cell in cells))


def _percent(part: float) -> str:
    return f"{part:.1%}"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
