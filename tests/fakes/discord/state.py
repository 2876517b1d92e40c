"""The state of the loopback Discord and its look-ups; nothing here talks to a socket."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from tests.fakes.discord import permissions
from tests.fakes.discord.errors import api_error
from tests.fakes.discord.mentions import Mentions
from tests.fakes.discord.model import (
    DM,
    Application,
    Channel,
    Guild,
    Interaction,
    InteractionType,
    Member,
    Message,
    Role,
    User,
)

EPOCH_MS = 1_420_070_400_000
"""The first millisecond of 2015, from which snowflakes count."""


def utc_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def context_of(channel: Channel, bot: User) -> int:
    """Where an interaction happens: 0 in a guild, 1 in the bot's direct messages, 2 elsewhere."""
    if channel.guild is not None:
        return 0
    return 1 if bot in channel.recipients else 2


class Snowflakes:
    """Makes numbers as Discord does: time in milliseconds, then a counter; always growing."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = 0

    def __call__(self) -> int:
        milliseconds = int(self._now().timestamp() * 1000) - EPOCH_MS
        self._last = max(milliseconds << 22, self._last + 1)
        return self._last


class State:
    """Everything that the loopback Discord knows. `now` gives aware UTC moments."""

    def __init__(self, token: str, now: Callable[[], datetime] = utc_now) -> None:
        self.now = now
        self.new_id = Snowflakes(now)
        self.application = Application(self.new_id(), "Musette", token)
        self.bot = User(self.application.id, "Musette", bot=True)
        self.owner = User(self.new_id(), "operator")
        self.users: dict[int, User] = {self.bot.id: self.bot, self.owner.id: self.owner}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.commands: dict[int, dict[str, Any]] = {}
        self.interactions: dict[int, Interaction] = {}
        self.bot_messages: list[Message] = []
        self._names = itertools.count(1)

    # Setting the scene

    def add_user(self, name: str | None = None) -> User:
        """A new user."""
        user = User(self.new_id(), name or f"fan{next(self._names)}")
        self.users[user.id] = user
        return user

    def add_guild(
        self,
        name: str = "Peloton",
        *,
        preferred_locale: str = "en-US",
        with_bot: bool = True,
        everyone: int = permissions.BASIC,
    ) -> Guild:
        """A new guild with one text channel; `everyone` is the permission bits of `@everyone`."""
        owner = self.add_user(f"owner-of-{name}")
        guild = Guild(self.new_id(), name, owner, preferred_locale)
        guild.roles[guild.id] = Role(guild.id, "@everyone", everyone)
        self.guilds[guild.id] = guild
        self.add_member(guild, owner)
        if with_bot:
            self.add_member(guild, self.bot)
        self.add_channel(guild, "general")
        return guild

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """A new text channel."""
        channel = Channel(self.new_id(), name, guild=guild)
        guild.channels[channel.id] = channel
        self.channels[channel.id] = channel
        return channel

    def add_role(self, guild: Guild, name: str, bits: int = 0) -> Role:
        """A new role with these permission bits."""
        role = Role(self.new_id(), name, bits, position=len(guild.roles))
        guild.roles[role.id] = role
        return role

    def add_member(
        self, guild: Guild, user: User | str | None = None, roles: Iterable[Role] = ()
    ) -> Member:
        """Make a user, given or new, a member of a guild."""
        if not isinstance(user, User):
            user = self.add_user(user)
        member = Member(user, guild, list(roles), self.now())
        guild.members[user.id] = member
        return member

    def direct_messages(self, *users: User) -> Channel:
        """The direct messages of these users, opened if they were not: of one with the bot, or of
        two without it."""
        recipients = users if len(users) > 1 else (*users, self.bot)
        for channel in self.channels.values():
            if channel.type == DM and set(channel.recipients) == set(recipients):
                return channel
        channel = Channel(self.new_id(), "", DM, recipients=recipients)
        self.channels[channel.id] = channel
        return channel

    # Look-ups that answer as Discord does

    def bot_guilds(self) -> list[Guild]:
        """The guilds in which the bot is."""
        return [guild for guild in self.guilds.values() if self.bot.id in guild.members]

    def bot_is_in(self, channel: Channel) -> bool:
        """Whether the bot is a member of the channel's guild or a side of its direct messages."""
        if channel.guild is not None:
            return self.bot.id in channel.guild.members
        return self.bot in channel.recipients

    def channel(self, number: int) -> Channel:
        """A channel. Raises `ApiError` 10003, and 50001 where the bot is not."""
        channel = self.channels.get(number)
        if channel is None:
            raise api_error(10003)
        if not self.bot_is_in(channel):
            raise api_error(50001)
        return channel

    def guild(self, number: int) -> Guild:
        """A guild of the bot's. Raises `ApiError` 10004."""
        guild = self.guilds.get(number)
        if guild is None or self.bot.id not in guild.members:
            raise api_error(10004)
        return guild

    def user(self, number: int) -> User:
        """A user. Raises `ApiError` 10013."""
        try:
            return self.users[number]
        except KeyError:
            raise api_error(10013) from None

    def message(self, channel: Channel, number: int) -> Message:
        """A message that stands in a channel. Raises `ApiError` 10008."""
        message = channel.messages.get(number)
        if message is None or message.ephemeral:
            raise api_error(10008)
        return message

    # Things that happen

    def add_message(self, message: Message) -> Message:
        """Keep a message in its channel."""
        message.channel.messages[message.id] = message
        if message.author is self.bot:
            self.bot_messages.append(message)
        return message

    def notify(self, message: Message, mentions: Mentions) -> None:
        """Write into a message whom it notifies."""
        known = (self.users.get(number) for number in mentions.users)
        message.mentions = [user for user in known if user is not None]
        message.mention_roles = list(mentions.roles)
        message.mention_everyone = mentions.everyone

    def add_interaction(
        self,
        kind: InteractionType,
        user: User,
        channel: Channel,
        data: dict[str, Any],
        *,
        locale: str,
        guild_locale: str | None,
        by_user_install: bool,
        source: Message | None = None,
    ) -> Interaction:
        """Keep something that a member did, with a token to answer it."""
        guild = channel.guild
        owner = {"1": user.id} if by_user_install else {"0": guild.id if guild else 0}
        number = self.new_id()
        interaction = Interaction(
            number,
            f"interaction-token-{number}",
            kind,
            user,
            channel,
            data,
            locale,
            guild_locale or (guild.preferred_locale if guild else None),
            context_of(channel, self.bot),
            {kind_of_install: str(number) for kind_of_install, number in owner.items()},
            source,
        )
        self.interactions[number] = interaction
        return interaction

    def interaction_of(self, token: str) -> Interaction:
        """The interaction with a token. Raises `ApiError` 10015, and 50027 where it expired."""
        for interaction in self.interactions.values():
            if interaction.token == token:
                if interaction.expired:
                    raise api_error(50027)
                return interaction
        raise api_error(10015)
