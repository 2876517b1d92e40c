"""Users, guilds and channels as Discord's JSON. Numbers are strings, moments are ISO 8601."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.fakes.discord.model import (
    DM,
    Application,
    Channel,
    Guild,
    Member,
    Overwrite,
    Role,
    User,
)


def moment(at: datetime | None) -> str | None:
    """A moment as text, with microseconds as Discord writes them."""
    return at.isoformat(timespec="microseconds") if at else None


def user_json(user: User) -> dict[str, Any]:
    """A user."""
    return {
        "id": str(user.id),
        "username": user.name,
        "discriminator": "0",
        "global_name": None if user.bot else user.name.title(),
        "avatar": None,
        "bot": user.bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def own_user_json(user: User) -> dict[str, Any]:
    """The bot's own user, as `/users/@me` shows it."""
    return {
        **user_json(user),
        "email": None,
        "mfa_enabled": True,
        "verified": True,
        "locale": "en-US",
    }


def application_json(application: Application, bot: User, owner: User) -> dict[str, Any]:
    """The application of the bot."""
    return {
        "id": str(application.id),
        "name": application.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user_json(bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": application.flags,
        "flags_new": str(application.flags),
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user_json(owner),
        "team": None,
    }


def role_json(role: Role) -> dict[str, Any]:
    """A role."""
    return {
        "id": str(role.id),
        "name": role.name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "description": None,
        "position": role.position,
        "permissions": str(role.permissions),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def member_json(member: Member, *, with_user: bool = True) -> dict[str, Any]:
    """A member; a message's member comes without its user."""
    payload: dict[str, Any] = {
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": moment(member.joined_at),
        "nick": None,
        "pending": False,
        "premium_since": None,
        "roles": [str(role.id) for role in member.roles],
        "deaf": False,
        "mute": False,
    }
    return {**payload, "user": user_json(member.user)} if with_user else payload


def overwrite_json(overwrite: Overwrite) -> dict[str, Any]:
    """What a channel allows and denies."""
    return {
        "id": str(overwrite.target),
        "type": 0 if overwrite.is_role else 1,
        "allow": str(overwrite.allow),
        "deny": str(overwrite.deny),
    }


def channel_json(channel: Channel, bot: User) -> dict[str, Any]:
    """A channel, as the bot sees it: its direct messages do not list the bot."""
    last = max(channel.messages, default=None)
    payload: dict[str, Any] = {
        "id": str(channel.id),
        "type": channel.type,
        "last_message_id": str(last) if last else None,
        "flags": 0,
    }
    if channel.type == DM:
        others = [user for user in channel.recipients if user is not bot]
        return {**payload, "recipients": [user_json(user) for user in others]}
    position = list(channel.guild.channels).index(channel.id) if channel.guild else 0
    return {
        **payload,
        "guild_id": str(channel.guild.id) if channel.guild else None,
        "name": channel.name,
        "position": position,
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "permission_overwrites": [overwrite_json(each) for each in channel.overwrites],
    }


def guild_json(guild: Guild) -> dict[str, Any]:
    """A guild, as `/guilds/{guild_id}` shows it."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "icon": None,
        "description": None,
        "home_header": None,
        "splash": None,
        "discovery_splash": None,
        "features": [],
        "banner": None,
        "owner_id": str(guild.owner.id),
        "application_id": None,
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "widget_channel_id": None,
        "verification_level": 0,
        "roles": [role_json(role) for role in guild.roles.values()],
        "default_message_notifications": 0,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_presences": None,
        "max_members": 500_000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "vanity_url_code": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": guild.preferred_locale,
        "rules_channel_id": None,
        "safety_alerts_channel_id": None,
        "public_updates_channel_id": None,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "emojis": [],
        "stickers": [],
        "incidents_data": None,
    }


def guild_create_json(guild: Guild, bot: User) -> dict[str, Any]:
    """A guild, as the gateway announces it; of its members, the bot alone."""
    own = guild.members[bot.id]
    return {
        **guild_json(guild),
        "joined_at": moment(own.joined_at),
        "large": False,
        "unavailable": False,
        "member_count": len(guild.members),
        "voice_states": [],
        "members": [member_json(own)],
        "channels": [channel_json(channel, bot) for channel in guild.channels.values()],
        "threads": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }
