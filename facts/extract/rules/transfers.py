"""Who rides for whom: signings, departures, extensions, contracts and what they are worth."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate, listed
from facts.extract.reading import Reading
from facts.extract.riders import apposed_noun, team_of
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import (
    Qualifiers, clause, kept, length, role_of, season_end, start, until,
)  # fmt: skip
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Money, Status

_PERSON, _TEAM = EntityKind.PERSON, EntityKind.TEAM
_WITH = frozenset({"with", "for", "at", "in", "to", "by"})
_TO = frozenset({"to", "at", "for"})
_PAST_WORDS = frozenset({"ancien", "ancienne", "ex", "former", "futur", "future", "retired"})
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})


def transfers(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of teams that riders come to, leave, or stay with."""
    yield from _belongings(reading)
    for predicate in reading.predicates:
        if not predicate.has("join", "sign", "move", "leave_team", "extend", "stay", "recruit",
                             "ride_for", "wear"):  # fmt: skip
            continue
        sure = certainty(reading, predicate)
        if sure:
            yield from _told(reading, predicate, sure)
    yield from _bound(reading)
    yield from _pay(reading)


def _told(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    people = _agents(reading, predicate)
    if predicate.has("extend", "stay") and (found := list(_extended(reading, predicate, sure))):
        yield from found
    elif people and not predicate.verb.passive:
        yield from _moved(reading, predicate, sure, people)
    elif predicate.has("recruit"):
        yield from _recruited(reading, predicate, sure)


def _agents(reading: Reading, predicate: Predicate) -> list[Entity]:
    """The riders who are the verb's subjects: all of a list, else the nearest."""
    found = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    return list(dict.fromkeys(found))


def _teams(reading: Reading, predicate: Predicate, roles: frozenset[str]) -> list[int]:
    """The places of the teams behind the verb that stand in one of the roles ("": its object)."""
    found = []
    for at in clause(reading, predicate):
        if reading.entities(at, _TEAM) and not _is_beside_person(reading, at):
            role = _team_role(reading, at)
            if role in roles or (role == "of" and "of" in roles):
                found.append(at)
    return found


def _team_role(reading: Reading, at: int) -> str:
    """The small word before a team, nouns for teams passed over: "pour la formation Y"."""
    units = reading.units
    position = at
    while position > 0 and (
        units[position - 1].kind in _FILLERS or units[position - 1].has("team")
    ):
        position -= 1
    return role_of(reading, position) if position else ""


def _is_beside_person(reading: Reading, at: int) -> bool:
    """Whether a team only tells where somebody else rides: "(Y)", "le leader de Y"."""
    units = reading.units
    if at and units[at - 1].kind is UnitKind.OPEN:
        return True
    return (
        any(
            unit.kind in {UnitKind.NAME, UnitKind.NOUN}
            and (reading.entities(n, _PERSON) or unit.has("rider", "position"))
            and (team := team_of(reading, n)) is not None
            and team.key in {e.key for e in reading.entities(at, _TEAM)}
            for n, unit in enumerate(units[max(at - 5, 0) : at + 4], max(at - 5, 0))
        )
        and _team_role(reading, at) in {"of", ""}
        and not _follows_verb(reading, at)
    )


def _follows_verb(reading: Reading, at: int) -> bool:
    position = at - 1
    while position >= 0 and (
        reading.units[position].kind in _FILLERS or reading.units[position].has("team")
    ):
        position -= 1
    return position >= 0 and reading.units[position].kind is UnitKind.VERB


def _moved(
    reading: Reading, predicate: Predicate, sure: Certainty, people: list[Entity]
) -> Iterator[Draft]:
    """As in "X rejoint Y", "X signs for Y until 2027", "X quitte Y pour Z", "X passe de Y à Z"."""
    places = clause(reading, predicate)
    left, joined = _ways(reading, predicate)
    season = start(reading, places)
    terms = kept(
        start=season, until=until(reading, places), duration=length(reading, places, "for"),
    )  # fmt: skip
    status = _dated(reading, sure.status, season)
    if not joined and not left and sure.affirmed and predicate.has("sign"):
        if any(reading.units[n].has("contract") for n in places):
            for person in people:
                yield from _ends(reading, person, terms, None, status, "contract/signed")
    for person in people:
        if joined and joined.key != (left.key if left else ""):
            yield Draft(
                person, "joins", joined, "joins/verb", affirmed=sure.affirmed, status=status,
                qualifiers=(*kept(from_=left), *terms),
            )  # fmt: skip
            if sure.affirmed:
                yield from _ends(reading, person, terms, joined, status, "contract/joins")
        if left and (predicate.has("leave_team") or joined):
            when = season_end(reading, places) or (season if not joined else None)
            yield Draft(
                person, "leaves", left, "leaves/verb", affirmed=sure.affirmed, status=status,
                qualifiers=kept(start=when, to=joined),
            )  # fmt: skip


def _ends(
    reading: Reading, person: Entity, terms: Qualifiers, team: Entity | None,
    status: Status | None, pattern: str,
) -> Iterator[Draft]:  # fmt: skip
    end = next((value for name, value in terms if name == "until"), None)
    if end is not None:
        kept_status = Status.POSSIBLE if status is Status.POSSIBLE else None
        yield Draft(
            person, "contract_until", end, pattern, status=kept_status, qualifiers=kept(team=team)
        )


def _dated(reading: Reading, status: Status | None, season: object) -> Status | None:
    """A move said as done or under way that begins in a later year is to come."""
    first = getattr(season, "start", None)
    year = reading.discourse.season
    later = first is not None and year is not None and first.year > year
    return Status.PLANNED if later and status in {Status.DONE, Status.UNDER_WAY, None} else status


def _ways(reading: Reading, predicate: Predicate) -> tuple[Entity | None, Entity | None]:
    """The team that is left and the one that is joined."""
    objects = _first(reading, _teams(reading, predicate, frozenset({""})))
    sources = _first(reading, _teams(reading, predicate, frozenset({"from", "of"})))
    goals = _first(reading, _teams(reading, predicate, _TO))
    hosts = _first(reading, _teams(reading, predicate, _WITH))
    jersey = _jersey(reading, predicate)
    if predicate.has("leave_team"):
        return objects or hosts, goals if objects else None
    if predicate.has("join"):
        return sources, objects or (goals if reading.discourse.language.value == "fr" else None)
    if jersey and predicate.verb.status in {Status.PLANNED, Status.POSSIBLE}:
        return None, jersey
    if predicate.has("sign") and _is_extension(reading, predicate):
        return None, None
    if predicate.has("sign"):
        return sources, hosts
    if predicate.has("move") and _is_move(reading, predicate):
        return sources, goals
    return None, None


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
        return _first(reading, _teams(reading, predicate, frozenset({"for", "of"})))
    if not shirts:
        return None
    behind = [n for n in _teams(reading, predicate, frozenset({"of"})) if 0 < n - shirts[0] <= 4]  # noqa: PLR2004
    return _first(reading, behind)


def _first(reading: Reading, places: list[int]) -> Entity | None:
    return reading.entities(places[0], _TEAM)[0] if places else None


def _is_extension(reading: Reading, predicate: Predicate) -> bool:
    return any(
        reading.units[n].kind is UnitKind.NOUN and reading.units[n].has("extension")
        for n in clause(reading, predicate)
    )


def _recruited(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    """As in "Y recrute X", "X has been signed by Y", "Y a fait venir de Z X"."""
    places = clause(reading, predicate)
    agents = [e for e in reading.subjects(predicate, _TEAM)]
    people = _undergoing(reading, predicate)
    if len(agents) != 1 or not people or _is_extension(reading, predicate):
        return
    left = _first(reading, _teams(reading, predicate, frozenset({"from", "of"})))
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
            yield from _ends(reading, person, terms, agents[0], status, "contract/recruited")


def _undergoing(reading: Reading, predicate: Predicate) -> list[Entity]:
    """The riders that a team takes: the verb's object with the rest of its list."""
    if predicate.verb.passive:
        return [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    units = reading.units
    for at in clause(reading, predicate):
        unit = units[at]
        if unit.kind is UnitKind.NAME and reading.entities(at, _PERSON):
            role = role_of(reading, at)
            if role and not (role == "of" and predicate.verb.lemma in {"attacher", "secure"}):
                return []
            return [e for n in listed(units, at, 1) for e in reading.entities(n, _PERSON)]
        if unit.kind in {UnitKind.NAME, UnitKind.VERB} and not reading.entities(at, _TEAM):
            return []
    return []


def _extended(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    """As in "X prolonge chez Y jusqu'en 2028", "Y a prolongé X", "X extends his contract"."""
    places = clause(reading, predicate)
    people = _agents(reading, predicate) if not predicate.verb.passive else []
    teams = reading.subjects(predicate, _TEAM)
    end = until(reading, places)
    if people:
        team = _first(reading, _teams(reading, predicate, _WITH | {""}))
    else:
        people, team = _undergoing(reading, predicate), teams[0] if len(teams) == 1 else None
        people = people or _owners(reading, predicate)
    stays = predicate.has("stay") and not predicate.has("extend")
    if not people or (stays and (team is None or end is None)):
        return
    team = team or _own_team(reading, people)
    if team is None:
        return
    terms = kept(until=end, duration=length(reading, places, "for"))
    for person in people:
        yield Draft(
            person, "extends", team, "extends/verb", affirmed=sure.affirmed, status=sure.status,
            qualifiers=terms,
        )  # fmt: skip
        if sure.affirmed:
            yield from _ends(reading, person, terms, team, sure.status, "contract/extends")


def _owners(reading: Reading, predicate: Predicate) -> list[Entity]:
    """Whose contract a team extends: "le contrat de X", "X's contract"."""
    for at in clause(reading, predicate):
        if reading.units[at].kind is UnitKind.NAME and (found := reading.entities(at, _PERSON)):
            near = reading.units[max(at - 4, 0) : at + 4]
            return found if any(u.has("contract", "extension") for u in near) else []
    return []


def _own_team(reading: Reading, people: list[Entity]) -> Entity | None:
    """The team that the article gave the one rider."""
    known = reading.discourse.persons.get(people[0].key) if len(people) == 1 else None
    if known is None or not known.team:
        return None
    return reading.discourse.teams.get(known.team)


def _belongings(reading: Reading) -> Iterator[Draft]:
    """As in "X (Y)", "Y rider X", "X, le grimpeur de Y": where somebody rides."""
    for at, unit in enumerate(reading.units):
        if unit.kind not in {UnitKind.NAME, UnitKind.NOUN}:
            continue
        people = reading.entities(at, _PERSON)
        team = team_of(reading, at) if people else None
        if not people or team is None or _is_official(reading, at):
            continue
        yield Draft(people[0], "rides_for", team, "rides_for/beside")


def _is_official(reading: Reading, at: int) -> bool:
    """Whether somebody beside a team is no rider of it now: a manager, a former rider."""
    noun = apposed_noun(reading, at)
    first = max(at - 3, 0)
    last = noun + 2 if noun is not None else at + 3
    near = reading.units[first:last]
    if any(unit.kind is UnitKind.NOUN and unit.has("position", "manager") for unit in near):
        return True
    lead, tail = near[0].start, near[-1].end
    if any(token.norm in _PAST_WORDS for token in reading.tokens[lead:tail]):
        return True
    entry = reading.discourse.entries.get(reading.entities(at, _PERSON)[0].key)
    return entry is not None and entry.details.get("role", "rider") not in {"rider", ""}


def _bound(reading: Reading) -> Iterator[Draft]:
    """As in "Le contrat de X court jusqu'en 2026", "X is under contract until 2027 with Y"."""
    units = reading.units
    for at, unit in enumerate(units):
        tied = unit.kind is UnitKind.PHRASE and unit.has("bound")
        if not tied and not (unit.kind is UnitKind.NOUN and unit.has("contract")):
            continue
        places = range(at + 1, len(units))
        end = until(reading, places) or _expires(reading, at)
        person = _bound_person(reading, at, tied=tied)
        if end and person and certain_end(reading, at):
            yield Draft(person, "contract_until", end, "contract/noun")


def certain_end(reading: Reading, at: int) -> bool:
    """Whether a contract's end is told as it is: no rumour, no question, no offer of one."""
    for predicate in reading.predicates:
        if predicate.has("sign", "extend", "recruit", "stay", "join", "hope", "deny"):
            return False
        if at in range(predicate.at - 6, predicate.at + 8):
            sure = certainty(reading, predicate)
            if sure is None or not sure.affirmed or sure.status is Status.POSSIBLE:
                return False
    return True


def _expires(reading: Reading, at: int) -> object:
    """As in "dont le contrat expire fin 2025", "his contract ends in December"."""
    for predicate in reading.predicates:
        if predicate.at > at and predicate.has("end", "expire") and predicate.at - at <= 5:  # noqa: PLR2004
            places = range(predicate.at + 1, min(predicate.at + 5, len(reading.units)))
            found = next((d for n in places if (d := reading.date(n))), None)
            return found or season_end(reading, places)
    return None


def _bound_person(reading: Reading, at: int, *, tied: bool) -> Entity | None:
    """Whose contract it is: "of" them, "X's", "dont" behind the name, or the one subject."""
    units = reading.units
    if not tied:
        for n in (at + 2, at + 3, at - 2, at - 3):
            if 0 <= n < len(units) and (found := reading.entities(n, _PERSON)):
                return found[0]
        relative = next(
            (n for n in (at - 1, at - 2) if n > 0 and units[n].kind is UnitKind.RELATIVE), None
        )
        if relative is None:
            return None
        at = relative
    before = [e for n in range(at) for e in reading.entities(n, _PERSON)]
    keys = {e.key for e in before}
    if len(keys) == 1 or (before and not tied):
        return before[-1]
    return None


def _pay(reading: Reading) -> Iterator[Draft]:
    """As in "un salaire annuel de 2 millions d'euros", where one rider alone is spoken of."""
    units = reading.units
    for at, unit in enumerate(units):
        relation = next(
            (c for c in ("salary", "fee") if unit.kind is UnitKind.NOUN and unit.has(c)), ""
        )
        if not relation:
            continue
        money = next(
            (
                u.value
                for u in units[max(at - 4, 0) : at + 8]
                if u.value and u.value.kind == "money"
            ),
            None,
        )
        if money is None or money.approximate or not isinstance(money.value, Money):
            continue
        person = _paid(reading)
        verbs = [certainty(reading, p) for p in reading.predicates]
        if person and all(sure is not None and sure.affirmed for sure in verbs):
            doubtful = any(s and s.status is Status.POSSIBLE for s in verbs)
            status = Status.POSSIBLE if doubtful else None
            name = "transfer_fee" if relation == "fee" else "salary"
            yield Draft(person, name, money.value, f"{name}/noun", status=status)


def _paid(reading: Reading) -> Entity | None:
    here = {e.key: e for n in reading.nominals() for e in reading.entities(n, _PERSON)}
    if len(here) == 1:
        return next(iter(here.values()))
    recent = reading.discourse.recent
    if not here and len(recent) == 1:
        return reading.discourse.persons[recent[0]].entity
    return None
