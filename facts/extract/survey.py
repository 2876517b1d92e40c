"""What an article as a whole shows of its unknown names: which are people, which are teams.

A name's first mention often tells nothing ("X quitte Y"), and a later one all ("X, 23 ans, le
coureur de Y"): so all sentences are looked at before any is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from facts.extract.discourse import Discourse
from facts.extract.namebook import name_book
from facts.extract.reading import Reading
from facts.extract.riders import described_age
from facts.extract.tokens import words_of
from facts.extract.units import Unit, UnitKind
from facts.model import Entity, EntityKind, Language

_STRONG, _WEAK = 2, 1
_SURE = 2
# Divisions, which stand before "team" and are none: "the British WorldTour team".
_LEVELS = frozenset({"worldtour", "world", "proteam", "proseries", "continental", "uci", "grand"})
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
Vote = tuple[Entity, EntityKind, int]


def survey(readings: Sequence[Reading], discourse: Discourse) -> None:
    """Let the discourse know the kind of each unknown name that the article shows."""
    _vote(readings, discourse)
    _vote(readings, discourse)  # "X (Y)" shows a team once X is known to be somebody


def _vote(readings: Sequence[Reading], discourse: Discourse) -> None:
    votes: dict[str, dict[EntityKind, int]] = defaultdict(lambda: defaultdict(int))
    for reading in readings:
        for at, unit in enumerate(reading.units):
            if unit.kind is UnitKind.NAME and unit.entity:
                for entity, kind, weight in _cues(reading, at, unit):
                    votes[entity.key][kind] += weight
    for key, kinds in votes.items():
        sure = [kind for kind, weight in kinds.items() if weight >= _SURE]
        if len(sure) == 1 and key not in discourse.kinds:
            discourse.kinds[key] = sure[0]


def _cues(reading: Reading, at: int, unit: Unit) -> Iterator[Vote]:
    if unit.entity is None:
        return
    if not unit.known and unit.may_be(EntityKind.PERSON):
        yield from ((unit.entity, EntityKind.PERSON, weight) for weight in _person(reading, at))
    if not unit.known and unit.may_be(EntityKind.TEAM):
        yield from ((unit.entity, EntityKind.TEAM, weight) for weight in _team(reading, at))
    inside = _bracketed(reading, at)
    if inside and inside.entity and len(words_of(unit.entity.name)) > 1:
        person = reading.kind(unit.entity) is EntityKind.PERSON
        if not inside.known and inside.may_be(EntityKind.TEAM):
            yield inside.entity, EntityKind.TEAM, _STRONG if person else _WEAK
        if not unit.known and inside.known and inside.may_be(EntityKind.TEAM):
            yield unit.entity, EntityKind.PERSON, _STRONG


def _person(reading: Reading, at: int) -> Iterator[int]:
    """Cues that a name is somebody's: an age or "who" behind it, a demonym before, a surname."""
    units, unit = reading.units, reading.units[at]
    words = words_of(unit.entity.name) if unit.entity else ()
    if len(words) < 2:  # noqa: PLR2004
        return
    used = tuple(token.fold for token in reading.tokens[unit.start : unit.end])
    before = units[at - 1] if at else None
    aged = described_age(reading, at) is not None
    noun = before is not None and before.kind is UnitKind.NOUN and before.has("rider")
    if used == words[1:] or aged or noun or _who_behind(reading, at) or _moves(reading, at):
        yield _STRONG
    if _apposed(reading, at, "rider"):
        yield _STRONG
    if before and before.has("demonym") and reading.tokens[before.start].is_capital:
        article = at > 1 and units[at - 2].kind in {UnitKind.DETERMINER, UnitKind.PREPOSITION}
        yield _STRONG if article else _WEAK
    after = units[at + 1] if at + 1 < len(units) else None
    if after and after.verb and after.has("say", "human") and after.verb.finite:
        yield _WEAK


def _who_behind(reading: Reading, at: int) -> bool:
    """Whether the English "who" follows, behind a comma or at once."""
    if reading.discourse.language is not Language.EN:
        return False
    following = [u for u in reading.units[at + 1 : at + 3] if u.kind is not UnitKind.COMMA]
    who = following[0] if following else None
    return who is not None and who.kind is UnitKind.RELATIVE and _text(reading, who) == "who"


def _moves(reading: Reading, at: int) -> bool:
    """Whether the name's verb takes it to a known team or away from one: "X will join *Y*"."""
    units = reading.units
    position = at + 1
    if position < len(units) and units[position].kind is UnitKind.OPEN:
        position = next(
            (n + 1 for n in range(position, len(units)) if units[n].kind is UnitKind.CLOSE),
            position,
        )
    verb = units[position].verb if position < len(units) else None
    if verb is None or not verb.finite or verb.passive:
        return False
    if not units[position].has("join", "leave_team", "extend", "sign"):
        return False
    named = next((u for u in units[position + 1 : position + 6] if u.kind is UnitKind.NAME), None)
    return named is not None and named.known and named.may_be(EntityKind.TEAM)


def _team(reading: Reading, at: int) -> Iterator[int]:
    """Cues that a name is a team's: its riders beside it, its jersey, "chez" before it."""
    units = reading.units
    words = {token.fold for token in reading.tokens[units[at].start : units[at].end]}
    if words & _LEVELS or words & name_book().gazetteer.demonyms.keys():
        return
    after = units[at + 1] if at + 1 < len(units) else None
    if after and after.kind is UnitKind.NOUN and after.has("rider", "manager"):
        person = next((u for u in units[at + 2 :] if u.kind not in _FILLERS), None)
        named = person is not None and person.kind is UnitKind.NAME
        yield _STRONG if named and reading.discourse.language is Language.EN else _WEAK
    if after and after.has("team") and reading.discourse.language is Language.EN:
        yield _STRONG
    governor = _governor(reading, at)
    if governor and governor.has("jersey"):
        yield _STRONG
    if governor and governor.has("rider"):
        yield _WEAK
    if _apposed(reading, at, "team"):
        yield _STRONG
    before = units[at - 1] if at else None
    if before and before.kind is UnitKind.PREPOSITION and before.word == "at":
        yield _WEAK if _text(reading, before) == "chez" else 0
    if before and before.kind is UnitKind.NOUN and before.has("team") and before.determiner:
        yield _STRONG
    if _moved_to(reading, at):
        yield _STRONG


def _moved_to(reading: Reading, at: int) -> bool:
    """Whether somebody joins, leaves or signs with the name: "X rejoint *Y*"."""
    units = reading.units
    position = at - 1
    while position >= 0 and units[position].kind in _FILLERS | {UnitKind.PREPOSITION}:
        position -= 1
    verb = units[position] if position >= 0 else None
    if verb is None or not verb.verb or not verb.has("join", "leave_team", "sign"):
        return False
    for unit in reversed(units[:position]):
        if unit.kind is UnitKind.NAME:
            return unit.may_be(EntityKind.PERSON)
        if unit.kind is UnitKind.PRONOUN:
            return unit.word in {"he", "she"}
        if unit.value and unit.value.kind == "age":
            return True
    return False


def _governor(reading: Reading, at: int) -> Unit | None:
    """The noun that a name belongs to: "le *maillot* de X", "le *grimpeur* espagnol de X"."""
    units = reading.units
    position = at - 1
    while position >= 0 and units[position].kind in _FILLERS:
        position -= 1
    if position < 1 or units[position].kind is not UnitKind.PREPOSITION:
        return None
    if units[position].word not in {"of", "from"}:
        return None
    position -= 1
    while position >= 0 and units[position].kind is UnitKind.WORD:
        position -= 1
    return units[position] if position >= 0 and units[position].kind is UnitKind.NOUN else None


def _apposed(reading: Reading, at: int, concept: str) -> bool:
    """Whether a noun of the concept stands behind the name's comma, past an age."""
    units = reading.units
    position = at + 1
    if position >= len(units) or units[position].kind is not UnitKind.COMMA:
        return False
    for unit in units[position + 1 : position + 7]:
        if unit.kind is UnitKind.NOUN:
            return unit.has(concept) and unit.determiner in {"definite", "indefinite", ""}
        aged = unit.value is not None and unit.value.kind == "age"
        if unit.kind not in _FILLERS | {UnitKind.COMMA} and not aged:
            return False
    return False


def _bracketed(reading: Reading, at: int) -> Unit | None:
    """The name that stands alone in brackets behind another: "X (*Y*)"."""
    kinds = [unit.kind for unit in reading.units[at + 1 : at + 4]]
    alone = kinds == [UnitKind.OPEN, UnitKind.NAME, UnitKind.CLOSE]
    return reading.units[at + 2] if alone else None


def _text(reading: Reading, unit: Unit) -> str:
    return reading.tokens[unit.start].norm


__all__ = ["survey"]
