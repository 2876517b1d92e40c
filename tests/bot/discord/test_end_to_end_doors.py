"""The doors to the bot: prefix, mention, direct messages, slash menu, in servers and outside."""

from __future__ import annotations

import discord
import pytest

from bot.commands import COMMANDS, Action
from facts.model import Language
from tests.bot.discord.support import asked, on_discord
from tests.fakes.discord import Guild, LoopbackDiscord, Member, MessageContentIntent

MESSAGES = "/channels/{}/messages"


@pytest.mark.parametrize(
    "typed", ["!equipes", "!ÉQUIPES", "!équipe", "! équipes", "!squads", "!Team", "!formations"]
)
async def test_accents_case_plural_and_aliases_do_not_matter(
    server: LoopbackDiscord, guild: Guild, fan: Member, typed: str
) -> None:
    async with on_discord(server) as scene:
        await server.member_says(guild, fan, typed)
        await server.wait_for_message(guild)
    assert scene.answers.asked[0][0] == "teams"


async def test_a_reply_refers_to_the_question_and_notifies_nobody(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        question = await server.member_says(guild, fan, "!teams @everyone")
        answer = await server.wait_for_message(guild)
    assert answer.reply_to is question
    assert answer.mentions == []
    assert not answer.mention_everyone


async def test_the_answer_comes_first_then_its_source_with_a_link(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    guild.preferred_locale = "fr"
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!équipes")
    (embed,) = answer.embeds
    assert embed["title"] == "Équipes"
    assert embed["description"] == (
        "teams\n- A\n- B\n\nSource\u00a0: La Gazette, 1er avril 2022 · "
        "[Lire l’article](<https://gazette.example/depart>)"
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("!teams l'équipe \"B", ("teams", Language.EN, 'équipe "B')),
        ("!facts \"Tour' 'B", (1, Language.EN, "Tour' 'B")),
        ("!facts UAE 3", (1, Language.EN, "UAE 3")),
        ("!facts 2 UAE", (2, Language.EN, "UAE")),
        (f"!teams {'x' * 1_900}", ("teams", Language.EN, "x" * 200)),
    ],
)
async def test_what_is_behind_a_command_reaches_the_desk_as_it_was_typed(
    server: LoopbackDiscord,
    guild: Guild,
    fan: Member,
    typed: str,
    expected: tuple[object, ...],
) -> None:
    async with on_discord(server) as scene:
        await asked(server, guild, fan, typed)
    assert scene.answers.asked == [expected]


async def test_the_options_of_the_slash_menu_reach_the_desk(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    options = {"page": 2, "sujet": "le film"}
    async with on_discord(server) as scene:
        call = await server.member_slash(guild, fan, "faits", options, locale="fr")
        await server.wait_for_response(call)
    assert scene.answers.asked == [(2, Language.FR, "le film")]


@pytest.mark.parametrize("typed", ["<@{bot}> teams", "<@!{bot}> !équipes", "teams <@{bot}>"])
async def test_a_mention_asks_too(
    server: LoopbackDiscord, guild: Guild, fan: Member, typed: str
) -> None:
    async with on_discord(server) as scene:
        await server.member_says(guild, fan, typed.format(bot=server.state.bot.id))
        await server.wait_for_message(guild)
    assert scene.answers.asked[0][0] == "teams"


async def test_a_mention_alone_gets_the_help(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    help_row = next(row for row in COMMANDS if row.action is Action.HELP)
    async with on_discord(server):
        answer = await asked(server, guild, fan, f"<@{server.state.bot.id}>")
    assert answer.text.startswith(help_row.heading(Language.EN))


async def test_a_mention_always_gets_an_answer(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, f"<@{server.state.bot.id}> xyzzy")
    assert "I don’t know “xyzzy”" in answer.text


async def test_a_near_miss_is_answered_with_a_button_that_asks_what_was_meant(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teamz")
        assert "Did you mean !teams?" in answer.text
        click = await server.member_clicks(answer, "!teams", fan)
        changed = await server.wait_for_response(click)
    assert changed is answer
    assert changed.text.startswith("Teams\nteams")


async def test_another_member_s_press_leaves_the_message_as_it_is(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    other = server.state.add_member(guild, "other")
    async with on_discord(server):
        answer = await asked(server, guild, fan, "!teamz")
        click = await server.member_clicks(answer, "!teams", other)
        copy = await server.wait_for_response(click)
    assert copy is not answer
    assert copy.ephemeral
    assert "Did you mean" in answer.text


@pytest.mark.parametrize("typed", ["!xyzzy", "!play the race song", "!", "!!!", "!?", "teams", ""])
async def test_what_was_not_meant_for_the_bot_is_left_alone(
    server: LoopbackDiscord, guild: Guild, fan: Member, typed: str
) -> None:
    async with on_discord(server):
        await server.member_says(guild, fan, typed)
        answer = await asked(server, guild, fan, "!teams")
    assert answer.reply_to is not None
    assert answer.reply_to.content == "!teams"
    assert len(server.requests_to("POST", MESSAGES)) == 1


async def test_other_bots_are_not_answered(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    robot = server.state.add_member(guild, "robot")
    robot.user.bot = True
    async with on_discord(server):
        await server.member_says(guild, robot, "!teams")
        await server.member_says(guild, fan, "!teams")
        await server.wait_for_message(guild)
    assert len(server.requests_to("POST", MESSAGES)) == 1


@pytest.mark.parametrize("typed", ["équipes", "!équipes", "/équipes"])
async def test_direct_messages_need_no_prefix(
    server: LoopbackDiscord, fan: Member, typed: str
) -> None:
    direct = server.state.direct_messages(fan.user)
    async with on_discord(server):
        answer = await asked(server, direct, fan, typed)
    assert answer.text.startswith("Équipes\nteams")


async def test_everything_said_in_direct_messages_is_answered(
    server: LoopbackDiscord, fan: Member
) -> None:
    direct = server.state.direct_messages(fan.user)
    async with on_discord(server):
        answer = await asked(server, direct, fan, "bonjour")
    assert "!équipes" in answer.text or "!teams" in answer.text


async def test_slash_commands_work_in_direct_messages(server: LoopbackDiscord, fan: Member) -> None:
    direct = server.state.direct_messages(fan.user)
    async with on_discord(server):
        call = await server.member_slash(direct, fan, "équipes", locale="fr")
        answer = await server.wait_for_response(call)
    assert answer.text.startswith("Équipes\nteams")


async def test_who_installed_the_bot_alone_asks_in_a_server_without_it(
    server: LoopbackDiscord, guild: Guild
) -> None:
    elsewhere = server.state.add_guild("Elsewhere", with_bot=False)
    fan = server.state.add_member(elsewhere, "fan")
    async with on_discord(server):
        call = await server.member_slash(elsewhere, fan, "équipes", locale="fr", user_install=True)
        answer = await server.wait_for_response(call)
        click = await server.member_clicks(answer, "Voir la phrase", fan, locale="fr")
        source = await server.wait_for_response(click)
    assert answer.text.startswith("Équipes\nteams")
    assert "Les coureurs arrivent." in source.text


async def test_who_installed_the_bot_alone_asks_between_two_members(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    friend = server.state.add_user("friend")
    private = server.state.direct_messages(fan.user, friend)
    async with on_discord(server):
        call = await server.member_slash(private, fan, "teams", user_install=True)
        answer = await server.wait_for_response(call)
    assert answer.text.startswith("Teams\nteams")


async def test_without_the_message_content_mentions_and_slash_commands_work(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    server.state.application.message_content = MessageContentIntent.OFF
    async with on_discord(server, message_content=False):
        await server.member_says(guild, fan, "!teams")
        asked = await server.member_says(guild, fan, f"<@{server.state.bot.id}> teams")
        answer = await server.wait_for_message(guild)
        call = await server.member_slash(guild, fan, "teams")
        await server.wait_for_response(call)
    assert answer.reply_to is asked


async def test_the_prefix_is_the_operator_s(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server, prefix="?"):
        await server.member_says(guild, fan, "!teams")
        asked = await server.member_says(guild, fan, "?teamz")
        answer = await server.wait_for_message(guild)
    assert answer.reply_to is asked
    assert "?teams" in answer.text


async def test_help_completes_the_names_of_commands(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        for typed, locale, expected in (
            ("equ", "fr", ["équipes"]),
            ("tea", "en-GB", ["teams"]),
            ("teamz", "en-US", ["teams"]),
            ("xyzzy", "fr", []),
        ):
            typing = await server.member_types(
                guild, fan, "help", {"command": typed}, focused="command", locale=locale
            )
            await server.wait_for_callback(typing)
            assert [choice["value"] for choice in typing.choices] == expected
        call = await server.member_slash(guild, fan, "aide", {"commande": "équipes"}, locale="fr")
        answer = await server.wait_for_response(call)
    assert answer.text.startswith("!équipes")


async def test_an_empty_option_shows_every_command(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        typing = await server.member_types(
            guild, fan, "help", {"command": ""}, focused="command", locale="fr"
        )
        await server.wait_for_callback(typing)
    assert len(typing.choices) == len(COMMANDS)


async def test_a_member_s_language_is_kept_and_the_confirmation_is_theirs_alone(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server) as scene:
        call = await server.member_slash(guild, fan, "language", {"language": "French"})
        confirmed = await server.wait_for_response(call)
        answer = await asked(server, guild, fan, "!teams")
    assert confirmed.ephemeral
    assert scene.store.members == {str(fan.user.id): Language.FR}
    assert answer.text.startswith("Équipes")


async def test_a_moderator_chooses_the_server_s_language_and_others_may_not(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    options = {"language": "fr", "for": "server"}
    role = server.state.add_role(guild, "moderators", discord.Permissions(manage_guild=True).value)
    moderator = server.state.add_member(guild, "moderator", [role])
    async with on_discord(server) as scene:
        call = await server.member_slash(guild, fan, "language", options)
        await server.wait_for_response(call)
        assert scene.store.guilds == {}
        call = await server.member_slash(guild, moderator, "language", options)
        await server.wait_for_response(call)
        assert scene.store.guilds == {str(guild.id): Language.FR}
        await asked(server, guild, moderator, "!langue en serveur")
    assert scene.store.guilds == {str(guild.id): Language.EN}


async def test_a_slash_command_answers_in_the_member_s_language(
    server: LoopbackDiscord, guild: Guild, fan: Member
) -> None:
    async with on_discord(server):
        call = await server.member_slash(guild, fan, "teams", locale="fr")
        answer = await server.wait_for_response(call)
    assert answer.text.startswith("Équipes")


async def test_the_bot_says_what_to_try_beside_its_name(server: LoopbackDiscord) -> None:
    async with on_discord(server, language=Language.FR):
        pass
    shown = server.gateway.identifies[0]["presence"]["game"]
    assert shown["state"] == "!aide · /aide"
