"""Injuries and illnesses, how long they keep riders away, and when these come back."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.events import edition, race_places
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.bodies import broken_part, illness_words, injury_words
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import clause, quantity, role_of
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Precision, Status, Text

_PERSON = EntityKind.PERSON
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_SPANS = frozenset({"day", "week", "month"})
_LINKS = _FILLERS | {UnitKind.PREPOSITION, UnitKind.PHRASE}
_NEAR = 6


def injuries(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of riders hurt, ill, away or on their way back."""
    for predicate in reading.predicates:
        back = comeback(reading, predicate)
        if back and (sure := certainty(reading, predicate)):
            planned = predicate.verb.copula or predicate.has("plan") or predicate.verb.passive
            status = Status.PLANNED if planned and sure.status is not Status.DONE else sure.status
            yield from _back(reading, predicate, Certainty(status, sure.affirmed), back)
        if not predicate.verb.copula and not predicate.has(
            "injure", "suffer", "return_to", "sideline"
        ):
            continue
        people = subjects(reading, predicate)
        sure = certainty(reading, predicate) if people else None
        if sure:
            for person in people:
                yield from _told(reading, predicate, sure, person)
    yield from _beside(reading)


def _told(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity
) -> Iterator[Draft]:
    if predicate.has("injure") and not predicate.verb.passive:
        part = broken_part(reading, predicate.at)
        if part:
            yield _text(reading, person, part, sure, "injury/verb")
    if predicate.has("suffer") or predicate.verb.copula:
        yield from _suffered(reading, predicate, sure, person)
    if predicate.has("return_to"):
        yield from _back(reading, predicate, sure, person)
    if predicate.has("sideline") or says(reading, predicate, "sidelined"):
        yield from _absent(reading, predicate, sure, person)


def subjects(reading: Reading, predicate: Predicate) -> list[Entity]:
    found = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    return list(dict.fromkeys(found))


def comeback(reading: Reading, predicate: Predicate) -> Entity | None:
    """Whose comeback is the verb's subject: "his comeback is planned for the Giro"."""
    nouns = [at for at in predicate.subjects if reading.units[at].has("comeback")]
    if not nouns:
        return None
    at = nouns[0]
    behind = [
        e for n in range(at + 1, min(at + 4, predicate.at)) for e in reading.entities(n, _PERSON)
    ]
    if behind:
        return behind[0]
    before = [e for n in range(at) for e in reading.entities(n, _PERSON)]
    keys = {e.key for e in before} or set(reading.discourse.recent)
    own = reading.units[at].determiner == "possessive"
    known = reading.discourse.persons.get(keys.pop()) if own and len(keys) == 1 else None
    return known.entity if known else None


def says(reading: Reading, predicate: Predicate, concept: str) -> bool:
    """Whether a phrase of the concept stands right behind the verb."""
    near = reading.units[predicate.at + 1 : predicate.at + 4]
    return any(unit.kind is UnitKind.PHRASE and unit.has(concept) for unit in near)


def _suffered(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity
) -> Iterator[Draft]:
    """As in "souffre d'une fracture de la clavicule", "has bronchitis"."""
    for at in range(predicate.at + 1, min(predicate.at + _NEAR, len(reading.units))):
        unit = reading.units[at]
        if unit.kind is UnitKind.VERB or (unit.kind is UnitKind.NAME and not unit.has("injury")):
            return
        if unit.kind is not UnitKind.NOUN or not _is_object(reading, predicate, at):
            continue
        if unit.has("injury"):
            yield _text(reading, person, injury_words(reading, at), sure, "injury/noun")
            for other in _more(reading, at):
                said = injury_words(reading, other)
                yield _text(reading, person, said, sure, "injury/noun")
            return
        if unit.has("illness"):
            yield _text(reading, person, illness_words(reading, at), sure, "illness/noun")
            return


def _more(reading: Reading, first: int) -> Iterator[int]:
    """The other injuries of a list: "d'une fracture du bras, *d'un pneumothorax* et..."."""
    allowed = _FILLERS | {
        UnitKind.COMMA,
        UnitKind.CONJUNCTION,
        UnitKind.PREPOSITION,
        UnitKind.VALUE,
    }
    for at in range(first + 1, len(reading.units)):
        unit = reading.units[at]
        if unit.kind is UnitKind.NOUN and unit.has("injury"):
            yield at
        elif unit.kind not in allowed and not unit.has("body"):
            return


def _is_object(reading: Reading, predicate: Predicate, at: int) -> bool:
    """Whether a noun is what is suffered, not its cause or the place: "after a fracture"."""
    if predicate.verb.copula:
        return role_of(reading, at) == "of" and any(
            u.has("because") for u in reading.units[predicate.at : at]
        )
    return role_of(reading, at) in {"", "of", "from"}


def _text(reading: Reading, person: Entity, found: str, sure: Certainty, pattern: str) -> Draft:
    """The words as a fact; the pattern's first part is the relation."""
    value, relation = Text(found, reading.discourse.language), pattern.split("/", maxsplit=1)[0]
    return Draft(person, relation, value, pattern, affirmed=sure.affirmed, status=sure.status)


def _back(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity
) -> Iterator[Draft]:
    """As in "fera son retour au Tour", "will return to racing on 6 July"."""
    if not sure.affirmed:
        return
    places = clause(reading, predicate)
    if any(reading.entities(n, EntityKind.TEAM) for n in places):
        return
    for at in places:
        found = reading.date(at)
        if found and role_of(reading, at) in {"in", "on", "from", "starting", ""}:
            if found.precision is not Precision.YEAR:
                yield Draft(person, "returns", found, "returns/verb", status=sure.status)
            break
    for at in places:
        weeks = quantity(reading.units[at])
        if weeks and weeks.unit in _SPANS and role_of(reading, at) == "in":
            yield Draft(person, "absence", weeks, "absence/return", status=sure.status)
            break
    raced = race_places(reading, places.start, places.stop)
    race = edition(reading, raced[0]) if raced else None
    if race and role_of(reading, raced[0]) in {"to", "on", "at", "in", "for", "during"}:
        yield Draft(person, "returns_at", race, "returns/race", status=sure.status)


def _absent(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity
) -> Iterator[Draft]:
    """As in "sera éloigné des pelotons six semaines", "is sidelined for two months"."""
    for at in clause(reading, predicate):
        found = quantity(reading.units[at])
        if found and found.unit in _SPANS and role_of(reading, at) in {"", "for", "during", "of"}:
            yield Draft(
                person, "absence", found, "absence/verb", affirmed=sure.affirmed, status=sure.status
            )
            return


def _beside(reading: Reading) -> Iterator[Draft]:
    """As in "X (fracture de la clavicule)", "X, victime d'une commotion, ..."."""
    units = reading.units
    for at, unit in enumerate(units):
        people = reading.entities(at, _PERSON) if unit.kind is UnitKind.NAME else []
        if not people or at + 2 >= len(units):
            continue
        bracket = units[at + 1].kind is UnitKind.OPEN
        comma = units[at + 1].kind is UnitKind.COMMA
        inside = next(
            (
                n
                for n in range(at + 2, min(at + 6, len(units)))
                if units[n].has("injury", "illness")
            ),
            None,
        )
        if inside is None or not (bracket or comma):
            continue
        between = units[at + 2 : inside]
        caused = any(u.has("because") for u in between)
        if any(u.kind not in _LINKS for u in between) or (comma and not caused):
            continue
        injury = units[inside].has("injury")
        said = injury_words(reading, inside) if injury else illness_words(reading, inside)
        relation = "injury" if injury else "illness"
        yield _text(reading, people[0], said, Certainty(None), f"{relation}/beside")
