"""What a question asks for: its kind, the sort of answer wanted, and what it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from facts.extract.language import detect_language
from facts.extract.namebook import name_book
from facts.extract.tokens import Token, tokenise, words_of
from facts.extract.values import ValueMention, read_values
from facts.glossary import glossary
from facts.model import Language, Span
from facts.terms import folded_verbs, verb_forms, word_terms

LONGEST = 500
_NOUN_REACH = 3
_COUNTED = {"team": "quantity:team", "person": "quantity:rider"}
_ANSWERS: Mapping[str, frozenset[str]] = {
    "who": frozenset({"person", "organisation", "team"}),
    "when": frozenset({"date"}),
    "where": frozenset({"place", "screen"}),
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
    kinds of slot that could answer it (empty: any). `spoken` is the language it was asked in,
    `language` the one to answer in.
    """

    text: str
    language: Language
    spoken: Language
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
    """Read a question in the language of its words; `language` is that of the answer.

    Where the words show none, they are read in the language of the answer.
    """
    text = " ".join(text[:LONGEST].split())
    spoken = detect_language(text, language or Language.EN)
    tokens = _tokens(text)
    words = _words(tokens, spoken)
    kind, used = _kind(words, spoken)
    if not kind and _has_verb(words, spoken):
        kind = "yes_no"
    wants, nouns = _wants(kind, words, used, spoken)
    used |= nouns
    values = read_values(text, spoken, None)
    if kind == "yes_no":
        used |= _valued(values, tokens, words, spoken)
    asked = _asked(words, used, spoken)
    return Question(text, language or spoken, spoken, kind, wants, asked, values)


def _words(tokens: Sequence[Token], language: Language) -> list[str]:
    skipped = frozenset(_table()["skipped"][language.value])
    words = [word for token in tokens for word in token.fold.replace("'", " ").split()]
    return [word for word in words if word not in skipped]


def _has_verb(words: Sequence[str], language: Language) -> bool:
    return not verb_forms(language).isdisjoint(words)


def _valued(
    values: Sequence[ValueMention],
    tokens: Sequence[Token],
    words: Sequence[str],
    language: Language,
) -> set[int]:
    """The places of the words that say a number or date: it is weighed, not looked for."""
    said = {
        token.fold
        for value in values
        for token in tokens
        if token.start < value.span.end and token.end > value.span.start
    }
    ideas = {at for first, last, _ in glossary(language).read(words) for at in range(first, last)}
    return {at for at, word in enumerate(words) if word in said and at not in ideas}


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
) -> tuple[frozenset[str], set[int]]:
    """The kinds of slot that could answer, and the places of the noun that told them."""
    if kind in _ANSWERS:
        return _ANSWERS[kind], set()
    if kind not in {"which", "how_many"}:
        return frozenset(), set()
    start = max(used) + 1 if used else 0
    for first, last, ideas in glossary(language).read(words[start : start + _NOUN_REACH]):
        wanted = {idea.kind for idea in ideas if idea.kind}
        if kind == "how_many":
            wanted = {w for k in wanted if (w := _COUNTED.get(k, k)).startswith("quantity")}
        if wanted:
            return frozenset(wanted), set(range(start + first, start + last))
        break
    return (frozenset({"quantity"}) if kind == "how_many" else frozenset()), set()


def _asked(words: Sequence[str], used: set[int], language: Language) -> tuple[Asked, ...]:
    """The words that carry a meaning, each with its alternatives; names take their aliases."""
    known = glossary(language)
    fillers = set(_table()["filler"][language.value])
    optional = set(_table()["optional"][language.value])
    terms = [set(group) for group in word_terms(words, language)]
    verbs = folded_verbs(language)
    for at, word in enumerate(words):
        terms[at] |= {f"c:{concept}" for concept in verbs.get(word, ())}
    names = _names(words)
    kinds = {
        at: ideas[0].kind
        for start, end, ideas in known.read(words)
        for at in range(start, end)
        if ideas[0].kind in {"programme", "race"}
    }
    named = {at for start, end, _ in names for at in range(start, end)}
    found = [_named(words[start:end], keys) for start, end, keys in names]
    for at, word in enumerate(words):
        if at in named:
            continue
        spare = word in fillers or (known.is_stop(word) and word not in verbs)
        idle = at in used or (spare and word not in optional)
        if word == "about" and at == len(words) - 1:
            idle = False  # "what is it about": here it carries the question
        if idle or (len(word) == 1 and not word.isdigit()):
            continue
        alternatives = frozenset({*terms[at], f"w:{word}"})
        kind = "optional" if word in optional else kinds.get(at, "")
        found.append(Asked(word, alternatives, kind))
    return tuple(found)


def _named(words: Sequence[str], keys: set[str]) -> Asked:
    """A name as one thing asked for; a name of one word is looked for as a word too."""
    terms = {f"e:{key}" for key in keys}
    if len(words) == 1:
        terms.add(f"w:{words[0]}")
    return Asked(" ".join(words), frozenset(terms), "name")


def _names(words: Sequence[str]) -> list[tuple[int, int, set[str]]]:
    """Names of the gazetteer in a question, whatever its capitals; a lone word must be no other."""
    common = name_book().gazetteer.common_words
    return [
        (start, end, keys)
        for start, end, keys in name_book().in_question(words)
        if end - start > 1 or not (words[start] in common or _is_word(words[start]))
    ]


@cache
def _is_word(word: str) -> bool:
    """Whether a word means something in either language besides naming somebody."""
    return any(
        word in glossary(language).words
        or glossary(language).is_stop(word)
        or word in folded_verbs(language)
        for language in Language
    )


def default_relations(kind: str) -> list[str]:
    """The relations that a question without any content asks for, by its kind."""
    return _table()["defaults"].get(kind, [])


def gives_reason(text: str, language: Language) -> bool:
    """Whether a sentence says why."""
    words = f" {' '.join(words_of(text)).replace(chr(39), ' ')} "
    return any(f" {mark} " in words for mark in _table()["reasons"][language.value])


def split_questions(text: str, language: Language | None = None) -> list[str]:
    """The questions that a text asks one after the other, each with a question word of its own."""
    spoken = detect_language(text, language or Language.EN)
    for joint in _JOINTS.finditer(text[:LONGEST]):
        first, second = text[: joint.start()], text[joint.end() :]
        kinds = [_kind(_words(_tokens(part), spoken), spoken)[0] for part in (first, second)]
        if all(kind not in {"", "yes_no"} for kind in kinds):
            return [first, second]
    return [text]


_JOINTS = re.compile(r"\s(?:et|and|puis|then)\s|\?\s+(?=\S)|,\s", re.IGNORECASE)


def _tokens(text: str) -> list[Token]:
    return [t for t in tokenise(text, Span(0, len(text))) if t.is_word]
