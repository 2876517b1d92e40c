"""The line that one types at the terminal: history, completion, keys."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from bot.commands import COMMANDS, Command, Option, OptionKind
from bot.names import bare, fold, resolve
from facts.model import Language

PROMPT = FormattedText([("class:prompt", "musette> ")])
_LOCAL_FLAGS = 3
"""The place of the local modes in what `termios.tcgetattr` gives."""

_STYLE = Style.from_dict({"prompt": "bold ansiyellow"})

Speaks = Callable[[], Language]
"""Tells the language of the conversation at present."""


class CommandCompleter(Completer):
    """Completes names and aliases of commands, and what may stand behind some of them."""

    def __init__(self, speaks: Speaks) -> None:
        self._speaks = speaks

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """The completions at the cursor, those of the conversation's language first."""
        del complete_event
        before = bare(document.text_before_cursor.lstrip(), "")
        first, space, rest = before.partition(" ")
        if not space:
            return self._names(first, all_names=bool(first))
        command = resolve(first)
        return self._values(command, rest.rpartition(" ")[2]) if command else iter(())

    def _names(self, typed: str, *, all_names: bool) -> Iterator[Completion]:
        language = self._speaks()
        beginning = fold(typed)
        shown: set[str] = set()
        for each in (language, *(other for other in Language if other is not language)):
            for command in COMMANDS:
                names = command.names(each) if all_names else command.names(each)[:1]
                for name in names:
                    if name not in shown and fold(name).startswith(beginning):
                        shown.add(name)
                        yield _completion(name, typed, command.description[language])
            if not all_names:
                return

    def _values(self, command: Command, typed: str) -> Iterator[Completion]:
        for option in command.options:
            if option.kind is OptionKind.COMMAND:
                yield from self._names(typed, all_names=bool(typed))
            elif option.kind is OptionKind.CHOICE:
                yield from self._choices(option, typed)

    def _choices(self, option: Option, typed: str) -> Iterator[Completion]:
        language = self._speaks()
        for _, label in option.choices:
            if fold(label[language]).startswith(fold(typed)):
                yield _completion(label[language], typed, option.description[language])


def _completion(name: str, typed: str, description: str) -> Completion:
    return Completion(name, start_position=-len(typed), display_meta=description)


class _KindHistory(FileHistory):
    """A history whose file may stop being readable or writable at any moment."""

    def load_history_strings(self) -> Iterable[str]:
        with suppress(OSError):
            return list(super().load_history_strings())
        return []

    def store_string(self, string: str) -> None:
        with suppress(OSError, UnicodeError):
            super().store_string(string)


def open_history(path: Path) -> History:
    """The history kept in a file; one in memory where that file cannot be used."""
    try:
        path.touch(mode=0o600)
        with path.open("rb+"):
            pass
    except OSError:
        return InMemoryHistory()
    return _KindHistory(str(path))


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("c-c")
    @keys.add("<sigint>")
    def _interrupt(event: KeyPressEvent) -> None:
        """Clear the line, or leave where it is empty."""
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=EOFError)

    return keys


async def typed_lines(
    speaks: Speaks,
    history: Path,
    *,
    source: Input | None = None,
    screen: Output | None = None,
) -> AsyncGenerator[str, None]:
    """The lines typed, until Ctrl-D or Ctrl-C on an empty line; a pasted text gives several."""
    screen = screen or create_output()
    if isinstance(screen, Vt100_Output):
        # A terminal that never says where its cursor is would cost a second after each line.
        screen.enable_cpr = False
    session: PromptSession[str] = PromptSession(
        PROMPT,
        style=_STYLE,
        history=open_history(history),
        completer=CommandCompleter(speaks),
        complete_while_typing=True,
        key_bindings=_keys(),
        input=source,
        output=screen,
    )
    with _typing_ahead() if source is None else nullcontext():
        while True:
            try:
                text = await session.prompt_async()
            except (EOFError, KeyboardInterrupt):
                return
            for line in text.splitlines():
                yield line


@contextmanager
def _typing_ahead() -> Iterator[None]:
    """Keep the keys pressed while an answer is made for the prompt after it.

    A terminal that reads whole lines, as it does between two prompts, would swallow a Ctrl-D.
    """
    try:
        import termios
    except ImportError:  # there is no such terminal on this system
        yield
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    during = termios.tcgetattr(terminal)
    during[_LOCAL_FLAGS] &= ~(termios.ICANON | termios.ECHO)
    termios.tcsetattr(terminal, termios.TCSANOW, during)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
