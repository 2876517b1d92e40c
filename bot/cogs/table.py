"""The table of commands as hybrid commands: one loop over the rows, which names none of them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import Any, Optional

import discord
from discord import app_commands
from discord.ext import commands

from bot.addressing import Line
from bot.arguments import LONGEST_ADDRESS
from bot.cogs.answers import Answers
from bot.cogs.places import InteractionPlace, Place
from bot.commands import COMMANDS, Command, Option, OptionKind
from bot.names import fold, nearest
from bot.translator import BASE, in_menu, language_of

CHOICES = 25
"""Discord's limit on the choices that it shows."""

LONGEST_WORDS = 200
HybridCommand = commands.HybridCommand[Any, Any, Any]

_TYPES: Mapping[OptionKind, Any] = {
    OptionKind.PAGE: app_commands.Range[int, 1, 100_000],
    OptionKind.WORDS: app_commands.Range[str, 1, LONGEST_WORDS],
    OptionKind.ADDRESS: app_commands.Range[str, 1, LONGEST_ADDRESS],
    OptionKind.COMMAND: str,
    OptionKind.CHOICE: str,
}


class Context(commands.Context[Any]):
    """Where a command is called; `line` is what was said, None for a slash command."""

    line: Line | None = None


class Table(commands.Cog):
    """All the commands of the table, for the prefix and for the slash menu."""

    def __init__(self, bot: commands.AutoShardedBot, answers: Answers) -> None:
        self._bot, self._answers = bot, answers

    async def cog_load(self) -> None:
        """Add a hybrid command for each row."""
        for command in table_commands(self._answers):
            self._bot.add_command(command)


def table_commands(answers: Answers) -> Iterator[HybridCommand]:
    """A hybrid command for each row of the table."""
    for row in COMMANDS:
        yield _command(row, answers)


def place_of(ctx: commands.Context[Any], answers: Answers) -> Place:
    """Where a command is answered: at its interaction or at its message."""
    if ctx.interaction is not None:
        return InteractionPlace(ctx.interaction)
    return answers.at_message(ctx.message)


def _command(row: Command, answers: Answers) -> HybridCommand:
    # An option may be called as a word of Python's ("for"), so the parameters have names of ours.
    parameters = {f"option{place}": option for place, option in enumerate(row.options)}

    async def callback(ctx: Any, /, *_: Any, **given: Any) -> None:
        place = place_of(ctx, answers)
        if ctx.line is not None:
            # The desk reads the line itself, as it does in the terminal. What discord.py made of
            # it is left aside; every option may be absent, so that it can refuse none.
            await answers.answer_line(place, ctx.line.text)
            return
        arguments = {
            parameters[name].name[BASE]: str(value)
            for name, value in given.items()
            if value is not None
        }
        await answers.answer_command(place, row, arguments)

    _describe(callback, parameters)
    if row.moderators:
        _keep_for_moderators(callback)
    return commands.HybridCommand(
        callback, name=in_menu(row.name), description=in_menu(row.description)
    )


def _describe(callback: Any, parameters: Mapping[str, Option]) -> None:
    """Give a callback the signature, names and choices that discord.py reads from it."""
    own = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    others = [
        # discord.py takes a signature that it is given as it stands, so it must hold its own kind.
        commands.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Optional[_TYPES[option.kind]],  # noqa: UP045 -- Range takes no `|`
        )
        for name, option in parameters.items()
    ]
    callback.__signature__ = inspect.Signature([own, *others])
    for name, option in parameters.items():
        app_commands.rename(**{name: in_menu(option.name)})(callback)
        app_commands.describe(**{name: in_menu(option.description)})(callback)
        if option.choices:
            app_commands.choices(**{name: _choices(option)})(callback)
        elif option.kind is OptionKind.COMMAND:
            app_commands.autocomplete(**{name: _suggest_commands})(callback)


def _choices(option: Option) -> list[app_commands.Choice[str]]:
    return [
        app_commands.Choice(name=in_menu(label), value=value)
        for value, label in option.choices[:CHOICES]
    ]


def _keep_for_moderators(callback: Any) -> None:
    """Offer a command to those alone who may manage the server, and only on a server.

    Discord's moderators can offer it to others: whoever answers it looks again.
    """
    app_commands.default_permissions(manage_guild=True)(callback)
    app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)(callback)
    app_commands.allowed_installs(guilds=True, users=False)(callback)


async def _suggest_commands(
    interaction: discord.Interaction[Any], typed: str
) -> list[app_commands.Choice[str]]:
    """The commands whose names begin as what was typed, or come near it, in the asker's words."""
    language = language_of(interaction.locale)
    wanted = fold(typed)
    beginning = [
        row
        for row in COMMANDS
        if any(fold(name).startswith(wanted) for name in row.names(language))
    ]
    return [
        app_commands.Choice(name=row.name[language], value=row.name[language])
        for row in (beginning or nearest(typed))[:CHOICES]
    ]
