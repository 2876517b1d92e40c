"""The words of each concept, with all their forms, read from the files in `fr/` and `en/`.

Every file of a language has the same three sections (verbs, nouns, phrases); a concept may stand in
several files, whose words then add up. A family of news (results, transfers...) has its own file.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from facts.extract.morphology import Tense, noun_forms, verb_forms
from facts.extract.tokens import fold, words_of
from facts.model import Language

_REFLEXIVE = ("se ", "s'")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a verb's form: its concept, and the words that must follow it."""

    concept: str
    lemma: str
    tense: Tense
    tail: tuple[str, ...]
    reflexive: bool


@dataclass(frozen=True, slots=True)
class WordForm:
    """One reading of a noun or phrase: its words, folded, and its concept."""

    words: tuple[str, ...]
    concept: str
    is_noun: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms of a language: verbs by lower-case form, nouns and phrases by first folded word."""

    verbs: dict[str, tuple[VerbForm, ...]]
    words: dict[str, tuple[WordForm, ...]]


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, made once."""
    table = _tables(language)
    return Lexicon(_verbs(table["verbs"], language), _words(table, language))


def _tables(language: Language) -> dict[str, dict[str, list[str]]]:
    merged: dict[str, dict[str, list[str]]] = {"verbs": {}, "nouns": {}, "phrases": {}}
    folder = files(__package__).joinpath(language.value)
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".toml"):
            continue
        for section, rows in tomllib.loads(entry.read_text(encoding="utf-8")).items():
            for concept, words in rows.items():
                merged[section].setdefault(concept, []).extend(words)
    return merged


def _verbs(rows: dict[str, list[str]], language: Language) -> dict[str, tuple[VerbForm, ...]]:
    forms: dict[str, dict[VerbForm, None]] = defaultdict(dict)
    for concept, entries in rows.items():
        for entry in entries:
            reflexive = entry.startswith(_REFLEXIVE)
            plain = entry.removeprefix("se ").removeprefix("s'")
            infinitive, *tail = plain.split(" ")
            words = tuple(word for part in tail for word in words_of(part))
            for form, tense in verb_forms(infinitive, language):
                forms[form][VerbForm(concept, infinitive, tense, words, reflexive)] = None
    return {form: tuple(readings) for form, readings in forms.items()}


def _words(
    table: dict[str, dict[str, list[str]]], language: Language
) -> dict[str, tuple[WordForm, ...]]:
    found: dict[str, dict[WordForm, None]] = defaultdict(dict)
    for is_noun, section in ((True, "nouns"), (False, "phrases")):
        for concept, entries in table[section].items():
            for entry in entries:
                forms = noun_forms(entry, language) if is_noun else (entry,)
                for number, form in enumerate(forms):
                    words = words_of(form)
                    word = WordForm(words, concept, is_noun, plural=number > 0)
                    found[fold(words[0])][word] = None
    return {
        first: tuple(sorted(readings, key=lambda w: -len(w.words)))
        for first, readings in found.items()
    }
