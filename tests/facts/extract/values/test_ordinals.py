"""Ranks, and the numbers of stages, seasons, episodes, editions."""

from __future__ import annotations

import pytest

from tests.facts.extract.values.reading import readings

ROWS = [
    ("fr", "la 3e étape", "3e étape", "3 stage"),
    ("fr", "la 3ème étape", "3ème étape", "3 stage"),
    ("fr", "la 3ᵉ étape", "3ᵉ étape", "3 stage"),
    ("fr", "la 1re étape", "1re étape", "1 stage"),
    ("fr", "la troisième étape", "troisième étape", "3 stage"),
    ("fr", "la vingt et unième étape", "vingt et unième étape", "21 stage"),
    (
        "fr",
        "la quatre-vingt-dix-neuvième édition",
        "quatre-vingt-dix-neuvième édition",
        "99 edition",
    ),
    ("fr", "la cent cinquième édition", "cent cinquième édition", "105 edition"),
    ("fr", "la 109e édition", "109e édition", "109 edition"),
    ("fr", "la quatrième saison", "quatrième saison", "4 season"),
    ("fr", "la première grande étape", "première grande étape", "1 stage"),
    ("fr", "une seconde équipe", "seconde équipe", "2 team"),
    ("fr", "à la troisième place", "troisième place", "3 rank"),
    ("fr", "3e à Paris", "3e", "3 rank"),
    ("fr", "Vingegaard (2e)", "2e", "2 rank"),
    ("fr", "il termine troisième.", "troisième", "3 rank"),
    ("fr", "Troisième, il sourit", "Troisième", "3 rank"),
    ("fr", "l'étape 5", "étape 5", "5 stage"),
    ("fr", "ÉTAPE 5", "ÉTAPE 5", "5 stage"),
    ("fr", "la saison 4", "saison 4", "4 season"),
    ("fr", "l'épisode trois", "épisode trois", "3 episode"),
    ("fr", "l'épisode numéro 2", "épisode numéro 2", "2 episode"),
    ("fr", "la troisième et dernière saison", "troisième et dernière saison", "3 season"),
    ("en", "the third and final season", "third and final season", "3 season"),
    ("en", "the 21st stage", "21st stage", "21 stage"),
    ("en", "the twenty-first stage", "twenty-first stage", "21 stage"),
    ("en", "the one hundred and ninth edition", "one hundred and ninth edition", "109 edition"),
    ("en", "a second series", "second series", "2 series"),
    ("en", "the fourth season", "fourth season", "4 season"),
    ("en", "he finished third", "third", "3 rank"),
    ("en", "third overall", "third overall", "3 rank"),
    ("en", "second on the stage", "second", "2 rank"),
    ("en", "in third place", "third place", "3 rank"),
    ("en", "stage 5", "stage 5", "5 stage"),
    ("en", "Season Four", "Season Four", "4 season"),
    ("en", "episode 3 of", "episode 3", "3 episode"),
]


@pytest.mark.parametrize(("language", "text", "written", "value"), ROWS)
def test_an_ordinal(language: str, text: str, written: str, value: str) -> None:
    assert readings(text, language) == [(written, f"ordinal {value}")]


def test_the_number_of_a_stage_does_not_run_into_its_length() -> None:
    assert readings("étape 12 180 km") == [
        ("étape 12", "ordinal 12 stage"),
        ("180 km", "quantity 180 km"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "les premières étapes, les deux premières étapes, le premier ministre"),
        ("fr", "la deuxième, le 1er, sa première, en premier lieu, la troisième fois"),
        ("fr", "3D, 4K, le XXIe siècle, 1ers, 0e étape, 1234e étape"),
        ("fr", "étapes 3 à 5, étape 5x, saison une, étape 500, étape 2,5, troisième-étape"),
        (
            "fr",
            "la 3e dernière étape, la troisième nouvelle grande longue étape, la troisième Étape",
        ),
        ("fr", "les 3e, 6e, 8e et 19e étapes, les sixième et septième étapes, étape 5-7"),
        ("fr", "il finit troisième et dernier de la série"),
        ("en", "at first, first of all, a third of the teams, one third of it, two thirds"),
        ("en", "the first two, the first time, the second half, the third man, first stages"),
        ("en", "First, he won; the second; season a; stages 3 to 5; stage 500; 21st century"),
    ],
)
def test_what_is_no_ordinal(language: str, text: str) -> None:
    assert [each for each in readings(text, language) if each[1].startswith("ordinal")] == []
