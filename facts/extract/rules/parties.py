"""Which riders and teams a verb of transfers joins, and in which roles."""

from __future__ import annotations

from facts.extract.predicates import Predicate, listed
from facts.extract.reading import Reading
from facts.extract.riders import team_of
from facts.extract.rules.terms import clause, role_of
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind

_PERSON, _TEAM = EntityKind.PERSON, EntityKind.TEAM
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_TEAM_THINGS = frozenset("car cars bus hotel camp doctor staff manager boss director".split())
WITH = frozenset({"with", "for", "at", "in", "to", "by"})


def riders(reading: Reading, predicate: Predicate) -> list[Entity]:
    """The riders who are the verb's subjects: all of a list, else the nearest."""
    found = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    return list(dict.fromkeys(found))


def teams(reading: Reading, predicate: Predicate, roles: frozenset[str]) -> list[int]:
    """The places of the teams behind the verb that stand in one of the roles ("": its object)."""
    found = []
    for at in clause(reading, predicate):
        if reading.units[at].kind is UnitKind.RELATIVE:
            break
        if (
            reading.entities(at, _TEAM)
            and not _is_beside_person(reading, at)
            and not _of_team(reading, at)
        ):
            role = _team_role(reading, at)
            if role in roles or (role == "of" and "of" in roles):
                found.append(at)
    return found


def _team_role(reading: Reading, at: int) -> str:
    """The small word before a team, nouns for teams passed over: "pour la formation Y"."""
    units = reading.units
    position = at
    while position > 0 and (
        units[position - 1].kind in _FILLERS or units[position - 1].has("team")
    ):
        position -= 1
    return role_of(reading, position) if position else ""


def _is_beside_person(reading: Reading, at: int) -> bool:
    """Whether a team only tells where somebody else rides: "(Y)", "le leader de Y"."""
    units = reading.units
    if at and units[at - 1].kind is UnitKind.OPEN:
        return True
    return (
        any(
            unit.kind in {UnitKind.NAME, UnitKind.NOUN}
            and (reading.entities(n, _PERSON) or unit.has("rider", "position"))
            and (team := team_of(reading, n)) is not None
            and team.key in {e.key for e in reading.entities(at, _TEAM)}
            for n, unit in enumerate(units[max(at - 5, 0) : at + 4], max(at - 5, 0))
        )
        and _team_role(reading, at) in {"of", ""}
        and not _follows_verb(reading, at)
    )


def _of_team(reading: Reading, at: int) -> bool:
    """Whether a team only tells whose something is: "the Y team car", "Y's bus"."""
    end = reading.units[at].end
    following = [token.norm for token in reading.tokens[end : end + 3]]
    return bool(following) and (following[0] == "'s" or not _TEAM_THINGS.isdisjoint(following[:2]))


def _follows_verb(reading: Reading, at: int) -> bool:
    position = at - 1
    while position >= 0 and (
        reading.units[position].kind in _FILLERS or reading.units[position].has("team")
    ):
        position -= 1
    return position >= 0 and reading.units[position].kind is UnitKind.VERB


def first_team(reading: Reading, places: list[int]) -> Entity | None:
    return reading.entities(places[0], _TEAM)[0] if places else None


def named_rider(reading: Reading, places: range) -> list[Entity]:
    """The rider behind a noun's "of", with the rest of the list: "the signing of A and B"."""
    for at in places:
        unit = reading.units[at]
        if unit.kind is UnitKind.NAME:
            if not reading.entities(at, _PERSON):
                return []
            return [e for n in listed(reading.units, at, 1) for e in reading.entities(n, _PERSON)]
        if unit.kind is UnitKind.VERB or unit.kind is UnitKind.COMMA:
            return []
    return []


def taken_riders(reading: Reading, predicate: Predicate) -> list[Entity]:
    """The riders that a team takes: the verb's object with the rest of its list."""
    if predicate.verb.passive:
        return [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    units = reading.units
    for at in clause(reading, predicate):
        unit = units[at]
        if unit.kind is UnitKind.NAME and reading.entities(at, _PERSON):
            role = role_of(reading, at)
            if role and not (role == "of" and predicate.verb.lemma in {"attacher", "secure"}):
                return []
            return [e for n in listed(units, at, 1) for e in reading.entities(n, _PERSON)]
        if unit.kind in {UnitKind.NAME, UnitKind.VERB} and not reading.entities(at, _TEAM):
            return []
    return []


def is_extension(reading: Reading, predicate: Predicate) -> bool:
    return any(
        reading.units[n].kind is UnitKind.NOUN and reading.units[n].has("extension")
        for n in clause(reading, predicate)
    )
