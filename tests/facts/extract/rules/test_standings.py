"""Places and leaders, read from short reports."""

from __future__ import annotations

import pytest

from tests.facts.extract.rules.lines import lines

_RELATIONS = {"second", "third", "rank", "leader"}
_S = "Stage 4 of the Tour de Suisse ended in Andermatt. Marco Dini won the stage. "
_F = "La 4e étape du Tour de Suisse finissait à Andermatt. Marco Dini a gagné l'étape. "
_T = "tour-de-suisse/2024"
_T4 = f"{_T} stage=4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_S + "Luca Ferro finished seventh.", {f"{_T4} rank Luca Ferro rank=7"}),
        (_S + "Luca Ferro was third.", {f"{_T4} third Luca Ferro"}),
        (_S + "Luca Ferro took second place.", {f"{_T4} second Luca Ferro"}),
        (_S + "It rained, with Luca Ferro third and Ander Goiko in fourth.",
         {f"{_T4} third Luca Ferro", f"{_T4} rank Ander Goiko rank=4"}),
        (_S + "Luca Ferro finished third at 1:12.", {f"{_T4} third Luca Ferro gap=72"}),
        (_S + "Luca Ferro takes the yellow jersey.", {f"{_T} leader Luca Ferro classification=overall"}),  # noqa: E501
        (_S + "Luca Ferro has taken the overall lead.", {f"{_T} leader Luca Ferro classification=overall"}),  # noqa: E501
        (_S + "The yellow jersey passes to Luca Ferro.", {f"{_T} leader Luca Ferro classification=overall"}),  # noqa: E501
        (_S + "Luca Ferro leads the general classification by 12 seconds over Ander Goiko.",
         {f"{_T} leader Luca Ferro classification=overall gap=12 ahead_of=Ander Goiko"}),
        (_S + "Luca Ferro keeps the polka dot jersey.", {f"{_T} leader Luca Ferro classification=mountains"}),  # noqa: E501
    ],
)  # fmt: skip
def test_english_places_and_leaders(text: str, expected: set[str]) -> None:
    assert lines(text, _RELATIONS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_F + "Luca Ferro termine septième.", {f"{_T4} rank Luca Ferro rank=7"}),
        (_F + "Luca Ferro prend la troisième place à 1 min 12 s.", {f"{_T4} third Luca Ferro gap=72"}),  # noqa: E501
        (_F + "Luca Ferro (Castelnova) s'est classé 10e.", {f"{_T4} rank Luca Ferro rank=10"}),
        (_F + "Luca Ferro endosse le maillot jaune.", {f"{_T} leader Luca Ferro classification=overall"}),  # noqa: E501
        (_F + "Luca Ferro conserve le maillot à pois.", {f"{_T} leader Luca Ferro classification=mountains"}),  # noqa: E501
        (_F + "Au classement général, Luca Ferro compte douze secondes d'avance sur Ander Goiko.",
         {f"{_T} leader Luca Ferro classification=overall gap=12 ahead_of=Ander Goiko"}),
        (_F + "Le porteur du maillot jaune, l'Italien Luca Ferro, est tombé.",
         {f"{_T} leader Luca Ferro classification=overall"}),
    ],
)  # fmt: skip
def test_french_places_and_leaders(text: str, expected: set[str]) -> None:
    assert lines(text, _RELATIONS, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        _S + "Luca Ferro hopes to finish third.",
        _S + "Luca Ferro could finish third.",
        _S + "Luca Ferro was twice third last year.",
        _S + "Luca Ferro led the breakaway.",
        _S + "Luca Ferro lost the yellow jersey.",
        _S + "Luca Ferro did not take the yellow jersey.",
        _S + "Luca Ferro wants the yellow jersey.",
        _S + "Luca Ferro, a former yellow jersey, was dropped.",
        _S + "Luca Ferro wears the green jersey.",
    ],
)
def test_no_place_and_no_leader(text: str) -> None:
    assert lines(text, _RELATIONS) == set()


@pytest.mark.parametrize(
    "text",
    [
        _F + "Luca Ferro espère finir troisième.",
        _F + "Luca Ferro pourrait prendre le maillot jaune.",
        _F + "Luca Ferro a perdu le maillot jaune.",
        _F + "Luca Ferro n'a pas pris le maillot jaune.",
        _F + "Luca Ferro, deux fois troisième, est malade.",
        _F + "Luca Ferro menait l'échappée.",
    ],
)
def test_no_place_and_no_leader_in_french(text: str) -> None:
    assert lines(text, _RELATIONS, "fr") == set()
