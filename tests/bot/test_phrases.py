"""Typed lines: commands, arguments, short sentences, and what is better not understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import read_line
from facts.model import Language

FR, EN = Language.FR, Language.EN


@pytest.mark.parametrize(
    ("line", "key", "argument", "language"),
    [
        ("!teams", "teams", "", EN),
        ("ÉQUIPES !", "teams", "", FR),
        ("teams!!!", "teams", "", EN),
        ("teams,please", "teams", "", EN),
        ("teams please", "teams", "", EN),
        ("c'est quoi les équipes ?", "teams", "", FR),
        ("c’est qui les équipes suivies", "teams", "", FR),
        ("quelles équipes", "teams", "", FR),
        ("which teams are followed?", "teams", "", EN),
        ("tell me about the teams", "teams", "", EN),
        ("how many teams?", "teams", "", EN),
        ("les équipes du Tour de France 2022 ?", "teams", "Tour de France 2022", FR),
        ("!équipes Tour de France", "teams", "Tour de France", FR),
        ("équipes qui ont refusé", "refused", "", FR),
        ("which teams refused?", "refused", "", EN),
        ("refus de UAE", "refused", "UAE", FR),
        ("quand sort la série", "release", "", FR),
        ("où sort la série ?", "release", "", FR),
        ("et la sortie ?", "release", "", FR),
        ("when does it come out", "release", "", EN),
        ("sortie de la série", "release", "", FR),
        ("date", "release", "", None),
        ("c'est quand le tour ?", "race", "", FR),
        ("tour de france 2022", "race", "2022", FR),
        ("when does the race start", "race", "", EN),
        ("quand commence le tournage", "filming", "", FR),
        ("how many episodes are there?", "episodes", "", EN),
        ("who made the series", "production", "", EN),
        ("cest qui qui produit", "production", "", FR),
        ("qui diffuse la série ?", "broadcast", "", FR),
        ("autres séries", "series", "", FR),
        ("other series by the makers", "series", "", EN),
        ("who said what", "quote", "", EN),
        ("qui a dit quoi", "quote", "", FR),
        ("à propos du Tour", "about", "Tour", FR),
        ("facts 2", "facts", "2", EN),
        ("source stp", "source", "", FR),
        ("can you help me", "help", "", EN),
        ("aide moi", "help", "", FR),
        ("help teams", "help", "teams", EN),
        ("langue en", "language", "en", FR),
        ("langue en français", "language", "en français", FR),
    ],
)
def test_a_line_with_one_command_in_it(
    line: str, key: str, argument: str, language: Language | None
) -> None:
    request = read_line(line, "!")
    assert request is not None
    assert request.command is not None
    assert (request.command.key, request.argument, request.language) == (key, argument, language)


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("which team won the tour", ["teams", "race"]),
        ("who refused to be filmed?", ["refused", "filming"]),
        ("pourquoi les équipes ont refusé", ["refused"]),
        ("les équipes qui ne sont pas suivies", ["teams"]),
        ("qui a gagné la course", ["race"]),
        ("how long is the race", ["race"]),
        ("who is the race", ["race"]),
        ("what sort of race is it", ["release", "race"]),
        ("quel est le prix de la course", ["race"]),
        ("date de la course", ["release", "race"]),
        ("source of the nile", ["source"]),
        ("combien de coureurs dans les équipes", ["teams"]),
        ("who directed it", []),
        ("did UAE say no??", []),
        ("combien de temps en tout", []),
        ("c'est quoi la série ?", []),
        ("il fait beau aujourd'hui", []),
    ],
)
def test_other_sentences_are_not_answered_but_may_be_near(line: str, near: list[str]) -> None:
    request = read_line(line, "!")
    assert request is not None
    assert request.command is None
    assert request.whole
    assert [command.key for command in request.near] == near


def test_a_typo_keeps_what_stands_behind_it() -> None:
    request = read_line("!equpies du Giro", "!")
    assert request is not None
    assert [command.key for command in request.near] == ["teams"]
    assert (request.word, request.argument, request.whole) == ("equpies", "Giro", False)


def test_a_typo_inside_a_sentence_is_near_too() -> None:
    request = read_line("what are the taems", "!")
    assert request is not None
    assert [command.key for command in request.near] == ["teams"]


@pytest.mark.parametrize("line", ["", "   ", "\t\n", "\u00a0"])
def test_an_empty_line_asks_nothing(line: str) -> None:
    assert read_line(line, "!") is None


@given(st.text(max_size=300))
def test_any_line_is_read_without_a_fault(line: str) -> None:
    request = read_line(line, "!")
    assert (request is None) == (not line.strip())


def test_a_line_of_any_length_is_read_fast_enough_to_be_read_at_all() -> None:
    request = read_line("équipes " + "du " * 100_000, "!")
    assert request is not None
    assert request.command is not None
