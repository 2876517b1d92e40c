"""Ranges of days, months and years. The reference is Tuesday 5 July 2022."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.extract.values import read_values
from facts.model import DateInterval, Language, Precision
from tests.facts.extract.values.reading import readings
from tests.facts.extract.values.test_dates import ENGLISH_MONTHS, FRENCH_MONTHS

JULY = "2022-07-01/2022-07-24 day"
ROWS = [
    ("fr", "du 1er au 24 juillet 2022", "1er au 24 juillet 2022", JULY),
    ("fr", "(1er-24 juillet)", "1er-24 juillet", f"{JULY} ?"),
    ("fr", "1er – 24 juillet", "1er – 24 juillet", f"{JULY} ?"),
    ("fr", "du 1er jusqu'au 24 juillet 2022", "1er jusqu'au 24 juillet 2022", JULY),
    (
        "fr",
        "du vendredi 1er au dimanche 24 juillet 2022",
        "vendredi 1er au dimanche 24 juillet 2022",
        JULY,
    ),
    ("fr", "entre le 3 et le 5 mai", "3 et le 5 mai", "2022-05-03/2022-05-05 day ?"),
    ("fr", "les 3 et 4 juin", "3 et 4 juin", "2022-06-03/2022-06-04 day ?"),
    ("fr", "29 juin - 21 juillet 2024", "29 juin - 21 juillet 2024", "2024-06-29/2024-07-21 day"),
    ("fr", "du 30 juin au 22 juillet", "30 juin au 22 juillet", "2022-06-30/2022-07-22 day ?"),
    (
        "fr",
        "28 décembre 2023 au 3 janvier 2024",
        "28 décembre 2023 au 3 janvier 2024",
        "2023-12-28/2024-01-03 day",
    ),
    (
        "fr",
        "du 28 décembre au 3 janvier 2024",
        "28 décembre au 3 janvier 2024",
        "2023-12-28/2024-01-03 day",
    ),
    (
        "fr",
        "du 28 décembre au 3 janvier",
        "28 décembre au 3 janvier",
        "2022-12-28/2023-01-03 day ?",
    ),
    (
        "fr",
        "du 28 décembre 2023 au 3 janvier",
        "28 décembre 2023 au 3 janvier",
        "2023-12-28/2024-01-03 day",
    ),
    (
        "fr",
        "du 01/07/2022 au 24/07/2022",
        "01/07/2022 au 24/07/2022",
        JULY,
    ),
    ("fr", "du 3 au 5 mai prochain", "3 au 5 mai prochain", "2023-05-03/2023-05-05 day ?"),
    ("fr", "de juin à septembre 2023", "juin à septembre 2023", "2023-06-01/2023-09-30 month"),
    ("fr", "mars-avril 2024", "mars-avril 2024", "2024-03-01/2024-04-30 month"),
    ("fr", "entre mai et juillet", "mai et juillet", "2022-05-01/2022-07-31 month ?"),
    (
        "fr",
        "de novembre à février",
        "novembre à février",
        "2022-11-01/2023-02-28 month ?",
    ),
    ("fr", "2023-2025", "2023-2025", "2023-01-01/2025-12-31 year"),
    ("fr", "de 2023 à 2025", "2023 à 2025", "2023-01-01/2025-12-31 year"),
    ("fr", "entre 2023 et 2025", "2023 et 2025", "2023-01-01/2025-12-31 year"),
    ("fr", "la saison 2022/2023", "2022/2023", "2022-01-01/2023-12-31 year"),
    ("fr", "de vendredi à dimanche", "vendredi à dimanche", "2022-07-08/2022-07-10 day ?"),
    ("en", "from 1 to 24 July 2022", "1 to 24 July 2022", JULY),
    ("en", "July 1-24, 2022", "July 1-24, 2022", JULY),
    ("en", "July 1 to 24", "July 1 to 24", f"{JULY} ?"),
    ("en", "July 1st through 24th, 2022", "July 1st through 24th, 2022", JULY),
    ("en", "the 1st to the 24th of July 2022", "1st to the 24th of July 2022", JULY),
    ("en", "1 July until 24 July 2022", "1 July until 24 July 2022", JULY),
    ("en", "between 3 and 5 May", "3 and 5 May", "2022-05-03/2022-05-05 day ?"),
    ("en", "between May 3 and 5", "May 3 and 5", "2022-05-03/2022-05-05 day ?"),
    ("en", "June 3 and 4", "June 3 and 4", "2022-06-03/2022-06-04 day ?"),
    ("en", "June 29 to July 21", "June 29 to July 21", "2022-06-29/2022-07-21 day ?"),
    (
        "en",
        "June 29 - July 21, 2024",
        "June 29 - July 21, 2024",
        "2024-06-29/2024-07-21 day",
    ),
    (
        "en",
        "Friday, July 8 to Sunday, July 10",
        "Friday, July 8 to Sunday, July 10",
        "2022-07-08/2022-07-10 day ?",
    ),
    ("en", "from June to September 2023", "June to September 2023", "2023-06-01/2023-09-30 month"),
    ("en", "between 2023 and 2025", "2023 and 2025", "2023-01-01/2025-12-31 year"),
    ("en", "the 2021-22 season", "2021-22", "2021-01-01/2022-12-31 year"),
    ("en", "from Friday to Sunday", "Friday to Sunday", "2022-07-08/2022-07-10 day ?"),
]


@pytest.mark.parametrize(("language", "text", "written", "value"), ROWS)
def test_a_range_is_one_value(language: str, text: str, written: str, value: str) -> None:
    assert readings(text, language) == [(written, f"date {value}")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tour de France 2024 (29 juin - 21 juillet)", "2024-06-29/2024-07-21 day"),
        ("le Tour de France 2024, du 29 juin au 21 juillet,", "2024-06-29/2024-07-21 day"),
        ("Vuelta 2023 (26-28 août)", "2023-08-26/2023-08-28 day"),
    ],
)
def test_a_year_just_in_front_of_a_range_is_its_year(text: str, value: str) -> None:
    assert readings(text, "fr", None)[-1][1] == f"date {value}"


@pytest.mark.parametrize(
    "text", ["the 2024 Tour de France (1-24 July)", "The 2024 Tour, from 1 to 24 July, is"]
)
def test_a_year_in_front_of_a_name_is_the_year_of_its_dates(text: str) -> None:
    assert readings(text, "en", None)[-1][1] == "date 2024-07-01/2024-07-24 day"


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("fr", "les 3 et 10 juin", ["10 juin"]),
        ("fr", "du 5 au 3 mai", ["3 mai"]),
        ("fr", "du 31 juin au 3 juillet", ["3 juillet"]),
        ("fr", "de 2025 à 2023", ["2025", "2023"]),
        ("fr", "du 3 mai 2024 au 1er mai 2023", ["3 mai 2024", "1er mai 2023"]),
        ("en", "on 1 and 24 July", ["24 July"]),
        ("en", "on July 1 and 24", ["July 1"]),
        ("en", "may to march", []),
        ("en", "between May 3, 2022 and 5", ["May 3, 2022"]),
        ("en", "2021-23 or 2011-12-13", ["2011-12-13"]),
    ],
)
def test_what_is_no_range(language: str, text: str, written: list[str]) -> None:
    assert [each[0] for each in readings(text, language)] == written


@pytest.mark.parametrize("text", ["du 30 juin au 22 juillet", "de juin à septembre"])
def test_a_range_without_its_year_needs_a_reference(text: str) -> None:
    assert readings(text, "fr", None) == []


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(1, 300))
def test_every_range_reads_back_from_every_form(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    expected = DateInterval(first, last, Precision.DAY)
    opening = f"{first.day} {FRENCH_MONTHS[first.month - 1]}"
    closing = f"{last.day} {FRENCH_MONTHS[last.month - 1]} {last.year}"
    forms = [f"{opening} {first.year} {joiner} {closing}" for joiner in ("au", "-", "–")]
    if last.year == first.year:
        forms.append(f"{opening} au {closing}")
        if last.month == first.month:
            forms.append(f"{first.day}-{closing}")
    for form in forms:
        (found,) = read_values(f"du {form}.", Language.FR, None)
        assert found.value == expected
        assert found.span.end - found.span.start == len(form)
    month = ENGLISH_MONTHS[first.month - 1]
    (found,) = read_values(
        f"{month} {first.day}, {first.year} to {ENGLISH_MONTHS[last.month - 1]} {last.day}, "
        f"{last.year}",
        Language.EN,
        None,
    )
    assert found.value == expected
