"""The real client on a loopback Discord, with the desk of the other tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.client import MusetteBot
from bot.desk import Desk
from bot.lifetime import serve
from bot.settings import Settings
from facts.model import Language
from tests.bot.desks import Answers, desk, stocked
from tests.fakes.discord import Channel, Guild, LoopbackDiscord, Member, Message, User
from tests.fakes.stores import MemoryStore

NOWHERE = Path("unused")
"""The data folder of settings that open no store."""


def settings_for(server: LoopbackDiscord, **changes: Any) -> Settings:
    """Settings that lead to a loopback Discord."""
    settings = Settings(
        data_dir=NOWHERE,
        token=server.token,
        api_url=server.api_url,
        gateway_url=server.gateway_url,
    )
    return replace(settings, **changes)


@dataclass
class Clock:
    """Seconds that pass only when a test says so."""

    seconds: float = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Scene:
    """A running bot and what it runs on."""

    bot: MusetteBot
    store: MemoryStore
    answers: Answers
    clock: Clock
    life: asyncio.Task[None]


@asynccontextmanager
async def on_discord(
    server: LoopbackDiscord,
    *,
    store: MemoryStore | None = None,
    desk_used: Desk | None = None,
    patience: float = 5.0,
    **changes: Any,
) -> AsyncIterator[Scene]:
    """Run the bot until it is connected, and stop it at the end as an operator would.

    `changes` are settings.
    """
    settings = settings_for(server, **changes)
    store = store if store is not None else await stocked()
    answers, clock = Answers(), Clock()
    language: Language = settings.language
    used = desk_used or desk(store, answers, language=language, prefix=settings.prefix)
    bot = MusetteBot(settings, used, store, now=clock, patience=patience)
    life = asyncio.create_task(serve(bot, settings))
    ready = asyncio.create_task(server.wait_until_ready())
    try:
        await asyncio.wait({life, ready}, return_when=asyncio.FIRST_COMPLETED)
        if life.done():
            life.result()
        await ready
        yield Scene(bot, store, answers, clock, life)
    finally:
        life.cancel()
        ready.cancel()
        await asyncio.gather(life, ready, return_exceptions=True)


async def asked(
    server: LoopbackDiscord, place: Channel | Guild, fan: Member | User, line: str
) -> Message:
    """What the bot answers to a member's message."""
    await server.member_says(place, fan, line)
    return await server.wait_for_message(place)
