"""Days and months, with and without their year. The reference is Tuesday 5 July 2022."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.extract.values import read_values
from facts.model import DateInterval, Language, Precision
from tests.facts.extract.values.reading import readings

FRENCH_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()
FRENCH_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

WRITTEN = [
    ("fr", "le 1er juillet 2022.", "1er juillet 2022", "2022-07-01 day"),
    ("fr", "le 1ᵉʳ juillet 2022", "1ᵉʳ juillet 2022", "2022-07-01 day"),
    ("fr", "LE 1ER JUILLET 2022", "1ER JUILLET 2022", "2022-07-01 day"),
    ("fr", "le 1er\u00a0juillet\u202f2022", "1er\u00a0juillet\u202f2022", "2022-07-01 day"),
    ("fr", "le 12 aout 2022", "12 aout 2022", "2022-08-12 day"),
    ("fr", "le 12 aou\u0302t 2022", "12 aou\u0302t 2022", "2022-08-12 day"),
    ("fr", "le 7 sept. 2022.", "7 sept. 2022", "2022-09-07 day"),
    ("fr", "le 7 sept 2022", "7 sept 2022", "2022-09-07 day"),
    ("fr", "le quatorze juillet 2022", "quatorze juillet 2022", "2022-07-14 day"),
    ("fr", "le premier mai 2022", "premier mai 2022", "2022-05-01 day"),
    ("fr", "vendredi 1er juillet 2022", "vendredi 1er juillet 2022", "2022-07-01 day"),
    ("fr", "le 2022-07-01", "2022-07-01", "2022-07-01 day"),
    ("fr", "le 2022-07-01T10:00", "2022-07-01", "2022-07-01 day"),
    ("fr", "le 01/07/2022", "01/07/2022", "2022-07-01 day"),
    ("fr", "le 1.7.2022", "1.7.2022", "2022-07-01 day"),
    ("fr", "le 12 mai de l'an dernier", "12 mai de l'an dernier", "2021-05-12 day ?"),
    ("fr", "le 12-mai-2022", None, None),
    ("en", "July 1, 2022", "July 1, 2022", "2022-07-01 day"),
    ("en", "on July 1st 2022", "July 1st 2022", "2022-07-01 day"),
    ("en", "the 1st of July 2022", "1st of July 2022", "2022-07-01 day"),
    ("en", "July the first, 2022", "July the first, 2022", "2022-07-01 day"),
    ("en", "1 July 2022", "1 July 2022", "2022-07-01 day"),
    ("en", "12 may 2022", "12 may 2022", "2022-05-12 day"),
    ("en", "Jan. 3, 2022", "Jan. 3, 2022", "2022-01-03 day"),
    ("en", "Saturday, 2 July 2022", "Saturday, 2 July 2022", "2022-07-02 day"),
    ("en", "13/07/2022", "13/07/2022", "2022-07-13 day"),
    ("en", "07/13/2022", "07/13/2022", "2022-07-13 day"),
    ("en", "07/07/2022", "07/07/2022", "2022-07-07 day"),
    ("en", "01/07/2022", None, None),
    ("en", "2022/07/01", "2022/07/01", "2022-07-01 day"),
    ("en", "the twenty-first of May 2022", "twenty-first of May 2022", "2022-05-21 day"),
    ("en", "May 12 last year", "May 12 last year", "2021-05-12 day ?"),
    ("fr", "juillet 2022", "juillet 2022", "2022-07-01/2022-07-31 month"),
    ("fr", "sept. 2022", "sept. 2022", "2022-09-01/2022-09-30 month"),
    ("fr", "février 2024", "février 2024", "2024-02-01/2024-02-29 month"),
    ("en", "July 2022", "July 2022", "2022-07-01/2022-07-31 month"),
    ("en", "July of 2022", "July of 2022", "2022-07-01/2022-07-31 month"),
    ("en", "May 2022", "May 2022", "2022-05-01/2022-05-31 month"),
]


@pytest.mark.parametrize(("language", "text", "written", "value"), WRITTEN)
def test_a_date_with_its_year(
    language: str, text: str, written: str | None, value: str | None
) -> None:
    if written is None:
        assert not [each for each in readings(text, language, None) if "day" in each[1]]
    else:
        reference = None if value and "?" not in value else date(2022, 7, 5)
        assert readings(text, language, reference) == [(written, f"date {value}")]


WORKED_OUT = [
    ("fr", "le 1er juillet", "1er juillet", "2022-07-01 day ?"),
    ("fr", "le 3 janvier", "3 janvier", "2023-01-03 day ?"),
    ("fr", "le 12 mai dernier", "12 mai dernier", "2022-05-12 day ?"),
    ("fr", "le 12 mai prochain", "12 mai prochain", "2023-05-12 day ?"),
    ("fr", "en juillet", "juillet", "2022-07-01/2022-07-31 month ?"),
    ("fr", "en juillet dernier", "juillet dernier", "2021-07-01/2021-07-31 month ?"),
    ("fr", "en mai prochain", "mai prochain", "2023-05-01/2023-05-31 month ?"),
    ("fr", "au mois de mars", "mois de mars", "2022-03-01/2022-03-31 month ?"),
    ("fr", "le 29 février", "29 février", "2024-02-29 day ?"),
    ("fr", "le samedi 29 juin", "samedi 29 juin", "2024-06-29 day ?"),
    ("en", "on 1 July", "1 July", "2022-07-01 day ?"),
    ("en", "on July 1st", "July 1st", "2022-07-01 day ?"),
    ("en", "last July", "last July", "2021-07-01/2021-07-31 month ?"),
    ("en", "next May", "next May", "2023-05-01/2023-05-31 month ?"),
    ("en", "this May", "this May", "2022-05-01/2022-05-31 month ?"),
    ("en", "in May", "May", "2022-05-01/2022-05-31 month ?"),
    ("en", "since March", "March", "2022-03-01/2022-03-31 month ?"),
    ("en", "on Saturday, June 29", "Saturday, June 29", "2024-06-29 day ?"),
]


@pytest.mark.parametrize(("language", "text", "written", "value"), WORKED_OUT)
def test_a_date_without_its_year_is_the_nearest_or_the_one_that_words_say(
    language: str, text: str, written: str, value: str
) -> None:
    assert readings(text, language) == [(written, f"date {value}")]


@pytest.mark.parametrize(("language", "text"), [row[:2] for row in WORKED_OUT])
def test_a_date_without_its_year_needs_a_reference(language: str, text: str) -> None:
    assert readings(text, language, None) == []


NONE = [
    ("fr", "le 14, il est parti"),
    ("fr", "le 31 juin 2022"),
    ("fr", "le 30 février 2022"),
    ("fr", "le 32 mai 2022"),
    ("fr", "le 99/99/2022, 01/07/2022x, 01/07/022"),
    ("fr", "un mai, sept équipiers, mars et ça repart"),
    ("fr", "le 11-Septembre"),
    ("fr", "Jan Ullrich, Oct, le 1/2/3"),
    ("en", "he may march in step; Theresa May; May Day; the march; an august race"),
    ("en", "Jan Ullrich; he will 3 march"),
    ("en", "31 June 2022"),
    ("en", "it may be; this may do; next march"),
    ("en", "01/07/2022 or 2022-13-01 or 1/7/22"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_date(language: str, text: str) -> None:
    assert [each for each in readings(text, language) if "day" in each[1]] == []


def test_a_day_that_no_year_has_with_its_weekday_is_left_out() -> None:
    assert readings("le lundi 30 février") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tour de France 2024 (1er juillet)", "2024-07-01 day"),
        ("Le Giro 2023 du 6 mai", "2023-05-06 day"),
        ("En 2021, le 12 mai", "2022-05-12 day ?"),
        ("Tour de France 2024 Femmes (le 12 août)", "2024-08-12 day"),
        ("2021 avait un Tour long (le 12 mai)", "2022-05-12 day ?"),
    ],
)
def test_a_year_just_in_front_of_a_day_is_its_year(text: str, value: str) -> None:
    assert readings(text)[-1][1] == f"date {value}"


def test_a_year_further_in_front_is_not_its_year() -> None:
    assert readings("2024 : du, entre le du le 1er juillet")[-1][1] == "date 2022-07-01 day ?"


def test_dates_at_the_ends_of_the_calendar_are_no_error() -> None:
    assert readings("demain, en décembre", "fr", date.max) == [
        ("décembre", "date 9998-12-01/9998-12-31 month ?")
    ]
    assert readings("ce dimanche, dimanche prochain", "fr", date.max) == []
    assert readings("de mercredi à dimanche", "fr", date(9999, 12, 29)) == [
        ("mercredi", "date 9999-12-29 day ?"),
        ("dimanche", "date 9999-12-26 day ?"),
    ]
    assert readings("hier, la semaine dernière, le mois dernier", "fr", date.min) == []
    assert readings("le 12 mai", "fr", date.min) == [("12 mai", "date 0001-05-12 day ?")]


def french(day: date) -> list[str]:
    month = FRENCH_MONTHS[day.month - 1]
    number = "1er" if day.day == 1 else str(day.day)
    return [
        f"{number} {month} {day.year}",
        f"{FRENCH_DAYS[day.weekday()]} {number} {month.upper()} {day.year}",
        f"{number}\u00a0{month.capitalize()} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%Y-%m-%d}",
    ]


def english(day: date) -> list[str]:
    month = ENGLISH_MONTHS[day.month - 1]
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    return [
        f"{day.day} {month} {day.year}",
        f"{day.day}{ending} of {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day}{ending} {day.year}",
        f"{ENGLISH_DAYS[day.weekday()]}, {month.upper()} {day.day}, {day.year}",
        f"{month[:3]} {day.day} {day.year}",
        f"{day:%Y-%m-%d}",
    ]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_date_reads_back_from_every_form(day: date) -> None:
    for language, forms in ((Language.FR, french(day)), (Language.EN, english(day))):
        for form in forms:
            (found,) = read_values(f"({form}).", language, None)
            assert found.value == DateInterval(day, day, Precision.DAY)
            assert found.span.start == 1
            assert found.span.end == 1 + len(form)


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(-170, 170))
def test_a_day_within_half_a_year_needs_no_year(reference: date, ahead: int) -> None:
    day = reference + timedelta(days=ahead)
    written = f"{'1er' if day.day == 1 else day.day} {FRENCH_MONTHS[day.month - 1]}"
    found = read_values(f"le {written}", Language.FR, reference)
    assert [each.value for each in found] == [DateInterval(day, day, Precision.DAY)]
    assert all(
        isinstance(each.value, DateInterval) and not each.value.year_written for each in found
    )
