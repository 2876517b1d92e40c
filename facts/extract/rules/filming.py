"""How far the making of a programme is: under way, begun, until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facts.extract.discourse import Draft, Programme
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.trust import weighed
from facts.extract.units import UnitKind
from facts.model import Phase, Status, Text, Value

_PHASES = {"filming": Phase.FILMING, "editing": Phase.EDITING}
_STARTED: dict[Status | None, Status] = {
    Status.DONE: Status.UNDER_WAY,
    Status.UNDER_WAY: Status.UNDER_WAY,
    Status.POSSIBLE: Status.POSSIBLE,
    None: Status.UNDER_WAY,
}
_NOT = frozenset({"non", "pas", "plus", "not", "longer"})
_ENDED: dict[Status | None, Status] = {
    Status.DONE: Status.DONE,
    Status.POSSIBLE: Status.POSSIBLE,
}


def filming(reading: Reading) -> Iterator[Draft]:
    """As in "Le tournage est en cours", "elle se terminera fin juillet", "filming began in May"."""
    for predicate in reading.predicates:
        event, programme = _event(reading, predicate)
        if event and programme:
            told = _told(reading, predicate, _PHASES[event], programme)
            yield from weighed(reading, predicate.at, told)


def _event(reading: Reading, predicate: Predicate) -> tuple[str, Programme | None]:
    """The making that is the verb's subject, and the programme that is made."""
    discourse = reading.discourse
    for at in predicate.subjects:
        unit = reading.units[at]
        concept = next((c for c in _PHASES if unit.kind is UnitKind.NOUN and unit.has(c)), "")
        if concept:
            programme = _made(reading, at)
            discourse.last_event, discourse.last_event_programme = concept, programme
            return concept, programme
        pronoun = unit.kind is UnitKind.PRONOUN and unit.word in {"he", "she", "it"}
        if pronoun and predicate.has("start", "end", "last") and discourse.last_event:
            return discourse.last_event, discourse.last_event_programme
    if predicate.subjects and predicate.verb.finite:
        discourse.last_event = ""
    return "", None


def _made(reading: Reading, at: int) -> Programme | None:
    """What is filmed: "le tournage *du docu-série*", else what the article is about."""
    units = reading.units
    for position in range(at + 1, min(at + 5, len(units))):
        if units[position].kind is UnitKind.VERB:
            break
        programme = reading.programme(position)
        if programme or units[position].has("programme"):
            return programme  # None where it is unclear which one is meant
    return reading.discourse.main


def _told(
    reading: Reading, predicate: Predicate, phase: Phase, programme: Programme
) -> Iterator[Draft]:
    units, verb = reading.units, predicate.verb
    dates = [d for a in predicate.arguments if (d := reading.date(a.at))]
    dates = dates if phase is Phase.FILMING else []  # there is no relation for other phases' days
    phrases = [a.at for a in predicate.arguments if a.role == "phrase"]
    over = any(_is_over(reading, p) for p in reading.predicates)
    under_way = any(units[at].has("under_way") and not _is_denied(reading, at) for at in phrases)
    finished = verb.copula and any(units[at].has("finished") for at in phrases)
    if not verb.affirmed:
        return
    if under_way and not over:
        yield Draft(programme, "phase", phase, "phase/under-way", status=Status.UNDER_WAY)
    elif predicate.has("start"):
        yield from _begun(reading, predicate, Draft(programme, "phase", phase, ""), over=over)
    elif finished or predicate.has("end", "last"):
        ended = _is_over(reading, predicate)
        for date in dates[:1]:
            status = Status.DONE if ended else _ENDED.get(verb.status, Status.PLANNED)
            yield Draft(programme, "filming_end", date, "phase/end-date", status=status)
        if ended:
            yield Draft(programme, "phase", phase, "phase/end", status=Status.DONE)


def _begun(reading: Reading, predicate: Predicate, draft: Draft, *, over: bool) -> Iterator[Draft]:
    """The phase that begins or began, unless it is `over` by now, and the day of it."""
    begun = Status.DONE if predicate.verb.participle else predicate.verb.status
    status = _STARTED.get(begun, Status.PLANNED)
    if not (over and status is Status.UNDER_WAY):
        group = _with_whom(reading, predicate)
        yield replace(draft, pattern="phase/start", status=status, qualifiers=group)
    dates = [d for a in predicate.arguments if (d := reading.date(a.at))]
    for date in dates[:1] if draft.value is Phase.FILMING else []:
        start = "phase/start-date"
        yield Draft(draft.subject, "filming_start", date, start, status=begun)


def _is_denied(reading: Reading, at: int) -> bool:
    """As in "et non *en cours*", "and not *under way*"."""
    start = reading.units[at].start
    return any(t.norm in _NOT for t in reading.tokens[max(start - 2, 0) : start])


def _is_over(reading: Reading, predicate: Predicate) -> bool:
    """Whether a verb tells that the making has ended: "a pris fin", "est terminé", "is wrapped"."""
    verb = predicate.verb
    if not verb.affirmed:
        return False
    if predicate.has("end"):
        ended = verb.status is Status.DONE
        return ended or (verb.passive and not verb.participle and verb.status is None)
    said = [a.at for a in predicate.arguments if a.role == "phrase"]
    stated = verb.copula and verb.status in {None, Status.UNDER_WAY, Status.DONE}
    return stated and any(reading.units[at].has("finished") for at in said)


def _with_whom(reading: Reading, predicate: Predicate) -> tuple[tuple[str, Value], ...]:
    """As in "Auprès des équipes engagées": the words that say with whom it began."""
    for argument in predicate.arguments:
        unit = reading.units[argument.at]
        if argument.role == "with" and unit.kind is UnitKind.NOUN and unit.has("team", "rider"):
            return (("with", Text("teams" if unit.has("team") else "riders")),)
    return ()
