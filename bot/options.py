"""The command line: its commands and options, and what is said of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from facts.model import Language

_Add = Callable[..., argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` is None where the bot itself is to run."""
    whole = argparse.ArgumentParser(
        prog="musette",
        description="A bot that answers cycling questions from the articles it has read. Without a "
        "command it runs on Discord where DISCORD_TOKEN is set, else here in the terminal.",
        parents=[_common()],
    )
    # `set_defaults` writes into the options, so that no other parser may share these.
    whole.set_defaults(lang=None, debug=False, command=None)
    whole.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    whole.add_argument(
        "--terminal", action="store_true", help="stay in the terminal though a token is set"
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    common = _common()
    _add_derive(commands.add_parser, common)
    _add_read(commands.add_parser, common)
    _add_ask(commands.add_parser, common)
    return whole


def _common() -> argparse.ArgumentParser:
    """The options that may stand before and behind a command; absent where they are not given."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--lang", choices=[str(language) for language in Language], help="the language to answer in"
    )
    common.add_argument("--debug", action="store_true", help="show the details of what goes wrong")
    return common


def _add_derive(add: _Add, common: argparse.ArgumentParser) -> None:
    derive = add(
        "derive",
        parents=[common],
        help="print the facts found in an article, without keeping them",
        description="Print the facts found in an article, each with its source sentence.",
    )
    derive.add_argument(
        "file", metavar="FILE|-", help="plain text, Markdown or HTML; - for standard input"
    )
    derive.add_argument("--json", action="store_true", help="print a JSON array")


def _add_read(add: _Add, common: argparse.ArgumentParser) -> None:
    read = add(
        "read",
        parents=[common],
        help="read articles, and keep what they say",
        description="Read articles into the store, and tell how many facts each of them brought.",
    )
    read.add_argument(
        "places",
        nargs="+",
        metavar="FILE|URL|-",
        help="plain text, Markdown or HTML: a file, an address, or - for standard input",
    )


def _add_ask(add: _Add, common: argparse.ArgumentParser) -> None:
    ask = add(
        "ask",
        parents=[common],
        help="answer questions from what was read",
        description="Answer a question, or one a line of standard input, from what was read.",
    )
    ask.add_argument("question", metavar="QUESTION|-", help="a question, or - for standard input")
    ask.add_argument(
        "--article",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="answer from this file alone, without keeping it; may be given several times",
    )
    ask.add_argument("--json", action="store_true", help="print a JSON object a line")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"musette {version('musette')}")
        parser.exit()
