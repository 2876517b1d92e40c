"""Members ask the real client over real sockets, by each door and in both languages."""

from __future__ import annotations

import pytest

from bot.commands import COMMANDS, Command
from facts.model import Language
from tests.bot.discord.support import on_discord
from tests.fakes.discord import Guild, LoopbackDiscord, Member

MANAGE_GUILD = 1 << 5


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.key)
@pytest.mark.parametrize("language", Language)
async def test_every_command_answers_by_prefix_in_both_languages(
    server: LoopbackDiscord, guild: Guild, fan: Member, row: Command, language: Language
) -> None:
    guild.preferred_locale = {Language.FR: "fr", Language.EN: "en-GB"}[language]
    async with on_discord(server):
        await server.member_says(guild, fan, f"!{row.name[language]}")
        answer = await server.wait_for_message(guild)
    assert answer.text.startswith(row.heading(language))


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.key)
@pytest.mark.parametrize("language", Language)
async def test_every_command_answers_by_slash_in_both_languages(
    server: LoopbackDiscord, guild: Guild, fan: Member, row: Command, language: Language
) -> None:
    locale = {Language.FR: "fr", Language.EN: "en-GB"}[language]
    if row.moderators:
        role = server.state.add_role(guild, "moderators", MANAGE_GUILD)
        fan = server.state.add_member(guild, "moderator", [role])
    async with on_discord(server):
        call = await server.member_slash(guild, fan, row.name[language], locale=locale)
        answer = await server.wait_for_response(call)
    assert answer.text.startswith(row.heading(language))
