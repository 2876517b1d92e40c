"""Where and when a programme is shown, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.discourse import Draft, Programme
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.trust import weighed
from facts.extract.units import UnitKind, VerbGroup
from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    RelativeDate,
    Side,
    Status,
)

_ORGANISATION = EntityKind.ORGANISATION
_SIDES = {"before": Side.BEFORE, "after": Side.AFTER, "during": Side.DURING}
_SHOWN_ON = frozenset({"on", "in"})
_AGO = re.compile(r"\bil y a (?:\w+ ){1,3}(?:ans|mois|années)\b|\b(?:years|months) ago\b")
_BARE = {None, Status.UNDER_WAY}


def screens(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of a programme's subject, screen and release."""
    yield from _described(reading)
    for predicate in reading.predicates:
        if predicate.verb.affirmed:
            yield from weighed(reading, predicate.at, _told(reading, predicate))
    yield from _available(reading)


def _told(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    yield from _shown(reading, predicate)
    yield from _event(reading, predicate)
    yield from _tells(reading, predicate)


def _described(reading: Reading) -> Iterator[Draft]:
    """What the complement of the noun tells: "une série de Netflix sur le Tour"."""
    places = {programme.number: at for at, programme in reversed(reading.programmes())}
    absent = {number for number, at in places.items() if _does_not_exist(reading, at)}
    for programme, topic in reading.topics:
        if programme.number not in absent:
            draft = Draft(programme, "about", topic, "about/complement")
            yield from weighed(reading, places.get(programme.number, 0), [draft])
    for at, programme in reading.programmes():
        for platform in programme.platforms:
            if programme.number not in absent and _named_here(reading, platform):
                draft = Draft(programme, "platform", platform, "platform/complement")
                yield from weighed(reading, at, [draft])


def _does_not_exist(reading: Reading, at: int) -> bool:
    """As in "which has no series on X", "n'a aucune série sur X", "n'a pas de série"."""
    start = reading.units[at].start
    before = [token.norm for token in reading.tokens[max(start - 3, 0) : start]]
    return bool({"no", "aucun", "aucune"} & set(before)) or before[-2:] in (
        ["pas", "de"], ["pas", "d'"], ["plus", "de"], ["not", "a"], ["n't", "a"], ["without", "a"],
    )  # fmt: skip


def _named_here(reading: Reading, entity: Entity) -> bool:
    return any(e.key == entity.key for at in reading.nominals() for e in reading.entities(at))


def _when(reading: Reading, predicate: Predicate) -> DateInterval | RelativeDate | None:
    """The first date among the arguments, or the event that they place it before or after."""
    for argument in predicate.arguments:
        if argument.role in _SIDES:
            anchors = _anchors(reading, argument.at)
            if anchors:
                return RelativeDate(_SIDES[argument.role], anchors[0])
        date = reading.date(argument.at)
        mention = reading.units[argument.at].value
        if date and argument.role not in {"since", "until"} and mention and not mention.approximate:
            return date
    return None


def _anchors(reading: Reading, at: int) -> list[Entity]:
    """The race that a moment is told by: "avant le Tour", "avant le départ du Tour"."""
    for position in range(at, min(at + 4, len(reading.units))):
        found = reading.entities(position, EntityKind.RACE)
        if found:
            return found
        if reading.units[position].kind in {UnitKind.VERB, UnitKind.COMMA}:
            break
    return []


def _shown(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "X diffusera un documentaire", "la série sortira en juin sur Y"."""
    if not predicate.has("broadcast", "release"):
        return
    programme, agents = _programme_shown(reading, predicate)
    if programme is None:
        return
    status = predicate.verb.status
    if status in _BARE and _is_long_ago(reading):
        status = Status.DONE
    for agent in agents:
        relation = "platform" if reading.discourse.is_platform(agent) else "broadcaster"
        kept = status if relation == "broadcaster" else None
        yield Draft(programme, relation, agent, f"{relation}/verb", status=kept)
        if relation == "platform":
            _add_platform(programme, agent)
        if agent.key not in {owner.key for owner in programme.owners}:
            programme.owners.append(agent)
    for platform in reading.arguments(predicate, _SHOWN_ON, _ORGANISATION):
        yield Draft(programme, "platform", platform, "platform/verb")
        _add_platform(programme, platform)
    when = _when(reading, predicate)
    if when:
        yield Draft(programme, "release", when, "release/verb", status=status)


def _is_long_ago(reading: Reading) -> bool:
    """As in "Ten years ago, X broadcast", "Il y a dix ans, X diffusait"."""
    words = " ".join(token.norm for token in reading.tokens)
    return bool(_AGO.search(words))


def _add_platform(programme: Programme, platform: Entity) -> None:
    if platform.key not in {known.key for known in programme.platforms}:
        programme.platforms.append(platform)


def _programme_shown(
    reading: Reading, predicate: Predicate
) -> tuple[Programme | None, list[Entity]]:
    """The programme that is shown or comes out, and who shows it."""
    subjects = [p for at in predicate.subjects if (p := reading.programme(at))]
    if subjects:
        agents = reading.arguments(predicate, {"by"}, _ORGANISATION)
        return subjects[0], agents if predicate.verb.passive else []
    agents = reading.subjects(predicate, _ORGANISATION)
    objects = [
        p for a in predicate.arguments if a.role == "object" and (p := reading.programme(a.at))
    ]
    if agents and objects and not predicate.verb.passive:
        return objects[0], agents
    return None, []


def _event(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "La diffusion de la série est prévue pour le premier semestre 2023"."""
    if not predicate.has("plan", "happen", "start") and not predicate.verb.copula:
        return
    for at in predicate.subjects:
        unit = reading.units[at]
        if not (unit.kind is UnitKind.NOUN and unit.has("release_event")):
            continue
        programme = _released(reading, at, predicate.at)
        when = _when(reading, predicate)
        if programme and when:
            planned = predicate.has("plan") and predicate.verb.status in _BARE
            status = Status.PLANNED if planned else predicate.verb.status
            yield Draft(programme, "release", when, "release/event", status=status)


def _released(reading: Reading, start: int, end: int) -> Programme | None:
    for at in range(start + 1, end):
        programme = reading.programme(at)
        if programme or reading.units[at].has("programme"):
            return programme  # None where it is unclear which one is meant
    return reading.discourse.main


def _available(reading: Reading) -> Iterator[Draft]:
    """As in "Le docu-série disponible en 2023 sur Netflix", "is available on X from 8 June"."""
    units = reading.units
    for at, unit in enumerate(units):
        if not (unit.kind is UnitKind.PHRASE and unit.has("available")):
            continue
        programme = _available_programme(reading, at)
        if programme is None:
            continue
        verb = _verb_before(reading, at)
        if verb and not verb.affirmed:
            continue
        status = verb.status if verb else None
        for position in range(at + 1, len(units)):
            if units[position].kind in {UnitKind.VERB, UnitKind.RELATIVE, UnitKind.SEMICOLON}:
                break
            date = reading.date(position)
            if date:
                draft = Draft(programme, "release", date, "release/available", status=status)
                yield from weighed(reading, at, [draft])
            for platform in reading.entities(position, _ORGANISATION):
                if _is_on(reading, position):
                    draft = Draft(
                        programme, "platform", platform, "platform/available", status=status
                    )
                    yield from weighed(reading, at, [draft])
                    _add_platform(programme, platform)


def _available_programme(reading: Reading, at: int) -> Programme | None:
    before = [p for n, p in reading.programmes() if n < at]
    return before[-1] if before else None


def _is_on(reading: Reading, at: int) -> bool:
    before = reading.units[at - 1] if at else None
    return bool(before and before.kind is UnitKind.PREPOSITION and before.word in _SHOWN_ON)


def _verb_before(reading: Reading, at: int) -> VerbGroup | None:
    verbs = [u.verb for u in reading.units[:at] if u.verb and u.verb.finite]
    return verbs[-1] if verbs else None


def _tells(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "La série aborde les coulisses de la Formule 1"."""
    if not predicate.has("tell") or predicate.verb.passive:
        return
    programmes = [p for at in predicate.subjects if (p := reading.programme(at))]
    topics = reading.arguments(
        predicate, {"object", "of", "on", "in", "to", "about"}, EntityKind.RACE, EntityKind.SPORT
    )
    for programme in programmes[:1]:
        for topic in topics[:1]:
            yield Draft(programme, "about", topic, "about/verb")
