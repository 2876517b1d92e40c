"""The names of commands: found whatever the accents, the case, the plural and the hyphens."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from bot.commands import COMMANDS, Command
from facts.model import Language

LONGEST_WORD = 40
"""Characters; a longer word is no name and not worth comparing."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_SUGGESTIONS = 3
_SHORTEST_BEGINNING = 4
_SHORTEST_TYPO = 3
_SHORTEST_SWAP = 5
_MOST_WORDS = 3


def fold(text: str) -> str:
    """Letters and digits alone, without accents, case or ligatures."""
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(character for character in spread if character.isalnum())


def forms(folded: str) -> Iterator[str]:
    """A folded word, and what it may be the plural of."""
    yield folded
    if len(folded) > _SHORTEST_TYPO and folded[-1] in "sx":
        yield folded[:-1]
    if folded.endswith("ies"):
        yield folded[:-3] + "y"


def index(commands: Iterable[Command]) -> dict[str, Command]:
    """Every folded name and its singular, with its row; the first row that has a name keeps it."""
    table: dict[str, Command] = {}
    for command in commands:
        for language in Language:
            for name in command.names(language):
                for form in forms(fold(name)):
                    table.setdefault(form, command)
    return table


_INDEX = index(COMMANDS)
_NAMES = frozenset(
    fold(name) for row in COMMANDS for language in Language for name in row.names(language)
)


def resolve(name: str) -> Command | None:
    """The command of that name, whatever the accents, the case and the plural."""
    if len(name) > LONGEST_WORD:
        return None
    return next((_INDEX[form] for form in forms(fold(name)) if form in _INDEX), None)


def nearest(name: str) -> tuple[Command, ...]:
    """The commands whose names are close to a name that is none: at most three, closest first."""
    if len(name) > LONGEST_WORD:
        return ()
    typed = fold(name)
    if len(typed) < _SHORTEST_TYPO:
        return ()
    scores: dict[str, tuple[float, Command]] = {}
    for known, command in _INDEX.items():
        score = _closeness(typed, known)
        if score > scores.get(command.key, (0.0, command))[0]:
            scores[command.key] = (score, command)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    return tuple(command for _, command in ranked[:_SUGGESTIONS])


def closest_language(name: str, command: Command) -> Language | None:
    """The language whose name of the command is closest to a misspelt one; None for both alike."""
    typed = fold(name)
    scores = {
        language: max(_closeness(typed, fold(known)) for known in command.names(language))
        for language in Language
    }
    best = max(scores.values())
    closest = [language for language, score in scores.items() if score == best]
    return closest[0] if len(closest) == 1 else None


def _closeness(typed: str, known: str) -> float:
    """From 0 (nothing alike) to 1; 0 as well for words that are merely alike."""
    from rapidfuzz.distance import OSA, JaroWinkler

    if len(typed) >= _SHORTEST_BEGINNING and known.startswith(typed):
        return 1.0
    edits = OSA.normalized_similarity(typed, known)
    likeness = JaroWinkler.similarity(typed, known)
    # One slip in a word of seven letters or more, or two that leave its beginning as it was.
    close = edits >= 0.85 or (edits >= 0.7 and likeness >= 0.92)  # noqa: PLR2004
    return likeness if close or _one_letter_apart(typed, known) else 0.0


def _one_letter_apart(typed: str, known: str) -> bool:
    """Whether one letter in the middle of a word of five or more stands for another ("teems")."""
    if len(typed) != len(known) or len(typed) < _SHORTEST_SWAP:
        return False
    ends = (typed[0], typed[-1]) == (known[0], known[-1])
    return ends and sum(a != b for a, b in zip(typed, known, strict=True)) == 1


def languages_of(name: str) -> frozenset[Language]:
    """The languages in which a command is called so; both for a name without its accents."""
    typed = set(forms(fold(name)))
    having = frozenset(
        language
        for language in Language
        if any(typed & set(forms(fold(known))) for known in _known_in(language))
    )
    if len(having) > 1 and not name.isascii():
        spelt = frozenset(
            language
            for language in having
            if _accented(name) in map(_accented, _known_in(language))
        )
        return spelt or having
    return having


def _known_in(language: Language) -> Iterator[str]:
    for command in COMMANDS:
        yield from command.names(language)


def _accented(name: str) -> str:
    """A name with its accents, but without case, hyphens or a plural."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return "".join(character for character in composed if character.isalnum()).rstrip("sx")


def split_line(line: str, prefix: str) -> tuple[str, str]:
    """The first word of a line and what stands behind it; both may be empty.

    The prefix, `!` and `/` may stand before it. A name written as several words is found too
    ("à propos", "tour de france").
    """
    words = bare(line, prefix).split()
    for count in range(min(_MOST_WORDS, len(words)), 1, -1):
        if fold("".join(words[:count])) in _NAMES:
            return " ".join(words[:count]), " ".join(words[count:])
    return (words[0], " ".join(words[1:])) if words else ("", "")


def bare(line: str, prefix: str) -> str:
    """A line without the prefix, or the `!` or `/` that may stand for it."""
    text = line.strip()
    for sign in (prefix, "!", "/"):
        if sign and text.startswith(sign):
            return text[len(sign) :].strip()
    return text
