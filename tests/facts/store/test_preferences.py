"""What members, servers and the bot itself chose is kept."""

from __future__ import annotations

import pytest

from facts.errors import StoreError
from facts.model import Language
from facts.ports import PreferenceStore


async def test_a_member_who_chose_nothing_has_no_language(store: PreferenceStore) -> None:
    assert await store.member_language("1") is None


async def test_the_last_choice_counts(store: PreferenceStore) -> None:
    await store.set_member_language("1", Language.FR)
    await store.set_member_language("1", Language.EN)
    assert await store.member_language("1") is Language.EN


async def test_a_choice_can_be_taken_back(store: PreferenceStore) -> None:
    await store.set_member_language("1", Language.FR)
    await store.set_member_language("1", None)
    await store.set_member_language("2", None)
    assert await store.member_language("1") is None


async def test_members_and_servers_are_kept_apart(store: PreferenceStore) -> None:
    await store.set_member_language("1", Language.FR)
    await store.set_guild_language("1", Language.EN)
    await store.set_guild_language("2", Language.FR)
    await store.set_guild_language("2", None)
    assert await store.member_language("1") is Language.FR
    assert await store.member_language("2") is None
    assert await store.guild_language("1") is Language.EN
    assert await store.guild_language("2") is None


async def test_a_text_is_remembered_until_the_next(store: PreferenceStore) -> None:
    assert await store.remembered("commands") is None
    await store.remember("commands", "é'\"\\%:?$1")
    assert await store.remembered("commands") == "é'\"\\%:?$1"
    await store.remember("commands", "")
    assert await store.remembered("commands") == ""


@pytest.mark.parametrize("text", ["a\0b", "\ud83d"])
async def test_what_no_database_can_hold_is_refused(store: PreferenceStore, text: str) -> None:
    for attempt in (
        store.remember("name", text),
        store.remember(text, "text"),
        store.set_member_language(text, Language.FR),
        store.set_guild_language(text, None),
    ):
        with pytest.raises(StoreError, match="cannot be kept"):
            await attempt
    assert await store.remembered("name") is None
    assert await store.remembered(text) is None
    assert await store.member_language(text) is None
