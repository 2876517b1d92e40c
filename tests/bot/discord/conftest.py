"""A loopback Discord for each test, with a server and a member."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.fakes.discord import Guild, LoopbackDiscord, Member, loopback


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    """A loopback Discord; at the end, every request must have fitted Discord's description."""
    async with loopback() as served:
        yield served


@pytest.fixture
def guild(server: LoopbackDiscord) -> Guild:
    """A server without a language of its own."""
    return server.state.add_guild("Peloton")


@pytest.fixture
def fan(server: LoopbackDiscord, guild: Guild) -> Member:
    """A member of it."""
    return server.state.add_member(guild, "fan")
