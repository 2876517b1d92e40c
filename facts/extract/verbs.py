"""Finds the verbs of a sentence and reads tense, voice and negation off their auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facts.extract.grammar import Auxiliary, Grammar
from facts.extract.lexicon import Lexicon, VerbForm
from facts.extract.morphology import Tense
from facts.extract.tokens import Token
from facts.extract.units import VerbGroup
from facts.model import Language, Status

_REACH = 6
_TAIL_GAP = 2
_FINITE = {
    Tense.PRESENT: Status.UNDER_WAY,
    Tense.IMPERFECT: Status.DONE,
    Tense.PAST: Status.DONE,
    Tense.FUTURE: Status.PLANNED,
    Tense.CONDITIONAL: Status.POSSIBLE,
}
_COPULAS = frozenset({"être", "be"})
_UNCONJUGATED = frozenset({"avoir", "être", "ayant", "étant", "having", "being"})
_PLANNING = frozenset({"set", "due", "expected", "scheduled", "going", "slated", "planning"})
# Determiners that are never an object pronoun: no verb follows them ("his left arm").
_BEFORE_NOUNS = {
    Language.FR: frozenset("un une son sa ses mon ma mes notre votre au aux du cette".split()),
    Language.EN: frozenset("a an the his its their my your our".split()),
}


@dataclass(frozen=True, slots=True)
class FoundVerb:
    """A verb group and the tokens `[start, end)` that it takes up; `head` is the verb's own."""

    group: VerbGroup
    start: int
    head: int
    end: int


@dataclass(slots=True)
class _Chain:
    """The auxiliaries to the left of a verb, nearest first, and what else was passed."""

    auxiliaries: list[Auxiliary]
    start: int
    negated: bool = False
    reflexive: bool = False
    planned: bool = False
    unconjugated: bool = False
    to: bool = False


class VerbReader:
    """Reads the verb group whose main verb stands at a token."""

    def __init__(self, language: Language, grammar: Grammar, lexicon: Lexicon) -> None:
        self._language = language
        self._grammar = grammar
        self._lexicon = lexicon

    def read(self, tokens: Sequence[Token], at: int, taken: Sequence[bool]) -> FoundVerb | None:
        """The group at `tokens[at]`, or None where no verb that is known stands there."""
        readings = self._lexicon.verbs.get(tokens[at].norm)
        if not readings or (at and tokens[at - 1].norm in _BEFORE_NOUNS[self._language]):
            return None
        chain = self._chain(tokens, at, taken)
        fitting = [(r, end) for r in readings if (end := self._fits(r, chain, tokens, at))]
        if not fitting:
            return None
        longest = max(len(r.tail) for r, _ in fitting)
        chosen = [(r, end) for r, end in fitting if len(r.tail) == longest]
        end = max(end for _, end in chosen)
        group = self._group([r for r, _ in chosen], chain, tokens, end)
        return FoundVerb(group, chain.start, at, end) if group else None

    def _fits(self, form: VerbForm, chain: _Chain, tokens: Sequence[Token], at: int) -> int:
        """Where the form ends, its fixed words included; 0 where it does not stand here."""
        if form.reflexive and not chain.reflexive:
            return 0
        position = at + 1
        gap = _TAIL_GAP
        for word in form.tail:
            while position < len(tokens) and tokens[position].fold != word and gap:
                if tokens[position].norm not in self._grammar.adverbs:
                    break
                position, gap = position + 1, gap - 1
            if position >= len(tokens) or tokens[position].fold != word:
                return 0
            position += 1
        return position

    def _chain(self, tokens: Sequence[Token], at: int, taken: Sequence[bool]) -> _Chain:
        chain = _Chain([], at)
        position = at - 1
        while position >= max(0, at - _REACH) and not taken[position]:
            word = tokens[position].norm
            if not self._step(chain, word, position):
                break
            position -= 1
        after = tokens[at + 1 : at + 3]
        if any(token.norm in {"pas", "jamais"} for token in after) and chain.negated:
            return chain
        chain.negated = chain.negated or (bool(after) and self._denies(tokens[at], after[0]))
        return chain

    def _denies(self, verb: Token, behind: Token) -> bool:
        """Whether the word right behind a verb denies it: "(n')est *pas*", "is *not*"."""
        if self._language is Language.FR:
            return behind.norm == "pas"
        return behind.norm in {"not", "n't"} and verb.norm in self._grammar.auxiliaries

    def _step(self, chain: _Chain, word: str, position: int) -> bool:
        grammar = self._grammar
        auxiliary = grammar.auxiliaries.get(word)
        if word in grammar.negations:
            chain.negated = True
        elif auxiliary and not (word == "a" and self._language is Language.EN):
            chain.auxiliaries.append(auxiliary)
            chain.unconjugated = word in _UNCONJUGATED
        elif word in {"se", "s'"}:
            chain.reflexive = True
        elif self._language is Language.EN and word == "to":
            chain.to = True
            chain.start = position
            return True
        elif self._language is Language.EN and word in _PLANNING and chain.to:
            chain.planned = True
        elif not (
            word in {"re", "longer"}  # "re-signed" is two tokens; "no longer"
            or word in grammar.clitics
            or word in grammar.adverbs
            or (word.endswith(("ment", "ly")) and len(word) > 4)  # noqa: PLR2004
        ):
            return False
        if word in grammar.adverbs and not chain.auxiliaries and position == 0:
            return False
        if word not in grammar.adverbs:
            chain.start = position
        return True

    def _group(
        self, readings: list[VerbForm], chain: _Chain, tokens: Sequence[Token], end: int
    ) -> VerbGroup | None:
        tenses = {reading.tense for reading in readings}
        lemma = readings[0].lemma
        concepts = frozenset(reading.concept for reading in readings)
        base = VerbGroup(concepts, lemma, None, affirmed=not chain.negated)
        if Tense.PARTICIPLE in tenses and (passive := self._compound(chain, lemma)) is not None:
            status = _compound_status(chain, passive=passive)
            bare = chain.unconjugated
            return replace(base, status=status, passive=passive, finite=not bare, infinitive=bare)
        if Tense.GERUND in tenses and any(a.verb == "be" for a in chain.auxiliaries):
            done = any(a.status is Status.DONE for a in chain.auxiliaries)
            return replace(base, status=Status.DONE if done else Status.UNDER_WAY)
        if Tense.INFINITIVE in tenses:
            return self._infinitive(base, chain)
        if Tense.PARTICIPLE in tenses and self._modifies(tenses, tokens, end):
            return replace(base, passive=True, finite=False, participle=True)
        status = next((status for tense, status in _FINITE.items() if tense in tenses), None)
        return replace(base, status=status, finite=status is not None, copula=lemma in _COPULAS)

    def _compound(self, chain: _Chain, lemma: str) -> bool | None:
        """Whether a participle with these auxiliaries is passive; None where there are none."""
        verbs = [a.verb for a in chain.auxiliaries]
        if not verbs:
            return None
        if verbs[0] == "have":
            return False
        if verbs[0] != "be":
            return None
        return not chain.reflexive and lemma not in self._grammar.subject_verbs

    def _infinitive(self, base: VerbGroup, chain: _Chain) -> VerbGroup:
        verbs = {a.verb for a in chain.auxiliaries}
        decided = next((a.status for a in chain.auxiliaries if a.status), None)
        if chain.planned:
            return replace(base, status=Status.PLANNED)
        if verbs & {"modal", "go", "do"}:
            fallback = Status.UNDER_WAY if "do" in verbs else None
            return replace(base, status=decided or fallback, copula=base.lemma in _COPULAS)
        if self._language is Language.EN and not chain.to:
            return replace(base, status=Status.UNDER_WAY, copula=base.lemma in _COPULAS)
        return replace(base, status=None, finite=False, infinitive=True)

    def _modifies(self, tenses: set[Tense], tokens: Sequence[Token], end: int) -> bool:
        """Whether a bare participle modifies the noun before it instead of being a past tense."""
        if not tenses & set(_FINITE):
            return True
        following = tokens[end].norm if end < len(tokens) else ""
        return following in {"by", "par"}


def _compound_status(chain: _Chain, *, passive: bool) -> Status | None:
    statuses = [a.status for a in chain.auxiliaries]
    for status in (Status.POSSIBLE, Status.PLANNED, Status.DONE):
        if status in statuses:
            return status
    return Status.DONE if not passive else None
