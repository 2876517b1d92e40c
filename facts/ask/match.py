"""How well a document answers a question: what of it the document speaks of, and what not."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facts.ask.documents import Document, cue_of, cue_words, slots_of
from facts.ask.question import Asked, Question
from facts.model import DateInterval, Entity, EntityKind, Fact, Precision, Quantity
from facts.passages import Slot

_STRONG, _DESCRIBED, _WEAK, _CONTEXT, _SETTING = 1.0, 0.9, 0.75, 0.5, 0.3
_NAME = 2.0
_NOWHERE = 1.6
_BONUS = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """A document held against a question.

    `score` is the share of the question that the document covers, from 0 to 1; `cued` how many of
    its words ask for the very relation of a fact; `slot` what it
    answers with (None where the question asks for no particular kind); `missed` the words that it
    does not speak of at all. `only` is True where nothing else of the kind asked for is in it;
    `weakest` tells how far the document speaks of the word that it speaks of least.
    """

    document: Document
    score: float
    slot: Slot | None
    missed: tuple[str, ...]
    cued: int = 0
    only: bool = False
    weakest: float = 1.0


class Weights:
    """How much each word of a question counts: rare ones more, names most."""

    def __init__(self, frequencies: Mapping[str, int], total: int) -> None:
        self._frequencies = frequencies
        self._total = max(total, 1)

    def of(self, asked: Asked) -> float:
        """The weight of a word; one that occurs nowhere weighs much, since nothing answers it."""
        seen = [n for term in asked.terms if (n := self._frequencies.get(term, 0))]
        if not seen:
            return _NAME if asked.kind == "name" else _NOWHERE
        rarity = math.log(1 + self._total / max(seen)) / math.log(1 + self._total)
        return (_NAME if asked.kind == "name" else 1.0) * (0.35 + 0.65 * rarity)


def frequencies(documents: Iterable[Document]) -> Counter[str]:
    """In how many documents each term occurs."""
    return Counter(term for document in documents for term in document.strong | document.weak)


def matches(question: Question, documents: Sequence[Document], weights: Weights) -> list[Match]:
    """The documents that could answer, the best first."""
    weighted = [(asked, weights.of(asked)) for asked in question.asked]
    total = sum(weight for asked, weight in weighted if asked.kind != "optional")
    found: list[Match] = []
    for document in documents:
        score, missed = 0.0, []
        for asked, weight in weighted:
            degree = _degree(asked, document)
            score += weight * degree
            if degree and asked.kind == "optional":
                score += weight * degree * (_BONUS - 1)
            elif not degree and asked.kind != "optional":
                missed.append(asked.word)
        slot = answering_slot(question, document)
        if (question.wants and slot is None) or _is_off_topic(question, document):
            continue
        if score or not weighted:
            share = score / total if total else 1.0
            cued, only = _cued(question, document), _is_only(slot, question, document)
            weakest = min(
                (_degree(a, document) for a, _ in weighted if a.kind != "optional"), default=1.0
            )
            found.append(Match(document, share, slot, tuple(missed), cued, only, weakest))
    found.sort(key=lambda match: -match.score)
    return found


def _cued(question: Question, document: Document) -> int:
    if document.known is None:
        return 0
    terms = cue_of(document.known.fact).terms
    return sum(not asked.terms.isdisjoint(terms) for asked in question.asked)


def _is_off_topic(question: Question, document: Document) -> bool:
    """Whether a fact has nothing to do with the programme or race that the question speaks of."""
    if document.known is None:
        return False
    kinds = {slot.kind for slot in document.slots}
    fact = document.known.fact
    if _is_another_stage(question, fact) or _is_another_season(question, fact.subject):
        return True
    if fact.qualifier("stage") and _names_race_only(question):
        return True
    return any(a.kind in {"programme", "race"} and a.kind not in kinds for a in question.asked)


def _is_another_stage(question: Question, fact: Fact) -> bool:
    """Whether the question is about stage 10 and the fact about stage 11, or about no stage."""
    asked = {
        mention.value.number
        for mention in question.values
        if isinstance(mention.value, Quantity) and mention.value.unit == "stage"
    }
    stage = fact.qualifier("stage")
    told = stage.number if isinstance(stage, Quantity) else None
    return bool(asked) and fact.subject.kind is EntityKind.RACE and told not in asked


def _is_another_season(question: Question, subject: Entity) -> bool:
    """Whether the question names a year and the race was that of another one."""
    season = subject.key.split("/")[2:]
    years = {
        str(mention.value.start.year)
        for mention in question.values
        if isinstance(mention.value, DateInterval)
        and mention.value.start
        and mention.value.precision is Precision.YEAR
    }
    return subject.kind is EntityKind.RACE and bool(season and years) and season[0] not in years


def _names_race_only(question: Question) -> bool:
    """Whether a race is named and no stage: what a stage gave is then no answer."""
    named = any(term.startswith("e:race/") for asked in question.asked for term in asked.terms)
    staged = any("i:stage" in asked.terms for asked in question.asked)
    return named and not staged and "quantity:stage" not in question.wants


def _degree(asked: Asked, document: Document) -> float:
    if not asked.terms.isdisjoint(document.strong):
        return _STRONG
    if not asked.terms.isdisjoint(document.described):
        return _DESCRIBED
    asks_relation = document.known is not None and not asked.terms.isdisjoint(cue_words())
    if asks_relation:
        return 0.0  # it asks for another relation than this fact's, whatever the sentence says
    if not asked.terms.isdisjoint(document.weak):
        return _WEAK
    if not asked.terms.isdisjoint(document.context):
        return _CONTEXT
    return _SETTING if not asked.terms.isdisjoint(document.setting) else 0.0


def answering_slot(question: Question, document: Document) -> Slot | None:
    """What in the document is of a kind that is asked for and is not itself in the question."""
    for slot in document.slots:
        if _is_wanted(slot, question.wants) and not _is_given(slot, question):
            return slot if _may_answer(slot, question, document) else None
    return None


def _is_only(slot: Slot | None, question: Question, document: Document) -> bool:
    values = [
        other.value
        for other in document.slots
        if _is_wanted(other, question.wants) and not _is_given(other, question)
    ]
    return slot is not None and all(value == slot.value for value in values)


def _may_answer(slot: Slot, question: Question, document: Document) -> bool:
    """A fact's subject answers only where the question names its value ("what did X make?")."""
    known = document.known
    if known is None or slot.value is not known.fact.subject:
        return True
    if known.fact.relation == "position":
        return not _names_only(question)  # "who is the boss of ASO?": the match tells the boss
    return any(_is_given(given, question) for given in slots_of(known.fact.value))


def _names_only(question: Question) -> bool:
    return all(asked.kind == "name" for asked in question.asked)


def _is_wanted(slot: Slot, wants: frozenset[str]) -> bool:
    if slot.kind in wants:
        return True
    return "quantity" in wants and slot.kind.startswith("quantity:")


def _is_given(slot: Slot, question: Question) -> bool:
    """Whether the question itself names the value."""
    value = slot.value
    if isinstance(value, Entity):
        names = [a for a in question.asked if a.kind == "name" or f"w:{a.word}" in a.terms]
        words = set(value.key.partition("/")[2].replace("/", "-").split("-"))
        return any(f"e:{value.key}" in a.terms or a.word in words for a in names)
    return any(mention.value == value for mention in question.values)
