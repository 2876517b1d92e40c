"""The terms around a verb: since when, until when, for how long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.units import Unit, UnitKind
from facts.model import DateInterval, Entity, EntityKind, Part, Precision, Quantity, Value

Qualifiers = tuple[tuple[str, Value], ...]
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_STARTS = frozenset({"in", "for", "from", "since", "starting"})
_LENGTHS = frozenset({"year", "season", "month", "week", "day"})
_OWN = ("join", "leave_team", "extend", "recruit", "retire", "abandon_race", "suspend", "sign")


def clause(reading: Reading, predicate: Predicate) -> range:
    """The units behind a verb that still tell of it: up to the next verb of news, or a break."""
    units = reading.units
    for position in range(predicate.at + 1, len(units)):
        unit = units[position]
        if unit.kind in {UnitKind.SEMICOLON, UnitKind.CONTRAST, UnitKind.QUOTATION}:
            return range(predicate.at + 1, position)
        if unit.verb and unit.verb.finite and unit.has(*_OWN, "say"):
            return range(predicate.at + 1, position)
    return range(predicate.at + 1, len(units))


def role_of(reading: Reading, at: int) -> str:
    """The small word that brings a value in: "until", "in", "for", "from", "starting"..."""
    units = reading.units
    position = at - 1
    while position >= 0 and units[position].kind in _FILLERS:
        position -= 1
    if position < 0:
        return ""
    unit = units[position]
    if unit.kind is UnitKind.PHRASE:
        return next((c for c in ("until", "starting", "before", "after") if unit.has(c)), "")
    if unit.kind is UnitKind.PREPOSITION:
        before = units[position - 1] if position else None
        if unit.word == "of" and before and before.kind is UnitKind.PHRASE and before.has("until"):
            return "until"
        return unit.word
    return ""


def dates(reading: Reading, places: range) -> Iterator[tuple[str, DateInterval]]:
    """The dates of a stretch with the small words that bring them in."""
    for at in places:
        found = reading.date(at)
        mention = reading.units[at].value
        if found and mention and not mention.approximate:
            yield role_of(reading, at), found


def until(reading: Reading, places: range) -> DateInterval | None:
    """The date that something lasts until."""
    return next((found for role, found in dates(reading, places) if role == "until"), None)


def start(reading: Reading, places: range) -> DateInterval | None:
    """The season or day from which something holds; a mere day is one only behind "from"."""
    for role, found in dates(reading, places):
        seasonal = found.precision is Precision.YEAR and found.part is None
        if role == "starting" or (role == "from" and not seasonal):
            return found
        if seasonal and role in _STARTS | {""}:
            return found
    return None


def length(reading: Reading, places: range, *roles: str) -> Quantity | None:
    """The length of time, in years or seasons for a contract: "pour deux ans", "two-year deal"."""
    units = reading.units
    for at in places:
        value = quantity(units[at])
        if value is None:
            continue
        if role_of(reading, at) in roles or _beside(reading, at, "contract", "extension", "ban"):
            return value
    return None


def quantity(unit: Unit) -> Quantity | None:
    """The length of time that a unit tells, if it is exact."""
    mention = unit.value
    if mention is None or mention.kind not in {"duration", "quantity"} or mention.approximate:
        return None
    value = mention.value
    fits = isinstance(value, Quantity) and value.unit in _LENGTHS and mention.comparison is None
    return value if fits and isinstance(value, Quantity) else None


def _beside(reading: Reading, at: int, *concepts: str) -> bool:
    """Whether a noun stands right behind ("two-year deal") or governs with "of" ("bail de ...")."""
    units = reading.units
    for unit in units[at + 1 : at + 4]:
        if unit.kind is UnitKind.NOUN:
            return unit.has(*concepts)
        if unit.kind not in _FILLERS:
            break
    if role_of(reading, at) != "of":
        return False
    before = next((u for u in reversed(units[:at]) if u.kind is UnitKind.NOUN), None)
    return before is not None and before.has(*concepts)


def season_end(reading: Reading, places: range) -> DateInterval | None:
    """The end of the season, in the year in which the article was written."""
    year = reading.discourse.season
    if year is None:
        return None
    for at in places:
        unit = reading.units[at]
        if unit.kind is UnitKind.PHRASE and unit.has("season_end"):
            bounds = date(year, 1, 1), date(year, 12, 31)
            return DateInterval(*bounds, Precision.YEAR, Part.LATE, year_written=False)
    return None


def kept(**found: Value | None) -> Qualifiers:
    """The qualifiers that were found, in order; a trailing underscore is dropped from names."""
    return tuple((name.rstrip("_"), value) for name, value in found.items() if value is not None)


def told_race(reading: Reading) -> Entity | None:
    """The race that the article is about, if it was named before and no other since."""
    race, last = reading.discourse.contest.race, reading.discourse.last.get(EntityKind.RACE)
    if race is None or last is None:
        return None
    return race if last.key.split("/")[:2] == race.key.split("/")[:2] else None
