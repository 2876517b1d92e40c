"""The terminal: lines in, replies out. Plain text through a pipe, colours on a screen."""

from __future__ import annotations

import textwrap
from collections.abc import AsyncIterable, Iterable, Iterator
from enum import StrEnum
from typing import TextIO

from bot.cite import source_parts, sources
from bot.commands import BY_KEY
from bot.desk import Desk
from bot.guide import shown, try_these
from bot.names import fold
from bot.reply import Asker, Reply
from bot.streams import clean
from bot.texts import say
from facts.errors import MusetteError
from facts.model import Language

LEAVING = frozenset({"quit", "exit", "quitter"})
LONGEST_LINE = 10_000
"""Characters of a line of input that are kept; the rest of the line is passed over."""

_BULLET = "  • "
_NARROWEST = 20


class Part(StrEnum):
    """What a line of a shown reply is."""

    ANSWER = "answer"
    ITEM = "item"
    SOURCE = "source"
    HINT = "hint"


_STYLES = {Part.ANSWER: "bold", Part.ITEM: "", Part.SOURCE: "dim", Part.HINT: "cyan"}


def parts(reply: Reply) -> Iterator[tuple[Part, str]]:
    """A reply's lines, in the order in which they are shown: the answer first."""
    for line in reply.text.splitlines():
        yield Part.ANSWER, clean(line)
    for item in reply.items:
        yield Part.ITEM, clean(item)
    for citation in sources(reply.citations):
        head = source_parts(citation, reply.language, title=reply.command == "source")
        if head:
            source = say(reply.language, "source.label", source=", ".join(head))
            yield Part.SOURCE, clean(source)
    if reply.hint:
        yield Part.HINT, clean(reply.hint)


def plain(reply: Reply) -> str:
    """A reply as a block of plain lines.

    The advice to ask for the source is left out: nobody who reads a pipe can follow it.
    """
    advice = not reply.citations or reply.page < reply.pages
    return "\n".join(
        f"- {text}" if part is Part.ITEM else text
        for part, text in parts(reply)
        if part is not Part.HINT or advice
    )


def lines_of(source: TextIO) -> Iterator[str]:
    """The lines of an input, each cut at LONGEST_LINE; a line of any length takes no more room."""
    while piece := source.readline(LONGEST_LINE):
        yield piece
        while piece and not piece.endswith("\n"):
            piece = source.readline(LONGEST_LINE)


async def answer_lines(desk: Desk, asker: Asker, lines: Iterable[str], out: TextIO) -> None:
    """Answer each line as a block of plain text, with an empty line between two blocks.

    Raises:
        StoreError: the store cannot be read or written.
        OSError: the output cannot be written; BrokenPipeError where nobody reads any more.
    """
    separator = ""
    for line in lines:
        if fold(line) in LEAVING:
            return
        reply = await desk.handle(line, asker)
        if reply is not None:
            out.write(f"{separator}{plain(reply)}\n")
            out.flush()
            separator = "\n"


class Screen:
    """Shows replies on a terminal with Rich, which minds NO_COLOR and the width.

    `language` is that of what was shown last.
    """

    def __init__(self, out: TextIO) -> None:
        from rich.console import Console

        self._console = Console(file=out, highlight=False, markup=False, emoji=False)
        self.language = Language.EN

    def welcome(self, language: Language) -> None:
        """The first screen: what this is, and what to try."""
        self.language = language
        help_line = shown(BY_KEY["help"], language, "")
        self._print(say(language, "terminal.welcome"), "bold")
        self._print(say(language, "terminal.try", examples=try_these(language, "")), "")
        self._print(say(language, "terminal.keys", help=help_line), "dim")
        self._console.print()

    def show(self, reply: Reply) -> None:
        """A reply, and an empty line."""
        self.language = reply.language
        for part, text in parts(reply):
            if part is Part.SOURCE:
                # A link that is cut in two cannot be clicked: the terminal wraps it.
                self._print_line(text, _STYLES[part])
            else:
                self._print(text, _STYLES[part], _BULLET if part is Part.ITEM else "")
        self._console.print()

    def trouble(self, error: MusetteError) -> None:
        """A sentence that says what went wrong, and an empty line."""
        self._print(clean(str(error)), "red")
        self._console.print()

    def _print(self, text: str, style: str, bullet: str = "") -> None:
        # Rich would break a line at a no-break space.
        lines = textwrap.wrap(
            text,
            max(self._console.width, _NARROWEST),
            initial_indent=bullet,
            subsequent_indent=" " * len(bullet),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines:
            self._print_line(line, style)

    def _print_line(self, line: str, style: str) -> None:
        from rich.text import Text

        # Rich drops the colours alone; a screen without them may not want bold either.
        style = "" if self._console.no_color else style
        self._console.print(Text(line, style=style), soft_wrap=True)


async def converse(desk: Desk, asker: Asker, screen: Screen, lines: AsyncIterable[str]) -> None:
    """Welcome, then answer line after line until there are no more or one says to leave."""
    screen.welcome(await desk.language_for(asker))
    async for line in lines:
        if fold(line) in LEAVING:
            return
        try:
            reply = await desk.handle(line, asker)
        except MusetteError as error:
            screen.trouble(error)
            continue
        if reply is not None:
            screen.show(reply)
