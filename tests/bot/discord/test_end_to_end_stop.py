"""The end is quick and quiet, and owes no member an answer."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from pathlib import Path

import pytest

from bot import lifetime
from bot.client import MusetteBot, run_discord
from bot.desk import Desk
from bot.lifetime import serve
from bot.settings import Settings
from facts.errors import DiscordStartError
from facts.model import Language
from tests.bot.desks import desk
from tests.bot.discord.support import on_discord, settings_for
from tests.fakes.discord import Guild, LoopbackDiscord, Member
from tests.fakes.stores import MemoryStore


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_bot_quietly(
    server: LoopbackDiscord, caplog: pytest.LogCaptureFixture, number: signal.Signals
) -> None:
    async with on_discord(server) as scene:
        os.kill(os.getpid(), number)
        await asyncio.wait_for(scene.life, 5)
    assert scene.bot.is_closed()
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_answers_under_way_are_given_before_the_end(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    held = server.hold_next("POST", "/channels/{}/messages")
    async with on_discord(server) as scene:
        await server.member_says(guild, fan, "!teams")
        await held.reached.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(50):
            await asyncio.sleep(0)  # turns of the loop, in which a hasty bot would close
        assert not scene.bot.is_closed()
        held.release()
        await asyncio.wait_for(scene.life, 5)
        answer = await server.wait_for_message(guild)
    assert answer.text.startswith("Teams")


async def test_a_bot_that_was_cancelled_closes(server: LoopbackDiscord) -> None:
    async with on_discord(server) as scene:
        scene.life.cancel()
        with pytest.raises(asyncio.CancelledError):
            await scene.life
    assert scene.bot.is_closed()
    assert not server.gateway.ready


async def test_a_gateway_that_does_not_let_go_is_left(
    server: LoopbackDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clinging(MusetteBot):
        """A bot whose gateway never answers the closing."""

        async def close(self) -> None:
            await asyncio.Event().wait()

    monkeypatch.setattr(lifetime, "STOP_SECONDS", 0.01)
    store = MemoryStore()
    settings = settings_for(server)
    bot = Clinging(settings, desk(store), store)
    life = asyncio.create_task(serve(bot, settings))
    await server.wait_until_ready()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(life, 5)
    await MusetteBot.close(bot)


def test_the_desk_and_the_settings_are_enough(tmp_path: Path) -> None:
    """`run_discord` is what the command line calls; it opens nothing that it was not given."""
    store = MemoryStore()
    used: Desk = desk(store, language=Language.FR)
    settings = Settings(data_dir=tmp_path, token=None)
    with pytest.raises(DiscordStartError):
        asyncio.run(run_discord(settings, used, store))
    assert list(tmp_path.iterdir()) == []
