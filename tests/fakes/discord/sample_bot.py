"""A small bot, only to prove the loopback Discord with the real discord.py."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

FRENCH = {"teams": "équipes", "ask": "demander", "question": "demande"}


def intents(*, content: bool = True, members: bool = False) -> discord.Intents:
    """The intents that need no switch, and those asked for."""
    wanted = discord.Intents.default()
    wanted.message_content, wanted.members = content, members
    return wanted


class French(app_commands.Translator):
    """Knows a few words."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The French word, if it is known."""
        return FRENCH.get(string.message) if locale is discord.Locale.french else None


class Details(discord.ui.View):
    """Buttons that show, edit and ask back, and a menu."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Source", custom_id="details")
    async def show(self, interaction: discord.Interaction, _: discord.ui.Button[Details]) -> None:
        """Show the sentence."""
        await interaction.response.send_message("the sentence", ephemeral=True)

    @discord.ui.button(label="Next", custom_id="next")
    async def next(
        self, interaction: discord.Interaction, button: discord.ui.Button[Details]
    ) -> None:
        """Turn the page, and close the button."""
        button.disabled = True
        await interaction.response.edit_message(content="page 2", view=self)

    @discord.ui.button(label="Opinion", custom_id="opinion")
    async def opinion(
        self, interaction: discord.Interaction, _: discord.ui.Button[Details]
    ) -> None:
        """Ask for an opinion."""
        await interaction.response.send_modal(Opinion())

    @discord.ui.button(label="Refresh", custom_id="refresh")
    async def refresh(
        self, interaction: discord.Interaction, _: discord.ui.Button[Details]
    ) -> None:
        """Take time, then edit."""
        await interaction.response.defer()
        await interaction.edit_original_response(content="fresh")

    @discord.ui.select(
        custom_id="stage",
        options=[
            discord.SelectOption(label=f"Stage {number}", value=str(number)) for number in "12"
        ],
    )
    async def choose(
        self, interaction: discord.Interaction, menu: discord.ui.Select[Details]
    ) -> None:
        """Say what was chosen."""
        await interaction.response.send_message(f"Stage {menu.values[0]} it is", ephemeral=True)


class Opinion(discord.ui.Modal, title="Opinion"):
    """A form with one line."""

    line: discord.ui.TextInput[Opinion] = discord.ui.TextInput(label="Opinion", custom_id="line")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Say it back."""
        await interaction.response.send_message(f"You wrote {self.line.value}")


class SampleBot(commands.Bot):
    """Answers `!teams` and a few slash commands; `trouble` gives the errors of commands."""

    def __init__(
        self, wanted: discord.Intents | None = None, heartbeat_timeout: float = 60
    ) -> None:
        super().__init__(
            commands.when_mentioned_or("!"),
            intents=wanted or intents(),
            guild_ready_timeout=0.01,
            heartbeat_timeout=heartbeat_timeout,
            allowed_mentions=discord.AllowedMentions.none(),
            help_command=None,
        )
        self.trouble: asyncio.Queue[Exception] = asyncio.Queue()
        self.is_up = asyncio.Event()
        self.add_command(teams)
        self.tree.add_command(ask)
        self.tree.add_command(slowly)
        self.tree.add_command(silently)
        self.tree.error(self._note)

    async def _note(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        self.trouble.put_nowait(error)

    async def on_command_error(
        self, context: commands.Context[Any], error: commands.CommandError, /
    ) -> None:
        """Keep the error."""
        self.trouble.put_nowait(error)

    async def on_ready(self) -> None:
        """Note that all guilds are known."""
        self.is_up.set()

    async def setup_hook(self) -> None:
        """Register the slash commands."""
        await self.tree.set_translator(French())
        await self.tree.sync()


@commands.hybrid_command(name="teams", description="The teams")
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def teams(context: commands.Context[SampleBot]) -> None:
    """An embed with buttons."""
    embed = discord.Embed(title="Teams", description="Cofidis")
    await context.send("Here they are", embed=embed, view=Details())


@app_commands.command(name="ask", description="Ask something")
@app_commands.choices(
    place=[app_commands.Choice(name="Here", value="h"), app_commands.Choice(name="All", value="a")]
)
@app_commands.guild_only()
async def ask(
    interaction: discord.Interaction,
    question: app_commands.Range[str, 2, 100],
    place: str = "h",
    who: discord.Member | None = None,
) -> None:
    """Says back what was asked."""
    text = f"{question} {place} {who} {interaction.locale} {interaction.guild_locale}"
    await interaction.response.send_message(text)


@ask.autocomplete("question")
async def guess(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    """One guess."""
    return [app_commands.Choice(name=f"{current}?", value=current)]


@app_commands.command(name="slowly", description="Answer late")
async def slowly(interaction: discord.Interaction) -> None:
    """A deferred answer, then a second message for the one who asked alone."""
    await interaction.response.defer()
    await interaction.followup.send("late")
    await interaction.followup.send("and for you", ephemeral=True)


@app_commands.default_permissions(manage_guild=True)
@app_commands.command(name="silently", description="Answer late and in private")
async def silently(interaction: discord.Interaction) -> None:
    """A deferred ephemeral answer, filled in by an edit."""
    await interaction.response.defer(ephemeral=True)
    await interaction.edit_original_response(content="only for you")
