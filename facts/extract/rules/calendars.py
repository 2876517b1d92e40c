"""Races that are cancelled, put off or moved to other dates, and why."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.events import edition, race_places
from facts.extract.predicates import Predicate
from facts.extract.racers import is_certain
from facts.extract.reading import Reading
from facts.extract.rules.routes import in_year
from facts.extract.units import UnitKind
from facts.model import DateInterval, Entity, Precision, Status, Text, Value

_STOPS = frozenset({UnitKind.COMMA, UnitKind.SEMICOLON, UnitKind.QUOTATION, UnitKind.OPEN})
_DONE = {None: Status.DONE, Status.UNDER_WAY: Status.DONE}


def calendars(reading: Reading) -> Iterator[Draft]:
    """As in "the race has been cancelled because of snow", "est déplacée au 12 octobre"."""
    if not is_certain(reading):
        return
    for predicate in reading.predicates:
        race = _race(reading, predicate)
        if race is None or not predicate.verb.finite:
            continue
        if predicate.has("scrap") and predicate.verb.passive:
            yield _draft(reading, race, predicate, "cancelled", Text("cancelled"))
        elif predicate.has("shift") and predicate.verb.passive:
            new = _new_dates(reading, predicate)
            value: Value = in_year(new, race) if new else Text("postponed")
            yield _draft(reading, race, predicate, "moved" if new else "postponed", value)
        elif predicate.has("happen"):
            yield from _instead(reading, race, predicate)


def _race(reading: Reading, predicate: Predicate) -> Entity | None:
    """The race that a verb's subject is: named, or the article's."""
    for at in predicate.subjects:
        unit = reading.units[at]
        if at in set(race_places(reading)):
            return edition(reading, at)
        edited = unit.value is not None and getattr(unit.value.value, "unit", "") == "edition"
        race = (
            unit.has("race")
            and not unit.plural
            and unit.determiner in {"definite", "demonstrative"}
        )
        if (race and not _is_another(reading, at)) or edited:
            return _taken_up(reading)
    return None


def _taken_up(reading: Reading) -> Entity | None:
    """The race that "the race" takes up: certain only where the article names no other."""
    contest = reading.discourse.contest
    return contest.race if contest.races == 1 else None


def _is_another(reading: Reading, at: int) -> bool:
    """As in "la course des juniors", "the women's race": not the one that the article is about."""
    unit = reading.units[at]
    behind = reading.units[at + 1] if at + 1 < len(reading.units) else None
    owner = unit.start > 0 and reading.tokens[unit.start - 1].norm == "'s"
    return owner or (behind is not None and behind.word == "of")


def _draft(
    reading: Reading, race: Entity, predicate: Predicate, relation: str, value: Value
) -> Draft:
    status = predicate.verb.status
    reason = _reason(reading, predicate)
    qualifiers: tuple[tuple[str, Value], ...] = (("reason", reason),) if reason else ()
    if relation == "moved" and status in {Status.DONE, None} and predicate.verb.affirmed:
        return Draft(race, relation, value, "moved/verb", qualifiers=qualifiers)
    return Draft(
        race, relation, value, f"{relation}/verb",
        affirmed=predicate.verb.affirmed, status=_DONE.get(status, status), qualifiers=qualifiers,
    )  # fmt: skip


def _new_dates(reading: Reading, predicate: Predicate) -> DateInterval | None:
    for argument in predicate.arguments:
        dates = reading.date(argument.at)
        if (
            dates
            and argument.role in {"to", "until"}
            and dates.precision in {Precision.DAY, Precision.MONTH, Precision.SEASON}
        ):
            return dates
    return None


def _instead(reading: Reading, race: Entity, predicate: Predicate) -> Iterator[Draft]:
    """As in "will be held on 12 October instead of 20 April"."""
    units = reading.units
    mark = next((at for at in range(predicate.at, len(units)) if units[at].has("instead")), None)
    if mark is None or not predicate.verb.affirmed:
        return
    new = [d for at in range(predicate.at, mark) if (d := reading.date(at))]
    old = [d for at in range(mark, min(mark + 3, len(units))) if (d := reading.date(at))]
    if len(new) == 1 and len(old) == 1 and new[0].precision is Precision.DAY:
        qualifiers: tuple[tuple[str, Value], ...] = (("from", in_year(old[0], race)),)
        yield Draft(
            race, "moved", in_year(new[0], race), "moved/instead",
            status=predicate.verb.status, qualifiers=qualifiers,
        )  # fmt: skip


def _reason(reading: Reading, predicate: Predicate) -> Text | None:
    """The words behind "because of", up to the next comma or verb."""
    units = reading.units
    mark = next((at for at in range(predicate.at, len(units)) if units[at].has("because")), None)
    if mark is None:
        return None
    end = mark + 1
    while end < len(units) and units[end].kind not in _STOPS and units[end].word != ".":
        verb = units[end].verb
        if verb and verb.finite:
            return None
        end += 1
    if end == mark + 1:
        return None
    first, last = reading.tokens[units[mark + 1].start], reading.tokens[units[end - 1].end - 1]
    words = " ".join(reading.text[first.start : last.end].split())
    return Text(words, reading.discourse.language)
