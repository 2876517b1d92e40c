"""Answers about races, screens, the makers' other works, and quotations."""

from __future__ import annotations

from facts.composing import programmes
from facts.composing.draft import (
    Composed,
    Material,
    doubtful,
    is_certain,
    sure_of,
    sure_one,
    without_vaguer,
)
from facts.describe import describe
from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    Quantity,
    RelativeDate,
    SourcedFact,
    Status,
    Text,
)
from facts.wording.facts import say_position, say_when, tells_year
from facts.wording.labels import UNTITLED, a_programme, capital, label, own_label
from facts.wording.phrases import phrase
from facts.wording.values import say_list, say_number


def race(material: Material) -> Composed:
    """Its dates, then who organises, broadcasts and produces it."""
    perhaps = doubtful(material, "dates", "organiser", "broadcaster", "producer")
    return race_dates(material).and_then(_roles(material)).and_then(perhaps)


def race_dates(material: Material) -> Composed:
    """When it is run."""
    dates = sure_one(material.own, "dates")
    if dates is None or not isinstance(dates.fact.value, DateInterval):
        return Composed()
    when = say_when(dates.fact.value, material.language, year=tells_year(dates))
    key = "race.dates_done" if dates.fact.status is Status.DONE else "race.dates"
    return Composed((material.say(key, when=when),), (dates,))


def _roles(material: Material) -> Composed:
    told = Composed()
    found = {r: sure_of(material.own, r) for r in ("organiser", "broadcaster", "producer")}
    names = {relation: material.names(facts) for relation, facts in found.items() if facts}
    if "broadcaster" in names and names.get("broadcaster") == names.get("producer"):
        names["broadcaster_producer"] = names.pop("broadcaster")
        found["broadcaster_producer"] = [*found["broadcaster"], *found["producer"]]
        del names["producer"]
    for relation in ("organiser", "broadcaster_producer", "broadcaster", "producer"):
        if relation in names:
            text = material.say(f"race.{relation}", names=names[relation])
            told = told.and_then(Composed((text,), tuple(found[relation])))
    return told


def broadcast(material: Material) -> Composed:
    """Where and when the programme is shown, and what broadcasters show of their own."""
    shown = [k for k in sure_of(material.own, "broadcaster") if not _has_platform(material)]
    told = Composed() if shown else programmes.release(material)
    for known in shown:
        told = told.and_then(_own_programme(material, known))
    told = told.and_then(own_programmes(material))
    for known in sure_of(material.around, "broadcaster"):
        if known.fact.subject.kind is EntityKind.RACE:
            name = label(known.fact.subject, material.language)
            names = material.name(known)
            text = material.say(
                "broadcast.race",
                Race=capital(name),
                race=name,
                names=names,
                Names=capital(names),
            )
            told = told.and_then(Composed((text,), (known,)))
    return told


def own_programmes(material: Material) -> Composed:
    """What broadcasters show of their own."""
    told = Composed()
    for known in material.around:
        fact = known.fact
        own = fact.relation == "broadcaster" and fact.subject.kind is EntityKind.PROGRAMME
        own = own and is_certain(known)
        if own and fact.subject.key != material.subject.key:
            told = told.and_then(_own_programme(material, known))
    return told


def _has_platform(material: Material) -> bool:
    return any(k.fact.relation == "platform" for k in material.own)


def _own_programme(material: Material, known: SourcedFact) -> Composed:
    of_it = [k for k in material.around if k.fact.subject.key == known.fact.subject.key]
    when, length = sure_one(of_it, "release"), sure_one(of_it, "length")
    said = ""
    if when and isinstance(when.fact.value, DateInterval | RelativeDate):
        said = " " + say_when(when.fact.value, material.language, year=tells_year(when))
    suffix = {Status.PLANNED: "_planned", Status.DONE: "_done"}.get(
        known.fact.status or Status.DONE, ""
    )
    lasts = material.name(length) if length and isinstance(length.fact.value, Quantity) else ""
    names = material.name(known)
    programme = own_label(known.fact.subject, names, material.language, lasts)
    if not programme:
        programme = label(known.fact.subject, material.language)
        programme += f" ({lasts})" if lasts else ""
    text = material.say(f"broadcast.own{suffix}", Names=names, programme=programme, when=said)
    facts = tuple(k for k in (known, when, length) if k)
    return Composed((text,), facts)


def series(material: Material) -> Composed:
    """What else the makers are known for and work on, and where they are from."""
    people = _makers(material)
    told = Composed()
    for work in _known_works(material, people):
        told = told.and_then(_known_work(material, people, work))
    for status in (Status.UNDER_WAY, Status.PLANNED, Status.DONE):
        told = told.and_then(_other_works(material, people, status))
    return told.and_then(_countries(material, people))


def _makers(material: Material) -> set[str]:
    """The makers of the programme (or the company itself), with the companies that they unite."""
    if material.subject.kind is not EntityKind.PROGRAMME:
        return {material.subject.key}
    found = {
        k.fact.value.key for k in sure_of(material.own, "maker") if isinstance(k.fact.value, Entity)
    }
    for known in material.around:
        fact = known.fact
        if (
            fact.relation == "unites"
            and is_certain(known)
            and fact.subject.key in found
            and isinstance(fact.value, Entity)
        ):
            found = found | {fact.value.key}
    return found


def _known_works(material: Material, people: set[str]) -> list[Entity]:
    sure = [k for k in material.around if is_certain(k)]
    facts = [k.fact for k in sure if k.fact.relation == "known_for"]
    works = [f.value for f in facts if f.subject.key in people and isinstance(f.value, Entity)]
    return list({work.key: work for work in works}.values())


def _known_work(material: Material, people: set[str], work: Entity) -> Composed:
    facts = [
        k for k in material.around
        if k.fact.relation == "known_for" and is_certain(k)
        and k.fact.value == work and k.fact.subject.key in people
    ]  # fmt: skip
    subjects = {k.fact.subject.key: k.fact.subject for k in facts}
    names = say_list([label(s, material.language) for s in subjects.values()], material.language)
    details, more = _details(material, work)
    title = label(work, material.language)
    said = phrase(material.language, "answer.series.work", title=title, details=details)
    key = "series.known_one" if len(subjects) == 1 else "series.known"
    return Composed((material.say(key, people=names, work=said),), (*facts, *more))


def _details(material: Material, work: Entity) -> tuple[str, list[SourcedFact]]:
    """What is known of a work, in brackets: " (sur Netflix, sur la Formule 1, saison 4)"."""
    facts = [k for k in material.around if k.fact.subject.key == work.key]
    parts: list[str] = []
    used: list[SourcedFact] = []
    for relation, key in (("platform", "series.platform"), ("about", "series.topic")):
        found = sure_of(facts, relation)
        found = without_vaguer(found)
        if found:
            parts.append(phrase(material.language, f"answer.{key}", names=material.names(found)))
            used.extend(found)
    season = sure_one(facts, "season")
    if season and isinstance(season.fact.value, Quantity):
        number = say_number(season.fact.value.number, material.language)
        planned = season.fact.status in {Status.PLANNED, Status.POSSIBLE}
        key = "series.season_planned" if planned else "series.season_out"
        parts.append(phrase(material.language, f"answer.{key}", number=number))
        used.append(season)
    return (f" ({', '.join(parts)})" if parts else ""), used


def _other_works(material: Material, people: set[str], status: Status) -> Composed:
    facts = [
        k for k in material.around
        if k.fact.relation == "maker" and (k.fact.status or Status.DONE) is status
        and isinstance(k.fact.value, Entity) and k.fact.value.key in people
        and k.fact.subject.key != material.subject.key
    ]  # fmt: skip
    told = Composed()
    makers = {k.fact.value.key: k for k in facts if isinstance(k.fact.value, Entity)}
    for maker in makers.values():
        own = [k for k in facts if k.fact.value == maker.fact.value]
        works = say_list([_work(material, k.fact.subject) for k in own], material.language)
        text = material.say(f"series.{status.value}", maker=material.name(maker), works=works)
        told = told.and_then(Composed((text,), tuple(own)))
    return told


def _work(material: Material, work: Entity) -> str:
    own = [k for k in material.around if k.fact.subject.key == work.key]
    topics = without_vaguer(sure_of(own, "about"))
    if work.key.startswith(UNTITLED) and topics:
        return phrase(
            material.language,
            "answer.series.work_on",
            work=a_programme(work, material.language),
            topic=material.names(topics),
        )
    return label(work, material.language)


def _countries(material: Material, people: set[str]) -> Composed:
    told = Composed()
    for known in material.around:
        if (
            known.fact.relation == "nationality"
            and is_certain(known)
            and known.fact.subject.key in people
        ):
            text = material.say("series.from", said=describe(known.fact, material.language))
            told = told.and_then(Composed((text,), (known,)))
    return told


def quote(material: Material) -> Composed:
    """Who said what, in which position, to whom."""
    told = Composed()
    position = sure_one(material.own, "position")
    for known in sure_of(material.own, "said"):
        text = known.fact.value
        if not isinstance(text, Text):
            continue
        listener = known.fact.qualifier("to")
        to = label(listener, material.language) if isinstance(listener, Entity) else ""
        foreign = text.language is not None and text.language is not material.language
        said = material.say(
            "quote.foreign" if foreign else "quote.quote",
            speaker=label(material.subject, material.language),
            position=_position(material, position),
            to=phrase(material.language, "answer.quote.to", listener=to) if to else "",
            text=text.text,
        )
        facts = (known, position) if position else (known,)
        told = told.and_then(Composed((said,), facts))
    return told


def _position(material: Material, known: SourcedFact | None) -> str:
    if known is None:
        return ""
    words = " ".join(part for part in say_position(known.fact, material.language) if part)
    return phrase(material.language, "answer.quote.position", position=words)
