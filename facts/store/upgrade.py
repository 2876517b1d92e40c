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


def configuration(migrations: Path = MIGRATIONS) -> Config:
    """Alembic's settings, without a file of them."""
    config = Config()
    # A percent sign has a meaning of its own in the settings.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(
    connection: Connection, address: Address, version: str, migrations: Path = MIGRATIONS
) -> None:
    """Run the migrations that are missing, in the connection's transaction.

    Raises:
        StoreError: `version` is not known here; nothing was changed.
    """
    config = configuration(migrations)
    try:
        ScriptDirectory.from_config(config).get_revision(version)
    except CommandError as error:
        raise StoreError(explain_version(version, address)) from error
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
