"""Questions for yes or no: a confirmation, a denial, another value, or a closed list."""

from __future__ import annotations

from collections.abc import Sequence

from facts.ask.answering import passage_words, proofs_of, sentence
from facts.ask.documents import cue_of, cues
from facts.ask.library import Library
from facts.ask.match import Match
from facts.ask.question import Question
from facts.extract.namebook import name_book
from facts.knowledge import all_of
from facts.model import (
    Answer,
    AnswerStatus,
    DateInterval,
    Quantity,
    SourcedFact,
    Status,
)
from facts.wording.phrases import phrase
from facts.wording.values import say_list

_SURE = 0.85
_OWN = 0.9  # a yes or no needs every word of the question in the fact or sentence itself


def yes_no_answer(
    question: Question, fact: Match | None, passage: Match | None, library: Library
) -> Answer | None:
    """The answer; None where neither yes nor no can be said."""
    listed = _closed_list(question, library)
    if listed:
        return listed
    known = fact.document.known if fact and fact.weakest >= _OWN else None
    if known and all(asked.kind == "name" for asked in question.asked):
        known = _of_a_name(question, library)
    if known:
        return _by_fact(question, _weighable(question, known, library))
    if passage and passage.document.passage and passage.score >= _SURE and passage.weakest >= _OWN:
        yes = passage.document.passage.affirmed
        words = passage_words(passage, question.language)
        text = phrase(question.language, "ask.yes" if yes else "ask.no", said=words)
        proofs = proofs_of(passage, library)
        return Answer(AnswerStatus.PASSAGE, question.language, text, passages=proofs)
    return None


# What is asked where only a name stands: "c'est sur Netflix ?", "Ineos est dedans ?".
_OF_NAMES = frozenset({"platform", "broadcaster", "features"})


def _of_a_name(question: Question, library: Library) -> SourcedFact | None:
    """The fact that a name alone asks for: what it shows, or that it is followed."""
    names = {term[2:] for asked in question.asked for term in asked.terms if term[:2] == "e:"}
    found = [
        k
        for k in library.facts
        if k.fact.relation in _OF_NAMES and getattr(k.fact.value, "key", "") in names
    ]
    return max(found, key=lambda k: library.amounts[k.fact.subject.key], default=None)


def _weighable(question: Question, known: SourcedFact, library: Library) -> SourcedFact:
    """The fact to weigh a number or date against: one of the same subject that has such a value."""
    if not question.values or _agrees(question, known) is not None:
        return known
    topic = cue_of(known.fact).topic
    related = [
        k
        for k in library.facts
        if k.fact.subject.key == known.fact.subject.key
        and _agrees(question, k) is not None
        and _asks(question, k)
    ]
    return related[0] if related and topic else known


def _asks(question: Question, known: SourcedFact) -> bool:
    terms = cue_of(known.fact).terms
    return any(not asked.terms.isdisjoint(terms) for asked in question.asked)


def _by_fact(question: Question, known: SourcedFact) -> Answer:
    agrees = _agrees(question, known)
    if known.fact.status is Status.POSSIBLE and agrees is not False:
        key = "ask.perhaps"
    else:
        key = "ask.yes" if agrees in {True, None} and _asked_for(question, known) else "ask.no"
    text = phrase(question.language, key, said=sentence(known, question.language))
    return Answer(AnswerStatus.ANSWERED, question.language, text, (), (known,))


def _asked_for(question: Question, known: SourcedFact) -> bool:
    """Whether the question asks for what the fact says, or for its contrary."""
    if known.fact.affirmed:
        return True
    denial = cues().get(f"{known.fact.relation}_denied")
    return denial is not None and any(
        not asked.terms.isdisjoint(denial.terms) for asked in question.asked
    )


def _agrees(question: Question, known: SourcedFact) -> bool | None:
    """Whether the number or date in the question is the fact's; None where it has none."""
    value = known.fact.value
    for mention in question.values:
        asked = mention.value
        if isinstance(value, Quantity) and isinstance(asked, Quantity) and value.unit == asked.unit:
            return value.number == asked.number
        if isinstance(value, DateInterval) and isinstance(asked, DateInterval):
            return _overlap(value, asked)
    return None


def _overlap(one: DateInterval, other: DateInterval) -> bool:
    first = one.start is None or other.end is None or one.start <= other.end
    last = one.end is None or other.start is None or other.start <= one.end
    return first and last


def _closed_list(question: Question, library: Library) -> Answer | None:
    """As in "Non : Movistar n'est pas parmi les huit équipes suivies"."""
    elsewhere = _other_screen(question, library)
    if elsewhere:
        return elsewhere
    cast = [k for k in library.facts if k.fact.relation == "features"]
    followed = all_of([k for k in cast if k.fact.affirmed], "features")
    named = _unread(question, library, "team")
    if named is None or len(followed) < 2 or not _about_cast(question):  # noqa: PLR2004
        return None
    names = say_list(
        [k.fact.value.name for k in followed if hasattr(k.fact.value, "name")], question.language
    )
    text = phrase(question.language, "ask.not_listed", name=named, names=names)
    return Answer(AnswerStatus.ANSWERED, question.language, text, (), tuple(followed))


def _other_screen(question: Question, library: Library) -> Answer | None:
    """As in "No, on Netflix": a screen that no article names, where another was read."""
    named = _unread(question, library, "organisation")
    shown = [k for k in library.facts if k.fact.relation == "platform"]
    others = [a for a in question.asked if a.kind not in {"name", "programme"}]
    terms = cues()["platform"].terms
    about_screen = all(not asked.terms.isdisjoint(terms) for asked in others)
    if named is None or not shown or not about_screen:
        return None
    main = max(shown, key=lambda k: library.amounts[k.fact.subject.key])
    text = phrase(question.language, "ask.no", said=sentence(main, question.language))
    return Answer(AnswerStatus.ANSWERED, question.language, text, (), (main,))


def _unread(question: Question, library: Library, kind: str) -> str | None:
    """The name of something in the gazetteer that the question names and no article does."""
    by_key = name_book().gazetteer.by_key
    read = {entity.key for passage in library.passages for entity in passage.entities}
    for asked in question.asked:
        keys = [term[2:] for term in asked.terms if term.startswith(f"e:{kind}/")]
        if keys and not read.intersection(keys):
            return by_key[keys[0]].name_in(question.language)
    return None


def _about_cast(question: Question) -> bool:
    """Whether the rest of the question asks for who is in a programme, and for nothing else."""
    terms = cues()["features"].terms | cues()["features_denied"].terms
    others = [a for a in question.asked if a.kind not in {"name", "programme"}]
    return all(not asked.terms.isdisjoint(terms) for asked in others)


__all__: Sequence[str] = ["yes_no_answer"]
