"""What stands beside a rider's name: team, country, age; who a place in a sentence speaks of."""

from __future__ import annotations

from facts.extract.reading import Reading
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Language, Quantity

_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_REACH = 6
_SHORT = 2
_SIGNS = 3
_YOUNGEST, _OLDEST = 15, 49


def described_age(reading: Reading, at: int) -> int | None:
    """The age behind a name, before the next verb: "X, 23 ans", "X (23 ans)", "X, aged 23"."""
    for unit in reading.units[at + 1 : at + 3]:
        if unit.value and unit.value.kind == "age" and isinstance(unit.value.value, Quantity):
            return int(unit.value.value.number)
        if unit.kind not in {UnitKind.COMMA, UnitKind.OPEN, UnitKind.WORD}:
            break
    return _bare_age(reading, at)


def _bare_age(reading: Reading, at: int) -> int | None:
    """The age that English sets between signs alone: "X, 27, ..." or "X (27)"."""
    units = reading.units[at + 1 : at + 4]
    if reading.discourse.language is not Language.EN or len(units) < _SIGNS:
        return None
    opening, number, closing = units[0].kind, reading.tokens[units[1].start], units[2].kind
    pair = (opening, closing)
    if pair not in {(UnitKind.COMMA, UnitKind.COMMA), (UnitKind.OPEN, UnitKind.CLOSE)}:
        return None
    age = int(number.text) if number.text.isdecimal() and len(number.text) == _SHORT else 0
    return age if _YOUNGEST <= age <= _OLDEST else None


def described_country(reading: Reading, at: int) -> str:
    """The key of the country whose demonym stands by a name or noun; empty where none does."""
    units = reading.units
    for position in range(at - 1, max(at - 4, -1), -1):
        unit = units[position]
        if unit.has("demonym") and unit.entity:
            return unit.entity.key
        if not (unit.kind in _FILLERS or (unit.kind is UnitKind.NOUN and unit.has("rider"))):
            break
    following = units[at + 1] if at + 1 < len(units) else None
    if following and following.has("demonym") and following.entity:
        return following.entity.key
    noun = apposed_noun(reading, at)
    if noun is not None and units[noun].has("rider"):
        return described_country(reading, noun)
    return ""


def apposed_noun(reading: Reading, at: int) -> int | None:
    """The noun behind a name's comma, past an age: "X, 23 ans, *le coureur*"."""
    units = reading.units
    if at + 1 >= len(units) or units[at + 1].kind is not UnitKind.COMMA:
        return None
    if units[at].kind is not UnitKind.NAME:
        return None
    for position in range(at + 2, min(at + 2 + _REACH, len(units))):
        unit = units[position]
        if unit.kind is UnitKind.NOUN:
            return position
        aged = unit.value is not None and unit.value.kind == "age"
        if unit.kind not in _FILLERS | {UnitKind.COMMA} and not aged:
            return None
    return None


def team_of(reading: Reading, at: int) -> Entity | None:
    """The team that stands beside a rider's name or noun now, and not behind a verb.

    "X (Y)", "X de l'équipe Y", "Y rider X", "X, le grimpeur espagnol de Y", "le coureur de Y".
    """
    units = reading.units
    unit = units[at]
    inside = _bracketed_team(reading, at)
    if inside:
        return inside
    noun = at if unit.kind is UnitKind.NOUN else apposed_noun(reading, at)
    if noun is not None and units[noun].has("rider"):
        return _team_behind(reading, noun) or _team_before(reading, noun)
    if noun is not None:
        return None
    before = at - 1
    while before >= 0 and units[before].kind is UnitKind.WORD:
        before -= 1
    if before >= 0 and units[before].kind is UnitKind.NOUN and units[before].has("rider"):
        return _team_before(reading, before) or _team_behind(reading, at)
    return _team_behind(reading, at)


def _bracketed_team(reading: Reading, at: int) -> Entity | None:
    units = reading.units[at + 1 : at + 4]
    if reading.units[at].kind is not UnitKind.NAME or len(units) < _SHORT:
        return None
    if units[0].kind is not UnitKind.OPEN or units[1].kind is not UnitKind.NAME:
        return None
    closed = len(units) > _SHORT and units[2].kind in {UnitKind.CLOSE, UnitKind.COMMA}
    teams = reading.entities(at + 2, EntityKind.TEAM) if closed else []
    return teams[0] if teams else None


def _team_behind(reading: Reading, at: int) -> Entity | None:
    """As in "de l'équipe Y", "espagnol de Y", "of Team Y", "from the Y team"."""
    units = reading.units
    prepositions = 0
    for position in range(at + 1, min(at + 1 + _REACH, len(units))):
        unit = units[position]
        if unit.kind is UnitKind.NAME:
            teams = reading.entities(position, EntityKind.TEAM)
            held = teams and prepositions == 1 and not _is_past(reading, position)
            return teams[0] if held else None
        if unit.kind is UnitKind.PREPOSITION and unit.word in {"of", "from"}:
            prepositions += 1
        elif unit.kind not in _FILLERS and not (prepositions and unit.has("team")):
            return None
        if prepositions > 1:
            return None
    return None


def _is_past(reading: Reading, at: int) -> bool:
    """Whether more behind a team makes it another, or a former one: "jusqu'à fin 2024"."""
    after = reading.units[at + 1] if at + 1 < len(reading.units) else None
    if after is None:
        return False
    until = after.word == "until" or (after.kind is UnitKind.PHRASE and after.has("until"))
    return until or after.kind is UnitKind.NAME or after.value is not None


def _team_before(reading: Reading, noun: int) -> Entity | None:
    """As in "the Y climber", "Y's Danish climber", in English."""
    if reading.discourse.language is not Language.EN:
        return None
    units = reading.units
    for position in range(noun - 1, max(noun - 4, -1), -1):
        unit = units[position]
        if unit.kind is UnitKind.NAME:
            teams = reading.entities(position, EntityKind.TEAM)
            return teams[0] if teams else None
        owner = reading.tokens[unit.start].norm == "'s"
        if not (unit.kind in _FILLERS or unit.has("rider", "team") or owner):
            return None
    return None
