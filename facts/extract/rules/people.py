"""Who holds which position, and who said what to whom."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Status, Text, Value

_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_HOUSES = (EntityKind.ORGANISATION, EntityKind.TEAM, EntityKind.RACE)
_REACH = 8
_NOT_NOW = frozenset(
    "ancien ancienne ex former futur future prochain prochaine incoming outgoing designe "
    "elect then alors erstwhile".split()
)


def people(reading: Reading) -> Iterator[Draft]:
    """Positions first, since a quotation tells its speaker's."""
    for at, unit in enumerate(reading.units):
        if unit.kind is UnitKind.NOUN and unit.has("position"):
            yield from _position(reading, at)
    yield from _quotations(reading)


def _position(reading: Reading, at: int) -> Iterator[Draft]:
    """As in "X, le directeur général d'ASO", "ASO managing director X"."""
    person = _holder(reading, at)
    house = _house(reading, at)
    if person and house:
        words = Text(_words(reading, at), reading.discourse.language)
        qualifiers: tuple[tuple[str, Value], ...] = (("of", house),)
        if not _is_past_or_future(reading, at):
            yield Draft(person, "position", words, "position/apposition", qualifiers=qualifiers)


def _is_past_or_future(reading: Reading, at: int) -> bool:
    """As in "l'ancien directeur", "former director", "le futur patron", "ex-manager"."""
    units = reading.units
    first = at
    while first > 0 and units[first - 1].kind in _FILLERS | {UnitKind.NAME}:
        first -= 1
    last = min(units[at].end + 2, len(reading.tokens))
    near = {token.fold for token in reading.tokens[units[first].start : last]}
    return bool(near & _NOT_NOW)


def _words(reading: Reading, at: int) -> str:
    unit = reading.units[at]
    first, last = reading.tokens[unit.start], reading.tokens[unit.end - 1]
    return " ".join(reading.text[first.start : last.end].split())


def _holder(reading: Reading, at: int) -> Entity | None:
    """The person beside the position: behind it, before its comma, or behind its complement."""
    units = reading.units
    if at + 1 < len(units) and _person(reading, at + 1):
        return _person(reading, at + 1)
    position = at - 1
    while position >= 0 and (units[position].kind in _FILLERS or _is_house(reading, position)):
        position -= 1
    if position >= 1 and units[position].kind is UnitKind.COMMA:
        before = _person(reading, position - 1)
        if before:
            return before
    for behind in range(at + 1, min(at + _REACH, len(units) - 1)):
        if units[behind].kind is UnitKind.COMMA:
            return _person(reading, behind + 1)
        if units[behind].kind is UnitKind.VERB:
            break
    return None


def _person(reading: Reading, at: int) -> Entity | None:
    unit = reading.units[at]
    if unit.kind is not UnitKind.NAME or unit.entity is None:
        return None
    if unit.may_be(EntityKind.PERSON) and not unit.known and unit.end - unit.start > 1:
        reading.discourse.kinds[unit.entity.key] = EntityKind.PERSON
    found = reading.entities(at, EntityKind.PERSON)
    return found[0] if found else None


def _taken_up(reading: Reading, at: int) -> Entity | None:
    """Who a pronoun, a demonym or an age speaks of: "the Slovenian", "il", "the 27-year-old"."""
    if reading.units[at].kind is UnitKind.NAME:
        return None
    return next(iter(reading.entities(at, EntityKind.PERSON)), None)


def _is_house(reading: Reading, at: int) -> bool:
    return reading.units[at].kind is UnitKind.NAME and bool(reading.entities(at, *_HOUSES))


def _house(reading: Reading, at: int) -> Entity | None:
    """Where the position is held: "of" a house behind it, or the house named right before it."""
    units = reading.units
    position = at + 1
    if position < len(units) and units[position].kind is UnitKind.PREPOSITION:
        while position < len(units) and (units[position].kind in _FILLERS | {UnitKind.PREPOSITION}):
            position += 1
        found = reading.entities(position, *_HOUSES) if position < len(units) else []
        if found:
            return found[0]
    before = reading.entities(at - 1, *_HOUSES) if at else []
    return before[0] if before else None


def _quotations(reading: Reading) -> Iterator[Draft]:
    units = reading.units
    for at, unit in enumerate(units):
        if unit.kind is not UnitKind.QUOTATION:
            continue
        said = _said(reading, at)
        speaker = _speaker(reading, said, at) if said else _according(reading, at)
        if speaker is None:
            continue
        listener = _listener(reading, said) if said else None
        qualifiers: tuple[tuple[str, Value], ...] = (("to", listener),) if listener else ()
        text = Text(_spoken(reading, at), reading.discourse.language)
        yield Draft(
            speaker, "said", text, "said/quotation", status=Status.DONE, qualifiers=qualifiers
        )


def _spoken(reading: Reading, at: int) -> str:
    unit = reading.units[at]
    first, last = reading.tokens[unit.start + 1], reading.tokens[unit.end - 2]
    return " ".join(reading.text[first.start : last.end].split()).rstrip(" ,")


def _said(reading: Reading, at: int) -> Predicate | None:
    """The verb of saying nearest to the quotation."""
    verbs = [p for p in reading.predicates if p.has("say") and p.verb.finite]
    return min(verbs, key=lambda p: abs(p.at - at), default=None)


def _speaker(reading: Reading, said: Predicate, quotation: int) -> Entity | None:
    """Who says it: behind the verb where the quotation stands before it, else its subject."""
    if quotation < said.at:
        for at in range(said.at + 1, min(said.at + _REACH, len(reading.units))):
            if reading.units[at].kind in {UnitKind.QUOTATION, UnitKind.SEMICOLON}:
                break
            person = _person(reading, at) or _taken_up(reading, at)
            if person:
                return person
            if reading.units[at].kind is UnitKind.PREPOSITION and reading.units[at].word != "of":
                break
    for at in said.subjects:
        found = reading.entities(at, EntityKind.PERSON)
        if found:
            return found[0]
    return None


def _according(reading: Reading, quotation: int) -> Entity | None:
    """As in "Selon X, « ... »"."""
    for at, unit in enumerate(reading.units):
        if unit.kind is UnitKind.PREPOSITION and unit.word == "according":
            for behind in range(at + 1, min(at + 4, len(reading.units))):
                person = _person(reading, behind)
                if person and abs(quotation - behind) < _REACH:
                    return person
    return None


def _listener(reading: Reading, said: Predicate) -> Entity | None:
    """To whom it was said: "à nos confrères de X", "told X"."""
    units = reading.units
    armed = False
    for at in range(said.at + 1, len(units)):
        unit = units[at]
        if unit.kind is UnitKind.QUOTATION:
            break
        if unit.kind is UnitKind.PREPOSITION and unit.word in {"to", "with", "at", "in"}:
            armed = True
        elif unit.kind is UnitKind.NOUN and unit.has("position"):
            armed = False
        elif unit.kind is UnitKind.NAME:
            found = reading.entities(at, EntityKind.ORGANISATION)
            direct = said.verb.lemma == "tell" and at == said.at + 1
            if found and (armed or direct):
                return found[0]
    return None
