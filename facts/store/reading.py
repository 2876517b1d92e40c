"""What is asked of the database, over a connection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, bindparam, select

from facts.errors import StoreError
from facts.model import Article, Evidence, Language, Source, SourcedFact, Span
from facts.ports import FactQuery
from facts.serial import fact_from_json
from facts.store import schema
from facts.store.texts import can_be_kept

AnyRow = Row[*tuple[Any, ...]]

MOST_FACTS = 10_000
_FEW = 500  # beyond it, the values stand in the statement: the number of variables is limited
_LARGEST_NUMBER = 2**63 - 1

_HEAD = (
    schema.articles.c.key,
    schema.articles.c.title,
    schema.articles.c.outlet,
    schema.articles.c.url,
    schema.articles.c.published,
    schema.articles.c.language,
)


def has_article(connection: Connection, key: str) -> bool:
    """Whether the article was read."""
    table = schema.articles
    return connection.scalar(select(table.c.key).where(table.c.key == key)) is not None


def find_facts(connection: Connection, query: FactQuery) -> Sequence[SourcedFact]:
    """The facts asked for, by number: two statements, however many they are.

    Raises:
        StoreError: what stands in the database is no fact.
    """
    wanted = _wanted(query)
    if wanted is None:
        return ()
    table = schema.facts
    kept = connection.execute(wanted.add_columns(table.c.document, table.c.computed)).all()
    if not kept:
        return ()
    chosen = wanted.subquery()
    told = schema.evidence
    rows = connection.execute(
        select(told, *_HEAD)
        .join(chosen, chosen.c.id == told.c.fact_id)
        .join(schema.articles, schema.articles.c.key == told.c.article_key)
        .order_by(told.c.id)
    )
    by_fact: dict[int, list[AnyRow]] = {}
    for row in rows:
        by_fact.setdefault(row.fact_id, []).append(row)
    return tuple(_sourced(row, by_fact.get(row.id, [])) for row in kept)


def all_articles(connection: Connection) -> Sequence[Article]:
    """All articles, whole: oldest publication first, undated ones last, then by key."""
    found = [_article(row) for row in connection.execute(select(schema.articles))]
    return sorted(found, key=lambda article: (article.published or date.max, article.key))


def all_sources(connection: Connection) -> Sequence[Source]:
    """The heads of all articles: newest publication first, undated ones last, then by key."""
    found = [_source(row) for row in connection.execute(select(*_HEAD))]
    return sorted(
        found,
        key=lambda source: (
            -source.published.toordinal() if source.published else 0,
            source.article_key,
        ),
    )


def text_of(connection: Connection, table: Table, name: str) -> str | None:
    """The second column of the row with this primary key, or None."""
    key, text = table.columns
    found: str | None = connection.scalar(select(text).where(key == name))
    return found


def _wanted(query: FactQuery) -> Select[Any] | None:
    """The numbers of the facts asked for; None where no fact can be among them."""
    table = schema.facts
    statement = select(table.c.id).order_by(table.c.id)
    sides: tuple[tuple[Column[Any], frozenset[Any]], ...] = (
        (table.c.relation, query.relations),
        (table.c.subject_key, query.subjects),
        (table.c.value_key, query.values),
        (table.c.id, query.ids),
    )
    for column, asked in sides:
        possible = sorted(filter(_can_stand, asked))
        if possible:
            among = bindparam(
                None,
                possible,
                type_=column.type,
                expanding=True,
                literal_execute=len(possible) > _FEW,
            )
            statement = statement.where(column.in_(among))
        elif asked:
            return None
    limit = min(query.limit, MOST_FACTS)
    return statement.limit(limit) if limit > 0 else None


def _can_stand(value: str | int) -> bool:
    """Whether a column can hold the value: the drivers fail over one that cannot stand in it."""
    return can_be_kept(value) if isinstance(value, str) else 0 < value <= _LARGEST_NUMBER


def _sourced(row: AnyRow, told: Iterable[AnyRow]) -> SourcedFact:
    told = list(told)
    evidence = tuple(
        Evidence(one.article_key, Span(one.span_start, one.span_end), one.sentence, one.pattern)
        for one in told
    )
    try:
        fact = fact_from_json({**row.document, "evidence": []})
    except (ValueError, TypeError) as error:
        raise StoreError(
            f"Fact {row.id} in the database cannot be read; put back a copy of the database."
        ) from error
    fact = replace(fact, evidence=evidence, computed=row.computed)
    return SourcedFact(row.id, fact, {one.article_key: _source(one) for one in told})


def _article(row: AnyRow) -> Article:
    head = _source(row)
    return Article(
        key=row.key,
        text=row.text,
        body=Span(row.body_start, row.body_end),
        language=head.language,
        title=head.title,
        outlet=head.outlet,
        url=head.url,
        published=head.published,
    )


def _source(row: AnyRow) -> Source:
    try:
        language = Language(row.language)
    except ValueError as error:
        raise StoreError(
            f"Article {row.key} is in a language that this version of Musette does not know "
            f"({row.language}); install the version that read it."
        ) from error
    return Source(row.key, row.title, row.outlet, row.url, row.published, language)
