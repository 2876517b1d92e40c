"""What words speak of, in a form that French and English share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from facts.extract.grammar import GRAMMARS
from facts.extract.lexicon import lexicon
from facts.extract.tokens import fold
from facts.glossary import glossary
from facts.model import Language

_ENDINGS = {
    Language.FR: ("issements", "issement", "ements", "ement", "ations", "ation", "euses", "euse",
                  "eurs", "eur", "trices", "trice", "ees", "ee", "es", "er", "ez", "s", "x", "e"),
    Language.EN: ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "er", "ies", "ied",
                  "ed", "es", "s", "e", "y"),
}  # fmt: skip
_STEM = 4


def stem(word: str, language: Language) -> str:
    """A folded word without its ending; never shorter than four letters."""
    for ending in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


# Concepts that mean one idea; others group verbs by grammar ("place" holds start and finish).
_TELLING = frozenset(
    "produce hire film follow refuse accept appear broadcast release partner unite known say "
    "organise".split()
)


@cache
def folded_verbs(language: Language) -> dict[str, frozenset[str]]:
    """Concepts by folded form, of the verbs that need no further words."""
    found: dict[str, set[str]] = {}
    helping = GRAMMARS[language].auxiliaries
    for form, readings in lexicon(language).verbs.items():
        if form in helping:
            continue
        concepts = {r.concept for r in readings if not r.tail} & _TELLING
        if concepts:
            found.setdefault(fold(form), set()).update(concepts)
    return {form: frozenset(concepts) for form, concepts in found.items()}


@cache
def verb_forms(language: Language) -> frozenset[str]:
    """The folded forms of the verbs that a question may be built on, those that help included."""
    verbs = lexicon(language).verbs.items()
    telling = (
        fold(form)
        for form, readings in verbs
        if any(not r.tail and r.concept != "other" for r in readings)
    )
    return frozenset([*telling, *GRAMMARS[language].auxiliaries])


def idea_terms(
    words: Sequence[str], language: Language
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The ideas of folded words, as terms, with the range of words that carries them.

    An act and who does it ("win", "winner") meet in one term, since questions ask either way.
    """
    for start, end, ideas in glossary(language).read(words):
        found = {idea.concept for idea in ideas}
        yield start, end, frozenset(f"i:{_ACTS.get(concept, concept)}" for concept in found)


_ACTS = {
    "winner": "win",
    "producer": "production",
    "production_company": "production",
    "organiser": "organise",
    "broadcaster": "broadcast",
    "leader": "lead",
}


def word_terms(words: Sequence[str], language: Language) -> list[frozenset[str]]:
    """The terms of each word: its ideas, its concepts, else its stem; none for stop words."""
    known = glossary(language)
    found: list[set[str]] = [set() for _ in words]
    for start, end, terms in idea_terms(words, language):
        found[start] |= terms
        for inside in range(start + 1, end):
            found[inside] |= terms
    for at, word in enumerate(words):
        if found[at] or known.is_stop(word) or len(word) == 1:
            continue
        found[at].add(f"w:{stem(word, language)}")
    return [frozenset(terms) for terms in found]
