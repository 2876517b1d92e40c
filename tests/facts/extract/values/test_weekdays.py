"""Weekdays seen from Tuesday 5 July 2022, and what verbs say about a date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.facts.extract.values.reading import readings


@pytest.mark.parametrize(
    ("language", "text", "written", "day"),
    [
        ("fr", "dimanche, à Paris", "dimanche", "2022-07-03"),
        ("fr", "vendredi, à Paris", "vendredi", "2022-07-08"),
        ("fr", "ce mardi", "ce mardi", "2022-07-05"),
        ("fr", "mardi", "mardi", "2022-07-05"),
        ("fr", "MARDI", "MARDI", "2022-07-05"),
        ("fr", "mardi dernier", "mardi dernier", "2022-06-28"),
        ("fr", "mardi prochain", "mardi prochain", "2022-07-12"),
        ("fr", "dimanche prochain", "dimanche prochain", "2022-07-10"),
        ("fr", "mardi 12, à Morzine", "mardi 12", "2022-07-12"),
        ("fr", "samedi 30", "samedi 30", "2022-07-30"),
        ("fr", "jeudi 1er à 23 heures", "jeudi 1er", "2022-09-01"),
        ("fr", "jeudi 14 à 23 heures", "jeudi 14", "2022-07-14"),
        ("en", "on Friday", "Friday", "2022-07-08"),
        ("en", "on Sunday", "Sunday", "2022-07-03"),
        ("en", "this Sunday", "this Sunday", "2022-07-10"),
        ("en", "last Tuesday", "last Tuesday", "2022-06-28"),
        ("en", "next Tuesday", "next Tuesday", "2022-07-12"),
        ("en", "Tuesday the 12th", "Tuesday the 12th", "2022-07-12"),
        ("fr", "Le départ sera donné dimanche", "dimanche", "2022-07-10"),
        ("fr", "Il a gagné vendredi", "vendredi", "2022-07-01"),
        ("fr", "Dimanche, il prendra le départ", "Dimanche", "2022-07-10"),
        ("en", "It will start on Sunday", "Sunday", "2022-07-10"),
        ("en", "He won on Friday", "Friday", "2022-07-01"),
    ],
)
def test_a_weekday(language: str, text: str, written: str, day: str) -> None:
    assert (written, f"date {day} day ?") in readings(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le dimanche, les dimanches, chaque dimanche"),
        ("en", "every Sunday, Sundays, Black Friday, a Sunday"),
        ("fr", "dimancheux"),
    ],
)
def test_a_habit_is_no_date(language: str, text: str) -> None:
    assert readings(text, language) == []


def test_a_weekday_needs_a_reference() -> None:
    assert readings("mardi dernier, mardi 12", "fr", None) == []


def test_a_day_that_does_not_fall_on_its_weekday_is_left_out_of_it() -> None:
    assert readings("mardi 11") == []
    assert readings("mardi 12 équipes") == [
        ("mardi", "date 2022-07-05 day ?"),
        ("12 équipes", "quantity 12 team"),
    ]


def test_two_weekdays_with_a_turn_are_no_range() -> None:
    assert [each[0] for each in readings("de mardi à vendredi prochain")] == [
        "mardi",
        "vendredi prochain",
    ]


TENSES = [
    ("fr", "La série sera diffusée en mars.", 2023),
    ("fr", "La deuxième saison sortira en juin.", 2023),
    ("fr", "Le tournage a commencé en novembre.", 2021),
    ("fr", "Le tournage avait débuté en novembre.", 2021),
    ("fr", "La série est sortie en novembre.", 2021),
    ("fr", "Le film est prévu pour mars.", 2023),
    ("fr", "Annoncé hier, le film devrait sortir en mars.", 2023),
    ("fr", "En mars, Netflix diffusera la série.", 2023),
    ("fr", "En novembre, l'équipe a signé un contrat.", 2021),
    ("fr", "Il y a en novembre une course.", 2022),
    ("fr", "Le tournage, qui a débuté hier (en novembre).", 2022),
    ("fr", "L'opéra en novembre.", 2022),
    ("fr", "Le départ a été fixé au 12 juillet.", 2022),
    ("fr", "La série sera en ligne le 4 juillet.", 2022),
    ("en", "The series will arrive in March.", 2023),
    ("en", "It'll be out in March.", 2023),
    ("en", "The film is scheduled for March.", 2023),
    ("en", "Filming began in November.", 2021),
    ("en", "It premiered in November.", 2021),
    ("en", "It will be released in March.", 2023),
    ("en", "They have filmed since November.", 2021),
    ("en", "In November, he signed a contract.", 2021),
    ("en", "It is released in November.", 2022),
    ("en", "He has to race in November.", 2022),
    ("en", "The series, which will go on, in November.", 2022),
]


@pytest.mark.parametrize(("language", "text", "year"), TENSES)
def test_the_verb_of_the_clause_tells_past_from_future(language: str, text: str, year: int) -> None:
    months = [
        each[1] for each in readings(text, language) if " day" in each[1] or "month" in each[1]
    ]
    assert months[-1].startswith(f"date {year}-")


def test_the_verb_moves_a_range_and_a_quarter_too() -> None:
    assert readings("Il sera absent du 3 au 5 mai.")[-1][1] == "date 2023-05-03/2023-05-05 day ?"
    assert readings("Il sera là au premier trimestre.", "fr", date(2022, 4, 5))[-1][1] == (
        "date 2023-01-01/2023-03-31 quarter ?"
    )
