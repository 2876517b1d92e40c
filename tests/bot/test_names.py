"""Names are found whatever their spelling; near misses are met, random words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names import languages_of, nearest, resolve, split_line
from facts.model import Language


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("equipe", "teams"),
        ("Équipe", "teams"),
        ("E\u0301QUIPES", "teams"),
        ("team", "teams"),
        ("TEAMS", "teams"),
        ("serie", "series"),
        ("à-propos", "about"),
        ("a propos", "about"),
        ("résumés", "about"),
        ("summaries", "about"),
        ("refusées", "refused"),
        ("refuses", "refused"),
        ("courses", "race"),
        ("races", "race"),
        ("tele", "broadcast"),
        ("chaines", "broadcast"),
        ("release\u2011s", "release"),
        ("faits", "facts"),
        ("fact", "facts"),
        ("Langues", "language"),
        ("sources", "source"),
        ("tour\u202fde\u00a0france", "race"),
    ],
)
def test_spelling_does_not_matter(typed: str, key: str) -> None:
    found = resolve(typed)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("typed", ["", "!", "s", "es", "pizza", "t", "équipée", "x" * 100_000])
def test_other_words_are_no_command(typed: str) -> None:
    assert resolve(typed) is None


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("equpies", "teams"),
        ("equip", "teams"),
        ("taems", "teams"),
        ("tems", "teams"),
        ("realese", "release"),
        ("relase", "release"),
        ("srotie", "release"),
        ("refussed", "refused"),
        ("epidoses", "episodes"),
        ("prodution", "production"),
        ("prod", "production"),
        ("partenair", "partners"),
        ("patners", "partners"),
        ("filmimg", "filming"),
        ("tounage", "filming"),
        ("corse", "race"),
        ("raec", "race"),
        ("brodcast", "broadcast"),
        ("difusion", "broadcast"),
        ("seires", "series"),
        ("qoute", "quote"),
        ("citaton", "quote"),
        ("aboout", "about"),
        ("fatcs", "facts"),
        ("fiats", "facts"),
        ("soruce", "source"),
        ("langauge", "language"),
        ("lagnue", "language"),
        ("hlep", "help"),
        ("aied", "help"),
    ],
)
def test_a_near_miss_finds_its_command_first(typed: str, key: str) -> None:
    assert resolve(typed) is None
    assert [command.key for command in nearest(typed)][:1] == [key]


@pytest.mark.parametrize(
    "typed",
    "pizza bonjour salut merci velo maillot Pogačar Vingegaard python hello table chat porte chien "
    "banane vainqueur classement étape jaune podium peloton sprint montagne winner jersey stage "
    "yellow mountain coffee sleep weather football ordinateur météo protection direction reduction "
    "division parents tout jour pour place face held rate paris giro vuelta ping news today "
    "why pourquoi history historique the and des xyzzy asdfgh 12345 🚴 привет 你好".split(),
)
def test_a_random_word_gets_no_suggestion(typed: str) -> None:
    assert nearest(typed) == ()


@given(st.text(max_size=60))
def test_any_text_at_all_is_looked_up_without_a_fault(typed: str) -> None:
    assert len(nearest(typed)) <= 3
    name, rest = split_line(typed, "!")
    assert name or not rest
    resolve(name)


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("!teams", "teams", ""),
        ("  ! teams ", "teams", ""),
        ("/équipes Tour  2022", "équipes", "Tour 2022"),
        ("teams", "teams", ""),
        ("À propos du Tour", "À propos", "du Tour"),
        ("tour de France 2022", "tour de France", "2022"),
        ("!", "", ""),
        ("", "", ""),
    ],
)
def test_a_line_is_a_name_and_the_rest(line: str, name: str, rest: str) -> None:
    assert split_line(line, "!") == (name, rest)


def test_another_prefix_is_taken_off() -> None:
    assert split_line("??teams x", "??") == ("teams", "x")
    assert split_line("!teams x", "??") == ("teams", "x")


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("équipes", {Language.FR}),
        ("equipe", {Language.FR}),
        ("teams", {Language.EN}),
        ("sortie", {Language.FR}),
        ("squads", {Language.EN}),
        ("épisodes", {Language.FR}),
        ("episodes", {Language.FR, Language.EN}),
        ("Séries", {Language.FR}),
        ("series", {Language.FR, Language.EN}),
        ("production", {Language.FR, Language.EN}),
        ("tv", {Language.FR, Language.EN}),
        ("pizza", set()),
        ("", set()),
    ],
)
def test_a_name_tells_its_language(name: str, languages: set[Language]) -> None:
    assert languages_of(name) == languages
