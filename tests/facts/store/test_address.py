"""MUSETTE_DATABASE_URL is understood, or refused in one sentence without its password."""

from __future__ import annotations

from pathlib import Path

import pytest

from facts.errors import StoreError
from facts.store import open_store
from facts.store.address import find_address
from tests.facts.store.conftest import files, noon

FOLDER = Path("/data folder/ü%?#")


def driver_and_database(url: str | None) -> tuple[str, str | None]:
    found = find_address(url, FOLDER).url
    return found.drivername, found.database


@pytest.mark.parametrize(
    ("url", "driver", "database"),
    [
        (None, "sqlite+aiosqlite", str(FOLDER / "musette.db")),
        ("sqlite:///some.db", "sqlite+aiosqlite", "some.db"),
        ("sqlite+aiosqlite:////some.db", "sqlite+aiosqlite", "/some.db"),
        (" postgres://u:p@h/d\n", "postgresql+asyncpg", "d"),
        ("postgresql://u:p@h/d", "postgresql+asyncpg", "d"),
        ("postgresql+asyncpg://u:p@h/d", "postgresql+asyncpg", "d"),
        ("postgresql+psycopg://u:p@h/d", "postgresql+psycopg", "d"),
        ("mysql+aiomysql://u:p@h/d", "mysql+aiomysql", "d"),
    ],
)
def test_an_address_gets_its_asynchronous_driver(
    url: str | None, driver: str, database: str
) -> None:
    assert driver_and_database(url) == (driver, database)


def test_sslmode_is_what_asyncpg_calls_ssl() -> None:
    address = find_address("postgresql://u:p@h/d?sslmode=require&timeout=3", FOLDER)
    assert dict(address.url.query) == {"ssl": "require", "timeout": "3"}
    other = find_address("postgresql+psycopg://u:p@h/d?sslmode=require", FOLDER)
    assert dict(other.url.query) == {"sslmode": "require"}


@pytest.mark.parametrize(
    ("url", "name", "setting"),
    [
        (None, f"the database file {FOLDER / 'musette.db'}", "MUSETTE_DATA_DIR"),
        ("sqlite:////some.db", "the database file /some.db", "MUSETTE_DATABASE_URL"),
        ("sqlite:///s.db", f"the database file {Path('s.db').absolute()}", "MUSETTE_DATABASE_URL"),
        ("sqlite://", "the database file :memory:", "MUSETTE_DATABASE_URL"),
        ("sqlite:///file:x?uri=true", "the database file file:x", "MUSETTE_DATABASE_URL"),
        ("postgres://u:s3cr3t@h:5/d?a=s3cr3t", "the database d on h", "MUSETTE_DATABASE_URL"),
        ("postgres:///?host=/run", "the database without a name", "MUSETTE_DATABASE_URL"),
    ],
)
def test_an_address_has_a_name_for_messages(url: str | None, name: str, setting: str) -> None:
    address = find_address(url, FOLDER)
    assert (address.name, address.setting) == (name, setting)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "s3cr3t",
        "postgres://u:p@s3cr3t@h/d",
        "postgres://u:p@s3/cr3t@s3cr3t/d",
        "postgres://u:p@s3cr3t:7/s3cr3t@h/d",
        "postgres://u:pw@h:s3cr3t/d",
        "blah://u:s3cr3t@h/d",
        "https://u:s3cr3t@h/d",
        "mysql://u:s3cr3t@h/d",
        "mysql+asyncmy://u:s3cr3t@h/d",
        "sqlite+pysqlite:///s3cr3t.db",
        "sqlite:///some.db?password=s3cr3t",
        "sqlite:///some.db?timeout=s3cr3t",
        "postgres://u:s3cr3t@127.0.0.1:1/d?s3cr3t=1",
    ],
)
async def test_an_address_that_cannot_be_used_is_refused_without_its_password(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as refusal:
        async with open_store(url, tmp_path, noon):
            pass
    told = str(refusal.value)
    assert told.startswith("MUSETTE_DATABASE_URL ")
    assert told.endswith(".")
    assert "\n" not in told
    assert "s3cr3t" not in told
    assert files(tmp_path) == []
