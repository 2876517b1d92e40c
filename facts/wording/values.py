"""Dates, numbers, lengths and lists as a person says them, by Babel's data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from facts.model import DateInterval, Language, Money, Part, Precision, Quantity
from facts.wording.phrases import phrase, phrases

_LOCALES = {Language.FR: Locale("fr"), Language.EN: Locale("en", "GB")}
_HOUR = 60
_MONTHS_IN = {Precision.QUARTER: 3, Precision.HALF: 6}


def say_list(items: Sequence[str], language: Language) -> str:
    """As in "A, B et C", "A, B and C"."""
    return format_list(list(items), locale=_LOCALES[language])


def say_number(number: Decimal, language: Language, *, words: bool = False) -> str:
    """The number in digits, or in words up to ten where `words` asks for it."""
    if words and number == number.to_integral_value():
        word = phrases(language).get(f"number.{int(number)}")
        if word:
            return word
    return format_decimal(number, locale=_LOCALES[language])


def say_quantity(quantity: Quantity, language: Language, *, words: bool = False) -> str:
    """The count with its unit: "8 épisodes", "45 minutes", "6 heures"."""
    number, unit = quantity.number, quantity.unit
    if unit == "minute" and number >= _HOUR:
        return _hours(number, language)
    if unit == "number":
        return say_number(number, language, words=words)
    many = "one" if abs(number) == 1 or (language is Language.FR and abs(number) < 2) else "many"  # noqa: PLR2004
    noun = phrases(language).get(f"unit.{unit}.{many}", unit)
    return f"{say_number(number, language, words=words)}\u00a0{noun}"


def _hours(minutes: Decimal, language: Language) -> str:
    hours, rest = divmod(int(minutes), _HOUR)
    said = say_quantity(Quantity(Decimal(hours), "hour"), language)
    if not rest:
        return said
    if language is Language.FR:
        return f"{hours}\u00a0h\u00a0{rest:02d}"
    return f"{said} {say_quantity(Quantity(Decimal(rest), 'minute'), language)}"


def say_money(money: Money, language: Language) -> str:
    """An amount in its currency, without cents where there are none."""
    whole = money.amount == money.amount.to_integral_value()
    pattern = {Language.FR: "#,##0\u00a0¤", Language.EN: "¤#,##0"}[language] if whole else None
    locale = _LOCALES[language]
    return format_currency(
        money.amount, money.currency, pattern, locale=locale, currency_digits=not whole
    )


def say_day(day: date, language: Language, *, year: bool = True, month: bool = True) -> str:
    """A day: "1er juillet 2022", "1 July 2022"; the month and year where they are wanted."""
    number = "1er" if language is Language.FR and day.day == 1 else str(day.day)
    pattern = ("MMMM" if month else "") + (" y" if year else "")
    rest = format_date(day, pattern, locale=_LOCALES[language]) if pattern else ""
    return f"{number} {rest}".strip()


def say_dates(dates: DateInterval, language: Language, *, year: bool = True) -> str:
    """A day or period with its preposition: "du 1er au 24 juillet 2022", "on 8 June 2023".

    `year` False leaves out a year that was not written.
    """
    year = year or dates.year_written
    start, end = dates.start, dates.end
    if start is None or end is None:
        return _open(dates, language, year=year)
    if dates.precision is Precision.DAY:
        if start == end:
            return phrase(language, "date.day", day=say_day(start, language, year=year))
        return _range(start, end, language, year=year)
    return phrase(language, "date.in", period=say_period(dates, language, year=year))


def _open(dates: DateInterval, language: Language, *, year: bool) -> str:
    day = dates.start or dates.end
    if day is None:
        return ""
    key = "date.from" if dates.start else "date.until"
    return phrase(language, key, day=say_day(day, language, year=year))


def _range(start: date, end: date, language: Language, *, year: bool) -> str:
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    first = say_day(start, language, year=year and not same_year, month=not same_month)
    last = say_day(end, language, year=year)
    return phrase(language, "date.range", start=first, end=last)


def say_period(dates: DateInterval, language: Language, *, year: bool = True) -> str:
    """A month, quarter, half-year or year without preposition: "premier semestre 2023"."""
    start = dates.start or dates.end
    if start is None:
        return ""
    said_year = f" {start.year}" if year or dates.year_written else ""
    if dates.precision is Precision.YEAR:
        if dates.end and dates.end.year != start.year and not dates.part:
            return f"{start.year}-{dates.end.year}"
        period, said_year = str(start.year), ""
    elif dates.precision is Precision.MONTH:
        period = format_date(start, "MMMM", locale=_LOCALES[language])
    elif dates.precision is Precision.SEASON:
        period = phrase(language, f"season.{season_number(start)}")
    else:
        number = (start.month - 1) // _MONTHS_IN.get(dates.precision, 12) + 1
        period = phrase(language, f"period.{dates.precision.value}.{number}")
        if language is Language.EN and said_year:
            said_year = f" of{said_year}"
    return _part(dates.part, f"{period}{said_year}", language)


def season_number(start: date) -> int:
    """0 for winter to 3 for autumn, by the season's first day."""
    return start.month % 12 // 3


def _part(part: Part | None, period: str, language: Language) -> str:
    return phrase(language, f"part.{part.value}", period=period) if part else period
