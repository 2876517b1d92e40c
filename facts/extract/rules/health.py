"""Who abandons, does not start or misses a race; injuries, illness, absence and comebacks."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.events import edition, race_places, stage_at
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.bodies import reason
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.injuries import injuries, says, subjects
from facts.extract.rules.terms import clause, kept, told_race
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Quantity, Text

_PERSON = EntityKind.PERSON
_RACE = EntityKind.RACE
_NOT_OBJECTS = frozenset({"leave", "quit", "quitter", "retire", "renoncer", "withdraw"})
_NEAR = 6


def health(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of riders out of a race, hurt, ill or on their way back."""
    for predicate in reading.predicates:
        if not predicate.verb.copula and not predicate.has(
            "abandon_race", "no_start", "miss_race", "sideline", "force"
        ):
            continue
        people = subjects(reading, predicate)
        sure = certainty(reading, predicate) if people else None
        if sure:
            for person in people:
                yield from _told(reading, predicate, sure, person)
    yield from _absent_beside(reading)
    yield from injuries(reading)


def _told(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity
) -> Iterator[Draft]:
    if predicate.has("abandon_race") and _is_race_matter(reading, predicate):
        # to renounce a race is not to start it; to leave one is to have started
        relation = "misses" if predicate.verb.lemma == "renoncer" else "abandons"
        yield from _out(reading, predicate, sure, person, relation)
    elif predicate.has("force") and says(reading, predicate, "finished_race"):
        yield from _out(reading, predicate, sure, person, "abandons")
    elif predicate.has("no_start") and not sure.affirmed and _is_start(reading, predicate):
        out = Certainty(sure.status, affirmed=True)
        relation = "abandons" if _is_later_stage(reading, predicate) else "misses"
        yield from _out(reading, predicate, out, person, relation)
    elif _is_out(reading, predicate):
        yield from _missed(reading, predicate, sure, person)


def _is_out(reading: Reading, predicate: Predicate) -> bool:
    """Whether a race is missed: "will miss", "has been ruled out of", "est forfait pour"."""
    if predicate.has("miss_race"):
        return not predicate.verb.passive
    if predicate.has("sideline"):
        return predicate.verb.passive
    return predicate.verb.copula and says(reading, predicate, "out_of")


def _absent_beside(reading: Reading) -> Iterator[Draft]:
    """As in "X, forfait pour le Giro, ...": set beside a name, behind its comma."""
    units = reading.units
    for at in range(len(units) - 3):
        people = reading.entities(at, _PERSON) if units[at].kind is UnitKind.NAME else []
        cue = units[at + 2]
        if not people or units[at + 1].kind is not UnitKind.COMMA or not cue.has("out_of"):
            continue
        races = race_places(reading, at + 3, at + 6)
        race = edition(reading, races[0]) if races else None
        if race:
            yield Draft(people[0], "misses", race, "misses/beside")


def _is_race_matter(reading: Reading, predicate: Predicate) -> bool:
    """Whether what is left is a race: "leaves the Tour", "a abandonné", no team and no plan."""
    places = clause(reading, predicate)
    ahead = [n for n in places if n < predicate.at + _NEAR]
    if any(reading.entities(n, EntityKind.TEAM) for n in ahead):
        return False
    raced = any(_is_racing(reading, n) for n in ahead)
    if predicate.verb.lemma in _NOT_OBJECTS:
        return raced and not _is_career(reading)
    first = predicate.at + 1
    while first < len(reading.units) and reading.units[first].kind is UnitKind.DETERMINER:
        first += 1
    if first == predicate.at + 1:  # without an object: "abandoned on stage 3"
        return raced or not any(a.role == "object" for a in predicate.arguments)
    return first < len(reading.units) and _is_racing(reading, first)


def _is_racing(reading: Reading, at: int) -> bool:
    """Whether a unit is a race or a stage, and not "the idea of riding" one."""
    unit = reading.units[at]
    return bool(reading.entities(at, _RACE) or unit.has("race", "stage") or stage_at(reading, at))


def _is_career(reading: Reading) -> bool:
    words = {token.norm for token in reading.tokens}
    return bool(words & {"career", "carrière", "sport", "retirement", "retraite", "cyclisme"})


def _is_start(reading: Reading, predicate: Predicate) -> bool:
    """Whether it is a race or stage that is not started."""
    places = range(predicate.at + 1, min(predicate.at + 8, len(reading.units)))
    if predicate.verb.lemma in {"start", "repartir", "prendre", "take", "line", "be", "être"}:
        raced = any(
            reading.entities(n, _RACE)
            or reading.units[n].has("race", "stage")
            or stage_at(reading, n)
            for n in places
        )
        return raced or predicate.verb.lemma == "repartir"
    return False


def _is_later_stage(reading: Reading, predicate: Predicate) -> bool:
    """Whether a stage is not started, and not the first: then the race is left."""
    places = range(predicate.at + 1, min(predicate.at + 8, len(reading.units)))
    stage = _stage(reading, places)
    if stage:
        return stage.number > 1
    return any(reading.units[n].has("stage") for n in places)


def _race(reading: Reading, predicate: Predicate) -> Entity | None:
    """The race behind the verb, the sentence's one, or the one that the article is about."""
    places = clause(reading, predicate)
    behind = race_places(reading, places.start, places.stop)
    if behind:
        return edition(reading, behind[0])
    named = {e.key: e for at in race_places(reading) if (e := edition(reading, at))}
    if len(named) == 1:
        return next(iter(named.values()))
    return told_race(reading) if not named else None


def _out(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity, relation: str
) -> Iterator[Draft]:
    race = _race(reading, predicate)
    if race is None or (not sure.affirmed and sure.status is None):
        return
    places = clause(reading, predicate)
    stage = _stage(reading, places)
    yield Draft(
        person, relation, race, f"{relation}/verb", affirmed=sure.affirmed, status=sure.status,
        qualifiers=kept(stage=stage, reason=_reason(reading, predicate)),
    )  # fmt: skip


def _stage(reading: Reading, places: range) -> Quantity | None:
    """The stage that the race is left on, told before the next comma or verb."""
    for at in places:
        if reading.units[at].kind in {UnitKind.COMMA, UnitKind.VERB, UnitKind.RELATIVE}:
            return None
        stage = stage_at(reading, at)
        if stage:
            return stage
    return None


def _reason(reading: Reading, predicate: Predicate) -> Text | None:
    found = reason(reading, clause(reading, predicate)) or reason(reading, range(predicate.at))
    return Text(found, reading.discourse.language) if found else None


def _missed(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity
) -> Iterator[Draft]:
    """As in "will miss the Tour and the Vuelta", "est forfait pour le Giro"."""
    places = clause(reading, predicate)
    near = range(places.start, min(places.start + _NEAR, places.stop))
    behind = race_places(reading, near.start, near.stop)
    for at in behind[:1]:
        for place in [
            at,
            *(n for n in race_places(reading, at + 1, places.stop) if _listed(reading, at, n)),
        ]:
            race = edition(reading, place)
            if race:
                yield Draft(
                    person, "misses", race, "misses/verb", affirmed=sure.affirmed,
                    status=sure.status, qualifiers=kept(reason=_reason(reading, predicate)),
                )  # fmt: skip


def _listed(reading: Reading, first: int, at: int) -> bool:
    allowed = {UnitKind.COMMA, UnitKind.CONJUNCTION, UnitKind.DETERMINER, UnitKind.NAME}
    return all(u.kind in allowed for u in reading.units[first + 1 : at])
