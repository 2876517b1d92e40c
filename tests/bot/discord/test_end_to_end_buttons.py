"""The buttons under an answer: the source sentence, and the pages."""

from __future__ import annotations

import pytest

from bot.cogs.buttons import Turn, page_id, source_id
from facts.model import Language
from tests.bot.desks import SENTENCES, stocked
from tests.bot.discord.support import asked, on_discord
from tests.fakes.discord import Guild, LoopbackDiscord, Member, Message
from tests.fakes.discord.permissions import BASIC, EMBED_LINKS

NEXT, PREVIOUS, SENTENCE = "Next ›", "‹ Previous", "Show the sentence"


@pytest.fixture
def other(server: LoopbackDiscord, guild: Guild) -> Member:
    return server.state.add_member(guild, "other")


def shown_page(message: Message) -> int:
    """The page of three that a message shows, by which of its buttons can be pressed."""
    back, forth = message.controls[:2]
    assert (back["label"], forth["label"]) == (PREVIOUS, NEXT)
    if back.get("disabled"):
        return 1
    return 3 if forth.get("disabled") else 2


async def test_the_source_sentence_is_shown_to_the_one_who_asked_for_it(
    server: LoopbackDiscord, guild: Guild, fan: Member, other: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teams")
        assert SENTENCES[0] not in answer.text
        click = await server.member_clicks(answer, SENTENCE, other)
        shown = await server.wait_for_response(click)
    assert shown.ephemeral
    for sentence in SENTENCES:
        assert sentence in shown.text
    assert "La Gazette, 1 April 2022" in shown.text
    assert shown.controls == []


async def test_the_sentence_comes_in_the_words_of_the_one_who_asks(
    server: LoopbackDiscord, guild: Guild, fan: Member, other: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teams")
        click = await server.member_clicks(answer, SENTENCE, other, locale="fr")
        shown = await server.wait_for_response(click)
    assert "1er avril 2022" in shown.text


async def test_a_button_works_after_a_restart(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    store = await stocked()
    async with on_discord(server, store=store):
        answer = await asked(server, guild, fan, "!facts")
    async with on_discord(server, store=store):
        click = await server.member_clicks(answer, SENTENCE, fan)
        assert SENTENCES[0] in (await server.wait_for_response(click)).text
        click = await server.member_clicks(answer, NEXT, fan)
        assert (await server.wait_for_response(click)) is answer
    assert shown_page(answer) == 2


async def test_the_asker_turns_the_pages_of_their_message(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server) as scene:
        answer = await asked(server, guild, fan, "!facts film")
        for button, page in ((NEXT, 2), (NEXT, 3), (PREVIOUS, 2)):
            click = await server.member_clicks(answer, button, fan)
            assert (await server.wait_for_response(click)) is answer
            assert scene.answers.asked[-1] == (page, Language.EN, "film")
            assert shown_page(answer) == page
    assert len(guild.channels) == 1
    assert [message.author for message in server.state.bot_messages] == [server.state.bot]


async def test_another_member_gets_a_copy_of_their_own_and_turns_that(
    server: LoopbackDiscord, guild: Guild, fan: Member, other: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!facts")
        click = await server.member_clicks(answer, NEXT, other)
        copy = await server.wait_for_response(click)
        assert copy.ephemeral
        assert (shown_page(copy), shown_page(answer)) == (2, 1)
        click = await server.member_clicks(copy, NEXT, other)
        assert (await server.wait_for_response(click)) is copy
    assert shown_page(copy) == 3


async def test_an_answer_to_a_slash_command_has_the_same_buttons(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        call = await server.member_slash(guild, fan, "facts", {"page": 2})
        answer = await server.wait_for_response(call)
        click = await server.member_clicks(answer, PREVIOUS, fan)
        assert (await server.wait_for_response(click)) is answer
    assert shown_page(answer) == 1


async def test_a_message_without_embeds_turns_its_pages_without_embeds(
    server: LoopbackDiscord, fan: Member
) -> None:
    guild = server.state.add_guild("Strict", everyone=BASIC & ~EMBED_LINKS)
    member = server.state.add_member(guild, fan.user)
    async with on_discord(server):
        answer = await asked(server, guild, member, "!facts")
        click = await server.member_clicks(answer, NEXT, member)
        await server.wait_for_response(click)
    assert answer.content.startswith("**Facts**")
    assert shown_page(answer) == 2
    assert answer.embeds == []


async def test_a_page_of_a_command_that_is_gone_says_so(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!facts")
        button = next(each for each in answer.controls if each["label"] == NEXT)
        button["custom_id"] = page_id(Turn(fan.user.id, 2, "gone", ""))
        click = await server.member_clicks(answer, button["custom_id"], fan)
        said = await server.wait_for_response(click)
    assert said.ephemeral
    assert "That answer is old" in said.text


async def test_facts_that_are_gone_are_said_to_be(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teams")
        button = next(each for each in answer.controls if each["label"] == SENTENCE)
        button["custom_id"] = source_id((98, 99))
        click = await server.member_clicks(answer, button["custom_id"], fan)
        said = await server.wait_for_response(click)
    assert "no longer find the sentence" in said.text


async def test_presses_count_as_questions_in_a_flood(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teams")
        for _ in range(4):
            click = await server.member_clicks(answer, SENTENCE, fan)
            await server.wait_for_response(click)
        click = await server.member_clicks(answer, SENTENCE, fan)
        notice = await server.wait_for_response(click)
    assert notice.ephemeral
    assert "Try again in 10 s" in notice.text
