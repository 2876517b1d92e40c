"""From MUSETTE_DATABASE_URL, or the data folder, to the database that is meant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from facts.errors import StoreError

FILE_NAME = "musette.db"
VARIABLE = "MUSETTE_DATABASE_URL"

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}

_NO_ADDRESS = (
    f"{VARIABLE} is no database address; write it as sqlite:///FILE or as "
    "postgresql://USER:PASSWORD@HOST/DATABASE, with signs such as @ : / in the password "
    "percent-encoded (%40 %3A %2F)."
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is.

    `name` is how messages call it, without any password; `setting` is the variable that leads to
    it.
    """

    url: URL
    name: str
    setting: str

    @property
    def in_memory(self) -> bool:
        """Whether it is an SQLite database that lives in one connection alone."""
        return self.url.get_backend_name() == "sqlite" and self.url.database in (
            None,
            "",
            ":memory:",
        )


def find_address(url: str | None, data_dir: Path) -> Address:
    """The address that `url` writes, or that of the SQLite file in `data_dir` where it is None.

    `sqlite:`, `postgres:` and `postgresql:` get their asynchronous drivers; the address of any
    other SQLAlchemy driver stays as it is.

    Raises:
        StoreError: `url` cannot be understood.
    """
    if url is None:
        path = data_dir / FILE_NAME
        made = URL.create("sqlite+aiosqlite", database=str(path))
        return Address(made, f"the database file {path}", "MUSETTE_DATA_DIR")
    try:
        made = make_url(url.strip())
    except (ArgumentError, ValueError):
        # Without its cause, which may quote a part of the password.
        raise StoreError(_NO_ADDRESS) from None
    file = made.get_backend_name() == "sqlite"
    if not file and "@" in f"{made.host}{made.database}":
        # An @ of the password that ended it too early: the host would show the rest of it.
        raise StoreError(_NO_ADDRESS)
    made = made.set(drivername=_DRIVERS.get(made.drivername, made.drivername))
    name = _file_name(made) if file else _server_name(made)
    return Address(_with_asyncpg_names(made), name, VARIABLE)


def _with_asyncpg_names(url: URL) -> URL:
    """Hosting services write `sslmode`, as PostgreSQL's own tools do; asyncpg calls it `ssl`."""
    if url.drivername != "postgresql+asyncpg" or "sslmode" not in url.query:
        return url
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    return url.set(query=query)


def _file_name(url: URL) -> str:
    database = url.database or ":memory:"
    is_path = not database.startswith((":", "file:"))
    return f"the database file {Path(database).absolute() if is_path else database}"


def _server_name(url: URL) -> str:
    host = f" on {url.host}" if url.host else ""
    return f"the database {url.database or 'without a name'}{host}"
