"""Replies as a terminal shows them, plain and on a screen."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.console import Screen, answer_lines, converse, lines_of, plain
from bot.desk import Citation, Reply
from bot.streams import clean
from facts.errors import StoreError
from facts.model import Answer, Language
from facts.ports import FactStore
from tests.bot.desks import TERMINAL, Answers, desk, stocked

CITED = Citation("A sentence.", "La Gazette", "Le départ", "https://g.example/1", date(2022, 4, 1))


def _screen() -> tuple[Screen, io.StringIO]:
    out = io.StringIO()
    return Screen(out), out


@pytest.mark.parametrize(
    ("outside", "shown"),
    [
        ("plain é 🚴 «\u00a0x\u00a0»", "plain é 🚴 «\u00a0x\u00a0»"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07", "]0;title"),
        ("\x9b2J\x00\x08\x7f", "2J"),
        ("a\r\nb\tc", "a  b c"),
        ("\u202egnp.exe\u2069", "gnp.exe"),
        ("\ud800", ""),
        ("👩‍🚒", "👩‍🚒"),
    ],
)
def test_nothing_from_outside_can_steer_the_terminal(outside: str, shown: str) -> None:
    assert clean(outside) == shown


def test_every_part_of_a_reply_is_cleaned() -> None:
    bad = "\x1b[2J"
    reply = Reply(
        Language.EN,
        f"a{bad}",
        items=(f"b{bad}",),
        hint=f"c{bad}",
        citations=(Citation("s", f"d{bad}", None, f"e{bad}", None),),
        pages=2,
    )
    screen, out = _screen()
    screen.show(reply)
    for shown in (plain(reply), out.getvalue()):
        assert "\x1b" not in shown
        for letter in "abcde":
            assert f"{letter}[2J" in shown


class TestPlain:
    def test_the_answer_comes_first_then_items_then_the_source(self) -> None:
        reply = Reply(
            Language.FR, "Deux équipes.", "Équipes", ("A", "B"), "source", citations=(CITED,)
        )
        assert plain(reply).splitlines() == [
            "Deux équipes.",
            "- A",
            "- B",
            "Source\u00a0: La Gazette, 1er avril 2022, https://g.example/1",
        ]

    def test_each_source_stands_once(self) -> None:
        other = Citation("B", "The Wheel", None, None, None)
        reply = Reply(Language.EN, "x", citations=(CITED, CITED, other))
        assert plain(reply).splitlines() == [
            "x",
            "Source: La Gazette, 1 April 2022, https://g.example/1",
            "Source: The Wheel",
        ]

    def test_a_source_without_a_name_leaves_no_line(self) -> None:
        reply = Reply(Language.EN, "x", citations=(Citation("s", None, None, None, None),))
        assert plain(reply) == "x"

    def test_the_title_is_told_where_the_source_was_asked_for(self) -> None:
        reply = Reply(Language.EN, "x", citations=(CITED,), command="source")
        assert "“Le départ”" in plain(reply)

    def test_advice_is_kept_where_it_can_be_followed(self) -> None:
        assert plain(Reply(Language.EN, "x", hint="Try y.")) == "x\nTry y."
        assert plain(Reply(Language.EN, "x", hint="Next", citations=(CITED,), pages=2)).endswith(
            "Next"
        )


class TestLines:
    async def _answers(self, *lines: str) -> str:
        out = io.StringIO()
        await answer_lines(desk(await stocked(), prefix=""), TERMINAL, lines, out)
        return out.getvalue()

    async def test_one_block_a_line_with_an_empty_line_between(self) -> None:
        shown = await self._answers("!teams\n", "!sortie\n")
        assert [block.splitlines()[0] for block in shown.split("\n\n")] == ["teams", "release"]
        assert shown.endswith("\n")
        assert not shown.endswith("\n\n")

    async def test_empty_lines_leave_no_block(self) -> None:
        assert await self._answers("\n", "  \n", "!teams\n", "\n") == await self._answers("teams")

    @pytest.mark.parametrize("word", ["quit", "exit", "QUITTER", "!quit", " exit \n"])
    async def test_a_line_that_says_to_leave_ends_it(self, word: str) -> None:
        assert await self._answers("teams", word, "sortie") == await self._answers("teams")

    async def test_a_reader_that_has_gone_is_told_of(self) -> None:
        class Gone(io.StringIO):
            def write(self, _: str) -> int:
                raise BrokenPipeError

        with pytest.raises(BrokenPipeError):
            await answer_lines(desk(await stocked()), TERMINAL, ["teams"], Gone())

    def test_a_line_of_any_length_is_one_line(self) -> None:
        source = io.StringIO("x" * 25_000 + "\nteams\nlast")
        first, *others = lines_of(source)
        assert len(first) == 10_000
        assert others == ["teams\n", "last"]


class TestScreen:
    @pytest.mark.parametrize("language", Language)
    def test_the_first_screen_says_what_to_try(self, language: Language) -> None:
        screen, out = _screen()
        screen.welcome(language)
        lines = out.getvalue().strip().splitlines()
        assert 3 <= len(lines) <= 4
        words = ("équipes", "aide") if language is Language.FR else ("teams", "help")
        for word in ("Musette", *words):
            assert word in out.getvalue()

    async def _talk(self, *lines: str, answers: Answers | None = None) -> str:
        async def typed() -> AsyncIterator[str]:
            for line in lines:
                yield line

        screen, out = _screen()
        await converse(desk(await stocked(), answers, prefix=""), TERMINAL, screen, typed())
        return out.getvalue()

    async def test_answers_follow_the_welcome(self) -> None:
        shown = await self._talk("équipes", "", "teams")
        assert shown.index("Musette") < shown.index("teams\n  • A")
        assert "source\u00a0: la phrase d’où vient cette réponse" in shown

    async def test_leaving_ends_it(self) -> None:
        assert await self._talk("quitter", "teams") == await self._talk()

    async def test_a_store_that_fails_is_told_and_the_talk_goes_on(self) -> None:
        class Failing(Answers):
            async def respond(
                self, store: FactStore, topic: str, language: Language, about: str = ""
            ) -> Answer:
                if topic == "teams":
                    raise StoreError("The disk is gone.")
                return await super().respond(store, topic, language, about)

        shown = await self._talk("teams", "race", answers=Failing())
        assert shown.index("The disk is gone.") < shown.index("race\n")

    def test_a_long_item_is_set_in(self) -> None:
        screen, out = _screen()
        screen.show(Reply(Language.EN, "x", items=("word " * 40,)))
        items = out.getvalue().splitlines()[1:-1]
        assert len(items) > 1
        assert all(line.startswith("    word") for line in items[1:])

    def test_a_long_link_is_not_cut(self) -> None:
        link = "https://gazette.example/" + "a" * 200
        screen, out = _screen()
        screen.show(Reply(Language.EN, "x", citations=(Citation("s", "G", None, link, None),)))
        assert link in out.getvalue()

    def test_markup_and_emoji_codes_are_left_as_they_are(self) -> None:
        screen, out = _screen()
        screen.show(Reply(Language.EN, "[bold]x[/] :bike:"))
        assert "[bold]x[/] :bike:" in out.getvalue()
