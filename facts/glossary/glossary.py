"""Which ideas a sequence of folded words carries, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from facts.glossary.rows import STOP, Row, forms_of, rows
from facts.model import Language

_REFLEXIVE_PRONOUNS = frozenset({"se", "s'"})
_REACH = 3  # how many words before a verb its reflexive pronoun may stand: "s'est vite imposé"


@dataclass(frozen=True, slots=True)
class Idea:
    """A concept of the glossary, and what "which X" asks for where X names it ("" for nothing)."""

    concept: str
    kind: str


Ideas = tuple[Idea, ...]


class Glossary:
    """All words of a language with their ideas. Made by `glossary`, once a language."""

    __slots__ = ("_forms", "_longest", "_reflexive", "_stop", "words")

    words: frozenset[str]
    """Every single folded word that stands in a form, stop words included."""

    def __init__(self, language: Language, table: Iterable[Row]) -> None:
        stops, concepts = [], []
        for row in table:
            (stops if row.concept == STOP else concepts).append(row)
        plain, _ = forms_of(stops, language, frozenset())
        self._stop = frozenset(form for _, form in plain)
        plain, reflexive = forms_of(concepts, language, self._stop)
        ideas = {row.concept: (Idea(row.concept, row.kind),) for row in concepts}
        self._forms = _by_form(plain, ideas, self._stop)
        self._reflexive = _by_form(reflexive, ideas, self._stop)
        self._longest = _longest((*self._forms, *self._reflexive))
        texts = (" ".join(part) for part in (self._stop, self._forms, self._reflexive))
        self.words = frozenset(" ".join(texts).split())

    def read(self, words: Sequence[str]) -> tuple[tuple[int, int, Ideas], ...]:
        """The ideas among folded words (`words_of`), each with its half-open span of positions.

        Spans stand in order and do not overlap; where several fit, the longest is taken. A span has
        two ideas where its form is ambiguous.
        """
        found: list[tuple[int, int, Ideas]] = []
        at = 0
        while at < len(words):
            end, ideas = self._longest_at(words, at)
            if ideas:
                found.append((at, end, ideas))
            at = end
        return tuple(found)

    def is_stop(self, word: str) -> bool:
        """Whether a folded word carries no idea: function words and verbs that say too little."""
        return word in self._stop

    def _longest_at(self, words: Sequence[str], at: int) -> tuple[int, Ideas]:
        size = min(self._longest.get(words[at], 1), len(words) - at)
        for end in range(at + size, at, -1):
            form = " ".join(words[at:end])
            ideas, other = self._forms.get(form), self._reflexive.get(form)
            if (
                ideas
                and other
                and _REFLEXIVE_PRONOUNS.intersection(words[max(0, at - _REACH) : at])
            ):
                ideas = other
            ideas = ideas or other
            if ideas:
                return end, ideas
        return at + 1, ()


@cache
def glossary(language: Language) -> Glossary:
    """The glossary of a language, made once."""
    return Glossary(language, rows())


def _by_form(
    forms: Iterable[tuple[str, str]], ideas: dict[str, Ideas], stop: frozenset[str]
) -> dict[str, Ideas]:
    found: dict[str, Ideas] = {}
    for concept, form in forms:
        mine = ideas[concept]
        held = found.setdefault(form, mine)
        if held is not mine and mine[0] not in held:
            found[form] = held + mine
    for form in stop.intersection(found):
        del found[form]
    return found


def _longest(forms: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for form in forms:
        spaces = form.count(" ")
        if spaces:
            first = form[: form.index(" ")]
            longest[first] = max(longest.get(first, 1), spaces + 1)
    return longest
