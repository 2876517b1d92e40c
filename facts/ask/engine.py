"""From a question to its Answer: the best fact, else the best sentence, else "I have not read"."""

from __future__ import annotations

from facts.ask.answering import abstention, fact_answer, passage_answer, yes_no_answer
from facts.ask.library import Library
from facts.ask.match import Match, matches
from facts.ask.question import Question, parse
from facts.ask.typos import corrected
from facts.model import Answer, Language

# How much of a question a fact, or a sentence, must cover to answer it. Set on questions of our
# own; a fact asks for less, since its relation is known.
FACT = 0.62
PASSAGE = 0.7
_BETTER = 0.12


def ask(text: str, library: Library, language: Language | None = None) -> Answer:
    """Answer a question from what the library holds; never from anything else."""
    question = corrected(parse(text, language), library.vocabulary)
    if not question.asked:
        return abstention(question, (), library)
    facts = matches(question, library.fact_documents, library.weights)
    passages = matches(question, library.passage_documents, library.weights)
    fact = next((m for m in facts if _covers(m, FACT)), None)
    passage = next((m for m in passages if _covers(m, PASSAGE)), None)
    if fact and passage and passage.score > fact.score + _BETTER:
        fact = None
    if question.kind == "yes_no":
        return yes_no_answer(question, fact, passage, library) or abstention(question, facts, library)
    if fact:
        return fact_answer(question, fact, library)
    if passage:
        return passage_answer(question, passage, library)
    return abstention(question, facts, library)


def _covers(match: Match, threshold: float) -> bool:
    return match.score >= threshold


__all__ = ["Question", "ask"]
