"""Forms of verbs and nouns, made from the words that the lexicon lists."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.morphology import english, french
from facts.extract.morphology.tense import Tense
from facts.model import Language

__all__ = ["Tense", "noun_forms", "verb_forms"]


def verb_forms(infinitive: str, language: Language) -> Iterator[tuple[str, Tense]]:
    """The third-person and unconjugated forms of a verb, each with its tense."""
    return french.verb(infinitive) if language is Language.FR else english.verb(infinitive)


def noun_forms(word: str, language: Language) -> tuple[str, ...]:
    """A noun (or adjective) and its plural; a group of words is inflected on its first word."""
    head, *rest = word.split(" ")
    plurals = french.plurals(head) if language is Language.FR else english.plurals(head)
    if language is Language.EN and rest:
        last = english.plurals(rest[-1])
        return (word, *(" ".join([head, *rest[:-1], plural]) for plural in last))
    return (word, *(" ".join([plural, *rest]) for plural in plurals))
