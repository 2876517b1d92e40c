"""What a composer returns, and how it speaks of facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facts.describe import describe
from facts.knowledge import all_of, current
from facts.model import Entity, Language, SourcedFact, Status
from facts.relations import BY_NAME
from facts.wording.facts import say_value, tells_year
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


def is_certain(known: SourcedFact) -> bool:
    """Whether a fact is more than merely spoken of."""
    return known.fact.status is not Status.POSSIBLE


def sure_of(facts: Iterable[SourcedFact], relation: str) -> list[SourcedFact]:
    """The facts of a relation with many values that are certain, each value once."""
    return all_of([known for known in facts if is_certain(known)], relation)


def sure_one(facts: Iterable[SourcedFact], relation: str) -> SourcedFact | None:
    """The fact that holds now for a relation, where it is certain."""
    known = current(list(facts), relation)
    return known if known and is_certain(known) else None


def doubtful(material: Material, *relations: str) -> Composed:
    """What is merely spoken of, fact by fact, each in words that say so."""
    told = Composed()
    for relation in relations:
        certain = {_value_key(known) for known in sure_of(material.own, relation)}
        latest = current(material.own, relation)
        for known in all_of([k for k in material.own if not is_certain(k)], relation):
            superseded = BY_NAME[relation].single and known is not latest
            if superseded or _value_key(known) in certain:
                continue
            said = describe(known.fact, material.language, year=tells_year(known))
            told = told.and_then(Composed((f"{capital(said)}.",), (known,)))
    return told


def _value_key(known: SourcedFact) -> object:
    value = known.fact.value
    return value.key if isinstance(value, Entity) else value


def without_vaguer(facts: Sequence[SourcedFact]) -> list[SourcedFact]:
    """Without a race at large where its edition is among the values too."""
    keys = [known.fact.value.key for known in facts if isinstance(known.fact.value, Entity)]
    return [
        known
        for known in facts
        if not isinstance(known.fact.value, Entity)
        or not any(key.startswith(f"{known.fact.value.key}/") for key in keys)
    ]


def one_or_many(key: str, count: int) -> str:
    """The key of the phrase for one or for several."""
    return key if count == 1 else f"{key}_many"
