"""Retirements, suspensions, selections, and teams as firms."""

from __future__ import annotations

import pytest

from tests.facts.extract.rules.news import news

CAREERS = {
    *("retires", "suspended", "provisional_suspension", "doping_test", "cleared", "appeal"),
    *("selected_for", "renamed", "sponsor", "merges_with", "folds", "level", "budget"),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enric Mas prendra sa retraite à la fin de la saison 2025.",
            {"planned: enric-mas retires late-2025"},
        ),
        (
            "Enric Mas a annoncé que l'année 2025 serait sa dernière.",
            {"planned: enric-mas retires 2025"},
        ),
        (
            "Enric Mas a annoncé qu'il prendrait sa retraite en juin 2025.",
            {"planned: enric-mas retires 2025-06-01"},
        ),
        (
            "Enric Mas a été suspendu quatre ans par l'UCI.",
            {"done: enric-mas suspended 4 year by=uci"},
        ),
        (
            "L'AFLD a suspendu Enric Mas pour deux ans.",
            {"done: enric-mas suspended 2 year by=afld"},
        ),
        (
            "Enric Mas a écopé d'une suspension de deux ans.",
            {"done: enric-mas suspended 2 year"},
        ),
        (
            "Enric Mas est suspendu à titre provisoire depuis le 5 février 2024.",
            {"enric-mas provisional_suspension est suspendu from=2024-02-05"},
        ),
        (
            "Enric Mas a été contrôlé positif à l'EPO hors compétition.",
            {"done: enric-mas doping_test EPO"},
        ),
        (
            "Enric Mas a été blanchi par l'UCI.",
            {"done: enric-mas cleared a été blanchi by=uci"},
        ),
        (
            "Enric Mas n'a pas été retenu pour le Giro.",
            {"done: enric-mas not selected_for giro-ditalia/2024"},
        ),
        (
            "Cofidis a dévoilé sa sélection pour le Giro : Enric Mas et Jai Hindley.",
            {
                "enric-mas selected_for giro-ditalia/2024 by=cofidis",
                "jai-hindley selected_for giro-ditalia/2024 by=cofidis",
            },
        ),
        (
            "L'équipe Castelnova s'appellera Helvar Racing à partir de 2025.",
            {"planned: castelnova renamed Helvar Racing start=2025"},
        ),
        (
            "La formation Castelnova disparaîtra à la fin de la saison.",
            {"planned: castelnova folds late-2024"},
        ),
        (
            "Le budget de Cofidis s'élève à 20 millions d'euros.",
            {"cofidis budget 20000000 EUR"},
        ),
    ],
)
def test_french_news(text: str, expected: set[str]) -> None:
    assert news(text, "fr", CAREERS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enric Mas, 29, will retire at the end of the season.",
            {"planned: enric-mas retires late-2024"},
        ),
        (
            "Enric Mas announced his retirement at the end of 2025.",
            {"planned: enric-mas retires late-2025"},
        ),
        (
            "Enric Mas was handed a four-year ban by the UCI.",
            {"done: enric-mas suspended 4 year by=uci"},
        ),
        (
            "Enric Mas will appeal to the Court of Arbitration for Sport.",
            {"planned: enric-mas appeal cas"},
        ),
        (
            "Cofidis have selected Enric Mas and Jai Hindley for the Giro d'Italia.",
            {
                "done: enric-mas selected_for giro-ditalia/2024 by=cofidis",
                "done: jai-hindley selected_for giro-ditalia/2024 by=cofidis",
            },
        ),
        (
            "Lotto and Cofidis will merge in 2025.",
            {"planned: cofidis merges_with lotto start=2025"},
        ),
        (
            "Lidl will become title sponsor of Cofidis until 2027.",
            {"planned: cofidis sponsor lidl until=2027"},
        ),
        (
            "Cofidis has been relegated to ProTeam level.",
            {"done: cofidis level ProTeam"},
        ),
    ],
)
def test_english_news(text: str, expected: set[str]) -> None:
    assert news(text, "en", CAREERS) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Enric Mas retired from the Tour de France on stage 5.", "en"),
        ("La course a été suspendue deux heures.", "fr"),
        ("Cofidis becomes the first team to win.", "en"),
        ("The team known as Castelnova won.", "en"),
        ("Cofidis has less than the 60 million euros of the Movistar budget.", "en"),
        ("Enric Mas et Jai Hindley seront alignés sur le contre-la-montre.", "fr"),
        ("Enric Mas did not test positive for EPO.", "en"),
    ],
)
def test_what_only_looks_like_news(text: str, language: str) -> None:
    assert news(text, language, CAREERS) == set()


def test_a_second_list_is_for_the_race_of_the_first() -> None:
    text = (
        "Le sélectionneur a retenu Enric Mas pour les Jeux olympiques. Le Tour de France continue. "
        "Chez les femmes, deux coureuses ont été retenues : Juliette Labous et Victoire Berteau."
    )
    assert news(text, "fr", {"selected_for"}) == {
        "done: enric-mas selected_for olympic-games/2024",
        "done: juliette-labous selected_for olympic-games/2024",
        "done: victoire-berteau selected_for olympic-games/2024",
    }


def test_a_selection_without_any_race_tells_nothing() -> None:
    text = "Le Tour de France continue. Enric Mas a été retenu."
    assert news(text, "fr", {"selected_for"}) == set()
