"""Articles, entities, facts, evidence, languages chosen and notes.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

row_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("body_start", sa.Integer, nullable=False),
        sa.Column("body_end", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_articles"),
    )
    op.create_table(
        "entities",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_entities"),
    )
    _create_facts()
    _create_evidence()
    for table, key, value in (
        ("members", "member", "language"),
        ("guilds", "guild", "language"),
        ("notes", "name", "text"),
    ):
        op.create_table(
            table,
            sa.Column(key, sa.Text, nullable=False),
            sa.Column(value, sa.Text, nullable=False),
            sa.PrimaryKeyConstraint(key, name=f"pk_{table}"),
        )


def _create_facts() -> None:
    op.create_table(
        "facts",
        sa.Column("id", row_number, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("subject_key", sa.Text, nullable=False),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("value_key", sa.Text),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("affirmed", sa.Boolean, nullable=False),
        sa.Column("status", sa.Text),
        sa.Column("computed", sa.Boolean, nullable=False),
        sa.Column("first_read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_facts"),
        sa.UniqueConstraint("digest", name="uq_facts_digest"),
        sa.ForeignKeyConstraint(
            ["subject_key"], ["entities.key"], name="fk_facts_subject_key_entities"
        ),
        sa.ForeignKeyConstraint(
            ["value_key"], ["entities.key"], name="fk_facts_value_key_entities"
        ),
    )
    for column in ("subject_key", "relation", "value_key"):
        op.create_index(f"ix_facts_{column}", "facts", [column])


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", row_number, nullable=False),
        sa.Column("fact_id", row_number, nullable=False),
        sa.Column("article_key", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("pattern", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.UniqueConstraint(
            "fact_id",
            "article_key",
            "span_start",
            "span_end",
            "pattern",
            name="uq_evidence_fact_id",
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name="fk_evidence_fact_id_facts"),
        sa.ForeignKeyConstraint(
            ["article_key"], ["articles.key"], name="fk_evidence_article_key_articles"
        ),
    )
    op.create_index("ix_evidence_article_key", "evidence", ["article_key"])


def downgrade() -> None:
    raise NotImplementedError("Put back a copy of the database instead.")
