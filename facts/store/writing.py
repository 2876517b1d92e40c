"""What changes the database, over a connection in a writing transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from facts.model import Article, Entity, Evidence, Fact, RelativeDate, Span
from facts.serial import fact_to_json, identity_digest
from facts.store import schema

T = TypeVar("T")
Row = dict[str, Any]

_AT_ONCE = 500  # variables in a statement: far below what SQLite and PostgreSQL allow


def add_article(
    connection: Connection, article: Article, facts: Collection[Fact], now: datetime
) -> bool:
    """Keep the article and its facts; False, without any change, where it was read before.

    Right where no other transaction adds an article at the same time.
    """
    if _present(connection, schema.articles.c.key, [article.key]):
        return False
    connection.execute(insert(schema.articles), _article_row(article, now))
    entities = _entity_rows(facts)
    known_entities = _present(connection, schema.entities.c.key, entities)
    _insert(
        connection,
        schema.entities,
        (row for key, row in entities.items() if key not in known_entities),
    )
    told = _by_digest(facts)
    known = _numbers(connection, told)
    new = {digest: same for digest, same in told.items() if digest not in known}
    _insert(connection, schema.facts, (_fact_row(*item, now) for item in new.items()))
    _insert(connection, schema.evidence, _evidence_rows(told, known | _numbers(connection, new)))
    _mark_as_stated(
        connection, [number for digest, number in known.items() if not _computed(told[digest])]
    )
    return True


def set_row(connection: Connection, table: Table, row: Mapping[str, str]) -> None:
    """Keep a row, instead of the one that may stand there under its primary key."""
    upsert: Any
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as upsert
    else:
        from sqlalchemy.dialects.sqlite import insert as upsert
    connection.execute(
        upsert(table)
        .values(row)
        .on_conflict_do_update(index_elements=list(table.primary_key), set_=row)
    )


def drop_row(connection: Connection, table: Table, name: str) -> None:
    """Take away the row that may stand under this primary key."""
    (key,) = table.primary_key
    connection.execute(delete(table).where(key == name))


def _mark_as_stated(connection: Connection, numbers: Iterable[int]) -> None:
    """A fact that was computed and is now stated counts as stated."""
    table = schema.facts
    for some in _batches(numbers):
        connection.execute(
            update(table).where(table.c.id.in_(some), table.c.computed).values(computed=False)
        )


def _article_row(article: Article, now: datetime) -> Row:
    return {
        "key": article.key,
        "text": article.text,
        "body_start": article.body.start,
        "body_end": article.body.end,
        "language": str(article.language),
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "read_at": now,
    }


def _entity_rows(facts: Iterable[Fact]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for fact in facts:
        for value in (fact.subject, fact.value, *(value for _, value in fact.qualifiers)):
            entity = value.anchor if isinstance(value, RelativeDate) else value
            if isinstance(entity, Entity):
                row = {"key": entity.key, "kind": str(entity.kind), "name": entity.name}
                rows.setdefault(entity.key, row)
    return rows


def _by_digest(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    told: dict[str, list[Fact]] = {}
    for fact in facts:
        told.setdefault(identity_digest(fact), []).append(fact)
    return told


def _computed(same: Iterable[Fact]) -> bool:
    return all(fact.computed for fact in same)


def _fact_row(digest: str, same: list[Fact], now: datetime) -> Row:
    fact = same[0]
    document = fact_to_json(fact)
    del document["evidence"]
    return {
        "digest": digest,
        "subject_key": fact.subject.key,
        "relation": fact.relation,
        "value_key": fact.value.key if isinstance(fact.value, Entity) else None,
        "document": document,
        "affirmed": fact.affirmed,
        "status": document["status"],
        "computed": _computed(same),
        "first_read_at": now,
    }


def _evidence_rows(told: dict[str, list[Fact]], numbers: dict[str, int]) -> Iterator[Row]:
    for digest, same in told.items():
        places: dict[tuple[str, Span, str], Evidence] = {}
        for item in (item for fact in same for item in fact.evidence):
            places.setdefault((item.article_key, item.span, item.pattern), item)
        for item in places.values():
            yield {
                "fact_id": numbers[digest],
                "article_key": item.article_key,
                "span_start": item.span.start,
                "span_end": item.span.end,
                "sentence": item.sentence,
                "pattern": item.pattern,
            }


def _present(connection: Connection, column: Column[str], wanted: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in _batches(wanted):
        found.update(connection.scalars(select(column).where(column.in_(some))))
    return found


def _numbers(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    table = schema.facts
    found: dict[str, int] = {}
    for some in _batches(digests):
        rows = connection.execute(
            select(table.c.digest, table.c.id).where(table.c.digest.in_(some))
        )
        found.update((row.digest, row.id) for row in rows)
    return found


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    for some in _batches(rows):
        connection.execute(insert(table), some)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    remaining = iter(items)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some
