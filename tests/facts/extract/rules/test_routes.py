"""Routes and calendars, read from short announcements."""

from __future__ import annotations

import pytest

from tests.facts.extract.rules.lines import lines

_ROUTE = {
    "stage_count", "start_place", "finish_place", "distance", "climbing", "climb", "rest_day",
    "rest_day_count", "time_trial_distance",
}  # fmt: skip
_CALENDAR = {"cancelled", "moved", "postponed"}
_T = "tour-de-suisse/2024"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tour de Suisse has eight stages.", {f"{_T} stage_count 8"}),
        ("The Tour de Suisse covers 1,120 kilometres over eight stages.",
         {f"{_T} stage_count 8", f"{_T} distance 1120"}),
        ("The Tour de Suisse starts in Vaduz and ends in Lugano.",
         {f"{_T} start_place Vaduz", f"{_T} finish_place Lugano"}),
        ("Stage 4 of the Tour de Suisse runs from Chur to Andermatt.",
         {f"{_T} stage=4 start_place Chur", f"{_T} stage=4 finish_place Andermatt"}),
        ("Stage 4 of the Tour de Suisse is 171 km long.", {f"{_T} stage=4 distance 171"}),
        ("The Grand Départ of the Tour de France will take place in Lille.",
         {"tour-de-france/2024 start_place Lille"}),
        ("The Tour de Suisse has two rest days.", {f"{_T} rest_day_count 2"}),
        ("The Tour de Suisse has 41 kilometres of time trials.",
         {f"{_T} time_trial_distance 41"}),
        ("Stage 4 of the Tour de Suisse has 3,400 metres of climbing.", {f"{_T} stage=4 climbing 3400"}),  # noqa: E501
        ("Milan-San Remo is 288 kilometres long.", {"milan-san-remo/2024 distance 288"}),
    ],
)  # fmt: skip
def test_an_english_route(text: str, expected: set[str]) -> None:
    assert lines(text, _ROUTE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Tour de Suisse compte huit étapes.", {f"{_T} stage_count 8"}),
        ("Le Tour de Suisse s'élancera de Vaduz.", {f"{_T} start_place Vaduz"}),
        ("La 4e étape du Tour de Suisse reliera Coire à Andermatt.",
         {f"{_T} stage=4 start_place Coire", f"{_T} stage=4 finish_place Andermatt"}),
        ("La 4e étape du Tour de Suisse, longue de 171 km, sera rude.", {f"{_T} stage=4 distance 171"}),  # noqa: E501
        ("Le Tour de Suisse aura deux jours de repos.", {f"{_T} rest_day_count 2"}),
        ("Le Grand Départ du Tour de France aura lieu à Lille.", {"tour-de-france/2024 start_place Lille"}),  # noqa: E501
    ],
)  # fmt: skip
def test_a_french_route(text: str, expected: set[str]) -> None:
    assert lines(text, _ROUTE, "fr") == expected


def test_a_list_of_stages_gives_places_and_distances() -> None:
    text = "# The Tour de Suisse 2025\n\nStage 1: Vaduz - Chur, 177 km\n\nStage 2: Chur > Locarno (165 km)"  # noqa: E501
    assert lines(text, _ROUTE) == {
        "tour-de-suisse/2025 stage=1 start_place Vaduz",
        "tour-de-suisse/2025 stage=1 finish_place Chur",
        "tour-de-suisse/2025 stage=1 distance 177",
        "tour-de-suisse/2025 stage=2 start_place Chur",
        "tour-de-suisse/2025 stage=2 finish_place Locarno",
        "tour-de-suisse/2025 stage=2 distance 165",
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Luca Ferro attacked 12 km from the finish of stage 4 of the Tour de Suisse.", "en"),
        ("After eight stages of the Tour de Suisse the riders are tired.", "en"),
        ("The Tour de Suisse will not finish in Lugano.", "en"),
        ("The Tour de Suisse could start in Vaduz.", "en"),
        ("Luca Ferro attaque à 12 km de l'arrivée de la 4e étape du Tour de Suisse.", "fr"),
        ("Le Tour de Suisse se terminera hors de Lugano.", "fr"),
        ("Luca Ferro a gagné deux étapes du Tour de Suisse.", "fr"),
    ],
)
def test_what_is_no_route(text: str, language: str) -> None:
    assert lines(text, _ROUTE, language) == set()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Tour de Suisse has been cancelled because of heavy snow.", "en",
         {f"{_T} cancelled cancelled reason=heavy snow"}),
        ("The Tour de Suisse will not be cancelled.", "en", {f"{_T} not cancelled cancelled"}),
        ("The Tour de Suisse has been postponed.", "en", {f"{_T} postponed postponed"}),
        ("The Tour de Suisse will be held on 12 October instead of 9 June.", "en",
         {f"{_T} moved 2024-10-12 from=2024-06-09"}),
        ("Le Tour de Suisse est annulé en raison de la neige, a dit la police.", "fr",
         {f"{_T} cancelled cancelled reason=la neige"}),
        ("Le Tour de Suisse est déplacé au 12 octobre.", "fr", {f"{_T} moved 2024-10-12"}),
        ("Le Tour de Suisse aura lieu. La course des juniors est annulée.", "fr", set()),
        ("The Tour de Suisse is near. The race has been postponed.", "en", {f"{_T} postponed postponed"}),  # noqa: E501
        ("The Tour de Romandie precedes the Tour de Suisse. The race is cancelled.", "en", set()),
        ("If it snows, the Tour de Suisse is cancelled.", "en", set()),
    ],
)  # fmt: skip
def test_races_cancelled_or_moved(text: str, language: str, expected: set[str]) -> None:
    assert lines(text, _CALENDAR, language) == expected
