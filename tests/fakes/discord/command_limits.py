"""Discord's limits on application commands: names, descriptions, options, numbers.

Figures: https://docs.discord.com/developers/interactions/application-commands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord.forms import Form, Path

NAME, DESCRIPTION, CHOICE_NAME, CHOICE_VALUE = 32, 100, 100, 100
OPTIONS, CHOICES, CHAT_COMMANDS, MENU_COMMANDS = 25, 25, 100, 15
WHOLE = 8000
CHAT_INPUT, SUBCOMMAND, GROUP = 1, 1, 2
APOSTROPHES_AND_DASH = "-_'"
LOCALES = frozenset(
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru "
    "uk hi th zh-CN ja zh-TW ko".split()
)
SCRIPTS = ("DEVANAGARI", "THAI")
MENU_NAME = re.compile(r"[^\n]{1,32}")


def is_command_name(name: str) -> bool:
    r"""Whether Discord takes a name for a slash command or an option.

    The published rule is `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, in lower case where there
    is one.
    """
    return (
        1 <= len(name) <= NAME
        and name == name.lower()
        and all(_is_name_sign(sign) for sign in name)
    )


def _is_name_sign(sign: str) -> bool:
    return (
        sign in APOSTROPHES_AND_DASH
        or unicodedata.category(sign)[0] in "LN"
        or unicodedata.name(sign, "").startswith(SCRIPTS)
    )


def check_commands(commands: list[dict[str, Any]]) -> None:
    """Refuse a list of global commands that breaks a limit. Raises `ApiError` 50035."""
    form = Form()
    kinds = [command.get("type") or CHAT_INPUT for command in commands]
    if kinds.count(CHAT_INPUT) > CHAT_COMMANDS:
        form.refuse((), "APPLICATION_COMMANDS_LIMIT", "At most 100 slash commands.")
    if any(kinds.count(kind) > MENU_COMMANDS for kind in (2, 3)):
        form.refuse((), "APPLICATION_COMMANDS_LIMIT", "At most 15 commands of this type.")
    for place, command in enumerate(commands):
        _check_command(form, (place,), command)
    _check_distinct(form, (), commands)
    form.check()


def _check_command(form: Form, path: Path, command: dict[str, Any]) -> None:
    if (command.get("type") or CHAT_INPUT) != CHAT_INPUT:
        if not MENU_NAME.fullmatch(command["name"]):
            _refuse_name(form, (*path, "name"))
        if command.get("description"):
            form.refuse((*path, "description"), "APPLICATION_COMMAND_DESCRIPTION", "Must be empty.")
        return
    _check_words(form, path, command)
    _check_options(form, path, command.get("options") or [])
    if sum(len(text) for text in _texts(command)) > WHOLE:
        form.refuse(
            path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({WHOLE})"
        )


def _check_words(form: Form, path: Path, row: dict[str, Any]) -> None:
    """Name and description, in each language."""
    if not is_command_name(row.get("name") or ""):
        _refuse_name(form, (*path, "name"))
    form.between((*path, "description"), row.get("description"), 1, DESCRIPTION)
    for locale, name in (row.get("name_localizations") or {}).items():
        _check_locale(form, (*path, "name_localizations"), locale)
        if not is_command_name(name):
            _refuse_name(form, (*path, "name_localizations", locale))
    for locale, text in (row.get("description_localizations") or {}).items():
        _check_locale(form, (*path, "description_localizations"), locale)
        form.between((*path, "description_localizations", locale), text, 1, DESCRIPTION)


def _check_options(form: Form, path: Path, options: list[dict[str, Any]]) -> None:
    form.few((*path, "options"), options, OPTIONS)
    _check_distinct(form, (*path, "options"), options)
    optional_before = False
    for place, option in enumerate(options):
        here: Path = (*path, "options", place)
        _check_words(form, here, option)
        if option.get("type") in (SUBCOMMAND, GROUP):
            _check_options(form, here, option.get("options") or [])
            continue
        if option.get("required") and optional_before:
            form.refuse(
                here,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_before = optional_before or not option.get("required")
        _check_choices(form, here, option)


def _check_choices(form: Form, path: Path, option: dict[str, Any]) -> None:
    choices = option.get("choices") or []
    form.few((*path, "choices"), choices, CHOICES)
    if choices and option.get("autocomplete"):
        form.refuse(
            (*path, "autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE", "Not with choices."
        )
    for place, choice in enumerate(choices):
        here: Path = (*path, "choices", place)
        form.between((*here, "name"), choice.get("name"), 1, CHOICE_NAME)
        for locale, name in (choice.get("name_localizations") or {}).items():
            form.between((*here, "name_localizations", locale), name, 1, CHOICE_NAME)
        if isinstance(choice.get("value"), str):
            form.at_most((*here, "value"), choice["value"], CHOICE_VALUE)


def _check_distinct(form: Form, path: Path, rows: list[dict[str, Any]]) -> None:
    """Names are unique, in each language and for each type of command."""
    seen: set[tuple[object, str | None, str]] = set()
    for place, row in enumerate(rows):
        kind = row.get("type") or CHAT_INPUT if not path else None
        names = [(None, row.get("name")), *(row.get("name_localizations") or {}).items()]
        for locale, name in names:
            if (kind, locale, name) in seen:
                where = ("name",) if locale is None else ("name_localizations", locale)
                form.refuse(
                    (*path, place, *where),
                    "APPLICATION_COMMANDS_DUPLICATE_NAME",
                    "Application command names must be unique",
                )
            seen.add((kind, locale, name))


def _check_locale(form: Form, path: Path, locale: str) -> None:
    if locale not in LOCALES:
        form.refuse((*path, locale), "BASE_TYPE_CHOICES", f"{locale} is no locale of Discord's.")


def _refuse_name(form: Form, path: Path) -> None:
    form.refuse(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _texts(row: dict[str, Any]) -> Iterator[str]:
    """What counts for the size of a command: of each text its longest language."""
    for key in ("name", "description"):
        yield max((row.get(key) or "", *(row.get(f"{key}_localizations") or {}).values()), key=len)
    for choice in row.get("choices") or []:
        yield max((choice["name"], *(choice.get("name_localizations") or {}).values()), key=len)
        yield str(choice["value"])
    for option in row.get("options") or []:
        yield from _texts(option)
