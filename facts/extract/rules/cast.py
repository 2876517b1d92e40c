"""Which teams and riders a programme follows, and which said no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facts.extract.discourse import Draft, Programme
from facts.extract.predicates import Predicate, is_partitive, listed
from facts.extract.reading import Reading
from facts.extract.rules.trust import weighed
from facts.extract.units import UnitKind
from facts.model import Entity, EntityKind, Quantity, Status, Text

_CAST = (EntityKind.TEAM, EntityKind.PERSON)
_REFUSED = (("manner", Text("refused")),)
_EXCEPT = frozenset({"sauf", "except"})
_ABSENT = (("manner", Text("absent")),)


def cast(reading: Reading) -> Iterator[Draft]:
    """As in "Netflix suivra huit équipes : A, B et C", "D a refusé d'apparaître"."""
    denied: set[str] = set()
    for predicate in reading.predicates:
        for draft in weighed(reading, predicate.at, _refusals(reading, predicate)):
            denied.add(_key(draft))
            yield draft
    told: set[str] = set(denied)
    for predicate in reading.predicates:
        for draft in weighed(reading, predicate.at, _followed(reading, predicate)):
            if draft.relation != "features" or _key(draft) not in told:
                told.add(_key(draft))
                yield draft


def _key(draft: Draft) -> str:
    return draft.value.key if isinstance(draft.value, Entity) else ""


def _refusals(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    programme = _programme(reading, predicate)
    if programme is None:
        return
    qualifiers = None
    if _is_open(reading, predicate):
        return
    if predicate.has("refuse") and predicate.verb.affirmed and _concerns(reading, predicate):
        qualifiers = _REFUSED
    elif predicate.has("wish", "accept") and not predicate.verb.affirmed:
        qualifiers = _REFUSED if _concerns(reading, predicate) else None
    elif predicate.has("appear") and not predicate.verb.affirmed and reading.programmes():
        qualifiers = _ABSENT
    elif predicate.verb.copula and _is_absent(reading, predicate):
        qualifiers = _ABSENT if predicate.verb.affirmed else None
    if qualifiers is None:
        return
    for member in _agents(reading, predicate):
        yield Draft(
            programme, "features", member, "features/refused",
            affirmed=False, status=predicate.verb.status, qualifiers=qualifiers,
        )  # fmt: skip


def _is_open(reading: Reading, predicate: Predicate) -> bool:
    """Whether no answer has been given yet: "have not signed up", "n'a pas encore accepté"."""
    if predicate.verb.affirmed or not predicate.has("accept", "wish"):
        return False
    unit = reading.units[predicate.at]
    words = {t.norm for t in reading.tokens[max(unit.start - 1, 0) : unit.end + 2]}
    return bool(words & {"yet", "encore", "toujours", "still", "sign", "signed"})


def _agents(reading: Reading, predicate: Predicate) -> list[Entity]:
    places = _without_exceptions(reading, predicate.subjects)
    return [e for at in places for e in reading.entities(at, *_CAST)]


def _without_exceptions(reading: Reading, places: Iterable[int]) -> list[int]:
    """Without those whom "sauf", "except" and the like set apart, to the end of their list."""
    apart: set[int] = set()
    for at, unit in enumerate(reading.units):
        if unit.has("except") or (unit.kind is UnitKind.CONTRAST and unit.word in _EXCEPT):
            first = next((n for n in reading.nominals() if n > at), None)
            apart.update(listed(reading.units, first, 1) if first is not None else ())
    return [at for at in places if at not in apart]


def _concerns(reading: Reading, predicate: Predicate) -> bool:
    """Whether what was refused is to be in the programme (and not a contract or a dope test)."""
    after = range(predicate.at + 1, len(reading.units))
    governed = reading.units[predicate.complement] if predicate.complement >= 0 else None
    if governed and governed.has("produce", "broadcast") and not governed.has("follow", "appear"):
        return False
    if any(reading.programme(at) for at in after):
        return True
    complement = reading.units[predicate.complement] if predicate.complement >= 0 else None
    return complement is not None and complement.has("appear", "film", "follow")


def _is_absent(reading: Reading, predicate: Predicate) -> bool:
    phrases = [reading.units[a.at] for a in predicate.arguments if a.role == "phrase"]
    return any(p.has("absent") for p in phrases) and bool(reading.programmes())


def _programme(reading: Reading, predicate: Predicate) -> Programme | None:
    """The programme of the clause. Without one, the article's, if it has one at all."""
    return reading.context_programme(predicate.at)


def _followed(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    places = _without_exceptions(reading, _places(reading, predicate))
    programme = _programme(reading, predicate)
    if not places or programme is None:
        return
    status = predicate.verb.status
    for at in places:
        count = reading.quantity(at, "team")
        if count and not is_partitive(reading.units, at):
            yield _count(programme, count, status)
        for member in reading.entities(at, *_CAST):
            affirmed = predicate.verb.affirmed
            pattern = "features/followed"
            yield Draft(programme, "features", member, pattern, affirmed=affirmed, status=status)


def _count(programme: Programme, count: Quantity, status: Status | None) -> Draft:
    return Draft(programme, "team_count", count, "features/count", status=status)


def _places(reading: Reading, predicate: Predicate) -> list[int]:
    """The units that may name whom the programme follows."""
    if predicate.has("follow") and _by_crew(reading, predicate):
        behind = _behind(reading, predicate)
        subjects = list(predicate.subjects)
        return [*subjects, *_list_behind(reading, subjects)] if predicate.verb.passive else behind
    if predicate.verb.infinitive:
        return []  # "hesitates *to appear*": the verb before it tells whether they do
    if predicate.has("accept") and not predicate.verb.affirmed:
        return []  # whether they refused is told apart
    if predicate.has("appear", "accept") and _tells_of_cast(reading, predicate):
        subjects = list(predicate.subjects)
        return [*subjects, *_list_behind(reading, subjects)]
    if predicate.verb.copula and _subject_is_followed(reading, predicate):
        return _behind(reading, predicate)
    return []


def _by_crew(reading: Reading, predicate: Predicate) -> bool:
    """Whether the one who follows is a programme, its makers or its cameras: not a rider."""
    if predicate.verb.passive:
        return bool(reading.programmes()) or reading.discourse.main is not None
    followers = [e for at in predicate.subjects for e in reading.entities(at)]
    if any(reading.kind(e) in {EntityKind.PERSON, EntityKind.TEAM} for e in followers):
        return False
    makes = any(reading.programme(at) for at in predicate.subjects)
    return makes or bool(followers) or bool(reading.programmes())


def _tells_of_cast(reading: Reading, predicate: Predicate) -> bool:
    if predicate.has("accept") and not _concerns(reading, predicate):
        return bool(_list_behind(reading, list(predicate.subjects)))
    return bool(reading.programmes())


def _subject_is_followed(reading: Reading, predicate: Predicate) -> bool:
    """As in "Les équipes suivies sont : A, B et C"."""
    before = reading.units[: predicate.at]
    team = any(_is_teams(reading, n) for n in range(len(before)))
    return team and any(u.verb and u.verb.participle and u.has("follow") for u in before)


def _is_teams(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    return (unit.kind is UnitKind.NOUN and unit.has("team")) or bool(reading.quantity(at, "team"))


def _behind(reading: Reading, predicate: Predicate) -> list[int]:
    """What stands behind the verb: its arguments, and the list behind a colon."""
    excluded = {
        a.at for a in predicate.arguments if a.role in {"except", "without", "by", "before"}
    }
    found = [a.at for a in predicate.arguments if a.at not in excluded and a.role != "phrase"]
    groups = [at for at in found if _is_teams(reading, at)]
    return list(dict.fromkeys([*found, *_list_behind(reading, groups)]))


def _list_behind(reading: Reading, groups: list[int]) -> list[int]:
    """The names behind the colon or comma that explains a group: "huit équipes : A, B et C"."""
    units = reading.units
    for group in groups:
        if not _is_teams(reading, group):
            continue
        colon = next(
            (n for n in range(group + 1, len(units)) if units[n].kind is UnitKind.COLON), -1
        )
        first = next((n for n in reading.nominals() if n > colon >= 0), None)
        if first is not None:
            return listed(units, first, 1)
    return []
