"""The articles that come with Musette, read into the store once."""

from __future__ import annotations

from facts.ports import FactStore
from facts.shelf import shipped_articles


async def stock(store: FactStore) -> None:
    """Read every shipped article that the store has not read yet.

    Raises:
        StoreError: the store cannot be read or written.
    """
    for article in shipped_articles():
        if not await store.has(article.key):
            # The patterns and the gazetteer take longer to load than all the rest of an answer.
            from facts.reading import derive

            await store.add(article, derive(article))
