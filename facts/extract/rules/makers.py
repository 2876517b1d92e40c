"""Who makes a programme, whom a company unites, what it is known for and where it is from."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft, Programme
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.trust import weighed
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Status

_ORGANISATION = EntityKind.ORGANISATION
_MAKERS = (EntityKind.ORGANISATION, EntityKind.PERSON)


def makers(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of those who make programmes."""
    for predicate in reading.predicates:
        if not predicate.verb.affirmed:
            continue
        yield from weighed(reading, predicate.at, _told(reading, predicate))
    yield from _nationality(reading)


def _told(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    yield from _produced(reading, predicate)
    yield from _hired(reading, predicate)
    yield from _united(reading, predicate)
    yield from _known(reading, predicate)


def _objects(reading: Reading, predicate: Predicate) -> Iterator[list[Programme]]:
    places = (
        predicate.subjects
        if predicate.verb.passive
        else [a.at for a in predicate.arguments if a.role == "object" and a.of is None]
    )
    if predicate.verb.participle and not places:
        places = _described_by(reading, predicate)
    for at in places:
        programmes = [m for m in reading.mentions.get(at, ()) if isinstance(m, Programme)]
        if programmes:
            yield programmes


def _described_by(reading: Reading, predicate: Predicate) -> tuple[int, ...]:
    """What a participle that begins its sentence belongs to: "Produite par X, *la série*"."""
    units = reading.units
    for at in range(predicate.at + 1, len(units)):
        if units[at].verb and units[at].verb.finite:  # type: ignore[union-attr]
            return ()
        if reading.programme(at) is not None:
            behind = units[: predicate.at]
            begins = all(
                u.kind is not UnitKind.VERB or (u.verb and u.verb.participle) for u in behind
            )
            return (at,) if begins else ()
    return ()


def _produced(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "X produit la série", "la série est produite par X", "X tourne deux autres séries"."""
    makes = predicate.has("produce")
    films = predicate.has("film") and not predicate.has("tell")
    if not makes and not films:
        return
    agents = reading.subjects(predicate, *_MAKERS)
    if _is_task(reading, predicate):
        agents = []  # "pour produire la série, A a fait appel à B": not A
    status = predicate.verb.status
    if status is Status.UNDER_WAY and not films:
        status = None  # "X produit la série" does not say that it is being made just now
    for programmes in _objects(reading, predicate):
        for programme in programmes:
            for agent in agents:
                yield Draft(programme, "maker", agent, "maker/verb", status=status)
        return


def _is_task(reading: Reading, predicate: Predicate) -> bool:
    """Whether others than the subject are to do it: "A commissioned B *to make* the series"."""
    if not predicate.verb.infinitive:
        return False
    before = reading.units[predicate.at - 1] if predicate.at else None
    aim = before is not None and before.word == "for"
    return aim or any(p.complement == predicate.at and p.has("hire") for p in reading.predicates)


def _hired(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "Pour produire la série, A fait appel à B": B makes it."""
    if not predicate.has("hire"):
        return
    programme = reading.nearest_programme(predicate.at)
    if programme is None and any(u.has("making") and u.determiner for u in reading.units):
        programme = reading.discourse.main  # "sa fabrication", "the production"
    roles = {"to", "object"} if not predicate.verb.passive else {"to"}
    hired = reading.arguments(predicate, roles, *_MAKERS)[:1]
    if predicate.verb.passive and not hired:
        hired = reading.undergoers(predicate, *_MAKERS)[:1]
    if programme and _about_making(reading):
        for maker in hired:
            yield Draft(programme, "maker", maker, "maker/hired", status=predicate.verb.status)


def _about_making(reading: Reading) -> bool:
    return any(p.has("produce", "film") for p in reading.predicates) or any(
        unit.has("filming", "making", "programme") for unit in reading.units
    )


def _united(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "Quadbox, une société qui réunit A et B"."""
    if not predicate.has("unite"):
        return
    wholes = reading.subjects(predicate, _ORGANISATION)[:1]
    parts = reading.undergoers(predicate, _ORGANISATION)
    if len(parts) > 1:
        for whole in wholes:
            for part in parts:
                yield Draft(whole, "unites", part, "unites/verb", status=None)


def _known(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    """As in "Ils sont réputés pour avoir produit X", "best known for X"."""
    if not (predicate.verb.copula or predicate.has("known")):
        return
    cue = next(
        (at for at, u in enumerate(reading.units) if at >= predicate.at and u.has("known")), -1
    )
    if cue < 0 or cue > predicate.at + 3:
        return
    agents = [e for at in predicate.subjects for e in reading.entities(at, *_MAKERS)]
    works = [p for at, p in reading.programmes() if at > cue and p.title]
    for agent in agents:
        for work in works[:1]:
            yield Draft(agent, "known_for", work, "known/adjective")


def _nationality(reading: Reading) -> Iterator[Draft]:
    """As in "Les Britanniques de X", "the British company X", "X, une société britannique"."""
    for at, unit in enumerate(reading.units):
        if unit.entity is None or not unit.has("people_of", "demonym"):
            continue
        owner = _of_country(reading, at)
        if owner:
            yield Draft(owner, "nationality", unit.entity, "nationality/demonym")


def _of_country(reading: Reading, at: int) -> Entity | None:
    units = reading.units
    if units[at].has("people_of"):
        return next(iter(reading.entities(at, _ORGANISATION)), None)
    nouns = [n for n in (at - 1, at + 1) if 0 <= n < len(units) and _is_company(reading, n)]
    for noun in nouns:
        if noun in reading.mentions and not reading.programme(noun):
            behind = next((u for u in units[noun + 1 :] if u.kind is not UnitKind.WORD), None)
            beside = behind is not None and behind.kind is UnitKind.NAME
            set_beside = units[noun].determiner in {"indefinite", ""} or beside
            found = reading.entities(noun, _ORGANISATION)
            if found and set_beside:
                return found[0]
    return None


def _is_company(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    return unit.kind is UnitKind.NOUN and unit.has("company", "platform", "broadcaster")
