"""The classifications of a race: which one a jersey or a phrase stands for, and ranks in words."""

from __future__ import annotations

import re
from decimal import Decimal

from facts.extract.reading import Reading
from facts.extract.units import UnitKind
from facts.model import Quantity

OVERALL = "overall"
_NAMED = ("overall", "points", "mountains", "youth")
# What a colour means in the races that use it so; in all others it is not taken for anything.
_COLOURS = {
    "green": {
        "points": "tour-de-france vuelta-a-espana paris-nice tour-de-france-femmes "
        "criterium-du-dauphine vuelta-femenina",
    },
    "red": {"overall": "vuelta-a-espana vuelta-femenina"},
    "white": {
        "youth": "tour-de-france giro-ditalia vuelta-a-espana paris-nice tour-de-france-femmes "
        "criterium-du-dauphine tirreno-adriatico tour-de-romandie giro-ditalia-women uae-tour",
    },
    "blue": {"overall": "tirreno-adriatico", "mountains": "giro-ditalia giro-ditalia-women"},
}
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first premier premiere", "second deuxieme seconde", "third troisieme",
            "fourth quatrieme", "fifth cinquieme", "sixth sixieme", "seventh septieme",
            "eighth huitieme", "ninth neuvieme", "tenth dixieme", "eleventh onzieme",
            "twelfth douzieme",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th|e|er|ere|eme)")
_REPEATED = frozenset({"fois", "times", "twice"})
_TOP = frozenset({"at", "the", "top", "en", "tete", "du", "de", "la"})


def classification(reading: Reading, at: int, slug: str) -> str:
    """Which classification of the race `slug` the noun at `at` stands for; empty where none."""
    unit = reading.units[at]
    if unit.kind is not UnitKind.NOUN:
        return ""
    named = next((name for name in _NAMED if unit.has(name)), "")
    if named:
        return named
    before = [token.norm for token in reading.tokens[max(unit.start - 2, 0) : unit.start]]
    for colour, meanings in _COLOURS.items():
        if unit.has(colour):
            if before == ["leader", "'s"]:
                return OVERALL
            return next((name for name, races in meanings.items() if slug in races.split()), "")
    return ""


def rank_at(reading: Reading, at: int) -> tuple[int, int] | None:
    """The rank told at unit `at`, and the unit behind it: "septième", "la 10e place"."""
    units = reading.units
    unit = units[at]
    token = reading.tokens[unit.start]
    if unit.start and reading.tokens[unit.start - 1].fold in _REPEATED:
        return None
    behind = units[at + 1] if at + 1 < len(units) else None
    spot = behind is not None and behind.has("spot")
    value = unit.value.value if unit.value and unit.value.kind == "ordinal" else None
    if isinstance(value, Quantity) and value.unit == "rank":
        return int(value.number), at + (2 if spot else 1)
    if unit.kind is UnitKind.WORD and spot:
        digits = _DIGITS.fullmatch(token.fold)
        number = int(digits[1]) if digits else _ORDINALS.get(token.fold, 0)
        return (number, at + 2) if number else None
    return None


def rank(number: int) -> Quantity:
    """A rank as a value."""
    return Quantity(Decimal(number), "rank")
