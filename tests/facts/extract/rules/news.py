"""Facts about people and teams as short lines, their status in front where there is one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from facts.model import (
    DateInterval,
    Entity,
    Fact,
    Language,
    Money,
    Precision,
    Quantity,
    Text,
    Value,
)
from tests.facts.telling import PUBLISHED, facts_in


def news(
    text: str, language: str, relations: Collection[str], published: date | None = PUBLISHED
) -> set[str]:
    """As in "planned: maud-lerey joins castelnova start=2025 until=2027"; "not" denies."""
    found = facts_in(text, Language(language), published)
    return {_line(fact) for fact in found if fact.relation in relations}


def _line(fact: Fact) -> str:
    parts = [
        f"{fact.status}:" if fact.status else "",
        _short(fact.subject),
        "" if fact.affirmed else "not",
        fact.relation,
        _short(fact.value),
        *(f"{name}={_short(value)}" for name, value in fact.qualifiers),
    ]
    return " ".join(part for part in parts if part)


def _short(value: Value) -> str:
    if isinstance(value, Entity):
        return value.key.split("/", 1)[1]
    if isinstance(value, Quantity):
        return f"{value.number} {value.unit}"
    if isinstance(value, Money):
        return f"{value.amount} {value.currency}"
    if isinstance(value, DateInterval):
        return _dates(value)
    return value.text if isinstance(value, Text) else str(value)


def _dates(dates: DateInterval) -> str:
    part = f"{dates.part}-" if dates.part else ""
    year = dates.precision is Precision.YEAR and dates.start is not None
    return f"{part}{dates.start.year}" if year and dates.start else f"{part}{dates.start}"
