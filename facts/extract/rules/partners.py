"""Who works with whom on a programme."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft, Programme
from facts.extract.predicates import Predicate, in_preposition
from facts.extract.reading import Reading
from facts.extract.rules.trust import weighed
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Status

_ROLES = frozenset({"object", "to", "with", "with_partner", "by"})
_ORGANISATION = EntityKind.ORGANISATION


def partners(reading: Reading) -> Iterator[Draft]:
    """As in "A s'associe à B pour un documentaire", "A, en collaboration avec B": all partners."""
    for predicate in reading.predicates:
        if not predicate.has("partner") or not predicate.verb.affirmed:
            continue
        programme = _programme(reading, predicate)
        allies = reading.arguments(predicate, _ROLES, _ORGANISATION)
        agents = [e for at in predicate.subjects for e in reading.entities(at, _ORGANISATION)]
        if programme and (allies or len(agents) > 1):
            allies += _with(reading, predicate.end)
            told = _partner(programme, [*agents, *allies], predicate.verb.status, "partner/verb")
            yield from weighed(reading, predicate.at, told)
            return
    yield from _by_phrase(reading)


def _partner(
    programme: Programme, allies: list[Entity], status: Status | None, pattern: str
) -> Iterator[Draft]:
    kept = status if status in {Status.PLANNED, Status.POSSIBLE} else None
    for ally in dict.fromkeys(allies):
        yield Draft(programme, "partner", ally, pattern, status=kept)


def _programme(reading: Reading, predicate: Predicate) -> Programme | None:
    """The programme of the sentence: what stands behind the verb first."""
    found = reading.programmes()
    later = [programme for at, programme in found if at > predicate.at]
    return later[0] if later else (found[-1][1] if found else None)


def _with(reading: Reading, start: int) -> list[Entity]:
    """The organisations behind "en collaboration avec", from a unit on."""
    found: list[Entity] = []
    for at in range(start, len(reading.units)):
        if in_preposition(reading.units, at) == "with_partner":
            found.extend(reading.entities(at, _ORGANISATION))
    return found


def _by_phrase(reading: Reading) -> Iterator[Draft]:
    """As in "Produced by A in partnership with B": B is a partner."""
    for at, unit in enumerate(reading.units):
        if unit.kind is UnitKind.PHRASE and unit.has("with_partner"):
            programme = reading.nearest_programme(at)
            behind = next((n for n in reading.nominals() if n > at), None)
            if programme and behind is not None:
                allies = reading.entities(behind, _ORGANISATION)
                told = _partner(programme, allies, None, "partner/phrase")
                yield from weighed(reading, at, told)
