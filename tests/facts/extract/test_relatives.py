"""Whom "who" and "qui" behind a quoted title belong to: never to the title of another's work."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, told_of


@pytest.mark.parametrize(
    ("language", "text", "makers"),
    [
        (EN, ("Arte chose Fjord Films, to whom we owe “High Sea”, which will produce a series on "
              "the Giro."), {"name/fjord-films"}),
        (EN, "Moon Films, who made “High Sea”, who will produce a series on the Giro.",
         {"name/moon-films"}),
        (FR, "Arte salue « Vents », qui produira une série sur le Giro.", set()),
        (FR, "Elle a choisi Lune Films avec « Vents », qui fabriquera une série sur le Giro.",
         set()),
    ],
)  # fmt: skip
def test_behind_a_title(language: Language, text: str, makers: set[str]) -> None:
    assert told_of("maker", text, language) == makers


def test_no_title_makes_a_series() -> None:
    text = (
        "Netflix prépare une série sur la Vuelta. Elle a choisi Lune Films, à qui l’on doit "
        "« La Grande Brume », qui fabriquera la série."
    )
    assert told_of("maker", text) <= {"name/lune-films"}
