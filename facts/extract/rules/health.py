"""Who abandons, does not start or misses a race; injuries, illness, absence and comebacks."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.events import edition, race_places, stage_at
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.bodies import broken_part, illness_words, injury_words, reason
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import clause, kept, quantity, role_of
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Precision, Quantity, Status, Text

_PERSON = EntityKind.PERSON
_RACE = EntityKind.RACE
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_NOT_OBJECTS = frozenset({"leave", "quit", "quitter", "retire", "renoncer", "withdraw"})
_SPANS = frozenset({"day", "week", "month"})
_NEAR = 6


def health(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of riders out of a race, hurt, ill or on their way back."""
    for predicate in reading.predicates:
        back = _comeback(reading, predicate)
        if back and (sure := certainty(reading, predicate)):
            planned = predicate.verb.copula or predicate.has("plan") or predicate.verb.passive
            status = Status.PLANNED if planned and sure.status is not Status.DONE else sure.status
            yield from _back(reading, predicate, Certainty(status, sure.affirmed), back)
        if (
            not predicate.has(
                "abandon_race", "no_start", "miss_race", "injure", "suffer", "return_to", "sideline"
            )
            and not predicate.verb.copula
        ):
            continue
        people = _people(reading, predicate)
        sure = certainty(reading, predicate) if people else None
        if sure:
            for person in people:
                yield from _told(reading, predicate, sure, person)
    yield from _beside(reading)


def _people(reading: Reading, predicate: Predicate) -> list[Entity]:
    found = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    return list(dict.fromkeys(found))


def _comeback(reading: Reading, predicate: Predicate) -> Entity | None:
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


def _told(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity
) -> Iterator[Draft]:
    if predicate.has("abandon_race") and _is_race_matter(reading, predicate):
        yield from _out(reading, predicate, sure, person, "abandons")
    elif predicate.has("no_start") and not sure.affirmed and _is_start(reading, predicate):
        out = Certainty(sure.status, affirmed=True)
        yield from _out(reading, predicate, out, person, "misses")
    elif predicate.has("miss_race") and not predicate.verb.passive:
        yield from _missed(reading, predicate, sure, person)
    elif predicate.verb.copula and _phrase(reading, predicate, "out_of"):
        yield from _missed(reading, predicate, sure, person)
    if predicate.has("injure") and not predicate.verb.passive:
        part = broken_part(reading, predicate.at)
        if part:
            yield _text(reading, person, "injury", part, sure, "injury/verb")
    if predicate.has("suffer") or predicate.verb.copula:
        yield from _suffered(reading, predicate, sure, person)
    if predicate.has("return_to"):
        yield from _back(reading, predicate, sure, person)
    if predicate.has("sideline") or _phrase(reading, predicate, "sidelined"):
        yield from _absent(reading, predicate, sure, person)


def _phrase(reading: Reading, predicate: Predicate, concept: str) -> bool:
    """Whether a phrase of the concept stands right behind the verb."""
    near = reading.units[predicate.at + 1 : predicate.at + 4]
    return any(unit.kind is UnitKind.PHRASE and unit.has(concept) for unit in near)


def _is_race_matter(reading: Reading, predicate: Predicate) -> bool:
    """Whether what is left is a race: "leaves the Tour", "a abandonné", no team and no plan."""
    places = clause(reading, predicate)
    ahead = [n for n in places if n < predicate.at + _NEAR]
    if any(reading.entities(n, EntityKind.TEAM) for n in ahead):
        return False
    raced = any(
        reading.entities(n, _RACE) or reading.units[n].has("race") or stage_at(reading, n)
        for n in ahead
    )
    if predicate.verb.lemma in _NOT_OBJECTS:
        return raced and not _is_career(reading)
    objects = [
        reading.units[a.at]
        for a in predicate.arguments
        if a.role == "object" and a.at < predicate.at + 4
    ]
    named = any(u.kind in {UnitKind.NAME, UnitKind.NOUN} for u in objects)
    following = reading.units[predicate.at + 1] if predicate.at + 1 < len(reading.units) else None
    determined = following is not None and following.kind is UnitKind.DETERMINER
    return raced or not (named or determined)


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


def _race(reading: Reading, predicate: Predicate) -> Entity | None:
    """The race behind the verb, the sentence's one, or the one that the article is about."""
    places = clause(reading, predicate)
    behind = race_places(reading, places.start, places.stop)
    if behind:
        return edition(reading, behind[0])
    named = {e.key: e for at in race_places(reading) if (e := edition(reading, at))}
    if len(named) == 1:
        return next(iter(named.values()))
    return reading.discourse.contest.race if not named else None


def _out(
    reading: Reading, predicate: Predicate, sure: Certainty, person: Entity, relation: str
) -> Iterator[Draft]:
    race = _race(reading, predicate)
    if race is None or (not sure.affirmed and sure.status is None):
        return
    places = clause(reading, predicate)
    stage = next((s for n in places if (s := stage_at(reading, n))), None)
    yield Draft(
        person, relation, race, f"{relation}/verb", affirmed=sure.affirmed, status=sure.status,
        qualifiers=kept(stage=stage, reason=_reason(reading, predicate)),
    )  # fmt: skip


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
            yield _text(reading, person, "injury", injury_words(reading, at), sure, "injury/noun")
            return
        if unit.has("illness"):
            yield _text(
                reading, person, "illness", illness_words(reading, at), sure, "illness/noun"
            )
            return


def _is_object(reading: Reading, predicate: Predicate, at: int) -> bool:
    """Whether a noun is what is suffered, not its cause or the place: "after a fracture"."""
    if predicate.verb.copula:
        return role_of(reading, at) == "of" and any(
            u.has("because") for u in reading.units[predicate.at : at]
        )
    return role_of(reading, at) in {"", "of", "from"}


def _text(
    reading: Reading, person: Entity, relation: str, found: str, sure: Certainty, pattern: str
) -> Draft:
    value = Text(found, reading.discourse.language)
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
    """As in "X (fracture de la clavicule)": an injury in brackets behind a name."""
    units = reading.units
    for at, unit in enumerate(units):
        people = reading.entities(at, _PERSON) if unit.kind is UnitKind.NAME else []
        opened = at + 2 < len(units) and units[at + 1].kind is UnitKind.OPEN
        if not people or not opened:
            continue
        inside = next(
            (
                n
                for n in range(at + 2, min(at + 4, len(units)))
                if units[n].has("injury", "illness")
            ),
            None,
        )
        if inside is None or any(u.kind not in _FILLERS for u in units[at + 2 : inside]):
            continue
        relation = "injury" if units[inside].has("injury") else "illness"
        said = (
            injury_words(reading, inside)
            if relation == "injury"
            else illness_words(reading, inside)
        )
        yield _text(reading, people[0], relation, said, Certainty(None), f"{relation}/brackets")
