"""The loopback Discord behaves as Discord does towards the real discord.py client."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest_asyncio
from discord import app_commands
from discord.ext import commands

from tests.fakes.discord import LoopbackDiscord, led_to, running, short_waits


class Details(discord.ui.View):
    """One button that shows something to the one who asked."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Source", custom_id="details")
    async def show(
        self, interaction: discord.Interaction, button: discord.ui.Button[Details]
    ) -> None:
        await interaction.response.send_message("the sentence", ephemeral=True)


class French(app_commands.Translator):
    """Knows one word."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        return "équipes" if locale is discord.Locale.french and string.message == "teams" else None


class SmallBot(commands.Bot):
    """A bot with a hybrid command, as small as it can be."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(
            "!",
            intents=intents or all_but_privileged(content=True),
            guild_ready_timeout=0.01,
            allowed_mentions=discord.AllowedMentions.none(),
            help_command=None,
        )
        self.add_command(teams)

    async def setup_hook(self) -> None:
        await self.tree.set_translator(French())
        await self.tree.sync()


@commands.hybrid_command(name="teams", description="The teams")
async def teams(context: commands.Context[SmallBot]) -> None:
    embed = discord.Embed(title="Teams", description="Cofidis")
    await context.send("Here they are", embed=embed, view=Details())


def all_but_privileged(*, content: bool = False) -> discord.Intents:
    intents = discord.Intents.default()
    intents.message_content = content
    return intents


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    async with LoopbackDiscord() as discord_server:
        with led_to(discord_server), short_waits():
            yield discord_server


async def test_a_message_comes_in_and_the_answer_goes_out(server: LoopbackDiscord) -> None:
    guild = server.state.add_guild()
    fan = server.state.add_member(guild, "fan")
    async with running(SmallBot(), server):
        await server.member_says(guild, fan, "!teams")
        answer = await server.wait_for_message(guild)
    assert answer.content == "Here they are"
    assert answer.embeds[0]["description"] == "Cofidis"
    assert server.violations == server.unfaithful == []


async def test_a_slash_command_is_answered_by_its_french_name(server: LoopbackDiscord) -> None:
    guild = server.state.add_guild(preferred_locale="fr")
    fan = server.state.add_member(guild, "fan")
    async with running(SmallBot(), server):
        ask = await server.member_slash(guild, fan, "équipes", locale="fr")
        response = await server.wait_for_response(ask)
        click = await server.member_clicks(response, "Source", fan)
        shown = await server.wait_for_response(click)
    assert "Cofidis" in response.text
    assert shown.ephemeral
    assert shown.content == "the sentence"
    assert server.violations == server.unfaithful == []
