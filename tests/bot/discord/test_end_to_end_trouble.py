"""What goes wrong between the bot and Discord, and what the members see of it."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping, Sequence

import pytest

from bot.commands import Command
from bot.desk import Desk
from bot.reply import Asker, Reply
from facts.errors import StoreError
from facts.model import Answer, Language
from facts.ports import FactStore
from tests.bot.desks import Answers, stocked
from tests.bot.discord.support import on_discord
from tests.fakes.discord import Guild, LoopbackDiscord, Member, Message, short_waits
from tests.fakes.discord.permissions import (
    BASIC,
    EMBED_LINKS,
    READ_MESSAGE_HISTORY,
    SEND_MESSAGES,
)
from tests.fakes.stores import MemoryStore

MESSAGES = "/channels/{}/messages"
CALLBACK = "/interactions/{}/{}/callback"
ANSWERED, DEFERRED, DEFERRED_UPDATE = 4, 5, 6
"""Kinds of first answers to an interaction."""
REFERENCE = re.compile(r"\b[0-9a-f]{8}\b")


async def asked(server: LoopbackDiscord, guild: Guild, fan: Member, line: str) -> Message:
    await server.member_says(guild, fan, line)
    return await server.wait_for_message(guild)


class Broken(Answers):
    """Answers that fail with an error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    async def respond(
        self, store: FactStore, topic: str, language: Language, about: str = ""
    ) -> Answer:
        raise self._error


class Slow(Answers):
    """Answers that wait until a test lets them go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Event()

    async def respond(
        self, store: FactStore, topic: str, language: Language, about: str = ""
    ) -> Answer:
        await self.go.wait()
        return await super().respond(store, topic, language, about)


def desk_of(store: MemoryStore, answers: Answers) -> Desk:
    return Desk(store, store, language=Language.EN, respond=answers.respond, browse=answers.browse)


class SlowDesk(Desk):
    """A desk that answers a command when a test lets it."""

    def __init__(self) -> None:
        store = MemoryStore()
        super().__init__(store, store, language=Language.EN)
        self.go = asyncio.Event()

    async def run(
        self,
        command: Command,
        arguments: Mapping[str, str],
        asker: Asker,
        typed: str | None = None,
    ) -> Reply:
        await self.go.wait()
        return Reply(Language.EN, "Here.", command=command.key, pages=2)


class NoStore(Desk):
    """A desk whose store cannot be opened at all."""

    def __init__(self) -> None:
        store = MemoryStore()
        super().__init__(store, store, language=Language.EN)

    async def language_for(self, asker: Asker, typed: str | None = None) -> Language:
        raise StoreError("The database is gone; bring it back.")

    async def handle(self, line: str, asker: Asker) -> Reply | None:
        raise StoreError("The database is gone; bring it back.")

    async def evidence(self, fact_ids: Sequence[int], asker: Asker) -> Reply:
        raise StoreError("The database is gone; bring it back.")


# Discord's own troubles


async def test_a_rate_limited_answer_is_sent_when_it_may(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    server.fail_next("POST", MESSAGES, status=429, retry_after=0.01)
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teams")
    assert answer.text.startswith("Teams")
    assert [call.status for call in server.requests_to("POST", MESSAGES)] == [429, 200]


async def test_an_answer_that_met_a_server_error_is_sent_again_and_stands_once(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    server.fail_next("POST", MESSAGES, status=500)
    with short_waits():
        async with on_discord(server):
            await asked(server, guild, fan, "!teams")
    nonces = [call.body["nonce"] for call in server.requests_to("POST", MESSAGES)]
    assert len(nonces) == 2
    assert len(set(nonces)) == 1
    assert len(server.state.bot_messages) == 1


async def test_a_slash_command_survives_a_server_error(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    server.fail_next("POST", CALLBACK, status=502)
    with short_waits():
        async with on_discord(server):
            call = await server.member_slash(guild, fan, "teams")
            answer = await server.wait_for_response(call)
    assert answer.text.startswith("Teams")


@pytest.mark.parametrize("code", [10062, 40060])
async def test_an_interaction_that_is_gone_is_noted_and_nothing_more(
    server: LoopbackDiscord,
    guild: Guild,
    fan: Member,
    caplog: pytest.LogCaptureFixture,
    code: int,
) -> None:
    server.refuse_next("POST", CALLBACK, code)
    caplog.set_level(logging.INFO)
    async with on_discord(server):
        await server.member_slash(guild, fan, "teams")
        await server.wait_for_request("POST", CALLBACK)
        await asked(server, guild, fan, "!teams")
    assert len(server.requests_to("POST", CALLBACK)) == 1
    ours = [record for record in caplog.records if record.name.startswith("bot.")]
    assert any(str(code) in record.getMessage() for record in ours)
    assert all(record.levelno <= logging.INFO for record in ours)
    assert all(record.exc_info is None for record in ours)


async def test_a_pressed_button_that_is_gone_is_noted_and_nothing_more(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teams")
        server.refuse_next("POST", CALLBACK, 10062)
        await server.member_clicks(answer, "Show the sentence", fan)
        await server.wait_for_request("POST", CALLBACK)
        await asked(server, guild, fan, "!teams")
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


@pytest.mark.parametrize("code", [None, 4000, 1001])
async def test_a_dropped_gateway_is_resumed_and_nothing_is_lost(
    server: LoopbackDiscord, guild: Guild, fan: Member, code: int | None
) -> None:
    async with on_discord(server):
        await asked(server, guild, fan, "!teams")
        await server.gateway.drop(code)
        await server.member_says(guild, fan, "!release")
        answer = await server.wait_for_message(guild)
        assert answer.text.startswith("Release")
    assert len(server.gateway.identifies) == 1
    assert server.gateway.resumed == 1
    assert all(url.startswith("/gateway?") for url in server.gateway.urls)


async def test_the_gateway_may_ask_to_reconnect(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        await asked(server, guild, fan, "!teams")
        await server.gateway.ask_to_reconnect()
        await server.watch.until(lambda: server.gateway.resumed == 1, "a resume")
        await asked(server, guild, fan, "!release")
    assert len(server.gateway.identifies) == 1


@pytest.mark.parametrize(("resumable", "identifies"), [(True, 1), (False, 2)])
async def test_an_invalid_session_is_resumed_or_begun_anew(
    server: LoopbackDiscord, guild: Guild, fan: Member, resumable: bool, identifies: int
) -> None:
    with short_waits():
        async with on_discord(server):
            await asked(server, guild, fan, "!teams")
            await server.gateway.invalidate(resumable=resumable)
            await server.watch.until(
                lambda: (
                    len(server.gateway.identifies) + server.gateway.resumed == 2
                    and server.gateway.ready
                ),
                "another session",
            )
            await asked(server, guild, fan, "!release")
    assert len(server.gateway.identifies) == identifies
    assert all(url.startswith("/gateway?") for url in server.gateway.urls)


async def test_after_an_invalid_session_the_gateway_that_the_api_named_is_used(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    with short_waits():
        async with on_discord(server, gateway_url=None):
            await server.gateway.invalidate(resumable=False)
            await server.watch.until(
                lambda: len(server.gateway.identifies) == 2 and server.gateway.ready,
                "another session",
            )
            await asked(server, guild, fan, "!teams")


# Permissions


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


# Slow answers and floods


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
