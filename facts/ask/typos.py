"""Misspelt words of a question, put right by what the articles and the glossary hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rapidfuzz import fuzz, process

from facts.ask.question import Asked, Question
from facts.glossary import glossary
from facts.model import Language
from facts.terms import stem, word_terms

_SHORTEST = 4
_LIKENESS = 82


def corrected(question: Question, vocabulary: Collection[str]) -> Question:
    """The question with the words that occur nowhere replaced by what they were meant to be."""
    return replace(
        question,
        asked=tuple(_right(asked, vocabulary, question.spoken) for asked in question.asked),
    )


def _closest(word: str, choices: Collection[str]) -> str:
    """The likest of the choices; of equally like ones, the first in the alphabet."""
    found = process.extract(word, choices, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=8)
    ranked = sorted((-score, str(choice)) for choice, score, _ in found)
    return ranked[0][1] if ranked else ""


def _right(asked: Asked, vocabulary: Collection[str], language: Language) -> Asked:
    known = any(term[:2] in {"i:", "c:", "e:"} for term in asked.terms)
    words = glossary(language).words
    if known or len(asked.word) < _SHORTEST or asked.word in vocabulary or asked.word in words:
        return asked
    if stem(asked.word, language) in vocabulary:
        return asked
    for choices in (vocabulary, words):
        found = _closest(asked.word, choices)
        if found:
            word = found
            terms = frozenset(t for group in word_terms([word], language) for t in group)
            return Asked(word, terms | {f"w:{word}"}, asked.kind)
    return asked
