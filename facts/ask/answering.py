"""The words of an answer: from a fact, from a sentence, or that nothing was read."""

from __future__ import annotations

from collections.abc import Sequence

from facts.ask.documents import cue_of
from facts.ask.library import Library
from facts.ask.match import Match
from facts.ask.question import Question
from facts.describe import describe
from facts.model import Answer, AnswerStatus, Entity, Evidence, Language, Proof, SourcedFact, Value
from facts.passages import Slot
from facts.respond import COMPOSERS, Composed, Material, is_same
from facts.wording.facts import say_value, tells_year
from facts.wording.labels import capital
from facts.wording.phrases import phrase

_NEAREST = 3
_NEAR = 0.35


def fact_answer(question: Question, match: Match, library: Library) -> Answer:
    """The fact in words, with the others of its kind where there are several."""
    known = match.document.known
    if known is None:
        raise ValueError("the match is no fact")
    if match.slot and match.slot.value is known.fact.subject:
        return _facts(question, [k for k in library.facts if _same_value(k, known)])
    if match.slot and match.slot.value is not known.fact.value and not _asks_who_it_is(question):
        lead = _slot_words(match.slot, question.language)
        text = f"{lead} {sentence(known, question.language)}"
        return Answer(AnswerStatus.ANSWERED, question.language, text, (), (known,))
    told = _composed(question, known, library)
    if told.sentences:
        text = " ".join(told.sentences)
        facts = tuple({k.id: k for k in (known, *told.facts)}.values())
        return Answer(AnswerStatus.ANSWERED, question.language, text, (), facts)
    return _facts(question, [k for k in library.facts if _same_subject(k, known)])


def _asks_who_it_is(question: Question) -> bool:
    """As in "who is Yann Le Moënner?": the whole of what is told of him answers."""
    return question.kind == "who" and all(asked.kind == "name" for asked in question.asked)


def _composed(question: Question, known: SourcedFact, library: Library) -> Composed:
    """What the fact's topic tells of its subject; nothing where it leaves the fact out."""
    topic, subject = cue_of(known.fact).topic, known.fact.subject
    if not topic:
        return Composed()
    own = [k for k in library.facts if is_same(k.fact.subject, subject)]
    told = COMPOSERS[topic](Material(subject, own, library.facts, question.language))
    return told if any(k.id == known.id for k in told.facts) else Composed()


def _facts(question: Question, group: Sequence[SourcedFact]) -> Answer:
    lines = dict.fromkeys(sentence(k, question.language) for k in group)
    return Answer(AnswerStatus.ANSWERED, question.language, " ".join(lines), (), tuple(group))


def _same_subject(known: SourcedFact, chosen: SourcedFact) -> bool:
    return known.fact.subject.key == chosen.fact.subject.key and _same_kind(known, chosen)


def _same_value(known: SourcedFact, chosen: SourcedFact) -> bool:
    return known.fact.value == chosen.fact.value and _same_kind(known, chosen)


def _same_kind(known: SourcedFact, chosen: SourcedFact) -> bool:
    one, other = known.fact, chosen.fact
    return (one.relation, one.affirmed) == (other.relation, other.affirmed) and (
        one.qualifier("stage") == other.qualifier("stage")
    )


def sentence(known: SourcedFact, language: Language) -> str:
    """A fact as a sentence."""
    return f"{capital(describe(known.fact, language, year=tells_year(known)))}."


def passage_answer(question: Question, match: Match, library: Library) -> Answer:
    """The value asked for, where there is one, and the sentence that holds it."""
    language = question.language
    words = passage_words(match, language)
    text = f"{_slot_words(match.slot, language)} {words}" if match.slot and match.only else words
    return Answer(AnswerStatus.PASSAGE, language, text, passages=proofs_of(match, library))


def proofs_of(match: Match, library: Library) -> tuple[Proof, ...]:
    """The sentence of a match, with its article's head."""
    passage = match.document.passage
    if passage is None:
        return ()
    evidence = Evidence(passage.article_key, passage.span, passage.text, "passage")
    return (Proof(evidence, library.sources[passage.article_key]),)


def passage_words(match: Match, language: Language) -> str:
    """The sentence of a match, in quotation marks."""
    if match.document.passage is None:
        raise ValueError("the match is no sentence")
    return phrase(language, "ask.sentence", sentence=match.document.passage.text)


def _slot_words(slot: Slot, language: Language) -> str:
    return f"{capital(_bare(slot.value, language))}."


def _bare(value: Value, language: Language) -> str:
    return value.name if isinstance(value, Entity) else say_value(value, language)


def joined(answers: Sequence[Answer]) -> Answer:
    """Several answers as one; it is only as sure as the least sure of them."""
    statuses = {answer.status for answer in answers}
    passage = AnswerStatus.PASSAGE in statuses
    return Answer(
        AnswerStatus.PASSAGE if passage else AnswerStatus.ANSWERED,
        answers[0].language,
        " ".join(dict.fromkeys(answer.text for answer in answers)),
        tuple(dict.fromkeys(item for answer in answers for item in answer.items)),
        tuple({k.id: k for answer in answers for k in answer.facts}.values()),
        passages=tuple(proof for answer in answers for proof in answer.passages),
    )


def abstention(question: Question, facts: Sequence[Match]) -> Answer:
    """That it was not read; with the nearest facts that were."""
    language = question.language
    near = [m.document.known for m in facts[:_NEAREST] if m.document.known and m.score > _NEAR]
    items = tuple(dict.fromkeys(sentence(known, language) for known in near))
    key = "ask.unknown_near" if items else "ask.unknown"
    return Answer(AnswerStatus.UNKNOWN, language, phrase(language, key), items)
