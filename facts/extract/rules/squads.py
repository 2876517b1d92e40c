"""Teams as firms: their names, sponsors, budgets, mergers, ends and divisions."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.bodies import words
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import (
    clause,
    dates,
    kept,
    role_of,
    season_end,
    start,
    told_race,
    until,
)  # fmt: skip
from facts.extract.units import UnitKind
from facts.model import DateInterval, Entity, EntityKind, Money, Status, Text

_TEAM, _ORGANISATION, _RACE = EntityKind.TEAM, EntityKind.ORGANISATION, EntityKind.RACE
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_NAMING = frozenset({"", "as", "to", "into", "in"})
_NEAR = 12
_HAVING = frozenset("have boast enjoy run avoir disposer bénéficier afficher".split())
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
    if predicate.has("rename") and not predicate.verb.participle:
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
    """As in "un budget de 25 millions d'euros", of the team or race whose it clearly is."""
    units = reading.units
    amounts = [n for n, u in enumerate(units) if u.value and u.value.kind == "money"]
    for at, unit in enumerate(units):
        if unit.kind is not UnitKind.NOUN or not unit.has("budget") or len(amounts) != 1:
            continue
        money = units[amounts[0]].value
        exact = money is not None and not money.approximate and not money.comparison
        if not exact or money is None or not -5 < amounts[0] - at < _NEAR:  # noqa: PLR2004
            continue
        owner = _owner(reading, at)
        sures = [certainty(reading, p) for p in reading.predicates]
        if owner and isinstance(money.value, Money) and all(s and s.affirmed for s in sures):
            status = next((s.status for s in sures if s and s.status is Status.POSSIBLE), None)
            yield Draft(owner, "budget", money.value, "budget/noun", status=status)


def _owner(reading: Reading, at: int) -> Entity | None:
    """Whose budget: "of" the name behind it, its possessor, or who has it; else the one race's."""
    units = reading.units
    behind = next((n for n in range(at + 1, min(at + 5, len(units))) if _named(reading, n)), None)
    if behind is not None and role_of(reading, behind) == "of":
        return _named(reading, behind)
    if at > 1 and reading.tokens[units[at - 1].start].norm == "'s":
        return _named(reading, at - 2)
    for predicate in reading.predicates:
        held = predicate.verb.lemma in _HAVING and 0 < at - predicate.at < 5  # noqa: PLR2004
        owners = [e for n in predicate.subjects for e in reading.entities(n, _TEAM, _RACE)]
        if held and len(owners) == 1:
            return owners[0]
    named = any(_named(reading, n) for n in reading.nominals())
    return told_race(reading) if not named and not reading.discourse.teams else None


def _named(reading: Reading, at: int) -> Entity | None:
    return next(iter(reading.entities(at, _TEAM, _RACE)), None)
