"""A reply as a message for discord.py: embed or text, buttons, and nobody notified."""

from __future__ import annotations

import json

from hypothesis import given

from bot.cogs.buttons import (
    BUTTONS,
    CUSTOM_ID,
    LineButton,
    PageButton,
    SourceButton,
    Turn,
    page_id,
    source_id,
)
from bot.markup import width
from bot.render import LABEL, message_of, view_of
from bot.reply import Reply
from facts.model import Language
from tests.bot.discord.test_layout import REPLIES, UNHURRIED

LARGEST = 2**63 - 1


@UNHURRIED
@given(REPLIES)
async def test_every_message_keeps_discord_s_limits(reply: Reply) -> None:
    message = message_of(reply, LARGEST)
    embed = message["embed"]
    assert len(embed) <= 6_000
    assert message["allowed_mentions"].to_dict() == {"parse": []}
    json.dumps(embed.to_dict()).encode("ascii")
    rows = message["view"].to_components() if "view" in message else []
    buttons = [button for row in rows for button in row["components"]]
    assert len(rows) <= 5
    assert all(len(row["components"]) <= 5 for row in rows)
    assert all(1 <= len(button["custom_id"]) <= CUSTOM_ID for button in buttons)
    assert all(1 <= width(button["label"]) <= LABEL for button in buttons)
    assert len({button["custom_id"] for button in buttons}) == len(buttons)


async def test_a_message_without_embeds_shows_no_preview_either() -> None:
    message = message_of(Reply(Language.EN, "Yes."), 7, embeds=False)
    assert message["content"] == "Yes."
    assert message["suppress_embeds"] is True
    assert "embed" not in message


async def test_no_view_is_left_for_discord_py_to_keep() -> None:
    view = view_of(Reply(Language.EN, "Yes.", fact_ids=(1,)), 7)
    assert view is not None
    assert view.is_finished()


async def test_an_answer_without_facts_has_no_button() -> None:
    assert view_of(Reply(Language.EN, "Unknown."), 7) is None


async def test_an_answer_that_shows_its_sentences_offers_them_no_more() -> None:
    assert view_of(Reply(Language.EN, "Here.", fact_ids=(1,), command="source"), 7) is None


async def test_the_first_and_the_last_page_turn_one_way_only() -> None:
    for page, expected in ((1, [True, False]), (2, [False, False]), (3, [False, True])):
        reply = Reply(Language.EN, "", command="facts", page=page, pages=3)
        view = view_of(reply, 7)
        assert view is not None
        (row,) = view.to_components()
        assert [button["disabled"] for button in row["components"]] == expected


async def test_an_argument_too_long_for_a_button_gets_no_page_buttons() -> None:
    reply = Reply(Language.EN, "", command="facts", pages=3, argument="x" * 100)
    assert view_of(reply, 7) is None


async def test_lines_that_may_have_been_meant_become_buttons_once_each() -> None:
    lines = ("!teams", "!teams", "!release", "", "!a\nb", "!\ud800", "x" * 81)
    view = view_of(Reply(Language.EN, "?", suggestions=lines), 7)
    assert view is not None
    (row,) = view.to_components()
    assert [button["label"] for button in row["components"]] == ["!teams", "!release"]


async def test_what_a_button_knows_comes_back_from_its_custom_id() -> None:
    for button in (
        SourceButton((1, 35, 36, LARGEST)),
        PageButton(Turn(LARGEST, 12, "facts", "Tour: «é» 2022")),
        LineButton(LARGEST, "!équipes"),
    ):
        (kind,) = [each for each in BUTTONS if each.__name__ == type(button).__name__]
        match = button.template.fullmatch(button.custom_id)
        assert match is not None
        again = await kind.from_custom_id(None, button, match)  # type: ignore[arg-type]
        assert again.custom_id == button.custom_id


async def test_only_one_kind_of_button_reads_each_custom_id() -> None:
    ids = (source_id((1, 2)), page_id(Turn(1, 2, "facts", "x")), LineButton(1, "a").custom_id)
    for custom_id in ids:
        fitting = [
            kind for kind in BUTTONS if kind.__discord_ui_compiled_template__.fullmatch(custom_id)
        ]
        assert len(fitting) == 1


async def test_what_the_button_leaves_out_is_told() -> None:
    few, many = Reply(Language.EN, "Yes.", fact_ids=(1, 2)), tuple(range(1, 60))
    assert "button" not in str(message_of(few, 7)["embed"].to_dict())
    shown = str(message_of(Reply(Language.EN, "Yes.", fact_ids=many), 7)["embed"].to_dict())
    held = len(source_id(many).rpartition(":")[2].split("-"))
    assert f"first {held} of 59" in shown


def test_a_source_button_takes_as_many_facts_as_fit() -> None:
    custom_id = source_id(range(10**9, 10**9 + 50))
    assert CUSTOM_ID - 7 < len(custom_id) <= CUSTOM_ID
