"""Messages and interactions as Discord's JSON."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import payloads, permissions
from tests.fakes.discord.model import Interaction, InteractionType, Message, User

FILE_LIMIT = 10 * 1024 * 1024
"""Bytes of a file that the bot may send."""

REPLY, SLASH_ANSWER = 19, 20
"""Types of messages; all others here are of type 0."""


def message_json(message: Message, *, with_content: bool = True) -> dict[str, Any]:
    """A message, as the API shows it; without content, as one without the intent sees it."""
    payload: dict[str, Any] = {
        "id": str(message.id),
        "channel_id": str(message.channel.id),
        "type": _message_type(message),
        "author": payloads.user_json(message.author),
        "timestamp": payloads.moment(message.timestamp),
        "edited_timestamp": payloads.moment(message.edited),
        "content": message.content if with_content else "",
        "embeds": message.embeds if with_content else [],
        "components": message.components if with_content else [],
        "attachments": message.attachments if with_content else [],
        "mentions": [payloads.user_json(user) for user in message.mentions],
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
        return REPLY
    if message.interaction is not None and message.interaction.type is InteractionType.COMMAND:
        return SLASH_ANSWER
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
        payload["member"] = payloads.member_json(author, with_user=False)
    for shown, user in zip(payload["mentions"], message.mentions, strict=True):
        if mentioned := guild.members.get(user.id):
            shown["member"] = payloads.member_json(mentioned, with_user=False)
    return payload


def interaction_metadata_json(interaction: Interaction) -> dict[str, Any]:
    """Where a message that answers an interaction comes from."""
    metadata: dict[str, Any] = {
        "id": str(interaction.id),
        "type": interaction.type.value,
        "user": payloads.user_json(interaction.user),
        "authorizing_integration_owners": interaction.owners,
    }
    if interaction.source is not None and interaction.type is InteractionType.COMPONENT:
        metadata["interacted_message_id"] = str(interaction.source.id)
    if interaction.trigger is not None:
        metadata["triggering_interaction_metadata"] = interaction_metadata_json(interaction.trigger)
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
        "channel": {**payloads.channel_json(channel, bot), "permissions": str(user_bits)},
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
        payload["user"] = payloads.user_json(interaction.user)
    else:
        member = payloads.member_json(guild.members[interaction.user.id])
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
