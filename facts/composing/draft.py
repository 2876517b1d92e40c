"""What a composer returns, and how it speaks of facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facts.model import Entity, Language, SourcedFact
from facts.wording.facts import say_value
from facts.wording.french import of
from facts.wording.labels import capital, label
from facts.wording.phrases import phrase
from facts.wording.values import say_list


@dataclass(frozen=True, slots=True)
class Composed:
    """Sentences, in order, and the facts that they rest on."""

    sentences: tuple[str, ...] = ()
    facts: tuple[SourcedFact, ...] = ()

    def and_then(self, other: Composed) -> Composed:
        """Both, one after the other."""
        return Composed(self.sentences + other.sentences, self.facts + other.facts)


@dataclass(frozen=True, slots=True)
class Material:
    """What a composer works on: one subject, its facts, and all facts around it."""

    subject: Entity
    own: Sequence[SourcedFact]
    around: Sequence[SourcedFact]
    language: Language

    def say(self, key: str, **parts: str) -> str:
        """A phrase of `answer.` in the asker's language, begun with a capital."""
        name = label(self.subject, self.language)
        fixed = {"programme": name, "Programme": capital(name), "of_programme": of(name)}
        fixed |= {"race": name, "Race": capital(name)}
        return capital(phrase(self.language, f"answer.{key}", **{**fixed, **parts}))

    def name(self, known: SourcedFact) -> str:
        """The value of a fact in words."""
        return say_value(known.fact.value, self.language)

    def names(self, facts: Iterable[SourcedFact]) -> str:
        """The values of facts as a list in words."""
        return say_list([self.name(known) for known in facts], self.language)


def one_or_many(key: str, count: int) -> str:
    """The key of the phrase for one or for several."""
    return key if count == 1 else f"{key}_many"
