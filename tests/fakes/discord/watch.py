"""Waiting for something to become true, without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

DEFAULT_SECONDS = 5.0
"""Seconds that a test waits for the bot before it fails."""


class Watch:
    """Wakes those who wait each time the state of the loopback Discord changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Tell everyone who waits that something changed."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(
        self, look: Callable[[], T | None], what: str, seconds: float = DEFAULT_SECONDS
    ) -> T:
        """What `look` returns as soon as it is neither None nor False.

        Raises:
            TimeoutError: it did not happen within `seconds`; the text names `what`.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while True:
            found = look()
            if found is not None and found is not False:
                return found
            future: asyncio.Future[None] = loop.create_future()
            self._waiting.add(future)
            try:
                await asyncio.wait([future], timeout=max(0.0, deadline - loop.time()))
            finally:
                self._waiting.discard(future)
            if not future.done():
                raise TimeoutError(f"waited {seconds:g} s in vain for {what}")
