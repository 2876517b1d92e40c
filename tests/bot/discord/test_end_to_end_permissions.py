"""What the bot may not do in a channel, it does without."""

from __future__ import annotations

import logging

import pytest

from tests.bot.desks import stocked
from tests.bot.discord.desks import Slow, desk_of
from tests.bot.discord.support import asked, on_discord
from tests.fakes.discord import Guild, LoopbackDiscord, Member
from tests.fakes.discord.permissions import (
    BASIC,
    EMBED_LINKS,
    READ_MESSAGE_HISTORY,
    SEND_MESSAGES,
)

MESSAGES = "/channels/{}/messages"


async def test_where_it_may_not_embed_links_it_answers_in_plain_text(
    server: LoopbackDiscord, fan: Member
) -> None:
    guild = server.state.add_guild("Strict", everyone=BASIC & ~EMBED_LINKS)
    member = server.state.add_member(guild, fan.user)
    async with on_discord(server):
        answer = await asked(server, guild, member, "!teams")
    assert answer.embeds == []
    assert answer.content.startswith("**Teams**\nteams\n- A\n- B")
    assert answer.flags & (1 << 2)


async def test_where_it_may_not_send_it_stays_quiet_and_logs_once(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    closed = server.state.add_guild("Closed", everyone=BASIC & ~SEND_MESSAGES)
    voice = server.state.add_role(closed, "voice", SEND_MESSAGES)
    member = server.state.add_member(closed, fan.user, [voice])
    caplog.set_level(logging.INFO, "bot")
    async with on_discord(server) as scene:
        await server.member_says(closed, member, "!teams")
        await server.member_says(closed, member, "!teams")
        await asked(server, guild, fan, "!release")
    assert len(server.requests_to("POST", MESSAGES)) == 1
    assert [asked[0] for asked in scene.answers.asked] == ["release"]
    assert len([r for r in caplog.records if "stays quiet" in r.getMessage()]) == 1


async def test_where_discord_refuses_a_message_it_stays_quiet_and_logs_once(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    server.refuse_next("POST", MESSAGES, 50013, times=2)
    caplog.set_level(logging.INFO, "bot")
    async with on_discord(server):
        await server.member_says(guild, fan, "!teams")
        await server.member_says(guild, fan, "!teams")
        await server.wait_for_request("POST", MESSAGES, 2)
        await asked(server, guild, fan, "!release")
    assert [r.levelno for r in caplog.records if r.name.startswith("bot.")].count(
        logging.ERROR
    ) == 0
    assert len([r for r in caplog.records if "stays quiet" in r.getMessage()]) == 1


async def test_where_it_may_not_read_the_history_it_answers_without_a_reference(
    server: LoopbackDiscord, fan: Member
) -> None:
    guild = server.state.add_guild("Short", everyone=BASIC & ~READ_MESSAGE_HISTORY)
    member = server.state.add_member(guild, fan.user)
    async with on_discord(server):
        answer = await asked(server, guild, member, "!teams")
    assert answer.reply_to is None


async def test_a_question_deleted_meanwhile_is_answered_all_the_same(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    slow = Slow()
    store = await stocked()
    async with on_discord(server, store=store, desk_used=desk_of(store, slow)):
        question = await server.member_says(guild, fan, "!teams")
        question.channel.messages.pop(question.id)
        slow.go.set()
        answer = await server.wait_for_message(guild)
    assert answer.text.startswith("Teams")


async def test_a_channel_that_the_bot_was_not_told_of_is_answered(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        channel = server.state.add_channel(guild, "new")
        answer = await asked(server, channel, fan, "!teams")
    assert answer.embeds


async def test_a_server_that_the_bot_was_not_told_of_is_answered(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server) as scene:
        new = server.state.add_guild("New")
        member = server.state.add_member(new, fan.user)
        await server.member_says(new, member, "teams")
        answer = await asked(server, new, member, "!langue fr serveur")
    assert answer.embeds
    assert scene.store.guilds == {}
    assert scene.answers.asked == []
