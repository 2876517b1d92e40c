"""Answers to interactions: the callback, the first response and the follow-ups."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord.call import Call, Reply, Row
from tests.fakes.discord.compose import edit_message, new_message
from tests.fakes.discord.core import Core
from tests.fakes.discord.errors import api_error
from tests.fakes.discord.forms import Form
from tests.fakes.discord.message_payloads import message_json
from tests.fakes.discord.model import (
    EPHEMERAL,
    LOADING,
    Interaction,
    InteractionType,
    Message,
)
from tests.fakes.discord.routes_messages import remove

PONG, MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9
ALLOWED = {
    InteractionType.COMMAND: {MESSAGE, DEFERRED_MESSAGE, MODAL},
    InteractionType.COMPONENT: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL},
    InteractionType.AUTOCOMPLETE: {CHOICES},
    InteractionType.MODAL: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE},
}
MOST_CHOICES, CHOICE_LENGTH = 25, 100


async def callback(core: Core, call: Call) -> Reply:
    """The first answer to an interaction; there is one only."""
    interaction = core.state.interactions.get(call.number("interaction_id"))
    if interaction is None or interaction.expired:
        raise api_error(10062)
    if interaction.token != call.places["interaction_token"]:
        raise api_error(10062)
    if interaction.callback is not None:
        raise api_error(40060)
    kind = call.body["type"]
    if kind not in ALLOWED[interaction.type]:
        raise api_error(50035)
    await _answer(core, interaction, call, kind, call.body.get("data") or {})
    interaction.callback = call.body
    core.watch.notify()
    if not call.asks("with_response"):
        return Reply(204)
    return Reply(body=_callback_json(interaction, kind))


async def _answer(
    core: Core, interaction: Interaction, call: Call, kind: int, data: dict[str, Any]
) -> None:
    bot = core.state.bot
    if kind == MESSAGE:
        message = new_message(
            core, interaction.channel, bot, data, call.files, interaction=interaction
        )
        interaction.response = message
        await _tell(core, message)
    elif kind == DEFERRED_MESSAGE:
        flags = LOADING | ((data.get("flags") or 0) & EPHEMERAL)
        message = Message(
            core.state.new_id(),
            interaction.channel,
            bot,
            core.state.now(),
            flags=flags,
            interaction=interaction,
        )
        interaction.response = core.state.add_message(message)
        await _tell(core, message)
    elif kind in (DEFERRED_UPDATE, UPDATE):
        interaction.response = interaction.source
        if kind == UPDATE and interaction.source is not None:
            edit_message(core, interaction.source, call, data)
            await _tell(core, interaction.source, "MESSAGE_UPDATE")
    elif kind == CHOICES:
        _check_choices(data.get("choices") or [])


def _check_choices(choices: list[dict[str, Any]]) -> None:
    form = Form()
    form.few(("data", "choices"), choices, MOST_CHOICES)
    for place, choice in enumerate(choices):
        form.between(("data", "choices", place, "name"), choice.get("name"), 1, CHOICE_LENGTH)
        if isinstance(choice.get("value"), str):
            form.at_most(("data", "choices", place, "value"), choice["value"], CHOICE_LENGTH)
    form.check()


def _callback_json(interaction: Interaction, kind: int) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": str(interaction.id), "type": interaction.type.value}
    message = interaction.response
    if message is None:
        return {"interaction": shown}
    shown |= {
        "response_message_id": str(message.id),
        "response_message_loading": message.loading,
        "response_message_ephemeral": message.ephemeral,
        "channel_id": str(interaction.channel.id),
    }
    if interaction.guild is not None:
        shown["guild_id"] = str(interaction.guild.id)
    if kind not in (MESSAGE, UPDATE):
        return {"interaction": shown}
    resource = {"type": kind, "message": message_json(message)}
    return {"interaction": shown, "resource": resource}


async def follow_up(core: Core, call: Call) -> Reply:
    """Send a further message; after a deferred answer the first one takes its place."""
    interaction = _interaction(core, call)
    body = {**(call.body or {})}
    message = interaction.response
    if message is not None and message.loading:
        _fill(core, message, call, body)
        await _tell(core, message, "MESSAGE_UPDATE")
    else:
        bot = core.state.bot
        message = new_message(
            core, interaction.channel, bot, body, call.files, interaction=interaction
        )
        await _tell(core, message)
    interaction.followups.append(message)
    core.watch.notify()
    return Reply(body=message_json(message)) if call.asks("wait") else Reply(204)


def _fill(core: Core, message: Message, call: Call, body: dict[str, Any]) -> None:
    """Put a body into a message that is still loading; whether it is ephemeral was said before."""
    edit_message(core, message, call, {**body, "flags": 0})
    message.flags &= ~LOADING
    message.edited = None


async def get_message(core: Core, call: Call) -> Reply:
    return Reply(body=message_json(_message(core, call)))


async def edit(core: Core, call: Call) -> Reply:
    message = _message(core, call)
    if message.loading:
        _fill(core, message, call, call.body or {})
    else:
        edit_message(core, message, call, call.body or {})
    await _tell(core, message, "MESSAGE_UPDATE")
    return Reply(body=message_json(message))


async def delete(core: Core, call: Call) -> Reply:
    await remove(core, _message(core, call))
    return Reply(204)


def _interaction(core: Core, call: Call) -> Interaction:
    if call.number("webhook_id") != core.state.application.id:
        raise api_error(10015)
    interaction = core.state.interaction_of(call.places["webhook_token"])
    if interaction.callback is None:
        raise api_error(10015)
    return interaction


def _message(core: Core, call: Call) -> Message:
    """The message that a path names, `@original` being the first response."""
    interaction = _interaction(core, call)
    message = interaction.response
    if "message_id" in call.places:
        number = call.number("message_id")
        made = [*interaction.followups, *([message] if message else [])]
        message = next((each for each in made if each.id == number), None)
    if message is None or message.deleted:
        raise api_error(10008)
    return message


async def _tell(core: Core, message: Message, event: str = "MESSAGE_CREATE") -> None:
    """Tell of a message, unless only one member sees it."""
    if message.ephemeral:
        core.watch.notify()
    else:
        await core.tell_message(message, event)


HOOK = "/webhooks/{webhook_id}/{webhook_token}"
ROWS: tuple[Row, ...] = (
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", callback),
    ("POST", HOOK, follow_up),
    ("GET", HOOK + "/messages/@original", get_message),
    ("PATCH", HOOK + "/messages/@original", edit),
    ("DELETE", HOOK + "/messages/@original", delete),
    ("GET", HOOK + "/messages/{message_id}", get_message),
    ("PATCH", HOOK + "/messages/{message_id}", edit),
    ("DELETE", HOOK + "/messages/{message_id}", delete),
)
