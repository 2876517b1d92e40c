"""Connections and transactions. What they carry is plain SQLAlchemy Core over a Connection."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import warnings
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import NoSuchModuleError, SAWarning, SQLAlchemyError
from sqlalchemy.pool import AsyncAdaptedQueuePool

# What sqlalchemy.ext.asyncio is made of. The package itself would import the whole ORM, which is
# not used here and takes a quarter of a second at each start.
from sqlalchemy.util import greenlet_spawn

from facts.errors import StoreError
from facts.store.address import VARIABLE, Address
from facts.store.problems import explain

T = TypeVar("T")

_NO_DRIVER = (
    f"{VARIABLE} asks for the driver {{driver}}, which is not installed or not asynchronous; write "
    "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE."
)
_NO_OPTION = (
    f"{VARIABLE} has an option (after its question mark) that the driver does not know; take it "
    "out or correct it."
)
_WRITES = "musette_writes"
# Any number will do, if it is the same in all versions.
_WRITER_LOCK = 0x6D75736574


class Database:
    """One database: every method runs its work in one transaction, kept whole or not at all."""

    def __init__(self, address: Address, patience: float) -> None:
        """`patience` is how long to wait for other writers, in seconds.

        Raises:
            StoreError: there is no driver for the address.
        """
        self.address = address
        self._patience = patience
        self._engine = _make_engine(address, patience)
        # SQLite has one writer at a time; its own waiting is unfair, this one is first come, first
        # served.
        self._turn: contextlib.AbstractAsyncContextManager[Any] = (
            asyncio.Lock() if self._engine.dialect.name == "sqlite" else contextlib.nullcontext()
        )

    async def connect(self) -> None:
        """Try whether the database answers.

        Raises:
            StoreError: it does not, or its address has an option that the driver does not know.
        """
        try:
            if self._engine.dialect.name == "sqlite":
                self._try_file()
            await self.read(lambda _: None)
        except TypeError as error:
            raise StoreError(_NO_OPTION) from error
        except sqlite3.Error as error:
            raise StoreError(explain(error, self.address)) from error

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, which only reads.

        Raises:
            StoreError: the database failed.
        """
        return await self._run(work, writes=False)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` and keep what it wrote.

        Raises:
            StoreError: the database failed; nothing was kept.
        """
        async with self._turn:
            return await self._run(work, writes=True)

    async def close(self) -> None:
        """Close all connections."""
        await greenlet_spawn(self._engine.dispose)

    def lock_writers(self, connection: Connection) -> None:
        """Wait until no other transaction, of any process, that called this is open.

        SQLite's writing transactions wait for one another from their start.
        """
        if connection.dialect.name == "postgresql":
            wait = f"{int(self._patience * 1000)}ms"
            connection.execute(
                text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": wait}
            )
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})

    def _try_file(self) -> None:
        # Where aiosqlite cannot open a file, its thread outlives the failure, and prints a
        # traceback if the event loop is closed by then.
        arguments: Any
        arguments, options = self._engine.dialect.create_connect_args(self._engine.url)
        sqlite3.connect(*arguments, **options).close()

    async def _run(self, work: Callable[[Connection], T], *, writes: bool) -> T:
        def transact() -> T:
            with self._engine.connect() as connection:
                connection.execution_options(**{_WRITES: writes})
                with connection.begin():
                    return work(connection)

        try:
            return await greenlet_spawn(transact)
        except (SQLAlchemyError, OSError) as error:
            raise StoreError(explain(error, self.address)) from error


def _make_engine(address: Address, patience: float) -> Engine:
    options: dict[str, Any] = {"hide_parameters": True}
    sqlite = address.url.get_backend_name() == "sqlite"
    if sqlite:
        options["connect_args"] = {"timeout": patience}
    elif address.url.drivername == "postgresql+asyncpg":
        options["connect_args"] = {"timeout": 10, "command_timeout": 60}
        options["pool_pre_ping"] = True
    if address.in_memory:
        options |= {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", SAWarning)  # SQLAlchemy would ignore the option
            engine = create_engine(address.url, **options)
    except (NoSuchModuleError, ImportError) as error:
        raise StoreError(_NO_DRIVER.format(driver=address.url.drivername)) from error
    except (SQLAlchemyError, SAWarning, TypeError, ValueError) as error:
        raise StoreError(_NO_OPTION) from error
    if not engine.dialect.is_async:
        raise StoreError(_NO_DRIVER.format(driver=address.url.drivername))
    if sqlite:
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    # It lets readers read while one writes. Where it cannot be set now (the file is read-only, or
    # another process is using it), all is right without it; any other error comes again later,
    # where SQLAlchemy closes the connection.
    with contextlib.suppress(sqlite3.Error):
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # The driver begins one before the first row that is written alone: too late for the tables that
    # are made before it, and for what was read before it.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
