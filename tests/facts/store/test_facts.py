"""Articles and their facts go in once, all or nothing, and come out as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from facts.errors import StoreError
from facts.model import Fact, Source
from facts.ports import FactQuery, FactStore
from facts.relations import BY_NAME
from facts.store import Store, reading
from tests.facts import strategies
from tests.facts.store.samples import (
    RACE,
    SERIES,
    TEAM,
    article,
    evidence,
    fact,
    features,
    release,
    said,
)
from tests.fakes.stores import MemoryStore

ALL = FactQuery()


STORES: tuple[type[FactStore], ...] = (Store, MemoryStore)


async def found(store: FactStore, query: FactQuery = ALL) -> list[Fact]:
    return [kept.fact for kept in await store.find(query)]


async def test_a_new_store_is_empty(store: FactStore) -> None:
    assert not await store.has("one")
    assert list(await store.find(ALL)) == []
    assert list(await store.sources()) == []
    assert list(await store.articles()) == []


async def test_facts_come_back_as_they_were_in_the_order_of_reading(store: FactStore) -> None:
    told = [said("Oui.", evidence()), features(evidence(), evidence(start=0)), fact(evidence())]
    assert await store.add(article(), told)
    assert await store.has("one")
    assert await found(store) == told


async def test_a_fact_comes_with_the_head_of_its_article(store: FactStore) -> None:
    head = article(published=date(2022, 6, 29))
    await store.add(head, [fact(evidence())])
    (kept,) = await store.find(ALL)
    assert kept.sources == {
        "one": Source("one", head.title, head.outlet, head.url, head.published, head.language)
    }


async def test_an_article_read_before_changes_nothing(store: FactStore) -> None:
    await store.add(article(), [fact(evidence())])
    before = await store.find(ALL)
    again = replace(article(), title="Other", published=date(2023, 1, 1))
    assert not await store.add(again, [features(evidence()), fact(evidence(start=1))])
    assert await store.find(ALL) == before
    assert [source.title for source in await store.sources()] == ["Title of one"]


async def test_a_known_fact_gains_evidence(store: FactStore) -> None:
    await store.add(article("one"), [fact(evidence("one"))])
    await store.add(article("two"), [features(evidence("two")), fact(evidence("two"))])
    counted, follows = await store.find(ALL)
    assert counted.fact.evidence == (evidence("one"), evidence("two"))
    assert set(counted.sources) == {"one", "two"}
    assert follows.fact.evidence == (evidence("two"),)
    assert counted.id < follows.id


async def test_a_fact_told_twice_by_one_article_stands_once(store: FactStore) -> None:
    told = [fact(evidence(start=9)), fact(evidence(start=0), evidence(start=9))]
    await store.add(article(), told)
    assert await found(store) == [fact(evidence(start=9), evidence(start=0))]


async def test_a_place_in_an_article_is_evidence_once(store: FactStore) -> None:
    told = fact(
        evidence(), replace(evidence(), sentence="Again."), replace(evidence(), pattern="b")
    )
    await store.add(article(), [told])
    assert await found(store) == [fact(evidence(), replace(evidence(), pattern="b"))]


async def test_a_refusal_is_another_fact(store: FactStore) -> None:
    told = [features(evidence()), features(evidence(), affirmed=False)]
    await store.add(article(), told)
    assert await found(store) == told


async def test_a_computed_fact_that_is_stated_later_counts_as_stated(store: FactStore) -> None:
    await store.add(article("one"), [fact(evidence("one"), computed=True)])
    assert [kept.computed for kept in await found(store)] == [True]
    await store.add(article("two"), [fact(evidence("two"), computed=True)])
    assert [kept.computed for kept in await found(store)] == [True]
    await store.add(article("three"), [fact(evidence("three"))])
    await store.add(article("four"), [fact(evidence("four"), computed=True)])
    assert [kept.computed for kept in await found(store)] == [False]


async def test_an_article_that_computes_and_states_a_fact_states_it(store: FactStore) -> None:
    told = [fact(evidence(), computed=True), fact(evidence(start=0))]
    await store.add(article(), told)
    assert [kept.computed for kept in await found(store)] == [False]


async def test_a_fact_keeps_its_place_when_more_is_told_of_it(store: FactStore) -> None:
    await store.add(
        article("one"), [fact(evidence("one"), computed=True), features(evidence("one"))]
    )
    await store.add(article("two"), [fact(evidence("two"))])
    assert [kept.relation for kept in await found(store)] == ["episode_count", "features"]


async def test_an_article_without_facts_and_a_fact_without_evidence_are_kept(
    store: FactStore,
) -> None:
    await store.add(article("one"), [])
    await store.add(article("two"), [fact()])
    assert await store.has("one")
    assert await found(store) == [fact()]
    assert [kept.sources for kept in await store.find(ALL)] == [{}]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (FactQuery(relations=frozenset({"features", "said"})), {"features", "said"}),
        (FactQuery(subjects=frozenset({TEAM.key})), {"said"}),
        (FactQuery(values=frozenset({TEAM.key, "team/unknown"})), {"features"}),
        # The race only stands in a qualifier, and as what a moment is told by.
        (FactQuery(values=frozenset({RACE.key})), set()),
        (FactQuery(relations=frozenset({"said"}), subjects=frozenset({SERIES.key})), set()),
        (
            FactQuery(relations=frozenset({"release"}), subjects=frozenset({SERIES.key})),
            {"release"},
        ),
        (FactQuery(relations=frozenset({"nothing"})), set()),
        (FactQuery(subjects=frozenset({"a\0b"})), set()),
        (FactQuery(subjects=frozenset({"\ud83d", TEAM.key})), {"said"}),
        (FactQuery(ids=frozenset({0, -1, 2**63, 2**70})), set()),
        (FactQuery(limit=0), set()),
        (FactQuery(limit=-1), set()),
    ],
)
async def test_facts_are_found_by_what_is_asked(
    store: FactStore, query: FactQuery, wanted: set[str]
) -> None:
    told = [fact(evidence()), features(evidence()), release(evidence()), said("Oui.", evidence())]
    await store.add(article(), told)
    assert {kept.relation for kept in await found(store, query)} == wanted


async def test_facts_are_found_by_number(store: FactStore) -> None:
    await store.add(article(), [fact(evidence()), features(evidence()), release(evidence())])
    one, two, _ = await store.find(ALL)
    assert list(await store.find(FactQuery(ids=frozenset({two.id, 2**40})))) == [two]
    both = FactQuery(ids=frozenset({one.id, two.id}), relations=frozenset({"features"}))
    assert list(await store.find(both)) == [two]


async def test_the_first_ones_read_are_found_within_the_limit(store: FactStore) -> None:
    await store.add(article("one"), [fact(evidence("one"), number=number) for number in (9, 7)])
    await store.add(article("two"), [fact(evidence("two"), number=number) for number in (8, 9)])
    nine = fact(evidence("one"), evidence("two"), number=9)
    assert await found(store, FactQuery(limit=2)) == [nine, fact(evidence("one"), number=7)]


async def test_a_query_may_ask_for_very_many(store: FactStore) -> None:
    await store.add(article(), [features(evidence()), said("Oui.", evidence())])
    (kept, _) = await store.find(ALL)
    many = frozenset(f"team/{number}'\\%:?$" for number in range(40_000))
    query = FactQuery(
        relations=many | {"features"},
        subjects=many | {SERIES.key},
        values=many | {TEAM.key},
        ids=frozenset(range(1, 40_000)),
    )
    assert list(await store.find(query)) == [kept]


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """The statements that reach a database, without those that begin and end a transaction."""
    seen: list[str] = []

    def look(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", look)
    yield seen
    event.remove(Engine, "before_cursor_execute", look)


async def test_facts_are_found_with_two_statements(
    database_store: Store, statements: list[str]
) -> None:
    for key in ("one", "two"):
        told = [fact(evidence(key), number=number) for number in range(30)]
        await database_store.add(article(key), told)
    statements.clear()
    assert len(await database_store.find(ALL)) == 30
    assert len(statements) == 2


async def test_no_query_brings_more_facts_than_the_most(
    database_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_FACTS", 2)
    await database_store.add(article(), [fact(evidence(), number=number) for number in range(3)])
    assert len(await database_store.find(FactQuery(limit=3))) == 2


async def test_an_article_may_say_very_much(store: FactStore) -> None:
    told = [fact(evidence(), number=number) for number in range(1_200)]
    await store.add(article("one"), told)
    assert len(await store.find(FactQuery(limit=10_000))) == 1_200
    assert len(await store.find(ALL)) == 1_000
    await store.add(article("two"), [replace(one, evidence=(evidence("two"),)) for one in told])
    kept = await store.find(FactQuery(limit=20_000))
    assert [len(one.fact.evidence) for one in kept] == [2] * 1_200


async def test_sources_are_sorted_by_publication(store: FactStore) -> None:
    days = {"b": None, "c": date(2022, 7, 1), "a": None, "d": date(2023, 1, 1), "B": None}
    for key, day in days.items():
        await store.add(article(key, day), [])
    await store.add(article("0", date(2022, 7, 1)), [])
    assert [source.article_key for source in await store.sources()] == list("d0cBab")


async def test_articles_come_back_whole_in_the_order_of_publication(store: FactStore) -> None:
    days = {"b": None, "c": date(2022, 7, 1), "a": None, "d": date(2023, 1, 1)}
    kept = {key: article(key, day) for key, day in days.items()}
    for one in kept.values():
        await store.add(one, [])
    assert list(await store.articles()) == [kept[key] for key in "cdab"]


async def test_evidence_of_another_article_is_refused(store: FactStore) -> None:
    await store.add(article("two"), [])
    with pytest.raises(ValueError, match="another article"):
        await store.add(article("one"), [fact(evidence("two"))])
    assert not await store.has("one")


@pytest.mark.parametrize("text", ["a\0b", "\ud83d"])
async def test_what_no_database_can_hold_is_refused(store: FactStore, text: str) -> None:
    good = fact(evidence())
    for refused, told in (
        (replace(article(), text=text), []),
        (replace(article(), title=text), []),
        (article(), [good, said(text, evidence())]),
        (article(), [good, replace(features(), qualifiers=((text, RACE),))]),
        (article(), [fact(replace(evidence(), sentence=text))]),
    ):
        with pytest.raises(StoreError, match="NUL"):
            await store.add(refused, told)
    assert not await store.has("one")
    assert not await store.has(text)
    assert list(await store.find(ALL)) == []


async def test_a_backslash_is_no_such_text(store: FactStore) -> None:
    told = [said("\\x00 \\ud83d \\\\ud83d", evidence())]
    assert await store.add(replace(article(), text="C:\\x00 \\ud83d"), told)
    assert await found(store) == told


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
async def test_the_store_in_memory_does_as_the_databases_do(
    database_store: Store, data: st.DataObject
) -> None:
    # All examples use one database: each has articles and subjects of its own.
    example = f"{len(await database_store.sources()):06}"
    memory = MemoryStore()
    known: list[Fact] = []
    for key in (f"{example}-{number}" for number in range(data.draw(st.integers(1, 3)))):
        new = strategies.facts(key)
        drawn = data.draw(st.lists(st.sampled_from(known) | new if known else new, max_size=4))
        told = [_moved(one, key, example) for one in drawn]
        known += told
        kept = data.draw(strategies.articles(key))
        assert await database_store.add(kept, told) == await memory.add(kept, told)
    read = [one for one in await database_store.articles() if one.key.startswith(f"{example}-")]
    assert read == list(await memory.articles())
    query = FactQuery(
        relations=data.draw(st.frozensets(st.sampled_from(sorted(BY_NAME)), max_size=9)),
        subjects=frozenset({example}),
        limit=data.draw(st.integers(0, 12)),
    )
    expected = [(kept.fact, kept.sources) for kept in await memory.find(query)]
    assert [(kept.fact, kept.sources) for kept in await database_store.find(query)] == expected


def _moved(fact: Fact, key: str, subject: str) -> Fact:
    """The fact as told of `subject` by the article with this key."""
    told = tuple(replace(item, article_key=key) for item in fact.evidence)
    return replace(fact, subject=replace(fact.subject, key=subject), evidence=told)
