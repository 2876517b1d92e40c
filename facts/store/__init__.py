"""The only SQL: tables, queries and migrations, on SQLite and on PostgreSQL."""

from facts.store.store import Store, open_store

__all__ = ["Store", "open_store"]
