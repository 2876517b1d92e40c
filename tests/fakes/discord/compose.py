"""From a request's body to a message: its mentions, attachments and flags."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import limits, permissions
from tests.fakes.discord.call import Call
from tests.fakes.discord.core import Core
from tests.fakes.discord.errors import ApiError, api_error
from tests.fakes.discord.mentions import read_mentions
from tests.fakes.discord.model import COMPONENTS_V2, EPHEMERAL, Channel, Interaction, Message, User

EDITABLE = ("content", "embeds", "components")


def new_message(
    core: Core,
    channel: Channel,
    author: User,
    body: dict[str, Any],
    files: tuple[str, ...] = (),
    *,
    interaction: Interaction | None = None,
) -> Message:
    """Make a message of a body and keep it. Raises `ApiError` where a limit is broken."""
    limits.check_message({**body, "attachments": body.get("attachments") or list(files)})
    message = Message(
        core.state.new_id(),
        channel,
        author,
        core.state.now(),
        flags=body.get("flags") or 0,
        nonce=body.get("nonce"),
        reply_to=_replied(core, channel, body),
        interaction=interaction,
    )
    write(core, message, body, files)
    return core.state.add_message(message)


def edit_message(core: Core, message: Message, call: Call, body: dict[str, Any]) -> None:
    """Change a message. Raises `ApiError` where a limit is broken."""
    now = {key: getattr(message, key) for key in EDITABLE}
    after = {**now, **body, "flags": message.flags | (body.get("flags") or 0)}
    after["attachments"] = body.get("attachments", message.attachments) or list(call.files)
    limits.check_message(after)
    write(core, message, body, call.files)
    message.edited = core.state.now()


def write(core: Core, message: Message, body: dict[str, Any], files: tuple[str, ...]) -> None:
    """Put what a body says into a message; keys that are absent change nothing."""
    if "content" in body:
        message.content = (body["content"] or "").strip()
    if "embeds" in body:
        message.embeds = [{"type": "rich", **embed} for embed in body["embeds"] or []]
    if "components" in body:
        message.components = _numbered(body["components"] or [])
    if "attachments" in body or files:
        message.attachments = _attachments(core, body.get("attachments") or [], files)
    if "flags" in body:
        kept = message.flags & (EPHEMERAL | COMPONENTS_V2)
        message.flags = (body["flags"] or 0) | kept
    if "content" in body or message.edited is None:
        _notify(core, message, body)


def _notify(core: Core, message: Message, body: dict[str, Any]) -> None:
    bits = permissions.channel_permissions(message.channel, message.author)
    mentions = read_mentions(
        message.content,
        body.get("allowed_mentions"),
        may_mention_everyone=bool(bits & permissions.MENTION_EVERYONE),
        replied=message.reply_to.author.id if message.reply_to else None,
    )
    core.state.notify(message, mentions)


def _replied(core: Core, channel: Channel, body: dict[str, Any]) -> Message | None:
    reference = body.get("message_reference")
    if not reference:
        return None
    replied = channel.messages.get(int(reference["message_id"]))
    if replied is not None:
        if channel.guild is not None:
            permissions.require(channel, core.state.bot, permissions.READ_MESSAGE_HISTORY)
        return replied
    if not reference.get("fail_if_not_exists", True):
        return None
    refused: ApiError = api_error(50035)
    words = {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
    refused.errors = {"message_reference": {"_errors": [words]}}
    raise refused


def _numbered(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The components with the numbers that Discord gives to those that have none."""
    count = 0

    def numbered(component: dict[str, Any]) -> dict[str, Any]:
        nonlocal count
        count += 1
        copy = {**component, "id": component.get("id") or count}
        if "components" in copy:
            copy["components"] = [numbered(each) for each in copy["components"]]
        return copy

    return [numbered(component) for component in components]


def _attachments(
    core: Core, described: list[dict[str, Any]], files: tuple[str, ...]
) -> list[dict[str, Any]]:
    kept = [each for each in described if int(each["id"]) >= len(files)]
    made = []
    for name in files:
        number = str(core.state.new_id())
        url = f"{core.api_url}/attachments/{number}/{name}"
        made.append({"id": number, "filename": name, "size": 1, "url": url, "proxy_url": url})
    return [*kept, *made]
