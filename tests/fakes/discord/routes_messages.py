"""Messages of a channel, and their reactions."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import permissions
from tests.fakes.discord.call import Call, Reply, Row
from tests.fakes.discord.compose import edit_message, new_message
from tests.fakes.discord.core import Core
from tests.fakes.discord.errors import api_error
from tests.fakes.discord.message_payloads import message_json
from tests.fakes.discord.model import DM, Channel, Message, MessageContentIntent

PAGE, LARGEST_PAGE = 50, 100


async def create(core: Core, call: Call) -> Reply:
    """Post a message; with `enforce_nonce`, a known nonce gives the message that stands."""
    channel = core.state.channel(call.number("channel_id"))
    body: dict[str, Any] = call.body or {}
    _check_may_post(core, channel, body, call.files)
    if body.get("enforce_nonce") and (same := _with_nonce(core, channel, body.get("nonce"))):
        return Reply(body=message_json(same))
    message = new_message(core, channel, core.state.bot, body, call.files)
    await core.tell_message(message)
    return Reply(body=message_json(message))


async def get(core: Core, call: Call) -> Reply:
    return Reply(body=_shown(core, _message(core, call)))


async def edit(core: Core, call: Call) -> Reply:
    message = _message(core, call)
    if message.author is not core.state.bot:
        raise api_error(50005)
    edit_message(core, message, call, call.body or {})
    await core.tell_message(message, "MESSAGE_UPDATE")
    return Reply(body=message_json(message))


async def delete(core: Core, call: Call) -> Reply:
    message = _message(core, call)
    if message.author is not core.state.bot:
        permissions.require(message.channel, core.state.bot, permissions.MANAGE_MESSAGES)
    await remove(core, message)
    return Reply(204)


async def remove(core: Core, message: Message) -> None:
    """Delete a message and tell of it."""
    message.deleted = True
    message.channel.messages.pop(message.id, None)
    if message.ephemeral:
        core.watch.notify()
    else:
        await core.tell_deleted(message)


async def history(core: Core, call: Call) -> Reply:
    """The channel's messages, newest first."""
    channel = core.state.channel(call.number("channel_id"))
    permissions.require(channel, core.state.bot, permissions.READ_MESSAGE_HISTORY)
    limit = int(call.query.get("limit", PAGE))
    if not 1 <= limit <= LARGEST_PAGE:
        raise api_error(50035)
    stood = [each for _, each in sorted(channel.messages.items()) if not each.ephemeral]
    page = _page(stood, call.query, limit)
    return Reply(body=[_shown(core, message) for message in reversed(page)])


def _page(stood: list[Message], query: dict[str, str], limit: int) -> list[Message]:
    """A page of messages that are sorted oldest first."""
    if "after" in query:
        return [each for each in stood if each.id > int(query["after"])][:limit]
    if "around" in query:
        middle = int(query["around"])
        older = [each for each in stood if each.id < middle][-(limit // 2) :]
        return [*older, *(each for each in stood if each.id >= middle)][:limit]
    if "before" in query:
        stood = [each for each in stood if each.id < int(query["before"])]
    return stood[-limit:]


async def react(core: Core, call: Call) -> Reply:
    message = _message(core, call)
    permissions.require(message.channel, core.state.bot, permissions.ADD_REACTIONS)
    message.reactions.setdefault(call.places["emoji_name"], set()).add(core.state.bot.id)
    core.watch.notify()
    return Reply(204)


async def take_reaction_back(core: Core, call: Call) -> Reply:
    message = _message(core, call)
    message.reactions.get(call.places["emoji_name"], set()).discard(core.state.bot.id)
    core.watch.notify()
    return Reply(204)


def _message(core: Core, call: Call) -> Message:
    channel = core.state.channel(call.number("channel_id"))
    permissions.require(channel, core.state.bot, 0)
    return core.state.message(channel, call.number("message_id"))


def _shown(core: Core, message: Message) -> dict[str, Any]:
    may_read = core.state.application.message_content is not MessageContentIntent.OFF
    visible = core.shows_content(message, may_read=may_read)
    return message_json(message, with_content=visible)


def _check_may_post(
    core: Core, channel: Channel, body: dict[str, Any], files: tuple[str, ...]
) -> None:
    bot = core.state.bot
    if channel.type == DM:
        if not all(user.accepts_dms for user in channel.recipients):
            raise api_error(50007)
        return
    needed = permissions.SEND_MESSAGES
    needed |= permissions.EMBED_LINKS if body.get("embeds") else 0
    needed |= permissions.ATTACH_FILES if files else 0
    permissions.require(channel, bot, needed)


def _with_nonce(core: Core, channel: Channel, nonce: object) -> Message | None:
    """The bot's message with a nonce, in this channel."""
    if nonce is None:
        return None
    sent = (each for each in channel.messages.values() if each.author is core.state.bot)
    return next((each for each in sent if str(each.nonce) == str(nonce)), None)


ONE = "/channels/{channel_id}/messages/{message_id}"
ROWS: tuple[Row, ...] = (
    ("GET", "/channels/{channel_id}/messages", history),
    ("POST", "/channels/{channel_id}/messages", create),
    ("GET", ONE, get),
    ("PATCH", ONE, edit),
    ("DELETE", ONE, delete),
    ("PUT", ONE + "/reactions/{emoji_name}/@me", react),
    ("DELETE", ONE + "/reactions/{emoji_name}/@me", take_reaction_back),
)
