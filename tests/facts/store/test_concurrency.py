"""Several tasks and several processes may write the same at once; a cancelled one keeps nothing."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import Connection, func, select

from facts.errors import StoreError
from facts.model import Language
from facts.ports import FactQuery
from facts.store import Store, open_store, schema
from facts.store.address import find_address
from facts.store.engine import Database
from tests.facts.store.conftest import noon
from tests.facts.store.samples import article, evidence, fact, features, release, said


async def counts(database_url: str, folder: Path) -> dict[str, int]:
    """The number of rows of each table."""

    def work(connection: Connection) -> dict[str, int]:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in schema.metadata.tables.items()
        }

    database = Database(find_address(database_url, folder), patience=5)
    try:
        return await database.read(work)
    finally:
        await database.close()


async def test_reading_an_article_again_leaves_the_same_rows(
    database_store: Store, database_url: str, tmp_path: Path
) -> None:
    told = [fact(evidence()), features(evidence()), release(evidence())]
    await database_store.add(article(), told)
    before = await counts(database_url, tmp_path)
    assert not await database_store.add(article(), [*told, said("More.", evidence())])
    assert await counts(database_url, tmp_path) == before
    assert before == {
        "articles": 1,
        "entities": 3,
        "facts": 3,
        "evidence": 3,
        "members": 0,
        "guilds": 0,
        "notes": 0,
    }


async def test_many_tasks_read_the_same_articles(database_url: str, tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        stores = [
            await stack.enter_async_context(open_store(database_url, tmp_path, noon))
            for _ in range(3)
        ]

        async def read(store: Store, key: str, *, backwards: bool) -> bool:
            told = [fact(evidence(key), number=number) for number in range(20)]
            told.append(features(evidence(key)))
            return await store.add(article(key), told[::-1] if backwards else told)

        kept = await asyncio.gather(
            *(
                read(store, f"article {number}", backwards=number % 2 == 0)
                for number in range(8)
                for store in stores
            )
        )
        assert sum(kept) == 8
        found = await stores[0].find(FactQuery())
    assert len(found) == 21
    assert [len(one.fact.evidence) for one in found] == [8] * 21
    rows = await counts(database_url, tmp_path)
    assert (rows["articles"], rows["facts"], rows["evidence"]) == (8, 21, 8 * 21)


async def test_a_new_database_may_be_opened_by_many_at_once(
    database_url: str, tmp_path: Path
) -> None:
    async def first_words(number: int) -> bool:
        async with open_store(database_url, tmp_path, noon) as store:
            return await store.add(article(), [fact(evidence(start=number))])

    assert sum(await asyncio.gather(*map(first_words, range(8)))) == 1


async def test_the_writers_of_one_store_wait_for_one_another(tmp_path: Path) -> None:
    async with open_store(None, tmp_path, noon, patience=0) as store:
        kept = await asyncio.gather(*(store.add(article(str(n)), []) for n in range(20)))
    assert all(kept)


async def test_many_tasks_use_a_store_in_memory(tmp_path: Path) -> None:
    async with open_store("sqlite://", tmp_path, noon) as store:
        await asyncio.gather(
            *(store.add(article(str(n)), [fact(evidence(str(n)))]) for n in range(20)),
            *(store.find(FactQuery()) for _ in range(20)),
        )
        (kept,) = await store.find(FactQuery())
    assert len(kept.fact.evidence) == 20


async def test_many_tasks_choose_and_read_at_once(database_store: Store) -> None:
    store = database_store
    await asyncio.gather(
        *(store.set_member_language("1", language) for language in [*Language] * 20),
        *(store.set_guild_language(str(number % 3), Language.FR) for number in range(20)),
        *(store.remember("name", str(number)) for number in range(20)),
        *(store.find(FactQuery()) for _ in range(20)),
    )
    assert await store.member_language("1") is not None
    assert await store.guild_language("2") is Language.FR
    assert await store.remembered("name") is not None


PROGRAM = """
import asyncio, sys
from pathlib import Path
from facts.store import open_store
from tests.facts.store.conftest import noon
from tests.facts.store.samples import article, evidence, fact, features

async def main():
    print("ready", flush=True)
    sys.stdin.readline()
    async with open_store(sys.argv[1], Path(sys.argv[2]), noon) as store:
        told = [fact(evidence(), number=number) for number in range(20)] + [features(evidence())]
        same = await store.add(article(), told)
        own = article(sys.argv[3])
        print(same, await store.add(own, [features(evidence(own.key))]))

asyncio.run(main())
"""


def test_several_processes_make_and_fill_a_new_database_at_once(
    database_url: str, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        programs = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", PROGRAM, database_url, str(tmp_path), f"own {number}"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            for number in range(4)
        ]
        for program in programs:
            assert program.stdout
            assert program.stdout.readline() == "ready\n"
        for program in programs:
            assert program.stdin
            program.stdin.write("go\n")
            program.stdin.flush()
        answers = [program.communicate() for program in programs]
    assert [error for _, error in answers] == [""] * 4
    assert sorted(told for told, _ in answers) == ["False True\n"] * 3 + ["True True\n"]
    rows = asyncio.run(counts(database_url, tmp_path))
    assert (rows["articles"], rows["facts"], rows["evidence"]) == (5, 21, 25)


@contextmanager
def another_writer(path: Path) -> Iterator[sqlite3.Connection]:
    other = sqlite3.connect(path, isolation_level=None)
    try:
        yield other
    finally:
        other.close()


async def test_a_cancelled_writer_keeps_nothing_in_sqlite(tmp_path: Path) -> None:
    async with open_store(None, tmp_path, noon) as store:
        with another_writer(tmp_path / "musette.db") as other:
            other.execute("BEGIN IMMEDIATE")
            writing = asyncio.create_task(store.add(article(), [fact(evidence())]))
            waiting = asyncio.create_task(store.remember("name", "text"))
            await store.has("one")
            writing.cancel()
            waiting.cancel()
            other.execute("ROLLBACK")
            with pytest.raises(asyncio.CancelledError):
                await writing
            with pytest.raises(asyncio.CancelledError):
                await waiting
        assert not await store.has("one")
        assert await store.remembered("name") is None
        assert await store.add(article(), [fact(evidence())])


async def waits_for_a_lock(admin: Any) -> None:
    """Return once another connection of the database waits for a lock."""
    while not await admin.fetchval(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND wait_event_type = 'Lock'"
    ):
        pass


async def test_a_cancelled_writer_keeps_nothing_in_postgresql(
    postgresql_url: str, tmp_path: Path
) -> None:
    admin = await asyncpg.connect(postgresql_url)
    try:
        async with open_store(postgresql_url, tmp_path, noon) as store:
            async with admin.transaction():
                await admin.execute("LOCK TABLE evidence")
                writing = asyncio.create_task(store.add(article(), [fact(evidence())]))
                await waits_for_a_lock(admin)
                writing.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await writing
            assert not await store.has("one")
            assert await store.add(article(), [fact(evidence())])
    finally:
        await admin.close()


async def test_a_server_that_stops_within_a_transaction_keeps_nothing(
    postgresql_url: str, tmp_path: Path
) -> None:
    admin = await asyncpg.connect(postgresql_url)
    try:
        async with open_store(postgresql_url, tmp_path, noon) as store:
            async with admin.transaction():
                await admin.execute("LOCK TABLE evidence")
                writing = asyncio.create_task(store.add(article(), [fact(evidence())]))
                await waits_for_a_lock(admin)
                await admin.execute(
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND wait_event_type = 'Lock'"
                )
                with pytest.raises(StoreError, match="The database test_"):
                    await writing
            assert not await store.has("one")
            assert await store.add(article(), [fact(evidence())])
    finally:
        await admin.close()
