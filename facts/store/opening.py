"""What is done to a database before it is used: it is created, or brought up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from facts.errors import StoreError
from facts.store import schema
from facts.store.address import Address
from facts.store.engine import Database
from facts.store.problems import explain_tables


def make_folder(folder: Path) -> None:
    """Make the data folder, for its owner alone, where it is missing.

    Raises:
        StoreError: it cannot be made, or something else has its name.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The data folder {folder} cannot be made; set MUSETTE_DATA_DIR to a folder that can "
            "be written."
        ) from error


async def prepare(database: Database) -> None:
    """Create the tables, or bring them up to date, where that is needed.

    Raises:
        StoreError: the database cannot be used, or is of a newer version (it is left untouched).
    """
    await database.connect()
    if await database.read(_version) == schema.HEAD_REVISION:
        return
    await database.write(lambda connection: _bring_up_to_date(connection, database))


def _version(connection: Connection) -> str | None:
    """The revision that the database is at; None for a new one."""
    if not inspect(connection).has_table(schema.versions.name):
        return None
    found: str | None = connection.scalar(select(schema.versions.c.version_num))
    return found


def _bring_up_to_date(connection: Connection, database: Database) -> None:
    database.lock_writers(connection)
    version = _version(connection)  # another process may have been here in the meantime
    if version is None:
        _create(connection, database.address)
    elif version != schema.HEAD_REVISION:
        from facts.store.upgrade import upgrade  # Alembic takes a third of a second

        upgrade(connection, database.address, version)


def _create(connection: Connection, address: Address) -> None:
    """Make all tables as they are today: what the migrations lead to, without their history."""
    taken = set(inspect(connection).get_table_names()) & set(schema.metadata.tables)
    if taken:
        raise StoreError(explain_tables(taken, address))
    schema.versions.create(connection, checkfirst=True)
    schema.metadata.create_all(connection, checkfirst=False)
    connection.execute(insert(schema.versions), {"version_num": schema.HEAD_REVISION})
