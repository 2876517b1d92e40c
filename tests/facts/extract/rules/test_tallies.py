"""Counts of wins, read from short reports."""

from __future__ import annotations

import pytest

from tests.facts.extract.rules.lines import lines

_EN = "Luca Ferro won stage 4 of the Tour de Suisse. "
_FR = "Luca Ferro a gagné la 4e étape du Tour de Suisse. "


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (_EN + "It is his third win of the season.", "en", {"luca-ferro victory_count 3 scope=season"}),  # noqa: E501
        ("Luca Ferro took his third win of the season.", "en", {"luca-ferro victory_count 3 scope=season"}),  # noqa: E501
        (_FR + "C'est sa troisième victoire de la saison.", "fr", {"luca-ferro victory_count 3 scope=season"}),  # noqa: E501
        ("Luca Ferro signe sa troisième victoire.", "fr", {"luca-ferro victory_count 3"}),
        ("Luca Ferro wants his third win of the season.", "en", set()),
        ("Luca Ferro could take his third win of the season.", "en", set()),
        ("Luca Ferro n'a pas signé sa troisième victoire.", "fr", set()),
        ("Luca Ferro took his third win in a row.", "en", set()),
        ("Luca Ferro vise sa troisième victoire de la saison.", "fr", set()),
    ],
)  # fmt: skip
def test_counts_of_wins(text: str, language: str, expected: set[str]) -> None:
    assert lines(text, {"victory_count"}, language) == expected
