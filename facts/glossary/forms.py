"""The forms of a word of the glossary, folded, and the letters that all of them begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from facts.extract.morphology import noun_forms, verb_forms
from facts.extract.tokens import fold
from facts.glossary.feminine import feminine
from facts.model import Language

_SIGNS = str.maketrans("-’", " '")
# "d'honneur" is two words; "aujourd'hui" and the end of "don't" are one each.
_ELIDED = re.compile(r"(?<!aujourd)'(?=\w)(?!t\b)")
# Verbs whose forms do not even share their first letter.
_SUPPLETIVE = frozenset({"aller", "être", "avoir", "be", "eat", "go"})


class Mark(StrEnum):
    """How a word of the glossary is inflected."""

    VERB = "v:"
    GENDERED = "a:"
    NOUN = ""
    FIXED = "="


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase as the data lists it, without its mark or reflexive pronoun.

    `irregular` are the other forms of the word that is inflected, where no rule makes them.
    """

    text: str
    mark: Mark
    irregular: tuple[str, ...] = ()
    reflexive: bool = False


def stem_of(entry: Entry, language: Language) -> str:
    """The letters, at most two, that the first words of all forms of an entry begin with, folded.

    The second letter of an irregular verb or noun changes ("win" and "won", "pied" and "foot").
    """
    head = entry.text.partition(" ")[0]
    size = 2
    if entry.mark is Mark.VERB:
        if head in _SUPPLETIVE:
            return ""
        size = 2 if language is Language.FR and head.endswith("er") else 1
    elif entry.irregular:
        size = 1
    start = head[:2] if head.isascii() else fold(head[:2])
    return start.translate(_SIGNS)[:size].rstrip()


def forms_of(entry: Entry, language: Language, stop: frozenset[str]) -> Iterable[str]:
    """Every form of an entry, not yet folded.

    A noun that begins with a word of `stop` ("hors delai") is a phrase, and has one form.
    """
    if entry.mark is Mark.VERB:
        return _verb(entry, language)
    if entry.mark is Mark.FIXED:
        return (entry.text,)
    if entry.mark is Mark.GENDERED:
        return (*_french_noun(entry, entry.text), *_french_noun(entry, feminine(entry.text)))
    if " " in entry.text and fold(entry.text.partition(" ")[0]) in stop:
        return (entry.text,)
    if language is Language.FR:
        return _french_noun(entry, entry.text)
    return _english_noun(entry)


def folded(forms: Iterable[str]) -> list[str]:
    """The forms as their folded words, parted by single spaces. All in one pass, for speed."""
    text = _ELIDED.sub("' ", "\n".join(forms).translate(_SIGNS))
    if not text:
        return []
    plain = text.translate({ord(char): fold(char) for char in set(text) if not char.isascii()})
    return plain.lower().split("\n")


def _verb(entry: Entry, language: Language) -> Iterator[str]:
    head, space, tail = entry.text.partition(" ")
    made = entry.irregular or (form for form, _ in verb_forms(head, language))
    for form in {head, *made}:
        yield form + space + tail


def _english_noun(entry: Entry) -> Iterator[str]:
    yield entry.text
    first, of, owner = entry.text.partition(" of ")
    head, space, _ = first.rpartition(" ")
    for form in entry.irregular:
        yield head + space + form + of + owner
    if not entry.irregular:
        for form in noun_forms(first, Language.EN)[1:]:
            yield form + of + owner


def _french_noun(entry: Entry, text: str) -> Iterator[str]:
    head, space, tail = text.partition(" ")
    yield text
    plurals = entry.irregular or noun_forms(head, Language.FR)[1:] or (head,)
    tails = {tail}
    if space and " " not in tail:
        tails.update(noun_forms(tail, Language.FR)[1:])
    for plural in plurals:
        for end in tails:
            yield plural + space + end
