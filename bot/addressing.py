"""Whether a message speaks to the bot, and what it says. Pure; no discord."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Door(Enum):
    """How a message came to the bot, which says how ready it is to answer.

    Other bots listen to the same prefix, so a prefix alone may not have been meant for this one.
    """

    PREFIX = "prefix"
    MENTION = "mention"
    DIRECT = "direct"

    @property
    def sure(self) -> bool:
        """Whether the message can have been meant for no other."""
        return self is not Door.PREFIX


@dataclass(frozen=True, slots=True)
class Line:
    """A line said to the bot: `opening` is what stood before it, `text` the rest, maybe empty."""

    door: Door
    opening: str
    text: str

    @property
    def word(self) -> str:
        """The first word of the line, which names the command; empty for an empty line."""
        return self.text.split(maxsplit=1)[0] if self.text else ""


def read_line(content: str, *, bot: int, prefix: str, direct: bool) -> Line | None:
    """The line that a message says to the bot with number `bot`; None where it says none to it.

    A mention counts wherever it stands in the message, a prefix only at its beginning. In direct
    messages (`direct`) everything is said to the bot, with or without a prefix.
    """
    mention = re.compile(rf"<@!?{bot}>")
    text = content.strip()
    found = mention.search(text)
    if found:
        opening = found.group()
        text = " ".join(" ".join(mention.split(text)).split())
        # A comma, or the prefix as well, may stand between the mention and the question.
        text = text.lstrip(" ,;:").removeprefix(prefix).lstrip()
        return Line(Door.MENTION, opening, text)
    if direct:
        return Line(Door.DIRECT, "", text.removeprefix(prefix).lstrip()) if text else None
    if text.startswith(prefix):
        rest = text[len(prefix) :].lstrip()
        # "!!!" or "?" alone is an exclamation, not a command.
        return Line(Door.PREFIX, prefix, rest) if rest and rest[0].isalnum() else None
    return None
