"""How long the store takes: `python -m tests.benchmarks.store [ARTICLES] [DATABASE_URL]`.

Without an address it measures a new SQLite file. Times are in milliseconds.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from facts.ports import FactQuery
from facts.store import Store, open_store
from tests.facts.store.samples import TEAM, article, evidence, fact, features, said

T = TypeVar("T")


def now() -> datetime:
    return datetime.now(UTC)


async def measured(name: str, work: Awaitable[T], times: int = 1) -> T:
    start = perf_counter()
    result = await work
    print(f"{name:42}{(perf_counter() - start) * 1000 / times:10.2f}")
    return result


async def read_articles(store: Store, count: int) -> None:
    """Articles of twenty facts: half of them new, half of them known."""
    for number in range(count):
        key = f"article {now().timestamp()} {number}"
        told = [fact(evidence(key), number=known) for known in range(9)]
        told += [said(f"Words {number} {new}.", evidence(key)) for new in range(10)]
        await store.add(article(key), [features(evidence(key)), *told])


async def main(count: int, url: str | None) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = perf_counter()
        async with open_store(url, folder, now) as store:
            print(f"{'open a new database':42}{(perf_counter() - start) * 1000:10.2f}")
            await measured(f"add an article (of {count})", read_articles(store, count), count)
        start = perf_counter()
        async with open_store(url, folder, now) as store:
            print(f"{'open it again':42}{(perf_counter() - start) * 1000:10.2f}")
            queries = {
                "find by value": FactQuery(values=frozenset({TEAM.key})),
                "find by relation": FactQuery(relations=frozenset({"episode_count"})),
                "find by number": FactQuery(ids=frozenset({1, 2, 3})),
                "find a thousand": FactQuery(relations=frozenset({"said"})),
            }
            for name_of_query, query in queries.items():
                found = await store.find(query)
                told = sum(len(kept.fact.evidence) for kept in found)
                await measured(
                    f"{name_of_query} ({len(found)} facts, {told} evidence)", store.find(query)
                )
            await measured("the heads of all articles", store.sources())


if __name__ == "__main__":
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    asyncio.run(main(articles, sys.argv[2] if len(sys.argv) > 2 else None))
