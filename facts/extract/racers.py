"""Who takes part: the people and teams that a place in a sentence speaks of, for results."""

from __future__ import annotations

from dataclasses import replace

from facts.extract.reading import Reading
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind

_DOUBT = frozenset(
    {
        "if",
        "whether",
        "unless",
        "si",
        "quand",
        "lorsque",
        "whoever",
        "disqualified",
        "disqualifie",
        "declasse",
        "relegated",
        "stripped",
        "dechu",
        "dreams",
        "reve",
    }
)
_THINKING = frozenset(
    {
        "think",
        "thought",
        "believe",
        "believed",
        "croire",
        "penser",
        "croyait",
        "pensait",
        "croit",
        "pense",
    }
)
_BETWEEN = frozenset({UnitKind.DETERMINER, UnitKind.WORD, UnitKind.COMMA, UnitKind.CONJUNCTION})


def is_certain(reading: Reading) -> bool:
    """Whether a sentence tells what happened: no question, no condition, no belief."""
    last = reading.text[reading.sentence.span.end - 1]
    words = {token.fold for token in reading.tokens}
    if last == "?" or words & _THINKING:
        return False
    doubt = words & _DOUBT
    return not doubt or (doubt == {"si"} and "bien" in words)


def racer(reading: Reading, at: int) -> Entity | None:
    """The person that the unit at `at` speaks of, an unknown name of the right look included."""
    unit = reading.units[at]
    people = reading.entities(at, EntityKind.PERSON)
    if people:
        entry = reading.discourse.entries.get(people[0].key)
        rides = entry is None or entry.details.get("role") == "rider"
        return people[0] if rides or unit.kind is UnitKind.NAME else None
    if unit.kind is not UnitKind.NAME or unit.known or unit.entity is None:
        return None
    if not unit.may_be(EntityKind.PERSON) or unit.entity.key in reading.discourse.kinds:
        return None
    words = reading.tokens[unit.start : unit.end]
    if not all(word.text[0].isalpha() for word in words) or " " not in unit.entity.name:
        return None
    reading.discourse.kinds[unit.entity.key] = EntityKind.PERSON
    return replace(unit.entity, kind=EntityKind.PERSON)


def team_or_racer(reading: Reading, at: int) -> Entity | None:
    """The team or person at `at`: a team's own only where it rides as one."""
    teams = reading.entities(at, EntityKind.TEAM)
    if teams and reading.units[at].kind is UnitKind.NAME:
        return teams[0] if rides_as_team(reading) else None
    return racer(reading, at)


def rides_as_team(reading: Reading) -> bool:
    """Whether a sentence is about a team time trial."""
    words = [token.fold for token in reading.tokens]
    text = " ".join(words)
    return "team time trial" in text or "chrono par equipes" in text or "montre par equipes" in text


def racers_from(reading: Reading, start: int) -> list[tuple[int, Entity]]:
    """The list of people that begins at unit `start`, teams in brackets and gaps passed over."""
    units = reading.units
    found: list[tuple[int, Entity]] = []
    depth = 0
    for at in range(start, len(units)):
        unit = units[at]
        if unit.kind is UnitKind.OPEN:
            depth += 1
        elif unit.kind is UnitKind.CLOSE:
            depth = max(depth - 1, 0)
        elif depth:
            continue
        elif unit.kind is UnitKind.NAME:
            person = racer(reading, at)
            team = reading.entities(at, EntityKind.TEAM)
            if person:
                found.append((at, person))
            elif not team or found:
                break
        elif unit.kind is UnitKind.NOUN and unit.has("somebody"):
            person = racer(reading, at)
            if person is None:
                break
            found.append((at, person))
        elif unit.kind is UnitKind.PREPOSITION and unit.word in {"to", "at", "by", "of", "'s"}:
            if unit.word == "of" and found:
                break
        elif (
            unit.kind is UnitKind.VALUE
            and unit.value
            and unit.value.kind in {"gap", "ordinal", "age", "duration"}
        ) or (unit.kind is UnitKind.NOUN and unit.has("rider", "team")):
            continue
        elif unit.kind not in _BETWEEN or (unit.kind is UnitKind.WORD and unit.word == "."):
            break
    return found
