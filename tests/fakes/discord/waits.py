"""How a test waits for the bot's part, and looks at what it asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.fakes.discord.call import Call
from tests.fakes.discord.core import TOKEN, Core
from tests.fakes.discord.model import Channel, Guild, Interaction, Message
from tests.fakes.discord.places import channel_of
from tests.fakes.discord.router import matches
from tests.fakes.discord.state import utc_now
from tests.fakes.discord.watch import DEFAULT_SECONDS


class Waits(Core):
    """A loopback Discord that can be waited for. Each wait raises `TimeoutError` in the end."""

    def __init__(self, token: str = TOKEN, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(token, now)
        self._seen: set[int] = set()

    async def wait_until_ready(self, seconds: float = DEFAULT_SECONDS) -> None:
        """Until a client is connected and was told of its guilds.

        Events reach a client in order, so a test may go on from here; discord.py's own `on_ready`
        comes `guild_ready_timeout` (a client's option, 2 seconds) later.
        """
        await self.watch.until(lambda: self.gateway.ready, "a connected client", seconds)

    async def wait_for_identify(
        self, count: int = 1, seconds: float = DEFAULT_SECONDS
    ) -> dict[str, Any]:
        """The latest identify, once there are `count` (no token in it)."""
        await self.watch.until(
            lambda: len(self.gateway.identifies) >= count, f"{count} identifies", seconds
        )
        return self.gateway.identifies[-1]

    async def wait_for_resume(
        self, count: int = 1, seconds: float = DEFAULT_SECONDS
    ) -> dict[str, Any]:
        """The latest resume, once `count` of them succeeded (no token in it)."""
        await self.watch.until(lambda: self.gateway.resumed >= count, f"{count} resumes", seconds)
        return self.gateway.resumes[-1]

    async def wait_for_message(
        self, channel: Channel | Guild, seconds: float = DEFAULT_SECONDS
    ) -> Message:
        """The bot's next message in a channel: the oldest that no wait has given yet.

        Only what all members see, and that does not answer an interaction.
        """
        place = channel_of(channel)

        def look() -> Message | None:
            for message in self.state.bot_messages:
                fresh = message.id not in self._seen and message.interaction is None
                if message.channel is place and fresh:
                    self._seen.add(message.id)
                    return message
            return None

        return await self.watch.until(look, f"a message in {place.name or 'DM'}", seconds)

    async def wait_for_callback(
        self, interaction: Interaction, seconds: float = DEFAULT_SECONDS
    ) -> dict[str, Any]:
        """The body of the first answer to an interaction, even one that only defers."""
        return await self.watch.until(
            lambda: interaction.callback, f"an answer to {interaction.data}", seconds
        )

    async def wait_for_response(
        self, interaction: Interaction, seconds: float = DEFAULT_SECONDS
    ) -> Message:
        """The message that answers an interaction, once it does not read "is thinking" any more.

        For an answer that edits the clicked message, that message.
        """

        def look() -> Message | None:
            message = interaction.response if interaction.callback else None
            return message if message and not message.loading else None

        return await self.watch.until(look, f"a response to {interaction.data}", seconds)

    async def wait_for_followup(
        self, interaction: Interaction, seconds: float = DEFAULT_SECONDS
    ) -> Message:
        """The next follow-up of an interaction: the oldest that no wait has given yet."""

        def look() -> Message | None:
            for message in interaction.followups:
                if message.id not in self._seen:
                    self._seen.add(message.id)
                    return message
            return None

        return await self.watch.until(look, f"a follow-up of {interaction.data}", seconds)

    async def wait_for_request(
        self, method: str, path: str, count: int = 1, seconds: float = DEFAULT_SECONDS
    ) -> list[Call]:
        """The requests to a path (as `router.matches` reads it), once there are `count`."""

        def look() -> list[Call] | None:
            found = self.requests_to(method, path)
            return found if len(found) >= count else None

        return await self.watch.until(look, f"{count} x {method} {path}", seconds)

    def requests_to(self, method: str, path: str) -> list[Call]:
        """The requests that came to a path, in the order of arrival."""
        return [
            call for call in self.requests if call.method == method and matches(path, call.path)
        ]
