"""Which messages speak to the bot, and what they say."""

from __future__ import annotations

import pytest

from bot.addressing import Door, Line, read_line


def said(content: str, *, direct: bool = False, prefix: str = "!") -> Line | None:
    return read_line(content, bot=42, prefix=prefix, direct=direct)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("!teams", "teams"),
        ("  !teams  ", "teams"),
        ("! équipes du Tour", "équipes du Tour"),
        ("!à propos", "à propos"),
    ],
)
def test_a_prefix_opens_a_line(content: str, text: str) -> None:
    assert said(content) == Line(Door.PREFIX, "!", text)


@pytest.mark.parametrize("content", ["", "!", "!!", "!?", "! !", "teams", "hé !teams", "?teams"])
def test_other_messages_are_not_for_the_bot(content: str) -> None:
    assert said(content) is None


def test_the_prefix_is_the_operator_s() -> None:
    assert said("?teams", prefix="?") == Line(Door.PREFIX, "?", "teams")
    assert said("!teams", prefix="?") is None


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<@42> teams", "teams"),
        ("<@!42>teams", "teams"),
        ("<@42> !teams", "teams"),
        ("<@42>, teams", "teams"),
        ("teams <@42>", "teams"),
        ("qui a refusé, <@42> ?", "qui a refusé, ?"),
        ("<@42>", ""),
        ("<@42> !", ""),
    ],
)
def test_a_mention_counts_wherever_it_stands(content: str, text: str) -> None:
    line = said(content)
    assert line is not None
    assert (line.door, line.text) == (Door.MENTION, text)


def test_a_mention_of_someone_else_does_not_count() -> None:
    assert said("<@421> teams") is None
    assert said("<@&42> teams") is None


@pytest.mark.parametrize("content", ["teams", "!teams", " ! teams"])
def test_everything_in_direct_messages_is_for_the_bot(content: str) -> None:
    assert said(content, direct=True) == Line(Door.DIRECT, "", "teams")


def test_an_empty_direct_message_says_nothing() -> None:
    assert said("", direct=True) is None


def test_only_a_prefix_may_have_been_meant_for_another_bot() -> None:
    assert [door.sure for door in Door] == [False, True, True]


def test_the_first_word_names_the_command() -> None:
    assert Line(Door.PREFIX, "!", "teams du Tour").word == "teams"
    assert Line(Door.MENTION, "<@42>", "").word == ""
