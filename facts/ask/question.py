"""What a question asks for: its kind, the sort of answer wanted, and what it speaks of."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from facts.ask.terms import folded_verbs, word_terms
from facts.extract.language import detect_language
from facts.extract.namebook import name_book
from facts.extract.tokens import Token, tokenise
from facts.extract.values import ValueMention, read_values
from facts.glossary import glossary
from facts.model import Language, Span

LONGEST = 500
_ANSWERS: Mapping[str, frozenset[str]] = {
    "who": frozenset({"person", "organisation", "team"}),
    "when": frozenset({"date"}),
    "where": frozenset({"place", "organisation"}),
    "how_long": frozenset({"duration", "age:year"}),
    "how_much": frozenset({"money", "percent"}),
    "how_far": frozenset({"quantity:km", "quantity:mile"}),
    "gap": frozenset({"gap:second", "duration", "quantity:second", "quantity:minute"}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of the question that an answer should speak of; `terms` are alternatives."""

    word: str
    terms: frozenset[str]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood as far as words go.

    `kind` is one of the kinds of `texts/questions.toml` ("" where none was found); `wants` the
    kinds of slot that could answer it (empty: any). `unit` is what "how many" counts.
    """

    text: str
    language: Language
    kind: str
    wants: frozenset[str]
    asked: tuple[Asked, ...]
    values: tuple[ValueMention, ...] = ()


@cache
def _kinds(language: Language) -> tuple[tuple[tuple[str, ...], str], ...]:
    rows = _table()[language.value]
    found = [(tuple(phrase.split()), kind) for kind, phrases in rows.items() for phrase in phrases]
    return tuple(sorted(found, key=lambda row: -len(row[0])))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    source = files("facts").joinpath("texts", "questions.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def parse(text: str, language: Language | None = None) -> Question:
    """Read a question; `language` overrides what its words show."""
    text = " ".join(text[:LONGEST].split())
    spoken = language or detect_language(text, Language.EN)
    tokens = [t for t in tokenise(text, Span(0, len(text))) if t.is_word]
    words = [word for token in tokens for word in token.fold.replace("'", " ").split()]
    kind, used = _kind(words, spoken)
    asked = _asked(tokens, words, used, spoken)
    wants = _wants(kind, words, used, spoken)
    values = read_values(text, spoken, None)
    return Question(text, spoken, kind, wants, asked, values)


def _kind(words: Sequence[str], language: Language) -> tuple[str, set[int]]:
    """The kind of question, and the places of the words that showed it."""
    for phrase, kind in _kinds(language):
        for at in range(len(words) - len(phrase) + 1):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return kind, set(range(at, at + len(phrase)))
    if language is Language.FR and "ou" in words:
        at = words.index("ou")
        if at in {0, len(words) - 1} or words[at - 1] in {"c", "cest", "est", "va", "dans", "vers"}:
            return "where", {at}
    starts = _table()[f"starts_{language.value}"]["yes_no"]
    if words and words[0] in starts:
        return "yes_no", {0}
    return "", set()


def _wants(
    kind: str, words: Sequence[str], used: set[int], language: Language
) -> frozenset[str]:
    """The kinds of slot that could answer."""
    if kind in _ANSWERS:
        return _ANSWERS[kind]
    if kind not in {"which", "how_many", "what"}:
        return frozenset()
    start = max(used) + 1 if used else 0
    for _, _, ideas in glossary(language).read(words[start : start + 4]):
        wanted = {idea.kind for idea in ideas if idea.kind}
        if kind == "how_many":
            wanted = {w for w in wanted if w.startswith("quantity")} or {"quantity"}
        if wanted:
            return frozenset(wanted)
    return frozenset({"quantity"}) if kind == "how_many" else frozenset()


def _asked(
    tokens: Sequence[Token], words: Sequence[str], used: set[int], language: Language
) -> tuple[Asked, ...]:
    """The words that carry a meaning, each with its alternatives; names take their aliases."""
    known = glossary(language)
    fillers = set(_table()["filler"][language.value])
    terms = [set(group) for group in word_terms(words, language)]
    verbs = folded_verbs(language)
    for at, word in enumerate(words):
        terms[at] |= {f"c:{concept}" for concept in verbs.get(word, ())}
    names = _names(words)
    for start, end, keys in names:
        for at in range(start, end):
            terms[at] |= {f"e:{key}" for key in keys}
    named = {at for start, end, _ in names for at in range(start, end)}
    found: list[Asked] = []
    for at, word in enumerate(words):
        idle = word in fillers or known.is_stop(word) or at in used
        if (idle and at not in named) or (len(word) == 1 and not word.isdigit()):
            continue
        alternatives = frozenset({*terms[at], f"w:{word}"})
        found.append(Asked(word, alternatives, "name" if at in named else ""))
    return tuple(found)


def _names(words: Sequence[str]) -> list[tuple[int, int, set[str]]]:
    """Names of the gazetteer in a question, whatever its capitals."""
    return name_book().in_question(words)
