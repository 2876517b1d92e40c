"""Teams as firms: their names, sponsors, budgets, mergers, ends and divisions."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.bodies import words
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import clause, dates, kept, role_of, season_end, start, until
from facts.extract.units import UnitKind
from facts.model import DateInterval, Entity, EntityKind, Money, Text

_TEAM, _ORGANISATION, _RACE = EntityKind.TEAM, EntityKind.ORGANISATION, EntityKind.RACE
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_NAMING = frozenset({"", "as", "to", "into", "in"})
_NEAR = 12
_LEVELS = frozenset({"worldtour", "proteam", "proseries", "continental"})


def squads(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of a team's name, money and future."""
    for predicate in reading.predicates:
        if not predicate.has("rename", "sponsor", "fold", "merge", "promote", "relegate") and not (
            predicate.verb.copula
        ):
            continue
        sure = certainty(reading, predicate)
        if sure:
            yield from _told(reading, predicate, sure)
    yield from _sponsor_nouns(reading)
    yield from _budget(reading)


def _told(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    teams = list(dict.fromkeys(e for at in predicate.subjects for e in reading.entities(at, _TEAM)))
    if predicate.has("sponsor") or predicate.has("rename") or predicate.verb.copula:
        yield from _sponsored(reading, predicate, sure)
    if predicate.has("merge"):
        yield from _merged(reading, predicate, sure, teams)
    if len(teams) != 1:
        return
    team = teams[0]
    if predicate.has("rename"):
        yield from _renamed(reading, predicate, sure, team)
    if predicate.has("fold"):
        places = clause(reading, predicate)
        when = season_end(reading, places) or _date(reading, places)
        if when:
            yield _draft(team, "folds", when, sure, "folds/verb")
    if predicate.has("promote", "relegate"):
        yield from _level(reading, predicate, sure, team)


def _draft(
    team: Entity, relation: str, value: Entity | Text | DateInterval, sure: Certainty, pattern: str
) -> Draft:
    return Draft(team, relation, value, pattern, affirmed=sure.affirmed, status=sure.status)


def _date(reading: Reading, places: range) -> DateInterval | None:
    found = dates(reading, places)
    return next((d for role, d in found if role in {"in", "at", "of", "from", "on", ""}), None)


def _renamed(
    reading: Reading, predicate: Predicate, sure: Certainty, team: Entity
) -> Iterator[Draft]:
    """As in "Y s'appellera Z à partir de 2026", "Y becomes Z", "Y will be known as Z"."""
    units = reading.units
    at = predicate.at + 1
    while at < len(units) and (
        units[at].kind in _FILLERS
        or (units[at].kind is UnitKind.PREPOSITION and units[at].word in _NAMING)
    ):
        if units[at].kind is UnitKind.DETERMINER:
            return  # "becomes the first...", "devient la..."
        at += 1
    if at >= len(units) or units[at].kind is not UnitKind.NAME:
        return
    unit = units[at]
    if not (unit.may_be(_TEAM) or reading.entities(at, _TEAM, _ORGANISATION)):
        return
    if any(
        reading.kind(e) in {_RACE, EntityKind.PLACE, EntityKind.PERSON}
        for e in reading.entities(at)
    ):
        return
    behind = units[at + 1] if at + 1 < len(units) else None
    if behind is not None and behind.kind is UnitKind.NOUN:
        return
    name = words(reading, at, at)
    when = start(reading, range(at + 1, len(units))) or start(reading, range(predicate.at))
    yield Draft(
        team, "renamed", Text(name), "renamed/verb", affirmed=sure.affirmed, status=sure.status,
        qualifiers=kept(start=when),
    )  # fmt: skip


def _sponsored(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    """As in "Z becomes title sponsor of Y until 2027", "Z sponsorisera Y"."""
    places = clause(reading, predicate)
    backers = [e for at in predicate.subjects for e in reading.entities(at, _ORGANISATION)]
    direct = predicate.has("sponsor") and not predicate.verb.passive
    titled = any(
        reading.units[n].has("role_sponsor")
        for n in range(places.start, min(places.start + 5, places.stop))
    )
    teams = [e for n in places for e in reading.entities(n, _TEAM)]
    if not (direct or titled) or len(backers) != 1 or len({t.key for t in teams}) != 1:
        return
    yield Draft(
        teams[0], "sponsor", backers[0], "sponsor/verb", affirmed=sure.affirmed, status=sure.status,
        qualifiers=kept(start=start(reading, places), until=until(reading, places)),
    )  # fmt: skip


def _sponsor_nouns(reading: Reading) -> Iterator[Draft]:
    """As in "Z, sponsor principal de Y", "Y's title sponsor Z", "le sponsor de Y, Z"."""
    units = reading.units
    for at, unit in enumerate(units):
        if unit.kind is not UnitKind.NOUN or not unit.has("role_sponsor"):
            continue
        if any(
            t.norm in {"ancien", "former", "ex", "future", "futur"}
            for t in reading.tokens[max(unit.start - 2, 0) : unit.end + 1]
        ):
            continue
        named = reading.name_before_comma(at)
        backers = reading.entities(named, _ORGANISATION) if named is not None else []
        team = _team_behind(reading, at)
        if team and backers and backers[0].key != team.key:
            yield Draft(team, "sponsor", backers[0], "sponsor/noun")


def _team_behind(reading: Reading, at: int) -> Entity | None:
    for position in range(at + 1, min(at + 5, len(reading.units))):
        found = reading.entities(position, _TEAM)
        if found:
            return found[0] if role_of(reading, position) == "of" else None
        if reading.units[position].kind not in _FILLERS | {UnitKind.PREPOSITION, UnitKind.NOUN}:
            return None
    return None


def _merged(
    reading: Reading, predicate: Predicate, sure: Certainty, teams: list[Entity]
) -> Iterator[Draft]:
    """As in "Y fusionnera avec Z", "Y and Z are to merge"."""
    others = [
        e for n in clause(reading, predicate) if role_of(reading, n) in {"with", ""}
        for e in reading.entities(n, _TEAM)
    ]  # fmt: skip
    pair = [*teams[:1], *(others[:1] if len(teams) == 1 else teams[1:2])]
    if len(pair) == 2 and pair[0].key != pair[1].key:  # noqa: PLR2004
        when = start(reading, clause(reading, predicate))
        yield Draft(
            pair[0], "merges_with", pair[1], "merges/verb", affirmed=sure.affirmed,
            status=sure.status, qualifiers=kept(start=when),
        )  # fmt: skip


def _level(
    reading: Reading, predicate: Predicate, sure: Certainty, team: Entity
) -> Iterator[Draft]:
    """As in "Y est promue en WorldTour", "Y has been relegated to ProTeam level"."""
    places = clause(reading, predicate)
    noun = next((n for n in places if n - places.start < 5 and _is_level(reading, n)), None)  # noqa: PLR2004
    if noun is None or role_of(reading, noun) not in {"to", "in", "on"}:
        return
    text = Text(words(reading, noun, noun), reading.discourse.language)
    yield Draft(
        team, "level", text, "level/verb", affirmed=sure.affirmed, status=sure.status,
        qualifiers=kept(start=start(reading, places)),
    )  # fmt: skip


def _is_level(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    named = unit.kind is UnitKind.NAME and reading.tokens[unit.start].norm in _LEVELS
    return unit.has("level") or named


def _budget(reading: Reading) -> Iterator[Draft]:
    """As in "un budget de 25 millions d'euros", of the one team or race that is spoken of."""
    units = reading.units
    for at, unit in enumerate(units):
        if unit.kind is not UnitKind.NOUN or not unit.has("budget"):
            continue
        money = next(
            (
                u.value
                for u in units[max(at - 4, 0) : at + _NEAR]
                if u.value and u.value.kind == "money"
            ),
            None,
        )
        if (
            money is None
            or money.approximate
            or money.comparison
            or not isinstance(money.value, Money)
        ):
            continue
        owners = {e.key: e for n in reading.nominals() for e in reading.entities(n, _TEAM)}
        if not owners:
            owners = {e.key: e for n in reading.nominals() for e in reading.entities(n, _RACE)}
        if not owners and reading.discourse.contest.race and not reading.discourse.teams:
            race = reading.discourse.contest.race
            owners = {race.key: race}
        sures = [certainty(reading, p) for p in reading.predicates]
        if len(owners) == 1 and all(s is not None and s.affirmed for s in sures):
            status = next((s.status for s in sures if s and s.status == "possible"), None)
            yield Draft(
                next(iter(owners.values())), "budget", money.value, "budget/noun", status=status
            )
