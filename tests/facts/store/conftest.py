"""A store on each database, and the one in memory, for the same tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facts.store import Store, open_store
from tests.fakes.stores import MemoryStore


def noon() -> datetime:
    return datetime(2022, 7, 1, 12, tzinfo=UTC)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
async def database_store(database_url: str, tmp_path: Path) -> AsyncIterator[Store]:
    """A new store on each of the two databases."""
    async with open_store(database_url, tmp_path, noon) as store:
        yield store


@pytest.fixture
async def sqlite_store(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(sqlite_url, tmp_path, noon) as store:
        yield store


@pytest.fixture
async def postgresql_store(postgresql_url: str, tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(postgresql_url, tmp_path, noon) as store:
        yield store


@pytest.fixture
def memory_store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store | MemoryStore:
    """A new store of each of the three kinds."""
    found: Store | MemoryStore = request.getfixturevalue(f"{request.param}_store")
    return found
