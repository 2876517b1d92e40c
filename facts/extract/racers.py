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
_BESIDE = frozenset({"gap", "ordinal", "age", "duration"})
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
    found: list[tuple[int, Entity]] = []
    depth = 0
    for at in range(start, len(reading.units)):
        unit = reading.units[at]
        if unit.kind is UnitKind.OPEN:
            depth += 1
        elif unit.kind is UnitKind.CLOSE:
            depth = max(depth - 1, 0)
        elif depth:
            continue
        elif person := _listed(reading, at):
            found.append((at, person))
        elif not _between(reading, at, begun=bool(found)):
            break
    return found


def _listed(reading: Reading, at: int) -> Entity | None:
    unit = reading.units[at]
    named = unit.kind is UnitKind.NAME or unit.has("somebody")
    return racer(reading, at) if named else None


def _between(reading: Reading, at: int, *, begun: bool) -> bool:
    """Whether a unit may stand before or between the people of a list."""
    unit = reading.units[at]
    if unit.kind is UnitKind.NAME:
        return not begun and bool(reading.entities(at, EntityKind.TEAM))
    if unit.kind is UnitKind.PREPOSITION:
        return unit.word in {"to", "at", "by", "on", "'s"} or (unit.word == "of" and not begun)
    if unit.kind is UnitKind.VALUE:
        return unit.value is not None and unit.value.kind in _BESIDE
    if unit.kind is UnitKind.NOUN:
        return unit.has("rider", "team") and not unit.has("somebody")
    return unit.kind in _BETWEEN and unit.word != "."
