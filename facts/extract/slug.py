"""A name turned into the tail of an entity's key."""

from __future__ import annotations

from facts.extract.tokens import words_of


def slug(text: str) -> str:
    """Folded words joined by hyphens: "Box to Box Films" is "box-to-box-films"."""
    return "-".join(word.replace("'", "") for word in words_of(text)) or "x"
