"""Who does what to whom: the arguments of a verb, found by the order of the units around it.

This is no full parse. Subjects are looked for to the left of the verb and arguments to the right,
up to the next clause; a rule then takes the argument of the kind that it wants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facts.extract.arguments import LISTING, NOMINAL, ROLE_PHRASES, Argument, collect
from facts.extract.units import Unit, UnitKind, VerbGroup

_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
# Relatives that are never their verb's subject: "Y, dont l'offre a été refusée".
_NO_SUBJECTS = frozenset({"dont", "où", "whose", "where", "whom"})
_STOPS = frozenset({UnitKind.SEMICOLON, UnitKind.QUOTATION, UnitKind.COLON})
_TITLE_MARKS = {"«": "»", "“": "”", '"': '"'}
_Subjects = dict[int, tuple[int, ...]]  # of the verbs read so far, by their place


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb at `units[at]` with its subjects (best first) and its arguments.

    `complement` is the verb that it governs ("refused *to appear*"), -1 where there is none.
    """

    at: int
    verb: VerbGroup
    subjects: tuple[int, ...]
    arguments: tuple[Argument, ...]
    complement: int = -1
    end: int = 0

    def has(self, *concepts: str) -> bool:
        """Whether the verb carries any of these concepts."""
        return not self.verb.concepts.isdisjoint(concepts)


def predicates(units: Sequence[Unit]) -> tuple[Predicate, ...]:
    """All the verbs of a sentence with their arguments, from left to right."""
    found: list[Predicate] = []
    known: _Subjects = {}
    for at, unit in enumerate(units):
        if unit.kind is UnitKind.VERB and unit.verb:
            arguments, complement, end = collect(units, at)
            known[at] = tuple(_subjects(units, at, known))
            found.append(Predicate(at, unit.verb, known[at], arguments, complement, end))
    return tuple(found)


def chain_head(units: Sequence[Unit], at: int) -> int:
    """The nominal that `units[at]` depends on through prepositions, or itself."""
    while True:
        before = _skip_fillers(units, at - 1)
        if before < 0 or units[before].kind is not UnitKind.PREPOSITION:
            return at
        governor = _skip_fillers(units, before - 1)
        if governor < 0 or units[governor].kind not in NOMINAL:
            return at
        at = governor


def in_preposition(units: Sequence[Unit], at: int) -> str:
    """The preposition right before the nominal at `at`, or an empty text."""
    before = _skip_fillers(units, at - 1)
    if before >= 0 and units[before].kind is UnitKind.PREPOSITION:
        return "" if units[before].word == "'s" else units[before].word
    if before >= 0 and units[before].kind is UnitKind.PHRASE:
        return next((c for c in ROLE_PHRASES if units[before].has(c)), "")
    return ""


def listed(units: Sequence[Unit], at: int, step: int) -> list[int]:
    """The names that form a list with the one at `at`, going left (-1) or right (1)."""
    found = [at]
    position = at + step
    while 0 <= position < len(units):
        if units[position].kind in LISTING or units[position].kind is UnitKind.DETERMINER:
            position += step
            continue
        separated = any(
            u.kind in LISTING
            for u in units[min(position, found[-1]) + 1 : max(position, found[-1])]
        )
        if units[position].kind is not UnitKind.NAME or not separated:
            break
        found.append(position)
        position += step
    return found


def _skip_fillers(units: Sequence[Unit], at: int) -> int:
    while at >= 0 and units[at].kind in _FILLERS:
        at -= 1
    return at


def _subjects(units: Sequence[Unit], at: int, known: _Subjects) -> Sequence[int]:
    verb = units[at].verb
    if verb and verb.finite:
        return _subjects_of_finite(units, at, known)
    if verb and verb.participle:
        return _antecedents(units, at)
    return known.get(_verb_before(units, at), ())


def _subjects_of_finite(units: Sequence[Unit], at: int, known: _Subjects) -> Sequence[int]:
    joint = _skip_words(units, at - 1)
    if joint >= 0 and units[joint].kind is UnitKind.CONJUNCTION:
        governor = _verb_before(units, joint)
        if governor >= 0:  # "X broke his wrist and left": the second verb has no subject of its own
            return known[governor]
    position = at - 1
    insertion = True
    while position >= 0:
        unit = units[position]
        if unit.kind is UnitKind.RELATIVE:
            return [] if unit.word in _NO_SUBJECTS else _antecedents(units, position)
        if unit.kind is UnitKind.VERB and unit.verb and unit.verb.finite:
            shared = any(u.kind in LISTING | {UnitKind.CONTRAST} for u in units[position + 1 : at])
            return known[position] if shared else ()
        if _may_be_subject(units, position):
            return _coordinated(units, position)
        if unit.kind in _STOPS:
            break
        position, insertion = _leftwards(units, position, insertion=insertion)
    return []


def _may_be_subject(units: Sequence[Unit], at: int) -> bool:
    if units[at].kind not in NOMINAL or _is_aside(units, at):
        return False
    return not in_preposition(units, at) or is_partitive(units, at)


def _leftwards(units: Sequence[Unit], at: int, *, insertion: bool) -> tuple[int, bool]:
    """Where to go on: past brackets, and once past what two commas set apart."""
    if units[at].kind is UnitKind.COMMA and insertion:
        return _before_insertion(units, at), False
    if units[at].kind is UnitKind.CLOSE:
        return _opening(units, at) - 1, insertion
    return at - 1, insertion


def _is_aside(units: Sequence[Unit], at: int) -> bool:
    """Whether a value only stands in between: "X, *23 ans*, signe", "heard *last month*, did"."""
    mention = units[at].value
    if mention is None or not at:
        return False
    if mention.kind == "date" and at + 1 < len(units):
        return units[at + 1].kind is UnitKind.COMMA
    return mention.kind == "age" and units[at - 1].kind is UnitKind.COMMA


def is_partitive(units: Sequence[Unit], at: int) -> bool:
    """As in "huit *des 22 équipes*", "most *of the teams*"."""
    before = _skip_determiners(units, at - 1)
    if before < 1 or units[before].kind is not UnitKind.PREPOSITION or units[before].word != "of":
        return False
    return units[before - 1].kind is UnitKind.WORD


def _skip_words(units: Sequence[Unit], at: int) -> int:
    while at >= 0 and units[at].kind is UnitKind.WORD:
        at -= 1
    return at


def _skip_determiners(units: Sequence[Unit], at: int) -> int:
    while at >= 0 and units[at].kind is UnitKind.DETERMINER:
        at -= 1
    return at


def _coordinated(units: Sequence[Unit], at: int) -> list[int]:
    if units[at].kind is not UnitKind.NAME:
        return [at]
    found = listed(units, at, -1)
    last = found[-1]
    return found if not in_preposition(units, last) else [at]


def _antecedents(units: Sequence[Unit], at: int) -> list[int]:
    """The nominals that a relative or a participle at `at` may belong to, nearest first."""
    position = at - 1
    while position >= 0:
        if units[position].kind is UnitKind.CLOSE:
            position = _opening(units, position) - 1
        elif units[position].kind in _FILLERS | {UnitKind.COMMA}:
            position -= 1
        else:
            break
    if position < 0 or units[position].kind not in NOMINAL:
        return []
    if units[at].kind is UnitKind.RELATIVE and _is_quoted(units, position, at):
        return _antecedents_before_title(units, position)
    found = [position]
    head = chain_head(units, position)
    while head != found[-1]:
        step = _skip_fillers(units, _skip_fillers(units, found[-1] - 1) - 1)
        if step < 0 or step in found:
            break
        found.append(step)
    return found


def _is_quoted(units: Sequence[Unit], at: int, end: int) -> bool:
    """Whether a name stands alone in quotation marks, as a title does."""
    before = units[at - 1].word if at else ""
    closing = _TITLE_MARKS.get(before)
    return closing is not None and any(unit.word == closing for unit in units[at + 1 : end])


def _antecedents_before_title(units: Sequence[Unit], title: int) -> list[int]:
    """Whom a relative behind a title belongs to: "X, to whom we owe “Y”, *who* ...": to X.

    Nobody where another name stands before the title, and no such relative tells.
    """
    for position in range(title - 1, -1, -1):
        if units[position].kind in _STOPS:
            break
        if units[position].kind is UnitKind.RELATIVE:
            joint = position
            while joint > 0 and units[joint - 1].kind is UnitKind.PREPOSITION:
                joint -= 1
            return _antecedents(units, joint)
    named = any(unit.kind is UnitKind.NAME for unit in units[:title])
    return [] if named else [title]


def _before_insertion(units: Sequence[Unit], comma: int) -> int:
    """Where to go on to the left of a comma: before what two commas set apart, if they do."""
    in_clause = False  # between a verb and the relative that begins its clause, from the right
    for position in range(comma - 1, -1, -1):
        unit = units[position]
        if unit.kind is UnitKind.RELATIVE:
            in_clause = False
        if unit.kind is UnitKind.COMMA and not in_clause:
            before = _skip_fillers(units, position - 1)
            nominal = before >= 0 and units[before].kind in NOMINAL
            return position - 1 if nominal and _is_insertion(units, position) else comma - 1
        if unit.kind is UnitKind.VERB and unit.verb and unit.verb.finite:
            if in_clause:
                break
            in_clause = True
    return comma - 1


def _is_insertion(units: Sequence[Unit], comma: int) -> bool:
    following = units[comma + 1] if comma + 1 < len(units) else None
    return following is not None and following.kind is not UnitKind.NAME


def _opening(units: Sequence[Unit], closing: int) -> int:
    return next((i for i in range(closing, -1, -1) if units[i].kind is UnitKind.OPEN), 0)


def _verb_before(units: Sequence[Unit], at: int) -> int:
    for position in range(at - 1, -1, -1):
        unit = units[position]
        if unit.kind is UnitKind.VERB and unit.verb and unit.verb.finite:
            return position
        if unit.kind in _STOPS:
            break
    return -1
