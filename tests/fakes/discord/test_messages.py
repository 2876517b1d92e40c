"""Messages over the HTTP API: edited, deleted, read back, replied to, and whom they notify."""

from __future__ import annotations

import io
from typing import Any

import discord
import pytest

from tests.fakes.discord import Guild, LoopbackDiscord, MessageContentIntent, permissions
from tests.fakes.discord.sample_bot import SampleBot

MESSAGES = "/channels/{channel_id}/messages"


async def test_messages_are_edited_reacted_to_and_deleted(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    message = await channel.send("first")
    (kept,) = server.state.bot_messages
    await message.edit(content="second", embed=discord.Embed(title="new"))
    await message.add_reaction("🚲")
    assert (kept.text, kept.edited is not None) == ("second\nnew", True)
    assert kept.reactions == {"🚲": {server.state.bot.id}}
    assert (await channel.fetch_message(message.id)).content == "second"
    await message.delete()
    assert kept.deleted
    with pytest.raises(discord.NotFound):
        await message.edit(content="third")


async def test_a_member_s_message_is_not_the_bot_s_to_edit(
    server: LoopbackDiscord, guild: Guild, channel: discord.TextChannel
) -> None:
    said = await server.member_says(guild, server.state.add_member(guild), "mine")
    message = channel.get_partial_message(said.id)
    with pytest.raises(discord.Forbidden, match="50005"):
        await message.edit(content="yours")
    with pytest.raises(discord.Forbidden, match="50013"):
        await message.delete()


async def test_history_goes_both_ways(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    sent = [await channel.send(str(number)) for number in range(7)]

    async def read(**query: Any) -> str:
        return "".join([message.content async for message in channel.history(**query)])

    assert await read() == "6543210"
    assert await read(limit=2) == "65"
    assert await read(before=sent[3]) == "210"
    assert await read(after=sent[3]) == "456"
    assert await read(around=sent[3], limit=3) == "432"
    assert await read(limit=2, oldest_first=True) == "01"


async def test_direct_messages_are_opened_once_and_may_be_closed(
    server: LoopbackDiscord, bot: SampleBot
) -> None:
    fan = server.state.add_user("fan")
    user = await bot.fetch_user(fan.id)
    await user.send("hello")
    private = server.state.direct_messages(fan)
    assert (await server.wait_for_message(private)).content == "hello"
    fan.accepts_dms = False
    with pytest.raises(discord.Forbidden, match="50007"):
        await user.send("again")


async def test_a_file_travels_with_its_message(
    server: LoopbackDiscord, channel: discord.TextChannel
) -> None:
    message = await channel.send("look", file=discord.File(io.BytesIO(b"map"), "map.txt"))
    assert [each.filename for each in message.attachments] == ["map.txt"]
    (call,) = server.requests_to("POST", MESSAGES)
    assert (call.files, call.body["content"]) == (("map.txt",), "look")


@pytest.mark.parametrize(
    ("allowed", "notified"),
    [
        (discord.AllowedMentions.none(), (False, 0)),
        (discord.AllowedMentions(everyone=True, users=False), (True, 0)),
        (discord.AllowedMentions(everyone=False, users=True), (False, 1)),
        (discord.AllowedMentions.all(), (True, 1)),
    ],
)
async def test_mentions_are_those_that_are_allowed(
    server: LoopbackDiscord,
    guild: Guild,
    channel: discord.TextChannel,
    allowed: discord.AllowedMentions,
    notified: tuple[bool, int],
) -> None:
    guild.everyone.permissions |= permissions.MENTION_EVERYONE
    await channel.send(f"@everyone <@{guild.owner.id}>", allowed_mentions=allowed)
    (message,) = server.state.bot_messages
    assert (message.mention_everyone, len(message.mentions)) == notified


async def test_a_reply_names_what_it_replies_to(
    server: LoopbackDiscord, guild: Guild, channel: discord.TextChannel
) -> None:
    said = await server.member_says(guild, server.state.add_member(guild, "fan"), "hello")
    question = await channel.fetch_message(said.id)
    answer = await question.reply("hi", mention_author=True)
    (kept,) = server.state.bot_messages
    assert kept.reply_to is said
    assert [user.name for user in kept.mentions] == ["fan"]
    assert isinstance(answer.reference, discord.MessageReference)
    with pytest.raises(discord.HTTPException, match="Unknown message"):
        await channel.send(
            "hi", reference=discord.MessageReference(message_id=1, channel_id=channel.id)
        )


async def test_a_nonce_counts_only_where_it_is_given(
    server: LoopbackDiscord, bot: SampleBot, channel: discord.TextChannel
) -> None:
    path = discord.http.Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id)
    for body in ({"enforce_nonce": True}, {"enforce_nonce": True}, {"nonce": "1"}, {"nonce": "1"}):
        await bot.http.request(path, json={"content": "x", **body})
    assert len(server.state.bot_messages) == 4
    await bot.http.request(path, json={"content": "x", "nonce": "1", "enforce_nonce": True})
    assert len(server.state.bot_messages) == 4


async def test_history_hides_the_content_that_the_bot_may_not_read(
    server: LoopbackDiscord, guild: Guild, channel: discord.TextChannel
) -> None:
    said = await server.member_says(guild, server.state.add_member(guild), "a secret")
    assert (await channel.fetch_message(said.id)).content == "a secret"
    server.state.application.message_content = MessageContentIntent.OFF
    assert (await channel.fetch_message(said.id)).content == ""
