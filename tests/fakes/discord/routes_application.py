"""The bot itself: its user, its application, the gateway's address, its commands."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.call import Call, Reply, Row
from tests.fakes.discord.command_limits import CHAT_INPUT, check_commands
from tests.fakes.discord.core import Core
from tests.fakes.discord.errors import api_error


async def own_user(core: Core, call: Call) -> Reply:
    return Reply(body=payloads.own_user_json(core.state.bot))


async def user(core: Core, call: Call) -> Reply:
    return Reply(body=payloads.user_json(core.state.user(call.number("user_id"))))


async def own_application(core: Core, call: Call) -> Reply:
    state = core.state
    return Reply(body=payloads.application_json(state.application, state.bot, state.owner))


async def gateway(core: Core, call: Call) -> Reply:
    return Reply(body={"url": core.gateway_url})


async def gateway_bot(core: Core, call: Call) -> Reply:
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    return Reply(
        body={"url": core.gateway_url, "shards": core.gateway.shards, "session_start_limit": limit}
    )


async def list_commands(core: Core, call: Call) -> Reply:
    _check_application(core, call)
    commands = list(core.state.commands.values())
    if not call.asks("with_localizations"):
        hidden = ("name_localizations", "description_localizations")
        commands = [{key: row[key] for key in row if key not in hidden} for row in commands]
    return Reply(body=commands)


async def overwrite_commands(core: Core, call: Call) -> Reply:
    """Replace all global commands; one that keeps its name and type keeps its number."""
    _check_application(core, call)
    check_commands(call.body)
    known = {(row["type"], row["name"]): row for row in core.state.commands.values()}
    kept = {}
    for body in call.body:
        before = known.get((body.get("type") or CHAT_INPUT, body["name"]))
        command = _command(core, body, int(before["id"]) if before else core.state.new_id())
        kept[int(command["id"])] = command
    core.state.commands = kept
    core.watch.notify()
    return Reply(body=list(kept.values()))


async def create_command(core: Core, call: Call) -> Reply:
    _check_application(core, call)
    others = [
        row
        for row in core.state.commands.values()
        if (row["type"], row["name"]) != (call.body.get("type") or CHAT_INPUT, call.body["name"])
    ]
    check_commands([*others, call.body])
    command = _command(core, call.body, core.state.new_id())
    core.state.commands = {int(row["id"]): row for row in [*others, command]}
    core.watch.notify()
    return Reply(201, command)


async def get_command(core: Core, call: Call) -> Reply:
    _check_application(core, call)
    command = core.state.commands.get(call.number("command_id"))
    if command is None:
        raise api_error(10063)
    return Reply(body=command)


async def delete_command(core: Core, call: Call) -> Reply:
    await get_command(core, call)
    del core.state.commands[call.number("command_id")]
    return Reply(204)


def _check_application(core: Core, call: Call) -> None:
    if call.number("application_id") != core.state.application.id:
        raise api_error(10002)


def _command(core: Core, body: dict[str, Any], number: int) -> dict[str, Any]:
    """A command as Discord answers it: complete, with its numbers."""
    permissions = body.get("default_member_permissions")
    return {
        "id": str(number),
        "application_id": str(core.state.application.id),
        "version": str(core.state.new_id()),
        "type": body.get("type") or CHAT_INPUT,
        "name": body["name"],
        "name_localizations": body.get("name_localizations"),
        "description": body.get("description") or "",
        "description_localizations": body.get("description_localizations"),
        "default_member_permissions": None if permissions is None else str(permissions),
        "dm_permission": body.get("dm_permission", True),
        "contexts": body.get("contexts"),
        "integration_types": body.get("integration_types") or [0],
        "options": body.get("options") or [],
        "nsfw": body.get("nsfw", False),
    }


ROWS: tuple[Row, ...] = (
    ("GET", "/users/@me", own_user),
    ("GET", "/users/{user_id}", user),
    ("GET", "/applications/@me", own_application),
    ("GET", "/oauth2/applications/@me", own_application),
    ("GET", "/gateway", gateway),
    ("GET", "/gateway/bot", gateway_bot),
    ("GET", "/applications/{application_id}/commands", list_commands),
    ("PUT", "/applications/{application_id}/commands", overwrite_commands),
    ("POST", "/applications/{application_id}/commands", create_command),
    ("GET", "/applications/{application_id}/commands/{command_id}", get_command),
    ("DELETE", "/applications/{application_id}/commands/{command_id}", delete_command),
)
