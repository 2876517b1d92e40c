"""A race's stage or classification as words: "stage 4 of the Tour de Suisse 2024"."""

from __future__ import annotations

from facts.model import Fact, Language, Quantity, Text
from facts.wording.french import of
from facts.wording.labels import label
from facts.wording.phrases import phrase
from facts.wording.values import say_number


def say_event(fact: Fact, language: Language) -> str:
    """What a result or a road belongs to: the fact's race, its stage or classification."""
    race = label(fact.subject, language)
    stage, kind = fact.qualifier("stage"), fact.qualifier("classification")
    if isinstance(stage, Quantity):
        number = say_number(stage.number, language)
        return phrase(language, "event.stage", number=number, race=race, of_race=of(race))
    if isinstance(kind, Text):
        return phrase(language, f"event.{kind.text}", race=race, of_race=of(race))
    return race


def say_rank(fact: Fact, language: Language) -> str:
    """The rank that a fact tells, or an empty text."""
    rank = fact.qualifier("rank")
    if not isinstance(rank, Quantity):
        return ""
    return phrase(language, "event.rank", number=say_number(rank.number, language))
