"""Questions asked of a store: its library is laid out once, and anew when articles came in."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from facts.ask.engine import ask
from facts.ask.library import Library, source_of
from facts.model import Answer, Article, Language, SourcedFact
from facts.ports import FactQuery, FactStore
from facts.reading import read

_MOST = 10_000


class Questions:
    """Answers questions from everything that a store has read."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self._library: Library | None = None
        self._read: frozenset[str] = frozenset()
        self._lock = asyncio.Lock()

    async def ask(self, text: str, language: Language) -> Answer:
        """The answer, in `language`.

        Raises:
            StoreError: the store cannot be read.
        """
        library = await self.library()
        return ask(text, library, language)

    async def library(self) -> Library:
        """The facts and sentences of the store, as of now.

        Raises:
            StoreError: the store cannot be read.
        """
        keys = frozenset(source.article_key for source in await self._store.sources())
        async with self._lock:
            if self._library is None or keys != self._read:
                facts = await self._store.find(FactQuery(limit=_MOST))
                articles = await self._store.articles()
                self._library = await asyncio.to_thread(_laid_out, facts, articles)
                self._read = keys
            return self._library


def _laid_out(facts: Sequence[SourcedFact], articles: Sequence[Article]) -> Library:
    passages = [passage for article in articles for passage in read(article).passages]
    return Library(facts, passages, {article.key: source_of(article) for article in articles})
