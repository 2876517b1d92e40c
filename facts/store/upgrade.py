"""From an older version of the tables to today's, with Alembic. Imported only when it is needed."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from facts.errors import StoreError
from facts.store.address import Address
from facts.store.problems import explain_version

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration(migrations: Path) -> Config:
    """Alembic's settings, without a file of them."""
    config = Config()
    # A percent sign has a meaning of its own in the settings.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection, address: Address, version: str) -> None:
    """Bring tables that are at `version` up to date, in the connection's transaction.

    Raises:
        StoreError: `version` is not known here; nothing was changed.
    """
    try:
        ScriptDirectory.from_config(configuration(MIGRATIONS)).get_revision(version)
    except CommandError as error:
        raise StoreError(explain_version(version, address)) from error
    migrate(connection)


def migrate(connection: Connection) -> None:
    """Run the migrations that are missing (all, on an empty database), in its transaction."""
    config = configuration(MIGRATIONS)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
