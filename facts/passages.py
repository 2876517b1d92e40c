"""Sentences as a question meets them: whom they name, what they tell, which values they hold."""

from __future__ import annotations

from dataclasses import dataclass

from facts.model import Entity, Language, Span, Value


@dataclass(frozen=True, slots=True)
class Slot:
    """Something in a sentence that could answer a question.

    `kind` is an entity's kind ("person", "team"...), "date", "money", or the unit of a quantity
    ("quantity:km"); `at` is its place in the sentence, in characters from its start.
    """

    kind: str
    value: Value
    at: int
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article.

    `terms` are what it speaks of, in no language: entity keys ("e:team/bora-hansgrohe"), ideas of
    the glossary ("i:contract"), concepts of the lexicon ("c:refuse") and stems of other words
    ("w:granon").
    """

    article_key: str
    number: int
    span: Span
    text: str
    language: Language
    terms: frozenset[str]
    slots: tuple[Slot, ...]
    entities: tuple[Entity, ...]
    heading: bool = False
    affirmed: bool = True
