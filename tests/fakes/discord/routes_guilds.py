"""Guilds, members, channels, and the opening of direct messages."""

from __future__ import annotations

from tests.fakes.discord import payloads
from tests.fakes.discord.call import Call, Reply, Row
from tests.fakes.discord.core import Core
from tests.fakes.discord.errors import api_error
from tests.fakes.discord.permissions import SEND_MESSAGES, require


async def get_guild(core: Core, call: Call) -> Reply:
    return Reply(body=payloads.guild_json(core.state.guild(call.number("guild_id"))))


async def get_guild_channels(core: Core, call: Call) -> Reply:
    guild = core.state.guild(call.number("guild_id"))
    channels = guild.channels.values()
    return Reply(body=[payloads.channel_json(channel, core.state.bot) for channel in channels])


async def get_member(core: Core, call: Call) -> Reply:
    guild = core.state.guild(call.number("guild_id"))
    user = core.state.user(call.number("user_id"))
    if user.id not in guild.members:
        raise api_error(10007)
    return Reply(body=payloads.member_json(guild.members[user.id]))


async def get_channel(core: Core, call: Call) -> Reply:
    channel = core.state.channel(call.number("channel_id"))
    require(channel, core.state.bot, 0)
    return Reply(body=payloads.channel_json(channel, core.state.bot))


async def open_direct_messages(core: Core, call: Call) -> Reply:
    user = core.state.user(int(call.body["recipient_id"]))
    if user.bot:
        raise api_error(50007)
    channel = core.state.direct_messages(user)
    return Reply(body=payloads.channel_json(channel, core.state.bot))


async def type_(core: Core, call: Call) -> Reply:
    channel = core.state.channel(call.number("channel_id"))
    require(channel, core.state.bot, SEND_MESSAGES)
    channel.typing += 1
    core.watch.notify()
    return Reply(204)


ROWS: tuple[Row, ...] = (
    ("GET", "/guilds/{guild_id}", get_guild),
    ("GET", "/guilds/{guild_id}/channels", get_guild_channels),
    ("GET", "/guilds/{guild_id}/members/{user_id}", get_member),
    ("GET", "/channels/{channel_id}", get_channel),
    ("POST", "/channels/{channel_id}/typing", type_),
    ("POST", "/users/@me/channels", open_direct_messages),
)
