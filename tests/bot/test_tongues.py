"""Which language an answer is in: the first of these that tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.desk import Asker
from bot.tongues import language_of_locale
from facts.model import Language
from tests.bot.desks import MEMBER, TERMINAL, desk, stocked

FR, EN = Language.FR, Language.EN


@pytest.mark.parametrize(
    ("asker", "server", "member", "typed", "setting", "expected"),
    [
        # Everything below the line that decides speaks the other language.
        (replace(MEMBER, locale="en-GB", guild_locale="en-GB"), EN, FR, "teams", EN, FR),
        (replace(MEMBER, locale="fr", guild_locale="en-GB"), EN, None, "teams", EN, FR),
        (replace(MEMBER, guild_locale="en-GB"), FR, None, "teams", EN, FR),
        (replace(MEMBER, guild_locale="fr"), None, None, "teams", EN, FR),
        (replace(MEMBER, guild_locale="en-US"), None, None, "équipes", EN, FR),
        (replace(MEMBER, guild_locale="en-US"), None, None, "production", FR, EN),
        (replace(MEMBER, guild_locale=None), None, None, "production", FR, FR),
        # A locale that Musette does not speak tells nothing.
        (replace(MEMBER, locale="de", guild_locale="de"), None, None, "sortie", EN, FR),
        (replace(MEMBER, locale="de", guild_locale="pt-BR"), None, None, None, FR, FR),
        # In direct messages there is no server.
        (Asker("7", "7/9"), FR, None, "équipes", EN, FR),
        (Asker("7", "7/9"), FR, None, None, EN, EN),
        # At the terminal the word typed goes before the locale.
        (replace(TERMINAL, locale="fr_FR.UTF-8"), None, None, "teams", FR, EN),
        (replace(TERMINAL, locale="fr_FR.UTF-8"), None, None, "production", EN, FR),
        (replace(TERMINAL, locale="C"), None, None, "production", FR, FR),
        (replace(TERMINAL, locale="en_US.UTF-8"), None, FR, "teams", EN, FR),
    ],
)
async def test_the_first_that_tells_decides(
    *,
    asker: Asker,
    server: Language | None,
    member: Language | None,
    typed: str | None,
    setting: Language,
    expected: Language,
) -> None:
    store = await stocked()
    await store.set_guild_language("1", server)
    await store.set_member_language(asker.member, member)
    assert await desk(store, language=setting).language_for(asker, typed) is expected


async def test_a_word_of_both_languages_goes_on_in_that_of_the_conversation() -> None:
    bench = desk(await stocked())
    await bench.handle("équipes", TERMINAL)
    reply = await bench.handle("source", TERMINAL)
    assert reply is not None
    assert reply.language is FR


async def test_small_words_tell_the_language_of_a_line() -> None:
    bench = desk(await stocked())
    reply = await bench.handle("quel temps fait-il chez vous ?", TERMINAL)
    assert reply is not None
    assert reply.language is FR


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("fr", FR),
        ("fr_CA.UTF-8", FR),
        ("FR-be", FR),
        ("en-GB", EN),
        ("en", EN),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("frr", None),
        ("de-CH", None),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_is_a_language_or_nothing(locale: str | None, language: Language | None) -> None:
    assert language_of_locale(locale) is language
