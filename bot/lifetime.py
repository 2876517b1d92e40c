"""A Discord client's life: started, watched, and closed whatever happens."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Iterator
from typing import Any

import discord

from bot.connection import check_token, guarded, not_discord
from bot.redaction import hidden_from_logs
from bot.settings import Settings

log = logging.getLogger(__name__)

LOGIN_SECONDS = 90.0
STOP_SECONDS = 5.0
END_SECONDS, ATTEMPTS_TO_END = 1.0, 3


async def serve(bot: discord.Client, settings: Settings) -> None:
    """Start a client, and close it within seconds of a signal, a cancellation or a failure.

    Raises:
        DiscordStartError: Discord cannot be reached, or refuses the bot.
        StoreError: the store failed while the bot started.
    """
    token = check_token(settings.token)
    with hidden_from_logs(token), _stop_signals() as stop:
        life = asyncio.create_task(_live(bot, settings, token))
        stopped = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({life, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if life.done():
                life.result()
            else:
                log.info("Told to stop.")
        finally:
            await _close(bot)
            for task in (life, stopped):
                await _end(task)


async def _live(bot: discord.Client, settings: Settings, token: str) -> None:
    try:
        await guarded(bot.login(token), settings, seconds=LOGIN_SECONDS)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        if bot.application is None:
            # Something answered, but not with what discord.py expects of Discord.
            raise not_discord(settings) from error
        raise
    await guarded(bot.connect(), settings, seconds=None)


async def _close(bot: discord.Client) -> None:
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await bot.close()
    except TimeoutError:
        log.warning("The gateway did not close in %.0f s; it is left as it is.", STOP_SECONDS)
        await bot.http.close()


async def _end(task: asyncio.Task[Any]) -> None:
    """Cancel a task until it ends: discord.py 2.7 swallows a cancellation while it reconnects."""
    for _ in range(ATTEMPTS_TO_END):
        task.cancel()
        done, _ = await asyncio.wait({task}, timeout=END_SECONDS)
        if done:
            break
    if task.done() and not task.cancelled():
        task.exception()  # told already, or of no interest any more


@contextlib.contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set, where the system and the thread let them."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    caught = []
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop.set)
            caught.append(number)
    try:
        yield stop
    finally:
        for number in caught:
            loop.remove_signal_handler(number)
