"""Whether a verb says that somebody has won, and what."""

from __future__ import annotations

from collections.abc import Sequence

from facts.extract.classes import classification
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.units import Unit, UnitKind
from facts.model import EntityKind, Quantity, Status

_PRIZES = frozenset({"event", "victory", "count", "classification"})
_SIDE_PRIZES = frozenset(
    "sprint prize prix intermediaire intermediate points point bonus medal medaille time temps "
    "bonification seconds secondes combativity combativite battle duel place".split()
)


def tells_a_win(reading: Reading, predicate: Predicate) -> bool:
    """Whether a verb says that somebody has won something, rather than wants or is to."""
    verb = predicate.verb
    if not predicate.has("win", "claim", "ride_to"):
        return False
    if _in_relative(reading, predicate):
        return False
    if verb.infinitive or not (verb.finite or verb.participle):
        if not _succeeds(reading, predicate):
            return False
    elif verb.status not in {Status.DONE, Status.UNDER_WAY} and not verb.passive:
        return False
    prize = _prize(reading, predicate)
    if predicate.has("win"):
        return prize in {"", "event", "victory", "classification"}
    prize = "victory" if prize == "count" and verb.affirmed else prize
    return prize == "victory" or (prize == "event" and predicate.has("claim") and not verb.passive)


def _in_relative(reading: Reading, predicate: Predicate) -> bool:
    """As in "everything he has won since", "the races that X won", "celui qui gagne"."""
    units = reading.units
    first = min(predicate.subjects, default=predicate.at)
    between = units[first + 1 : predicate.at] if predicate.subjects else ()
    named = bool(predicate.subjects) and units[first].kind is UnitKind.NAME
    if any(u.kind is UnitKind.RELATIVE for u in between):
        return not named
    before = units[first - 1] if first else None
    pronoun = bool(predicate.subjects) and units[first].kind is UnitKind.PRONOUN
    loose = before is not None and before.kind in {UnitKind.WORD, UnitKind.NOUN, UnitKind.NAME}
    object_first = (
        before is not None
        and before.kind is UnitKind.RELATIVE
        and (reading.tokens[before.start].norm in {"que", "qu'", "that", "which", "where", "où"})
    )
    return (pronoun and loose) or object_first


def _succeeds(reading: Reading, predicate: Predicate) -> bool:
    """As in "a réussi à s'imposer", "went on to win", "en remportant", "beat X to win"."""
    units = reading.units
    first = reading.tokens[units[predicate.at].start].norm
    earlier = [p for p in reading.predicates if p.at < predicate.at and not p.verb.participle]
    governor = earlier[-1] if earlier else None
    if governor and governor.verb.affirmed and _happened(governor):
        between = units[governor.at + 1 : predicate.at]
        near = all(u.kind in {UnitKind.WORD, UnitKind.PREPOSITION} for u in between)
        if near and governor.has("succeed", "ride_to"):
            return True
        if governor.has("beat") and not governor.verb.passive and is_one_clause(between):
            return True
        recent = reading.tokens[units[governor.at].start].norm in {"vient", "viennent"}
        if recent and near and units[predicate.at - 1].word == "of":
            return True
    gerund = first.endswith(("ant", "ing"))
    led = predicate.at > 0 and units[predicate.at - 1].word in {"in", "by", ","}
    main = next((p for p in reading.predicates if p.verb.finite and p.at != predicate.at), None)
    done = main is not None and main.verb.affirmed and _happened(main)
    return gerund and led and done


def _happened(predicate: Predicate) -> bool:
    return predicate.verb.status in {Status.DONE, Status.UNDER_WAY} or predicate.verb.passive


def is_one_clause(units: Sequence[Unit]) -> bool:
    stops = {UnitKind.RELATIVE, UnitKind.SEMICOLON, UnitKind.CONTRAST, UnitKind.QUOTATION}
    return not any(u.kind in stops for u in units)


def _prize(reading: Reading, predicate: Predicate) -> str:
    """What is won: an event, a victory, something "else", or "" where nothing is said."""
    if predicate.verb.passive:
        return next((_sort(reading, at) for at in predicate.subjects), "else")
    units = reading.units
    sails = predicate.has("ride_to")
    determined = False
    for at in range(predicate.at + 1, len(units)):
        unit, sort = units[at], _sort(reading, at)
        if sails and unit.kind is UnitKind.PREPOSITION and unit.word == "to":
            sails = False
        elif sort in _PRIZES:
            return "else" if unit.plural else ("" if sails else sort)
        elif not _may_precede(reading, at, first=at == predicate.at + 1):
            return _without_prize(reading, at, determined=determined)
        determined = determined or unit.kind is UnitKind.DETERMINER
    return "else" if determined else ""


def _may_precede(reading: Reading, at: int, *, first: bool) -> bool:
    """Whether a unit may stand between a verb and what is won: a day, an owner, an adjective."""
    unit = reading.units[at]
    if unit.kind is UnitKind.WORD:
        return reading.tokens[unit.start].fold not in _SIDE_PRIZES
    if unit.kind is UnitKind.PREPOSITION:
        return not first and unit.word in {"'s", "of"}
    if unit.kind is UnitKind.NAME:
        return unit.end < len(reading.tokens) and reading.tokens[unit.end].norm == "'s"
    dated = unit.value is not None and unit.value.kind == "date"
    return dated or unit.kind is UnitKind.DETERMINER


def _without_prize(reading: Reading, at: int, *, determined: bool) -> str:
    """The answer where the words that follow a verb are no prize: "" if they are no object."""
    unit = reading.units[at]
    if determined or unit.kind in {UnitKind.NOUN, UnitKind.WORD}:
        return "else"
    if unit.kind is UnitKind.NAME:
        return "" if reading.entities(at, EntityKind.PLACE) else "else"
    gap = unit.value is not None and unit.value.kind in {"gap", "duration"}
    return "" if unit.kind is not UnitKind.VALUE or gap else "else"


def _sort(reading: Reading, at: int) -> str:  # noqa: PLR0911
    unit = reading.units[at]
    if unit.kind is UnitKind.NAME and reading.entities(at, EntityKind.RACE):
        return "event"
    if unit.kind is UnitKind.VALUE and unit.value and isinstance(unit.value.value, Quantity):
        kind, number = unit.value.kind, unit.value.value
        if kind == "ordinal" and number.unit in {"stage", "edition"}:
            return "event"
        return "count" if kind == "ordinal" and number.unit == "victory" else "else"
    if unit.kind is UnitKind.NOUN:
        if unit.has("victory", "stage_win"):
            return "victory"
        if unit.has("stage", "race", "prologue", "time_trial"):
            return "event"
        return "classification" if class_of(reading, at) else "else"
    return ""


def class_of(reading: Reading, at: int) -> str:
    race = reading.discourse.contest.race
    return classification(reading, at, race.key.split("/")[1]) if race else ""
