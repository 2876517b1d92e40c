"""Facts as short lines, so that a test reads as a table."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from facts.model import (
    Article,
    DateInterval,
    Entity,
    Fact,
    Language,
    Quantity,
    Span,
    Value,
)
from facts.reading import derive

DAY = date(2024, 7, 10)


def facts_in(text: str, language: str = "en", published: date | None = DAY) -> tuple[Fact, ...]:
    """All the facts of a text, as of an article of that day."""
    article = Article("text", text, Span(0, len(text)), Language(language), published=published)
    return derive(article)


def lines(
    text: str,
    relations: Collection[str],
    language: str = "en",
    published: date | None = DAY,
) -> set[str]:
    """The facts of these relations: "tour-de-suisse/2024 stage=4 winner Luca Ferro gap=12"."""
    return {
        line(fact) for fact in facts_in(text, language, published) if fact.relation in relations
    }


def line(fact: Fact) -> str:
    """One fact; qualifiers stand behind the value, a stage before the relation."""
    stage = fact.qualifier("stage")
    parts = [
        fact.subject.key.split("/", 1)[1],
        f"stage={shown(stage)}" if stage else "",
        "" if fact.affirmed else "not",
        fact.relation,
        shown(fact.value),
        *(f"{name}={shown(value)}" for name, value in fact.qualifiers if name != "stage"),
    ]
    return " ".join(part for part in parts if part)


def shown(value: Value) -> str:
    """A value in a few characters."""
    if isinstance(value, Entity):
        return value.name
    if isinstance(value, Quantity):
        return f"{value.number:f}"
    if isinstance(value, DateInterval):
        same = value.start == value.end
        return f"{value.start}" if same else f"{value.start}..{value.end}"
    return getattr(value, "text", str(value))
