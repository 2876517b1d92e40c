"""Who joins, leaves, stays with and rides for which team, and for how long."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.extract.rules.news import news
from tests.facts.telling import facts_in

MOVES = {"joins", "leaves", "extends", "contract_until", "rides_for", "salary", "transfer_fee"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enric Mas rejoindra Cofidis en 2025.",
            {"planned: enric-mas joins cofidis start=2025"},
        ),
        (
            "Cofidis recrute Enric Mas jusqu'en 2026.",
            {
                "under_way: enric-mas joins cofidis until=2026",
                "enric-mas contract_until 2026 team=cofidis",
            },
        ),
        (
            "Enric Mas passe de Movistar à Cofidis.",
            {
                "under_way: enric-mas joins cofidis from=movistar",
                "under_way: enric-mas leaves movistar to=cofidis",
            },
        ),
        (
            "Enric Mas a été recruté par Cofidis.",
            {"done: enric-mas joins cofidis"},
        ),
        (
            "La formation Cofidis a annoncé la signature d'Enric Mas pour deux saisons.",
            {"done: enric-mas joins cofidis duration=2 season"},
        ),
        (
            "Enric Mas s'est engagé pour trois ans avec Cofidis.",
            {"done: enric-mas joins cofidis duration=3 year"},
        ),
        (
            "Enric Mas portera le maillot de Cofidis à partir du 1er janvier 2025.",
            {"planned: enric-mas joins cofidis start=2025-01-01"},
        ),
        (
            "Enric Mas prolonge chez Movistar jusqu'en 2028.",
            {
                "under_way: enric-mas extends movistar until=2028",
                "enric-mas contract_until 2028 team=movistar",
            },
        ),
        (
            "Le contrat d'Enric Mas avec Movistar expire fin 2026.",
            {"enric-mas contract_until late-2026"},
        ),
        (
            "Enric Mas ne courra plus pour Movistar.",
            {"planned: enric-mas leaves movistar"},
        ),
        (
            "Le coureur de l'équipe Padreño-Luz, Rui Calado, a signé chez Helvar Racing.",
            {
                "rui-calado rides_for padreno-luz",
                "done: rui-calado joins helvar-racing",
            },
        ),
    ],
)
def test_a_french_transfer(text: str, expected: set[str]) -> None:
    assert news(text, "fr", MOVES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enric Mas has signed a two-year contract with Cofidis from 2025.",
            {"planned: enric-mas joins cofidis start=2025 duration=2 year"},
        ),
        (
            "Cofidis have signed Enric Mas and Jai Hindley.",
            {"done: enric-mas joins cofidis", "done: jai-hindley joins cofidis"},
        ),
        (
            "Enric Mas is leaving Movistar at the end of the season.",
            {"under_way: enric-mas leaves movistar start=late-2024"},
        ),
        (
            "Movistar have re-signed Enric Mas until 2028.",
            {
                "done: enric-mas extends movistar until=2028",
                "enric-mas contract_until 2028 team=movistar",
            },
        ),
        (
            "Enric Mas has terminated his contract with Movistar.",
            {"done: enric-mas leaves movistar"},
        ),
        (
            "Enric Mas is under contract with Movistar until 2027.",
            {"enric-mas contract_until 2027"},
        ),
        (
            "Declan Morrow (Kestrel Energy) will join Lidl-Trek.",
            {
                "declan-morrow rides_for kestrel-energy",
                "planned: declan-morrow joins trek",
            },
        ),
        (
            "The Colombian rider Esteban Rojo of Team Nordlys attacked.",
            {"esteban-rojo rides_for team-nordlys"},
        ),
    ],
)
def test_an_english_transfer(text: str, expected: set[str]) -> None:
    assert news(text, "en", MOVES) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Selon nos informations, Enric Mas devrait rejoindre Cofidis.",
            "fr",
            {"possible: enric-mas joins cofidis"},
        ),
        ("Enric Mas pourrait rejoindre Cofidis.", "fr", {"possible: enric-mas joins cofidis"}),
        ("Enric Mas aurait signé chez Cofidis.", "fr", {"possible: enric-mas joins cofidis"}),
        ("Enric Mas rêve de rejoindre Cofidis.", "fr", {"possible: enric-mas joins cofidis"}),
        ("Enric Mas is in talks with Cofidis.", "en", {"possible: enric-mas joins cofidis"}),
        ("Enric Mas is close to joining Cofidis.", "en", {"possible: enric-mas joins cofidis"}),
        (
            "Le salaire d'Enric Mas atteindrait 2 millions d'euros.",
            "fr",
            {"possible: enric-mas salary 2000000 EUR"},
        ),
    ],
)
def test_a_rumour_is_only_possible(text: str, language: str, expected: set[str]) -> None:
    assert news(text, language, MOVES) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Enric Mas ne rejoindra pas Cofidis.",
            "fr",
            {"planned: enric-mas not joins cofidis"},
        ),
        (
            "Enric Mas ne prolongera pas avec Movistar.",
            "fr",
            {"planned: enric-mas not extends movistar"},
        ),
        ("Enric Mas will not join Cofidis.", "en", {"planned: enric-mas not joins cofidis"}),
    ],
)
def test_a_denial_is_told_as_one(text: str, language: str, expected: set[str]) -> None:
    assert news(text, language, MOVES) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Enric Mas rejoindra-t-il Cofidis ?", "fr"),
        ("Will Enric Mas leave Movistar?", "en"),
        ("If Enric Mas joins Cofidis, he will lead the team.", "en"),
        ("Si Enric Mas rejoint Cofidis, tout change.", "fr"),
        ("Enric Mas denied that he would leave Movistar.", "en"),
        ("Enric Mas n'a pas encore prolongé avec Movistar.", "fr"),
        ("Former Movistar rider Alejandro Valverde won again.", "en"),
        ("L'ancien coureur de Movistar Alejandro Valverde est venu.", "fr"),
        ("Enric Mas went to the Movistar team bus.", "en"),
        ("Enric Mas suivra Jai Hindley chez le médecin.", "fr"),
        ("Rui Calado, coureur de l'équipe Padreño-Luz jusqu'en 2023, a gagné.", "fr"),
        ("The British WorldTour team kept Enric Mas.", "en"),
    ],
)
def test_what_is_asked_supposed_or_past_tells_nothing(text: str, language: str) -> None:
    assert news(text, language, MOVES) == set()


def test_a_team_in_a_relative_clause_is_another_riders() -> None:
    text = "Cofidis a recruté Enric Mas, qui remplacera Jai Hindley après son départ de Movistar."
    assert news(text, "fr", MOVES) == {"done: enric-mas joins cofidis"}


def test_a_known_rider_is_taken_up_by_age_country_and_pronoun() -> None:
    text = (
        "Declan Morrow, 24, has left Kestrel Energy. The 24-year-old will join Cofidis. "
        "He signed a contract until 2027."
    )
    assert news(text, "en", MOVES) == {
        "done: declan-morrow leaves kestrel-energy",
        "planned: declan-morrow joins cofidis",
        "declan-morrow contract_until 2027",
    }


def test_a_pronoun_between_two_riders_is_left_alone() -> None:
    text = "Le leader Enric Mas a parlé à Jai Hindley et à Ben O'Connor. Selon lui, il ira mieux. "
    text += "Jai Hindley et Enric Mas sont partis. Ensuite, il a rejoint Cofidis."
    assert news(text, "fr", MOVES) == set()


def test_a_manager_who_announces_a_signing_does_not_sign() -> None:
    text = "Enric Mas has left Movistar. Team manager Walter Brandt confirmed he will join Cofidis."
    assert news(text, "en", {"joins"}) == set()


def test_an_unknown_surname_is_the_rider_named_before() -> None:
    text = (
        "Maël Kerdraon, 23 ans, a gagné dimanche. "
        "Kerdraon rejoindra Castelnova, l'équipe italienne."
    )
    assert news(text, "fr", {"joins"}) == {"planned: mael-kerdraon joins castelnova"}


def test_a_calling_that_opens_a_sentence_is_no_part_of_the_name() -> None:
    text = "Sprinter Declan Morrow, 24, moves to Cofidis."
    assert news(text, "en", {"joins"}) == {"under_way: declan-morrow joins cofidis"}


def test_the_evidence_is_the_sentence() -> None:
    text = "Un printemps calme. Enric Mas rejoindra Cofidis en 2025. Il pleut."
    fact = next(f for f in facts_in(text, Language.FR) if f.relation == "joins")
    assert [e.sentence for e in fact.evidence] == ["Enric Mas rejoindra Cofidis en 2025."]
