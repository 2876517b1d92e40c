"""From what a member types in the slash menu to the data of an interaction.

Refuses with `NotOfferedError` what Discord's own client would not let a member do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.model import Channel, Member, Role, User
from tests.fakes.discord.permissions import ADMINISTRATOR, channel_permissions
from tests.fakes.discord.state import context_of

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN = 1, 2, 3, 4, 5
USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = 6, 7, 8, 9, 10
GUILD_INSTALL, USER_INSTALL = 0, 1
LONGEST_TEXT = 6000

Options = Mapping[str, Any]
"""Option names, plain or as the member's language has them, with what the member gave."""


class NotOfferedError(AssertionError):
    """Discord would not have offered this to the member: the test or the bot is wrong."""


def find_command(
    commands: dict[int, dict[str, Any]], name: str | int, locale: str
) -> dict[str, Any]:
    """The registered command with this number, name or name in the member's language."""
    if isinstance(name, int):
        if name in commands:
            return commands[name]
    else:
        for command in commands.values():
            if name in names_of(command, locale):
                return command
    known = ", ".join(sorted(command["name"] for command in commands.values())) or "none"
    raise NotOfferedError(f"no slash command {name} is registered (there are: {known})")


def names_of(row: dict[str, Any], locale: str) -> tuple[str, ...]:
    """The names by which a member of this language can call a command, option or choice."""
    own = (row.get("name_localizations") or {}).get(locale)
    return (row["name"], own) if own else (row["name"],)


def check_present(channel: Channel, user: User) -> None:
    """Refuse a user who is not in a channel's guild or direct messages."""
    present = channel.guild.members if channel.guild else {each.id for each in channel.recipients}
    if user.id not in present:
        raise NotOfferedError(f"{user.name} is not there")


def check_offered(
    command: dict[str, Any], channel: Channel, user: User, bot: User, *, by_user_install: bool
) -> None:
    """Refuse a command where its `contexts`, `integration_types` or permissions do not put it."""
    install = USER_INSTALL if by_user_install else GUILD_INSTALL
    if install not in (command.get("integration_types") or [GUILD_INSTALL]):
        raise NotOfferedError(
            f"/{command['name']} is not for {'user' * install or 'guild'} installs"
        )
    guild = channel.guild
    if guild is not None and not by_user_install and bot.id not in guild.members:
        raise NotOfferedError(f"the bot is not in {guild.name}")
    context = context_of(channel, bot)
    contexts = command.get("contexts")
    if contexts is None:
        contexts = [0, 1, 2] if command.get("dm_permission", True) else [0]
    if context not in contexts:
        raise NotOfferedError(f"/{command['name']} is not offered in context {context}")
    needed = command.get("default_member_permissions")
    if guild is not None and needed is not None:
        bits = channel_permissions(channel, user)
        if bits & int(needed) != int(needed) or (int(needed) == 0 and not bits & ADMINISTRATOR):
            raise NotOfferedError(f"{user.name} may not use /{command['name']}")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a member typed. `focused` is the option under the cursor; `resolved` is filled here."""

    given: Options
    locale: str
    focused: str | None
    resolved: dict[str, Any]


def command_data(
    command: dict[str, Any],
    path: list[str],
    given: Options,
    *,
    locale: str,
    focused: str | None = None,
) -> dict[str, Any]:
    """The `data` of a command or autocomplete interaction.

    `path` are the names of sub-commands; `focused` is the option that is being typed.
    """
    typed = Typed(given, locale, focused, {})
    data: dict[str, Any] = {key: command[key] for key in ("id", "name", "type")}
    if rows := _rows(command, path, typed):
        data["options"] = rows
    if typed.resolved:
        data["resolved"] = typed.resolved
    return data


def _rows(node: dict[str, Any], path: list[str], typed: Typed) -> list[dict[str, Any]]:
    options = node.get("options") or []
    inner = [option for option in options if option["type"] in (SUBCOMMAND, GROUP)]
    if inner:
        fitting = (each for each in inner if path and path[0] in names_of(each, typed.locale))
        chosen = next(fitting, None)
        if chosen is None:
            raise NotOfferedError(f"{node['name']} needs one of its sub-commands")
        rows = _rows(chosen, path[1:], typed)
        return [{"type": chosen["type"], "name": chosen["name"], "options": rows}]
    if path:
        raise NotOfferedError(f"{node['name']} has no sub-command {path[0]}")
    return _values(node, options, typed)


def _values(
    node: dict[str, Any], options: list[dict[str, Any]], typed: Typed
) -> list[dict[str, Any]]:
    by_name = {name: option for option in options for name in names_of(option, typed.locale)}
    if unknown := set(typed.given) - set(by_name):
        raise NotOfferedError(f"/{node['name']} has no option {', '.join(sorted(unknown))}")
    rows = []
    for name, value in typed.given.items():
        option = by_name[name]
        row = {"name": option["name"], "type": option["type"]}
        if typed.focused in names_of(option, typed.locale):
            rows.append({**row, "value": value, "focused": True})
        else:
            rows.append({**row, "value": _value(option, value, typed.locale, typed.resolved)})
    present = {row["name"] for row in rows}
    missing = [each["name"] for each in options if each.get("required")]
    left = [name for name in missing if name not in present]
    if left and typed.focused is None:
        raise NotOfferedError(f"/{node['name']} needs {', '.join(left)}")
    return rows


def _value(option: dict[str, Any], value: Any, locale: str, resolved: dict[str, Any]) -> Any:
    name, kind = option["name"], option["type"]
    if choices := option.get("choices"):
        for choice in choices:
            if value == choice["value"] or value in names_of(choice, locale):
                return choice["value"]
        raise NotOfferedError(f"{value!r} is no choice of {name}")
    if isinstance(value, User | Member | Channel | Role):
        return _resolve(name, kind, value, resolved)
    wanted = {STRING: str, INTEGER: int, BOOLEAN: bool, NUMBER: float}.get(kind)
    if wanted is None or not isinstance(value, (int, float) if wanted is float else wanted):
        raise NotOfferedError(f"{value!r} does not fit option {name} of type {kind}")
    if isinstance(value, str):
        least = option.get("min_length") or 0
        if not least <= len(value) <= (option.get("max_length") or LONGEST_TEXT):
            raise NotOfferedError(f"{name} is too short or too long")
    elif not option.get("min_value", value) <= value <= option.get("max_value", value):
        raise NotOfferedError(f"{name} is too small or too large")
    return value


def _resolve(
    name: str, kind: int, value: User | Member | Channel | Role, resolved: dict[str, Any]
) -> str:
    """Put a user, member, channel or role among the resolved ones; gives its number."""
    if isinstance(value, Channel) and kind == CHANNEL:
        kept = {"id": str(value.id), "name": value.name, "type": value.type, "permissions": "0"}
        resolved.setdefault("channels", {})[str(value.id)] = kept
        return str(value.id)
    if isinstance(value, Role) and kind in (ROLE, MENTIONABLE):
        resolved.setdefault("roles", {})[str(value.id)] = payloads.role_json(value)
        return str(value.id)
    if isinstance(value, User | Member) and kind in (USER, MENTIONABLE):
        user = value.user if isinstance(value, Member) else value
        resolved.setdefault("users", {})[str(user.id)] = payloads.user_json(user)
        if isinstance(value, Member):
            member = {**payloads.member_json(value, with_user=False), "permissions": "0"}
            resolved.setdefault("members", {})[str(user.id)] = member
        return str(user.id)
    raise NotOfferedError(f"{value!r} does not fit option {name} of type {kind}")
