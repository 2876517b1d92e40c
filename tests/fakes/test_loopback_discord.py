"""The loopback Discord behaves as Discord does towards the real discord.py client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
import pytest_asyncio
from discord.ext import commands

from tests.fakes.discord import (
    Guild,
    LoopbackDiscord,
    MessageContentIntent,
    NotOfferedError,
    loopback,
    running,
)
from tests.fakes.discord.openapi import published
from tests.fakes.discord.sample_bot import SampleBot, intents

MESSAGES = "/channels/{}/messages"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    async with loopback() as served:
        yield served


@pytest.fixture
def guild(server: LoopbackDiscord) -> Guild:
    return server.state.add_guild("Peloton", preferred_locale="fr")


async def test_the_client_is_ready_and_knows_its_guilds(
    server: LoopbackDiscord, guild: Guild
) -> None:
    bot = SampleBot()
    async with running(bot, server):
        await bot.is_up.wait()
        assert bot.user is not None
        assert bot.user.id == server.state.bot.id
        assert [each.name for each in bot.guilds] == ["Peloton"]
        assert bot.guilds[0].preferred_locale is discord.Locale.french
        assert bot.guilds[0].text_channels[0].name == "general"
        assert bot.guilds[0].me.guild_permissions.embed_links
        assert bot.application_flags.gateway_message_content
    assert server.gateway.identifies[0]["intents"] == intents().value


async def test_a_message_comes_in_and_the_answer_goes_out(
    server: LoopbackDiscord, guild: Guild
) -> None:
    fan = server.state.add_member(guild, "fan")
    async with running(SampleBot(), server):
        await server.member_says(guild, fan, "!teams")
        answer = await server.wait_for_message(guild)
    assert answer.text == "Here they are\nTeams\nCofidis"
    assert [each["custom_id"] for each in answer.controls] == [
        "details",
        "next",
        "opinion",
        "refresh",
        "stage",
    ]
    (call,) = server.requests_to("POST", MESSAGES)
    assert call.status == 200


async def test_a_slash_command_is_called_by_its_french_name(
    server: LoopbackDiscord, guild: Guild
) -> None:
    fan = server.state.add_member(guild, "fan")
    async with running(SampleBot(), server):
        call = await server.member_slash(guild, fan, "équipes", locale="fr")
        response = await server.wait_for_response(call)
        by_number = await server.member_slash(guild, fan, int(call.data["id"]))
        assert (await server.wait_for_response(by_number)).text == response.text
        with pytest.raises(NotOfferedError, match="no slash command équipes"):
            await server.member_slash(guild, fan, "équipes", locale="de")
    assert "Cofidis" in response.text
    assert not response.ephemeral


async def test_a_deferred_answer_and_its_ephemeral_follow_up(
    server: LoopbackDiscord, guild: Guild
) -> None:
    fan = server.state.add_member(guild, "fan")
    async with running(SampleBot(), server):
        call = await server.member_slash(guild, fan, "slowly")
        callback = await server.wait_for_callback(call)
        first = await server.wait_for_followup(call)
        second = await server.wait_for_followup(call)
        private = await server.member_slash(guild, guild.owner, "silently")
        hidden = await server.wait_for_response(private)
    assert callback["type"] == 5
    assert first is call.response
    assert (first.content, first.ephemeral) == ("late", False)
    assert (second.content, second.ephemeral) == ("and for you", True)
    assert (hidden.content, hidden.ephemeral) == ("only for you", True)


async def test_commands_in_direct_messages_and_for_a_member_who_installed_the_bot_alone(
    server: LoopbackDiscord, guild: Guild
) -> None:
    elsewhere = server.state.add_guild("Elsewhere", with_bot=False)
    fan = server.state.add_user("fan")
    server.state.add_member(elsewhere, fan)
    private = server.state.direct_messages(fan)
    friends = server.state.direct_messages(fan, server.state.add_user("friend"))
    async with running(SampleBot(), server):
        await server.member_says(private, fan, "!teams")
        answers = [await server.wait_for_message(private)]
        for place, alone in ((private, False), (friends, True), (elsewhere, True)):
            call = await server.member_slash(place, fan, "teams", user_install=alone)
            answers.append(await server.wait_for_response(call))
        with pytest.raises(NotOfferedError, match="the bot is not in Elsewhere"):
            await server.member_slash(elsewhere, fan, "teams")
        with pytest.raises(NotOfferedError, match="not offered in context 1"):
            await server.member_slash(private, fan, "ask", {"question": "where"})
        with pytest.raises(NotOfferedError, match="not for user installs"):
            await server.member_slash(elsewhere, fan, "slowly", user_install=True)
    assert ["Cofidis" in answer.text for answer in answers] == [True] * 4


@pytest.mark.parametrize("switch", [MessageContentIntent.ON, MessageContentIntent.LIMITED])
async def test_content_is_hidden_without_the_intent_unless_it_concerns_the_bot(
    server: LoopbackDiscord, guild: Guild, switch: MessageContentIntent
) -> None:
    server.state.application.message_content = switch
    fan = server.state.add_member(guild, "fan")
    private = server.state.direct_messages(fan.user)
    read: list[str] = []
    bot = SampleBot(intents(content=False))

    async def note(message: discord.Message) -> None:
        read.append(message.content)

    bot.add_listener(note, "on_message")
    async with running(bot, server):
        await server.member_says(guild, fan, "!teams")
        await server.member_says(private, fan, "!teams")
        await server.wait_for_message(private)
        await server.member_says(guild, fan, f"<@{server.state.bot.id}> teams")
        answer = await server.wait_for_message(guild)
    assert read[0] == ""
    assert answer.content == "Here they are"
    assert len(server.requests_to("POST", MESSAGES)) == 2


async def test_a_wrong_token_is_a_login_failure(server: LoopbackDiscord) -> None:
    async with SampleBot() as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.start("another token")


async def test_an_intent_that_is_switched_off_is_refused(server: LoopbackDiscord) -> None:
    server.state.application.message_content = MessageContentIntent.OFF
    async with SampleBot() as bot:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await bot.start(server.token)


async def test_the_gateway_closes_on_a_token_that_is_no_longer_good(
    server: LoopbackDiscord,
) -> None:
    server.gateway.refuse_next_identify(4004)
    async with SampleBot() as bot:
        with pytest.raises(discord.ConnectionClosed) as closed:
            await bot.start(server.token)
    assert closed.value.code == 4004


@pytest.mark.skipif(published() is None, reason="Discord's description is not beside the checkout")
async def test_a_request_that_discord_does_not_describe_is_refused_and_recorded(
    server: LoopbackDiscord, guild: Guild
) -> None:
    bot = SampleBot()
    async with running(bot, server):
        with pytest.raises(discord.HTTPException) as unknown:
            await bot.http.request(discord.http.Route("POST", "/bots/vote"))
        with pytest.raises(discord.HTTPException) as misfit:
            await bot.http.bulk_upsert_global_commands(
                server.state.application.id,
                payload=[{"name": "x", "description": 7}],
            )
    assert (unknown.value.status, misfit.value.status, misfit.value.code) == (400, 400, 50035)
    first, second = server.take_violations()
    assert first == "POST /bots/vote: is no path of Discord's API"
    assert "0.description: 7 is not of type" in second


async def test_an_embed_that_is_too_long_is_refused(server: LoopbackDiscord, guild: Guild) -> None:
    bot = SampleBot()
    async with running(bot, server):
        channel = bot.get_partial_messageable(next(iter(guild.channels)))
        with pytest.raises(discord.HTTPException, match="4096 or fewer") as refused:
            await channel.send(embed=discord.Embed(description="x" * 4097))
    assert (refused.value.status, refused.value.code) == (400, 50035)
    assert "embeds.0.description" in refused.value.text
    assert server.state.bot_messages == []
    if published() is not None:
        assert "embeds.0.description: Must be 4096" in server.take_violations()[0]


async def test_a_sharded_bot_hears_of_a_guild_on_its_shard(server: LoopbackDiscord) -> None:
    server.gateway.shards = 2
    guilds = [server.state.add_guild(name) for name in ("One", "Two", "Three")]
    bot = commands.AutoShardedBot("!", intents=intents(), guild_ready_timeout=0.01)
    async with running(bot, server):
        await asyncio.wait_for(bot.wait_until_ready(), 5)
        shards = {guild.id: guild.shard_id for guild in bot.guilds}
    assert shards == {guild.id: (guild.id >> 22) % 2 for guild in guilds}
    assert [each["shard"] for each in server.gateway.identifies] == [[0, 2], [1, 2]]
