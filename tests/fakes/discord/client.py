"""How the real discord.py is led to the loopback Discord, and made to wait less."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from types import ModuleType
from typing import Any

import discord
import discord.client
import discord.gateway
import discord.http
import discord.shard
import discord.webhook.async_
import yarl

from tests.fakes.discord.core import Core
from tests.fakes.discord.server import LoopbackDiscord
from tests.fakes.discord.waits import Waits

WAITING_MODULES: tuple[ModuleType, ...] = (
    discord.http,
    discord.webhook.async_,
    discord.client,
    discord.shard,
)
"""Where discord.py sleeps: after a 5xx (1, 3, 5... seconds), before another identify (5 seconds)
and between attempts to connect."""


LONG_WAIT = 1.0
"""Seconds from which on a wait is cut short."""


@contextmanager
def discord_at(api_url: str, gateway_url: str) -> Iterator[None]:
    """Lead every client of this process to other addresses, and back at the end.

    That also puts back what a bot changes of them by itself in the meantime.

    discord.py has no option for either: requests are built on `Route.BASE`, and `Client.connect`
    starts from `DiscordWebSocket.DEFAULT_GATEWAY` without asking `/gateway/bot` (only the sharded
    client asks it, and only for the number of shards).
    """
    route, socket = discord.http.Route, discord.gateway.DiscordWebSocket
    before = route.BASE, socket.DEFAULT_GATEWAY
    route.BASE, socket.DEFAULT_GATEWAY = api_url, yarl.URL(gateway_url)
    try:
        yield
    finally:
        route.BASE, socket.DEFAULT_GATEWAY = before


def led_to(server: Core) -> AbstractContextManager[None]:
    """Lead every client of this process to a loopback Discord while the context lasts."""
    return discord_at(server.api_url, server.gateway_url)


class _Impatient(ModuleType):
    """The `asyncio` module, whose `sleep` notes what was asked for and cuts long sleeps short."""

    def __init__(self, instead: float, waits: list[float]) -> None:
        super().__init__("asyncio")
        self._instead, self._waits = instead, waits

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, delay: float, result: Any = None) -> Any:
        self._waits.append(delay)
        return await asyncio.sleep(delay if delay < LONG_WAIT else self._instead, result)


@contextmanager
def short_waits(instead: float = 0.01) -> Iterator[list[float]]:
    """Make discord.py wait `instead` seconds wherever it would wait a second or more.

    Gives the waits that it asked for. Shorter ones stay as they are, so that it keeps to the rate
    limits that a test sets below a second.

    The name `asyncio` is replaced in the four modules of discord.py that sleep, and nothing else:
    the order of attempts, their number and every other wait stay as they are, and code outside
    discord.py sleeps as before.
    """
    waits: list[float] = []
    impatient = _Impatient(instead, waits)
    for module in WAITING_MODULES:
        module.__dict__["asyncio"] = impatient
    try:
        yield waits
    finally:
        for module in WAITING_MODULES:
            module.__dict__["asyncio"] = asyncio


@asynccontextmanager
async def loopback() -> AsyncIterator[LoopbackDiscord]:
    """A loopback Discord to which discord.py is led, with short waits; verified at the end."""
    async with LoopbackDiscord() as server:
        with led_to(server), short_waits() as waits:
            server.waits = waits
            yield server
        server.verify()


async def stop_getting_ready(client: discord.Client) -> None:
    """End discord.py's wait for further guilds, where it still goes on.

    It lasts `guild_ready_timeout` seconds after the last guild. A client that is closed meanwhile
    dispatches `on_ready` afterwards without a loop, and leaves a coroutine that nobody awaits.
    """
    task = client._connection._ready_task
    if task is not None:
        task.cancel()
        await asyncio.wait([task])


@asynccontextmanager
async def running(client: discord.Client, server: Waits) -> AsyncIterator[asyncio.Task[None]]:
    """Start a client with the server's token, wait until it is connected, close it at the end.

    Gives the task of `Client.start`. An error that ends it early is raised.
    """
    task = asyncio.create_task(client.start(server.token))
    ready = asyncio.create_task(server.wait_until_ready())
    try:
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        await ready
        yield task
        if task.done():
            task.result()
    finally:
        await stop_getting_ready(client)
        ready.cancel()
        task.cancel()
        await asyncio.wait([task, ready])
        await client.close()
