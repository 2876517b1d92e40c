"""Each error has its row: what the member reads, and what the log keeps."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands
from discord.ext import commands

from bot.cogs.errors import TooFastError, judge, new_reference, unwrap
from bot.texts import say
from facts.errors import StoreError
from facts.model import Language


def http_error(kind: type[discord.HTTPException], status: int, code: int = 0) -> Exception:
    response: Any = SimpleNamespace(status=status, reason="", headers={})
    return kind(response, {"code": code, "message": "words of Discord's"})


@pytest.mark.parametrize(
    ("error", "key", "traceback"),
    [
        (TooFastError(3.2, tell=True), "discord.slow_down", False),
        (TooFastError(3.2, tell=False), None, False),
        (commands.CommandNotFound("x"), None, False),
        (app_commands.CommandNotFound("x", []), "discord.changed", False),
        (commands.BotMissingPermissions(["embed_links"]), "discord.bot_not_allowed", False),
        (app_commands.BotMissingPermissions(["embed_links"]), "discord.bot_not_allowed", False),
        (commands.MissingPermissions(["manage_guild"]), "discord.not_allowed", False),
        (app_commands.MissingPermissions(["manage_guild"]), "discord.not_allowed", False),
        (commands.NotOwner("raw words"), "discord.not_allowed", False),
        (commands.BadArgument("raw words"), "discord.bad_argument", False),
        (commands.ExpectedClosingQuoteError('"'), "discord.bad_argument", False),
        (http_error(discord.NotFound, 404, 10062), None, False),
        (http_error(discord.HTTPException, 400, 40060), None, False),
        (http_error(discord.HTTPException, 401, 50027), None, False),
        (http_error(discord.Forbidden, 403, 50013), None, False),
        (http_error(discord.DiscordServerError, 503), None, False),
        (http_error(discord.HTTPException, 400, 50035), "discord.trouble", True),
        (discord.RateLimited(90), None, False),
        (aiohttp.ServerDisconnectedError(), None, False),
        (StoreError("raw words"), "discord.store_trouble", True),
        (ValueError("raw words"), "discord.trouble", True),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_what_becomes_of_an_error(error: Exception, key: str | None, traceback: bool) -> None:
    outcome = judge(error)
    assert (outcome.key, outcome.traceback) == (key, traceback)
    assert (outcome.level >= logging.ERROR) is traceback
    if outcome.key is not None:
        values: Mapping[str, object] = {**outcome.values, "reference": new_reference()}
        for language in Language:
            assert str(error) not in say(language, outcome.key, **values)


def test_an_error_comes_out_of_what_discord_py_wraps_around_it() -> None:
    error = StoreError("x")
    command: Any = SimpleNamespace(name="teams", qualified_name="teams")
    wrapped = commands.HybridCommandError(app_commands.CommandInvokeError(command, error))
    assert unwrap(wrapped) is error
    assert unwrap(commands.CommandInvokeError(error)) is error
    assert judge(wrapped).key == "discord.store_trouble"


def test_the_wait_is_told_in_whole_seconds() -> None:
    assert judge(TooFastError(0.2, tell=True)).values == {"seconds": 1}
    assert judge(TooFastError(7.4, tell=True)).values == {"seconds": 7}


def test_references_are_eight_signs_and_differ() -> None:
    found = {new_reference() for _ in range(100)}
    assert len(found) == 100
    assert all(len(one) == 8 and int(one, 16) >= 0 for one in found)
