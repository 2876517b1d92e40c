"""Questions asked of a store."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from facts.article import read_article
from facts.errors import StoreError
from facts.model import AnswerStatus, Article, Language, SourcedFact
from facts.ports import FactQuery
from facts.questions import Questions
from facts.reading import derive
from tests.facts.ask.asking import SHIPPED
from tests.facts.telling import article
from tests.fakes.stores import MemoryStore

EN = Language.EN
LATER = "Netflix will follow Movistar and Cofidis in a new series about the Giro d'Italia."


@dataclass
class CountingStore(MemoryStore):
    """A store that tells how often all of it was read."""

    queries: list[FactQuery] = field(default_factory=list)

    async def find(self, query: FactQuery) -> Sequence[SourcedFact]:
        self.queries.append(query)
        return await super().find(query)


class BrokenStore(MemoryStore):
    """A store whose articles cannot be read."""

    async def articles(self) -> Sequence[Article]:
        raise StoreError("The database cannot be read.")


async def _keep(store: MemoryStore, kept: Article) -> None:
    await store.add(kept, derive(kept))


@pytest.fixture
async def store() -> CountingStore:
    made = CountingStore()
    await _keep(made, article("Pogačar rides for UAE Team Emirates.", EN))
    await _keep(made, read_article(SHIPPED))
    return made


async def test_a_question_is_answered_from_the_store(store: CountingStore) -> None:
    answer = await Questions(store).ask("qui produit la série ?", Language.FR)
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.language is Language.FR
    assert "Quadbox" in answer.text


async def test_the_facts_of_an_answer_bear_the_numbers_of_the_store(store: CountingStore) -> None:
    answer = await Questions(store).ask("who refused?", EN)
    ids = frozenset(known.id for known in answer.facts)
    found = await store.find(FactQuery(ids=ids))
    assert {known.id: known for known in found} == {known.id: known for known in answer.facts}
    assert min(ids) > 1


async def test_the_library_is_laid_out_once(store: CountingStore) -> None:
    questions = Questions(store)
    first = await questions.library()
    for text in ("who refused?", "how many teams?"):
        await questions.ask(text, EN)
    assert await questions.library() is first
    assert len(store.queries) == 1


async def test_the_library_is_laid_out_anew_when_an_article_came_in(store: CountingStore) -> None:
    questions = Questions(store)
    question = "which teams are in the series on the Giro?"
    before = await questions.ask(question, EN)
    first = await questions.library()
    assert "Movistar" not in before.text
    await _keep(store, article(LATER, EN))
    after = await questions.ask(question, EN)
    assert "Movistar" in after.text
    assert await questions.library() is not first
    assert len(store.queries) == 2


async def test_questions_at_the_same_time_share_one_library(store: CountingStore) -> None:
    questions = Questions(store)
    answers = await asyncio.gather(*(questions.ask("who refused?", EN) for _ in range(5)))
    assert len(store.queries) == 1
    assert {answer.text for answer in answers} == {answers[0].text}


async def test_an_empty_store_answers_nothing() -> None:
    for text in ("who refused?", "when?", ""):
        answer = await Questions(MemoryStore()).ask(text, EN)
        assert (answer.status, answer.items) == (AnswerStatus.UNKNOWN, ())


async def test_a_store_that_fails_is_told_of_and_asked_again() -> None:
    questions = Questions(BrokenStore())
    for _ in range(2):
        with pytest.raises(StoreError):
            await questions.ask("who refused?", EN)


async def test_every_fact_and_sentence_of_the_store_is_in_the_library(store: CountingStore) -> None:
    library = await Questions(store).library()
    assert [k.id for k in library.facts] == [k.id for k in await store.find(FactQuery())]
    heads = {source.article_key: source for source in await store.sources()}
    assert library.sources == heads
    assert {p.article_key for p in library.passages} == set(heads)
