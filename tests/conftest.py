"""Databases for the tests: an SQLite file, and a real PostgreSQL that is started when asked for."""

from __future__ import annotations

import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.facts.store.postgres import NoServerError, Server, running_server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A PostgreSQL server; where none can be started, its tests are skipped, and fail under CI."""
    try:
        with running_server() as server:
            yield server
    except NoServerError as error:
        reason = f"PostgreSQL cannot be started here: {error}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture
async def postgresql_url(postgres_server: Server) -> AsyncIterator[str]:
    """The address of a new PostgreSQL database."""
    import asyncpg

    name = f"test_{uuid.uuid4().hex}"
    admin = await asyncpg.connect(postgres_server.url("postgres"))
    try:
        await admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy")
        yield postgres_server.url(name)
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await admin.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a new SQLite file."""
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a new database, on each of the two."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url
