"""The tables. A change here asks for a migration, and a test says which.

Times are UTC. The `document` of a fact is `facts.serial.fact_to_json` without its evidence; what
stands in columns beside it is what facts are looked for by.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD_REVISION = "0001"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself in a column of the type INTEGER alone.
_RowNumber = BigInteger().with_variant(Integer(), "sqlite")

articles = Table(
    "articles",
    metadata,
    Column("key", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("body_start", Integer, nullable=False),
    Column("body_end", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Date),
    Column("read_at", DateTime(timezone=True), nullable=False),
)

entities = Table(
    "entities",
    metadata,
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    Column("id", _RowNumber, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("subject_key", Text, ForeignKey(entities.c.key), nullable=False),
    Column("relation", Text, nullable=False),
    Column("value_key", Text, ForeignKey(entities.c.key)),
    Column("document", JSON, nullable=False),
    Column("affirmed", Boolean, nullable=False),
    Column("status", Text),
    Column("computed", Boolean, nullable=False),
    Column("first_read_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("digest"),
    Index("ix_facts_subject_key", "subject_key"),
    Index("ix_facts_relation", "relation"),
    Index("ix_facts_value_key", "value_key"),
)

# The unique constraint begins with fact_id and so serves as the index by fact.
evidence = Table(
    "evidence",
    metadata,
    Column("id", _RowNumber, primary_key=True),
    Column("fact_id", _RowNumber, ForeignKey(facts.c.id), nullable=False),
    Column("article_key", Text, ForeignKey(articles.c.key), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("pattern", Text, nullable=False),
    UniqueConstraint("fact_id", "article_key", "span_start", "span_end", "pattern"),
    Index("ix_evidence_article_key", "article_key"),
)

members = Table(
    "members",
    metadata,
    Column("member", Text, primary_key=True),
    Column("language", Text, nullable=False),
)

guilds = Table(
    "guilds",
    metadata,
    Column("guild", Text, primary_key=True),
    Column("language", Text, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("name", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

# Alembic's own table, described here so that an up-to-date database opens without Alembic.
versions = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
