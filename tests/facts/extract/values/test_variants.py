"""The same text in another typography says the same values."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from facts.extract.values import read_values
from facts.model import Language
from tests.facts.extract.values import (
    test_dates,
    test_durations,
    test_money,
    test_ordinals,
    test_periods,
    test_quantities,
    test_ranges,
    test_weekdays,
)


def without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if not unicodedata.combining(c))


VARIANTS: dict[str, Callable[[str], str]] = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow no-break spaces": lambda text: text.replace(" ", "\u202f"),
    "wrapped lines": lambda text: text.replace(" ", "\n", 1),
    "no accents": without_accents,
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "typographic apostrophes": lambda text: text.replace("'", "’"),
    "no-break hyphens": lambda text: text.replace("-", "‑"),
    "emphasis": lambda text: f"**{text}**",
}
VERBS = [row[:2] for row in test_weekdays.TENSES]
TEXTS = [
    *(row[:2] for row in test_dates.WRITTEN + test_dates.WORKED_OUT),
    *(row[:2] for row in test_ranges.ROWS + test_ordinals.ROWS),
    *(row[:2] for row in test_periods.WRITTEN + test_periods.COUNTED),
    *(row[:2] for row in test_durations.LENGTHS + test_money.ROWS),
    *(row[:2] for row in test_quantities.ROWS + test_quantities.AROUND + test_quantities.AGES),
    *VERBS,
]


@pytest.mark.parametrize("variant", VARIANTS)
def test_typography_changes_no_value(variant: str) -> None:
    change = VARIANTS[variant]
    for language, text in TEXTS:
        if variant == "wrapped lines" and any(sign.isdigit() for sign in text):
            continue  # thousands are never parted by the end of a line
        if variant == "no accents" and (language, text) in VERBS:
            continue  # a participle is known by its accent

        def values(text: str, language: str = language) -> list[object]:
            found = read_values(text, Language(language), date(2022, 7, 5))
            return [(each.kind, each.value, each.approximate, each.comparison) for each in found]

        assert values(change(text)) == values(text), (text, change(text))


def test_a_headline_in_capitals_says_the_same_values() -> None:
    for language, text in TEXTS:
        if language == "fr" and not {"m", "M"} & set(text.replace("'", " ").split()):
            headline = f"LE POINT ({text.upper()}) EN BREF"
            found = read_values(headline, Language.FR, date(2022, 7, 5))
            plain = read_values(f"Le point ({text}) en bref", Language.FR, date(2022, 7, 5))
            if (language, text) not in VERBS:
                assert [each.value for each in found] == [each.value for each in plain], text
