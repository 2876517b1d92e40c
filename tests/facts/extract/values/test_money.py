"""Amounts of money."""

from __future__ import annotations

import pytest

from tests.facts.extract.values.reading import readings

ROWS = [
    ("fr", "3 millions d'euros", "3000000 EUR"),
    ("fr", "3 millions d’euros", "3000000 EUR"),
    ("fr", "deux millions d'euros", "2000000 EUR"),
    ("fr", "1,2 milliard d'euros", "1200000000 EUR"),
    ("fr", "500 000 euros", "500000 EUR"),
    ("fr", "500\u202f000\u00a0€", "500000 EUR"),
    ("fr", "3 M€", "3000000 EUR"),
    ("fr", "3M€", "3000000 EUR"),
    ("fr", "3 M d'euros", "3000000 EUR"),
    ("fr", "1,5 Md€", "1500000000 EUR"),
    ("fr", "300 k€", "300000 EUR"),
    ("fr", "2,50 €", "2.50 EUR"),
    ("fr", "500 Euros", "500 EUR"),
    ("fr", "1 000 francs suisses", "1000 CHF"),
    ("fr", "2 millions de dollars", "2000000 USD"),
    ("fr", "un million de livres sterling", "1000000 GBP"),
    ("fr", "500 dollars australiens", "500 AUD"),
    ("en", "€3m", "3000000 EUR"),
    ("en", "€3 million", "3000000 EUR"),
    ("en", "€3 m", "3000000 EUR"),
    ("en", "$2.5 million", "2500000 USD"),
    ("en", "US$500,000", "500000 USD"),
    ("en", "A$500", "500 AUD"),
    ("en", "£500,000", "500000 GBP"),
    ("en", "£1.2bn", "1200000000 GBP"),
    ("en", "500,000 euros", "500000 EUR"),
    ("en", "three million euros", "3000000 EUR"),
    ("en", "EUR 500", "500 EUR"),
    ("en", "500 EUR", "500 EUR"),
    ("en", "a million dollars", "1000000 USD"),
    ("en", "¥500", "500 JPY"),
]


@pytest.mark.parametrize(("language", "written", "value"), ROWS)
def test_an_amount(language: str, written: str, value: str) -> None:
    assert readings(f"({written}).", language) == [(written, f"money {value}")]


def test_words_of_measure_around_an_amount() -> None:
    assert readings("plus de 3 millions d'euros") == [
        ("3 millions d'euros", "money 3000000 EUR >=")
    ]
    assert readings("about €3m", "en") == [("€3m", "money 3000000 EUR ~")]
    assert readings("une centaine d'euros") == [("une centaine d'euros", "money 100 EUR ~")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "3 livres, 500 francs, un euro symbolique, des millions d'euros, 8 eurosx"),
        ("fr", "2 à 3 millions d'euros, entre 2 et 3 M€, €2-3m"),
        ("en", "$2 to $3 million, €2-3m, £, $5x, 500 pounds, one dollar, €3mx"),
    ],
)
def test_what_is_no_amount(language: str, text: str) -> None:
    assert readings(text, language) == []
