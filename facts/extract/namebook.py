"""The names of the gazetteer, laid out for matching a text's tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from facts.extract.tokens import Token, tokenise
from facts.gazetteer import Entry, Gazetteer, load_gazetteer
from facts.model import Entity, EntityKind, Language, Span

_SIGNS = frozenset(":&")  # which are words of a name: "Arkéa-B&B Hotels"
_ARTICLES = frozenset({"le", "la", "les", "l'", "the", "de", "het", "el", "il"})
_RANK = {
    EntityKind.RACE: 0, EntityKind.TEAM: 1, EntityKind.PROGRAMME: 2, EntityKind.PERSON: 3,
    EntityKind.ORGANISATION: 4, EntityKind.SPORT: 5, EntityKind.PLACE: 6,
}  # fmt: skip
_CLEAR_LENGTH = 3
_CONTRACTED = frozenset({"du", "au"})


@dataclass(frozen=True, slots=True)
class Known:
    """A form of a name: its words, its spelling, whom it names, and in which seasons it did."""

    words: tuple[str, ...]
    text: str
    entry: Entry
    seasons: tuple[int, int] | None
    needs_article: bool


class NameBook:
    """Finds the longest known name that begins at a token."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._by_first: dict[str, list[Known]] = defaultdict(list)
        self._demonyms: dict[Language, Mapping[str, Entity]] = {}
        for entry in gazetteer.entries:
            for alias in entry.aliases:
                self._add(entry, alias.text, alias.seasons)
        for forms in self._by_first.values():
            forms.sort(key=lambda form: (-len(form.words), _RANK[form.entry.kind]))

    def _add(self, entry: Entry, text: str, seasons: tuple[int, int] | None) -> None:
        words = _words(text)
        needs_article = False
        if len(words) > 1 and words[0] in _ARTICLES:
            needs_article = len(words) == 2 and words[0] in {"le", "la", "the", "l'"}  # noqa: PLR2004
            words = words if needs_article else words[1:]
        if words:
            self._by_first[words[0]].append(Known(words, text, entry, seasons, needs_article))

    def demonyms(self, language: Language) -> Mapping[str, Entity]:
        """Folded demonyms of either language, each with its country named in `language`."""
        if language not in self._demonyms:
            by_key = self.gazetteer.by_key
            self._demonyms[language] = {
                word: Entity(key, EntityKind.PLACE, by_key[key].names[language])
                for word, key in self.gazetteer.demonyms.items()
            }
        return self._demonyms[language]

    def in_question(self, words: Sequence[str]) -> list[tuple[int, int, set[str]]]:
        """Names in folded words, whatever their capitals, with the keys that each may mean."""
        found: list[tuple[int, int, set[str]]] = []
        at = 0
        while at < len(words):
            forms = [
                form
                for form in self._by_first.get(words[at], ())
                if tuple(words[at : at + len(form.words)]) == form.words
            ]
            longest = max((len(form.words) for form in forms), default=0)
            if longest:
                keys = {form.entry.key for form in forms if len(form.words) == longest}
                found.append((at, at + longest, keys))
            at += longest or 1
        return found

    def match(self, tokens: Sequence[Token], at: int, season: int | None) -> Known | None:
        """The name whose words stand at `tokens[at:]`; the longest, then the one of the season."""
        fitting = [
            form for form in self._by_first.get(tokens[at].fold, ()) if _stands_at(form, tokens, at)
        ]
        if at and tokens[at - 1].norm in _CONTRACTED and tokens[at].is_capital:
            # "du Tour", "au Giro": the article is part of the word before
            behind = (form for form in self._by_first.get("le", ()) if form.needs_article)
            fitting += [
                replace(form, words=form.words[1:])
                for form in behind
                if form.words[1] == tokens[at].fold and len(fitting) == 0
            ]
        if not fitting:
            return None
        longest = [form for form in fitting if len(form.words) == len(fitting[0].words)]
        return min(longest, key=lambda form: (_distance(form.seasons, season), _rank(form)))


def spelled(known: Known, tokens: Sequence[Token]) -> str:
    """Of a team's names that differ in hyphens alone, a season's own, else the one written."""
    if "-" not in known.text and not any(token.glued for token in tokens):
        return known.text
    same = [a.text for a in known.entry.aliases if _words(a.text) == known.words]
    own = {name for _, _, name in known.entry.seasons}
    hyphens = sum(token.glued for token in tokens)
    return next(
        (text for text in same if text in own),
        next((text for text in same if text.count("-") == hyphens), known.text),
    )


def _words(text: str) -> tuple[str, ...]:
    """The folded words of a name, a colon counting as one ("Formula 1: Drive to Survive")."""
    tokens = tokenise(text, Span(0, len(text)))
    return tuple(token.fold for token in tokens if token.is_word or token.text in _SIGNS)


def _stands_at(form: Known, tokens: Sequence[Token], at: int) -> bool:
    end = at + len(form.words)
    piece = tokens[at:end]
    if tuple(token.fold for token in piece) != form.words:
        return False
    name = piece[1:] if form.needs_article else piece
    if form.text.isupper() and len(form.words) == 1:
        return name[0].text.isupper()  # "CAS" and "TAS" are no names in small letters
    if form.entry.kind is EntityKind.SPORT or name[0].is_capital or name[0].text[0].isdigit():
        return True
    # Without a capital, only a name that no ordinary words make is safe ("grande boucle" is).
    return len(form.words) >= _CLEAR_LENGTH and any(token.is_capital for token in piece)


def _distance(seasons: tuple[int, int] | None, season: int | None) -> int:
    if seasons is None or season is None:
        return 0
    first, last = seasons
    return max(first - season, season - last, 0)


def _rank(form: Known) -> int:
    return _RANK[form.entry.kind]


@cache
def name_book() -> NameBook:
    """The gazetteer's names, laid out once."""
    return NameBook(load_gazetteer())
