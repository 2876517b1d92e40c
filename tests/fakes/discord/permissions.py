"""Who may do what: Discord's permission bits, roles and channel overwrites."""

from __future__ import annotations

from tests.fakes.discord.errors import api_error
from tests.fakes.discord.model import Channel, Guild, User

ADD_REACTIONS = 1 << 6
ADMINISTRATOR = 1 << 3
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
USE_APPLICATION_COMMANDS = 1 << 31

ALL = (1 << 53) - 1
BASIC = (
    VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | ADD_REACTIONS
    | USE_APPLICATION_COMMANDS
)
"""What `@everyone` has in a guild that nobody configured."""


def guild_permissions(guild: Guild, user: User) -> int:
    """The bits that a user has in a guild, before any channel's overwrites."""
    if guild.owner is user:
        return ALL
    member = guild.members.get(user.id)
    bits = guild.everyone.permissions
    for role in member.roles if member else ():
        bits |= role.permissions
    return ALL if bits & ADMINISTRATOR else bits


def channel_permissions(channel: Channel, user: User) -> int:
    """The bits that a user has in a channel; in direct messages, the basic ones."""
    guild = channel.guild
    if guild is None:
        return BASIC
    bits = guild_permissions(guild, user)
    if bits == ALL:
        return bits
    member = guild.members.get(user.id)
    role_ids = {role.id for role in member.roles} if member else set()
    for targets in ({guild.id}, role_ids, {user.id}):
        allow = deny = 0
        for overwrite in channel.overwrites:
            if overwrite.target in targets:
                allow |= overwrite.allow
                deny |= overwrite.deny
        bits = bits & ~deny | allow
    return bits


def require(channel: Channel, user: User, needed: int) -> None:
    """Refuse, as Discord does, what a user may not do in a channel.

    Raises:
        ApiError: 50001 where the channel cannot be seen, 50013 where something else is missing.
    """
    bits = channel_permissions(channel, user)
    if not bits & VIEW_CHANNEL:
        raise api_error(50001)
    if bits & needed != needed:
        raise api_error(50013)
