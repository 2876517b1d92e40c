"""What goes wrong between the bot and Discord is waited out, and answers stand once."""

from __future__ import annotations

import logging

import pytest
import yarl
from discord.gateway import DiscordWebSocket

from tests.bot.discord.support import asked, on_discord
from tests.fakes.discord import Guild, LoopbackDiscord, Member, short_waits

MESSAGES = "/channels/{}/messages"
CALLBACK = "/interactions/{}/{}/callback"


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
    server: LoopbackDiscord, guild: Guild, fan: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    constant = yarl.URL("ws://gateway.invalid/")
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", constant)
    with short_waits():
        async with on_discord(server, gateway_url=None):
            await server.gateway.invalidate(resumable=False)
            await server.watch.until(
                lambda: len(server.gateway.identifies) == 2 and server.gateway.ready,
                "another session",
            )
            await asked(server, guild, fan, "!teams")


@pytest.mark.parametrize("done", [True, False])
async def test_a_connection_that_breaks_under_an_answer_is_made_again(
    server: LoopbackDiscord, guild: Guild, fan: Member, done: bool
) -> None:
    server.drop_next("POST", MESSAGES, done=done)
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teams")
        await server.wait_for_request("POST", MESSAGES, 2)
        following = await asked(server, guild, fan, "!release")
    assert answer.text.startswith("Teams")
    assert following.text.startswith("Release")


@pytest.mark.parametrize("done", [True, False])
async def test_a_connection_that_breaks_under_an_interaction_is_made_again(
    server: LoopbackDiscord,
    guild: Guild,
    fan: Member,
    caplog: pytest.LogCaptureFixture,
    done: bool,
) -> None:
    server.drop_next("POST", CALLBACK, done=done)
    async with on_discord(server):
        call = await server.member_slash(guild, fan, "teams")
        answer = await server.wait_for_response(call)
        await server.wait_for_request("POST", CALLBACK, 2)
        await asked(server, guild, fan, "!release")
    assert answer.text.startswith("Teams")
    assert call.followups == []
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


async def test_discord_s_trouble_is_no_error_of_ours(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("POST", MESSAGES, status=503)
    server.fail_next("POST", MESSAGES, status=429, retry_after=600)
    server.drop_next("POST", MESSAGES, times=2, done=False)
    async with on_discord(server):
        for count in (1, 2, 4):
            await server.member_says(guild, fan, "!teams")
            await server.wait_for_request("POST", MESSAGES, count)
        await asked(server, guild, fan, "!release")
    ours = [record for record in caplog.records if record.name.startswith("bot.")]
    assert [record.levelno for record in ours] == [logging.WARNING] * 3
    assert all(record.exc_info is None for record in ours)


async def test_a_bot_of_many_servers_runs_as_many_shards_as_discord_wants(
    server: LoopbackDiscord,
) -> None:
    server.gateway.shards = 2
    guilds: dict[int, Guild] = {}
    while len(guilds) < 2:  # a server's shard follows from the moment at which it was made
        made = server.state.add_guild()
        guilds.setdefault((made.id >> 22) % 2, made)
    with short_waits():
        async with on_discord(server):
            await server.watch.until(lambda: len(server.gateway.sessions) == 2, "two shards")
            for guild in guilds.values():
                member = server.state.add_member(guild)
                answer = await asked(server, guild, member, "!teams")
                assert answer.text.startswith("Teams")
    assert [identify["shard"] for identify in server.gateway.identifies] == [[0, 2], [1, 2]]
