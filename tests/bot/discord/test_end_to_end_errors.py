"""Slow answers, floods, and errors of our own, as members see them."""

from __future__ import annotations

import logging
import re

import pytest

from tests.bot.desks import stocked
from tests.bot.discord.desks import Broken, NoStore, Slow, SlowDesk, desk_of
from tests.bot.discord.support import asked, on_discord
from tests.fakes.discord import Guild, LoopbackDiscord, Member

MESSAGES = "/channels/{}/messages"
ANSWERED, DEFERRED, DEFERRED_UPDATE = 4, 5, 6
"""Kinds of first answers to an interaction."""
REFERENCE = re.compile(r"\b[0-9a-f]{8}\b")


@pytest.mark.parametrize(("command", "private"), [("teams", False), ("language", True)])
async def test_a_slow_answer_is_announced_first(
    server: LoopbackDiscord, guild: Guild, fan: Member, command: str, private: bool
) -> None:
    slow = SlowDesk()
    async with on_discord(server, desk_used=slow, patience=0.01):
        call = await server.member_slash(guild, fan, command)
        first = await server.wait_for_callback(call)
        assert first["type"] == DEFERRED
        slow.go.set()
        answer = await server.wait_for_response(call)
    assert answer.text.startswith("Here.")
    assert answer.ephemeral is private


async def test_a_quick_answer_is_not_announced(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        call = await server.member_slash(guild, fan, "teams")
        first = await server.wait_for_callback(call)
    assert first["type"] == ANSWERED


@pytest.mark.parametrize("turner", ["asker", "other"])
async def test_a_slow_page_is_announced_too(
    server: LoopbackDiscord, guild: Guild, fan: Member, turner: str
) -> None:
    presser = fan if turner == "asker" else server.state.add_member(guild, "other")
    slow = SlowDesk()
    slow.go.set()
    async with on_discord(server, desk_used=slow, patience=0.01):
        call = await server.member_slash(guild, fan, "facts")
        answer = await server.wait_for_response(call)
        slow.go.clear()
        click = await server.member_clicks(answer, "Next ›", presser)
        first = await server.wait_for_callback(click)
        assert first["type"] == (DEFERRED_UPDATE if turner == "asker" else DEFERRED)
        slow.go.set()
        turned = await server.wait_for_response(click)
    assert (turned is answer) is (turner == "asker")
    assert turned.ephemeral is (turner == "other")


async def test_a_slow_answer_to_a_message_shows_typing(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    slow = Slow()
    store = await stocked()
    async with on_discord(server, store=store, desk_used=desk_of(store, slow), patience=0.01):
        await server.member_says(guild, fan, "!teams")
        await server.wait_for_request("POST", "/channels/{}/typing")
        slow.go.set()
        answer = await server.wait_for_message(guild)
    assert answer.text.startswith("Teams")


async def test_a_flood_gets_one_notice_then_silence_until_it_cools(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    other = server.state.add_member(guild, "other")
    async with on_discord(server) as scene:
        for _ in range(8):
            await server.member_says(guild, fan, "!teams")
        await server.member_says(guild, other, "!teams")
        texts = [(await server.wait_for_message(guild)).text for _ in range(7)]
        assert sum("Try again in 10 s" in text for text in texts) == 1
        scene.clock.seconds += 10
        last = await server.member_says(guild, fan, "!teams")
        answer = await server.wait_for_message(guild)
    assert answer.reply_to is last
    assert len(server.requests_to("POST", MESSAGES)) == 8


async def test_slash_commands_count_in_the_same_flood(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        for _ in range(5):
            await asked(server, guild, fan, "!teams")
        call = await server.member_slash(guild, fan, "teams", locale="fr")
        notice = await server.wait_for_response(call)
        silent = await server.member_slash(guild, fan, "teams")
        await asked(server, guild, server.state.add_member(guild, "other"), "!teams")
    assert notice.ephemeral
    assert "Doucement" in notice.text
    assert silent.callback is None


# Errors of our own


@pytest.mark.parametrize("door", ["prefix", "mention", "slash", "button"])
async def test_an_error_gives_the_member_a_reference_and_the_log_the_traceback(
    server: LoopbackDiscord,
    guild: Guild,
    fan: Member,
    caplog: pytest.LogCaptureFixture,
    door: str,
) -> None:
    store = await stocked()
    broken = desk_of(store, Broken(RuntimeError("a secret detail")))
    async with on_discord(server, store=store, desk_used=broken):
        if door == "slash":
            call = await server.member_slash(guild, fan, "teams")
            said = await server.wait_for_response(call)
            assert said.ephemeral
        elif door == "button":
            near = await asked(server, guild, fan, "!teamz")
            click = await server.member_clicks(near, "!teams", fan)
            said = await server.wait_for_response(click)
            assert said.ephemeral
        else:
            sign = "!" if door == "prefix" else f"<@{server.state.bot.id}> "
            said = await asked(server, guild, fan, f"{sign}teams")
    reference = REFERENCE.search(said.text)
    assert reference is not None
    assert "a secret detail" not in said.text
    (record,) = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert reference.group() in record.getMessage()
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], RuntimeError)


@pytest.mark.parametrize("locale", ["fr", "en-US"])
async def test_a_store_that_fails_is_told_in_the_member_s_language_even_so(
    server: LoopbackDiscord,
    guild: Guild,
    fan: Member,
    caplog: pytest.LogCaptureFixture,
    locale: str,
) -> None:
    guild.preferred_locale = locale
    async with on_discord(server, desk_used=NoStore()):
        said = await asked(server, guild, fan, "!teams")
    assert {"fr": "mes notes", "en-US": "my notes"}[locale] in said.text
    assert "database" not in said.text
    assert REFERENCE.search(said.text)
    assert any(record.exc_info for record in caplog.records)


async def test_a_store_that_fails_under_an_unknown_word_is_told_too(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    async with on_discord(server, desk_used=NoStore()):
        said = await asked(server, guild, fan, f"<@{server.state.bot.id}> xyzzy")
    assert "my notes" in said.text
    assert any(record.exc_info for record in caplog.records)


async def test_a_member_who_cannot_be_told_of_an_error_is_noted(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    server.refuse_next("POST", MESSAGES, 50035, times=2)
    async with on_discord(server):
        await server.member_says(guild, fan, "!teams")
        await server.wait_for_request("POST", MESSAGES, 2)
        await asked(server, guild, fan, "!release")
    ours = [record for record in caplog.records if record.name == "bot.cogs.answers"]
    assert [record.levelno for record in ours] == [logging.ERROR, logging.INFO]
    assert "could not be told" in ours[1].getMessage()


async def test_a_command_that_is_no_more_says_so(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server) as scene:
        scene.bot.tree.remove_command("teams")
        call = await server.member_slash(guild, fan, "teams", locale="fr")
        said = await server.wait_for_response(call)
    assert said.ephemeral
    assert "vient de changer" in said.text


async def test_suggestions_for_a_command_that_is_no_more_are_none(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    async with on_discord(server) as scene:
        scene.bot.tree.remove_command("help")
        await server.member_types(guild, fan, "help", {"command": "t"}, focused="command")
        await asked(server, guild, fan, "!teams")
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


async def test_text_from_outside_is_shown_and_not_read(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        said = await asked(
            server, guild, fan, f"<@{server.state.bot.id}> @everyone<@&{guild.id}>[x](http://y.z)"
        )
    assert not said.mention_everyone
    assert said.mention_roles == []
    assert "@everyone" not in said.text
    assert "](http" not in said.text
