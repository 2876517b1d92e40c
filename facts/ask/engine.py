"""From a question to its Answer: the best fact, else the best sentence, else "I have not read"."""

from __future__ import annotations

from dataclasses import replace

from facts.ask.answering import abstention, fact_answer, joined, passage_answer
from facts.ask.library import Library
from facts.ask.match import Match, matches
from facts.ask.question import (
    Question,
    default_relations,
    gives_reason,
    parse,
    split_questions,
)
from facts.ask.typos import corrected
from facts.ask.yes_no import yes_no_answer
from facts.model import Answer, AnswerStatus, Language

# How much of a question a fact, or a sentence, must cover to answer it. Set on questions of our
# own; a fact asks for less, since its relation is known.
FACT = 0.62
PASSAGE = 0.78
_BETTER = 0.12


def ask(text: str, library: Library, language: Language | None = None) -> Answer:
    """Answer a question from what the library holds; never from anything else.

    Of two questions in one ("who made it and when is it out?") each gets its answer.
    """
    answers = [_ask(part, library, language) for part in split_questions(text, language)]
    said = [answer for answer in answers if answer.status is not AnswerStatus.UNKNOWN]
    return joined(said) if len(said) > 1 else (said or answers)[0]


def _ask(text: str, library: Library, language: Language | None) -> Answer:
    question = corrected(parse(text, language), library.vocabulary)
    facts = _facts(question, library)
    if not question.asked and not facts:
        return abstention(question, ())
    passages = matches(question, library.passage_documents, library.weights)
    if question.kind == "why":
        facts, passages = [], [m for m in passages if _tells_why(m)]
    fact = next((m for m in facts if m.score >= FACT and not m.missed), None)
    passage = next((m for m in passages if m.score >= PASSAGE and not m.missed), None)
    if fact and passage and passage.score > fact.score + _BETTER:
        fact = None
    if question.kind == "yes_no":
        said = yes_no_answer(question, fact, passage, library)
        return said or abstention(question, facts)
    if fact:
        return fact_answer(question, fact, library)
    return passage_answer(question, passage, library) if passage else abstention(question, facts)


def _facts(question: Question, library: Library) -> list[Match]:
    if question.asked:
        found = matches(question, library.fact_documents, library.weights)
        found.sort(key=lambda match: (-round(match.score, 3), -match.cued, _order(match, library)))
        usual = default_relations(question.kind) if _names_things_only(question) else []
        if usual:
            found.sort(key=lambda match: (-round(match.score, 3), _rank(match, usual)))
        return found
    # A bare question ("combien de temps en tout ?") is about the main subject.
    wanted = default_relations(question.kind)
    if question.kind in {"which", "how_many", "what"}:
        every = matches(question, library.fact_documents, library.weights)
        return sorted(every, key=lambda match: _order(match, library))
    documents = [
        d
        for relation in wanted
        for d in library.fact_documents
        if d.known and d.known.fact.relation == relation
    ]
    documents.sort(key=lambda d: -library.amount(d))
    documents.sort(key=lambda d: wanted.index(d.known.fact.relation) if d.known else 0)
    every = matches(replace(question, wants=frozenset()), documents, library.weights)
    return every or [Match(d, 1.0, None, ()) for d in documents[:1]]


def _order(match: Match, library: Library) -> tuple[int, int]:
    """Of equal matches, the later reported and then the subject of which most is known."""
    return (-library.day(match.document), -library.amount(match.document))


def _names_things_only(question: Question) -> bool:
    """As in "c'est pour quand, la série ?": what about it is asked shows in the kind alone."""
    return all(asked.kind in {"name", "programme", "race"} for asked in question.asked)


def _rank(match: Match, relations: list[str]) -> int:
    name = match.document.known.fact.relation if match.document.known else ""
    return relations.index(name) if name in relations else len(relations)


def _tells_why(match: Match) -> bool:
    passage = match.document.passage
    return passage is not None and gives_reason(passage.text, passage.language)
