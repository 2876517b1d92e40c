"""Values as short lines of text, so that a test reads as a table."""

from __future__ import annotations

from datetime import date

from facts.extract.values import ReadValue, ValueMention, read_values
from facts.model import Language, Money, Quantity

TUESDAY = date(2022, 7, 5)


def readings(
    text: str, language: str = "fr", reference: date | None = TUESDAY
) -> list[tuple[str, str]]:
    """(written, read) of each value in the text: ("8 équipes", "quantity 8 team")."""
    found = read_values(text, Language(language), reference)
    return [(text[each.span.start : each.span.end], shown(each)) for each in found]


def shown(mention: ValueMention) -> str:
    """Kind, value, and "~", ">=" or "<=" where the words say so; "?" for a year worked out."""
    marks = ["~"] if mention.approximate else []
    if mention.comparison:
        marks.append({"at_least": ">=", "at_most": "<="}[mention.comparison])
    return " ".join([mention.kind, _value(mention.value), *marks])


def _value(value: ReadValue) -> str:
    if isinstance(value, Quantity):
        return f"{value.number} {value.unit}"
    if isinstance(value, Money):
        return f"{value.amount} {value.currency}"
    days = str(value.start) if value.start == value.end else f"{value.start}/{value.end}"
    part = [value.part.value] if value.part else []
    return " ".join([days, value.precision.value, *part, *([] if value.year_written else ["?"])])
