"""The state as Discord's JSON. Numbers are strings, moments are ISO 8601."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.fakes.discord import permissions
from tests.fakes.discord.model import (
    DM,
    Application,
    Channel,
    Guild,
    Interaction,
    InteractionType,
    Member,
    Message,
    Overwrite,
    Role,
    User,
)

FILE_LIMIT = 10 * 1024 * 1024


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


def message_json(message: Message, *, with_content: bool = True) -> dict[str, Any]:
    """A message, as the API shows it; without content, as one without the intent sees it."""
    payload: dict[str, Any] = {
        "id": str(message.id),
        "channel_id": str(message.channel.id),
        "type": _message_type(message),
        "author": user_json(message.author),
        "timestamp": moment(message.timestamp),
        "edited_timestamp": moment(message.edited),
        "content": message.content if with_content else "",
        "embeds": message.embeds if with_content else [],
        "components": message.components if with_content else [],
        "attachments": message.attachments if with_content else [],
        "mentions": [user_json(user) for user in message.mentions],
        "mention_roles": [str(number) for number in message.mention_roles],
        "mention_everyone": message.mention_everyone,
        "pinned": False,
        "tts": False,
        "flags": message.flags,
    }
    if message.nonce is not None:
        payload["nonce"] = message.nonce
    if message.interaction is not None:
        payload["application_id"] = payload["webhook_id"] = str(message.author.id)
        payload["interaction_metadata"] = interaction_metadata_json(message.interaction)
    if message.reply_to is not None:
        payload |= _reply_json(message.reply_to, with_content=with_content)
    return payload


def _message_type(message: Message) -> int:
    if message.reply_to is not None:
        return 19
    if message.interaction is not None and message.interaction.type is InteractionType.COMMAND:
        return 20
    return 0


def _reply_json(replied: Message, *, with_content: bool) -> dict[str, Any]:
    reference = {
        "type": 0,
        "channel_id": str(replied.channel.id),
        "message_id": str(replied.id),
    }
    if replied.channel.guild is not None:
        reference["guild_id"] = str(replied.channel.guild.id)
    if replied.deleted:
        return {"message_reference": reference, "referenced_message": None}
    shown = {**message_json(replied, with_content=with_content)}
    shown.pop("referenced_message", None)
    return {"message_reference": reference, "referenced_message": shown}


def message_event_json(message: Message, *, with_content: bool) -> dict[str, Any]:
    """A message, as the gateway tells of it: with its guild and its author's membership."""
    payload = message_json(message, with_content=with_content)
    guild = message.channel.guild
    if guild is None:
        return payload
    payload["guild_id"] = str(guild.id)
    if author := guild.members.get(message.author.id):
        payload["member"] = member_json(author, with_user=False)
    for shown, user in zip(payload["mentions"], message.mentions, strict=True):
        if mentioned := guild.members.get(user.id):
            shown["member"] = member_json(mentioned, with_user=False)
    return payload


def interaction_metadata_json(interaction: Interaction) -> dict[str, Any]:
    """Where a message that answers an interaction comes from."""
    metadata: dict[str, Any] = {
        "id": str(interaction.id),
        "type": interaction.type.value,
        "user": user_json(interaction.user),
        "authorizing_integration_owners": interaction.owners,
    }
    if interaction.source is not None and interaction.type is InteractionType.COMPONENT:
        metadata["interacted_message_id"] = str(interaction.source.id)
    return metadata


def interaction_json(interaction: Interaction, bot: User) -> dict[str, Any]:
    """An interaction, as the gateway tells of it."""
    channel, guild = interaction.channel, interaction.guild
    user_bits = permissions.channel_permissions(channel, interaction.user)
    payload: dict[str, Any] = {
        "id": str(interaction.id),
        "application_id": str(bot.id),
        "type": interaction.type.value,
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel": {**channel_json(channel, bot), "permissions": str(user_bits)},
        "channel_id": str(channel.id),
        "app_permissions": str(permissions.channel_permissions(channel, bot)),
        "locale": interaction.locale,
        "context": interaction.context,
        "authorizing_integration_owners": interaction.owners,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": FILE_LIMIT,
    }
    if guild is None:
        payload["user"] = user_json(interaction.user)
    else:
        member = member_json(guild.members[interaction.user.id])
        payload |= {
            "guild_id": str(guild.id),
            "guild_locale": interaction.guild_locale,
            "guild": {
                "id": str(guild.id),
                "locale": interaction.guild_locale,
                "features": [],
            },
            "member": {**member, "permissions": str(user_bits)},
        }
    if interaction.source is not None:
        payload["message"] = message_json(interaction.source)
    return payload
