"""How sure a sentence is of what a verb tells: done, planned, merely spoken of, or denied."""

from __future__ import annotations

from dataclasses import dataclass

from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.units import Unit, UnitKind
from facts.model import EntityKind, Language, Status

_MAYBE = frozenset({"devrait", "devraient", "should", "may", "might", "could", "pourrait"})
_YET = frozenset({"encore", "yet"})
_IF = frozenset({"si", "s'", "if", "whether", "unless"})
_ANNOUNCING = frozenset(
    "announce confirm reveal annoncer confirmer officialiser révéler indiquer say".split()
)
_PURPOSE = frozenset({"for"})
_TO_COME = {None: Status.PLANNED, Status.UNDER_WAY: Status.PLANNED, Status.DONE: Status.PLANNED}
_BOUNDS = frozenset({UnitKind.SEMICOLON, UnitKind.CONTRAST, UnitKind.QUOTATION})


@dataclass(frozen=True, slots=True)
class Certainty:
    """How a verb is said: its status, and False where it is denied."""

    status: Status | None
    affirmed: bool = True


def certainty(reading: Reading, predicate: Predicate) -> Certainty | None:
    """How sure the sentence is of a verb; None where nothing is to be taken from it."""
    if (
        _is_asked(reading)
        or _is_condition(reading, predicate.at)
        or _is_refuted(reading, predicate)
    ):
        return None
    verb = predicate.verb
    if verb.finite:
        found = _finite(reading, predicate)
    elif verb.participle:
        found = Certainty(Status.DONE, verb.affirmed)
    else:
        found = _governed(reading, predicate)
    if found and found.status is not Status.POSSIBLE and found.affirmed and is_rumour(reading):
        return Certainty(Status.POSSIBLE)
    return found


def _finite(reading: Reading, predicate: Predicate) -> Certainty | None:
    unit, verb = reading.units[predicate.at], predicate.verb
    words = {token.norm for token in reading.tokens[unit.start : unit.end + 1]}
    negated = not verb.affirmed or _negated_behind(reading, unit)
    if negated and words & _YET:
        return None
    if words & _MAYBE and not negated:
        return Certainty(Status.POSSIBLE)
    if words & _MAYBE:
        return None
    if verb.status is Status.POSSIBLE and _is_announced(reading, predicate):
        return Certainty(Status.PLANNED, not negated)
    return Certainty(verb.status, not negated)


def _is_announced(reading: Reading, predicate: Predicate) -> bool:
    """Whether a conditional is the future of an announcement: "a annoncé qu'il prendrait"."""
    before = [p for p in reading.predicates if p.at < predicate.at and p.verb.finite]
    if not before:
        return False
    said = before[-1]
    told = said.verb.lemma in _ANNOUNCING and said.verb.status is Status.DONE and said.verb.affirmed
    return told and not any(unit.kind in _BOUNDS for unit in reading.units[said.at : predicate.at])


def _negated_behind(reading: Reading, unit: Unit) -> bool:
    """As in "ne quittera pas", "ne rejoindra finalement pas"."""
    if reading.discourse.language is not Language.FR:
        return False
    before = {token.norm for token in reading.tokens[max(unit.start - 3, 0) : unit.end]}
    behind = {token.norm for token in reading.tokens[unit.end : unit.end + 3]}
    return bool(before & {"ne", "n'"}) and bool(behind & {"pas", "plus", "jamais"})


def _governed(reading: Reading, predicate: Predicate) -> Certainty | None:
    """An infinitive or gerund, by the verb that governs it: "a décidé de quitter Y"."""
    governor = governing(reading, predicate)
    if governor is None:
        return None
    outer = certainty(reading, governor)
    if outer is None or not _leads_to(reading, governor, predicate):
        return None
    between = reading.units[governor.at + 1 : predicate.at]
    if governor.verb.copula and any(unit.has("rumour") for unit in between):
        return Certainty(Status.POSSIBLE) if outer.affirmed else None
    if not predicate.verb.affirmed:
        return Certainty(outer.status, affirmed=False) if outer.affirmed else None
    if governor.has("refuse"):
        return Certainty(outer.status, affirmed=not outer.affirmed)
    return _led(reading, governor, predicate, outer)


def _led(
    reading: Reading, governor: Predicate, predicate: Predicate, outer: Certainty
) -> Certainty | None:
    """By what the governing verb means: a wish, a decision, a force, or a step on the way."""
    if governor.has("hope", "wish") and not governor.has("decide", "plan"):
        return Certainty(Status.POSSIBLE) if outer.affirmed else None
    if governor.has("force"):
        return outer
    if governor.has("decide", "plan", "accept", "say"):
        return Certainty(_TO_COME.get(outer.status, outer.status), outer.affirmed)
    before = reading.units[predicate.at - 1]
    purpose = before.word in _PURPOSE or before.kind is not UnitKind.PREPOSITION
    steps = governor.has("leave_team", "move", "sign", "join") and outer.affirmed
    return outer if purpose and steps else None


def governing(reading: Reading, predicate: Predicate) -> Predicate | None:
    """The verb before an infinitive or gerund that governs it, at once or through another."""
    return next(
        (
            p
            for p in reversed(reading.predicates)
            if p.at < predicate.at and p.complement == predicate.at
        ),
        None,
    )


def _leads_to(reading: Reading, governor: Predicate, predicate: Predicate) -> bool:
    """Whether nothing stands between two verbs that would part them."""
    between = reading.units[governor.at + 1 : predicate.at]
    if any(u.kind in _BOUNDS for u in between):
        return False
    words = {reading.tokens[u.start].norm for u in between}
    return not words & {"avant", "après", "before", "after", "sans", "without"}


def _is_asked(reading: Reading) -> bool:
    last = reading.tokens[-1] if reading.tokens else None
    return last is not None and last.text == "?"


def _is_condition(reading: Reading, at: int) -> bool:
    """Whether the clause of the verb begins with "if": its first word."""
    for position in range(at - 1, -1, -1):
        unit = reading.units[position]
        token = reading.tokens[unit.start]
        if token.norm in _IF and not (token.norm == "s'" and unit.kind is UnitKind.VERB):
            return True
        if unit.kind in _BOUNDS | {UnitKind.COMMA}:
            return False
    return False


def _is_refuted(reading: Reading, predicate: Predicate) -> bool:
    """Whether a verb before says that it is not so: "dément vouloir quitter Y"."""
    return any(p.has("deny") and p.at < predicate.at for p in reading.predicates)


def is_conditional(reading: Reading) -> bool:
    """Whether a French sentence hedges: "le salaire atteindrait", with any verb."""
    french = reading.discourse.language is Language.FR
    return french and any(t.norm.endswith(("rait", "raient")) for t in reading.tokens)


def is_rumour(reading: Reading) -> bool:
    """Whether the sentence passes on what is merely said: "selon nos informations", a paper."""
    units = reading.units
    for at, unit in enumerate(units):
        if unit.kind is UnitKind.PHRASE and unit.has("rumour"):
            return True
        if unit.kind is UnitKind.PREPOSITION and unit.word == "according":
            for behind in range(at + 1, min(at + 4, len(units))):
                named = reading.entities(behind, EntityKind.ORGANISATION)
                if named and reading.discourse.sort(named[0]) in {"press", "broadcaster", "agency"}:
                    return True
    return False
