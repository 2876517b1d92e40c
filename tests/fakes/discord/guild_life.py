"""What becomes of guilds: the bot is invited or removed, moderators change things."""

from __future__ import annotations

from tests.fakes.discord import payloads
from tests.fakes.discord.core import Core
from tests.fakes.discord.gateway import GUILDS
from tests.fakes.discord.model import Channel, Guild


class GuildLife(Core):
    """A loopback Discord whose guilds change."""

    async def bot_joins(self, guild: Guild) -> None:
        """Somebody invites the bot."""
        self.state.add_member(guild, self.state.bot)
        shown = payloads.guild_create_json(guild, self.state.bot)
        await self._tell("GUILD_CREATE", shown, guild)

    async def bot_leaves(self, guild: Guild) -> None:
        """Somebody removes the bot."""
        del guild.members[self.state.bot.id]
        await self._tell("GUILD_DELETE", {"id": str(guild.id)}, guild)

    async def guild_speaks(self, guild: Guild, preferred_locale: str) -> None:
        """A moderator sets the guild's language."""
        guild.preferred_locale = preferred_locale
        await self._tell("GUILD_UPDATE", payloads.guild_json(guild), guild)

    async def channel_goes(self, channel: Channel) -> None:
        """A moderator deletes a channel."""
        assert channel.guild is not None
        shown = payloads.channel_json(channel, self.state.bot)
        del self.state.channels[channel.id], channel.guild.channels[channel.id]
        await self._tell("CHANNEL_DELETE", shown, channel.guild)

    async def _tell(self, event: str, data: dict[str, object], guild: Guild) -> None:
        await self.gateway.dispatch(event, lambda _: dict(data), intent=GUILDS, guild=guild)
        self.watch.notify()
