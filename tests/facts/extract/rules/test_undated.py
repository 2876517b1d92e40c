"""Days without a year, in articles that do not say when they came out."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, told_of

ABOUT = {
    FR: "Zubrowka Studios produit un documentaire sur le Giro. ",
    EN: "Moon Films produces a documentary about the Giro d'Italia. ",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Annoncé en 2019, le documentaire sortira en avril."),
        (EN, "Announced in 2019, the documentary will come out in April."),
        (FR, "Le documentaire sortira en avril."),
    ],
)
def test_no_year_is_guessed(language: Language, text: str) -> None:
    assert told_of("release", ABOUT[language] + text, language, published=None) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "MILAN, March 3 2024 - " + ABOUT[EN] + "The documentary will come out in April."),
        (FR, "Milan, le 3 mars 2024. " + ABOUT[FR] + "Le documentaire sortira en avril."),
    ],
)
def test_a_dateline_gives_the_year(language: Language, text: str) -> None:
    assert told_of("release", text, language, None) == {"2024-04-01..2024-04-30 month"}


def test_what_is_to_come_lies_after_the_dateline() -> None:
    text = "MILAN, October 3 2024 - " + ABOUT[EN] + "The documentary will come out in April."
    assert told_of("release", text, EN, None) == {"2025-04-01..2025-04-30 month"}
