"""Which ideas a sequence of folded words carries, in either language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from facts.glossary.forms import Entry, folded, forms_of, stem_of
from facts.glossary.rows import STOP, Row, rows
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
    """All words of a language with their ideas. Made by `glossary`, once a language.

    Forms are made when a word with the same first letters is first read: a question needs few.
    """

    __slots__ = ("_closed", "_forms", "_language", "_longest", "_reflexive", "_stop", "_words")

    def __init__(self, language: Language, table: Iterable[Row]) -> None:
        self._language = language
        self._forms: dict[str, Ideas] = {}
        self._reflexive: dict[str, Ideas] = {}
        self._longest: dict[str, int] = {}
        self._words: frozenset[str] = frozenset()
        self._closed: defaultdict[str, list[tuple[Ideas, Entry]]] = defaultdict(list)
        stops: list[Entry] = []
        for row in table:
            entries = row.words[language]
            if row.concept == STOP:
                stops += entries
                continue
            ideas = (Idea(row.concept, row.kind),)
            for entry in entries:
                self._closed[stem_of(entry, language)].append((ideas, entry))
        made = [form for entry in stops for form in forms_of(entry, language, frozenset())]
        self._stop = frozenset(folded(made))
        self._open("")

    @property
    def words(self) -> frozenset[str]:
        """Every single folded word that stands in a form, stop words included; made once."""
        if not self._words:
            for stem in tuple(self._closed):
                self._open(stem)
            texts = (" ".join(part) for part in (self._stop, self._forms, self._reflexive))
            self._words = frozenset(" ".join(texts).split())
        return self._words

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
        first = words[at]
        for stem in (first[:1], first[:2]):
            if stem in self._closed:
                self._open(stem)
        size = min(self._longest.get(first, 1), len(words) - at)
        for end in range(at + size, at, -1):
            form = " ".join(words[at:end])
            ideas, other = self._forms.get(form), self._reflexive.get(form)
            if ideas and other:
                before = words[max(0, at - _REACH) : at]
                ideas = other if _REFLEXIVE_PRONOUNS.intersection(before) else ideas
            ideas = ideas or other
            if ideas:
                return end, ideas
        return at + 1, ()

    def _open(self, stem: str) -> None:
        """Makes the forms of all entries under a stem; doing so twice changes nothing."""
        plain: list[tuple[Ideas, str]] = []
        reflexive: list[tuple[Ideas, str]] = []
        for ideas, entry in self._closed.get(stem, ()):
            made = forms_of(entry, self._language, self._stop)
            (reflexive if entry.reflexive else plain).extend((ideas, form) for form in made)
        self._add(self._forms, plain)
        self._add(self._reflexive, reflexive)
        self._closed.pop(stem, None)

    def _add(self, known: dict[str, Ideas], made: list[tuple[Ideas, str]]) -> None:
        forms = folded(form for _, form in made)
        for (ideas, _), form in zip(made, forms, strict=True):
            if form in self._stop:
                continue
            held = known.setdefault(form, ideas)
            if held is not ideas and ideas[0] not in held:
                known[form] = held + ideas
            spaces = form.count(" ")
            if spaces:
                first = form[: form.index(" ")]
                self._longest[first] = max(self._longest.get(first, 1), spaces + 1)


@cache
def glossary(language: Language) -> Glossary:
    """The glossary of a language, made once."""
    return Glossary(language, rows())
