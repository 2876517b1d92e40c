"""The gateway: resume, reconnect, invalid sessions, heartbeats, what it refuses, what it tells."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import discord
import pytest

from tests.fakes.discord import Guild, LoopbackDiscord, running
from tests.fakes.discord.sample_bot import SampleBot, intents


async def answers(server: LoopbackDiscord, guild: Guild) -> bool:
    """Whether the bot still answers."""
    fan = server.state.add_member(guild)
    await server.member_says(guild, fan, "!teams")
    return (await server.wait_for_message(guild)).content == "Here they are"


@pytest.mark.parametrize("code", [None, 4000, 1001])
async def test_after_a_drop_the_client_resumes_and_gets_what_it_missed(
    server: LoopbackDiscord, guild: Guild, code: int | None
) -> None:
    fan = server.state.add_member(guild, "fan")
    async with running(SampleBot(), server):
        await server.gateway.drop(code)
        assert not server.gateway.ready
        await server.member_says(guild, fan, "!teams")
        answer = await server.wait_for_message(guild)
        await server.wait_for_resume()
        assert await answers(server, guild)
    assert answer.content == "Here they are"
    assert server.gateway.resumes[0]["session_id"] == "session-1"
    assert [url.split("?")[0] for url in server.gateway.urls] == ["/gateway", "/resume"]
    assert len(server.gateway.identifies) == 1


async def test_the_client_reconnects_when_asked_to(server: LoopbackDiscord, guild: Guild) -> None:
    async with running(SampleBot(), server):
        await server.gateway.ask_to_reconnect()
        await server.wait_for_resume()
        assert await answers(server, guild)
    assert len(server.gateway.identifies) == 1


async def test_an_invalid_session_that_can_be_resumed_is_resumed(
    server: LoopbackDiscord, guild: Guild
) -> None:
    async with running(SampleBot(), server):
        await server.gateway.invalidate(resumable=True)
        await server.wait_for_resume()
        assert await answers(server, guild)
    assert len(server.gateway.identifies) == 1


async def test_after_an_invalid_session_the_client_identifies_anew(
    server: LoopbackDiscord, guild: Guild
) -> None:
    async with running(SampleBot(), server):
        await server.gateway.invalidate(resumable=False)
        await server.wait_for_identify(2)
        await server.wait_until_ready()
        assert await answers(server, guild)
    assert server.gateway.resumes == []
    assert 5.0 in server.waits


async def test_after_a_refused_resume_the_client_identifies_anew(
    server: LoopbackDiscord, guild: Guild
) -> None:
    async with running(SampleBot(), server):
        server.gateway.refuse_next_resume()
        await server.gateway.drop()
        await server.wait_for_identify(2)
        await server.wait_until_ready()
        assert await answers(server, guild)
    assert server.gateway.resumed == 0


async def test_the_client_comes_back_when_connections_are_accepted_again(
    server: LoopbackDiscord, guild: Guild
) -> None:
    bot, refused = SampleBot(), asyncio.Semaphore(0)

    async def note() -> None:
        refused.release()

    bot.add_listener(note, "on_disconnect")
    async with running(bot, server):
        await server.refuse_connections()
        await server.gateway.drop()
        for _ in range(3):
            await refused.acquire()
        await server.accept_connections()
        await server.wait_for_resume()
        assert await answers(server, guild)


async def test_heartbeats_are_counted_and_acknowledged(
    server: LoopbackDiscord, guild: Guild
) -> None:
    server.gateway.heartbeat_ms = 20
    bot = SampleBot()
    async with running(bot, server):
        await server.watch.until(lambda: server.gateway.heartbeats > 3, "four heartbeats")
        assert await answers(server, guild)
        assert bot.latency < 5


async def test_a_silent_gateway_is_left_for_a_new_connection(
    server: LoopbackDiscord, guild: Guild
) -> None:
    server.gateway.heartbeat_ms = 20
    bot = SampleBot(heartbeat_timeout=0.1)
    async with running(bot, server):
        server.gateway.answers_heartbeats = False
        await server.watch.until(lambda: server.gateway.resumes, "a resume")


async def test_the_stream_is_compressed_as_the_client_asks(server: LoopbackDiscord) -> None:
    async with running(SampleBot(), server):
        assert "compress=z" in server.gateway.urls[0]
    async with aiohttp.ClientSession() as session, session.ws_connect(server.gateway_url) as plain:
        assert (await plain.receive_json())["op"] == 10


@pytest.mark.parametrize(
    ("payloads", "code"),
    [
        ([{"op": 8, "d": {"guild_id": "1"}}], 4003),
        ([{"op": 2, "d": {"token": "wrong", "intents": 1}}], 4004),
        ([{"op": 2, "d": {"token": None, "intents": "many"}}], 4013),
        ([{"op": 2, "d": {"token": None, "intents": 1 << 1}}], 4014),
        ([{"op": 2, "d": {"token": None, "intents": 1}}, {"op": 42}], 4001),
        ([{"op": 2, "d": {"token": None, "intents": 1}}] * 2, 4005),
        ([{"op": 6, "d": {"token": "wrong", "session_id": "s", "seq": 1}}], 4004),
    ],
)
async def test_the_gateway_closes_on_what_it_does_not_take(
    server: LoopbackDiscord, payloads: list[dict[str, Any]], code: int
) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(server.gateway_url) as plain:
        for payload in payloads:
            if payload.get("d", {}).get("token", "") is None:
                payload["d"]["token"] = server.token
            await plain.send_json(payload)
        async for _ in plain:
            pass
        assert plain.close_code == code


async def test_the_client_hears_what_becomes_of_guilds(
    server: LoopbackDiscord, guild: Guild
) -> None:
    new = server.state.add_guild("New", with_bot=False)
    bot = SampleBot()
    heard: asyncio.Queue[str] = asyncio.Queue()

    async def note(event: str) -> None:
        if event in {"GUILD_CREATE", "GUILD_UPDATE", "CHANNEL_DELETE", "GUILD_DELETE"}:
            await heard.put(event)

    async with running(bot, server):
        bot.add_listener(note, "on_socket_event_type")
        await asyncio.wait_for(bot.is_up.wait(), 5)
        heard = asyncio.Queue()
        await server.bot_joins(new)
        assert await heard.get() == "GUILD_CREATE"
        assert await answers(server, new)
        await server.guild_speaks(guild, "fr")
        assert await heard.get() == "GUILD_UPDATE"
        await server.channel_goes(next(iter(guild.channels.values())))
        assert await heard.get() == "CHANNEL_DELETE"
        known = bot.get_guild(guild.id)
        assert known is not None
        assert known.preferred_locale is discord.Locale.french
        assert list(known.channels) == []
        await server.bot_leaves(new)
        assert await heard.get() == "GUILD_DELETE"


async def test_members_are_told_when_the_intent_is_on(
    server: LoopbackDiscord, guild: Guild
) -> None:
    server.state.application.members_intent = True
    server.state.add_member(guild, "fan")
    bot = SampleBot(intents(members=True))
    async with running(bot, server):
        await asyncio.wait_for(bot.is_up.wait(), 5)
        assert sorted(member.name for member in bot.guilds[0].members) == [
            "Musette",
            "fan",
            "owner-of-Peloton",
        ]
