"""The migrations lead to the tables of today, and an interrupted one leaves no trace."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text, update

from facts.errors import StoreError
from facts.ports import FactQuery
from facts.store import open_store, schema, upgrade
from facts.store.address import find_address
from facts.store.engine import Database
from tests.facts.store.conftest import noon
from tests.facts.store.samples import article, evidence, fact

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

def upgrade():
    op.create_table("stories", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("articles", sa.Column("author", sa.Text))
    op.execute(sa.text("UPDATE articles SET author = 'somebody'"))
    {last_step}
"""


def shape(connection: Connection) -> dict[str, Any]:
    """All that can be seen of the tables."""
    seen = inspect(connection)
    return {
        table: {
            "columns": [
                (column["name"], repr(column["type"]), column["nullable"], column["default"])
                for column in seen.get_columns(table)
            ],
            "primary key": seen.get_pk_constraint(table),
            "unique": sorted(map(repr, seen.get_unique_constraints(table))),
            "foreign": sorted(map(repr, seen.get_foreign_keys(table))),
            "indexes": sorted(map(repr, seen.get_indexes(table))),
        }
        for table in seen.get_table_names()
    }


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return list(compare_metadata(context, schema.metadata))


def test_the_constant_is_the_last_migration() -> None:
    scripts = ScriptDirectory.from_config(upgrade.configuration(upgrade.MIGRATIONS))
    assert scripts.get_heads() == [schema.HEAD_REVISION]


async def test_the_migrations_lead_to_the_tables_of_today(
    database_url: str, tmp_path: Path
) -> None:
    database = Database(find_address(database_url, tmp_path), patience=5)
    try:
        await database.write(upgrade.migrate)
        assert await database.read(differences) == []
        assert await database.read(lambda c: c.scalar(select(schema.versions.c.version_num))) == (
            schema.HEAD_REVISION
        )
        migrated = await database.read(shape)
        await database.write(schema.metadata.drop_all)
        await database.write(schema.versions.drop)
    finally:
        await database.close()
    async with open_store(database_url, tmp_path, noon):
        pass
    database = Database(find_address(database_url, tmp_path), patience=5)
    try:
        assert await database.read(shape) == migrated
    finally:
        await database.close()


def lay_out_next_version(
    folder: Path, monkeypatch: pytest.MonkeyPatch, last_step: str = "pass"
) -> None:
    """A version of Musette with one more migration."""
    migrations = folder / "100% migrations"
    shutil.copytree(upgrade.MIGRATIONS, migrations)
    (migrations / "versions" / "v0002_next.py").write_text(NEXT.format(last_step=last_step))
    monkeypatch.setattr(upgrade, "MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "HEAD_REVISION", "0002")


async def look(database_url: str, folder: Path) -> tuple[str, bool, int]:
    """The version, whether there is a table `stories`, and the number of articles."""

    def work(connection: Connection) -> tuple[str, bool, int]:
        version = connection.scalar(select(schema.versions.c.version_num))
        count = connection.scalar(text("SELECT count(*) FROM articles"))
        return str(version), inspect(connection).has_table("stories"), int(count or 0)

    database = Database(find_address(database_url, folder), patience=5)
    try:
        return await database.read(work)
    finally:
        await database.close()


async def test_an_older_database_is_brought_up_to_date(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_store(database_url, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
    lay_out_next_version(tmp_path, monkeypatch)
    async with open_store(database_url, tmp_path, noon) as store:
        assert [kept.fact for kept in await store.find(FactQuery())] == [fact(evidence())]
    assert await look(database_url, tmp_path) == ("0002", True, 1)


async def test_an_interrupted_migration_leaves_no_trace(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_store(database_url, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
    with monkeypatch.context() as patch:
        lay_out_next_version(tmp_path, patch, last_step="raise KeyboardInterrupt")
        with pytest.raises(KeyboardInterrupt):
            async with open_store(database_url, tmp_path, noon):
                pass
    assert await look(database_url, tmp_path) == ("0001", False, 1)
    shutil.rmtree(tmp_path / "100% migrations")
    lay_out_next_version(tmp_path, monkeypatch)
    async with open_store(database_url, tmp_path, noon):
        pass
    assert await look(database_url, tmp_path) == ("0002", True, 1)


async def test_a_newer_database_is_left_as_it_is(database_url: str, tmp_path: Path) -> None:
    async with open_store(database_url, tmp_path, noon) as store:
        await store.add(article(), [fact(evidence())])
    database = Database(find_address(database_url, tmp_path), patience=5)
    try:
        await database.write(
            lambda c: c.execute(update(schema.versions).values(version_num="0007")).rowcount
        )
        with pytest.raises(StoreError) as refusal:
            async with open_store(database_url, tmp_path, noon):
                pass
    finally:
        await database.close()
    assert "newer version of Musette (its tables are at 0007)" in str(refusal.value)
    assert "MUSETTE_DATABASE_URL" in str(refusal.value)
    assert refusal.value.__cause__ is not None
    assert await look(database_url, tmp_path) == ("0007", False, 1)


async def test_an_empty_version_table_is_that_of_a_new_database(
    database_url: str, tmp_path: Path
) -> None:
    database = Database(find_address(database_url, tmp_path), patience=5)
    try:
        await database.write(schema.versions.create)
    finally:
        await database.close()
    async with open_store(database_url, tmp_path, noon) as store:
        assert await store.add(article(), [])


async def test_the_tables_of_something_else_are_left_alone(
    database_url: str, tmp_path: Path
) -> None:
    database = Database(find_address(database_url, tmp_path), patience=5)
    try:
        await database.write(lambda c: c.execute(text("CREATE TABLE notes (a TEXT)")).rowcount)
        with pytest.raises(StoreError, match=r"something else \(notes\).*MUSETTE_DATABASE_URL"):
            async with open_store(database_url, tmp_path, noon):
                pass
        assert list(await database.read(shape)) == ["notes"]
    finally:
        await database.close()
