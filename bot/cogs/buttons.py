"""The buttons under an answer. What they need to know stands in their `custom_id`, so that they
work after a restart, on every shard and on every machine; the store's numbers and no text of ours.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import discord

CUSTOM_ID = 100
"""Discord's limit on a `custom_id`, in characters."""

_DIGITS = string.digits + string.ascii_lowercase
_IDS = r"musette:s:(?P<ids>[0-9a-z]{1,13}(?:-[0-9a-z]{1,13})*)"
_PAGE = (
    r"(?s)musette:p:(?P<asker>[0-9a-z]{1,13}):(?P<page>[0-9]{1,6})"
    r":(?P<command>[a-z_]{1,32}):(?P<argument>.*)"
)
_LINE = r"(?s)musette:l:(?P<asker>[0-9a-z]{1,13}):(?P<line>.+)"


@dataclass(frozen=True, slots=True)
class Turn:
    """A page asked for: of which command, about what; `asker` may turn it in place."""

    asker: int
    page: int
    command: str
    argument: str


class SourceButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=_IDS,
):
    """Shows the sentences behind an answer, to the one who presses it alone."""

    def __init__(self, ids: Sequence[int], label: str = "…") -> None:
        super().__init__(_button(source_id(ids), label))
        self.ids = tuple(ids)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- given by discord.py
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> Self:
        """Read the numbers of the facts from a pressed button."""
        return cls([int(number, 36) for number in match["ids"].split("-")])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        await interaction.client.answers.show_source(interaction, self.ids)


class PageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=_PAGE,
):
    """Turns to another page."""

    def __init__(self, turn: Turn, label: str = "…", *, disabled: bool = False) -> None:
        super().__init__(_button(page_id(turn), label, disabled=disabled))
        self.turn = turn

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> Self:
        """Read which page is wanted from a pressed button."""
        asker, page = int(match["asker"], 36), int(match["page"])
        return cls(Turn(asker, page, match["command"], match["argument"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        await interaction.client.answers.turn_page(interaction, self.turn)


class LineButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=_LINE,
):
    """Sends a line that the asker may have meant."""

    def __init__(self, asker: int, line: str) -> None:
        super().__init__(_button(line_id(asker, line), line))
        self.asker, self.line = asker, line

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> Self:
        """Read the line from a pressed button."""
        return cls(int(match["asker"], 36), match["line"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        await interaction.client.answers.say_line(interaction, self.asker, self.line)


BUTTONS = (SourceButton, PageButton, LineButton)


def source_id(ids: Sequence[int]) -> str:
    """The `custom_id` for these facts: as many of them, from the first, as fit."""
    return "musette:s:" + "-".join(_base36(number) for number in ids[: fitting(ids)])


def fitting(ids: Sequence[int]) -> int:
    """How many of these facts, from the first, a button can hold."""
    length = len("musette:s:") - 1
    for place, number in enumerate(ids):
        length += 1 + len(_base36(number))
        if length > CUSTOM_ID:
            return place
    return len(ids)


def page_id(turn: Turn) -> str:
    """The `custom_id` for a page; may pass `CUSTOM_ID`, when its argument is long."""
    return f"musette:p:{_base36(turn.asker)}:{turn.page}:{turn.command}:{turn.argument}"


def line_id(asker: int, line: str) -> str:
    """The `custom_id` for a line; may pass `CUSTOM_ID`, when the line is long."""
    return f"musette:l:{_base36(asker)}:{line}"


def _button(
    custom_id: str, label: str, *, disabled: bool = False
) -> discord.ui.Button[discord.ui.View]:
    return discord.ui.Button(
        style=discord.ButtonStyle.secondary, label=label, custom_id=custom_id, disabled=disabled
    )


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
