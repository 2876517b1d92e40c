"""Bare years: dates in the right place, "year" beside a name, nothing elsewhere."""

from __future__ import annotations

import pytest

from tests.facts.extract.values.reading import readings

DATES = [
    *(("fr", text) for text in ("en 2023", "depuis 2023", "d'ici 2023", "jusqu'en 2023")),
    *(("fr", text) for text in ("dès 2023", "avant 2023", "pour 2023", "à partir de 2023")),
    *(("fr", text) for text in ("la saison 2023", "l'édition 2023", "l'année 2023", "(2023)")),
    *(("fr", text) for text in ("le départ de 2023 à Paris", "En 2023, Netflix", "l'an 2023")),
    *(
        ("fr", text)
        for text in ("EN 2023", "en\u00a02023", "en 2023 sur Netflix", "(2023, Netflix)")
    ),
    *(("en", text) for text in ("in 2023", "since 2023", "by 2023", "until 2023", "of 2023")),
    *(("en", text) for text in ("through 2023", "before 2023", "during 2023", "(2023)")),
    *(("en", text) for text in ("the 2023 season", "the 2023 edition", "In 2023 Netflix will")),
]


@pytest.mark.parametrize(("language", "text"), DATES)
def test_a_year_in_its_place_is_a_date(language: str, text: str) -> None:
    assert readings(text, language, None) == [("2023", "date 2023-01-01/2023-12-31 year")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le Tour de France 2022"),
        ("fr", "le Tour de France 2022, puis"),
        ("fr", "Paris-Roubaix 2022."),
        ("en", "the Tour de France 2022 was"),
        ("en", "the 2022 Tour de France"),
        ("en", "2022 Giro"),
    ],
)
def test_a_year_beside_a_name_is_left_to_the_caller(language: str, text: str) -> None:
    assert readings(text, language, None) == [("2022", "year 2022-01-01/2022-12-31 year")]


def test_a_list_of_years_is_read_like_its_first_one() -> None:
    assert [each[0] for each in readings("en 2019, 2020 et 2021")] == ["2019", "2020", "2021"]
    assert [each[1][:4] for each in readings("Tour 2019 et 2020")] == ["year", "year"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "il a vendu 2023 vélos"),
        ("fr", "plus de 2000, près de 2000, un total de 2000 spectateurs"),
        ("fr", "les années 1990 et 1990's, le dossard 2022, 1899, en 2100, en 20230"),
        ("fr", "à 2023,5 de moyenne, 2022€x, 2022hp"),
        ("fr", "Un dossard 2022"),
        ("en", "a total of 2000 fans, the 1990s, of 1850, 2022:12"),
        ("en", "he sold 2023 bikes\nThe End"),
    ],
)
def test_a_number_that_is_no_year(language: str, text: str) -> None:
    assert readings(text, language) == []
