"""A file that cannot be used: one sentence that names it, nothing lost."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert

from facts.errors import StoreError
from facts.model import Language
from facts.ports import FactQuery
from facts.store import open_store, schema
from facts.store.address import find_address
from facts.store.engine import Database
from facts.store.problems import explain
from tests.facts.store.conftest import noon
from tests.facts.store.samples import article, evidence, fact, said

ALL = FactQuery()


async def refusal_to_open(url: str | None, folder: Path) -> str:
    with pytest.raises(StoreError) as refusal:
        async with open_store(url, folder, noon, patience=0.05):
            pass
    assert refusal.value.__cause__ is not None
    return one_sentence(refusal.value)


def one_sentence(error: StoreError) -> str:
    told = str(error)
    assert "\n" not in told
    assert told.endswith(".")
    return told


async def fill(folder: Path) -> None:
    async with open_store(None, folder, noon) as store:
        await store.add(article(), [fact(evidence())])


async def assert_filled(folder: Path) -> None:
    async with open_store(None, folder, noon) as store:
        assert [kept.fact for kept in await store.find(ALL)] == [fact(evidence())]
        assert [source.article_key for source in await store.sources()] == ["one"]


@pytest.mark.parametrize("folder", ["file", "file/below", "file/far/below"])
async def test_a_data_folder_that_is_a_file(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("mine")
    told = await refusal_to_open(None, tmp_path / folder)
    assert told.startswith(f"The data folder {tmp_path / folder} cannot be made")
    assert "MUSETTE_DATA_DIR" in told
    assert (tmp_path / "file").read_text() == "mine"


async def test_a_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "musette.db").mkdir()
    threads = set(threading.enumerate())
    told = await refusal_to_open(None, tmp_path)
    assert set(threading.enumerate()) == threads  # one left over may print a traceback
    assert f"{tmp_path / 'musette.db'} cannot be opened" in told
    assert "MUSETTE_DATA_DIR" in told


async def test_a_file_in_a_folder_that_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "some.db"
    told = await refusal_to_open(f"sqlite:///{path}", tmp_path)
    assert f"{path} cannot be opened" in told
    assert "MUSETTE_DATABASE_URL" in told


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "musette.db"
    path.write_text("Dear diary, " * 1000)
    told = await refusal_to_open(None, tmp_path)
    assert f"{path} is no database" in told
    assert path.read_text() == "Dear diary, " * 1000


async def test_a_damaged_file(tmp_path: Path) -> None:
    await fill(tmp_path)
    path = tmp_path / "musette.db"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xaa" * (len(content) - 4096))
    told = await refusal_to_open(None, tmp_path)
    assert f"{path} is damaged" in told


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A new folder, and no rights beyond those of its owner (for root no permission counts)."""
    if os.name != "posix":
        pytest.skip("permissions are of another kind here")
    with tempfile.TemporaryDirectory(prefix="musette-") as name:
        user = os.geteuid()
        if user == 0:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        try:
            if not os.access(name, os.W_OK, effective_ids=True):
                pytest.skip("an ordinary user cannot write in the temporary folder")
            yield Path(name)
        finally:
            os.seteuid(user)
            for path in (Path(name), *Path(name).rglob("*")):
                path.chmod(0o700)


async def test_a_folder_that_cannot_be_made() -> None:
    with ordinary_user() as folder:
        folder.chmod(0o500)
        told = await refusal_to_open(None, folder / "data")
        assert f"The data folder {folder / 'data'} cannot be made" in told


async def test_a_folder_that_cannot_be_written() -> None:
    with ordinary_user() as folder:
        folder.chmod(0o500)
        told = await refusal_to_open(None, folder)
        assert f"{folder / 'musette.db'} cannot be opened" in told


async def test_a_file_that_may_not_be_read() -> None:
    with ordinary_user() as folder:
        await fill(folder)
        (folder / "musette.db").chmod(0)
        told = await refusal_to_open(None, folder)
        assert f"{folder / 'musette.db'} cannot be opened" in told


async def assert_reads_but_does_not_write(url: str | None, folder: Path) -> None:
    async with open_store(url, folder, noon, patience=0.05) as store:
        assert [kept.fact for kept in await store.find(ALL)] == [fact(evidence())]
        assert await store.has("one")
        assert not await store.has("two")
        for attempt in (
            store.add(article("two"), []),
            store.set_member_language("1", Language.FR),
            store.set_guild_language("1", None),
            store.remember("name", "text"),
        ):
            with pytest.raises(StoreError) as refusal:
                await attempt
            assert "may not be written" in one_sentence(refusal.value)
            assert str(folder / "musette.db") in str(refusal.value)
        assert await store.member_language("1") is None


async def test_a_file_that_may_only_be_read_can_be_asked() -> None:
    with ordinary_user() as folder:
        await fill(folder)
        (folder / "musette.db").chmod(0o400)
        await assert_reads_but_does_not_write(None, folder)
        (folder / "musette.db").chmod(0o600)
        await assert_filled(folder)


async def test_a_folder_that_may_only_be_read() -> None:
    with ordinary_user() as folder:
        await fill(folder)
        (folder / "musette.db").chmod(0o400)
        folder.chmod(0o500)
        told = await refusal_to_open(None, folder)
        assert f"{folder / 'musette.db'} may not be written" in told
        assert "folder" in told
        folder.chmod(0o700)
        await assert_filled(folder)


async def test_an_address_that_asks_for_reading_alone(tmp_path: Path) -> None:
    await fill(tmp_path)
    url = f"sqlite:///file:{tmp_path / 'musette.db'}?mode=ro&uri=true"
    await assert_reads_but_does_not_write(url, tmp_path)
    await assert_filled(tmp_path)


async def test_a_new_file_that_may_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "musette.db"
    path.touch()
    told = await refusal_to_open(f"sqlite:///file:{path}?mode=ro&uri=true", tmp_path)
    assert "may not be written" in told
    assert path.stat().st_size == 0


async def test_a_row_that_refers_to_nothing_is_refused(database_url: str, tmp_path: Path) -> None:
    row = {
        "fact_id": 1,
        "article_key": "one",
        "span_start": 0,
        "span_end": 1,
        "sentence": "",
        "pattern": "",
    }
    async with open_store(database_url, tmp_path, noon):
        database = Database(find_address(database_url, tmp_path), patience=5)
        try:
            with pytest.raises(StoreError, match=r"(?i)cannot be used \(.*foreign key"):
                await database.write(lambda c: c.execute(insert(schema.evidence), row).rowcount)
        finally:
            await database.close()


def test_an_answer_that_quotes_the_password_is_told_without_it(tmp_path: Path) -> None:
    address = find_address("postgresql://u:s3cr3t@h/d", tmp_path)
    told = explain(OSError("s3cr3t is no\npassword of mine."), address)
    assert told.startswith("The database d on h cannot be reached (*** is no password of mine);")


@contextmanager
def no_room(pages: int) -> Iterator[None]:
    """Databases opened in here can hold this many pages of 4,096 bytes."""

    def limit(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        cursor.close()

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


async def test_a_full_disk_at_the_first_start(tmp_path: Path) -> None:
    with no_room(pages=5):
        told = await refusal_to_open(None, tmp_path)
    assert told.startswith(f"There is no room left for the database file {tmp_path}")
    await fill(tmp_path)
    await assert_filled(tmp_path)


async def test_a_full_disk_keeps_nothing_of_an_article(tmp_path: Path) -> None:
    await fill(tmp_path)
    long = [said("word " * 2_000 + str(number), evidence("two")) for number in range(50)]
    with no_room(pages=1):  # SQLite takes it as: no more than there are
        async with open_store(None, tmp_path, noon) as store:
            with pytest.raises(StoreError) as refusal:
                await store.add(article("two"), [fact(evidence("two")), *long])
            assert "no room left" in one_sentence(refusal.value)
            assert not await store.has("two")
    await assert_filled(tmp_path)


@contextmanager
def other_program(path: Path) -> Iterator[sqlite3.Connection]:
    other = sqlite3.connect(path, isolation_level=None)
    try:
        yield other
    finally:
        other.close()


async def test_a_file_that_another_program_writes_for_too_long(tmp_path: Path) -> None:
    await fill(tmp_path)
    async with open_store(None, tmp_path, noon, patience=0.05) as store:
        with other_program(tmp_path / "musette.db") as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as refusal:
                await store.add(article("two"), [])
            assert "too busy with other programs" in one_sentence(refusal.value)
            assert await store.has("one")
            other.execute("ROLLBACK")
            assert await store.add(article("two"), [])


async def test_a_file_that_another_program_keeps_for_itself(tmp_path: Path) -> None:
    with other_program(tmp_path / "musette.db") as other:
        other.execute("BEGIN EXCLUSIVE")
        told = await refusal_to_open(None, tmp_path)
        assert "too busy with other programs" in told
    await fill(tmp_path)
    await assert_filled(tmp_path)


async def test_a_fact_that_cannot_be_read(tmp_path: Path) -> None:
    await fill(tmp_path)
    with other_program(tmp_path / "musette.db") as other:
        other.execute("UPDATE facts SET document = json_remove(document, '$.value')")
    async with open_store(None, tmp_path, noon) as store:
        with pytest.raises(StoreError, match=r"Fact 1 .* cannot be read"):
            await store.find(ALL)
    with other_program(tmp_path / "musette.db") as other:
        other.execute("UPDATE facts SET document = '[]'")
    async with open_store(None, tmp_path, noon) as store:
        with pytest.raises(StoreError, match=r"Fact 1 .* cannot be read"):
            await store.find(ALL)


async def test_languages_of_another_version(tmp_path: Path) -> None:
    async with open_store(None, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
        await store.set_member_language("1", Language.FR)
        await store.set_guild_language("1", Language.FR)
        with other_program(tmp_path / "musette.db") as other:
            for table in ("members", "guilds", "articles"):
                other.execute(f"UPDATE {table} SET language = 'nl'")  # noqa: S608
        assert await store.member_language("1") is None
        assert await store.guild_language("1") is None
        for attempt in (store.sources(), store.articles(), store.find(ALL)):
            with pytest.raises(StoreError, match=r"Article one is in a language .*\(nl\)"):
                await attempt
