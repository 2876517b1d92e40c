"""What all parts of the loopback Discord share: state, gateway, limits, faults, records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tests.fakes.discord.call import Call
from tests.fakes.discord.faults import Faults
from tests.fakes.discord.gateway import (
    DIRECT_MESSAGES,
    GUILD_MESSAGES,
    Gateway,
    Session,
)
from tests.fakes.discord.message_payloads import interaction_json, message_event_json
from tests.fakes.discord.model import Channel, Interaction, Message
from tests.fakes.discord.openapi import Description, published
from tests.fakes.discord.ratelimits import RateLimits
from tests.fakes.discord.state import State, utc_now
from tests.fakes.discord.watch import Watch

TOKEN = "loopback-bot-token"


class Core:
    """The parts, and the events that go from the state to the gateway.

    `requests` holds every request in the order of arrival, `violations` what of them does not fit
    Discord's published description (or is beyond this double). `unfaithful` holds what of this
    double's own answers does not fit it.
    """

    def __init__(self, token: str = TOKEN, now: Callable[[], datetime] = utc_now) -> None:
        self.state = State(token, now)
        self.watch = Watch()
        self.gateway = Gateway(self.state, self.watch, self._resume_url)
        self.limits = RateLimits()
        self.faults = Faults()
        self.description: Description | None = published()
        self.requests: list[Call] = []
        self.violations: list[str] = []
        self.unfaithful: list[str] = []
        self.port = 0

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.state.application.token

    @property
    def api_url(self) -> str:
        """The address of the HTTP API, for `DISCORD_API_URL`."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        """The address of the gateway, for `DISCORD_GATEWAY_URL`."""
        return f"ws://127.0.0.1:{self.port}/gateway"

    def verify(self) -> None:
        """Refuse what no test should leave behind unless it took it away.

        Raises:
            AssertionError: a request or an answer did not fit Discord's description, or an ordered
                fault never met its request, so that the test proved nothing by it.
        """
        unmet = [f"{fault.kind.name} {fault.method} {fault.path}" for fault in self.faults.unmet]
        left = {"violations": self.violations, "unfaithful": self.unfaithful, "unmet": unmet}
        assert not any(left.values()), left

    def take_violations(self) -> list[str]:
        """The violations so far, which are forgotten: for a test that means them."""
        taken, self.violations = self.violations, []
        return taken

    def _resume_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/resume"

    async def tell_message(self, message: Message, event: str = "MESSAGE_CREATE") -> None:
        """Tell the gateway's sessions of a message that was made or changed."""

        def make(session: Session) -> dict[str, object]:
            visible = self.shows_content(message, may_read=self.gateway.may_read_content(session))
            return message_event_json(message, with_content=visible)

        await self._tell_in(message.channel, event, make)

    async def tell_deleted(self, message: Message) -> None:
        """Tell the gateway's sessions that a message is gone."""
        gone = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if message.channel.guild is not None:
            gone["guild_id"] = str(message.channel.guild.id)
        await self._tell_in(message.channel, "MESSAGE_DELETE", lambda _: dict(gone))

    async def tell_interaction(self, interaction: Interaction) -> None:
        """Tell the gateway's sessions of an interaction; no intent is needed for it."""
        payload = interaction_json(interaction, self.state.bot)
        guild = interaction.guild if self.state.bot_is_in(interaction.channel) else None
        await self.gateway.dispatch(
            "INTERACTION_CREATE", lambda _: dict(payload), intent=0, guild=guild
        )
        self.watch.notify()

    def shows_content(self, message: Message, *, may_read: bool) -> bool:
        """Whether the bot is shown what a message says: by intent, or as it concerns the bot."""
        bot = self.state.bot
        concerns = message.author is bot or bot in message.mentions
        return may_read or concerns or message.channel.guild is None

    async def _tell_in(
        self, channel: Channel, event: str, make: Callable[[Session], dict[str, object]]
    ) -> None:
        if self.state.bot_is_in(channel):
            intent = GUILD_MESSAGES if channel.guild else DIRECT_MESSAGES
            await self.gateway.dispatch(event, make, intent=intent, guild=channel.guild)
        self.watch.notify()
