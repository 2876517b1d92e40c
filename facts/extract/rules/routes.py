"""Routes: how many stages, from where to where, how far, how high."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from facts.extract.discourse import Draft
from facts.extract.events import edition, is_staged, race_places, stage_at
from facts.extract.places import place, route_between
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.units import Unit, UnitKind
from facts.model import DateInterval, Entity, Precision, Quantity, Status, Value

_FEWEST, _MOST = 2, 30
_WHOLE = 300
_ONE_DAY = range(20, 330)
_NOT_LENGTH = frozenset(
    "to from left remaining before avant du de restants restant go out later plus tard arrivee "
    "ligne line sommet top finish but".split()
)
_CLIMBS = frozenset("col cote cime mont mur alto passo port puy montee muro monte lacets".split())
_CLIMBING = frozenset(
    "climb climbs climbing ascension ascensions gravir gravira grimper franchir franchira over via "
    "monter cols".split()
)
_NUMBERS = {"two": 2, "deux": 2, "three": 3, "trois": 3}
_REST = re.compile(r"\b(\d|two|deux|three|trois) (?:rest days|jours de repos|journees de repos)\b")


def routes(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of a race's or a stage's road."""
    race = _race(reading)
    if race is None:
        return
    stage = _stage(reading)
    yield from _lengths(reading, race, stage)
    if stage:
        yield from _of_stage(reading, race, stage)
    else:
        yield from _counts(reading, race)
        yield from _ends(reading, race)
    yield from _rest_days(reading, race)


def _race(reading: Reading) -> Entity | None:
    """The one race of the sentence, else the article's."""
    named = [race for at in race_places(reading) if (race := edition(reading, at))]
    if len({race.key for race in named}) > 1:
        return None
    return named[0] if named else reading.discourse.contest.race


def _stage(reading: Reading) -> Quantity | None:
    """The one stage that the sentence numbers."""
    found = {s.number: s for at in range(len(reading.units)) if (s := stage_at(reading, at))}
    return next(iter(found.values())) if len(found) == 1 else None


def _numbers(reading: Reading) -> int:
    return len({s.number for at in range(len(reading.units)) if (s := stage_at(reading, at))})


def _about_road(reading: Reading) -> bool:
    """Whether the sentence is about a race: by its subject, or by a noun for the road."""
    for predicate in reading.predicates:
        for at in predicate.subjects:
            unit = reading.units[at]
            if at in set(race_places(reading)) or unit.has("race", "route") or unit.word == "it":
                return True
    return any(unit.has("route") for unit in reading.units)


def _counts(reading: Reading, race: Entity) -> Iterator[Draft]:
    units = reading.units
    total = _total(reading)
    for at in range(len(units)):
        count = reading.quantity(at, "stage")
        if count is None or not _FEWEST <= count.number <= _MOST or _numbers(reading):
            continue
        governor = next((p for p in reading.predicates if at in {a.at for a in p.arguments}), None)
        holds = (
            governor is not None
            and governor.has("contain", "comprise")
            and governor.verb.affirmed
            and _about_road(reading)
        )
        if holds or total:
            yield Draft(race, "stage_count", count, "stages/count", status=_status(governor))
    if total and (
        _about_road(reading) or any(reading.quantity(n, "stage") for n in range(len(units)))
    ):
        yield Draft(race, "distance", total, "distance/whole")


def _status(predicate: Predicate | None) -> Status | None:
    if predicate is None or predicate.verb.passive:
        return None
    return predicate.verb.status


def _total(reading: Reading) -> Quantity | None:
    """The length of the whole race, where the sentence tells one that no stage could have."""
    found = [
        distance
        for at in range(len(reading.units))
        if (distance := reading.quantity(at, "km")) and distance.number >= _WHOLE
    ]
    return found[0] if len(found) == 1 else None


def _lengths(reading: Reading, race: Entity, stage: Quantity | None) -> Iterator[Draft]:
    """As in "longue de 182 km", "the 186-kilometre course", "Stage 14: A - B, 193 km"."""
    units = reading.units
    found = [at for at in range(len(units)) if _is_length(reading, at)]
    trial = [u for u in units if u.has("time_trial")]
    climbs = [u.value.value for u in units if u.value and u.value.kind == "climb"]
    if len(found) == 1 and (distance := reading.quantity(found[0], "km")):
        if trial and trial[0].plural and not stage:
            yield Draft(race, "time_trial_distance", distance, "distance/time-trials")
        elif stage and (reading.sentence.heading or _measures(reading, found[0])):
            yield Draft(
                race, "distance", distance, "distance/stage", qualifiers=(("stage", stage),)
            )
        elif not stage and not trial and _is_whole_race(reading, found[0]):
            yield Draft(race, "distance", distance, "distance/race")
    if len(climbs) == 1 and isinstance(climbs[0], Quantity):
        qualifiers: tuple[tuple[str, Value], ...] = (("stage", stage),) if stage else ()
        if stage or _about_road(reading):
            yield Draft(race, "climbing", climbs[0], "climbing/metres", qualifiers=qualifiers)


def _is_length(reading: Reading, at: int) -> bool:
    distance = reading.quantity(at, "km")
    if distance is None or int(distance.number) not in range(3, _WHOLE):
        return False
    end = reading.units[at].end
    behind = [token.fold for token in reading.tokens[end : end + 2]]
    start = reading.units[at].start
    before = [token.fold for token in reading.tokens[max(start - 2, 0) : start]]
    if {"derniers", "last", "final", "premiers", "first", "a", "after", "with"} & set(before[-1:]):
        return False
    named = len(behind) > 1 and reading.tokens[end + 1].is_capital
    if behind[:1] in (["de"], ["from"]) and named:
        return True  # "34 km de Monaco à Nice"; "à 34 km de Nice" was sorted out above
    return not behind or behind[0] not in _NOT_LENGTH


def _measures(reading: Reading, at: int) -> bool:
    """Whether the words before a distance make it a length, or a noun for the road has it."""
    unit = reading.units[at]
    before = [token.fold for token in reading.tokens[max(unit.start - 4, 0) : unit.start]]
    behind = [token.fold for token in reading.tokens[unit.end : unit.end + 3]]
    words = {
        "long",
        "longue",
        "distance",
        "over",
        "sur",
        "runs",
        "covers",
        "covering",
        "couvrant",
        "parcours",
        "individuel",
    }
    return bool(words & set(before)) or bool(
        {"long", "course", "stage", "route", "race", "etape"} & set(behind[:2])
    )


def _is_whole_race(reading: Reading, at: int) -> bool:
    """Whether a distance is that of a race of a day, which the article is about."""
    race = _race(reading)
    distance = reading.quantity(at, "km")
    if race is None or distance is None or is_staged(reading, race):
        return False
    if int(distance.number) not in _ONE_DAY or not _measures(reading, at):
        return False
    return _about_road(reading) or any(u.has("race", "route") for u in reading.units)


def _of_stage(reading: Reading, race: Entity, stage: Quantity) -> Iterator[Draft]:
    """The places and climbs of the one stage that the sentence numbers."""
    qualifiers: tuple[tuple[str, Value], ...] = (("stage", stage),)
    several = any(unit.has("stage") and unit.plural for unit in reading.units)
    ends = None if several else route_between(reading)
    if ends:
        for relation, where in zip(("start_place", "finish_place"), ends, strict=True):
            yield Draft(race, relation, where, f"{relation}/route", qualifiers=qualifiers)
    else:
        for at, unit in enumerate(reading.units):
            starts = (
                unit.kind is UnitKind.VERB
                and unit.has("leave")
                and unit.verb
                and unit.verb.participle
            )
            if starts and stage_at(reading, at - 1):
                found = next(
                    (
                        p
                        for n in range(at + 1, min(at + 4, len(reading.units)))
                        if (p := place(reading, n))
                    ),
                    None,
                )
                if found:
                    yield Draft(
                        race, "start_place", found, "start_place/left", qualifiers=qualifiers
                    )
    dates = [d for at in range(len(reading.units)) if (d := reading.date(at))]
    if reading.sentence.heading and len(dates) == 1 and dates[0].precision is Precision.DAY:
        yield Draft(race, "dates", in_year(dates[0], race), "dates/stage", qualifiers=qualifiers)
    words = {token.fold for token in reading.tokens}
    if words & _CLIMBING:
        for at, unit in enumerate(reading.units):
            found = place(reading, at) if _is_climb(reading, unit) else None
            if found and (ends is None or found not in ends):
                yield Draft(race, "climb", found, "climb/named", qualifiers=qualifiers)


def _is_climb(reading: Reading, unit: Unit) -> bool:
    return unit.kind is UnitKind.NAME and reading.tokens[unit.start].fold in _CLIMBS


def in_year(dates: DateInterval, race: Entity) -> DateInterval:
    """Dates written without a year, in the year of the race's edition."""
    year = race.key.split("/")[-1]
    if dates.year_written or not year.isdigit() or not dates.start or not dates.end:
        return dates
    shift = int(year) - dates.start.year
    if (2, 29) in {(d.month, d.day) for d in (dates.start, dates.end)}:
        return dates
    return replace(
        dates,
        start=dates.start.replace(year=dates.start.year + shift),
        end=dates.end.replace(year=dates.end.year + shift),
    )


def _ends(reading: Reading, race: Entity) -> Iterator[Draft]:
    """Where and when a whole race begins and ends."""
    days: dict[str, DateInterval] = {}
    for predicate in reading.predicates:
        relation = _end_of(reading, predicate)
        if relation is None or not predicate.verb.affirmed:
            continue
        where, when = _where_when(reading, predicate)
        if when:
            days[relation] = when
        if where:
            yield Draft(race, relation, where, f"{relation}/verb", status=_status(predicate))
    start, end = days.get("start_place"), days.get("finish_place")
    if start and end and start.start and end.end and start.start < end.end:
        whole = in_year(replace(start, end=end.end), race)
        yield Draft(race, "dates", whole, "dates/ends", status=None)
    yield from _grand_depart(reading, race)


def _end_of(reading: Reading, predicate: Predicate) -> str | None:
    """Which end of a race a verb tells of, where its subject is one."""
    told = predicate.verb.finite and predicate.verb.status is not Status.POSSIBLE
    subject = any(
        at in set(race_places(reading))
        or reading.units[at].has("race")
        or reading.units[at].word == "it"
        for at in predicate.subjects
    )
    if not subject or not (told or predicate.verb.passive):
        return None
    if any(reading.units[at].has("stage") for at in predicate.subjects):
        return None
    if predicate.has("start", "leave"):
        return "start_place"
    return "finish_place" if predicate.has("end") else None


def _where_when(
    reading: Reading, predicate: Predicate
) -> tuple[Entity | None, DateInterval | None]:
    where: Entity | None = None
    when: DateInterval | None = None
    for argument in predicate.arguments:
        dates = reading.date(argument.at)
        found = place(reading, argument.at) if not _is_near(reading, argument.at) else None
        direct = argument.role == "object" and predicate.has("leave")
        if (
            found
            and where is None
            and (argument.role in {"in", "to", "at", "from", "of"} or direct)
        ):
            where = found
        if dates and dates.precision is Precision.DAY and dates.start == dates.end and when is None:
            when = dates
    return where, when


def _is_near(reading: Reading, at: int) -> bool:
    """As in "hors de Paris", "outside Paris": not there."""
    start = reading.units[at].start
    before = {token.fold for token in reading.tokens[max(start - 3, 0) : start]}
    return bool(before & {"hors", "outside", "near", "pres", "loin", "around", "autour", "not"})


def _grand_depart(reading: Reading, race: Entity) -> Iterator[Draft]:
    """As in "le Grand Départ à Lille", "the Grand Départ will take place in Lille"."""
    units = reading.units
    for at, unit in enumerate(units):
        words = [token.fold for token in reading.tokens[unit.start : unit.end]]
        if words != ["grand", "depart"]:
            continue
        for behind in range(at + 1, min(at + 9, len(units))):
            verb = units[behind].verb
            if verb and (not verb.affirmed or verb.status is Status.POSSIBLE):
                break
            led = units[behind - 1].kind is UnitKind.PREPOSITION and units[behind - 1].word in {
                "in",
                "to",
                "at",
                "from",
            }
            found = place(reading, behind) if led else None
            if found:
                yield Draft(race, "start_place", found, "start_place/grand-depart")
                break
            if units[behind].kind in {UnitKind.COMMA, UnitKind.SEMICOLON, UnitKind.QUOTATION}:
                break


def _rest_days(reading: Reading, race: Entity) -> Iterator[Draft]:
    """As in "two rest days, in A on 8 July and in B on 15 July"."""
    text = " ".join(token.fold for token in reading.tokens)
    count = _REST.search(text)
    if count:
        number = _NUMBERS.get(count[1]) or int(count[1])
        yield Draft(race, "rest_day_count", Quantity(Decimal(number), "day"), "rest-days/count")
    first = next((at for at, u in enumerate(reading.units) if u.has("rest_day")), None)
    if first is None and not count:
        return
    for at in range(first or 0, len(reading.units)):
        dates = reading.date(at)
        if dates is None or dates.precision is not Precision.DAY or dates.start != dates.end:
            continue
        near = [p for n in range(max(at - 3, 0), at) if (p := place(reading, n))]
        qualifiers: tuple[tuple[str, Value], ...] = (("place", near[-1]),) if near else ()
        yield Draft(race, "rest_day", in_year(dates, race), "rest-days/date", qualifiers=qualifiers)
