"""Short texts read into facts, and facts as short lines that a test can compare."""

from __future__ import annotations

from datetime import date

from facts.article import article_from_text
from facts.model import (
    Article,
    DateInterval,
    Entity,
    Fact,
    Language,
    Money,
    Phase,
    Quantity,
    RelativeDate,
    Text,
    Value,
)
from facts.reading import derive

FR, EN = Language.FR, Language.EN
PUBLISHED = date(2024, 2, 10)


def article(text: str, language: Language = FR, published: date | None = PUBLISHED) -> Article:
    """An article with this body; the front matter in front of it is part of its text."""
    day = f"published: {published.isoformat()}\n" if published else ""
    return article_from_text(f"---\nlanguage: {language}\n{day}---\n{text}")


def facts_in(
    text: str, language: Language = FR, published: date | None = PUBLISHED
) -> tuple[Fact, ...]:
    """The facts of a text."""
    return derive(article(text, language, published))


def told(text: str, language: Language = FR, published: date | None = PUBLISHED) -> set[str]:
    """The facts of a text as lines, "subject relation value", "not" in front of a denial."""
    return {line(fact) for fact in facts_in(text, language, published)}


def told_of(
    relation: str, text: str, language: Language = FR, published: date | None = PUBLISHED
) -> set[str]:
    """The values that a text gives to a relation, with "not" in front of a denied one."""
    found = (f for f in facts_in(text, language, published) if f.relation == relation)
    return {f"{'' if f.affirmed else 'not '}{value_words(f.value)}" for f in found}


def statuses(text: str, language: Language = FR) -> dict[str, str]:
    """For each line of `told` the status, empty where there is none."""
    return {line(fact): str(fact.status or "") for fact in facts_in(text, language)}


def line(fact: Fact) -> str:
    """As in "programme/~netflix/tour-de-france features team/ag2r"."""
    denied = "" if fact.affirmed else "not "
    return f"{denied}{fact.subject.key} {fact.relation} {value_words(fact.value)}"


def value_words(value: Value) -> str:  # noqa: PLR0911 - one a type
    """A value without blank ambiguity: a key, "8 episode", "2022-07-01..2022-07-24 day"."""
    match value:
        case Entity():
            return value.key
        case Quantity():
            return f"{value.number} {value.unit}"
        case Money():
            return f"{value.amount} {value.currency}"
        case DateInterval():
            part = f" {value.part}" if value.part else ""
            return f"{value.start or ''}..{value.end or ''} {value.precision}{part}"
        case RelativeDate():
            return f"{value.side} {value.anchor.key}"
        case Text():
            return f"“{value.text}”"
        case Phase():
            return str(value)
