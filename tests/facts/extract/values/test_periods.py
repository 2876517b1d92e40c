"""Parts of a year, and what is counted from the reference, Tuesday 5 July 2022."""

from __future__ import annotations

from datetime import date

import pytest

from tests.facts.extract.values.reading import readings

H1, H2 = "2023-01-01/2023-06-30 half", "2023-07-01/2023-12-31 half"
YEAR = "2023-01-01/2023-12-31 year"
WRITTEN = [
    ("fr", "premier semestre 2023", H1),
    ("fr", "1er semestre de 2023", H1),
    ("fr", "premier semestre de l'année 2023", H1),
    ("fr", "PREMIER SEMESTRE 2023", H1),
    ("fr", "S1 2023", H1),
    ("fr", "second semestre 2023", H2),
    ("fr", "deuxième semestre 2023", H2),
    ("fr", "seconde moitié de 2023", H2),
    ("fr", "premier trimestre 2024", "2024-01-01/2024-03-31 quarter"),
    ("fr", "2e trimestre 2024", "2024-04-01/2024-06-30 quarter"),
    ("fr", "troisième trimestre 2024", "2024-07-01/2024-09-30 quarter"),
    ("fr", "dernier trimestre 2024", "2024-10-01/2024-12-31 quarter"),
    ("fr", "T3 2024", "2024-07-01/2024-09-30 quarter"),
    ("fr", "printemps 2023", "2023-03-01/2023-05-31 season"),
    ("fr", "été 2023", "2023-06-01/2023-08-31 season"),
    ("fr", "ete 2023", "2023-06-01/2023-08-31 season"),
    ("fr", "automne 2023", "2023-09-01/2023-11-30 season"),
    ("fr", "hiver 2023-2024", "2023-12-01/2024-02-29 season"),
    ("fr", "début 2023", f"{YEAR} early"),
    ("fr", "mi-2023", f"{YEAR} middle"),
    ("fr", "fin 2023", f"{YEAR} late"),
    ("fr", "fin de l'année 2023", f"{YEAR} late"),
    ("fr", "courant 2023", YEAR),
    ("fr", "fin juillet 2022", "2022-07-01/2022-07-31 month late"),
    ("fr", "fin du mois de juillet 2022", "2022-07-01/2022-07-31 month late"),
    ("fr", "début d'août 2022", "2022-08-01/2022-08-31 month early"),
    ("fr", "mi-mai 2022", "2022-05-01/2022-05-31 month middle"),
    ("fr", "mi mai 2022", "2022-05-01/2022-05-31 month middle"),
    ("fr", "fin du premier semestre 2023", f"{H1} late"),
    ("fr", "seconde quinzaine de juin 2022", "2022-06-01/2022-06-30 month late"),
    ("fr", "2022-07", "2022-07-01/2022-07-31 month"),
    ("en", "last week of July 2022", "2022-07-01/2022-07-31 month late"),
    ("en", "first half of 2023", H1),
    ("en", "second half of 2023", H2),
    ("en", "H1 2023", H1),
    ("en", "third quarter of 2024", "2024-07-01/2024-09-30 quarter"),
    ("en", "final quarter of 2024", "2024-10-01/2024-12-31 quarter"),
    ("en", "Q3 2024", "2024-07-01/2024-09-30 quarter"),
    ("en", "summer 2023", "2023-06-01/2023-08-31 season"),
    ("en", "Summer of 2023", "2023-06-01/2023-08-31 season"),
    ("en", "fall 2023", "2023-09-01/2023-11-30 season"),
    ("en", "winter 2023-24", "2023-12-01/2024-02-29 season"),
    ("en", "early 2023", f"{YEAR} early"),
    ("en", "Early in 2023", f"{YEAR} early"),
    ("en", "mid-2023", f"{YEAR} middle"),
    ("en", "late 2023", f"{YEAR} late"),
    ("en", "end of 2023", f"{YEAR} late"),
    ("en", "later in 2023", YEAR),
    ("en", "late July 2022", "2022-07-01/2022-07-31 month late"),
    ("en", "end of the month of July 2022", "2022-07-01/2022-07-31 month late"),
    ("en", "mid-May 2022", "2022-05-01/2022-05-31 month middle"),
]


@pytest.mark.parametrize(("language", "written", "value"), WRITTEN)
def test_a_period_with_its_year(language: str, written: str, value: str) -> None:
    opening = {"fr": "lors du ", "en": "in the "}[language]
    assert readings(f"{opening}{written}.", language, None) == [(written, f"date {value}")]


THIS_YEAR, NEXT_YEAR, LAST_YEAR = (f"{year}-01-01/{year}-12-31 year" for year in (2022, 2023, 2021))
COUNTED = [
    ("fr", "second semestre", "2022-07-01/2022-12-31 half ?"),
    ("fr", "troisième trimestre", "2022-07-01/2022-09-30 quarter ?"),
    ("fr", "fin juillet", "2022-07-01/2022-07-31 month late ?"),
    ("fr", "fin du mois de juillet", "2022-07-01/2022-07-31 month late ?"),
    ("fr", "mi-mai", "2022-05-01/2022-05-31 month middle ?"),
    ("fr", "été prochain", "2023-06-01/2023-08-31 season ?"),
    ("fr", "cet été", "2022-06-01/2022-08-31 season ?"),
    ("fr", "été dernier", "2021-06-01/2021-08-31 season ?"),
    ("fr", "hiver prochain", "2022-12-01/2023-02-28 season ?"),
    ("fr", "avant-hier", "2022-07-03 day ?"),
    ("fr", "hier", "2022-07-04 day ?"),
    ("fr", "aujourd'hui", "2022-07-05 day ?"),
    ("fr", "aujourd’hui", "2022-07-05 day ?"),
    ("fr", "ce soir", "2022-07-05 day ?"),
    ("fr", "demain", "2022-07-06 day ?"),
    ("fr", "après-demain", "2022-07-07 day ?"),
    ("fr", "semaine dernière", "2022-06-27/2022-07-03 day ?"),
    ("fr", "cette semaine", "2022-07-04/2022-07-10 day ?"),
    ("fr", "semaine prochaine", "2022-07-11/2022-07-17 day ?"),
    ("fr", "ce week-end", "2022-07-09/2022-07-10 day ?"),
    ("fr", "week-end dernier", "2022-07-02/2022-07-03 day ?"),
    ("fr", "mois dernier", "2022-06-01/2022-06-30 month ?"),
    ("fr", "mois prochain", "2022-08-01/2022-08-31 month ?"),
    ("fr", "cette année", f"{THIS_YEAR} ?"),
    ("fr", "an prochain", f"{NEXT_YEAR} ?"),
    ("fr", "année prochaine", f"{NEXT_YEAR} ?"),
    ("fr", "an dernier", f"{LAST_YEAR} ?"),
    ("fr", "cette saison", f"{THIS_YEAR} ?"),
    ("fr", "saison prochaine", f"{NEXT_YEAR} ?"),
    ("fr", "fin de l'année", f"{THIS_YEAR} late ?"),
    ("fr", "fin d'année", f"{THIS_YEAR} late ?"),
    ("fr", "début de l'année prochaine", f"{NEXT_YEAR} early ?"),
    ("fr", "fin de la semaine prochaine", "2022-07-11/2022-07-17 day late ?"),
    ("fr", "premier semestre de l'année prochaine", "2023-01-01/2023-06-30 half ?"),
    ("fr", "second semestre de l'année", "2022-07-01/2022-12-31 half ?"),
    ("en", "third quarter", "2022-07-01/2022-09-30 quarter ?"),
    ("en", "end of July", "2022-07-01/2022-07-31 month late ?"),
    ("en", "mid-May", "2022-05-01/2022-05-31 month middle ?"),
    ("en", "early May", "2022-05-01/2022-05-31 month early ?"),
    ("en", "next summer", "2023-06-01/2023-08-31 season ?"),
    ("en", "this summer", "2022-06-01/2022-08-31 season ?"),
    ("en", "last winter", "2021-12-01/2022-02-28 season ?"),
    ("en", "yesterday", "2022-07-04 day ?"),
    ("en", "Today", "2022-07-05 day ?"),
    ("en", "tomorrow", "2022-07-06 day ?"),
    ("en", "day after tomorrow", "2022-07-07 day ?"),
    ("en", "last week", "2022-06-27/2022-07-03 day ?"),
    ("en", "next weekend", "2022-07-16/2022-07-17 day ?"),
    ("en", "last month", "2022-06-01/2022-06-30 month ?"),
    ("en", "next year", f"{NEXT_YEAR} ?"),
    ("en", "this season", f"{THIS_YEAR} ?"),
    ("en", "early next year", f"{NEXT_YEAR} early ?"),
    ("en", "later this year", f"{THIS_YEAR} ?"),
    ("en", "end of the year", f"{THIS_YEAR} late ?"),
    ("en", "first half of next year", "2023-01-01/2023-06-30 half ?"),
    ("en", "second half of the year", "2022-07-01/2022-12-31 half ?"),
]


@pytest.mark.parametrize(("language", "written", "value"), COUNTED)
def test_a_period_seen_from_the_reference(language: str, written: str, value: str) -> None:
    opening = {"fr": "Rendez-vous, l'", "en": "Back, "}[language]
    assert readings(f"{opening}{written}.", language) == [(written, f"date {value}")]


@pytest.mark.parametrize(("language", "written"), [row[:2] for row in COUNTED])
def test_a_period_seen_from_the_reference_needs_one(language: str, written: str) -> None:
    assert readings(f"Here, {written}.", language, None) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le cyclisme de demain et celui d'aujourd'hui"),
        ("fr", "il a été blessé ; en été ; un hiver 2023 doux"),
        ("fr", "la mi-saison, la fin de la course, le début du Tour, mi figue"),
        ("fr", "le cours de la saison prochaine de la série"),
        ("fr", "cet hiver"),
        ("en", "in the fall; a fall; spring is here; winter 2023"),
        ("en", "the first half of the stage, the second half, mid-season, an early break"),
        ("en", "next season of the show; the end of the race; this is late"),
        ("en", "this winter; this decisive May be it"),
        ("en", "the third quarter of the match, the last week of the Tour, 2022-13x, 2022-071"),
    ],
)
def test_what_is_no_period(language: str, text: str) -> None:
    assert [each for each in readings(text, language) if each[1].startswith("date")] == []


def test_weeks_months_and_years_turn_over_the_new_year() -> None:
    assert readings("le mois dernier", "fr", date(2023, 1, 2)) == [
        ("mois dernier", "date 2022-12-01/2022-12-31 month ?")
    ]
    assert readings("next month, next week", "en", date(2022, 12, 30)) == [
        ("next month", "date 2023-01-01/2023-01-31 month ?"),
        ("next week", "date 2023-01-02/2023-01-08 day ?"),
    ]
