"""A PostgreSQL database that cannot be used: one sentence that says so, without a password."""

from __future__ import annotations

import socket
import traceback
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from facts.errors import StoreError
from facts.ports import FactQuery
from facts.store import open_store
from tests.facts.store.conftest import noon
from tests.facts.store.postgres import Server
from tests.facts.store.samples import article, evidence, fact

ALL = FactQuery()
Admin = asyncpg.Connection


@pytest.fixture
async def admin(postgresql_url: str) -> AsyncIterator[Any]:
    """A connection of the database's owner, beside the store's."""
    connection = await asyncpg.connect(postgresql_url)
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture
async def guarded(postgres_server: Server, admin: Any) -> AsyncIterator[Callable[[str, str], str]]:
    """Makes addresses of the database for a user with the password "s3cr3t"."""
    database = await admin.fetchval("SELECT current_database()")
    await admin.execute("CREATE ROLE guarded LOGIN PASSWORD 's3cr3t'")

    def url(password: str, name: str = database) -> str:
        return postgres_server.url(name, user=f"guarded:{password}")

    try:
        yield url
    finally:
        await admin.execute("DROP OWNED BY guarded")
        await admin.execute("DROP ROLE guarded")


async def refusal_to_open(url: str, folder: Path) -> str:
    with pytest.raises(StoreError) as refusal:
        async with open_store(url, folder, noon, patience=0.05):
            pass
    error = refusal.value
    assert error.__cause__ is not None
    log = "".join(traceback.format_exception(error))
    assert "s3cr3t" not in log
    assert "wr0ng" not in log
    told = str(error)
    assert "\n" not in told
    assert told.endswith(".")
    return told


async def test_the_right_password_opens(guarded: Callable[..., str], tmp_path: Path) -> None:
    told = await refusal_to_open(guarded("wr0ng"), tmp_path)
    assert "refuses the user or the password; correct them in MUSETTE_DATABASE_URL" in told
    told = await refusal_to_open(guarded("s3cr3t"), tmp_path)
    assert "does not let its user do that (permission denied for schema public)" in told


async def test_a_user_with_rights_in_the_database_suffices(
    guarded: Callable[..., str], admin: Any, tmp_path: Path
) -> None:
    await admin.execute("GRANT CREATE ON SCHEMA public TO guarded")
    async with open_store(guarded("s3cr3t"), tmp_path, noon) as store:
        assert await store.add(article(), [fact(evidence())])
    assert await admin.fetchval("SELECT count(*) FROM evidence") == 1


async def test_a_database_that_is_missing(guarded: Callable[..., str], tmp_path: Path) -> None:
    told = await refusal_to_open(guarded("s3cr3t", "nowhere"), tmp_path)
    assert told == (
        "The database nowhere on 127.0.0.1 does not exist; create it, or correct "
        "MUSETTE_DATABASE_URL."
    )


async def test_a_server_that_is_not_running(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        told = await refusal_to_open(f"postgres://u:s3cr3t@127.0.0.1:{port}/musette", tmp_path)
    assert told.startswith("The database musette on 127.0.0.1 cannot be reached (")
    assert "see that its server is running" in told
    assert "MUSETTE_DATABASE_URL" in told


async def test_an_option_that_is_not_known(postgresql_url: str, tmp_path: Path) -> None:
    told = await refusal_to_open(f"{postgresql_url}?colour=blue", tmp_path)
    assert told.startswith("MUSETTE_DATABASE_URL has an option")


async def test_an_option_with_a_wrong_value(postgresql_url: str, tmp_path: Path) -> None:
    told = await refusal_to_open(f"{postgresql_url}?sslmode=blue", tmp_path)
    assert "cannot be used (`sslmode` parameter must be one of" in told


async def test_a_database_that_may_only_be_read_can_be_asked(
    postgresql_url: str, admin: Any, tmp_path: Path
) -> None:
    async with open_store(postgresql_url, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
    name = await admin.fetchval("SELECT current_database()")
    await admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    async with open_store(postgresql_url, tmp_path, noon) as store:
        assert [kept.fact for kept in await store.find(ALL)] == [fact(evidence())]
        with pytest.raises(StoreError, match="may not be written, so nothing was changed"):
            await store.add(article("two"), [])
        with pytest.raises(StoreError, match="may not be written, so nothing was changed"):
            await store.remember("name", "text")


async def test_a_writer_that_takes_too_long(
    postgresql_url: str, admin: Any, tmp_path: Path
) -> None:
    async with open_store(postgresql_url, tmp_path, noon, patience=0.05) as store:
        async with admin.transaction():
            await admin.execute("LOCK TABLE articles")
            with pytest.raises(StoreError, match="too busy with other programs"):
                await store.add(article(), [])
        assert await store.add(article(), [])


async def test_a_connection_that_was_lost_is_made_again(
    postgresql_url: str, admin: Any, tmp_path: Path
) -> None:
    async with open_store(postgresql_url, tmp_path, noon) as store:
        await store.add(article(), [])
        await admin.execute(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert await store.has("one")


async def test_a_database_that_loses_its_tables(
    postgresql_url: str, admin: Any, tmp_path: Path
) -> None:
    async with open_store(postgresql_url, tmp_path, noon) as store:
        await admin.execute("DROP TABLE notes")
        words = "private" + " words"
        with pytest.raises(StoreError) as refusal:
            await store.remember("a", words)
    assert 'cannot be used (relation "notes" does not exist)' in str(refusal.value)
    assert words not in "".join(traceback.format_exception(refusal.value))
