"""Starting and stopping: the menu is told once, failures are one sentence, the end is quiet."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.client import run_discord
from bot.settings import Settings
from facts.errors import DiscordStartError
from tests.bot.desks import desk
from tests.bot.discord.support import NOWHERE, on_discord, settings_for
from tests.fakes.discord import (
    Guild,
    LoopbackDiscord,
    Member,
    MessageContentIntent,
    closed_port,
    short_waits,
)
from tests.fakes.stores import MemoryStore

COMMANDS = "/applications/{}/commands"
TOKEN = "loopback-bot-token"


async def failure(settings: Settings) -> str:
    """The sentence with which a start fails."""
    store = MemoryStore()
    with pytest.raises(DiscordStartError) as caught:
        await run_discord(settings, desk(store), store)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert caught.value.exit_code != 0
    return sentence


# The menu


async def test_the_menu_is_told_at_the_first_start_alone(server: LoopbackDiscord) -> None:
    store = MemoryStore()
    for _ in range(2):
        async with on_discord(server, store=store):
            pass
    assert len(server.requests_to("PUT", COMMANDS)) == 1


async def test_a_changed_menu_is_told_again(server: LoopbackDiscord) -> None:
    store = MemoryStore()
    async with on_discord(server, store=store):
        (name,) = store.notes
    store.notes[name] = "what an older table made"
    async with on_discord(server, store=store):
        pass
    assert len(server.requests_to("PUT", COMMANDS)) == 2


async def test_another_application_on_the_same_store_gets_its_menu(
    server: LoopbackDiscord,
) -> None:
    store = MemoryStore()
    store.notes["discord.commands.1"] = "another bot's"
    async with on_discord(server, store=store):
        pass
    assert len(store.notes) == 2
    assert len(server.requests_to("PUT", COMMANDS)) == 1


async def test_a_menu_that_discord_refuses_does_not_stop_the_bot(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    store = MemoryStore()
    server.refuse_next("PUT", COMMANDS, 50035)
    async with on_discord(server, store=store):
        await server.member_says(guild, fan, "!help")
        await server.wait_for_message(guild)
    assert store.notes == {}
    assert any("did not take the slash commands" in r.getMessage() for r in caplog.records)
    async with on_discord(server, store=store):
        pass
    assert len(store.notes) == 1


async def test_the_menu_speaks_french_and_is_offered_everywhere(server: LoopbackDiscord) -> None:
    async with on_discord(server):
        pass
    menu = {command["name"]: command for command in server.state.commands.values()}
    teams, language = menu["teams"], menu["language"]
    assert teams["name_localizations"] == {"fr": "équipes"}
    assert set(teams["description_localizations"]) == {"fr"}
    assert teams["contexts"] == [0, 1, 2]
    assert teams["integration_types"] == [0, 1]
    assert teams["options"][0]["name_localizations"] == {"fr": "sujet"}
    assert [option["name"] for option in language["options"]] == ["language", "for"]
    french = language["options"][0]["choices"][0]
    assert (french["value"], french["name_localizations"]) == ("fr", {"fr": "français"})


# Failures


async def test_a_wrong_token(server: LoopbackDiscord) -> None:
    sentence = await failure(settings_for(server, token="not-the-token"))
    assert "DISCORD_TOKEN" in sentence
    assert "https://discord.com/developers/applications" in sentence


@pytest.mark.parametrize(
    "token", [None, "Bot abc", '"abc"', "a b", "clé", "abc\r\nX-Evil: 1", "abc\x00"]
)
async def test_a_token_that_can_be_none_is_not_even_sent(
    server: LoopbackDiscord, token: str | None
) -> None:
    sentence = await failure(settings_for(server, token=token))
    assert "DISCORD_TOKEN" in sentence
    assert server.requests == []


async def test_a_token_that_the_gateway_refuses(server: LoopbackDiscord) -> None:
    server.gateway.refuse_next_identify(4004)
    assert "DISCORD_TOKEN" in await failure(settings_for(server))


async def test_the_missing_message_content_intent(server: LoopbackDiscord) -> None:
    server.state.application.message_content = MessageContentIntent.OFF
    sentence = await failure(settings_for(server))
    assert "Bot, Message Content Intent" in sentence
    assert "https://discord.com/developers/applications" in sentence
    assert "MUSETTE_MESSAGE_CONTENT=off" in sentence


async def test_a_gateway_that_closes_for_good(server: LoopbackDiscord) -> None:
    server.gateway.refuse_next_identify(4012)
    assert "4012" in await failure(settings_for(server))


async def test_no_network() -> None:
    url = f"http://127.0.0.1:{closed_port()}"
    sentence = await failure(Settings(data_dir=NOWHERE, token=TOKEN, api_url=url))
    assert f"DISCORD_API_URL ({url})" in sentence
    assert "refused" in sentence


async def test_a_name_that_nobody_knows() -> None:
    url = "http://discord.invalid/api/v10"
    sentence = await failure(Settings(data_dir=NOWHERE, token=TOKEN, api_url=url))
    assert "its name is not known" in sentence


async def test_a_gateway_that_cannot_be_reached(server: LoopbackDiscord) -> None:
    url = f"ws://127.0.0.1:{closed_port()}"
    sentence = await failure(settings_for(server, gateway_url=url))
    assert f"DISCORD_GATEWAY_URL ({url})" in sentence


async def test_a_gateway_that_is_none(server: LoopbackDiscord) -> None:
    url = server.gateway_url.replace("/gateway", "/elsewhere")
    assert "no gateway" in await failure(settings_for(server, gateway_url=url))


@pytest.mark.parametrize("path", ["/users/@me", "/gateway/bot"])
async def test_discord_asks_to_wait_long(server: LoopbackDiscord, path: str) -> None:
    server.fail_next("GET", path, status=429, retry_after=600)
    assert "wait 600 seconds" in await failure(settings_for(server))


async def test_discord_refuses_to_name_its_gateway(server: LoopbackDiscord) -> None:
    server.fail_next("GET", "/gateway/bot", status=403)
    assert "status 403" in await failure(settings_for(server))


async def test_discord_has_trouble_of_its_own(server: LoopbackDiscord) -> None:
    server.fail_next("GET", "/users/@me", status=500, times=5)
    with short_waits():
        assert "discordstatus.com" in await failure(settings_for(server))


async def test_a_short_trouble_at_the_start_is_waited_out(server: LoopbackDiscord) -> None:
    server.fail_next("GET", "/users/@me", status=500)
    server.fail_next("GET", "/gateway/bot", status=429, retry_after=0.01)
    with short_waits():
        async with on_discord(server):
            pass
    assert len(server.gateway.identifies) == 1


@asynccontextmanager
async def something_else(answer: web.Response) -> AsyncIterator[Settings]:
    """An HTTP server that is no Discord, and settings that lead to it."""

    async def serve(_: web.Request) -> web.Response:
        return answer

    application = web.Application()
    application.router.add_route("*", "/{rest:.*}", serve)
    runner = web.AppRunner(application)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield Settings(data_dir=NOWHERE, token=TOKEN, api_url=url)
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (web.Response(text="<html>Welcome</html>", content_type="text/html"), "is not Discord"),
        (web.json_response({"hello": 1}), "is not Discord"),
        (web.json_response([]), "is not Discord"),
        (web.Response(text="{", content_type="application/json"), "is not Discord"),
        (web.Response(status=404), "status 404"),
        (web.Response(status=429, headers={"Retry-After": "120"}), "wait 120 seconds"),
        (web.Response(status=429, text="error code: 1015"), "wait an hour"),
    ],
)
async def test_what_answers_is_not_discord(answer: web.Response, expected: str) -> None:
    async with something_else(answer) as settings:
        assert expected in await failure(settings)


async def test_the_token_stands_in_no_log(
    server: LoopbackDiscord, guild: Guild, fan: Member, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with on_discord(server):
        await server.member_says(guild, fan, "!teams")
        await server.wait_for_message(guild)
        logging.getLogger("any").error("%s", server.token)
    ours = [record for record in caplog.records if not record.name.startswith("aiohttp.server")]
    assert ours
    assert all(server.token not in record.getMessage() for record in ours)
