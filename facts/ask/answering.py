"""The words of an answer: from a fact, from a sentence, yes or no, or that nothing was read."""

from __future__ import annotations

from collections.abc import Sequence

from facts.ask.documents import cue_of
from facts.ask.library import Library
from facts.ask.match import Match
from facts.ask.question import Question
from facts.describe import describe
from facts.model import Answer, AnswerStatus, Entity, Language, SourcedFact, Value
from facts.passages import Passage, Slot
from facts.respond import answer as topic_answer
from facts.topics import TOPICS
from facts.wording.facts import say_value, tells_year
from facts.wording.labels import capital
from facts.wording.phrases import phrase

_NEAREST = 3


def fact_answer(question: Question, match: Match, library: Library) -> Answer:
    """The fact in words, with the others of its kind where it can have several values."""
    known = match.document.known
    if known is None:
        raise ValueError("not a fact")
    topic = cue_of(known.fact).topic
    if topic:
        told = topic_answer(_about(library.facts, known), TOPICS[topic], question.language)
        if told.status is AnswerStatus.ANSWERED:
            return told
    group = [k for k in library.facts if _same_group(k, known)]
    text = " ".join(_sentence(k, question.language) for k in group)
    return Answer(AnswerStatus.ANSWERED, question.language, text, (), tuple(group))


def _about(facts: Sequence[SourcedFact], known: SourcedFact) -> list[SourcedFact]:
    return list(facts)


def _same_group(known: SourcedFact, chosen: SourcedFact) -> bool:
    return (
        known.fact.subject.key == chosen.fact.subject.key
        and known.fact.relation == chosen.fact.relation
        and known.fact.affirmed == chosen.fact.affirmed
    )


def _sentence(known: SourcedFact, language: Language) -> str:
    return f"{describe(known.fact, language, year=tells_year(known))}."


def passage_answer(question: Question, match: Match, library: Library) -> Answer:
    """The value asked for, where there is one, and the sentence that holds it."""
    passage = match.document.passage
    if passage is None:
        raise ValueError("not a passage")
    language = question.language
    sentence = phrase(language, "ask.sentence", sentence=passage.text)
    text = f"{_slot_words(match.slot, language)} {sentence}" if match.slot else sentence
    return Answer(AnswerStatus.PASSAGE, language, text, (), _proof(passage, library))


def _slot_words(slot: Slot, language: Language) -> str:
    return f"{capital(_bare(slot.value, language))}."


def _bare(value: Value, language: Language) -> str:
    if isinstance(value, Entity):
        return value.name
    return say_value(value, language)


def _proof(passage: Passage, library: Library) -> tuple[SourcedFact, ...]:
    return ()


def yes_no_answer(
    question: Question, fact: Match | None, passage: Match | None, library: Library
) -> Answer | None:
    """As in "Oui : ...", "No: ..."; None where neither can be said."""
    language = question.language
    if fact and fact.document.known:
        known = fact.document.known
        yes = known.fact.affirmed
        text = phrase(language, "ask.yes" if yes else "ask.no", said=_sentence(known, language))
        return Answer(AnswerStatus.ANSWERED, language, text, (), (known,))
    if passage and passage.document.passage:
        read = passage.document.passage
        word = phrase(language, "ask.yes" if read.affirmed else "ask.no", said="")
        said = phrase(language, "ask.sentence", sentence=read.text)
        return Answer(AnswerStatus.PASSAGE, language, f"{word} {said}", (), _proof(read, library))
    return None


def abstention(question: Question, facts: Sequence[Match], library: Library) -> Answer:
    """That it was not read; with the nearest facts that were."""
    language = question.language
    near = [m.document.known for m in facts[:_NEAREST] if m.document.known and m.score > _NEAR]
    items = tuple(_sentence(known, language) for known in near)
    key = "ask.unknown_near" if items else "ask.unknown"
    return Answer(AnswerStatus.UNKNOWN, language, phrase(language, key), items, ())


_NEAR = 0.35
