"""From a topic and the store's facts to an Answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from facts.composing import others, programmes, whole
from facts.composing.draft import Composed, Material
from facts.describe import describe
from facts.extract.tokens import words_of
from facts.gazetteer import load_gazetteer
from facts.knowledge import reported
from facts.model import Answer, AnswerStatus, Entity, EntityKind, Language, SourcedFact
from facts.ports import FactQuery, FactStore
from facts.relations import RELATIONS
from facts.topics import TOPICS, Topic
from facts.wording.facts import tells_year
from facts.wording.phrases import phrase

PAGE = 10
_MOST = 10_000
_EVERY = frozenset(relation.name for relation in RELATIONS)

COMPOSERS: Mapping[str, Callable[[Material], Composed]] = {
    "teams": programmes.teams,
    "refused": programmes.refused,
    "release": programmes.release,
    "episodes": programmes.episodes,
    "production": programmes.production,
    "partners": programmes.partners,
    "filming": programmes.filming,
    "race": others.race,
    "broadcast": others.broadcast,
    "series": others.series,
    "quote": others.quote,
    "about": whole.about,
}
_IN_LINES = frozenset({"about", "series", "race", "broadcast", "quote"})


async def respond(store: FactStore, topic: str, language: Language, about: str = "") -> Answer:
    """Answer a topic of `facts.topics`.

    `about` narrows it to a race, programme, team or person, in the asker's words; empty for what
    was reported last. An answer with status UNKNOWN says what is missing.

    Raises:
        StoreError: the store cannot be read.
    """
    known = await store.find(FactQuery(relations=_EVERY, limit=_MOST))
    return answer(known, TOPICS[topic], language, about)


def answer(
    known: Sequence[SourcedFact], topic: Topic, language: Language, about: str = ""
) -> Answer:
    """The answer that facts give to a topic: pure."""
    subjects = _subjects(known, topic, about)
    if not subjects and topic.name == "production" and about:
        return _known_for(known, language, about)
    if not subjects:
        return _unknown(language, about)
    told = Composed()
    for subject in subjects if topic.about is EntityKind.PERSON else subjects[:1]:
        own = [k for k in known if is_same(k.fact.subject, subject)]
        told = told.and_then(COMPOSERS[topic.name](Material(subject, own, known, language)))
    if not told.sentences:
        return _unknown(language, about)
    first, *rest = told.sentences
    lines = tuple(rest) if topic.name in _IN_LINES else ()
    text = first if lines else " ".join(told.sentences)
    facts = tuple({k.id: k for k in told.facts}.values())
    return Answer(AnswerStatus.ANSWERED, language, text, lines, facts)


def _known_for(known: Sequence[SourcedFact], language: Language, about: str) -> Answer:
    """Who is known for a work that the asker names, where nobody is told to make it."""
    facts = [
        k
        for k in known
        if k.fact.relation == "known_for" and k.fact.affirmed
        and isinstance(k.fact.value, Entity) and _named(k.fact.value, (), about)
    ]  # fmt: skip
    if not facts:
        return _unknown(language, about)
    works = [k for k in facts if k.fact.value == facts[0].fact.value]
    material = Material(facts[0].fact.subject, works, works, language)
    people = {k.fact.subject.key for k in works}
    told = programmes.known_for(material, people, "production.known", "works")
    return Answer(AnswerStatus.ANSWERED, language, " ".join(told.sentences), (), told.facts)


def _unknown(language: Language, about: str) -> Answer:
    key = "answer.unknown_about" if about else "answer.unknown"
    return Answer(AnswerStatus.UNKNOWN, language, phrase(language, key, about=about))


def is_same(subject: Entity, chosen: Entity) -> bool:
    """Whether it is the same; what is told of a race at large holds for each edition."""
    return subject.key == chosen.key or (
        chosen.kind is EntityKind.RACE and chosen.key.startswith(f"{subject.key}/")
    )


def _subjects(known: Sequence[SourcedFact], topic: Topic, about: str) -> list[Entity]:
    """Who the topic may be about: the latest reported first, then the one most is known of."""
    latest: dict[str, date] = {}
    amount: dict[str, int] = {}
    entities: dict[str, Entity] = {}
    for each in known:
        subject = each.fact.subject
        if subject.kind is not topic.about:
            continue
        amount[subject.key] = amount.get(subject.key, 0) + 1
        if each.fact.relation in topic.needs:
            latest[subject.key] = max(latest.get(subject.key, date.min), reported(each))
            entities.setdefault(subject.key, subject)
    if about:
        # One that bears the name goes before those that only have to do with who bears it.
        own = {key: e for key, e in entities.items() if _named(e, (), about)}
        entities = own or {key: e for key, e in entities.items() if _named(e, known, about)}
    return sorted(
        entities.values(), key=lambda e: (-latest[e.key].toordinal(), _undated(e), -amount[e.key])
    )


def _undated(entity: Entity) -> bool:
    return entity.kind is EntityKind.RACE and entity.key.count("/") < 2  # noqa: PLR2004


def _named(entity: Entity, known: Sequence[SourcedFact], about: str) -> bool:
    """Whether the asker's words name this entity, or what it is about."""
    wanted = [word for word in words_of(about) if len(word) > 1]
    own = [k.fact for k in known if k.fact.subject.key == entity.key]
    values = [fact.value for fact in own] + [fact.qualifier("of") for fact in own]
    others = [name for value in values if isinstance(value, Entity) for name in _names(value)]
    spoken = " ".join((*_names(entity), entity.key.replace("/", " "), *others))
    names = set(words_of(spoken))
    return bool(wanted) and all(word in names for word in wanted)


def _names(entity: Entity) -> list[str]:
    """What it is called, in short forms too ("ASO")."""
    kind, _, rest = entity.key.partition("/")
    entry = load_gazetteer().by_key.get(f"{kind}/{rest.partition('/')[0]}")
    return [entity.name, *(alias.text for alias in entry.aliases)] if entry else [entity.name]


async def browse(store: FactStore, language: Language, page: int = 1, about: str = "") -> Answer:
    """A page of all facts, ten a page, as sentences; a page out of range becomes the nearest.

    Raises:
        StoreError: the store cannot be read.
    """
    known = await store.find(FactQuery(limit=_MOST))
    if about:
        known = [k for k in known if _mentions(k, about, language)]
    if not known:
        return _unknown(language, about)
    pages = -(-len(known) // PAGE)
    page = min(max(page, 1), pages)
    shown = tuple(known[(page - 1) * PAGE : page * PAGE])
    text = _heading(len(known), page, pages, language, about)
    return Answer(
        AnswerStatus.ANSWERED, language, text, tuple(_lines(shown, language)), shown, page, pages
    )


def _mentions(known: SourcedFact, about: str, language: Language) -> bool:
    words = set(words_of(describe(known.fact, language)))
    return all(word in words for word in words_of(about))


def _heading(count: int, page: int, pages: int, language: Language, about: str) -> str:
    key = "answer.facts_count_one" if count == 1 else "answer.facts_count"
    counted = phrase(language, key, number=str(count))
    narrowed = f" ({about})" if about else ""
    return phrase(
        language, "answer.facts", count=counted, about=narrowed, page=str(page), pages=str(pages)
    )


def _lines(shown: Iterable[SourcedFact], language: Language) -> Iterable[str]:
    for known in shown:
        yield f"{describe(known.fact, language, year=tells_year(known))}."


__all__ = ["COMPOSERS", "Composed", "Material", "answer", "browse", "is_same", "respond"]
