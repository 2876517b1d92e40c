"""A store opens with nothing, keeps what it has, and costs little to open."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from facts.model import Language
from facts.ports import FactQuery
from facts.store import open_store
from tests.facts.store.conftest import files, noon
from tests.facts.store.samples import article, evidence, fact


async def test_the_file_and_its_folder_are_made(tmp_path: Path) -> None:
    folder = tmp_path / "a folder" / "ü %41 ?#"
    async with open_store(None, folder, noon) as store:
        await store.add(article(), [fact(evidence())])
    assert files(folder) == ["musette.db"]


@pytest.mark.skipif(os.name != "posix", reason="folders have no such permissions here")
async def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    async with open_store(None, tmp_path / "new", noon):
        pass
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


async def test_an_address_does_not_need_the_data_folder(sqlite_url: str, tmp_path: Path) -> None:
    async with open_store(sqlite_url, tmp_path / "never", noon):
        pass
    assert not (tmp_path / "never").exists()


async def test_all_is_kept_until_the_next_opening(database_url: str, tmp_path: Path) -> None:
    async with open_store(database_url, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
        await store.set_member_language("1", Language.FR)
        await store.set_guild_language("1", Language.EN)
        await store.remember("commands", "abc")
        before = await store.find(FactQuery())
    async with open_store(database_url, tmp_path, noon) as store:
        assert not await store.add(article(), [])
        assert await store.find(FactQuery()) == before
        assert await store.member_language("1") is Language.FR
        assert await store.guild_language("1") is Language.EN
        assert await store.remembered("commands") == "abc"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
async def test_a_store_can_be_in_memory(url: str, tmp_path: Path) -> None:
    async with open_store(url, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
        assert len(await store.find(FactQuery())) == 1
    assert files(tmp_path) == []


async def test_sqlite_reads_while_it_writes_and_minds_its_references(tmp_path: Path) -> None:
    async with open_store(None, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
        other = sqlite3.connect(tmp_path / "musette.db")
        try:
            assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert other.execute("PRAGMA foreign_key_check").fetchall() == []
            other.execute("BEGIN IMMEDIATE")
            other.execute("INSERT INTO notes VALUES ('a', 'b')")
            assert len(await store.find(FactQuery())) == 1
            other.rollback()
        finally:
            other.close()


async def test_the_times_of_reading_are_kept(tmp_path: Path) -> None:
    async with open_store(None, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
    other = sqlite3.connect(tmp_path / "musette.db")
    try:
        (read,) = other.execute("SELECT read_at FROM articles").fetchone()
        (first,) = other.execute("SELECT first_read_at FROM facts").fetchone()
    finally:
        other.close()
    assert read.startswith("2022-07-01 12:00:00")
    assert first == read


SLOW = ("alembic", "asyncpg", "sqlalchemy.orm", "sqlalchemy.ext.asyncio")
PROGRAM = f"""
import asyncio, sys
from pathlib import Path
from facts.ports import FactQuery
from facts.store import open_store
from tests.facts.store.conftest import files, noon

for module in list(sys.modules):
    assert module not in {SLOW!r}, module

async def main():
    async with open_store(None, Path(sys.argv[1]), noon) as store:
        await store.find(FactQuery())

asyncio.run(main())
print([module for module in {SLOW!r} if module in sys.modules])
"""


@pytest.mark.parametrize("times", [1, 2])
def test_an_sqlite_store_opens_without_the_slow_libraries(tmp_path: Path, times: int) -> None:
    for _ in range(times):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path)],
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stdout.strip() == "[]"
