"""Text from outside is literal on Discord, notifies nobody, and is cut without a scar."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markup import ELLIPSIS, address, cut, defuse, escape, link, one_line, width

MENTIONS = re.compile(r"<(?:@[!&]?|#|/|a?:|t:|id:)|@(?:everyone|here)", re.IGNORECASE)
DANGEROUS = st.text(
    alphabet=st.sampled_from(list("\\`*_~|[]()<>#@&!:/+-.1 2\n\r\t\u200b\u202e😀é\u0301")),
    max_size=80,
)
PHRASES = st.lists(
    st.sampled_from(
        [
            "@everyone",
            "@here",
            "<@1>",
            "<@!1>",
            "<@&1>",
            "<#1>",
            "</help:1>",
            "<:x:1>",
            "<t:1>",
            "[a](https://b.example)",
            "https://evil.example",
            "discord.gg/abc",
            "**a**",
            "# a",
            "\n> a",
            "\n1. a",
            "||a||",
            "```a",
            "\\",
        ]
    )
).map(" ".join)
OUTSIDE = st.one_of(st.text(), DANGEROUS, PHRASES)


def plain(markup: str) -> str:
    """What Discord shows of an escaped text: each backslash gives way to the sign behind it."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markup)


def bare(markup: str) -> str:
    """What is left for Discord to read as markup: each escaped sign became a letter."""
    return re.sub(r"\\[^0-9A-Za-z\s]", "x", markup)


@pytest.mark.parametrize(
    "text",
    [
        "**gras**",
        "*a* _b_ __c__ ~~d~~ ||e||",
        "`code` ```bloc```",
        "# titre",
        "-# petit",
        "> cité",
        ">>> tout cité",
        "- point",
        "+ point",
        "1. premier",
        "2) second",
        "[texte](https://evil.example)",
        "C:\\dossier\\",
        "a\n  # b\n- c",
    ],
)
def test_markup_is_shown_and_not_read(text: str) -> None:
    escaped = escape(text)
    assert plain(escaped) == text
    assert not re.search(r"[\\`*_~|\[\]<]", bare(escaped))
    assert not re.search(r"^\s*(?:[#>+-]|\d+[.)])", bare(escaped), re.MULTILINE)


@pytest.mark.parametrize(
    "text",
    ["@everyone", "@here", "@Everyone", "<@1>", "<@!1>", "<@&1>", "<#1>", "</a:1>", "<:a:1>"],
)
def test_no_mention_survives(text: str) -> None:
    assert not MENTIONS.search(escape(text))
    assert not MENTIONS.search(defuse(text))


def test_an_address_in_a_text_is_no_link_and_an_invitation_is_none() -> None:
    assert "://" not in escape("voir https://evil.example et HTTP://x.example")
    assert "discord.gg/" not in escape("discord.gg/abc et DISCORD.GG/abc")
    assert "discord.com/" not in escape("https://discord.com/invite/abc")


def test_signs_that_turn_or_hide_the_text_are_left_out() -> None:
    assert escape("a\u202eb\x00c\x07d\ud800e\ufffff\ufdd0") == "abcdef"
    assert escape("a\r\nb\u2028c\n\n\n\nd") == "a\nb\nc\n\nd"


def test_ordinary_sentences_stay_as_they_are() -> None:
    sentence = "Du 1er au 24 juillet 2022 : l’équipe (huit coureurs) – « non » ! 52 minutes."
    assert escape(sentence) == sentence


@given(OUTSIDE)
def test_whatever_comes_in_no_mention_and_no_markup_goes_out(text: str) -> None:
    escaped = escape(text)
    assert not MENTIONS.search(escaped)
    assert not re.search(r"[\\`*_~|\[\]<]", bare(escaped))
    assert "://" not in escaped
    escaped.encode("utf-8")


@given(OUTSIDE, st.integers(min_value=0, max_value=60))
def test_a_cut_text_fits_and_stays_escaped(text: str, limit: int) -> None:
    escaped = escape(text)
    shorter = cut(escaped, limit)
    assert width(shorter) <= limit
    assert not MENTIONS.search(shorter)
    assert not re.search(r"[\\`*_~|\[\]<]", bare(shorter))
    if width(escaped) <= limit:
        assert shorter == escaped
    elif limit:
        assert shorter.endswith(ELLIPSIS)


def test_a_text_is_cut_at_a_word() -> None:
    assert cut("huit équipes suivies", 15) == "huit équipes…"
    assert cut("huit équipes", 12) == "huit équipes"


def test_a_long_word_is_cut_between_whole_signs() -> None:
    assert cut("😀" * 10, 5) == "😀😀…"
    assert cut("\\*" * 10, 4) == "\\*…"
    assert cut("e\u0301" * 5, 4) == "e\u0301…"
    assert cut("👩\u200d🚀👩\u200d🚀", 9) == "👩\u200d🚀…"


def test_lengths_are_counted_in_utf_16() -> None:
    assert width("é") == 1
    assert width("😀") == 2


def test_white_space_is_folded_on_one_line() -> None:
    assert one_line(" a\n\t b ") == "a b"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("http://a.example/x (1)", "http://a.example/x%20%281%29"),
        ("https://a.example/%C3%A9", "https://a.example/%C3%A9"),
        ("https://a.example/é>", "https://a.example/%C3%A9%3E"),
        ("javascript:alert(1)", None),
        ("ftp://a.example/", None),
        ("discord://-/invite/x", None),
        ("https://discord.com@evil.example/", None),
        ("https://", None),
        ("https://[broken/", None),
        ("//a.example", None),
        ("a.example", None),
        ("https://a.example/" + "x" * 1_000, None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: str | None) -> None:
    assert address(url) == safe


def test_a_link_does_not_unfurl_and_a_bad_address_leaves_the_words() -> None:
    assert link("Lire", "https://a.example") == "[Lire](<https://a.example>)"
    assert link("Lire", "file:///etc/passwd") == "Lire"


@given(st.text())
def test_no_address_breaks_out_of_its_link(url: str) -> None:
    safe = address(url)
    assert safe is None or not re.search(r"[\s<>()\[\]\\`]", safe)
