"""Runs migrations in the transaction of the connection that it is given.

A new one is written by hand: a file in `versions/` beside the last, and its revision as
`facts.store.schema.HEAD_REVISION`. The store's tests tell what it lacks.
"""

from __future__ import annotations

from alembic import context

from facts.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
