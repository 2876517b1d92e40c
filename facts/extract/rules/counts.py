"""How many episodes a programme has, how long they are, and which season it is."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft, Programme
from facts.extract.reading import Reading
from facts.extract.rules.trust import weighed
from facts.extract.units import Unit, UnitKind, VerbGroup
from facts.extract.values import read_values
from facts.model import Quantity, Status

_CLOSE = 4
_TO = frozenset({"à", "et", "ou", "to", "and", "or", "-", "–", "/"})
_LENGTH_UNITS = frozenset({"minute", "hour"})
# What stands before the count of a part: "the first two episodes".
_SOME = frozenset(
    "first last next final opening closing other remaining autres premiers derniers".split()
)


def counts(reading: Reading) -> Iterator[Draft]:
    """As in "Huit épisodes de 45 minutes", "un format de 52 minutes", "la quatrième saison"."""
    episodes: tuple[Programme, int] | None = None
    for at in range(len(reading.units)):
        count = reading.quantity(at, "episode") or _counted_before(reading, at)
        programme = _programme(reading, at) if count else None
        if count and programme and not _is_partial(reading, at) and not _is_denied(reading, at):
            status = _status(reading, at)
            draft = Draft(programme, "episode_count", count, "episodes/count", status=status)
            yield from weighed(reading, at, [draft])
            episodes = (programme, at)
        yield from weighed(reading, at, _season(reading, at))
        yield from weighed(reading, at, _length(reading, at, episodes))


def _counted_before(reading: Reading, at: int) -> Quantity | None:
    """As in "an eight-episode series", "eight 45-minute episodes": a number set before the noun."""
    units = reading.units
    if not units[at].has("episode"):
        return None
    before = at - 1
    if before > 0 and _duration(units[before]):
        before -= 1
    if before < 0 or units[before].kind is not UnitKind.WORD:
        return None
    if _is_range(reading, units[before].start):
        return None
    word = reading.tokens[units[before].start].text
    found = read_values(f"{word} episodes", reading.discourse.language, None)
    value = found[0].value if found else None
    exact = found and not found[0].approximate and found[0].kind == "quantity"
    return value if exact and isinstance(value, Quantity) and value.unit == "episode" else None


def _programme(reading: Reading, at: int) -> Programme | None:
    """The programme that a count belongs to: the nearest before it, else the article's."""
    return reading.nearest_programme(at) or reading.discourse.main


def _is_partial(reading: Reading, at: int) -> bool:
    """Whether only some of the episodes are counted: "les deux premiers", "the first two"."""
    mention = reading.units[at].value
    if mention is not None and mention.comparison is not None:
        return True
    if _is_range(reading, reading.units[at].start):
        return True
    start = reading.units[at].start
    return any(token.fold in _SOME for token in reading.tokens[max(start - 2, 0) : start])


def _is_range(reading: Reading, start: int) -> bool:
    """Whether the number only ends a range: "six à *huit* épisodes", "between six and *eight*"."""
    if reading.tokens[start].glued:
        return True
    if start < 2 or reading.tokens[start - 1].norm not in _TO:  # noqa: PLR2004
        return False
    first = reading.tokens[start - 2].text
    return bool(read_values(f"{first} episodes", reading.discourse.language, None))


def _status(reading: Reading, at: int) -> Status | None:
    verb = _verb_before(reading, at)
    return verb.status if verb else None


def _is_denied(reading: Reading, at: int) -> bool:
    verb = _verb_before(reading, at)
    return verb is not None and not verb.affirmed


def _verb_before(reading: Reading, at: int) -> VerbGroup | None:
    verbs = [u.verb for u in reading.units[:at] if u.verb and u.verb.finite]
    return verbs[-1] if verbs else None


def _duration(unit: Unit) -> Quantity | None:
    mention = unit.value
    if mention is None or mention.kind != "duration" or mention.approximate or mention.comparison:
        return None
    value = mention.value
    return value if isinstance(value, Quantity) and value.unit in _LENGTH_UNITS else None


def _length(reading: Reading, at: int, episodes: tuple[Programme, int] | None) -> Iterator[Draft]:
    duration = _duration(reading.units[at])
    if duration is None or _is_range(reading, reading.units[at].start):
        return
    if episodes and 0 < at - episodes[1] <= _CLOSE and _joined(reading, episodes[1], at):
        yield Draft(episodes[0], "episode_length", duration, "episodes/length")
        return
    behind = reading.units[at + 1 : at + _CLOSE]
    if any(unit.has("each") for unit in behind) and episodes:
        yield Draft(episodes[0], "episode_length", duration, "episodes/each")
        return
    if behind and behind[0].has("episode"):
        programme = _programme(reading, at)
        if programme:
            yield Draft(programme, "episode_length", duration, "episodes/length-before")
        return
    programme = _described_by(reading, at)
    if programme:
        yield Draft(programme, "length", duration, "length/of")


def _joined(reading: Reading, left: int, right: int) -> bool:
    between = reading.units[left + 1 : right]
    kinds = {UnitKind.PREPOSITION, UnitKind.WORD, UnitKind.DETERMINER, UnitKind.VERB}
    plain = all(unit.kind in kinds for unit in between)
    return plain and any(u.kind is UnitKind.PREPOSITION and u.word == "of" for u in between)


def _described_by(reading: Reading, at: int) -> Programme | None:
    """The programme whose length this is: "un format de 52 minutes", "a 52-minute film"."""
    units = reading.units
    if at + 1 < len(units) and units[at + 1].has("programme"):
        return reading.programme(at + 1)
    if at >= 2 and units[at - 1].kind is UnitKind.PREPOSITION and units[at - 1].word == "of":  # noqa: PLR2004
        return reading.programme(at - 2) if units[at - 2].has("programme") else None
    return None


def _season(reading: Reading, at: int) -> Iterator[Draft]:
    """As in "La quatrième saison de X", "X, dont la quatrième saison est diffusée"."""
    mention = reading.units[at].value
    if mention is None or mention.kind != "ordinal" or not isinstance(mention.value, Quantity):
        return
    if mention.value.unit != "season":
        return
    programme = _of_programme(reading, at)
    if programme:
        status = _season_status(reading, at)
        yield Draft(programme, "season", mention.value, "season/ordinal", status=status)


def _season_status(reading: Reading, at: int) -> Status | None:
    """Whether the season is out, on its way or still planned, by the verb that it is subject of."""
    for predicate in reading.predicates:
        if at in predicate.subjects:
            return predicate.verb.status or Status.UNDER_WAY
    verb = _verb_before(reading, at)
    told = verb.status if verb else None
    return told if told in {Status.PLANNED, Status.POSSIBLE} else None


def _of_programme(reading: Reading, at: int) -> Programme | None:
    units = reading.units
    if at + 2 < len(units) and units[at + 1].kind is UnitKind.PREPOSITION:
        behind = [reading.programme(n) for n in range(at + 2, min(at + 5, len(units)))]
        found = next((programme for programme in behind if programme), None)
        if found:
            return found
    before = at - 1
    while before >= 0 and units[before].kind in {UnitKind.WORD, UnitKind.DETERMINER}:
        before -= 1
    if before >= 0 and units[before].kind is UnitKind.RELATIVE:
        programmes = [p for n, p in reading.programmes() if n < before]
        return programmes[0] if programmes else None
    return reading.nearest_programme(at)
