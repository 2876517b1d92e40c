"""Lengths of time as they are written: "1 h 30", "3 hours and 25 minutes", "4:12:33", "1'32''"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from facts.extract.values.measures import counts, is_named
from facts.extract.values.numbers import Number
from facts.extract.values.page import Page
from facts.model import Quantity

SECONDS = {"hour": 3600, "minute": 60, "second": 1}
ORDER = ("hour", "minute", "second")
SIXTY = 60
_TWO_DIGITS = 2
_FINER = {"hour": "minute", "minute": "second", "second": "second"}


class Length(NamedTuple):
    """A length of time in seconds up to token `end`, with the units it was written in.

    `single` is True for "an hour", "une minute", which may be no length at all.
    """

    seconds: Decimal
    end: int
    coarsest: str
    finest: str
    colons: bool = False
    single: bool = False

    @property
    def quantity(self) -> Quantity:
        """In seconds where those were written; whole hours in hours; else in minutes."""
        hours = self.seconds / SECONDS["hour"]
        if self.finest == "second":
            return Quantity(self.seconds, "second")
        if self.coarsest == "hour" and hours == hours.to_integral_value():
            return Quantity(hours, "hour")
        return Quantity(self.seconds / SIXTY, "minute")


class Step(NamedTuple):
    """One number of a length with its unit, up to token `end`; `bare` without its unit."""

    number: Decimal
    unit: str
    end: int
    bare: bool = False


def read_length(page: Page, i: int) -> Length | None:
    """The length of time that begins with the number or article at token `i`.

    It is written with units, with primes or with colons.
    """
    return _in_units(page, i) or _in_primes(page, i) or _in_colons(page, i)


def lasts(page: Page, i: int) -> bool:
    """Whether the word before token `i` says that a length follows: "d'une heure", "lasts"."""
    return page.word_before(i) in page.words.units.lasting


def _in_units(page: Page, i: int) -> Length | None:
    number = page.numbers.get(i) or Number(Decimal(1), i + 1, article=True)
    first = _step(page, number, None) if number.article or counts(page, i, number) else None
    if first is None:
        return None
    step, seconds = first, first.number * SECONDS[first.unit]
    while not step.bare and step.unit != "second":
        j = step.end + (page.at(step.end).key == ",")
        j += page.at(j).key == page.words.units.time_joiner
        finer = _two_digits(page, j)
        following = _step(page, finer, step, j) if finer else None
        if following is None:
            break
        seconds += following.number * SECONDS[following.unit]
        step = following
    if page.runs_on(step.end):
        return None
    return _with_half(page, i, number, Length(seconds, step.end, first.unit, step.unit))


def _with_half(page: Page, i: int, number: Number, length: Length) -> Length:
    """The length with "and a half" behind it, or marked as a single unit ("an hour")."""
    half = page.words.numbers.and_a_half.match(page.tokens, page.behind_hyphen(length.end))
    if half is not None:
        seconds = length.seconds + half[0] * SECONDS[length.finest]
        return length._replace(seconds=seconds, end=half[1], finest=_FINER[length.finest])
    single = number.article and length.coarsest == length.finest
    only = i in page.numbers and (counts(page, i, number) or page.hyphen(number.end))
    return length._replace(single=single and not only)


def _step(page: Page, number: Number, above: Step | None, i: int = 0) -> Step | None:
    """The unit behind a number; `above` is the coarser step in front, whose number is at `i`."""
    hit = _unit(page, number, above)
    if hit is not None:
        finer = above is None or ORDER.index(hit[0]) > ORDER.index(above.unit)
        return Step(number.value, hit[0], hit[1]) if finer else None
    if above is None or not page.at(i).is_number or page.runs_on(number.end):
        return None
    whole = len(page.at(i).key) == _TWO_DIGITS and page.at(number.end).key not in {"'", '"'}
    short_hour = page.at(i - 1).key in page.words.units.short_hours
    if whole and (short_hour or (above.unit == "minute" and page.at(i).glued)):
        return Step(number.value, _FINER[above.unit], number.end, bare=True)
    return None


def _two_digits(page: Page, i: int) -> Number | None:
    """A number below sixty at token `i`, the next one of a length."""
    token = page.at(i)
    if token.is_number:
        small = len(token.key) <= _TWO_DIGITS and int(token.key) < SIXTY
        return Number(Decimal(token.key), i + 1, digits=True) if small else None
    number = page.numbers.get(i)
    return number if number is not None and not number.article and number.value < SIXTY else None


def _unit(page: Page, number: Number, above: Step | None) -> tuple[str, int] | None:
    """The unit of time behind a number: a word, a sign ("s" only behind minutes) or primes."""
    i = number.end
    if above is not None and page.at(i).glued and page.at(i).key in {"'", '"'}:
        end = behind_seconds(page, i)
        return ("second", end) if end > i else ("minute", i + 1)
    if page.at(i).key == "m" and _is_minute(page, i, above):
        return "minute", i + 1
    j = page.behind_hyphen(i)
    hit = page.words.units.times.match(page.tokens, j)
    if hit is None:
        return None
    noun, end = hit
    glued_on = page.runs_on(end) and not (noun.sign and page.at(end).is_number)
    bare_second = noun.sign and noun.unit == "second" and above is None
    if glued_on or bare_second:
        return None
    return (noun.unit, end) if noun.sign or _is_noun(page, number, i, j) else None


def _is_minute(page: Page, i: int, above: Step | None) -> bool:
    """Whether "m" is minutes: behind hours, or in front of glued seconds ("1m32s")."""
    if above is not None and above.unit == "hour":
        return not page.runs_on(i + 1) or page.digit_glued(i + 1)
    return page.at(i).glued and page.at(i + 1).is_number and page.at(i + 2).key == "s"


def _is_noun(page: Page, number: Number, i: int, j: int) -> bool:
    """Whether a noun is no name ("20 Minutes") and no ordinal ("two second places")."""
    hyphen = i != j
    second = page.at(j).key in page.words.units.ordinal_like
    return not is_named(page, j) and (hyphen or not second or number.digits)


def behind_seconds(page: Page, i: int) -> int:
    """The token behind a double prime at token `i`, written as one sign or two; `i` for none."""
    if page.at(i).key == '"' and page.at(i).glued:
        return i + 1
    double = page.at(i).key == page.at(i + 1).key == "'"
    return i + 2 if double and page.at(i).glued and page.at(i + 1).glued else i


def _in_primes(page: Page, i: int) -> Length | None:
    """Minutes and seconds as in "1'32''", or seconds alone as in "32''"."""
    number = page.numbers.get(i)
    if number is None or not number.digits or not page.at(number.end).glued:
        return None
    end = behind_seconds(page, number.end)
    if end > number.end:
        small = number.value < SIXTY
        return Length(number.value, end, "second", "second") if small else None
    seconds = page.at(i + 2)
    if page.at(i + 1).key != "'" or not page.digit_glued(i + 2):
        return None
    if len(seconds.key) != _TWO_DIGITS or int(seconds.key) >= SIXTY or page.runs_on(i + 3):
        return None
    total = number.value * SIXTY + int(seconds.key)
    return Length(total, behind_seconds(page, i + 3), "minute", "second")


def _in_colons(page: Page, i: int) -> Length | None:
    """Hours, minutes and seconds as in "4:12:33", or minutes and seconds as in "1:32"."""
    if not page.at(i).is_number or i not in page.numbers or len(page.at(i).key) > _TWO_DIGITS:
        return None
    parts, j = [int(page.at(i).key)], i + 1
    while page.at(j).key == ":" and page.at(j).glued and page.digit_glued(j + 1):
        if len(parts) == len(ORDER) or len(page.at(j + 1).key) != _TWO_DIGITS:
            return None
        parts.append(int(page.at(j + 1).key))
        j += 2
    if len(parts) == 1 or max(parts[1:]) >= SIXTY or page.runs_on(j):
        return None
    seconds = 0
    for part in parts:
        seconds = seconds * SIXTY + part
    return Length(Decimal(seconds), j, ORDER[-len(parts)], "second", colons=True)
