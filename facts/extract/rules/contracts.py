"""How long riders are bound to their teams, and what for."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.certainty import Certainty, certainty, is_conditional
from facts.extract.rules.parties import (
    WITH,
    first_team,
    is_extension,
    riders,
    taken_riders,
    teams,
)  # fmt: skip
from facts.extract.rules.terms import Qualifiers, clause, kept, length, season_end, until
from facts.extract.units import UnitKind
from facts.model import DateInterval, Entity, EntityKind, Money, Status

_PERSON, _TEAM = EntityKind.PERSON, EntityKind.TEAM
_NEAR = 8


def contracts(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of contracts: extended, under way until a date, and paid."""
    for predicate in reading.predicates:
        again = predicate.has("sign") and is_extension(reading, predicate)
        if predicate.has("extend", "stay") or again or is_signed_again(reading, predicate):
            sure = certainty(reading, predicate)
            if sure:
                yield from _extended(reading, predicate, sure)
    yield from _bound(reading)
    yield from _pay(reading)


def is_signed_again(reading: Reading, predicate: Predicate) -> bool:
    """Whether a verb is "re-signed", which the tokens hold as two words."""
    unit = reading.units[predicate.at]
    last = unit.end - 1
    again = last > 0 and reading.tokens[last].glued and reading.tokens[last - 1].norm == "re"
    return again and predicate.has("sign")


def ends(
    person: Entity, terms: Qualifiers, team: Entity | None,
    status: Status | None, pattern: str,
) -> Iterator[Draft]:  # fmt: skip
    end = next((value for name, value in terms if name == "until"), None)
    if end is not None:
        kept_status = Status.POSSIBLE if status is Status.POSSIBLE else None
        yield Draft(
            person, "contract_until", end, pattern, status=kept_status, qualifiers=kept(team=team)
        )


def _extended(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    """As in "X prolonge chez Y jusqu'en 2028", "Y a prolongé X", "X extends his contract"."""
    places = clause(reading, predicate)
    people = riders(reading, predicate) if not predicate.verb.passive else []
    agents = reading.subjects(predicate, _TEAM)
    end = until(reading, places)
    if people:
        team = first_team(reading, teams(reading, predicate, WITH | {""}))
    else:
        people, team = taken_riders(reading, predicate), agents[0] if len(agents) == 1 else None
        people = people or _owners(reading, predicate)
    stays = predicate.has("stay") and not predicate.has("extend")
    if not people or (stays and (team is None or end is None)):
        return
    own = _own_team(reading, people)
    team = team or own
    if team is None or (_is_new_deal(reading, predicate) and (own is None or own.key != team.key)):
        return
    terms = kept(until=end, duration=length(reading, places, "for"))
    for person in people:
        yield Draft(
            person, "extends", team, "extends/verb", affirmed=sure.affirmed, status=sure.status,
            qualifiers=terms,
        )  # fmt: skip
        if sure.affirmed:
            yield from ends(person, terms, team, sure.status, "contract/extends")


def _is_new_deal(reading: Reading, predicate: Predicate) -> bool:
    """Whether a "new contract" is signed, which may be with another team."""
    deals = [n for n in clause(reading, predicate) if reading.units[n].has("extension")]
    return predicate.has("sign") and any(
        reading.units[n].word.startswith(("new", "nouveau")) for n in deals
    )


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
        if end and person and _is_certain(reading, at):
            yield Draft(person, "contract_until", end, "contract/noun")


def _is_certain(reading: Reading, at: int) -> bool:
    """Whether a contract's end is told as it is: no rumour, no question, no offer of one."""
    for predicate in reading.predicates:
        if predicate.has("sign", "extend", "recruit", "stay", "join", "hope", "deny"):
            return False
        if at in range(predicate.at - 6, predicate.at + 8):
            sure = certainty(reading, predicate)
            if sure is None or not sure.affirmed or sure.status is Status.POSSIBLE:
                return False
    return True


def _expires(reading: Reading, at: int) -> DateInterval | None:
    """As in "dont le contrat expire fin 2025", "his contract ends in December"."""
    for predicate in reading.predicates:
        if predicate.at > at and predicate.has("expire") and predicate.at - at <= 5:  # noqa: PLR2004
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
            doubtful = is_conditional(reading) or any(
                s and s.status is Status.POSSIBLE for s in verbs
            )
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
