"""Answers about a programme: cast, release, episodes, makers, partners, filming."""

from __future__ import annotations

from decimal import Decimal

from facts.composing.draft import (
    Composed,
    Material,
    doubtful,
    is_certain,
    one_or_many,
    sure_of,
    sure_one,
)
from facts.knowledge import current
from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    Language,
    Quantity,
    RelativeDate,
    SourcedFact,
    Status,
    Text,
)
from facts.wording.facts import say_bare, say_phase, say_roles, say_when, tells_year
from facts.wording.french import of
from facts.wording.labels import label
from facts.wording.phrases import phrase
from facts.wording.values import say_list, say_quantity


def teams(material: Material) -> Composed:
    """Who is followed, and who said no."""
    cast = sure_of(material.own, "features")
    followed = [k for k in cast if k.fact.affirmed and _is_team(k)]
    people = [k for k in cast if k.fact.affirmed and not _is_team(k)]
    sentences: list[str] = []
    if followed:
        count = Quantity(Decimal(len(followed)), "team")
        said = say_quantity(count, material.language, words=True)
        sentences.append(material.say("teams.followed", Count=said, teams=material.names(followed)))
    if people:
        sentences.append(material.say("teams.people", people=material.names(people)))
    no, told = _denials(material, cast, "teams")
    sure = Composed((*sentences, *told), (*followed, *people, *no))
    return sure.and_then(doubtful(material, "features"))


def _is_team(known: SourcedFact) -> bool:
    return isinstance(known.fact.value, Entity) and known.fact.value.kind is EntityKind.TEAM


def _denials(
    material: Material, cast: list[SourcedFact], topic: str
) -> tuple[list[SourcedFact], list[str]]:
    told: list[str] = []
    found: list[SourcedFact] = []
    for manner in ("refused", "absent"):
        group = [k for k in cast if not k.fact.affirmed and _manner(k) == manner]
        if group:
            key = one_or_many(f"{topic}.{manner}", len(group))
            told.append(material.say(key, teams=material.names(group)))
            found.extend(group)
    return found, told


def _manner(known: SourcedFact) -> str:
    manner = known.fact.qualifier("manner")
    return manner.text if isinstance(manner, Text) else "absent"


def refused(material: Material) -> Composed:
    """Who said no; then who said yes."""
    cast = sure_of(material.own, "features")
    no, told = _denials(material, cast, "refused")
    followed = [k for k in cast if k.fact.affirmed]
    perhaps = doubtful(material, "features")
    if not no and all(known.fact.affirmed for known in perhaps.facts):
        told = [material.say("refused.nobody")]
    if followed:
        told.append(material.say("refused.others", teams=material.names(followed)))
    return Composed(tuple(told), (*no, *followed)).and_then(perhaps)


def release(material: Material) -> Composed:
    """When and where it comes out."""
    when = current(material.own, "release")
    past = when is not None and when.fact.status is Status.DONE
    where = [*sure_of(material.own, "platform"), *sure_of(material.own, "broadcaster")]
    where = [k for k in _without_repeats(where) if past or not _is_bygone(k)]
    perhaps = doubtful(material, "platform", "broadcaster")
    if when is None:
        if not where:
            return perhaps
        said = material.say("release.only_where", platforms=material.names(where))
        return Composed((said,), tuple(where)).and_then(perhaps)
    place = ""
    if where:
        place = phrase(material.language, "answer.release.where", platforms=material.names(where))
    status = when.fact.status or Status.PLANNED
    text = material.say(f"release.{status.value}", when=_when(when, material.language), where=place)
    return Composed((text,), (when, *where)).and_then(perhaps)


def _is_bygone(known: SourcedFact) -> bool:
    """Whether somebody showed it once: "X diffusait la série"."""
    return known.fact.relation == "broadcaster" and known.fact.status is Status.DONE


def _without_repeats(facts: list[SourcedFact]) -> list[SourcedFact]:
    kept: dict[str, SourcedFact] = {}
    for known in facts:
        if isinstance(known.fact.value, Entity):
            kept.setdefault(known.fact.value.key, known)
    return list(kept.values())


def _when(known: SourcedFact, language: Language) -> str:
    value = known.fact.value
    if not isinstance(value, DateInterval | RelativeDate):
        return ""
    return say_when(value, language, year=tells_year(known))


def _until(known: SourcedFact, language: Language) -> str:
    value = known.fact.value
    if not isinstance(value, DateInterval | RelativeDate):
        return ""
    return say_bare(value, language, year=tells_year(known))


def episodes(material: Material) -> Composed:
    """How many, how long each, and how long in all."""
    perhaps = doubtful(material, "episode_count", "episode_length", "length")
    return _episodes(material).and_then(perhaps)


def _episodes(material: Material) -> Composed:
    count = sure_one(material.own, "episode_count")
    each = sure_one(material.own, "episode_length")
    total = sure_one(material.own, "length")
    language = material.language
    if count and each and total and isinstance(total.fact.value, Quantity):
        text = material.say(
            "episodes.both",
            Count=_quantity(count, language),
            length=_quantity(each, language),
            total=say_quantity(total.fact.value, language),
        )
        return Composed((text,), (count, each, total))
    if count:
        return Composed(
            (material.say("episodes.count", Count=_quantity(count, language)),), (count,)
        )
    if each:
        return Composed(
            (material.say("episodes.length", length=_quantity(each, language)),), (each,)
        )
    if total:
        return Composed(
            (material.say("episodes.single", length=_quantity(total, language)),), (total,)
        )
    return Composed()


def _quantity(known: SourcedFact, language: Language) -> str:
    value = known.fact.value
    return say_quantity(value, language, words=True) if isinstance(value, Quantity) else ""


def production(material: Material) -> Composed:
    """Who makes it, whom that company unites, and what they are known for."""
    makers = sure_of(material.own, "maker")
    if not makers:
        return doubtful(material, "maker")
    names = material.names(makers)
    made = Composed(
        (material.say("production.makers", makers=names, of_makers=of(names)),), tuple(makers)
    )
    return made.and_then(_companies(material, makers)).and_then(doubtful(material, "maker"))


def _companies(material: Material, makers: list[SourcedFact]) -> Composed:
    told = Composed()
    people = {k.fact.value.key for k in makers if isinstance(k.fact.value, Entity)}
    for maker in makers:
        parts = [k for k in _around(material, "unites") if k.fact.subject == maker.fact.value]
        if parts:
            company = material.name(maker)
            text = material.say("production.unites", Company=company, parts=material.names(parts))
            told = told.and_then(Composed((text,), tuple(parts)))
            people |= {k.fact.value.key for k in parts if isinstance(k.fact.value, Entity)}
    return told.and_then(known_for(material, people, "production.known", "works"))


def known_for(material: Material, people: set[str], key: str, part: str) -> Composed:
    """As in "A et B sont connus pour X", for those of the people of whom it was read."""
    facts = [k for k in _around(material, "known_for") if k.fact.subject.key in people]
    if not facts:
        return Composed()
    subjects = {k.fact.subject.key: k.fact.subject for k in facts}
    works = {k.fact.value.key: k for k in facts if isinstance(k.fact.value, Entity)}
    names = say_list([label(s, material.language) for s in subjects.values()], material.language)
    chosen = f"{key}_one" if len(subjects) == 1 else key
    said = material.names(works.values())
    return Composed((material.say(chosen, people=names, **{part: said}),), tuple(facts))


def _around(material: Material, relation: str) -> list[SourcedFact]:
    seen: set[object] = set()
    found: list[SourcedFact] = []
    for known in material.around:
        key = (known.fact.subject.key, getattr(known.fact.value, "key", known.fact.value))
        if known.fact.relation == relation and key not in seen and is_certain(known):
            seen.add(key)
            found.append(known)
    return found


def partners(material: Material) -> Composed:
    """The partners, each with its role."""
    found = sure_of(material.own, "partner")
    if not found:
        return doubtful(material, "partner")
    names = [_with_role(material, known) for known in found]
    listed = say_list(names, material.language)
    subject = of(label(material.subject, material.language))
    text = material.say("partners.list", partners=listed, of_programme=subject)
    return Composed((text,), tuple(found)).and_then(doubtful(material, "partner"))


def _with_role(material: Material, known: SourcedFact) -> str:
    name, role = material.name(known), say_roles(known.fact, material.language)
    if not role:
        return name
    return phrase(material.language, "answer.partners.with_role", name=name, role=role)


def filming(material: Material) -> Composed:
    """How far it is, with whom it began, until when it goes on."""
    phase = _phase(material)
    start, end = sure_one(material.own, "filming_start"), sure_one(material.own, "filming_end")
    sentences: list[str] = []
    if phase:
        state, group = say_phase(phase.fact, material.language), phase.fact.qualifier("with")
        if isinstance(group, Text) and is_certain(phase):
            said = phrase(material.language, f"phase.with.{group.text}")
            sentences.append(material.say("filming.begun", state=state, **{"with": said}))
        else:
            sentences.append(material.say("filming.state", state=state))
    if start:
        key = "filming.starts" if start.fact.status is Status.PLANNED else "filming.since"
        sentences.append(material.say(key, when=_when(start, material.language)))
    if end:
        done = end.fact.status is Status.DONE
        said = _when(end, material.language) if done else _until(end, material.language)
        sentences.append(material.say("filming.ended" if done else "filming.until", when=said))
    facts = tuple(known for known in (phase, start, end) if known)
    perhaps = doubtful(material, "filming_start", "filming_end")
    return Composed(tuple(sentences), facts).and_then(perhaps)


def _phase(material: Material) -> SourcedFact | None:
    """The latest phase; of the same report, the one that also says with whom it began."""
    latest = current(material.own, "phase")
    if latest is None:
        return None
    fuller = [
        k
        for k in material.own
        if k.fact.relation == "phase"
        and k.fact.value == latest.fact.value
        and k.fact.status == latest.fact.status
        and k.fact.qualifier("with")
        and set(k.sources) & set(latest.sources)
    ]
    return fuller[0] if fuller else latest
