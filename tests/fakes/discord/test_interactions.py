"""Interactions: options, buttons, menus and forms; what is not offered, what is answered twice."""

from __future__ import annotations

import asyncio

import pytest

from tests.fakes.discord import Guild, LoopbackDiscord, NotOfferedError, running
from tests.fakes.discord.sample_bot import SampleBot


async def test_options_reach_the_command_with_both_locales(
    server: LoopbackDiscord, guild: Guild
) -> None:
    fan = server.state.add_member(guild, "fan")
    async with running(SampleBot(), server):
        call = await server.member_slash(
            guild, fan, "demander", {"demande": "où", "place": "All", "who": fan}, locale="fr"
        )
        response = await server.wait_for_response(call)
        typed = await server.member_types(guild, fan, "ask", {"question": "t"}, focused="question")
        await server.wait_for_callback(typed)
    assert response.content == "où a fan fr en-US"
    assert typed.choices == [{"name": "t?", "value": "t"}]


@pytest.mark.parametrize(
    ("name", "options", "reason"),
    [
        ("unheard", {}, "no slash command unheard"),
        ("ask", {}, "needs question"),
        ("ask", {"question": "x"}, "too short"),
        ("ask", {"question": "where", "place": "nowhere"}, "no choice"),
        ("ask", {"question": 3}, "does not fit"),
        ("ask", {"question": "where", "colour": "red"}, "no option colour"),
        ("ask now", {"question": "where"}, "no sub-command now"),
    ],
)
async def test_members_cannot_do_what_discord_does_not_offer(
    server: LoopbackDiscord, guild: Guild, name: str, options: dict[str, object], reason: str
) -> None:
    fan = server.state.add_member(guild, "fan")
    async with running(SampleBot(), server):
        with pytest.raises(NotOfferedError, match=reason):
            await server.member_slash(guild, fan, name, options)


async def test_a_click_may_be_answered_late_and_a_menu_gives_its_values(
    server: LoopbackDiscord, guild: Guild
) -> None:
    fan = server.state.add_member(guild, "fan")
    async with running(SampleBot(), server):
        await server.member_says(guild, fan, "!teams")
        answer = await server.wait_for_message(guild)
        click = await server.member_clicks(answer, "refresh", fan)
        await server.watch.until(lambda: answer.content == "fresh", "an edit")
        chosen = await server.member_clicks(answer, "stage", fan, values=["2"])
        shown = await server.wait_for_response(chosen)
        with pytest.raises(NotOfferedError, match="are not among"):
            await server.member_clicks(answer, "stage", fan, values=["3"])
    assert click.callback == {"type": 6}
    assert (shown.content, shown.ephemeral) == ("Stage 2 it is", True)


async def test_a_stranger_and_a_member_without_the_permission_are_not_offered_commands(
    server: LoopbackDiscord, guild: Guild
) -> None:
    fan, stranger = server.state.add_member(guild, "fan"), server.state.add_user("stranger")
    async with running(SampleBot(), server):
        with pytest.raises(NotOfferedError, match="stranger is not there"):
            await server.member_slash(guild, stranger, "teams")
        with pytest.raises(NotOfferedError, match="stranger is not there"):
            await server.member_says(guild, stranger, "!teams")
        with pytest.raises(NotOfferedError, match="fan may not use /silently"):
            await server.member_slash(guild, fan, "silently")
        call = await server.member_slash(guild, guild.owner, "silently")
        assert (await server.wait_for_response(call)).content == "only for you"


async def test_buttons_show_edit_and_ask_back(server: LoopbackDiscord, guild: Guild) -> None:
    fan, other = server.state.add_member(guild, "fan"), server.state.add_member(guild, "other")
    async with running(SampleBot(), server):
        await server.member_says(guild, fan, "!teams")
        answer = await server.wait_for_message(guild)
        shown = await server.wait_for_response(await server.member_clicks(answer, "Source", other))
        form = await server.member_clicks(answer, "opinion", fan)
        await server.wait_for_callback(form)
        sent = await server.member_submits(form, {"line": "fine"})
        said = await server.wait_for_response(sent)
        turned = await server.wait_for_response(await server.member_clicks(answer, "next", fan))
        with pytest.raises(NotOfferedError, match="cannot be clicked"):
            await server.member_clicks(answer, "next", fan)
        with pytest.raises(NotOfferedError, match="no control"):
            await server.member_clicks(shown, "next", other)
        with pytest.raises(NotOfferedError, match="fan does not see"):
            await server.member_clicks(shown, "next", fan)
    assert (shown.content, shown.ephemeral) == ("the sentence", True)
    assert said.content == "You wrote fine"
    assert turned is answer
    assert turned.content == "page 2"


async def test_an_interaction_is_answered_once_and_in_time(
    server: LoopbackDiscord, guild: Guild
) -> None:
    fan = server.state.add_member(guild, "fan")
    bot = SampleBot()
    path = "/interactions/{}/{}/callback"
    async with running(bot, server):
        hold = server.hold_next("POST", path)
        call = await server.member_slash(guild, fan, "teams")
        await hold.reached.wait()
        call.callback = {"type": 5}
        hold.release()
        twice = await asyncio.wait_for(bot.trouble.get(), 5)
        server.refuse_next("POST", path, 10062)
        await server.member_slash(guild, fan, "teams")
        late = await asyncio.wait_for(bot.trouble.get(), 5)
    assert "40060" in str(twice)
    assert "already been acknowledged" in str(twice)
    assert "10062" in str(late)


async def test_commands_keep_their_numbers_over_a_sync(
    server: LoopbackDiscord, guild: Guild
) -> None:
    bot = SampleBot()
    async with running(bot, server):
        before = {command.name: command.id for command in await bot.tree.fetch_commands()}
        bot.tree.remove_command("slowly")
        after = {command.name: command.id for command in await bot.tree.sync()}
    assert sorted(before) == ["ask", "silently", "slowly", "teams"]
    assert after == {name: number for name, number in before.items() if name != "slowly"}
