"""The HTTP API: rate limits, faults, permissions, unknown things."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import discord
import pytest

from tests.fakes.discord import Guild, LoopbackDiscord, closed_port, led_to, permissions
from tests.fakes.discord.model import Overwrite
from tests.fakes.discord.sample_bot import SampleBot

MESSAGES = "/channels/{channel_id}/messages"


async def raw(
    server: LoopbackDiscord, method: str, path: str, body: dict[str, Any] | None = None
) -> tuple[int, dict[str, str], Any]:
    """Status, headers in lower case, and JSON of a request that discord.py does not make."""
    headers = {"Authorization": f"Bot {server.token}"}
    async with (
        aiohttp.ClientSession(server.api_url + "/", headers=headers) as session,
        session.request(method, path.lstrip("/"), json=body) as response,
    ):
        lowered = {name.lower(): value for name, value in response.headers.items()}
        return response.status, lowered, await response.json()


# Rate limits


async def test_every_answer_tells_what_is_left(server: LoopbackDiscord) -> None:
    status, headers, _ = await raw(server, "GET", "/gateway")
    missing, also, _ = await raw(server, "GET", "/channels/1")
    assert (status, missing) == (200, 404)
    for told in (headers, also):
        assert told["x-ratelimit-limit"] == "1000"
        assert int(told["x-ratelimit-remaining"]) == 999
        assert 0 < float(told["x-ratelimit-reset-after"]) <= 1
        assert float(told["x-ratelimit-reset"]) > 1_700_000_000
    assert headers["x-ratelimit-bucket"] != also["x-ratelimit-bucket"]


async def test_a_route_beyond_its_limit_answers_429(server: LoopbackDiscord, guild: Guild) -> None:
    server.limits.limit("POST", MESSAGES, 1, per=30)
    path = f"/channels/{next(iter(guild.channels))}/messages"
    other = server.state.add_channel(guild, "other")
    assert (await raw(server, "POST", path, {"content": "1"}))[0] == 200
    status, headers, body = await raw(server, "POST", path, {"content": "2"})
    assert (status, headers["x-ratelimit-scope"], headers["via"]) == (429, "user", "1.1 loopback")
    assert body["message"] == "You are being rate limited."
    assert not body["global"]
    assert 29 < body["retry_after"] <= 30
    assert (await raw(server, "POST", f"/channels/{other.id}/messages", {"content": "3"}))[0] == 200


async def test_the_client_keeps_to_a_limit_that_it_was_told(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    server.limits.limit("POST", MESSAGES, 2, per=0.05)
    for number in range(5):
        await channel.send(str(number))
    statuses = [call.status for call in server.requests_to("POST", MESSAGES)]
    assert statuses.count(200) == 5
    assert [message.content for message in server.state.bot_messages] == list("01234")


async def test_the_client_waits_out_a_global_limit(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    server.limits.limit_all(1, per=0.05)
    await channel.send("one")
    await channel.typing()
    statuses = [call.status for call in server.requests_to("POST", "/channels/{}/typing")]
    assert (statuses[0], statuses[-1]) == (429, 204)


async def test_429_then_success(server: LoopbackDiscord, channel: discord.TextChannel) -> None:
    server.fail_next("POST", MESSAGES, 429, scope="shared")
    await channel.send("once")
    statuses = [call.status for call in server.requests_to("POST", MESSAGES)]
    assert statuses == [429, 200]
    assert 0.05 in server.waits
    assert len(server.state.bot_messages) == 1


# Faults


@pytest.mark.parametrize(("times", "waits"), [(1, [1]), (3, [1, 3, 5])])
async def test_5xx_then_success(
    server: LoopbackDiscord, channel: discord.TextChannel, times: int, waits: list[float]
) -> None:
    server.fail_next("POST", MESSAGES, 502 if times > 1 else 500, times)
    await channel.send("once")
    assert len(server.requests_to("POST", MESSAGES)) == times + 1
    assert len(server.state.bot_messages) == 1
    assert [wait for wait in server.waits if wait >= 1] == waits


async def test_a_server_that_fails_five_times_is_given_up(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    server.fail_next("POST", MESSAGES, 500, times=5)
    with pytest.raises(discord.DiscordServerError):
        await channel.send("never")
    assert server.state.bot_messages == []


async def test_a_message_may_stand_although_its_answer_was_lost(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    server.drop_next("POST", MESSAGES)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await channel.send("today's post", nonce="day-1")
    again = await channel.send("today's post", nonce="day-1")
    (stands,) = server.state.bot_messages
    assert again.id == stands.id
    assert [call.status for call in server.requests_to("POST", MESSAGES)] == [0, 200]


async def test_a_message_may_be_lost_with_its_connection(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    server.drop_next("POST", MESSAGES, done=False)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await channel.send("lost")
    assert server.state.bot_messages == []


async def test_an_answer_may_be_held_back(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    hold = server.hold_next("POST", MESSAGES)
    sending = asyncio.create_task(channel.send("slow"))
    await hold.reached.wait()
    assert server.state.bot_messages == []
    hold.release()
    assert (await sending).content == "slow"


async def test_no_connection_is_accepted(server: LoopbackDiscord) -> None:
    await server.refuse_connections()
    async with SampleBot() as bot:
        with pytest.raises(aiohttp.ClientConnectorError):
            await bot.login(server.token)
    server.port = closed_port()
    async with SampleBot() as bot:
        with led_to(server), pytest.raises(aiohttp.ClientConnectorError):
            await bot.login(server.token)


async def test_an_ordered_fault_that_meets_no_request_fails_the_test() -> None:
    async with LoopbackDiscord() as server:
        server.fail_next("GET", "/gateway")
        with pytest.raises(AssertionError, match="ANSWER GET /gateway"):
            server.verify()


# Permissions and unknown things


async def test_what_the_bot_may_not_do_is_forbidden(
    server: LoopbackDiscord, guild: Guild, channel: discord.TextChannel
) -> None:
    place = guild.channels[channel.id]
    place.overwrites = [Overwrite(guild.id, is_role=True, deny=permissions.EMBED_LINKS)]
    await channel.send("without an embed")
    with pytest.raises(discord.Forbidden, match="50013"):
        await channel.send(embed=discord.Embed(title="x"))
    place.overwrites = [Overwrite(guild.id, is_role=True, deny=permissions.VIEW_CHANNEL)]
    with pytest.raises(discord.Forbidden, match="50001"):
        await channel.send("unseen")
    role = server.state.add_role(guild, "bots")
    guild.members[server.state.bot.id].roles.append(role)
    place.overwrites.append(Overwrite(role.id, is_role=True, allow=permissions.VIEW_CHANNEL))
    await channel.send("seen again")
    server.refuse_next("POST", MESSAGES, 50013)
    with pytest.raises(discord.Forbidden, match="Missing Permissions"):
        await channel.send("refused")


async def test_unknown_things_are_told_as_discord_tells_them(
    server: LoopbackDiscord, bot: SampleBot, channel: discord.TextChannel
) -> None:
    elsewhere = server.state.add_guild(with_bot=False)
    for ask, words in (
        (bot.fetch_channel(1), r"10003\): Unknown Channel"),
        (channel.fetch_message(1), r"10008\): Unknown Message"),
        (bot.fetch_guild(elsewhere.id), r"10004\): Unknown Guild"),
        (bot.fetch_user(1), r"10013\): Unknown User"),
        (channel.guild.fetch_member(elsewhere.owner.id), r"10007\): Unknown Member"),
        (bot.tree.fetch_command(1), r"10063\): Unknown application command"),
    ):
        with pytest.raises(discord.NotFound, match=words):
            await ask


async def test_an_expired_interaction_is_unknown(
    server: LoopbackDiscord, guild: Guild, bot: SampleBot
) -> None:
    hold = server.hold_next("POST", "/interactions/{}/{}/callback")
    call = await server.member_slash(guild, server.state.add_member(guild), "slowly")
    await hold.reached.wait()
    server.expire(call)
    hold.release()
    assert "10062" in str(await asyncio.wait_for(bot.trouble.get(), 5))
    hook = f"/webhooks/{server.state.application.id}/{call.token}/messages/@original"
    status, _, body = await raw(server, "GET", hook)
    assert (status, body["code"]) == (401, 50027)


async def test_a_body_that_is_no_json_is_refused(server: LoopbackDiscord, guild: Guild) -> None:
    headers = {"Authorization": f"Bot {server.token}", "Content-Type": "application/json"}
    path = f"{server.api_url}/channels/{next(iter(guild.channels))}/messages"
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(path, data=b"{") as response,
    ):
        assert (response.status, (await response.json())["code"]) == (400, 50109)
