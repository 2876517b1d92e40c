"""Titles in quotation marks name programmes where a word for programmes stands beside them."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, told

_JUNE = "release 2024-06-01..2024-06-30 month"
_ARTE, _NETFLIX = "platform organisation/arte", "platform organisation/netflix"


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        (FR, "La série « Pavés » sortira en juin 2024.", {f"programme/paves {_JUNE}"}),
        (FR, "Le film intitulé « Une Route », sortira en juin 2024.",
         {f"programme/une-route {_JUNE}"}),
        (FR, "La première, « Elles », est une série sur le Giro.",
         {"programme/elles about race/giro-ditalia"}),
        (FR, "« Pavés », un documentaire sur le Giro, sortira en juin 2024.",
         {"programme/paves about race/giro-ditalia", f"programme/paves {_JUNE}"}),
        (EN, "The series “Dust” will be released in June 2024.", {f"programme/dust {_JUNE}"}),
        (EN, "The first, “Dust”, is a series on the Giro.",
         {"programme/dust about race/giro-ditalia"}),
        (EN, "“The Long Way Home”, a film on the Giro, will be released in June 2024.",
         {"programme/the-long-way-home about race/giro-ditalia",
          f"programme/the-long-way-home {_JUNE}"}),
    ],
)  # fmt: skip
def test_a_title(language: Language, text: str, lines: set[str]) -> None:
    assert told(text, language) == lines


def test_each_title_has_its_own_screen() -> None:
    text = (
        "La première, « Elles », est une série sur le Giro, produite pour Netflix. "
        "La seconde, « Pavés », un film sur la Vuelta, sera diffusée sur Arte."
    )
    shown = {line for line in told(text) if " platform " in line}
    assert shown == {f"programme/elles {_NETFLIX}", f"programme/paves {_ARTE}"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "« Pavés » n’est pas une série sur le Giro."),
        (EN, "“Dust” is not a series on the Giro."),
        (FR, "Il a dit « Oui » à la course."),
    ],
)
def test_no_title(language: Language, text: str) -> None:
    assert told(text, language) == set()
