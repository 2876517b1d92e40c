"""Articles and facts for the store's tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from facts.model import (
    Article,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    Language,
    Quantity,
    RelativeDate,
    Side,
    Span,
    Status,
    Text,
)

RACE = Entity("race/tour-de-france/2022", EntityKind.RACE, "Tour de France 2022")
SERIES = Entity("programme/tour", EntityKind.PROGRAMME, "the series")
TEAM = Entity("team/o'fdj %\\:?$1", EntityKind.TEAM, "Groupama-FDJ")


def article(key: str = "one", published: date | None = None) -> Article:
    return Article(
        key=key,
        text=f"Title\r\n\r\nEight episodes of {key}. Été 🚴.",
        body=Span(9, 40),
        language=Language.FR,
        title=f"Title of {key}",
        outlet="Outlet",
        url=f"https://example.org/{key}",
        published=published,
    )


def evidence(key: str = "one", start: int = 9) -> Evidence:
    return Evidence(key, Span(start, start + 14), "Eight episodes 🚴.", "count")


def fact(
    *told: Evidence, number: int = 8, computed: bool = False, status: Status | None = None
) -> Fact:
    value = Quantity(Decimal(number), "episode")
    return Fact(SERIES, "episode_count", value, told, computed=computed, status=status)


def features(*told: Evidence, affirmed: bool = True) -> Fact:
    return Fact(SERIES, "features", TEAM, told, affirmed=affirmed, qualifiers=(("in", RACE),))


def release(*told: Evidence) -> Fact:
    return Fact(SERIES, "release", RelativeDate(Side.BEFORE, RACE), told)


def said(text: str, *told: Evidence) -> Fact:
    return Fact(TEAM, "said", Text(text, Language.FR), told)
