"""Names as an article writes them: with a plus, in short, beside a hyphened adjective."""

from __future__ import annotations

import pytest

from facts.model import Language
from facts.reading import read
from tests.facts.telling import EN, FR, article


def _names(text: str, language: Language) -> set[str]:
    """The names that the sentences of a text speak of."""
    found = read(article(text, language)).passages
    return {entity.name for passage in found for entity in passage.entities}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (FR, "Discovery+ a refusé.", {"Discovery+"}),
        (FR, "On le dit de Disney+, d’Apple TV+ et de Canal+.", {"Disney+", "Apple TV+", "Canal+"}),
        (FR, "Calypso+ a refusé.", {"Calypso+"}),
        (FR, "Pour Vidéo Calypso+, c’est non.", {"Vidéo Calypso+"}),
        (EN, "Calypso+’s answer came late.", {"Calypso+"}),
        (EN, "They spoke of Movistar+.", {"Movistar+"}),
        (EN, "They spoke of Movistar Plus+ first.", {"Movistar Plus+"}),
        (FR, "Selon 20Minutes Sport, c’est non.", {"20Minutes Sport"}),
        (FR, "Selon 20 Minutes Sport, c’est non.", {"20 Minutes Sport"}),
        (FR, "Selon 20Minutes, c’est non.", {"20Minutes"}),
        (FR, "Selon RMC, c’est non.", {"RMC"}),
        (FR, "Selon RMC Sport, c’est non.", {"RMC Sport"}),
        (EN, "They met at Trondheim-based Fjord Films.", {"Fjord Films"}),
        (EN, "They met at Rome-based Lux Vide.", {"Rome", "Lux Vide"}),
        (EN, "Paris-based Lumen Films said no.", {"Paris", "Lumen Films"}),
    ],
)  # fmt: skip
def test_names_are_told_as_written(language: Language, text: str, names: set[str]) -> None:
    assert _names(text, language) == names


def test_a_team_lends_its_name_to_no_channel() -> None:
    found = read(article("Le coureur de Movistar est vu sur Movistar+.", FR)).passages
    assert {e.key for p in found for e in p.entities} == {"team/movistar", "name/movistar"}
