"""One fact as one plain sentence, in either language."""

from __future__ import annotations

from facts.model import (
    DateInterval,
    Entity,
    Fact,
    Language,
    Quantity,
    RelativeDate,
    Status,
    Text,
)
from facts.wording.events import say_event, say_rank
from facts.wording.facts import (
    say_bare,
    say_phase,
    say_position,
    say_roles,
    say_value,
)
from facts.wording.french import of
from facts.wording.labels import capital, label
from facts.wording.phrases import phrase, phrases
from facts.wording.values import say_number


def describe(fact: Fact, language: Language, *, year: bool = True) -> str:
    """The fact in words, without a full stop.

    `year` False leaves out a year that the article did not write.
    """
    subject = label(fact.subject, language)
    value = _value(fact, language, year=year)
    position, house = say_position(fact, language)
    listener = fact.qualifier("to")
    event = say_event(fact, language)
    number = fact.value.number if isinstance(fact.value, Quantity) else None
    said = phrase(
        language,
        *_keys(fact),
        subject=subject,
        Subject=capital(subject),
        of_subject=of(subject),
        value=position if fact.relation == "position" else value,
        Value=capital(value),
        of_value=of(value),
        of_house=house,
        with_whom=_with_whom(fact, language),
        role=say_roles(fact, language),
        relation=fact.relation.replace("_", " "),
        event=event,
        Event=capital(event),
        ranked=say_rank(fact, language),
        listener=label(listener, language) if isinstance(listener, Entity) else "",
        number=say_number(number, language) if number is not None else "",
    )
    return _as_sure_as_it_is(fact, said.rstrip(), language)


def _as_sure_as_it_is(fact: Fact, said: str, language: Language) -> str:
    """With a word of warning where the phrase of a relation has none of its own."""
    own = {f"fact.{fact.relation}_{sort}" for sort in ("refused", "denied", "possible")}
    chosen = next(key for key in _keys(fact) if key in phrases(language))
    if chosen in own:
        return said
    if not fact.affirmed:
        return phrase(language, "fact.denial", said=said)
    if fact.status is Status.POSSIBLE and fact.relation != "phase":
        return phrase(language, "fact.possibility", said=said)
    return said


def _value(fact: Fact, language: Language, *, year: bool) -> str:
    if fact.relation == "phase":
        return say_phase(fact, language)
    planned_end = fact.relation == "filming_end" and fact.status is Status.PLANNED
    if planned_end and isinstance(fact.value, DateInterval | RelativeDate):
        return say_bare(fact.value, language, year=year)
    return say_value(fact.value, language, year=year)


def _with_whom(fact: Fact, language: Language) -> str:
    group = fact.qualifier("with")
    return phrase(language, f"phase.with.{group.text}") if isinstance(group, Text) else ""


def _keys(fact: Fact) -> tuple[str, ...]:
    """The phrases that may fit, the most telling first."""
    base = f"fact.{fact.relation}"
    special = ""
    manner = fact.qualifier("manner")
    if not fact.affirmed:
        refused = isinstance(manner, Text) and manner.text == "refused"
        special = "refused" if refused else "denied"
    elif fact.relation == "partner" and fact.qualifier("role"):
        special = "role"
    elif fact.relation == "said" and fact.qualifier("to"):
        special = "to"
    elif fact.relation == "phase" and fact.qualifier("with"):
        special = "with"
    elif fact.computed:
        special = "computed"
    elif fact.status:
        special = fact.status.value
    return (f"{base}_{special}", base, "fact.any")
