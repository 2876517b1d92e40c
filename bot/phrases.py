"""A typed line -> what it asks for. Pure.

A command's name first, then its arguments; or a short sentence around one command's name. Any
other sentence is not understood, and says which commands it came near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.commands import BY_KEY, COMMANDS, Action, Command, OptionKind
from bot.names import (
    bare,
    closest_language,
    fold,
    forms,
    languages_of,
    nearest,
    resolve,
    split_line,
)
from bot.words import FILLERS, NARROWER, NEUTRAL, PREPOSITIONS, QUESTIONS, VAGUE
from facts.model import Language

LONGEST_LINE = 500
"""Characters of a line that are read; the rest cannot change what it asks."""

_MOST_NEAR = 3
_NEGATIVE = re.compile(r"-\d+$")
_TOKEN = re.compile(r"[^\W_]+")
_ALL_FILLERS = frozenset().union(*FILLERS.values())
_EMPTY = _ALL_FILLERS | NEUTRAL
_SPOKEN = {
    form: command for command in COMMANDS for word in command.spoken for form in forms(fold(word))
}


@dataclass(frozen=True, slots=True)
class Request:
    """What a line asks for.

    `command` is None where that is not clear; `near` then holds the rows that it may have meant,
    and `whole` tells a sentence from a single word. `argument` is what stands behind the name.
    `word` is what was typed for the command, and `language` the line's own, None where it could be
    either. `ambiguous` is True where each of `near` would be a fair reading.
    """

    command: Command | None
    word: str
    argument: str = ""
    language: Language | None = None
    near: tuple[Command, ...] = ()
    whole: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    folded: str
    start: int
    command: Command | None

    @property
    def empty(self) -> bool:
        return self.folded in _EMPTY


def read_line(line: str, prefix: str) -> Request | None:
    """What the line asks for; None for an empty line."""
    whole, line = line.strip(), line.strip()[:LONGEST_LINE]
    if not line:
        return None
    word, rest = split_line(line, prefix)
    command = resolve(word)
    if command is not None and (
        _takes(command, OptionKind.ADDRESS) or command.action is Action.ASK
    ):
        # An address or a question is taken as it stands, in its whole length.
        behind = bare(whole, prefix).split(maxsplit=1)[1:]
        return Request(command, word, "".join(behind), line_language(word, word))
    text = bare(line, prefix)
    language = line_language(text, word if command else None)
    if command is None:
        several = len(_TOKEN.findall(text)) > 1
        return _sentence(text, language) if several else _single(word, language)
    if rest and fold(word) in VAGUE and (others := _commands(tokens(rest))):
        near = (command, *others)
        return Request(None, word, language=language, near=near, whole=True, ambiguous=True)
    # A number behind a name that takes none is passed over: "source 2".
    if not command.options and trim(rest) and text == line and not rest.isdecimal():
        return _sentence(text, language)
    return _named(command, word, rest, language)


def line_language(text: str, name: str | None = None) -> Language | None:
    """The language that a line is written in: by the command's name, else by its small words."""
    if name and len(known := languages_of(name)) == 1:
        return next(iter(known))
    words = _TOKEN.findall(text)
    counts = {
        language: sum(fold(word) in FILLERS[language] for word in words)
        + sum(languages_of(word) == {language} for word in words)
        for language in Language
    }
    best = max(Language, key=lambda language: counts[language])
    others = max(count for language, count in counts.items() if language is not best)
    return best if counts[best] > others else None


def tokens(text: str) -> list[_Token]:
    """The words of a text, folded, with the row that each one points to inside a sentence."""
    found = []
    for match in _TOKEN.finditer(text):
        folded = fold(match.group())
        found.append(_Token(folded, match.start(), _pointed(folded)))
    return found


def _pointed(folded: str) -> Command | None:
    if folded in VAGUE or folded in NEUTRAL:
        return None
    named = resolve(folded)
    return named or next((_SPOKEN[form] for form in forms(folded) if form in _SPOKEN), None)


def trim(text: str) -> str:
    """A text without the small words and signs around it: "de la série Drive to Survive ?"."""
    kept = [match for match in _TOKEN.finditer(text) if fold(match.group()) not in _EMPTY]
    return text[kept[0].start() : kept[-1].end()] if kept else ""


def _named(command: Command, word: str, rest: str, language: Language | None) -> Request:
    words = tokens(f"{command.key} {rest}")
    if all(token.command or token.empty for token in words):
        narrowed = _commands(words)
        if len(narrowed) == 1 and command.key in NARROWER.get(narrowed[0].key, ()):
            return Request(narrowed[0], word, language=language)
    # A choice may be one of the small words: "langue en".
    # A page may be none that there is: "facts -1".
    as_typed = _takes(command, OptionKind.CHOICE) or bool(_NEGATIVE.match(rest))
    argument = rest if as_typed else trim(rest) if command.options else ""
    return Request(command, word, argument, language)


def _takes(command: Command, kind: OptionKind) -> bool:
    return any(option.kind is kind for option in command.options)


def _single(word: str, language: Language | None) -> Request:
    folded = fold(word)
    if spoken := _SPOKEN.get(folded):
        told = language or closest_language(word, spoken)
        return Request(None, word, language=told, near=(spoken,))
    near = nearest(word)
    told = language or (closest_language(word, near[0]) if near else None)
    return Request(None, word, language=told, near=near)


def _sentence(text: str, language: Language | None) -> Request:
    words = tokens(text)
    touched = _commands(words)
    command = _meant(words, touched)
    if command is None:
        first = words[0] if words else None
        if first and not first.empty and not first.command and (near := nearest(first.folded)):
            typed = text[first.start :].split(maxsplit=1)
            rest = trim(typed[-1]) if len(typed) > 1 else ""
            return Request(None, typed[0], rest, language, near)
        near = touched[:_MOST_NEAR] or _typos(words)
        return Request(None, text, language=language, near=near, whole=True)
    return Request(command, text, _tail(text, words), language)


def _commands(words: Sequence[_Token]) -> tuple[Command, ...]:
    """The rows that the words point to, without those that another of them narrows."""
    keys = dict.fromkeys(word.command.key for word in words if word.command)
    broader = frozenset().union(*(NARROWER.get(key, frozenset()) for key in keys))
    return tuple(BY_KEY[key] for key in keys if key not in broader)


def _meant(words: Sequence[_Token], touched: Sequence[Command]) -> Command | None:
    """The one row that a sentence asks for, or None where that is not beyond doubt."""
    if not touched:
        return None
    others = [word for word in words if not word.command and not word.empty]
    if others or len(touched) > 1:
        tail = _topic_start(words)
        if tail is None or any(not (word.command or word.empty) for word in words[:tail]):
            return None
        touched = _commands(words[:tail])
        words = words[:tail]
    asked = [QUESTIONS[word.folded] for word in words if word.folded in QUESTIONS]
    clear = len(touched) == 1 and all(touched[0].key in keys for keys in asked)
    return touched[0] if clear else None


def _topic_start(words: Sequence[_Token]) -> int | None:
    """The place of the preposition that leads from the first command's name to its topic."""
    place = next(place for place, word in enumerate(words) if word.command)
    command = resolve(words[place].folded)
    after = place + 1
    leads = after < len(words) and words[after].folded in PREPOSITIONS
    return after if leads and command and command.options else None


def _tail(text: str, words: Sequence[_Token]) -> str:
    start = _topic_start(words)
    return trim(text[words[start].start :]) if start is not None else ""


def _typos(words: Sequence[_Token]) -> tuple[Command, ...]:
    for word in words:
        known = word.empty or word.folded in VAGUE
        if not known and (near := nearest(word.folded)):
            return near
    return ()
