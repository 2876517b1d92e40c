"""Who retires, when, and how old people are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from facts.extract.discourse import Draft
from facts.extract.events import race_places
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.riders import described_age
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import clause, dates, season_end
from facts.extract.units import UnitKind
from facts.model import DateInterval, Entity, EntityKind, Precision, Quantity, Status

_PERSON = EntityKind.PERSON
_WHEN = frozenset({"to", "by", "in", "at", "on", "of", "from", "after", "for", "starting", ""})
_ANNOUNCED = {Status.DONE: Status.PLANNED, Status.UNDER_WAY: Status.PLANNED}


def careers(reading: Reading) -> Iterator[Draft]:
    """As in "X prendra sa retraite fin 2023", "X, 34, will retire at the end of the season"."""
    yield from _ages(reading)
    for predicate in reading.predicates:
        if predicate.has("retire") and not _from_a_race(reading, predicate):
            yield from _retires(reading, predicate)
        yield from _last_season(reading, predicate)
        yield from _announced(reading, predicate)


def _ages(reading: Reading) -> Iterator[Draft]:
    for at, unit in enumerate(reading.units):
        people = reading.entities(at, _PERSON) if unit.kind is UnitKind.NAME else []
        age = described_age(reading, at) if people else None
        if people and age:
            yield Draft(people[0], "age", Quantity(Decimal(age), "year"), "age/beside")


def _from_a_race(reading: Reading, predicate: Predicate) -> bool:
    """Whether it is a race that is left: "retired from the Tour on stage 5"."""
    places = clause(reading, predicate)
    staged = any(reading.units[n].has("stage", "race") for n in places)
    return staged or bool(race_places(reading, places.start, min(places.start + 4, places.stop)))


def _retires(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    sure = certainty(reading, predicate)
    when = _when(reading, clause(reading, predicate)) or _when(reading, range(predicate.at))
    people = _people(reading, predicate)
    if sure is None or when is None or len(people) != 1:
        return
    yield _draft(people[0], when, sure, "retires/verb")


def _draft(person: Entity, when: DateInterval, sure: Certainty, pattern: str) -> Draft:
    return Draft(person, "retires", when, pattern, affirmed=sure.affirmed, status=sure.status)


def _when(reading: Reading, places: range) -> DateInterval | None:
    found = next((d for role, d in dates(reading, places) if role in _WHEN), None)
    return season_end(reading, places) or found


def _season(reading: Reading, places: range) -> DateInterval | None:
    found = (d for _, d in dates(reading, places) if d.precision is Precision.YEAR)
    return next(found, None) or season_end(reading, places)


def _people(reading: Reading, predicate: Predicate) -> list[Entity]:
    found = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    return list(dict.fromkeys(found))


def _last_season(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "X a annoncé que 2023 serait sa dernière saison"."""
    near = range(predicate.at + 1, min(predicate.at + 4, len(reading.units)))
    last = any(reading.units[n].has("season_last") for n in near) or _is_final(reading, predicate)
    if not predicate.verb.copula or not last:
        return
    final = _is_final(reading, predicate)  # whose "last season" is no date
    behind = range(predicate.at, predicate.at) if final else clause(reading, predicate)
    when = _season(reading, range(predicate.at)) or _season(reading, behind)
    before = {e.key: e for n in range(predicate.at) for e in reading.entities(n, _PERSON)}
    if when and len(before) == 1 and predicate.verb.affirmed:
        status = Status.DONE if predicate.verb.status is Status.DONE else Status.PLANNED
        person = next(iter(before.values()))
        yield Draft(person, "retires", when, "retires/last-season", status=status)


def _is_final(reading: Reading, predicate: Predicate) -> bool:
    """As in "would be *her last season*", which the values read as a date."""
    end = reading.units[predicate.at].end
    words = tuple(token.norm for token in reading.tokens[end : end + 3])
    final = len(words) > 2 and words[0] in {"his", "her"} and words[1] in {"last", "final"}  # noqa: PLR2004
    return final and words[2] in {"season", "year"}


def _announced(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "X announced his retirement at the end of 2025"."""
    if not predicate.has("say", "decide", "plan"):
        return
    places = clause(reading, predicate)
    noun = next((n for n in places if reading.units[n].has("retirement")), None)
    if noun is None or reading.units[noun].determiner != "possessive":
        return
    behind = range(noun + 1, places.stop)
    when = _when(reading, behind)
    sure, people = certainty(reading, predicate), _people(reading, predicate)
    if sure and when and len(people) == 1 and sure.affirmed:
        status = _ANNOUNCED.get(sure.status, sure.status) if sure.status else Status.PLANNED
        yield Draft(people[0], "retires", when, "retires/announced", status=status)
