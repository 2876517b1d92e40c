"""What can be said only once the whole article is read: roles of partners, vaguer repetitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from facts.extract.discourse import Discourse, Draft, Programme
from facts.model import DateInterval, Entity, Fact, Status, Text


def with_roles(draft: Draft, discourse: Discourse) -> Draft:
    """A partner with the roles that the article gives it, as relation names ("organiser")."""
    if draft.relation != "partner" or not isinstance(draft.value, Entity):
        return draft
    roles = list(discourse.roles.get(draft.value.key, ()))
    programme = draft.subject
    if isinstance(programme, Programme) and draft.value.key in {p.key for p in programme.platforms}:
        roles.append("platform")
    return replace(draft, qualifiers=(("role", Text(", ".join(roles))),)) if roles else draft


def in_tense(draft: Draft, published: date | None) -> Draft:
    """A date written without its year, moved by a year where the verb's tense asks for it.

    On 31 March, "will end in late July" is to come and "ended in late July" was last year.
    """
    dates = draft.value
    if published is None or not isinstance(dates, DateInterval) or dates.year_written:
        return draft
    if draft.status is Status.PLANNED and dates.end and dates.end < published:
        return replace(draft, value=_moved(dates, 1))
    if draft.status is Status.DONE and dates.start and dates.start > published:
        return replace(draft, value=_moved(dates, -1))
    return draft


def _moved(dates: DateInterval, years: int) -> DateInterval:
    return replace(dates, start=_shifted(dates.start, years), end=_shifted(dates.end, years))


def _shifted(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap_day else day.day)


def without_vaguer(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Without what the same article says more precisely.

    "About the Tour" gives way to "about the Tour 2022", "in 2023" to "in the first half of 2023".
    """
    kept = _without_wider_dates(tuple(facts))
    precise = {
        (f.subject.key, _base(f.value)) for f in kept if f.relation == "about" and _dated(f.value)
    }
    return tuple(
        f
        for f in kept
        if f.relation != "about"
        or _dated(f.value)
        or (f.subject.key, _base(f.value)) not in precise
    )


def _without_wider_dates(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(f for f in facts if not any(_is_within(other, f) for other in facts))


def _is_within(precise: Fact, wide: Fact) -> bool:
    inner, outer = precise.value, wide.value
    if not (isinstance(inner, DateInterval) and isinstance(outer, DateInterval)):
        return False
    same = (precise.subject.key, precise.relation) == (wide.subject.key, wide.relation)
    return same and precise.affirmed == wide.affirmed and contains(outer, inner)


def contains(outer: DateInterval, inner: DateInterval) -> bool:
    """Whether a closed period lies inside another, wider one."""
    if None in {outer.start, outer.end, inner.start, inner.end}:
        return False
    bounds = (outer.start, outer.end) != (inner.start, inner.end)
    return bounds and outer.start <= inner.start and inner.end <= outer.end  # type: ignore[operator]


def _base(value: object) -> str:
    return "/".join(value.key.split("/")[:2]) if isinstance(value, Entity) else ""


def _dated(value: object) -> bool:
    return isinstance(value, Entity) and value.key.count("/") > 1
