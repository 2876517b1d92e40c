"""Facts and sentences as documents: what each speaks of, and what it could answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from facts.extract.passages import entity_terms
from facts.extract.tokens import words_of
from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    Fact,
    Language,
    Money,
    Quantity,
    RelativeDate,
    SourcedFact,
    Text,
    Value,
)
from facts.passages import Passage, Slot
from facts.terms import folded_verbs, word_terms
from facts.wording.positions import position_words

# Qualifiers that say how, not what.
_ASIDE = frozenset({"role", "manner"})
# Whatever an article calls a programme, a question may call it otherwise.
_PROGRAMME = frozenset({"i:series", "i:film", "i:documentary", "i:programme_show", "i:show"})
_LENGTHS = frozenset({"minute", "hour", "second", "day", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class Document:
    """Something that may answer: a fact (`known`) or a sentence (`passage`).

    `strong` terms are its own, `described` those that other facts call its subject by, `weak` those
    of the sentence that proves it, `context` those of the article's title and the sentence before,
    `setting` those of the whole article.
    """

    strong: frozenset[str]
    described: frozenset[str]
    weak: frozenset[str]
    context: frozenset[str]
    slots: tuple[Slot, ...]
    setting: frozenset[str] = frozenset()
    known: SourcedFact | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The terms by which a relation is asked for, and the topic that tells the whole of it."""

    terms: frozenset[str]
    topic: str = ""


@cache
def cues() -> Mapping[str, Cue]:
    """The cues of every relation (`features_denied` for refusals), from `texts/cues.toml`."""
    source = files("facts").joinpath("texts", "cues.toml").read_text(encoding="utf-8")
    found: dict[str, Cue] = {}
    for relation, row in tomllib.loads(source).items():
        terms: set[str] = set()
        for language in Language:
            for entry in row.get(language.value, "").split():
                terms |= set(_cue_terms(entry.replace("_", " "), language))
        found[relation] = Cue(frozenset(terms), row.get("topic", ""))
    return found


@cache
def cue_words() -> frozenset[str]:
    """The terms by which any relation is asked for, the kinds of things left out."""
    every = frozenset(term for cue in cues().values() for term in cue.terms)
    return every - _KINDS


# Ideas that name a kind of thing rather than a relation.
_KINDS = frozenset(
    {"i:team", "i:race", "i:series", "i:film", "i:stage", "i:rider", "i:programme", "i:episode"}
    | {"w:team", "w:race", "w:series", "w:serie", "w:film", "w:stage", "w:etape", "w:equipe"}
    | {"w:rider", "w:course", "w:formation", "w:tour", "i:documentary", "i:general"}
)


def _cue_terms(text: str, language: Language) -> Iterator[str]:
    words = words_of(text)
    for group in word_terms(words, language):
        yield from group
    if len(words) == 1:
        yield f"w:{words[0]}"
        yield from (f"c:{concept}" for concept in folded_verbs(language).get(words[0], ()))


def cue_of(fact: Fact) -> Cue:
    """The cue of a fact's relation; a denial has its own where the table lists one."""
    name = fact.relation if fact.affirmed else f"{fact.relation}_denied"
    return cues().get(name) or cues().get(fact.relation) or Cue(frozenset())


def fact_documents(
    facts: Iterable[SourcedFact], passages: Mapping[tuple[str, int], Passage]
) -> Iterator[Document]:
    """A document for each fact; `passages` are found by article and start of the sentence."""
    facts = list(facts)
    described = _descriptions(facts)
    for known in facts:
        fact = known.fact
        strong = set(cue_of(fact).terms)
        qualifiers = (v for name, v in fact.qualifiers if name not in _ASIDE)
        for value in (fact.subject, fact.value, *qualifiers):
            strong |= set(_value_terms(value))
        sentences = [
            passages[key]
            for e in fact.evidence
            if (key := (e.article_key, e.span.start)) in passages
        ]
        weak = frozenset(term for sentence in sentences for term in sentence.terms)
        if EntityKind.PROGRAMME in {getattr(v, "kind", "") for v in (fact.subject, fact.value)}:
            weak |= _PROGRAMME
        titles = frozenset(t for source in known.sources.values() for t in _title(source.title))
        called = frozenset(described.get(fact.subject.key, ())) | _sorts(fact)
        if not fact.affirmed:
            called |= cues().get(fact.relation, Cue(frozenset())).terms
        yield Document(
            frozenset(strong), called, weak, titles, tuple(_fact_slots(fact)), known=known
        )


# What tells who somebody is: a quotation's speaker is found by "the boss of ASO" too.
_IDENTITY = frozenset({"position", "nationality", "rides_for", "about", "platform", "title"})
_ROLES = frozenset({"maker", "organiser", "broadcaster", "unites"})


def _descriptions(facts: Sequence[SourcedFact]) -> dict[str, set[str]]:
    """Terms by which subjects may be called, by entity key: from what other facts say they are."""
    found: dict[str, set[str]] = {}
    for known in facts:
        fact = known.fact
        if fact.relation in _IDENTITY and fact.affirmed:
            terms = found.setdefault(fact.subject.key, set())
            for value in (fact.value, *(v for _, v in fact.qualifiers)):
                terms.update(_value_terms(value))
            if fact.relation == "position" and isinstance(fact.value, Text):
                for words in position_words(fact.value.text):
                    terms.update(_value_terms(Text(words)))
        if fact.relation in _ROLES and isinstance(fact.value, Entity):
            found.setdefault(fact.value.key, set()).update(cues()[fact.relation].terms)
    return found


# The idea that names each kind of thing: a fact on a stage answers to "stage".
_SORTS = {
    "race": "i:race",
    "team": "i:team",
    "person": "i:rider",
    "sport": "i:sport",
    "place": "i:place",
}


def _sorts(fact: Fact) -> frozenset[str]:
    found: set[str] = set()
    for value in (fact.subject, fact.value, *(v for _, v in fact.qualifiers)):
        if isinstance(value, Entity) and value.kind in _SORTS:
            found.add(_SORTS[value.kind])
        elif isinstance(value, Quantity):
            found.add(f"i:{value.unit}")
    return frozenset(found)


def _title(title: str | None) -> Iterator[str]:
    for language in Language:
        for group in word_terms(words_of(title or ""), language):
            yield from group


def _value_terms(value: Value) -> Iterator[str]:
    if isinstance(value, Entity):
        yield from entity_terms(value)
    elif isinstance(value, Quantity):
        yield f"w:{value.number.normalize():f}"
    elif isinstance(value, RelativeDate):
        yield from entity_terms(value.anchor)
    elif isinstance(value, DateInterval):
        for day in (value.start, value.end):
            if day:
                yield f"w:{day.year}"
    elif isinstance(value, Text):
        for language in Language:
            for group in word_terms(words_of(value.text), language):
                yield from group


def _fact_slots(fact: Fact) -> Iterator[Slot]:
    for value in (fact.value, *(v for _, v in fact.qualifiers), fact.subject):
        yield from slots_of(value)
    if fact.relation in {"platform", "broadcaster"}:
        yield Slot("screen", fact.value, 0)


def slots_of(value: Value) -> Iterator[Slot]:
    """The kinds of answer that a value can give."""
    if isinstance(value, Entity):
        yield Slot(value.kind.value, value, 0)
    elif isinstance(value, Quantity):
        yield Slot(f"quantity:{value.unit}", value, 0)
        if value.unit == "second":
            yield Slot("gap:second", value, 0)
        elif value.unit in _LENGTHS:
            yield Slot("duration", value, 0)
    elif isinstance(value, Money):
        yield Slot("money", value, 0)
    elif isinstance(value, DateInterval | RelativeDate):
        yield Slot("date", value, 0)
    elif isinstance(value, Text):
        yield Slot("text", value, 0)


def passage_documents(
    passages: Sequence[Passage], titles: Mapping[str, str | None]
) -> Iterator[Document]:
    """A document for each sentence; its context is the title and the sentence before."""
    by_place = {(p.article_key, p.number): p for p in passages}
    heads = {key: frozenset(_title(title)) for key, title in titles.items()}
    settings: dict[str, set[str]] = {}
    for passage in passages:
        settings.setdefault(passage.article_key, set()).update(passage.terms)
    whole = {key: frozenset(terms) for key, terms in settings.items()}
    for passage in passages:
        before = by_place.get((passage.article_key, passage.number - 1))
        context = heads.get(passage.article_key, frozenset()) | (
            before.terms if before else frozenset()
        )
        yield Document(
            passage.terms,
            frozenset(),
            frozenset(),
            context,
            passage.slots,
            setting=whole[passage.article_key],
            passage=passage,
        )
