"""What becomes of an error in a command: one table for both doors, prefix and slash, and buttons.

A member never sees an exception's text: a sentence of ours, or a short reference that stands in the
log beside the traceback.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from facts.errors import StoreError

UNKNOWN_INTERACTION, ALREADY_ANSWERED, INVALID_TOKEN = 10062, 40060, 50027
GONE = frozenset({UNKNOWN_INTERACTION, ALREADY_ANSWERED, INVALID_TOKEN})
"""Discord's codes for an interaction that can be answered no more: too late, or answered already.

https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
"""


class TooFastError(commands.CommandError):
    """A member asks too fast; `seconds` to wait, and whether to say so or to stay silent."""

    def __init__(self, seconds: float, *, tell: bool) -> None:
        super().__init__(f"too fast: wait {seconds:.1f} s")
        self.seconds = seconds
        self.tell = tell


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do about an error.

    `key` names the sentence for the member, None for silence; `values` fill its places. `level` is
    the log's. With `traceback` the log gets the traceback, under a reference that the sentence may
    hold as `{reference}`.
    """

    key: str | None
    level: int = logging.INFO
    traceback: bool = False
    values: dict[str, object] = field(default_factory=dict)


SILENT = Outcome(None)
UNREACHABLE = Outcome(None, logging.WARNING)
UNEXPECTED = Outcome("discord.trouble", logging.ERROR, traceback=True)

Judge = Callable[[Exception], Outcome]


def _too_fast(error: Exception) -> Outcome:
    if not isinstance(error, TooFastError) or not error.tell:
        return Outcome(None, logging.DEBUG)
    return Outcome(
        "discord.slow_down", logging.DEBUG, values={"seconds": max(1, round(error.seconds))}
    )


def _missing(error: Exception) -> Outcome:
    names = getattr(error, "missing_permissions", ())
    shown = ", ".join(str(name).replace("_", " ") for name in names)
    return Outcome("discord.bot_not_allowed", values={"permissions": shown})


def _refused(error: Exception) -> Outcome:
    """Discord refused a request of ours: too late, in trouble itself, or for a mistake of ours."""
    if isinstance(error, discord.HTTPException) and error.code in GONE:
        return SILENT
    if isinstance(error, discord.DiscordServerError):
        return UNREACHABLE
    return UNEXPECTED


TABLE: tuple[tuple[tuple[type[Exception], ...], Judge], ...] = (
    ((TooFastError,), _too_fast),
    ((commands.CommandNotFound,), lambda _: Outcome(None, logging.DEBUG)),
    (
        (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch),
        lambda _: Outcome("discord.changed", logging.WARNING),
    ),
    ((commands.BotMissingPermissions, app_commands.BotMissingPermissions), _missing),
    ((commands.CheckFailure, app_commands.CheckFailure), lambda _: Outcome("discord.not_allowed")),
    (
        (commands.UserInputError, app_commands.TransformerError),
        lambda _: Outcome("discord.bad_argument"),
    ),
    ((discord.Forbidden,), lambda _: SILENT),
    ((discord.RateLimited, aiohttp.ClientError), lambda _: UNREACHABLE),
    ((discord.HTTPException,), _refused),
    (
        (StoreError,),
        lambda _: Outcome("discord.store_trouble", logging.ERROR, traceback=True),
    ),
)
"""The first row that has the error's type judges it; an error in no row is unexpected."""


def judge(error: Exception) -> Outcome:
    """What to do about an error, whatever discord.py wrapped around it."""
    bare = unwrap(error)
    for types, verdict in TABLE:
        if isinstance(bare, types):
            return verdict(bare)
    return UNEXPECTED


def unwrap(error: BaseException) -> Exception:
    """The error itself, out of discord.py's wrappers."""
    wrappers = (
        commands.CommandInvokeError,
        commands.HybridCommandError,
        commands.ConversionError,
        app_commands.CommandInvokeError,
    )
    while isinstance(error, wrappers):
        error = error.original
    return error if isinstance(error, Exception) else RuntimeError(str(error))


def new_reference() -> str:
    """Eight hexadecimal signs that a member can read out to a moderator."""
    return secrets.token_hex(4)
