"""The loopback Discord's own tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
import pytest_asyncio

from tests.fakes.discord import Guild, LoopbackDiscord, loopback, running
from tests.fakes.discord.sample_bot import SampleBot


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    """A loopback Discord that is verified at the end."""
    async with loopback() as served:
        yield served


@pytest.fixture
def guild(server: LoopbackDiscord) -> Guild:
    """A guild with one channel, in which the bot is."""
    return server.state.add_guild()


@pytest_asyncio.fixture
async def bot(server: LoopbackDiscord, guild: Guild) -> AsyncIterator[SampleBot]:
    """A bot that is connected and knows its guild."""
    client = SampleBot()
    async with running(client, server):
        await asyncio.wait_for(client.is_up.wait(), 5)
        yield client


@pytest.fixture
def channel(bot: SampleBot) -> discord.TextChannel:
    """The guild's channel, as discord.py has it."""
    return bot.guilds[0].text_channels[0]
