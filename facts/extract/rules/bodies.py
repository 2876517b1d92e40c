"""The words for injuries and illnesses as they stand in a sentence."""

from __future__ import annotations

from facts.extract.reading import Reading
from facts.extract.tokens import fold
from facts.extract.units import Unit, UnitKind

_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_SIDES = frozenset("left right gauche droit droite".split())
_OF = frozenset({"of", "to", "in"})
_LONGEST = 8
_TESTED_FOR = ("covid", "coronavirus", "sars", "grippe", "flu", "influenza")
_OWN = frozenset("his her their".split())
_PARTICIPLES = {
    "break": "broken", "fracture": "fractured", "dislocate": "dislocated", "tear": "torn",
    "sprain": "sprained", "bruise": "bruised",
}  # fmt: skip
_NOUNS = {
    "casser": "fracture", "fracturer": "fracture", "briser": "fracture", "fêler": "fêlure",
    "luxer": "luxation", "démettre": "luxation", "déchirer": "déchirure",
}  # fmt: skip
_CONTRACTED = {"le": "du", "les": "des", "un": "d'un", "une": "d'une", "son": "du", "sa": "de la"}


def words(reading: Reading, first: int, last: int) -> str:
    """The text of the units `[first, last]`, white space folded."""
    start = reading.tokens[reading.units[first].start].start
    end = reading.tokens[reading.units[last].end - 1].end
    return " ".join(reading.text[start:end].split())


def injury_words(reading: Reading, at: int) -> str:
    """An injury's noun with what it is of: "fracture de la clavicule", "knee injury"."""
    units = reading.units
    last = at
    position, prepositions = at + 1, 0
    while position < min(at + _LONGEST, len(units)):
        unit = units[position]
        if unit.has("body") or _is_side(reading, unit):
            last = position
        elif unit.kind is UnitKind.PREPOSITION and unit.word in _OF and prepositions < 1:
            prepositions += 1
        elif not (unit.kind in _FILLERS and _adjective(reading, unit)):
            break
        position += 1
    return words(reading, at, last)


def _is_side(reading: Reading, unit: Unit) -> bool:
    return reading.tokens[unit.start].norm in _SIDES


def _adjective(reading: Reading, unit: Unit) -> bool:
    return unit.kind is UnitKind.DETERMINER or reading.tokens[unit.start].text.isalpha()


def broken_part(reading: Reading, verb: int) -> str:
    """What a verb says is broken: "fractured pelvis", "fracture de la clavicule"."""
    units = reading.units
    lemma = units[verb].verb.lemma if units[verb].verb else ""  # type: ignore[union-attr]
    first, determiner = verb + 1, ""
    if first < len(units) and units[first].kind is UnitKind.DETERMINER:
        determiner = reading.tokens[units[first].start].norm
        first += 1
    body = next((n for n in range(first, min(first + 4, len(units))) if units[n].has("body")), None)
    if body is None or any(u.kind not in _FILLERS for u in units[first:body]):
        return ""
    if body + 1 < len(units) and _is_side(reading, units[body + 1]):
        body += 1
    part = words(reading, first, body)
    if lemma in _PARTICIPLES:
        return f"{_PARTICIPLES[lemma]} {part}"
    if lemma in _NOUNS:
        joined = _CONTRACTED.get(determiner, "de l'" if determiner == "l'" else f"de {determiner}")
        return f"{_NOUNS[lemma]} {joined}" + ("" if joined.endswith("'") else " ") + part
    return ""


def reason(reading: Reading, places: range) -> str:
    """Why, in the words behind "due to", "à cause de", "with": an injury, an illness or a crash."""
    units = reading.units
    for at in places:
        unit = units[at]
        if unit.kind is not UnitKind.NOUN:
            continue
        if unit.has("injury"):
            return injury_words(reading, at)
        if unit.has("illness"):
            return illness_words(reading, at)
        if unit.has("crash"):
            return words(reading, at, at)
    return ""


def is_illness(found: str) -> bool:
    """Whether what a test found is an illness, and no substance."""
    return fold(found).startswith(_TESTED_FOR)


def illness_words(reading: Reading, at: int) -> str:
    """The name of an illness with the adjective that French puts behind it."""
    units = reading.units
    after = units[at + 1] if at + 1 < len(units) else None
    adjective = (
        after is not None and after.kind is UnitKind.WORD and after.word.endswith(("ale", "aire"))
    )
    return words(reading, at, at + 1 if adjective else at)
