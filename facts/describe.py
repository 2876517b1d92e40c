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
from facts.wording.labels import (
    a_programme,
    capital,
    demonym,
    label,
    own_label,
    owner_of,
    topics_of,
)
from facts.wording.phrases import phrase, phrases
from facts.wording.values import say_list, say_number


def describe(fact: Fact, language: Language, *, year: bool = True) -> str:
    """The fact in words, without a full stop.

    `year` False leaves out a year that the article did not write.
    """
    subject = _subject(fact, language)
    value = _value(fact, language, year=year)
    position, house = say_position(fact, language)
    listener = fact.qualifier("to")
    event = say_event(fact, language)
    number = fact.value.number if isinstance(fact.value, Quantity) else None
    said = phrase(
        language,
        *_keys(fact, language),
        subject=subject,
        Subject=capital(subject),
        of_subject=of(subject),
        value=position if fact.relation == "position" else value,
        Value=capital(value),
        of_value=of(value),
        of_house=house,
        Owner=capital(owner_of(fact.subject, language)),
        work=a_programme(fact.subject, language),
        demonym=_demonym(fact, language),
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
    chosen = next(key for key in _keys(fact, language) if key in phrases(language))
    denies = chosen.removesuffix("_possible").endswith(("_refused", "_denied"))
    if not fact.affirmed and not denies:
        said = phrase(language, "fact.denial", said=said)
    hedged = chosen.endswith("_possible") or (fact.relation == "phase" and fact.affirmed)
    if fact.status is Status.POSSIBLE and not hedged:
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


def _subject(fact: Fact, language: Language) -> str:
    """The subject's label, without the name of whom the sentence names beside it."""
    if fact.relation in {"broadcaster", "maker"} and isinstance(fact.value, Entity):
        house = label(fact.value, language)
        if fact.relation == "broadcaster" and (own := own_label(fact.subject, house, language)):
            return own
        topics = topics_of(fact.subject, language)
        under_way = fact.status in {Status.UNDER_WAY, Status.PLANNED, Status.POSSIBLE}
        if under_way and topics and owner_of(fact.subject, language) == house:
            key, work = "answer.series.work_on", a_programme(fact.subject, language)
            return phrase(language, key, work=work, topic=say_list(topics, language))
    return label(fact.subject, language)


def _demonym(fact: Fact, language: Language) -> str:
    named = fact.relation == "nationality" and isinstance(fact.value, Entity)
    return demonym(fact.value, language) if named and isinstance(fact.value, Entity) else ""


def _is_in_the_label(fact: Fact, language: Language) -> bool:
    """Whether the label of the subject names its owner and this topic alone."""
    if fact.relation != "about" or not owner_of(fact.subject, language):
        return False
    value = _value(fact, language, year=True)
    return topics_of(fact.subject, language) == [value]


def _keys(fact: Fact, language: Language) -> tuple[str, ...]:
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
    elif _is_in_the_label(fact, language) and fact.status is not Status.POSSIBLE:
        special = "said"
    elif _demonym(fact, language):
        special = "demonym"
    elif fact.computed:
        special = "computed"
    elif fact.status:
        special = fact.status.value
    if fact.status is Status.POSSIBLE:
        special = "" if special == "with" else special  # nothing has begun
        own = (f"{base}_{special}_possible",) if not fact.affirmed else (f"{base}_possible",)
        return (*own, f"{base}_{special}", base, "fact.any")
    return (f"{base}_{special}", base, "fact.any")
