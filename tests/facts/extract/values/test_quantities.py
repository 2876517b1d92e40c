"""Counts and measures, ages, speeds, shares."""

from __future__ import annotations

import pytest

from tests.facts.extract.values.reading import readings

ROWS = [
    ("fr", "8 équipes", "quantity 8 team"),
    ("fr", "8\u202féquipes", "quantity 8 team"),
    ("fr", "huit épisodes", "quantity 8 episode"),
    ("fr", "HUIT ÉPISODES", "quantity 8 episode"),
    ("fr", "huit nouveaux épisodes", "quantity 8 episode"),
    ("fr", "deux autres docu-séries", "quantity 2 series"),
    ("fr", "deux docuséries", "quantity 2 series"),
    ("fr", "176 coureurs", "quantity 176 rider"),
    ("fr", "22 formations", "quantity 22 team"),
    ("fr", "vingt et une étapes", "quantity 21 stage"),
    ("fr", "3 saisons", "quantity 3 season"),
    ("fr", "deux longs-métrages", "quantity 2 film"),
    ("fr", "trois documentaires", "quantity 3 documentary"),
    ("fr", "trois victoires", "quantity 3 victory"),
    ("fr", "50 pts", "quantity 50 point"),
    ("fr", "109 éditions", "quantity 109 edition"),
    ("fr", "2,5 millions de téléspectateurs", "quantity 2500000 viewer"),
    ("fr", "une dizaine de coureurs", "quantity 10 rider ~"),
    ("fr", "une dizaine d'étapes", "quantity 10 stage ~"),
    ("fr", "un seul épisode", "quantity 1 episode"),
    ("fr", "une unique saison", "quantity 1 season"),
    ("fr", "1 épisode", "quantity 1 episode"),
    ("fr", "180 km", "quantity 180 km"),
    ("fr", "180km", "quantity 180 km"),
    ("fr", "180 KM", "quantity 180 km"),
    ("fr", "180 kilomètres", "quantity 180 km"),
    ("fr", "1 234,5 km", "quantity 1234.5 km"),
    ("fr", "10 miles", "quantity 10 mile"),
    ("fr", "200 m", "quantity 200 m"),
    ("fr", "3 500 m de dénivelé positif", "climb 3500 m"),
    ("fr", "3 500 m D+", "climb 3500 m"),
    ("fr", "45,3 km/h", "speed 45.3 km/h"),
    ("fr", "45 kilomètres à l'heure", "speed 45 km/h"),
    ("fr", "8 %", "percent 8 percent"),
    ("fr", "8,5\u00a0%", "percent 8.5 percent"),
    ("fr", "huit pour cent", "percent 8 percent"),
    ("fr", "23 ans", "age 23 year"),
    ("fr", "trois semaines", "duration 3 week"),
    ("fr", "deux ans", "duration 2 year"),
    ("fr", "6 mois", "duration 6 month"),
    ("fr", "**8** équipes", "quantity 8 team"),
    ("en", "eight new episodes", "quantity 8 episode"),
    ("en", "two other documentary series", "quantity 2 series"),
    ("en", "three stage wins", "quantity 3 victory"),
    ("en", "eight WorldTour teams", "quantity 8 team"),
    ("en", "nine Tour de France stages", "quantity 9 stage"),
    ("en", "eight-episode", "quantity 8 episode"),
    ("en", "six-part", "quantity 6 episode"),
    ("en", "176-rider", "quantity 176 rider"),
    ("en", "180-km", "quantity 180 km"),
    ("en", "10-mile", "quantity 10 mile"),
    ("en", "only one episode", "quantity 1 episode"),
    ("en", "a dozen riders", "quantity 12 rider ~"),
    ("en", "3m viewers", "quantity 3000000 viewer"),
    ("en", "2.5 million viewers", "quantity 2500000 viewer"),
    ("en", "180km", "quantity 180 km"),
    ("en", "200m", "quantity 200 m"),
    ("en", "1.85 m", "quantity 1.85 m"),
    ("en", "3,500 metres of climbing", "climb 3500 m"),
    ("en", "3m of climbing", "climb 3 m"),
    ("en", "45 km an hour", "speed 45 km/h"),
    ("en", "28 mph", "speed 28 mph"),
    ("en", "20 percent", "percent 20 percent"),
    ("en", "20 per cent", "percent 20 percent"),
    ("en", "23-year-old", "age 23 year"),
    ("en", "23 years old", "age 23 year"),
    ("en", "three-week", "duration 3 week"),
    ("en", "25 years", "duration 25 year"),
    ("en", "a couple of weeks", "duration 2 week ~"),
    ("en", "0 points", "quantity 0 point"),
]


@pytest.mark.parametrize(("language", "written", "value"), ROWS)
def test_a_quantity(language: str, written: str, value: str) -> None:
    ((span, read),) = readings(f"« {written} »", language)
    assert read == value
    assert span == written.removeprefix("only ").removeprefix("**")


AROUND = [
    ("fr", "environ 40 km", "40 km", "quantity 40 km ~"),
    ("fr", "près de 200 coureurs", "200 coureurs", "quantity 200 rider ~"),
    ("fr", "quelque 200 coureurs", "200 coureurs", "quantity 200 rider ~"),
    ("fr", "200 coureurs environ", "200 coureurs", "quantity 200 rider ~"),
    ("fr", "~40 km", "40 km", "quantity 40 km ~"),
    ("fr", "plus de 200 km", "200 km", "quantity 200 km >="),
    ("fr", "au moins huit équipes", "huit équipes", "quantity 8 team >="),
    ("fr", "huit équipes au moins", "huit équipes", "quantity 8 team >="),
    ("fr", "pas moins de 8 équipes", "8 équipes", "quantity 8 team >="),
    ("fr", "moins de 3 %", "3 %", "percent 3 percent <="),
    ("fr", "jusqu'à 60 km/h", "60 km/h", "speed 60 km/h <="),
    ("fr", "plus d'une dizaine d'étapes", "une dizaine d'étapes", "quantity 10 stage ~ >="),
    ("en", "about 40 km", "40 km", "quantity 40 km ~"),
    ("en", "some 200 riders", "200 riders", "quantity 200 rider ~"),
    ("en", "200 riders or so", "200 riders", "quantity 200 rider ~"),
    ("en", "more than 200 km", "200 km", "quantity 200 km >="),
    ("en", "at least eight teams", "eight teams", "quantity 8 team >="),
    ("en", "no fewer than eight teams", "eight teams", "quantity 8 team >="),
    ("en", "no more than eight teams", "eight teams", "quantity 8 team <="),
    ("en", "up to 60 km/h", "60 km/h", "speed 60 km/h <="),
    ("en", "over 200 riders", "200 riders", "quantity 200 rider >="),
    ("en", "over 21 stages", "21 stages", "quantity 21 stage"),
]


@pytest.mark.parametrize(("language", "text", "written", "value"), AROUND)
def test_words_of_measure_stand_beside_the_span(
    language: str, text: str, written: str, value: str
) -> None:
    assert readings(text, language) == [(written, value)]


AGES = [
    ("fr", "le Slovène de 23 ans", "age 23 year"),
    ("fr", "Pogačar, 23 ans, a gagné", "age 23 year"),
    ("fr", "(23 ans)", "age 23 year"),
    ("fr", "à 23 ans", "age 23 year"),
    ("fr", "âgé de 8 ans", "age 8 year"),
    ("fr", "depuis 23 ans", "duration 23 year"),
    ("fr", "il y a 23 ans", "duration 23 year"),
    ("fr", "23 ans plus tard", "duration 23 year"),
    ("fr", "23 ans de carrière", "duration 23 year"),
    ("fr", "un contrat de 20 ans", "duration 20 year"),
    ("fr", "deux cents ans", "duration 200 year"),
    ("fr", "2,5 ans", "duration 2.5 year"),
    ("en", "aged 23", "age 23 year"),
    ("en", "aged 23, he", "age 23 year"),
    ("en", "at the age of 19", "age 19 year"),
    ("en", "for 23 years", "duration 23 year"),
    ("en", "the 19-year-olds", "age 19 year"),
]


@pytest.mark.parametrize(("language", "text", "value"), AGES)
def test_an_age_is_told_from_a_span_of_years(language: str, text: str, value: str) -> None:
    assert [each[1] for each in readings(text, language)] == [value]


NONE = [
    # A choice among several is no count of all.
    ("fr", "les deux premières étapes"),
    ("fr", "les trois dernières semaines"),
    ("fr", "les premiers 10 km, les 10 derniers kilomètres"),
    ("en", "the first two stages, the two first stages, the last three weeks, top 10 riders"),
    # The end of a range is not the number.
    ("fr", "8 à 10 épisodes, entre 8 et 10 épisodes, 8-10 épisodes, huit ou neuf équipes"),
    ("en", "8 to 10 episodes, between 8 and 10 episodes, 8-10 riders, eight or nine teams"),
    ("fr", "un sur huit coureurs, neuf coureurs sur dix, deux étapes sur trois"),
    ("en", "one in three riders, one in 10 riders"),
    # Articles, names, labels.
    ("fr", "un docu-série, une équipe, un coureur, une série"),
    ("en", "one team, a series, an episode, one of the riders"),
    ("fr", "lu dans 20 Minutes, 20Minutes Sport, les Quatre Jours de Dunkerque"),
    ("fr", "lu dans 20 MINUTES hier ; l'équipe 1 ; Team 7 ; dossard 51, dossard 51 points"),
    ("en", "7-Eleven, F1, Formula 1, Team 7 riders, B&B, read 20 Minutes here"),
    ("fr", "5 km², 5 kmx, 8 équipiers, 3 Mx, un budget de 3 M, 3D"),
    (
        "en",
        "two new big other short long teams, 3m, 3.2m, 8 teamx, 100 m2x, eight-teamx, 23-24-year",
    ),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_quantity(language: str, text: str) -> None:
    found = [each for each in readings(text, language, None) if not each[1].startswith("date")]
    assert found == []


def test_a_share_is_told_from_a_count() -> None:
    assert readings("8 équipes sur 22") == [("8 équipes", "quantity 8 team")]
    assert readings("eight stages in ten days", "en")[0] == ("eight stages", "quantity 8 stage")


def test_a_headline_with_capitals_throughout_counts_in_english() -> None:
    text = "Netflix Orders Eight Episodes For New Cycling Documentary"
    assert readings(text, "en") == [("Eight Episodes", "quantity 8 episode")]
    assert readings("He Read It In 20 Minutes Sport Yesterday Night", "en", None) == []
    assert readings("Read Eight Episodes magazine from page one, says Netflix", "en") == []
    assert readings("Episodes For New Cycling Documentary.\nEight Episodes", "en") == []


def test_a_year_is_no_count_where_a_word_makes_it_a_year() -> None:
    assert readings("In 2022 teams will", "en")[0] == (
        "2022",
        "date 2022-01-01/2022-12-31 year",
    )
    assert readings("2022 coureurs") == [("2022 coureurs", "quantity 2022 rider")]


def test_the_day_in_front_of_a_name_is_no_count() -> None:
    assert readings("On July 12 Netflix series fans", "en")[0][0] == "July 12"
