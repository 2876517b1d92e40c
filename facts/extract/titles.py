"""Titles in quotation marks: a programme's, where a word for programmes stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facts.extract.lexicon import Lexicon, lexicon
from facts.extract.slug import slug
from facts.extract.tokens import Token
from facts.extract.units import Unit, UnitKind
from facts.model import Entity, EntityKind, Language

_QUOTES = {"«": "»", "“": "”", '"': '"'}
_LONGEST = 8
_REACH = 4  # words between a noun and its title: "la série documentaire intitulée"
_CALLED = frozenset(
    (
        "intitule intitulee intitules intitulees baptise baptisee nomme nommee titre titled "
        "entitled called named dubbed sobrement simplement"
    ).split()
)


def titles(tokens: Sequence[Token], language: Language) -> Iterator[Unit]:
    """Names of programmes, with the marks around them."""
    words = lexicon(language)
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at)
        if end and _is_programme(tokens, at, end, words):
            name = _written(tokens[at + 1 : end])
            entity = Entity(f"programme/{slug(name)}", EntityKind.PROGRAMME, name)
            kinds = frozenset({EntityKind.PROGRAMME})
            yield Unit(UnitKind.NAME, at, end + 1, entity=entity, kinds=kinds)
        at = end + 1 if end else at + 1


def _closing(tokens: Sequence[Token], at: int) -> int:
    closing = _QUOTES.get(tokens[at].text)
    last = min(at + _LONGEST + 2, len(tokens))
    if closing is None:
        return 0
    return next((n for n in range(at + 1, last) if tokens[n].text == closing), 0)


def _is_programme(tokens: Sequence[Token], at: int, end: int, words: Lexicon) -> bool:
    """Whether the quoted words are written as a title, with a word for programmes beside them."""
    if end == at + 1 or not (tokens[at + 1].is_capital or tokens[at + 1].text[0].isdigit()):
        return False
    return _noun_before(tokens, at, words) or _noun_behind(tokens, end, words)


def _noun_before(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """As in "la série « X »", "a film called “X”"."""
    for back in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if _is_noun(tokens, back, words):
            return True
        if tokens[back].fold not in _CALLED and tokens[back].text != ",":
            return False
    return False


def _noun_behind(tokens: Sequence[Token], end: int, words: Lexicon) -> bool:
    """As in "« X », un documentaire", "“X” is a series"."""
    at = end
    while at + 1 < min(len(tokens), end + 1 + _REACH) and tokens[at + 1].norm in _JOINTS:
        at += 1
    if at == end:
        return False
    following = range(at + 1, min(at + 2 + _REACH, len(tokens)))
    article = next(iter(following), None)
    if article is None or tokens[article].norm not in _ARTICLES:
        return False
    return any(
        _is_noun(tokens, n, words)
        for n in following
        if all(tokens[m].is_word and not tokens[m].is_capital for m in range(article, n))
    )


_JOINTS = frozenset({",", "est", "is", "(", "–", "—", "n'", "pas", "not", "sera"})
_ARTICLES = frozenset({"un", "une", "a", "an", "le", "la", "the"})


def _is_noun(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a word for programmes ends at a token: "documentary *series*", "docu-*série*"."""
    for start in range(max(at - 2, 0), at + 1):
        for form in words.words.get(tokens[start].fold, ()):
            whole = tuple(token.fold for token in tokens[start : at + 1]) == form.words
            if whole and form.is_noun and form.concept == "programme":
                return True
    return False


def _written(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else None
        glue = "-" if token.glued else ("" if before and before.end == token.start else " ")
        parts.append(token.text if before is None else glue + token.text)
    return "".join(parts)
