"""What can be said only once the whole article is read: roles of partners, vaguer repetitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facts.extract.discourse import Discourse, Draft, Programme
from facts.model import Entity, Fact, Text


def with_roles(draft: Draft, discourse: Discourse) -> Draft:
    """A partner with the roles that the article gives it, as relation names ("organiser")."""
    if draft.relation != "partner" or not isinstance(draft.value, Entity):
        return draft
    roles = list(discourse.roles.get(draft.value.key, ()))
    programme = draft.subject
    if isinstance(programme, Programme) and draft.value.key in {p.key for p in programme.platforms}:
        roles.append("platform")
    return replace(draft, qualifiers=(("role", Text(", ".join(roles))),)) if roles else draft


def without_vaguer(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Without "about the Tour" where the same article says "about the Tour 2022"."""
    kept = tuple(facts)
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


def _base(value: object) -> str:
    return "/".join(value.key.split("/")[:2]) if isinstance(value, Entity) else ""


def _dated(value: object) -> bool:
    return isinstance(value, Entity) and value.key.count("/") > 1
