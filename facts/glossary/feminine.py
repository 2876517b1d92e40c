"""The feminine of a French adjective or noun of a person."""

from __future__ import annotations

# Endings and their feminine; the first that fits counts.
_ENDINGS = (
    ("rieur", "rieure"),
    ("mineur", "mineure"),
    ("majeur", "majeure"),
    ("teur", "trice"),
    ("eur", "euse"),
    ("eux", "euse"),
    ("er", "ère"),
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("on", "onne"),
    ("el", "elle"),
    ("et", "ette"),
    ("if", "ive"),
    ("c", "que"),
    ("e", "e"),
    ("", "e"),
)


def feminine(masculine: str) -> str:
    """The feminine of a word, or of a group's first word, made by the regular endings."""
    head, space, tail = masculine.partition(" ")
    ending, replaced = next(pair for pair in _ENDINGS if head.endswith(pair[0]))
    return head[: len(head) - len(ending)] + replaced + space + tail
