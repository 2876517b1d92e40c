"""Lengths of time and time gaps: "1 h 30", "an hour and a half", "4:12:33", "à 1'32''"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from facts.extract.values.measures import counts, is_named, measured
from facts.extract.values.mention import Found
from facts.extract.values.numbers import Number
from facts.extract.values.page import Page
from facts.extract.values.tokens import Kind
from facts.model import Quantity

SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_ORDER = ("hour", "minute", "second")
_SIXTY = 60
_CLOCK_HOURS = range(9, 25)
_LONG_HOURS = 25
_CUE_REACH = 6


class Length(NamedTuple):
    """A length of time in seconds up to token `end`, with the finest unit that was written."""

    seconds: Decimal
    end: int
    finest: str
    coarsest: str


def read_durations(page: Page, i: int) -> Iterator[Found]:
    """The duration, gap or time of day that begins with the number at token `i`."""
    number = page.numbers.get(i) or Number(Decimal(1), i + 1, article=True)
    length = _in_words(page, i, number) or _in_primes(page, i) or _in_colons(page, i)
    if length is not None:
        found = _judge(page, i, number, length)
        if found is not None:
            yield found


def read_fixed(page: Page, i: int) -> Iterator[Found]:
    """Fixed phrases at token `i`: "une demi-heure", "dans le même temps"."""
    units = page.words.units
    half = units.fixed_times.match(page.tokens, i)
    if half is not None:
        yield measured(page, i, half[1], Quantity(Decimal(half[0]), "minute"), "duration")
    if page.at(i).key in units.length_articles:
        yield from read_durations(page, i)
    same = units.same_time.match(page.tokens, i)
    if same is not None and _same_time(page, i, same[1]):
        yield Found(i, same[1], Quantity(Decimal(0), "second"), "gap")


def _same_time(page: Page, i: int, end: int) -> bool:
    """Whether "the same time" is a rider's: a rank or an arrival stands near it."""
    if page.is_capital(i):
        return False
    words = page.words
    if page.at(end).key in words.units.same_time_words:
        return True
    for k in range(max(0, i - _CUE_REACH * 2), i):
        token = page.at(k)
        suffix = page.at(k + 1)
        rank = token.kind is Kind.NUMBER and suffix.key in words.numbers.ordinal_suffixes
        if rank or token.key in words.units.same_time_words:
            return True
        if words.numbers.ordinals.match(page.tokens, k) is not None:
            return True
    return False


def _in_words(page: Page, i: int, number: Number) -> Length | None:
    """ "3 hours and 25 minutes", "1h30", "52-minute", "une heure et demie"."""
    units = page.words.units
    if not counts(page, i, number) and not number.article:
        return None
    seconds, end, finest, coarsest = Decimal(0), number.end, "", ""
    current: Number | None = number
    while current is not None:
        step = _unit(page, current.end, first=not coarsest)
        if step is None:
            break
        unit, behind = step
        if finest and _ORDER.index(unit) <= _ORDER.index(finest):
            break
        seconds += current.value * SECONDS[unit]
        finest, end = unit, behind
        coarsest = coarsest or unit
        j = end + 1 if page.at(end).key == units.time_joiner else end
        current = _next_number(page, j)
        if current is not None and finest == "hour" and _bare_minutes(page, j, current):
            return Length(seconds + current.value * _SIXTY, current.end, "minute", coarsest)
        if current is not None and finest == "minute" and page.at(j).glued and coarsest != "second":
            bare = _unit(page, current.end, first=False) is None
            if bare and current.value < _SIXTY and not _glued_word(page, current.end):
                return Length(seconds + current.value, current.end, "second", coarsest)
    if not coarsest:
        return None
    half = page.words.numbers.and_a_half.match(page.tokens, end)
    if half is not None:
        seconds += half[0] * SECONDS[finest]
        finest = {"hour": "minute", "minute": "second"}.get(finest, finest)
        return Length(seconds, half[1], finest, coarsest)
    if number.article and end == i + 2 and not _lasts(page, i):
        return None
    return Length(seconds, end, finest, coarsest)


def _lasts(page: Page, i: int) -> bool:
    k = i - 2 if page.at(i - 1).key == "'" else i - 1
    return page.at(k).key in page.words.units.lasting


def _glued_word(page: Page, i: int) -> bool:
    return page.at(i).glued and page.at(i).kind is Kind.WORD


def _next_number(page: Page, i: int) -> Number | None:
    """The number at token `i` as the next part of a duration: two digits may be glued."""
    token = page.at(i)
    if token.kind is Kind.NUMBER and len(token.key) <= 2 and int(token.key) < _SIXTY:  # noqa: PLR2004
        return Number(Decimal(token.key), i + 1, digits=True)
    number = page.numbers.get(i)
    return number if number and not number.digits and number.value < _SIXTY else None


def _bare_minutes(page: Page, i: int, number: Number) -> bool:
    """Whether the number behind an hour is its minutes without a unit: "1 h 30", "1h30"."""
    token = page.at(i)
    short = page.at(i - 1).key in page.words.units.short_hours
    whole = token.kind is Kind.NUMBER and len(token.key) == 2  # noqa: PLR2004
    free = _unit(page, number.end, first=False) is None and page.at(number.end).key != "'"
    return short and whole and free and not _glued_word(page, number.end)


def _unit(page: Page, i: int, *, first: bool) -> tuple[str, int] | None:
    """The unit of time at token `i`, in letters or as a prime."""
    units = page.words.units
    hyphen = page.at(i).key == "-" and page.at(i).glued and page.at(i + 1).glued
    j = i + 1 if hyphen else i
    if not first and page.at(i).key == "'" and page.at(i).glued:
        double = page.at(i + 1).key == "'" and page.at(i + 1).glued
        return ("second", i + 2) if double else ("minute", i + 1)
    if not first and page.at(i).key == '"' and page.at(i).glued:
        return "second", i + 1
    hit = units.times.match(page.tokens, j)
    if hit is None or _glued_word(page, hit[1]):
        return None
    noun, end = hit
    if noun.sign:
        return None if noun.unit == "second" and first else (noun.unit, end)
    if is_named(page, j):
        return None
    return noun.unit, end


def _in_primes(page: Page, i: int) -> Length | None:
    """ "1'32''", "32''" behind "à"."""
    if i not in page.numbers:
        return None
    tokens = [page.at(k) for k in range(i, i + 3)]
    if tokens[1].key != "'" or not tokens[1].glued or not page.numbers[i].digits:
        return _double_prime(page, i)
    if tokens[2].kind is not Kind.NUMBER or not tokens[2].glued:
        return _double_prime(page, i)
    if len(tokens[2].key) != 2 or int(tokens[2].key) >= _SIXTY:  # noqa: PLR2004
        return None
    end = _behind_primes(page, i + 3)
    minutes = page.numbers[i].value
    return Length(minutes * _SIXTY + int(tokens[2].key), end, "second", "minute")


def _double_prime(page: Page, i: int) -> Length | None:
    number = page.numbers[i]
    end = _behind_primes(page, number.end)
    if not number.digits or end == number.end or not _after_at(page, i):
        return None
    return Length(number.value, end, "second", "second") if number.value < _SIXTY else None


def _behind_primes(page: Page, i: int) -> int:
    if page.at(i).key == '"' and page.at(i).glued:
        return i + 1
    if page.at(i).key == page.at(i + 1).key == "'" and page.at(i + 1).glued:
        return i + 2
    return i


def _in_colons(page: Page, i: int) -> Length | None:
    """ "4:12:33", "1:32"."""
    parts, j = [page.at(i).key], i + 1
    if page.at(i).kind is not Kind.NUMBER or len(parts[0]) > 2:  # noqa: PLR2004
        return None
    while page.at(j).key == ":" and page.at(j).glued and page.at(j + 1).glued:
        token = page.at(j + 1)
        if token.kind is not Kind.NUMBER or len(token.key) != 2 or len(parts) > 2:  # noqa: PLR2004
            return None
        parts.append(token.key)
        j += 2
    if len(parts) == 1 or any(int(part) >= _SIXTY for part in parts[1:]) or _glued_word(page, j):
        return None
    seconds = 0
    for part in parts:
        seconds = seconds * _SIXTY + int(part)
    return Length(Decimal(seconds), j, "second", _ORDER[-len(parts)])


def _judge(page: Page, i: int, number: Number, length: Length) -> Found | None:
    """Whether a length is a duration, a gap or the time of day."""
    start = i - 1 if page.at(i - 1).key == "+" and page.at(i).glued else i
    colon = page.at(i + 1).key == ":"
    if start < i or _has_gap_cue(page, i, length):
        value = Quantity(length.seconds, "second")
        return measured(page, start, length.end, value, "gap", number)
    if _is_clock(page, i, length, colon=colon):
        return Found(i, length.end, None, "clock")
    return measured(
        page,
        i,
        length.end,
        _quantity(length),
        "gap" if colon and length.coarsest == "minute" else "duration",
        number,
    )


def _quantity(length: Length) -> Quantity:
    if length.finest == "second":
        return Quantity(length.seconds, "second")
    hours = length.seconds / SECONDS["hour"]
    if length.finest == "hour" and hours == hours.to_integral_value():
        return Quantity(hours, "hour")
    return Quantity(length.seconds / _SIXTY, "minute")


def _after_at(page: Page, i: int) -> bool:
    return any(
        hit is not None and hit[1] == i
        for hit in (
            page.words.units.gap_before.match(page.tokens, k) for k in range(max(0, i - 2), i)
        )
    )


def _has_gap_cue(page: Page, i: int, length: Length) -> bool:
    """Whether words near a length say that it lies between riders."""
    units = page.words.units
    if length.coarsest == "hour":
        return False
    if length.finest == "second" and page.at(i + 1).key != ":" and _after_at(page, i):
        return True
    near = [*range(i - 3, i), *range(length.end, length.end + 3)]
    for k in near:
        if k >= 0 and units.gap_words.match(page.tokens, k) is not None:
            return True
    return False


def _is_clock(page: Page, i: int, length: Length, *, colon: bool) -> bool:
    """Whether it is the time of day: "à 20h45", "at 9:30 pm"."""
    units = page.words.units
    if units.clock_after.match(page.tokens, length.end) is not None:
        return True
    if colon:
        if length.coarsest == "hour":
            return False
        return length.seconds >= 10 * _SIXTY or _behind_clock(page, i)
    if length.coarsest != "hour" or length.finest == "second":
        return False
    if _behind_clock(page, i):
        return True
    hours = length.seconds // SECONDS["hour"]
    return (
        length.finest == "minute"
        and page.at(i + 1).key in units.short_hours
        and (_CLOCK_HOURS.start <= hours < _CLOCK_HOURS.stop)
        and not _lasts(page, i)
    )


def _behind_clock(page: Page, i: int) -> bool:
    return any(
        hit is not None and hit[1] == i
        for hit in (
            page.words.units.clock_before.match(page.tokens, k) for k in range(max(0, i - 3), i)
        )
    )
