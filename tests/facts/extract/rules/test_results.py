"""Who won what, ahead of whom: read from short reports, and not from previews."""

from __future__ import annotations

import pytest

from tests.facts.extract.rules.lines import facts_in, lines

_RELATIONS = {"winner", "second", "third"}
_T4 = "tour-de-suisse/2024 stage=4"
_W4 = f"{_T4} winner Luca Ferro"
_FR = "Luca Ferro a gagné la 4e étape du Tour de Suisse."
_EN = "Luca Ferro won stage 4 of the Tour de Suisse."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luca Ferro won stage 4 of the Tour de Suisse.", {_W4}),
        ("Luca Ferro wins the fourth stage of the Tour de Suisse.", {_W4}),
        ("Luca Ferro (Castelnova) has won Tuesday's fourth stage of the Tour de Suisse.", {_W4}),
        ("Stage 4 of the Tour de Suisse was won by Luca Ferro.", {_W4}),
        ("Luca Ferro sprinted to victory on stage 4 of the Tour de Suisse.", {_W4}),
        ("Luca Ferro took the win on stage four of the Tour de Suisse.", {_W4}),
        ("Luca Ferro claimed a superb victory in stage 4 of the Tour de Suisse.", {_W4}),
        ("Luca Ferro attacked late and went on to win stage 4 of the Tour de Suisse.", {_W4}),
        ("In stage 4 of the Tour de Suisse, Luca Ferro crossed the line first.", {_W4}),
        ("Luca Ferro's third win came late. Luca Ferro won the Tour de Suisse.", {"tour-de-suisse/2024 winner Luca Ferro"}),  # noqa: E501
        ("Luca Ferro won stage 4 of the Tour de Suisse ahead of Ander Goiko and Marco Dini.",
         {_W4, f"{_T4} second Ander Goiko", f"{_T4} third Marco Dini"}),
        ("Luca Ferro won stage 4 of the Tour de Suisse, 12 seconds ahead of the Spaniard Ander Goiko (Padreño-Luz).",  # noqa: E501
         {_W4, f"{_T4} second Ander Goiko gap=12"}),
        ("Luca Ferro beat Ander Goiko in a sprint to win stage 4 of the Tour de Suisse.",
         {_W4, f"{_T4} second Ander Goiko"}),
        ("Luca Ferro won stage 4 of the Tour de Suisse, beating Ander Goiko and Marco Dini.",
         {_W4, f"{_T4} second Ander Goiko", f"{_T4} third Marco Dini"}),
        ("Stage 4 of the Tour de Suisse began in the rain. Luca Ferro won the stage ahead of Ander Goiko.",  # noqa: E501
         {_W4, f"{_T4} second Ander Goiko"}),
        ("Luca Ferro rode into Andermatt alone on stage 4 of the Tour de Suisse. The Italian won ahead of Marco Dini.",  # noqa: E501
         {_W4, f"{_T4} second Marco Dini"}),
        ("Luca Ferro, winner of the Tour de Suisse in 2021, is ill.", {"tour-de-suisse/2021 winner Luca Ferro"}),  # noqa: E501
        ("Stage 4 winner Luca Ferro left the Tour de Suisse.", {_W4}),
        ("Luca Ferro wins stage 4 of the Tour de Suisse!", {_W4}),
        ("Stage 4 of the Tour de Suisse is on. Luca Ferro won the race in 2021.",
         {"tour-de-suisse/2021 winner Luca Ferro"}),
        ("Luca Ferro won Milan-San Remo on Saturday in a sprint.", {"milan-san-remo/2024 winner Luca Ferro"}),  # noqa: E501
        ("Team Movistar won the team time trial, stage 4 of the Tour de Suisse.",
         {f"{_T4} winner Movistar Team"}),
    ],
)  # fmt: skip
def test_an_english_report_tells_the_winner(text: str, expected: set[str]) -> None:
    assert lines(text, _RELATIONS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luca Ferro a remporté la 4e étape du Tour de Suisse.", {_W4}),
        ("Luca Ferro remporte mardi la quatrième étape du Tour de Suisse.", {_W4}),
        ("Luca Ferro s'est imposé lors de la 4e étape du Tour de Suisse.", {_W4}),
        ("Sur la 4e étape du Tour de Suisse, Luca Ferro s'impose en solitaire.", {_W4}),
        ("La 4e étape du Tour de Suisse a été remportée par Luca Ferro.", {_W4}),
        ("C'est Luca Ferro (Castelnova) qui a gagné l'étape 4 du Tour de Suisse.", {_W4}),
        ("Luca Ferro vient de remporter la 4e étape du Tour de Suisse.", {_W4}),
        ("Luca Ferro a décroché la victoire sur la 4e étape du Tour de Suisse.", {_W4}),
        ("Luca Ferro est parvenu à s'imposer sur la 4e étape du Tour de Suisse.", {_W4}),
        ("Luca Ferro s'impose sur la 4e étape du Tour de Suisse devant Marco Dini et l'Espagnol Ander Goiko.",  # noqa: E501
         {_W4, f"{_T4} second Marco Dini", f"{_T4} third Ander Goiko"}),
        ("Luca Ferro a gagné la 4e étape du Tour de Suisse avec douze secondes d'avance sur Marco Dini.",  # noqa: E501
         {_W4, f"{_T4} second Marco Dini gap=12"}),
        ("Luca Ferro gagne la 4e étape du Tour de Suisse en battant Marco Dini au sprint.",
         {_W4, f"{_T4} second Marco Dini"}),
        ("Luca Ferro a devancé Marco Dini pour remporter la 4e étape du Tour de Suisse.",
         {_W4, f"{_T4} second Marco Dini"}),
        ("La 4e étape du Tour de Suisse menait à Andermatt. Marco Dini a attaqué. Luca Ferro s'est imposé.", {_W4}),  # noqa: E501
        ("Luca Ferro, vainqueur du Tour de Suisse 2021, est malade.", {"tour-de-suisse/2021 winner Luca Ferro"}),  # noqa: E501
        ("Luca Ferro, vainqueur de la 4e étape du Tour de Suisse, est malade.", {_W4}),
        ("Luca Ferro remporte le Tour de Suisse.", {"tour-de-suisse/2024 winner Luca Ferro"}),
        ("L'équipe Movistar a remporté le contre-la-montre par équipes, 4e étape du Tour de Suisse.",  # noqa: E501
         {f"{_T4} winner Movistar Team"}),
    ],
)  # fmt: skip
def test_a_french_report_tells_the_winner(text: str, expected: set[str]) -> None:
    assert lines(text, _RELATIONS, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Luca Ferro will try to win stage 4 of the Tour de Suisse.",
        "Luca Ferro is the favourite to win stage 4 of the Tour de Suisse.",
        "Luca Ferro could win stage 4 of the Tour de Suisse.",
        "If Luca Ferro wins stage 4 of the Tour de Suisse, he takes the lead.",
        "Luca Ferro attacked to win stage 4 of the Tour de Suisse but was caught.",
        "Luca Ferro hopes to win stage 4 of the Tour de Suisse.",
        "Can Luca Ferro win stage 4 of the Tour de Suisse?",
        "Luca Ferro, the defending champion, starts the Tour de Suisse.",
        "Luca Ferro, a former winner of the Tour de Suisse, is ill.",
        "Luca Ferro, winner of the Tour de Suisse, starts tomorrow.",
        "Luca Ferro won the sprint for second on stage 4 of the Tour de Suisse.",
        "Luca Ferro won two stages of the Tour de Suisse.",
        "Luca Ferro won a stage of the Tour de Suisse.",
        "Luca Ferro has won the Tour de Suisse twice, in 2020 and 2022.",
        "Stage 4 preview: the Tour de Suisse climbs. Luca Ferro won the first time trial.",
        "Luca Ferro goes into stage 4 of the Tour de Suisse. He won the stage to Chur.",
        "Stage 4 of the Tour de Suisse is over. Luca Ferro won Sunday's time trial.",
        "Stage 4 of the Tour de Suisse is over. Everything that Luca Ferro has won is lost.",
        "Luca Ferro thought he had won stage 4 of the Tour de Suisse.",
        "Luca Ferro failed to win stage 4 of the Tour de Suisse.",
        "Luca Ferro dreams of winning stage 4 of the Tour de Suisse.",
        "Luca Ferro won the intermediate sprint on stage 4 of the Tour de Suisse.",
    ],
)
def test_an_english_preview_or_failure_tells_no_winner(text: str) -> None:
    assert lines(text, _RELATIONS) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Luca Ferro tentera de remporter la 4e étape du Tour de Suisse.",
        "Luca Ferro pourrait gagner la 4e étape du Tour de Suisse.",
        "Luca Ferro gagnerait la 4e étape du Tour de Suisse.",
        "Si Luca Ferro gagne la 4e étape du Tour de Suisse, il prendra la tête.",
        "Luca Ferro espère s'imposer sur la 4e étape du Tour de Suisse.",
        "Luca Ferro a failli remporter la 4e étape du Tour de Suisse.",
        "Luca Ferro, tenant du titre, prend le départ du Tour de Suisse.",
        "Luca Ferro, ancien vainqueur du Tour de Suisse, est malade.",
        "Luca Ferro, double vainqueur du Tour de Suisse, est malade.",
        "Luca Ferro a gagné deux étapes du Tour de Suisse.",
        "Luca Ferro remporte le sprint intermédiaire de la 4e étape du Tour de Suisse.",
        "Luca Ferro rêve de gagner la 4e étape du Tour de Suisse.",
        "Qui gagnera la 4e étape du Tour de Suisse ? Luca Ferro, peut-être.",
        "Luca Ferro devance Marco Dini au sommet, sur la 4e étape du Tour de Suisse.",
        "Luca Ferro est favori pour remporter la 4e étape du Tour de Suisse.",
    ],
)
def test_a_french_preview_or_failure_tells_no_winner(text: str) -> None:
    assert lines(text, _RELATIONS, "fr") == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Luca Ferro n'a pas gagné la 4e étape du Tour de Suisse.", "fr"),
        ("Luca Ferro did not win stage 4 of the Tour de Suisse.", "en"),
    ],
)
def test_a_denial_is_kept_as_one(text: str, language: str) -> None:
    assert lines(text, _RELATIONS, language) == {f"{_T4} not winner Luca Ferro"}


def test_last_years_winner_belongs_to_last_years_race() -> None:
    text = (
        "The Tour de Suisse reached stage 4 on Tuesday. Marco Dini won the stage. "
        "Luca Ferro had won stage 2 of the Tour de Suisse last year."
    )
    assert lines(text, _RELATIONS) == {
        f"{_T4} winner Marco Dini",
        "tour-de-suisse/2023 stage=2 winner Luca Ferro",
    }


def test_a_woman_wins_the_womens_race_of_the_same_name() -> None:
    text = "Matej Mohorič won Milan-San Remo on Saturday. Lotte Kopecky won the women's race."
    assert lines(text, {"winner"}) == {
        "milan-san-remo/2024 winner Matej Mohorič",
        "milan-san-remo-women/2024 winner Lotte Kopecky",
    }


def test_the_evidence_is_the_sentence_that_says_it() -> None:
    text = "It rained. Luca Ferro won stage 4 of the Tour de Suisse. Then it stopped."
    (fact,) = (f for f in facts_in(text) if f.relation == "winner")
    (evidence,) = fact.evidence
    assert text[evidence.span.start : evidence.span.end] == evidence.sentence
    assert evidence.sentence == "Luca Ferro won stage 4 of the Tour de Suisse."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{_FR} L'Italien a devancé au sprint Marco Dini et Ander Goiko.", "fr"),
        (f"{_EN} The Italian beat Marco Dini and Ander Goiko in a sprint.", "en"),
    ],
)  # fmt: skip
def test_those_beaten_may_be_told_later(text: str, language: str) -> None:
    assert lines(text, _RELATIONS, language) == {
        _W4,
        f"{_T4} second Marco Dini",
        f"{_T4} third Ander Goiko",
    }
