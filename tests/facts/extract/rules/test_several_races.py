"""Sentences about two races: each has its own organiser and its own days, or none."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, told

_RCS, _ASO = "organisation/rcs-sport", "organisation/aso"
_GIRO, _TOUR = "race/giro-ditalia", "race/tour-de-france"
_MAY = "2024-05-04..2024-05-26 day"
_JULY = "2024-06-29..2024-07-21 day"


def _of(relation: str, text: str, language: Language) -> set[str]:
    return {line for line in told(text, language) if f" {relation} " in line}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le Giro, organisé par RCS Sport, et le Tour, organisé par ASO, se suivent."),
        (EN, "The Giro, organised by RCS Sport, and the Tour, organised by ASO, come next."),
    ],
)
def test_each_race_has_its_organiser(language: Language, text: str) -> None:
    assert _of("organiser", text, language) == {
        f"{_GIRO} organiser {_RCS}",
        f"{_TOUR} organiser {_ASO}",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le Giro est organisé par RCS Sport et le Tour par ASO."),
        (EN, "The Giro is organised by RCS Sport and the Tour by ASO."),
        (EN, "The Giro is organised by RCS Sport and shown by ASO."),
    ],
)
def test_another_by_is_another_matter(language: Language, text: str) -> None:
    assert _of("organiser", text, language) == {f"{_GIRO} organiser {_RCS}"}


def test_two_may_organise_one() -> None:
    text = "Le Giro est organisé par RCS Sport et ASO."
    assert len(_of("organiser", text, FR)) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le Giro et le Tour approchent\n\nASO, organisatrice de la course, a confirmé."),
        (FR, ("Le Giro et le Tour approchent\n\nOn verra le Tour. RCS Sport, organisatrice de "
              "la course, a confirmé.")),
        (EN, "The Giro and the Tour come next\n\nASO, organiser of the race, agreed."),
    ],
)  # fmt: skip
def test_the_race_of_two_is_unclear(language: Language, text: str) -> None:
    assert _of("organiser", text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Au programme, le Giro du 4 au 26 mai 2024 et le Tour du 29 juin au 21 juillet 2024."),
        (FR, "Le Giro, couru du 4 au 26 mai 2024, et le Tour (29 juin-21 juillet 2024) sont là."),
        (EN, "There are the Giro from 4 to 26 May 2024 and the Tour from 29 June to 21 July 2024."),
        (EN, ("The Giro, held from 4 to 26 May 2024, and the Tour, held from 29 June to "
              "21 July 2024, are near.")),
    ],
)  # fmt: skip
def test_each_race_has_its_days(language: Language, text: str) -> None:
    assert _of("dates", text, language) == {
        f"{_GIRO}/2024 dates {_MAY}",
        f"{_TOUR}/2024 dates {_JULY}",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Netflix filmera le Giro du 4 au 9 mai 2024 et le Tour du 3 au 5 juillet 2024."),
        (EN, "Netflix will film the Giro from 4 to 9 May 2024."),
        (
            FR,
            "La Vuelta se déroule du 26 août au 17 septembre et le Tour finit le 21 juillet 2024.",
        ),
    ],
)
def test_days_of_filming_and_of_unclear_years(language: Language, text: str) -> None:
    assert _of("dates", text, language) == set()


def test_days_without_a_year_are_of_the_season() -> None:
    text = "La Vuelta 2023, courue du 26 août au 17 septembre, reste belle."
    assert _of("dates", text, FR) == {"race/vuelta-a-espana/2023 dates 2023-08-26..2023-09-17 day"}
