"""`/read` and `!read` over real sockets: Discord on one side, an outlet's page on the other."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.desk import Desk
from bot.reading_in import Reader
from facts.model import Language
from tests.bot.discord.support import asked, on_discord
from tests.bot.test_read import PAGE
from tests.fakes.discord import Guild, LoopbackDiscord, Member, NotOfferedError
from tests.fakes.stores import MemoryStore
from tests.fakes.web import LoopbackWeb, loopback_web

MANAGE_GUILD = 1 << 5
EPHEMERAL = 1 << 6


@pytest_asyncio.fixture
async def served() -> AsyncIterator[LoopbackWeb]:
    async with loopback_web() as web:
        yield web


@pytest.fixture
def moderator(server: LoopbackDiscord, guild: Guild) -> Member:
    role = server.state.add_role(guild, "moderators", MANAGE_GUILD)
    return server.state.add_member(guild, "moderator", [role])


def desk_of(store: MemoryStore, served: LoopbackWeb) -> Desk:
    return Desk(store, store, language=Language.EN, read=Reader(store, served.fetcher()))


@pytest.mark.parametrize("spoken", [("read", "en-GB"), ("lire", "fr")])
async def test_a_moderator_has_a_page_read(
    server: LoopbackDiscord,
    guild: Guild,
    moderator: Member,
    served: LoopbackWeb,
    spoken: tuple[str, str],
) -> None:
    name, locale = spoken
    store = MemoryStore()
    url = served.page("/a", PAGE)
    async with on_discord(server, store=store, desk_used=desk_of(store, served)):
        call = await server.member_slash(guild, moderator, name, {"url": url}, locale=locale)
        answer = await server.wait_for_response(call)
    assert "La Gazette" in answer.text
    assert answer.flags & EPHEMERAL
    assert len(await store.articles()) == 1


async def test_a_page_that_takes_long_is_announced_to_the_moderator_alone(
    server: LoopbackDiscord, guild: Guild, moderator: Member, served: LoopbackWeb
) -> None:
    store = MemoryStore()
    url = served.stalls("/a")
    async with on_discord(server, store=store, desk_used=desk_of(store, served), patience=0.0):
        call = await server.member_slash(guild, moderator, "read", {"url": url})
        await server.wait_for_request("POST", "/interactions/{}/{}/callback")
        served.released.set()
        answer = await server.wait_for_response(call)
    assert answer.flags & EPHEMERAL
    (article,) = await store.articles()
    assert article.text == "late"


async def test_a_member_is_not_offered_it(
    server: LoopbackDiscord, guild: Guild, fan: Member, served: LoopbackWeb
) -> None:
    store = MemoryStore()
    async with on_discord(server, store=store, desk_used=desk_of(store, served)):
        with pytest.raises(NotOfferedError):
            await server.member_slash(guild, fan, "read", {"url": served.page("/a", PAGE)})


async def test_it_is_offered_on_servers_alone(
    server: LoopbackDiscord, moderator: Member, served: LoopbackWeb
) -> None:
    store = MemoryStore()
    async with on_discord(server, store=store, desk_used=desk_of(store, served)):
        direct = server.state.direct_messages(moderator.user, server.state.bot)
        with pytest.raises(NotOfferedError):
            await server.member_slash(direct, moderator.user, "read", {"url": "https://x.example"})


@pytest.mark.parametrize("line", ["!read {}", "!lire <{}>"])
async def test_by_prefix_a_moderator_has_a_page_read(
    server: LoopbackDiscord, guild: Guild, moderator: Member, served: LoopbackWeb, line: str
) -> None:
    store = MemoryStore()
    said = line.format(served.page("/a", PAGE))
    async with on_discord(server, store=store, desk_used=desk_of(store, served)):
        answer = await asked(server, guild, moderator, said)
    assert "La Gazette" in answer.text
    assert len(await store.articles()) == 1


async def test_by_prefix_a_member_is_refused(
    server: LoopbackDiscord, guild: Guild, fan: Member, served: LoopbackWeb
) -> None:
    store = MemoryStore()
    async with on_discord(server, store=store, desk_used=desk_of(store, served)):
        answer = await asked(server, guild, fan, f"!read {served.page('/a', PAGE)}")
    assert "manage the server" in answer.text
    assert (served.requests, await store.articles()) == ([], [])


@pytest.mark.parametrize("place", ["/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/", "-"])
async def test_this_machine_stays_closed(
    server: LoopbackDiscord, guild: Guild, moderator: Member, served: LoopbackWeb, place: str
) -> None:
    store = MemoryStore()
    async with on_discord(server, store=store, desk_used=desk_of(store, served)):
        answer = await asked(server, guild, moderator, f"!read {place}")
    assert await store.articles() == []
    assert "give" in answer.text or "check" in answer.text
