"""From a sentence under reading to the Passage that questions are held against."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Programme, Referent
from facts.extract.reading import Reading
from facts.extract.tokens import words_of
from facts.extract.values import ValueMention, read_numbers
from facts.model import Article, DateInterval, Entity, Money, Quantity
from facts.passages import Passage, Slot
from facts.terms import folded_verbs, word_terms

_LENGTHS = frozenset({"minute", "hour", "second", "day", "week", "month", "year"})


def passage(reading: Reading, article: Article) -> Passage:
    """What the sentence speaks of. Call it when the whole article was read: programmes are named
    by all that was said of them.
    """
    words = [token.fold for token in reading.tokens if token.is_word]
    terms = {term for group in word_terms(words, article.language) for term in group}
    verbs = folded_verbs(article.language)
    terms.update(f"c:{concept}" for word in words for concept in verbs.get(word, ()))
    entities = _entities(reading, article)
    for entity in entities:
        terms.update(entity_terms(entity))
    span = reading.sentence.span
    return Passage(
        article_key=article.key,
        number=reading.number,
        span=span,
        text=" ".join(article.text[span.start : span.end].split()),
        language=article.language,
        terms=frozenset(terms),
        slots=tuple(_slots(reading, article)),
        entities=tuple(entities),
        heading=reading.sentence.heading,
        affirmed=all(p.verb.affirmed for p in reading.predicates if p.verb.finite),
    )


def entity_terms(entity: Entity) -> Iterator[str]:
    """The terms that name an entity: its key, without a season too, and the words of its name."""
    parts = entity.key.split("/")
    yield f"e:{entity.key}"
    yield f"e:{'/'.join(parts[:2])}"
    for word in words_of(entity.name):
        if len(word) > 1:
            yield f"w:{word}"


def _entity(referent: Referent, article: Article) -> Entity:
    return referent.entity(article.language) if isinstance(referent, Programme) else referent


def _entities(reading: Reading, article: Article) -> list[Entity]:
    found: dict[str, Entity] = {}
    for referents in reading.mentions.values():
        for referent in referents:
            entity = _entity(referent, article)
            found.setdefault(entity.key, entity)
    return list(found.values())


def _slots(reading: Reading, article: Article) -> Iterator[Slot]:
    start = reading.sentence.span.start
    for at, unit in enumerate(reading.units):
        place = reading.tokens[unit.start].start - start
        for referent in reading.mentions.get(at, ()):
            entity = _entity(referent, article)
            kind = reading.kind(entity)
            yield Slot(kind.value, entity, place)
        if unit.value:
            yield from _value_slots(unit.value, place)
    yield from _numbers(reading, article)


def _numbers(reading: Reading, article: Article) -> Iterator[Slot]:
    """Numbers of things that the reader has no unit for: "nine stitches"."""
    span = reading.sentence.span
    text = article.text[span.start : span.end]
    known = [reading.tokens[unit.start].start - span.start for unit in reading.units if unit.value]
    for number in read_numbers(text, article.language):
        if number.span.start not in known:
            value = Quantity(number.number, "number")
            yield Slot("quantity:number", value, number.span.start)


def _value_slots(mention: ValueMention, place: int) -> Iterator[Slot]:
    value, rough = mention.value, mention.approximate
    if isinstance(value, DateInterval):
        yield Slot("date", value, place, rough)
    elif isinstance(value, Money):
        yield Slot("money", value, place, rough)
    elif mention.kind in {"ordinal", "gap", "age"}:
        yield Slot(f"{mention.kind}:{value.unit}", value, place, rough)
    else:
        yield Slot(f"quantity:{value.unit}", value, place, rough)
        if value.unit in _LENGTHS:
            yield Slot("duration", value, place, rough)
