"""The whole of a programme in a few lines, each of them what a topic of its own would tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facts.composing import others, programmes
from facts.composing.draft import Composed, Material, doubtful, sure_of, without_vaguer
from facts.knowledge import best_first
from facts.model import Entity, EntityKind, SourcedFact
from facts.wording.labels import capital, described

_MOST_QUOTED = 2


def about(material: Material) -> Composed:
    """What it is, the race, the makers, the release, the episodes, the cast, and all around it."""
    near = replace(material, around=_told_along(material))
    # What its makers are known for is told with their other works.
    unknown = [known for known in near.around if known.fact.relation != "known_for"]
    told = Composed()
    for part in (
        _what(material),
        doubtful(material, "about"),
        *_races(near),
        programmes.production(replace(near, around=unknown)),
        programmes.release(near),
        programmes.episodes(near),
        programmes.teams(near),
        programmes.filming(near),
        programmes.partners(near),
        others.own_programmes(near),
        others.series(near),
        *_quotations(near),
    ):
        told = told.and_then(_in_one_line(part))
    return told


def _in_one_line(part: Composed) -> Composed:
    return Composed((" ".join(part.sentences),), part.facts) if part.sentences else Composed()


def _told_along(material: Material) -> list[SourcedFact]:
    """What the articles tell that speak of the programme."""
    articles = {key for known in material.own for key in known.sources}
    return [known for known in material.around if articles & set(known.sources)]


def _topics(material: Material) -> list[SourcedFact]:
    return without_vaguer(sure_of(material.own, "about"))


def _what(material: Material) -> Composed:
    topics = _topics(material)
    if not topics:
        return Composed()
    values = [known.fact.value for known in topics if isinstance(known.fact.value, Entity)]
    what = described(material.subject, values, material.language)
    if what:
        said = material.say("about.described", What=capital(what))
    else:
        said = material.say("about.topic", topics=material.names(topics))
    return Composed((said,), tuple(topics))


def _races(material: Material) -> Iterator[Composed]:
    """The dates of the races that it is about."""
    for known in _topics(material):
        race = known.fact.value
        if isinstance(race, Entity) and race.kind is EntityKind.RACE:
            own = [k for k in material.around if k.fact.subject.key == race.key]
            yield others.race_dates(replace(material, subject=race, own=own))


def _quotations(material: Material) -> Iterator[Composed]:
    said = best_first(k for k in material.around if k.fact.relation == "said")
    speakers = {known.fact.subject.key: known.fact.subject for known in said}
    for speaker in list(speakers.values())[:_MOST_QUOTED]:
        own = [k for k in material.around if k.fact.subject.key == speaker.key]
        yield others.quote(replace(material, subject=speaker, own=own))
