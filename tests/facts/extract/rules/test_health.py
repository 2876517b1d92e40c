"""Who abandons or misses a race, is hurt, ill, away, and comes back."""

from __future__ import annotations

import pytest

from tests.facts.extract.rules.news import news

HEALTH = {"abandons", "misses", "injury", "illness", "absence", "returns", "returns_at"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enric Mas a abandonné le Tour de France lors de la 16e étape.",
            {"done: enric-mas abandons tour-de-france/2024 stage=16 stage"},
        ),
        (
            "Enric Mas a été contraint à l'abandon sur la 8e étape du Giro.",
            {"done: enric-mas abandons giro-ditalia/2024 stage=8 stage"},
        ),
        (
            "Enric Mas, victime d'une fracture du poignet, ne prendra pas le départ du Giro.",
            {
                "enric-mas injury fracture du poignet",
                "planned: enric-mas misses giro-ditalia/2024 reason=fracture du poignet",
            },
        ),
        (
            "Enric Mas manquera la Vuelta.",
            {"planned: enric-mas misses vuelta-a-espana/2024"},
        ),
        (
            "Enric Mas, forfait pour le Giro, souffre d'une fracture du fémur.",
            {
                "enric-mas misses giro-ditalia/2024",
                "under_way: enric-mas injury fracture du fémur",
            },
        ),
        (
            "Enric Mas s'est cassé la clavicule gauche. Il sera absent six semaines.",
            {
                "done: enric-mas injury fracture de la clavicule gauche",
                "planned: enric-mas absence 6 week",
            },
        ),
        (
            "Enric Mas pourrait renoncer à la Vuelta.",
            {"possible: enric-mas misses vuelta-a-espana/2024"},
        ),
        (
            "Enric Mas ne souffre d'aucune fracture.",
            {"under_way: enric-mas not injury fracture"},
        ),
        (
            "Enric Mas fera son retour à la compétition le 12 avril.",
            {"planned: enric-mas returns 2024-04-12"},
        ),
    ],
)
def test_a_french_report(text: str, expected: set[str]) -> None:
    assert news(text, "fr", HEALTH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enric Mas has withdrawn from the Tour de France because of illness.",
            {"done: enric-mas abandons tour-de-france/2024 reason=illness"},
        ),
        (
            "Enric Mas broke his left wrist on stage 3 of the Tour de France and left the race.",
            {
                "done: enric-mas injury broken left wrist",
                "done: enric-mas abandons tour-de-france/2024",
            },
        ),
        (
            "Enric Mas will not start stage 5 of the Giro d'Italia.",
            {"planned: enric-mas abandons giro-ditalia/2024 stage=5 stage"},
        ),
        (
            "Enric Mas has been ruled out of the Giro d'Italia.",
            {"done: enric-mas misses giro-ditalia/2024"},
        ),
        (
            "Enric Mas will be sidelined for six months.",
            {"planned: enric-mas absence 6 month"},
        ),
        (
            "Enric Mas suffered a concussion. The Spaniard is expected to return at the Giro.",
            {
                "done: enric-mas injury concussion",
                "planned: enric-mas returns_at giro-ditalia/2024",
            },
        ),
        (
            "Enric Mas has not broken his wrist.",
            {"done: enric-mas not injury broken wrist"},
        ),
        (
            "Enric Mas tested positive for Covid-19.",
            {"done: enric-mas illness Covid"},
        ),
    ],
)
def test_an_english_report(text: str, expected: set[str]) -> None:
    assert news(text, "en", HEALTH) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Enric Mas a abandonné l'idée de disputer le Tour de France.", "fr"),
        ("Enric Mas abandoned his plans to ride the Giro.", "en"),
        ("Enric Mas escaped without a fracture.", "en"),
        ("Le pont a subi une fracture.", "fr"),
        ("Enric Mas a-t-il abandonné le Tour de France ?", "fr"),
        ("Enric Mas a quitté Movistar après le Tour de France.", "fr"),
    ],
)
def test_what_is_no_abandon_and_no_injury(text: str, language: str) -> None:
    assert news(text, language, HEALTH) == set()


def test_a_stage_behind_a_comma_is_not_the_one_left() -> None:
    text = "Enric Mas withdrew from the Tour de France on Monday, after winning stage 1."
    assert news(text, "en", {"abandons"}) == {"done: enric-mas abandons tour-de-france/2024"}


def test_an_injury_after_two_names_is_nobodys() -> None:
    text = "Enric Mas et Jai Hindley sont tombés. Le coureur s'est cassé le poignet."
    assert news(text, "fr", {"injury"}) == set()
