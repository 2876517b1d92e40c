"""The loopback Discord's own tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.fakes.discord import LoopbackDiscord, loopback


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    """A loopback Discord that is verified at the end."""
    async with loopback() as served:
        yield served
