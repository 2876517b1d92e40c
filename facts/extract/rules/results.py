"""Who won a race or a stage, ahead of whom, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facts.extract.classes import OVERALL
from facts.extract.contest import Event
from facts.extract.discourse import Draft
from facts.extract.events import edition as edition_at
from facts.extract.events import (
    event_in,
    is_past,
    is_pluperfect,
    note,
    of_women,
    race_places,
)
from facts.extract.predicates import Predicate
from facts.extract.racers import is_certain, racer, team_or_racer
from facts.extract.reading import Reading
from facts.extract.rules.behind import left_behind
from facts.extract.rules.prizes import class_of, tells_a_win
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Status

_REACH = 12
# Words of a sentence about a classification, or about another place than the first.
_RUNNING = ("overall", "whole", "points", "mountains", "youth", "spot")
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_LINKS = frozenset({UnitKind.PREPOSITION, UnitKind.COMMA, UnitKind.COLON, UnitKind.OPEN})
_MANNER = frozenset({"ahead"})


def results(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of winners, and of those right behind them."""
    note(reading)
    told = list(_winners(reading))
    for at, draft in told:
        yield draft
        yield from left_behind(reading, at, draft)
    if not told and is_certain(reading) and not is_past(reading, 0, len(reading.units)):
        yield from _beaten(reading)


def _beaten(reading: Reading) -> Iterator[Draft]:
    """As in "X a devancé au sprint Y et Z", where X is known to have won."""
    contest = reading.discourse.contest
    race = contest.race
    event = Event(race, contest.stage) if race else None
    winner = contest.winners.get(event.key) if event else None
    if event is None or winner is None or any(u.has(*_RUNNING) for u in reading.units):
        return
    for predicate in reading.predicates:
        verb = predicate.verb
        told = verb.affirmed and verb.finite and verb.status in {Status.DONE, Status.UNDER_WAY}
        agents = [p for at in predicate.subjects if (p := racer(reading, at))]
        ahead = predicate.has("beat") or (predicate.has("place") and not predicate.verb.copula)
        if ahead and told and not verb.passive and agents == [winner]:
            draft = Draft(event.race, "winner", winner, "", qualifiers=event.qualifiers)
            mark = predicate.at if predicate.has("beat") else None
            yield from left_behind(reading, predicate.at, draft, mark=mark)
            return


def _winners(reading: Reading) -> Iterator[tuple[int, Draft]]:
    """Each winner with the unit that says so."""
    if is_certain(reading):
        for predicate in reading.predicates:
            for draft in _by_verb(reading, predicate):
                yield predicate.at, draft
    for at, unit in enumerate(reading.units):
        if unit.kind is UnitKind.NOUN and unit.has("winner") and not unit.plural:
            titled = _by_title(reading, at)
            if titled:
                yield at, titled


def _by_verb(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    if not tells_a_win(reading, predicate):
        return
    winner = _agent(reading, predicate)
    event = _event(reading, predicate)
    if winner is None or event is None:
        return
    fitting = _of_winner(reading, event, winner)
    if fitting is None:
        return
    draft = _won(reading, fitting, winner, "winner/verb", affirmed=predicate.verb.affirmed)
    if draft:
        yield draft


def _of_winner(reading: Reading, event: Event, winner: Entity) -> Event | None:
    """The event, in the race of the winner's gender where both are known."""
    entry = reading.discourse.entries.get(winner.key)
    gender = entry.details.get("gender", "") if entry else ""
    if gender == "women":
        race = of_women(reading, event.race)
        return replace(event, race=race) if race else None
    own = reading.discourse.entries.get("/".join(event.race.key.split("/")[:2]))
    of_race = own.details.get("gender", "") if own else ""
    return None if gender == "men" and of_race == "women" else event


def _won(
    reading: Reading, event: Event, winner: Entity, pattern: str, *, affirmed: bool = True
) -> Draft | None:
    """The draft, unless the article already gave the event to somebody else."""
    winners = reading.discourse.contest.winners
    if affirmed and winners.setdefault(event.key, winner).key != winner.key:
        return None
    if not affirmed and winners.get(event.key) == winner:
        return None
    told = affirmed and event.stage and event.race == reading.discourse.contest.race
    if told and pattern == "winner/verb" and not is_past(reading, 0, len(reading.units)):
        reading.discourse.contest.stage = event.stage
    return Draft(
        event.race, "winner", winner, pattern,
        affirmed=affirmed, status=Status.DONE, qualifiers=event.qualifiers,
    )  # fmt: skip


def _agent(reading: Reading, predicate: Predicate) -> Entity | None:
    """Who won: the one person (or team) that is the verb's subject, or its agent."""
    if predicate.verb.passive:
        places: tuple[int, ...] = tuple(a.at for a in predicate.arguments if a.role == "by")
        places = tuple(p for p in places if reading.units[p].kind is not UnitKind.VALUE)[:1]
    else:
        places = predicate.subjects
    found = [entity for at in places if (entity := team_or_racer(reading, at))]
    return found[0] if found else None


def _event(reading: Reading, predicate: Predicate) -> Event | None:
    """The event that the clause names, before or behind its verb."""
    units = reading.units
    past = is_pluperfect(reading, units[predicate.at])
    places = [*_lead(reading, predicate), *_tail(reading, predicate)]
    named = any(at in set(race_places(reading)) for at in places)
    event = _class_event(reading, places) or event_in(reading, places)
    if event and (past or is_past(reading, 0, len(units))):
        contest = reading.discourse.contest
        if event.race == contest.race and not named:
            return None
        if event.stage is contest.stage and contest.stage is not None:
            return None
    return event


def _class_event(reading: Reading, places: list[int]) -> Event | None:
    """The classification that is won, where the clause names one of the article's race."""
    kinds = [kind for at in places if (kind := class_of(reading, at))]
    race = reading.discourse.contest.race
    if not kinds or race is None:
        return None
    named = [edition_at(reading, at) for at in places if at in set(race_places(reading))]
    if any(other != race for other in named):
        return None
    return Event(race, None, "" if kinds[0] == OVERALL else kinds[0])


def _lead(reading: Reading, predicate: Predicate) -> list[int]:
    """The units at the sentence's front: "Sur la 11e étape du Tour, ..."."""
    if predicate.verb.passive:
        start = min(predicate.subjects, default=predicate.at)
        return list(range(start, predicate.at))
    first = min(predicate.subjects, default=predicate.at)
    front = reading.units[:first]
    if front and front[0].kind in {UnitKind.PREPOSITION, UnitKind.PHRASE}:
        return list(range(first))
    return []


def _tail(reading: Reading, predicate: Predicate) -> list[int]:
    """The units behind the verb up to those whom it was won against, or the next clause."""
    units = reading.units
    found: list[int] = []
    for at in range(predicate.at + 1, min(len(units), predicate.at + 1 + 2 * _REACH)):
        unit = units[at]
        if unit.kind in {
            UnitKind.RELATIVE,
            UnitKind.SEMICOLON,
            UnitKind.QUOTATION,
            UnitKind.CONTRAST,
        }:
            break
        if (
            unit.kind is UnitKind.VERB
            and unit.verb
            and (unit.verb.finite or not unit.verb.participle)
        ):
            break
        if unit.has("ahead") or (unit.kind is UnitKind.NAME and racer(reading, at)):
            break
        found.append(at)
    return found


def _by_title(reading: Reading, at: int) -> Draft | None:
    """As in "X, vainqueur du Tour 2020", "stage 6 winner X", "Winner: X"."""
    units = reading.units
    person, places = _titled(reading, at)
    if person is None:
        return None
    races = [p for p in places if p in set(race_places(reading))]
    event = event_in(reading, places, titled=True)
    if event is None:
        return None
    if event.stage is None and races:
        year = edition_at(reading, races[0], past=True)
        told = units[races[0]].season or _year_is_told(reading, races[0])
        if year is None or not told:
            return None  # "vainqueur du Tour": nobody knows of which year
    elif event.stage is None and not _labelled(reading, at):
        return None
    return _won(reading, event, person, "winner/title")


def _labelled(reading: Reading, at: int) -> bool:
    """As in "Winner: X"."""
    return at == 0 and len(reading.units) > 1 and reading.units[1].kind is UnitKind.COLON


def _year_is_told(reading: Reading, at: int) -> bool:
    units = reading.units
    for position in range(at + 1, min(at + 4, len(units))):
        dates = reading.date(position)
        if dates and dates.start:
            return True
        if units[position].kind not in {UnitKind.PREPOSITION, UnitKind.DETERMINER, UnitKind.OPEN}:
            return False
    return False


def _titled(reading: Reading, at: int) -> tuple[Entity | None, list[int]]:
    """The person called a winner, and the units that say of what."""
    units = reading.units
    if _former(reading, at):
        return None, []
    before: list[int] = []
    position = at - 1
    while position >= 0 and _describes(reading, position):
        before.append(position)
        position -= 1
    behind = _complement(reading, at)
    after = at + 1
    if after < len(units) and units[after].kind is UnitKind.COLON:
        after += 1
    person = racer(reading, after) if after < len(units) else None
    if person and not behind:
        return person, before
    comma = position >= 1 and units[position].kind is UnitKind.COMMA
    person = _before_comma(reading, position - 1) if comma else None
    return person, [*before, *behind]


def _before_comma(reading: Reading, at: int) -> Entity | None:
    units = reading.units
    if units[at].kind is UnitKind.CLOSE:
        while at > 0 and units[at].kind is not UnitKind.OPEN:
            at -= 1
        at -= 1
    return racer(reading, at) if at >= 0 and units[at].kind is UnitKind.NAME else None


def _former(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    words = {t.fold for t in reading.tokens[max(unit.start - 3, 0) : unit.start]}
    return bool(
        words
        & {
            "former",
            "ancien",
            "ancienne",
            "ex",
            "double",
            "triple",
            "possible",
            "potential",
            "likely",
            "fois",
            "times",
            "time",
            "futur",
            "future",
            "multiple",
            "virtual",
            "deux",
        }
    )


def _describes(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    if unit.kind is UnitKind.VALUE:
        return True
    race = unit.kind is UnitKind.NAME and bool(reading.entities(at, EntityKind.RACE))
    owner = reading.tokens[unit.start].norm == "'s"
    return (
        race
        or unit.has("stage")
        or owner
        or (unit.kind is UnitKind.WORD and unit.word.isalnum())
        or unit.kind is UnitKind.DETERMINER
    )


def _complement(reading: Reading, at: int) -> list[int]:
    """The units of "du Tour 2020", "de la 11e étape du Tour", "of stage 5"."""
    units = reading.units
    found: list[int] = []
    for position in range(at + 1, min(at + _REACH, len(units))):
        unit = units[position]
        race = unit.kind is UnitKind.NAME and reading.entities(position, EntityKind.RACE)
        if not (
            race
            or unit.kind in _FILLERS | {UnitKind.VALUE, UnitKind.PREPOSITION}
            or unit.has("stage", "race")
        ):
            break
        found.append(position)
    return found
