"""The words behind a command -> its options, by what the table says that each option takes."""

from __future__ import annotations

import re

from bot.commands import Command, Option, OptionKind
from bot.names import fold, resolve
from facts.model import Language

LAST_PAGE = 10_000
LONGEST_ADDRESS = 2_000
"""Characters of an address or of a file's name."""

LONGEST_TOPIC = 200
"""Characters of a topic; no name in the world of cycling is longer."""

_PAGE = re.compile(r"(?:^|\b(?:page|p)\.?\s*)(-?\d{1,6})(?=\s|$)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def parse(command: Command, text: str) -> dict[str, str]:
    """The options found in the text, by their English names; what fits no option is left out."""
    found: dict[str, str] = {}
    for option in command.options:
        value, text = _take(option, text)
        if value:
            found[option.name[Language.EN]] = value
    return found


def _take(option: Option, text: str) -> tuple[str, str]:
    """What this option takes of the text, and the rest."""
    if option.kind is OptionKind.PAGE:
        match = _PAGE.search(text)
        if match is None:
            return "", text
        return match.group(1), " ".join((text[: match.start()] + text[match.end() :]).split())
    if option.kind is OptionKind.CHOICE:
        return choice(option, text) or "", text
    if option.kind is OptionKind.COMMAND:
        return next((word for word in text.split() if resolve(word)), text), ""
    if option.kind is OptionKind.ADDRESS:
        # Between these signs Discord shows no preview of a link. One that is too long is not cut to
        # another address, but stays too long.
        return text.strip().removeprefix("<").removesuffix(">")[: LONGEST_ADDRESS + 1], ""
    return text[:LONGEST_TOPIC], ""


def choice(option: Option, text: str) -> str | None:
    """The choice that a text names, by a label of either language or by its value.

    A label goes before a value: in "langue en français" the "en" is a French preposition.
    """
    words = [fold(match.group()) for match in _WORD.finditer(text)]
    labels = {fold(label): value for value, both in option.choices for label in both.values()}
    values = {value: value for value, _ in option.choices}
    named = [table[word] for table in (labels, values) for word in words if word in table]
    return named[0] if named else None


def page_number(text: str) -> int:
    """A page from 1 on; 1 for what is no number."""
    digits = text.strip()
    return min(max(int(digits), 1), LAST_PAGE) if digits.isdecimal() and len(digits) < 7 else 1  # noqa: PLR2004
