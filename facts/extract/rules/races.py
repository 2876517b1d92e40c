"""Races: their dates, and who organises, broadcasts and produces them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.routes import in_year
from facts.extract.rules.trust import weighed
from facts.extract.units import Unit, UnitKind
from facts.model import DateInterval, Entity, EntityKind, Precision

_ROLES = {
    "organiser": "organiser",
    "role_broadcaster": "broadcaster",
    "role_producer": "producer",
}
_HELD = frozenset("couru courue disputé disputée organisé organisée held run contested".split())
_BETWEEN = frozenset({UnitKind.COMMA, UnitKind.CONJUNCTION, UnitKind.DETERMINER})
# Verbs that may bring dates of their own: when something is filmed or shown.
_OWN_DATES = ("film", "tell", "broadcast", "release", "produce")
_VERBS = {"organise": "organiser", "broadcast": "broadcaster"}


def races(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of a race itself."""
    yield from _dates_in_brackets(reading)
    yield from _dates_in_list(reading)
    for predicate in reading.predicates:
        yield from weighed(reading, predicate.at, _dates_of_verb(reading, predicate))
        yield from weighed(reading, predicate.at, _roles_of_verb(reading, predicate))
    yield from _roles_of_nouns(reading)


def edition(race: Entity, dates: DateInterval) -> Entity:
    """The race in the year of these dates."""
    day = dates.start or dates.end
    if day is None or len(race.key.split("/")) > 2:  # noqa: PLR2004
        return race
    return replace(race, key=f"{race.key}/{day.year}", name=f"{race.name} {day.year}")


def _agrees(race: Entity, dates: DateInterval) -> bool:
    parts = race.key.split("/")
    day = dates.start or dates.end
    return len(parts) < 3 or (day is not None and parts[2] == str(day.year))  # noqa: PLR2004


def _dates_in_brackets(reading: Reading) -> Iterator[Draft]:
    """As in "Tour de France 2022 (1er-24 juillet)", or the same set off by a comma."""
    units = reading.units
    for at in range(len(units) - 2):
        if units[at + 1].kind not in {UnitKind.OPEN, UnitKind.COMMA}:
            continue
        place = _range_behind(reading, at + 1)
        after = place + 1
        closed = after >= len(units) or units[after].kind in {UnitKind.CLOSE, UnitKind.COMMA}
        ends = closed or units[after].word in {".", "!", "?"}
        if place and ends:
            yield from _dated(reading, at, place)


def _range_behind(reading: Reading, at: int) -> int:
    """Where days from one to another stand right behind a unit, past "from" and "held"; else 0."""
    units = reading.units
    place = at + 1
    if place < len(units) and reading.tokens[units[place].start].norm in _HELD:
        place += 1
    if place < len(units) and units[place].kind is UnitKind.PREPOSITION:
        place += 1
    dates = reading.date(place) if place < len(units) else None
    several = dates and dates.precision is Precision.DAY and dates.start != dates.end
    return place if several else 0


def _dated(reading: Reading, at: int, place: int) -> Iterator[Draft]:
    dates = reading.date(place)
    for race in reading.entities(at, EntityKind.RACE):
        own = in_year(dates, race) if dates else None
        if own and _agrees(race, own) and not _is_year_unclear(reading, race, own):
            yield Draft(edition(race, own), "dates", own, "race/dates-beside")


def _is_year_unclear(reading: Reading, race: Entity, dates: DateInterval) -> bool:
    """Whether days without a year stand beside others with one: "... to 17 May and ... 2024"."""
    if dates.year_written or len(race.key.split("/")) > 2:  # noqa: PLR2004
        return False
    others = (reading.date(at) for at in range(len(reading.units)))
    return any(d and d.year_written and d.precision is Precision.DAY for d in others)


def _dates_in_list(reading: Reading) -> Iterator[Draft]:
    """As in "le Giro du 4 au 26 mai et le Tour du 29 juin au 21 juillet": each its own.

    Of one race alone the days may be those of the verb: "films the Giro from 4 to 10 May".
    """
    if any(p.has(*_OWN_DATES) for p in reading.predicates):
        return
    races_named = [at for at in range(len(reading.units)) if reading.entities(at, EntityKind.RACE)]
    places = [_range_behind(reading, at) for at in races_named]
    if len(places) > 1 and all(places):
        for at, place in zip(races_named, places, strict=True):
            yield from _dated(reading, at, place)


def _dates_of_verb(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "Le Tour se déroule du 1er au 24 juillet"."""
    takes_place = predicate.has("happen") or _is_copula_with_range(reading, predicate)
    if not takes_place or not predicate.verb.affirmed:
        return
    races_named = [e for at in predicate.subjects for e in reading.entities(at, EntityKind.RACE)]
    for argument in predicate.arguments:
        if reading.entities(argument.at, EntityKind.RACE):
            return  # "the Giro runs from X to Y and *the Tour* from": the next race's
        dates = reading.date(argument.at)
        if dates and dates.precision is Precision.DAY:
            for race in races_named:
                if _agrees(race, dates) and not _is_year_unclear(reading, race, dates):
                    status = predicate.verb.status
                    yield Draft(
                        edition(race, dates), "dates", dates, "race/dates-verb", status=status
                    )
            return


def _is_copula_with_range(reading: Reading, predicate: Predicate) -> bool:
    first = predicate.arguments[0] if predicate.arguments else None
    dates = reading.date(first.at) if first else None
    return predicate.verb.copula and dates is not None and dates.start != dates.end


def _roles_of_verb(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "ASO organise le Tour", "le Tour est diffusé par France Télévisions"."""
    for concept, relation in _VERBS.items():
        if not predicate.has(concept) or not predicate.verb.affirmed:
            continue
        for organisation in _doers(reading, predicate):
            for race in reading.undergoers(predicate, EntityKind.RACE)[:1]:
                status = predicate.verb.status
                yield Draft(race, relation, organisation, f"race/{relation}-verb", status=status)


def _doers(reading: Reading, predicate: Predicate) -> list[Entity]:
    """Who does it; of a passive verb, only those listed right behind the first "by"."""
    if not predicate.verb.passive:
        return reading.subjects(predicate, EntityKind.ORGANISATION)
    places: list[int] = []
    for argument in predicate.arguments:
        between = reading.units[places[-1] + 1 : argument.at] if places else ()
        if argument.role != "by" or not all(unit.kind in _BETWEEN for unit in between):
            if places:
                break
            continue
        places.append(argument.at)
    return [e for at in places for e in reading.entities(at, EntityKind.ORGANISATION)]


def _roles_of_nouns(reading: Reading) -> Iterator[Draft]:
    """As in "ASO, organisateur du Tour", "the race organiser ASO"."""
    for at, unit in enumerate(reading.units):
        relations = [relation for concept, relation in _ROLES.items() if unit.has(concept)]
        if unit.kind is not UnitKind.NOUN or not relations:
            continue
        holder = _holder(reading, at)
        race = _race_of(reading, at)
        if holder:
            roles = reading.discourse.roles.setdefault(holder.key, [])
            roles.extend(r for r in relations if r not in roles)
        if holder and race:
            for relation in relations:
                draft = Draft(race, relation, holder, "race/role-noun")
                yield from weighed(reading, at, [draft])


def _holder(reading: Reading, at: int) -> Entity | None:
    """Who has the role: the name that the noun is set beside, or that stands right behind it."""
    found = reading.entities(at, EntityKind.ORGANISATION)
    if found:
        return found[0]
    if at + 1 < len(reading.units):
        behind = reading.entities(at + 1, EntityKind.ORGANISATION)
        if behind:
            return behind[0]
    first = at
    while first > 1 and (
        _is_role(reading.units[first - 1])
        or reading.units[first - 1].kind in {UnitKind.CONJUNCTION, UnitKind.DETERMINER}
    ):
        first -= 1
    name = reading.name_before_comma(first)
    if name is None:
        return None
    return next(iter(reading.entities(name, EntityKind.ORGANISATION)), None)


def _race_of(reading: Reading, at: int) -> Entity | None:
    """Which race the role is in: "of" the race behind it, or the race named right before it."""
    units = reading.units
    position = at + 1
    while position < len(units) and (
        units[position].kind in {UnitKind.CONJUNCTION, UnitKind.WORD, UnitKind.DETERMINER}
        or (units[position].kind is UnitKind.NOUN and _is_role(units[position]))
        or (units[position].kind is UnitKind.PREPOSITION and units[position].word == "of")
    ):
        position += 1
    behind = reading.entities(position, EntityKind.RACE) if position < len(units) else []
    if behind and units[position - 1].kind is not UnitKind.CONJUNCTION:
        return behind[0]
    return next(iter(reading.entities(at - 1, EntityKind.RACE)), None) if at else None


def _is_role(unit: Unit) -> bool:
    return unit.has(*_ROLES)
