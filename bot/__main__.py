"""The command line, and the one place where everything is put together.

What only Discord, the terminal's screen or a subcommand needs is imported there: an answer in the
terminal does not pay for discord.py's start-up.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from bot.options import parser
from bot.redaction import SecretFilter, hidden_from_logs
from bot.settings import Settings, read_environment, read_settings
from bot.streams import clean, discard, flush_quietly, is_screen, use_utf8
from facts.errors import MusetteError
from facts.model import Language

if TYPE_CHECKING:
    from facts.ask.library import Library
    from facts.ports import Page
    from facts.store import Store

UNEXPECTED = 70
"""The exit code of a mistake in the program (EX_SOFTWARE)."""

NO_OUTPUT = 74
"""The exit code where something cannot be read or written (EX_IOERR), such as a full disk."""

INTERRUPTED = 130
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    use_utf8()
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as leaving:  # argparse has said why
        return leaving.code if isinstance(leaving.code, int) else UNEXPECTED
    try:
        return _guarded(arguments)
    except BrokenPipeError:
        discard(sys.stdout)
        return 0
    finally:
        flush_quietly()


def _guarded(arguments: argparse.Namespace) -> int:
    """Run, with every failure told in one sentence and no secret in any."""
    secrets: tuple[str, ...] = ()
    try:
        variables = read_environment(Path.cwd())
        settings = read_settings(variables)
        secrets = _secrets(settings)
        with hidden_from_logs(*secrets):
            return _run(arguments, settings, variables)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, its reader gets one sentence
        if arguments.debug:
            _print_traceback(error, secrets)
        sentence, code = _told(error)
        advice = "" if arguments.debug or code != UNEXPECTED else " Add --debug to see where."
        print(f"{clean(sentence)}{advice}", file=sys.stderr)
        return code


def _told(error: Exception) -> tuple[str, int]:
    """What a user reads of an error, and the exit code."""
    if isinstance(error, MusetteError):
        return str(error), error.exit_code
    if isinstance(error, OSError) and error.strerror:
        return f"Musette had to stop: {error.strerror}.", NO_OUTPUT
    name = type(error).__name__
    return f"Musette had to stop: something unexpected happened ({name}).", UNEXPECTED


def _run(arguments: argparse.Namespace, settings: Settings, variables: Mapping[str, str]) -> int:
    language = Language(arguments.lang) if arguments.lang else None
    if arguments.command == "derive":
        _log_to_stderr(logging.DEBUG if arguments.debug else None)
        return _derive(arguments, language or _terminal_language(variables) or settings.language)
    if arguments.command == "read":
        _log_to_stderr(logging.DEBUG if arguments.debug else None)
        language = language or _terminal_language(variables) or settings.language
        return asyncio.run(_read(arguments.places, settings, language))
    if arguments.command == "ask":
        _log_to_stderr(logging.DEBUG if arguments.debug else None)
        return _ask(arguments, settings, language)
    if settings.token and not arguments.terminal:
        _log_to_stderr(logging.DEBUG if arguments.debug else settings.log_level)
        settings = replace(settings, language=language or settings.language)
        asyncio.run(_on_discord(settings))
        return 0
    _log_to_stderr(logging.DEBUG if arguments.debug else None)
    return asyncio.run(_in_terminal(settings, language, _locale(variables)))


def _derive(arguments: argparse.Namespace, language: Language) -> int:
    from bot.deriving import derived

    source = sys.stdin.buffer
    print(derived(arguments.file, source, language, as_json=arguments.json))
    return 0


def _ask(arguments: argparse.Namespace, settings: Settings, language: Language | None) -> int:
    from bot.asking import answer_all, library_in_files, questions

    # What is asked comes first: a question that is none needs no reading.
    asked = questions(arguments.question, sys.stdin)
    if arguments.article:
        library = library_in_files(arguments.article)
    else:
        library = asyncio.run(_stored_library(settings))
    answer_all(asked, library, language, sys.stdout, as_json=arguments.json)
    return 0


async def _stored_library(settings: Settings) -> Library:
    from bot.asking import library_in

    async with _open_stocked_store(settings) as store:
        return await library_in(store)


async def _read(places: Sequence[str], settings: Settings, language: Language) -> int:
    from bot.reading_in import Reader, read_all

    # Standard input is read where the program waits for nothing else: Ctrl-C should end that.
    _let_ctrl_c_stop_reading()
    async with _open_stocked_store(settings) as store:
        reader = Reader(store, _fetch, files=True, source=sys.stdin.buffer)
        failed = await read_all(places, reader, language, sys.stdout, sys.stderr)
    return 1 if failed else 0


async def _fetch(url: str) -> Page:
    """Implements `Fetcher`, and loads the HTTP client when something is fetched at last."""
    from facts.fetch import Web

    return await Web()(url)


async def _on_discord(settings: Settings) -> None:
    from bot.client import run_discord
    from bot.desk import Desk
    from bot.reading_in import Reader

    async with _open_stocked_store(settings) as store:
        # Without the messages' content only the slash menu and mentions lead to an answer.
        prefix = settings.prefix if settings.message_content else "/"
        reader = Reader(store, _fetch)
        desk = Desk(store, store, language=settings.language, prefix=prefix, read=reader)
        await run_discord(settings, desk, store)


async def _in_terminal(settings: Settings, language: Language | None, locale: str) -> int:
    from bot.desk import Desk
    from bot.reading_in import Reader, on_screen
    from bot.reply import TERMINAL, Asker
    from bot.tongues import ForThisRun, language_of_locale

    asker = Asker(TERMINAL, TERMINAL, locale=locale)
    async with _open_stocked_store(settings) as store:
        preferences = ForThisRun(store, language) if language else store
        spoken = language or language_of_locale(locale) or settings.language
        read = on_screen(Reader(store, _fetch, files=True), spoken, sys.stderr)
        desk = Desk(store, preferences, language=settings.language, prefix="", read=read)
        if is_screen(sys.stdin, sys.stdout):
            from bot.console import Screen, converse
            from bot.prompt import typed_lines

            screen = Screen(sys.stdout)
            history = settings.data_dir / "history"
            async with aclosing(typed_lines(lambda: screen.language, history)) as lines:
                await converse(desk, asker, screen, lines)
        else:
            from bot.console import answer_lines, lines_of

            _let_ctrl_c_stop_reading()
            await answer_lines(desk, asker, lines_of(sys.stdin), sys.stdout)
    return 0


@asynccontextmanager
async def _open_stocked_store(settings: Settings) -> AsyncIterator[Store]:
    """The store, with the articles that come with Musette read into it."""
    from bot.stocking import stock
    from facts.store import open_store

    async with open_store(settings.database_url, settings.data_dir, _now) as store:
        await stock(store)
        yield store


def _now() -> datetime:
    return datetime.now(UTC)


def _locale(variables: Mapping[str, str]) -> str:
    """The locale, where it is to decide: a language that was set for Musette goes before it."""
    if variables.get("MUSETTE_LANGUAGE", "").strip():
        return ""
    return next((variables[name] for name in _LOCALES if variables.get(name)), "")


def _terminal_language(variables: Mapping[str, str]) -> Language | None:
    from bot.tongues import language_of_locale

    return language_of_locale(_locale(variables))


def _secrets(settings: Settings) -> tuple[str, ...]:
    url = settings.database_url or ""
    password = urlsplit(url).password if url else None
    # A driver speaks of the password as it is, not as an address has to write it.
    found = (settings.token, url, password, unquote(password) if password else None)
    return tuple(secret for secret in found if secret)


def _log_to_stderr(level: int | str | None) -> None:
    """Log from this level on; None for no log at all, as the terminal is for answers."""
    if level is None:
        logging.getLogger().addHandler(logging.NullHandler())
        return
    logging.basicConfig(level=level, format="{asctime} {levelname} {name}: {message}", style="{")
    # It tells of every statement, and nothing that its caller does not tell better.
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)


def _print_traceback(error: BaseException, secrets: Sequence[str]) -> None:
    import traceback

    text = "".join(traceback.format_exception(error))
    print(SecretFilter(*secrets).hide(text), file=sys.stderr, end="")


def _let_ctrl_c_stop_reading() -> None:
    """Undo asyncio's handler, which waits for the line that is being read."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    sys.exit(main())
