"""Who rides for whom: signings, departures, extensions, contracts and what they are worth."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.belongings import belongings
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.contracts import contracts, ends, is_signed_again
from facts.extract.rules.parties import (
    WITH,
    first_team,
    is_extension,
    named_rider,
    riders,
    taken_riders,
    teams,
)  # fmt: skip
from facts.extract.rules.terms import clause, kept, length, season_end, start, until
from facts.model import Entity, EntityKind, Language, Status

_PERSON, _TEAM = EntityKind.PERSON, EntityKind.TEAM
_TO = frozenset({"to", "at", "for"})
_MOVES = ("join", "sign", "move", "leave_team", "recruit", "ride_for", "wear", "end_contract")
_NEAR = 3
_TALKS = frozenset({"with", "to", "of", "at"})


def transfers(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of teams that riders come to, leave, or stay with."""
    yield from belongings(reading)
    for predicate in reading.predicates:
        if not predicate.verb.copula and not predicate.has("say", "decide", *_MOVES):
            continue
        sure = certainty(reading, predicate)
        if sure:
            yield from _told(reading, predicate, sure)
    yield from contracts(reading)


def _told(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    people = riders(reading, predicate)
    moves = predicate.has(*_MOVES) and not is_signed_again(reading, predicate)
    if moves and people and not predicate.verb.passive:
        yield from _moved(reading, predicate, sure, people)
    elif moves and predicate.has("recruit"):
        yield from _recruited(reading, predicate, sure)
    elif predicate.verb.copula and len(people) == 1 and sure.affirmed:
        yield from _in_talks(reading, predicate, people[0])
    if predicate.has("say", "decide") and sure.affirmed:
        yield from _announced(reading, predicate, sure, people)


def _in_talks(reading: Reading, predicate: Predicate, person: Entity) -> Iterator[Draft]:
    """As in "X is in talks with Y", "X est pressenti chez Y"."""
    near = range(predicate.at + 1, min(predicate.at + 6, len(reading.units)))
    cue = next((n for n in near if reading.units[n].has("rumour")), None)
    behind = teams(reading, predicate, _TALKS | {""})
    goals = [n for n in behind if cue is not None and 0 < n - cue <= _NEAR]
    team = first_team(reading, goals)
    if team and not any(p.has("leave_team", "join") for p in reading.predicates):
        yield Draft(person, "joins", team, "joins/talks", status=Status.POSSIBLE)


def _announced(
    reading: Reading, predicate: Predicate, sure: Certainty, people: list[Entity]
) -> Iterator[Draft]:
    """As in "Y announced the signing of X", "Y a officialisé le départ de X"."""
    agents = [e for at in predicate.subjects for e in reading.entities(at, _TEAM)]
    places = clause(reading, predicate)
    noun = next((n for n in places if reading.units[n].has("arrival", "departure")), None)
    if noun is None or len(agents) != 1 or people:
        return
    moving = named_rider(reading, range(noun + 1, places.stop))
    if not moving or any(reading.units[n].has("race", "stage") for n in places):
        return
    behind = range(noun + 1, places.stop)
    season = start(reading, behind)
    status = (
        Status.POSSIBLE if sure.status is Status.POSSIBLE else _dated(reading, sure.status, season)
    )
    leaves = reading.units[noun].has("departure")
    terms = kept(
        start=season, until=until(reading, behind), duration=length(reading, behind, "for"),
    )  # fmt: skip
    for person in moving:
        relation = "leaves" if leaves else "joins"
        yield Draft(
            person, relation, agents[0], f"{relation}/announced", status=status,
            qualifiers=terms if not leaves else (),
        )  # fmt: skip
        if not leaves:
            yield from ends(person, terms, agents[0], status, "contract/announced")


def _moved(
    reading: Reading, predicate: Predicate, sure: Certainty, people: list[Entity]
) -> Iterator[Draft]:
    """As in "X rejoint Y", "X signs for Y until 2027", "X quitte Y pour Z", "X passe de Y à Z"."""
    places = clause(reading, predicate)
    left, joined = _ways(reading, predicate, affirmed=sure.affirmed)
    season = start(reading, places)
    terms = kept(
        start=season, until=until(reading, places), duration=length(reading, places, "for"),
    )  # fmt: skip
    status = _dated(reading, sure.status, season)
    signed = predicate.has("sign") and any(reading.units[n].has("contract") for n in places)
    if signed and not joined and not left and sure.affirmed:
        for person in people:
            yield from ends(person, terms, None, status, "contract/signed")
    for person in people:
        if joined and joined.key != (left.key if left else ""):
            yield Draft(
                person, "joins", joined, "joins/verb", affirmed=sure.affirmed, status=status,
                qualifiers=(*kept(from_=left), *terms),
            )  # fmt: skip
            if sure.affirmed:
                yield from ends(person, terms, joined, status, "contract/joins")
        stops = predicate.has("ride_for", "wear") and not sure.affirmed
        if left and stops:
            yield Draft(person, "leaves", left, "leaves/no-more", status=status)
        elif left and (predicate.has("leave_team", "end_contract") or joined):
            when = season_end(reading, places) or (season if not joined else None)
            yield Draft(
                person, "leaves", left, "leaves/verb", affirmed=sure.affirmed, status=status,
                qualifiers=kept(start=when, to=joined),
            )  # fmt: skip


def _dated(reading: Reading, status: Status | None, season: object) -> Status | None:
    """A move said as done or under way that begins in a later year is to come."""
    first = getattr(season, "start", None)
    year = reading.discourse.season
    later = first is not None and year is not None and first.year > year
    return Status.PLANNED if later and status in {Status.DONE, Status.UNDER_WAY, None} else status


def _ways(
    reading: Reading, predicate: Predicate, *, affirmed: bool
) -> tuple[Entity | None, Entity | None]:
    """The team that is left and the one that is joined."""
    objects = first_team(reading, teams(reading, predicate, frozenset({""})))
    sources = first_team(reading, teams(reading, predicate, frozenset({"from", "of"})))
    goals = first_team(reading, teams(reading, predicate, _TO))
    hosts = first_team(reading, teams(reading, predicate, WITH))
    ways: tuple[Entity | None, Entity | None] = (None, None)
    if predicate.has("leave_team"):
        ways = objects or hosts, goals if objects else None
    elif predicate.has("end_contract"):
        ended = any(reading.units[n].has("contract") for n in clause(reading, predicate))
        ways = (hosts or sources) if ended else None, None
    elif predicate.has("join"):
        french = reading.discourse.language is Language.FR
        ways = sources, objects or (goals if french else None)
    elif jersey := _jersey(reading, predicate):
        ways = _by_jersey(reading, predicate, jersey, affirmed=affirmed)
    elif predicate.has("sign"):
        ways = (None, None) if is_extension(reading, predicate) else (sources, hosts)
    elif predicate.has("move") and _is_move(reading, predicate):
        ways = sources, goals
    return ways


def _by_jersey(
    reading: Reading, predicate: Predicate, jersey: Entity, *, affirmed: bool
) -> tuple[Entity | None, Entity | None]:
    """A jersey to come is a team that is joined; one no more worn is a team that is left."""
    if not affirmed:
        return (jersey, None) if _no_more(reading, predicate) else (None, None)
    to_come = predicate.verb.status in {Status.PLANNED, Status.POSSIBLE}
    return None, jersey if to_come else None


def _no_more(reading: Reading, predicate: Predicate) -> bool:
    """Whether what is denied has been so far: "ne courra *plus*", "no longer rides"."""
    end = reading.units[predicate.at].end
    first = reading.units[predicate.at].start
    near = {token.norm for token in reading.tokens[max(first - 1, 0) : end + 2]}
    return bool(near & {"plus", "longer"})


def _is_move(reading: Reading, predicate: Predicate) -> bool:
    """Whether going somewhere is a change of team: its place is a team behind "to" or "chez"."""
    return not any(reading.units[n].has("race", "stage") for n in clause(reading, predicate))


def _jersey(reading: Reading, predicate: Predicate) -> Entity | None:
    """The team whose jersey is worn: "portera le maillot de Y"."""
    places = clause(reading, predicate)
    if not predicate.has("wear") and not predicate.has("ride_for"):
        return None
    shirts = [n for n in places if reading.units[n].has("jersey")]
    if predicate.has("ride_for"):
        return first_team(reading, teams(reading, predicate, frozenset({"for", "of"})))
    if not shirts:
        return None
    behind = [n for n in teams(reading, predicate, frozenset({"of"})) if 0 < n - shirts[0] <= 4]  # noqa: PLR2004
    return first_team(reading, behind)


def _recruited(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    """As in "Y recrute X", "X has been signed by Y", "Y a fait venir de Z X"."""
    places = clause(reading, predicate)
    agents = reading.subjects(predicate, _TEAM)
    people = taken_riders(reading, predicate)
    if len(agents) != 1 or not people or is_extension(reading, predicate):
        return
    left = first_team(reading, teams(reading, predicate, frozenset({"from", "of"})))
    season = start(reading, places)
    terms = kept(
        from_=left, start=season, until=until(reading, places),
        duration=length(reading, places, "for"),
    )  # fmt: skip
    status = _dated(reading, sure.status, season)
    for person in people:
        yield Draft(
            person, "joins", agents[0], "joins/recruited", affirmed=sure.affirmed, status=status,
            qualifiers=terms,
        )  # fmt: skip
        if sure.affirmed:
            yield from ends(person, terms, agents[0], status, "contract/recruited")
