"""Every reply fits into Discord's limits, with its answer first and its source at the end."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.layout import CONTENT, DESCRIPTION, FOOTER, TITLE, lay_out, lay_out_plain
from bot.markup import width
from bot.reply import Citation, Reply
from facts.model import Language
from tests.bot.discord.test_markup import MENTIONS, OUTSIDE, bare

LONG = st.one_of(
    OUTSIDE, st.tuples(OUTSIDE, st.integers(1, 400)).map(lambda pair: pair[0] * pair[1])
)
CITATIONS = st.builds(
    Citation,
    sentence=LONG,
    outlet=st.none() | LONG,
    title=st.none() | LONG,
    url=st.none() | st.sampled_from(["https://a.example/b", "javascript:x"]) | OUTSIDE,
    published=st.none() | st.dates(min_value=date(1900, 1, 1)),
)
REPLIES = st.builds(
    Reply,
    language=st.sampled_from(Language),
    text=LONG,
    heading=LONG,
    items=st.lists(LONG, max_size=40).map(tuple),
    hint=LONG,
    citations=st.lists(CITATIONS, max_size=6).map(tuple),
    fact_ids=st.lists(st.integers(1, 2**63 - 1), max_size=30).map(tuple),
    command=st.sampled_from([None, "teams", "facts", "source"]),
    argument=LONG,
    page=st.integers(1, 9),
    pages=st.integers(1, 9),
    suggestions=st.lists(OUTSIDE, max_size=8).map(tuple),
)
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Replies are long, and machines may be slow."""

OUR_LINK = re.compile(r"\[[^\[\]]+\]\(<https?://[^\s<>()]+>\)")

SOURCE = Citation(
    "Une phrase.", "La Gazette", "Le départ", "https://gazette.example/depart", date(2022, 4, 1)
)


def unmarked(body: str) -> str:
    """A body without the markup that is ours: source links and the dashes of a list."""
    return re.sub(r"^- ", "", OUR_LINK.sub("", bare(body)), flags=re.MULTILINE)


@UNHURRIED
@given(REPLIES)
def test_whatever_the_reply_the_parts_of_an_embed_fit(reply: Reply) -> None:
    parts = lay_out(reply)
    assert width(parts.title) <= TITLE
    assert width(parts.body) <= DESCRIPTION
    assert width(parts.footer) <= FOOTER
    assert width(parts.title) + width(parts.body) + width(parts.footer) <= 6_000
    assert parts.title or parts.body


@UNHURRIED
@given(REPLIES)
def test_whatever_the_reply_nobody_is_mentioned_and_no_markup_is_left_open(reply: Reply) -> None:
    parts = lay_out(reply)
    for text in (parts.title, parts.body, parts.footer):
        assert not MENTIONS.search(text)
    assert not re.search(r"[\\`*_~|\[\]<]", bare(parts.title))
    assert not re.search(r"[\\`*_~|\[\]<]", unmarked(parts.body))
    assert not re.search(r"^\s*(?:[#>+-]|\d+[.)])", unmarked(parts.body), re.MULTILINE)


@UNHURRIED
@given(REPLIES)
def test_whatever_the_reply_it_fits_into_a_plain_message(reply: Reply) -> None:
    text = lay_out_plain(reply)
    assert 0 < width(text) <= CONTENT
    assert not MENTIONS.search(text)
    assert bare(text).count("**") in (0, 2)


def test_the_answer_comes_first_and_the_source_last() -> None:
    reply = Reply(
        Language.FR,
        "Huit équipes sont suivies.",
        heading="Équipes",
        items=("Cofidis", "Groupama-FDJ"),
        hint="Un conseil",
        citations=(SOURCE,),
    )
    parts = lay_out(reply)
    assert parts.title == "Équipes"
    assert parts.footer == "Un conseil"
    assert parts.body == (
        "Huit équipes sont suivies.\n- Cofidis\n- Groupama-FDJ\n\n"
        "Source\u00a0: La Gazette, 1er avril 2022 · "
        "[Lire l’article](<https://gazette.example/depart>)"
    )


def test_a_plain_message_holds_the_same() -> None:
    reply = Reply(
        Language.EN,
        "Eight teams.",
        heading="Teams",
        items=("Cofidis",),
        hint="Try !source",
        citations=(SOURCE,),
    )
    assert lay_out_plain(reply) == (
        "**Teams**\nEight teams.\n- Cofidis\n\n"
        "Source: La Gazette, 1 April 2022 · [Read the article](<https://gazette.example/depart>)"
        "\n\nTry !source"
    )


def test_an_address_that_is_no_web_address_is_left_out() -> None:
    citation = Citation("Une phrase.", "La Gazette", None, "javascript:alert(1)", None)
    assert lay_out(Reply(Language.EN, "Yes.", citations=(citation,))).body.endswith(
        "Source: La Gazette"
    )


def test_a_source_of_which_nothing_is_known_is_not_named() -> None:
    citation = Citation("Une phrase.", None, None, None, None)
    assert lay_out(Reply(Language.EN, "Yes.", citations=(citation,))).body == "Yes."


def test_each_source_is_named_once_and_many_are_counted() -> None:
    many = tuple(Citation("a", f"Outlet {n}", None, None, None) for n in range(5))
    body = lay_out(Reply(Language.EN, "Yes.", citations=(SOURCE, SOURCE, *many))).body
    assert body.count("La Gazette") == 1
    assert body.endswith("Source: Outlet 1\n… and 3 more")


def test_a_list_that_is_too_long_says_how_many_are_left_out() -> None:
    items = tuple(f"équipe numéro {number}" for number in range(1_000))
    reply = Reply(Language.FR, "Beaucoup.", items=items, citations=(SOURCE,))
    body = lay_out(reply).body
    shown = body.count("\n- ")
    assert 0 < shown < 1_000
    assert f"\n… et {1_000 - shown} de plus\n" in body
    assert body.endswith("(<https://gazette.example/depart>)")
    assert width(body) > DESCRIPTION - 100


def test_one_item_that_is_too_long_is_cut_at_a_word() -> None:
    reply = Reply(Language.EN, "Long.", items=("mot " * 2_000, "next"))
    body = lay_out(reply).body
    assert body.endswith(" mot…\n… and 1 more")
    assert width(body) <= DESCRIPTION


def test_a_long_text_leaves_room_for_its_list_and_its_source() -> None:
    reply = Reply(Language.EN, "word " * 2_000, items=("Cofidis",), citations=(SOURCE,))
    body = lay_out(reply).body
    assert "word…\n- Cofidis\n\nSource: " in body


def test_an_item_stands_on_one_line() -> None:
    assert lay_out(Reply(Language.EN, "", items=("a\n# b\n- c",))).body == "- a # b - c"


def test_an_empty_reply_is_still_a_message() -> None:
    assert lay_out(Reply(Language.EN, "")).body == "…"
    assert lay_out_plain(Reply(Language.EN, "\u202e")) == "…"
