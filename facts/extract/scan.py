"""From a sentence's tokens to its units: names first, then values, nouns and phrases, verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from facts.extract.grammar import GRAMMARS, Grammar
from facts.extract.lexicon import Lexicon, WordForm, lexicon
from facts.extract.names import NameFinder
from facts.extract.titles import titles
from facts.extract.tokens import Token
from facts.extract.units import Unit, UnitKind
from facts.extract.values import ValueMention
from facts.extract.verbs import VerbReader
from facts.model import DateInterval, Entity, EntityKind, Language, Precision

_SIGNS = {
    ",": UnitKind.COMMA, ":": UnitKind.COLON, ";": UnitKind.SEMICOLON, "(": UnitKind.OPEN,
    ")": UnitKind.CLOSE, "—": UnitKind.COMMA, "–": UnitKind.COMMA, "-": UnitKind.COMMA,
}  # fmt: skip
_QUOTES = {"«": "»", "“": "”", '"': '"'}
_SHORTEST_QUOTATION = 4
# English demonyms that are adjectives, or speak of many: "the French", "the Danes".
_COLLECTIVE = ("sh", "ch", "s")
_REACH = 4
_STARTING = frozenset({"starts", "finishes"})


class Scanner:
    """Turns tokens into units; knows one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.grammar: Grammar = GRAMMARS[language]
        self._lexicon: Lexicon = lexicon(language)
        self._verbs = VerbReader(language, self.grammar, self._lexicon)

    def scan(
        self, tokens: Sequence[Token], values: Sequence[ValueMention], names: NameFinder
    ) -> tuple[Unit, ...]:
        """The units, in order; every token that matters is in exactly one."""
        taken = [False] * len(tokens)
        found: list[Unit] = []

        def keep(units: Iterator[Unit]) -> None:
            for unit in units:
                if not any(taken[unit.start : unit.end]):
                    found.append(unit)
                    taken[unit.start : unit.end] = [True] * (unit.end - unit.start)

        keep(titles(tokens, self.language))
        keep(quotations(tokens))
        keep(names.find(tokens, taken))
        keep(_values(tokens, values))
        keep(self._demonyms(tokens, names.demonyms))
        keep(self._groups(tokens, taken, fixed=True))
        keep(self._words(tokens, taken))
        keep(self._groups(tokens, taken, fixed=False))
        keep(self._small(tokens, taken))
        found.sort(key=lambda unit: unit.start)
        return tuple(_with_seasons(found))

    def _demonyms(self, tokens: Sequence[Token], countries: Mapping[str, Entity]) -> Iterator[Unit]:
        """Demonyms carry their country; some stand for people ("les X de Y") or one rider."""
        for at, token in enumerate(tokens):
            country = countries.get(token.fold)
            if country is None:
                continue
            following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
            people = token.is_capital and following in {"de", "d'", "du", "of"}
            concept = "somebody" if self._is_somebody(tokens, at) else "demonym"
            concept = "people_of" if people and concept == "demonym" else concept
            kind = UnitKind.WORD if concept == "demonym" else UnitKind.NOUN
            determiner = "definite" if concept == "somebody" else ""
            yield Unit(
                kind, at, at + 1, word=token.norm, concepts=frozenset({concept}),
                entity=country, determiner=determiner,
            )  # fmt: skip

    def _is_somebody(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a demonym stands for one person: "le Slovène", "the Dane"."""
        token, before = tokens[at], tokens[at - 1].norm if at else ""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if not token.is_capital or before not in {"le", "la", "l'", "the"}:
            return False
        if after and (after.is_capital or after.text in _QUOTES):
            return False
        if self.language is Language.FR:
            return True
        noun = after is not None and any(r.is_noun for r in self._lexicon.words.get(after.fold, ()))
        return not noun and not token.fold.endswith(_COLLECTIVE)

    def _words(self, tokens: Sequence[Token], taken: list[bool]) -> Iterator[Unit]:
        for at, token in enumerate(tokens):
            if taken[at]:
                continue
            readings = self._lexicon.words.get(token.fold, ())
            fitting = [r for r in readings if _stands(r, tokens, at)]
            if not fitting:
                continue
            longest = [r for r in fitting if len(r.words) == len(fitting[0].words)]
            if len(longest[0].words) == 1 and self._is_verb(tokens, at, taken, longest[0]):
                continue
            yield self._word_unit(tokens, at, longest)

    def _word_unit(self, tokens: Sequence[Token], at: int, readings: list[WordForm]) -> Unit:
        noun = any(r.is_noun for r in readings)
        concepts = frozenset(r.concept for r in readings if r.is_noun is noun)
        kind = UnitKind.NOUN if noun else UnitKind.PHRASE
        if "latter" in concepts:
            kind = UnitKind.PRONOUN
        elif "aside" in concepts:
            kind = UnitKind.WORD
        return Unit(
            kind,
            at,
            at + len(readings[0].words),
            word="latter" if kind is UnitKind.PRONOUN else " ".join(readings[0].words),
            concepts=concepts,
            determiner=self._determiner(tokens, at) if noun else "",
            plural=all(r.plural for r in readings),
        )

    def _is_verb(self, tokens: Sequence[Token], at: int, taken: list[bool], word: WordForm) -> bool:
        """Whether a word that is noun and verb alike ("film", "programme") is a verb here."""
        found = self._verbs.read(tokens, at, taken)
        if found is None:
            return False
        if not word.is_noun:
            # "termine" is a verb and "terminé" none; "finished seventh" has what a verb takes
            takes = self.language is Language.FR or (at + 1 < len(taken) and taken[at + 1])
            return found.group.finite and (found.start < at or takes)
        if self._follows_name(tokens, at, taken):
            return True
        if self._determiner(tokens, at):
            return False
        if self.language is Language.FR:
            return at > 0 and self.grammar.prepositions.get(tokens[at - 1].norm) is None
        return found.start < at or self._has_object(tokens, at)

    def _follows_name(self, tokens: Sequence[Token], at: int, taken: list[bool]) -> bool:
        """As in "the Tour de France starts in", "X wins stage 5": a verb, with no article."""
        if self.language is not Language.EN or not at or not taken[at - 1]:
            return False
        following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        starts = tokens[at].norm in _STARTING and following in self.grammar.prepositions
        return starts or tokens[at].norm == "wins"

    def _has_object(self, tokens: Sequence[Token], at: int) -> bool:
        following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        return at > 0 and following in self.grammar.determiners

    def _determiner(self, tokens: Sequence[Token], at: int) -> str:
        """How the noun at `at` is introduced, looking back over adjectives and numbers."""
        grammar = self.grammar
        for back in range(1, _REACH + 1):
            if at - back < 0:
                break
            word = tokens[at - back].norm
            if tokens[at - back].glued or (back > 1 and tokens[at - back + 1].glued):
                continue
            if word in grammar.determiners:
                return grammar.determiners[word]
            if word in grammar.contracted:
                return "definite"
            if word == "'s":
                return "possessive"
            if word.isdigit() or word in _NUMBERS:
                return "number"
            small = (grammar.prepositions, grammar.conjunctions, grammar.auxiliaries)
            stops = any(word in words for words in small)
            if stops or not tokens[at - back].is_word or word in self._lexicon.verbs:
                break
        return ""

    def _groups(self, tokens: Sequence[Token], taken: list[bool], *, fixed: bool) -> Iterator[Unit]:
        """Verb groups, from the right: a verb takes its auxiliaries before they stand alone.

        Those with fixed words ("faire équipe") come before nouns, all others after them.
        """
        for at in range(len(tokens) - 1, -1, -1):
            if taken[at]:
                continue
            found = self._verbs.read(tokens, at, taken)
            if found is None or any(taken[found.start : found.end]):
                continue
            if fixed and found.end == found.head + 1:
                continue
            yield Unit(
                UnitKind.VERB,
                found.start,
                found.end,
                word=found.group.lemma,
                concepts=found.group.concepts,
                verb=found.group,
            )

    def _small(self, tokens: Sequence[Token], taken: list[bool]) -> Iterator[Unit]:
        grammar = self.grammar
        for at, token in enumerate(tokens):
            if taken[at]:
                continue
            word = token.norm
            kind, canonical = UnitKind.WORD, word
            if token.text in _SIGNS:
                kind = _SIGNS[token.text]
            elif word in grammar.relatives:
                kind = UnitKind.RELATIVE
            elif word in grammar.conjunctions:
                kind = UnitKind.CONJUNCTION
            elif word in grammar.contrasts:
                kind = UnitKind.CONTRAST
            elif word in grammar.prepositions:
                kind, canonical = UnitKind.PREPOSITION, grammar.prepositions[word]
            elif word in grammar.pronouns:
                kind, canonical = UnitKind.PRONOUN, grammar.pronouns[word]
            elif word in grammar.determiners:
                kind, canonical = UnitKind.DETERMINER, grammar.determiners[word]
            yield Unit(kind, at, at + 1, word=canonical)


_NUMBERS = frozenset(
    (
        "deux trois quatre cinq six sept huit neuf dix onze douze two three four five six seven "
        "eight nine ten eleven twelve"
    ).split()
)


def _stands(word: WordForm, tokens: Sequence[Token], at: int) -> bool:
    piece = tokens[at : at + len(word.words)]
    return tuple(token.fold for token in piece) == word.words


def quotations(tokens: Sequence[Token]) -> Iterator[Unit]:
    """Passages of at least four words between quotation marks; shorter ones are titles."""
    at = 0
    while at < len(tokens):
        closing = _QUOTES.get(tokens[at].text)
        end = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == closing), 0)
        if closing and end:
            if sum(token.is_word for token in tokens[at + 1 : end]) >= _SHORTEST_QUOTATION:
                yield Unit(UnitKind.QUOTATION, at, end + 1)
            at = end
        at += 1


def _values(tokens: Sequence[Token], values: Sequence[ValueMention]) -> Iterator[Unit]:
    for value in values:
        inside = [
            at
            for at, token in enumerate(tokens)
            if token.start < value.span.end and token.end > value.span.start
        ]
        if inside:
            yield Unit(UnitKind.VALUE, inside[0], inside[-1] + 1, value=value)


def _with_seasons(units: Sequence[Unit]) -> Iterator[Unit]:
    """Give a race the year right behind its name, or before it: "the 2022 Tour de France"."""
    position = 0
    while position < len(units):
        unit = units[position]
        following = units[position + 1] if position + 1 < len(units) else None
        if following and following.start == unit.end:
            if _is_race(unit) and (year := _year(following)):
                yield replace(unit, end=following.end, season=year)
                position += 2
                continue
            if _is_race(following) and (year := _year(unit)):
                yield replace(following, start=unit.start, season=year)
                position += 2
                continue
        yield unit
        position += 1


def _is_race(unit: Unit) -> bool:
    named = unit.kind is UnitKind.NAME and unit.known and unit.may_be(EntityKind.RACE)
    looks = unit.kind is UnitKind.NAME and unit.kinds == {EntityKind.RACE}
    return named or looks or unit.has("race")


def _year(unit: Unit) -> int | None:
    """The year that a value is, where it is nothing but a year."""
    mention = unit.value
    if mention is None or not isinstance(mention.value, DateInterval) or not mention.value.start:
        return None
    bare = mention.value.precision is Precision.YEAR and mention.value.part is None
    return mention.value.start.year if bare and unit.end - unit.start == 1 else None
