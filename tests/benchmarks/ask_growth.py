"""How answers and reading behave as the store grows: `python -m tests.benchmarks.ask_growth 1000`.

Sizes are numbers of articles, in rising order; the store grows from one to the next.
`--database URL` measures that database, which must be empty, instead of a new SQLite file. Each
size is asked by a process of its own, whose start and memory are shown. `--profile` shows where the
time of its questions goes. Reading is one process, and so one core.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import json
import pstats
import resource
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from facts.intake import take_in
from facts.model import Answer, Language
from facts.ports import FactStore
from facts.store import open_store
from tests.benchmarks.news import Story, story
from tests.benchmarks.outcomes import quantile
from tests.benchmarks.scoring import occurs, share

Ask = Callable[[str, Language], Awaitable[Answer]]

QUESTIONS = 300
_WARMING = 20
_PARTS = 4
_MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
"""`ru_maxrss` counts kilobytes, on a Mac bytes."""


async def ready_to_answer(store: FactStore) -> Ask:
    """What answers questions from an open store: the one place that knows how that is done."""
    from facts.questions import Questions

    questions = Questions(store)
    await questions.library()
    return questions.ask


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking a store came to: seconds until ready, megabytes, milliseconds a question."""

    start_s: float
    bare_mb: float
    memory_mb: float
    median_ms: float
    p99_ms: float
    right: float
    wrong: float


def now() -> datetime:
    return datetime.now(UTC)


async def read_in(database: str, first: int, end: int) -> None:
    """Read the stories from one number to another; tells how fast, by quarters."""
    edges = [first + (end - first) * part // _PARTS for part in range(_PARTS + 1)]
    speeds = []
    async with open_store(database, Path(), now) as store:
        for low, high in pairwise(edges):
            told = [story(number).article for number in range(low, high)]
            start = perf_counter()
            for article in told:
                await take_in(store, article, name=article.key)
            speeds.append(len(told) / (perf_counter() - start))
    shown = ", ".join(f"{speed:.0f}" for speed in speeds)
    print(f"read {first:,} to {end:,}: articles a second, by quarters: {shown}")


async def ask_all(database: str, size: int, questions: int, *, profile: bool) -> Asked:
    """Ask a store that holds this many stories about as many of them as there are questions."""
    bare = _memory()
    begun = perf_counter()
    async with open_store(database, Path(), now) as store:
        answer = await ready_to_answer(store)
        start = perf_counter() - begun
        step = max(1, size // questions)
        chosen = [story(number) for number in range(0, size, step)][:questions]
        # Questions about other articles: what is measured was never asked before.
        for number in range(_WARMING):
            other = story(min(size - 1, number * step + 1))
            await answer(other.question, other.article.language)
        profiler = cProfile.Profile()
        if profile:
            profiler.enable()
        times, marks = [], []
        for each in chosen:
            asked = perf_counter()
            said = await answer(each.question, each.article.language)
            times.append((perf_counter() - asked) * 1000)
            marks.append(_mark(each, said))
        if profile:
            profiler.disable()
            pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(20)
    return Asked(
        start_s=start,
        bare_mb=bare,
        memory_mb=_memory(),
        median_ms=median(times),
        p99_ms=quantile(times, 0.99),
        right=share([mark == "right" for mark in marks]),
        wrong=share([mark == "wrong" for mark in marks]),
    )


def _mark(asked: Story, said: Answer) -> str:
    text = "\n".join((said.text, *said.items))
    if said.status == "unknown":
        return "silent" if asked.answer else "right"
    return "right" if asked.answer and occurs(asked.answer, text) else "wrong"


def _memory() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE


def main(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = arguments.database or f"sqlite:///{folder}/growth.db"
        if arguments.asks:
            (size,) = arguments.sizes
            asking = ask_all(database, size, arguments.questions, profile=arguments.profile)
            print(json.dumps(asdict(asyncio.run(asking))))
            return
        rows: list[tuple[int, Asked]] = []
        read = 0
        for size in arguments.sizes:
            asyncio.run(read_in(database, read, size))
            read = size
            rows.append((size, _asked_apart(database, size, arguments)))
            _print(rows[-1:], head=len(rows) == 1)
        _print_growth(rows)


def _asked_apart(database: str, size: int, arguments: argparse.Namespace) -> Asked:
    options = ["--profile"] if arguments.profile else []
    command = [sys.executable, "-m", "tests.benchmarks.ask_growth", str(size), "--asks", *options]
    command += ["--database", database, "--questions", str(arguments.questions)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return Asked(**json.loads(done.stdout))


_HEADS = ("articles", "start s", "bare MB", "MB", "median ms", "p99 ms", "right", "wrong")


def _print(rows: Sequence[tuple[int, Asked]], *, head: bool) -> None:
    if head:
        print("".join(f"{name:>11}" for name in _HEADS))
    for size, row in rows:
        cells = [f"{size:,}", f"{row.start_s:.2f}", f"{row.bare_mb:.0f}", f"{row.memory_mb:.0f}"]
        cells += [f"{row.median_ms:.2f}", f"{row.p99_ms:.2f}", f"{row.right:.0%}"]
        print("".join(f"{cell:>11}" for cell in [*cells, f"{row.wrong:.0%}"]), flush=True)


def _print_growth(rows: Sequence[tuple[int, Asked]]) -> None:
    for (size, row), (larger, grown) in pairwise(rows):
        times = grown.median_ms / row.median_ms
        print(f"from {size:,} to {larger:,} articles the median grows {times:.2f} times")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int, metavar="SIZE")
    parser.add_argument("--database", metavar="URL")
    parser.add_argument("--questions", type=int, default=QUESTIONS, metavar="COUNT")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--asks", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main(_parser().parse_args())
