"""Who is selected for a race, by whom, and who is left at home."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.events import edition, race_places
from facts.extract.predicates import Predicate, listed
from facts.extract.reading import Reading
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import clause, kept, role_of
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind

_PERSON, _TEAM = EntityKind.PERSON, EntityKind.TEAM
_PLAIN = frozenset(
    (
        "select retain sélectionner retenir convoquer aligner pick call leave omit écarter faire"
    ).split()
)
_FOR = frozenset({"for", "at", "in", "to", "on", ""})
_GROUPS = ("rider", "selection", "team")


def selections(reading: Reading) -> Iterator[Draft]:
    """As in "La FFC a retenu A, B et C pour X", "A has been left out of the squad for X"."""
    for predicate in reading.predicates:
        if not predicate.has("select", "leave_out"):
            continue
        sure = certainty(reading, predicate)
        race = _race(reading, predicate)
        if sure and race:
            yield from _chosen(reading, predicate, sure, race)
    yield from _announced(reading)


def _announced(reading: Reading) -> Iterator[Draft]:
    """As in "Y a dévoilé sa sélection pour le Tour : A, B et C"."""
    units = reading.units
    noun = next(
        (n for n, u in enumerate(units) if u.kind is UnitKind.NOUN and u.has("selection")), None
    )
    colon = next((n for n, u in enumerate(units) if u.kind is UnitKind.COLON), None)
    if noun is None or colon is None or colon < noun:
        return
    races = race_places(reading, 0, colon)
    race = edition(reading, races[0]) if len(races) == 1 else None
    told = [p for p in reading.predicates if p.at < noun]
    named = any(p.has("say", "select", "unveil", "decide") for p in told) or not reading.predicates
    if race is None or not named or any(p.has("select") and p.verb.passive for p in told):
        return
    by = _by(reading, told[-1]) if told else None
    for person in _list(reading, colon + 1):
        yield Draft(
            person, "selected_for", race, "selected/list", status=None, qualifiers=kept(by=by)
        )


def _race(reading: Reading, predicate: Predicate) -> Entity | None:
    """The race that it is for: behind the verb, else before it; else the article's."""
    places = clause(reading, predicate)
    named = [
        at
        for at in race_places(reading)
        if role_of(reading, at) in _FOR | {"of"} and (at in places or at < predicate.at)
    ]
    editions = {e.key: e for at in named if (e := edition(reading, at))}
    if len(editions) == 1:
        return next(iter(editions.values()))
    explicit = any(unit.has("selection") for unit in reading.units)
    plain = predicate.verb.lemma in _PLAIN
    return reading.discourse.selection if not named and (explicit or plain) else None


def _chosen(
    reading: Reading, predicate: Predicate, sure: Certainty, race: Entity
) -> Iterator[Draft]:
    people = _people(reading, predicate)
    plain = predicate.verb.lemma in _PLAIN
    for_race = any(reading.entities(n, EntityKind.RACE) for n in clause(reading, predicate))
    if not people or not (plain or for_race or any(u.has("selection") for u in reading.units)):
        return
    affirmed = sure.affirmed is not predicate.has("leave_out")
    by = _by(reading, predicate)
    reading.discourse.selection = race
    for person in people:
        reserve = _is_reserve(reading, person)
        if not reserve:
            yield Draft(
                person, "selected_for", race, "selected/verb", affirmed=affirmed,
                status=sure.status, qualifiers=kept(by=by),
            )  # fmt: skip


def _people(reading: Reading, predicate: Predicate) -> list[Entity]:
    """Who is chosen: the passive's subjects or the list behind a colon; else the object's list."""
    units = reading.units
    if predicate.verb.passive:
        found = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
        if found:
            return list(dict.fromkeys(found))
        grouped = any(
            units[at].has(*_GROUPS)
            or getattr(getattr(units[at].value, "value", None), "unit", "") == "rider"
            for at in predicate.subjects
        )
        colon = next(
            (n for n in range(predicate.at, len(units)) if units[n].kind is UnitKind.COLON), None
        )
        if not grouped or colon is None:
            return []
        return _list(reading, colon + 1)
    roles = {"", "to"} if predicate.verb.lemma in {"faire", "call"} else {""}
    for at in clause(reading, predicate):
        if units[at].kind is UnitKind.NAME and reading.entities(at, _PERSON):
            return _list(reading, at) if role_of(reading, at) in roles else []
        if units[at].kind in {UnitKind.NAME, UnitKind.VERB}:
            return []
    return []


def _list(reading: Reading, start: int) -> list[Entity]:
    units = reading.units
    first = next((n for n in range(start, len(units)) if units[n].kind is UnitKind.NAME), None)
    if first is None:
        return []
    return [e for n in listed(units, first, 1) for e in reading.entities(n, _PERSON)]


def _by(reading: Reading, predicate: Predicate) -> Entity | None:
    """The team or federation that chooses."""
    kinds = (_TEAM, EntityKind.ORGANISATION)
    if predicate.verb.passive:
        found = [
            e for n in clause(reading, predicate) if role_of(reading, n) == "by"
            for e in reading.entities(n, *kinds)
        ]  # fmt: skip
    else:
        found = [e for at in predicate.subjects for e in reading.entities(at, *kinds)]
    return found[0] if found else None


def _is_reserve(reading: Reading, person: Entity) -> bool:
    """Whether somebody is only named as a reserve."""
    units = reading.units
    for at in range(len(units)):
        if units[at].kind is UnitKind.NAME and person.key in {e.key for e in reading.entities(at)}:
            near = units[max(at - 3, 0) : at + 4]
            return any(unit.has("reserve") for unit in near)
    return False
