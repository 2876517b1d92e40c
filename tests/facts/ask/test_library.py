"""What a question is held against."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from facts.article import read_article
from facts.ask.documents import cue_of, cues, slots_of
from facts.ask.library import Library, library_of, source_of
from facts.extract.passages import entity_terms
from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    Fact,
    Language,
    Money,
    Phase,
    Precision,
    Quantity,
    RelativeDate,
    Side,
    SourcedFact,
    Text,
    Value,
)
from facts.relations import BY_NAME
from tests.facts.ask.asking import SHIPPED, first_library, library
from tests.facts.telling import article

EN = Language.EN
TOUR = Entity("race/tour-de-france/2023", EntityKind.RACE, "Tour de France 2023")
PERSON = Entity("person/x", EntityKind.PERSON, "X")
BOTH = "Netflix will follow {} in a new series about the Tour de France."


def test_every_fact_has_a_document_and_every_sentence_one() -> None:
    shelf = first_library()
    assert [d.known for d in shelf.fact_documents] == list(shelf.facts)
    assert [d.passage for d in shelf.passage_documents] == list(shelf.passages)
    assert set(shelf.sources) == {p.article_key for p in shelf.passages}


def test_an_article_given_twice_is_read_once() -> None:
    first = read_article(SHIPPED)
    twice = library_of([first, first])
    assert len(twice.facts) == len(first_library().facts)
    assert len(twice.passages) == len(first_library().passages)


def test_a_fact_of_two_articles_is_one_fact_with_both_as_evidence() -> None:
    texts = ("Tadej Pogačar won stage 10 of the 2022 Tour de France.", "Later news.\n\n")
    one = article(texts[0], EN)
    two = article(texts[1] + texts[0], EN)
    shelf = library_of([one, two])
    joined = [k for k in shelf.facts if len(k.sources) == 2]
    assert len(joined) == len(library_of([one]).facts) > 0
    assert {e.article_key for e in joined[0].fact.evidence} == {one.key, two.key}
    assert [k.id for k in shelf.facts] == list(range(1, len(shelf.facts) + 1))


def test_the_words_read_are_the_vocabulary() -> None:
    shelf = library("The bakers of Bourg baked tarts.")
    assert {"bourg", "tart"} <= shelf.vocabulary
    assert not any(":" in word for word in shelf.vocabulary)


def test_the_more_is_read_of_a_subject_the_greater_its_amount() -> None:
    shelf = first_library()
    amounts = {d.known.fact.subject.key: shelf.amount(d) for d in shelf.fact_documents if d.known}
    assert max(amounts, key=lambda key: amounts[key]) == "programme/~netflix/tour-de-france"
    assert all(shelf.amount(d) == 0 for d in shelf.passage_documents)


def test_a_fact_is_of_the_day_of_its_article_and_a_sentence_of_none() -> None:
    shelf = first_library()
    (source,) = shelf.sources.values()
    assert source.published is not None
    assert {shelf.day(d) for d in shelf.fact_documents} == {source.published.toordinal()}
    assert {shelf.day(d) for d in shelf.passage_documents} == {0}


def test_the_head_of_an_article_is_its_source() -> None:
    first = read_article(SHIPPED)
    head = source_of(first)
    assert (head.article_key, head.title, head.published, head.language) == (
        first.key,
        first.title,
        first.published,
        first.language,
    )


def test_a_library_may_be_empty() -> None:
    shelf = Library((), (), {})
    assert (shelf.fact_documents, shelf.passage_documents, shelf.vocabulary) == (
        [],
        [],
        frozenset(),
    )


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        (PERSON, ["person"]),
        (TOUR, ["race"]),
        (Quantity(Decimal(8), "episode"), ["quantity:episode"]),
        (Quantity(Decimal(45), "minute"), ["quantity:minute", "duration"]),
        (Money(Decimal(100), "EUR"), ["money"]),
        (RelativeDate(Side.BEFORE, TOUR), ["date"]),
        (Text("directeur"), ["text"]),
        (Phase.FILMING, []),
    ],
)
def test_a_value_gives_answers_of_its_kinds(value: Value, kinds: list[str]) -> None:
    assert [slot.kind for slot in slots_of(value)] == kinds
    assert all(slot.value is value for slot in slots_of(value))


def test_seconds_are_a_gap() -> None:
    assert "gap:second" in {s.kind for s in slots_of(Quantity(Decimal(59), "second"))}


def test_every_cue_is_of_a_relation_and_has_words() -> None:
    names = {*BY_NAME, *(f"{name}_denied" for name in BY_NAME)}
    assert set(cues()) <= names
    assert [name for name, cue in cues().items() if not cue.terms] == []


def test_a_denial_is_asked_for_by_words_of_its_own() -> None:
    subject = Entity("programme/x", EntityKind.PROGRAMME, "X")
    said = Fact(subject, "features", PERSON, ())
    denied = Fact(subject, "features", PERSON, (), affirmed=False)
    assert "i:refuse" in cue_of(denied).terms
    assert "i:refuse" not in cue_of(said).terms
    unlisted = Fact(subject, "maker", PERSON, (), affirmed=False)
    assert cue_of(unlisted) == cues()["maker"]


def test_a_relation_without_cues_is_asked_for_by_no_word() -> None:
    assert cue_of(Fact(PERSON, "unheard_of", PERSON, ())).terms == frozenset()


def test_a_fact_is_found_by_the_year_of_an_open_period() -> None:
    since = DateInterval(date(2021, 1, 1), None, Precision.YEAR)
    fact = Fact(PERSON, "unheard_of", since, ())
    (document,) = Library([SourcedFact(1, fact, {})], (), {}).fact_documents
    assert "w:2021" in document.strong


def test_an_entity_is_found_by_its_key_with_or_without_season_and_by_its_name() -> None:
    terms = set(entity_terms(TOUR))
    assert {"e:race/tour-de-france/2023", "e:race/tour-de-france", "w:france", "w:2023"} <= terms
    assert set(entity_terms(PERSON)) == {"e:person/x"}
