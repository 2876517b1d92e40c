"""Taking an article into the store, and telling what was learned from it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from facts.article import LONGEST_TEXT
from facts.errors import Trouble, UnreadableArticleError
from facts.model import Article, Entity, Fact
from facts.ports import FactQuery, FactStore

_SAMPLE = 5_000
_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Learned:
    """What an article told: how many facts were new, and how many were known from others.

    `again` is True where the article was read before; nothing was changed then.
    """

    article: Article
    new: int = 0
    known: int = 0
    again: bool = False


async def take_in(store: FactStore, article: Article, *, name: str) -> Learned:
    """Keep an article with its facts; `name` is what an error calls it.

    Raises:
        UnreadableArticleError: it is far too long, or in a writing that is not that of French and
            English.
        StoreError: the store cannot be read or written; it is as it was.
    """
    if len(article.text) > LONGEST_TEXT:
        raise UnreadableArticleError(
            f"{name} is too long for an article: give one article alone.", Trouble.TOO_LONG
        )
    if _is_foreign(article):
        raise UnreadableArticleError(
            f"{name} is neither in French nor in English: give an article in one of them.",
            Trouble.FOREIGN,
        )
    if await store.has(article.key):
        return Learned(article, again=True)
    # The patterns and the gazetteer take longer to load than all the rest.
    from facts.reading import derive

    facts = await asyncio.to_thread(derive, article)
    known = await _known(store, facts)
    if not await store.add(article, facts):
        return Learned(article, again=True)
    return Learned(article, new=len(facts) - known, known=known)


async def _known(store: FactStore, facts: Sequence[Fact]) -> int:
    """How many of the facts the store has from other articles."""
    wanted = {(fact.subject.key, fact.relation, _entity(fact)) for fact in facts}
    found: set[tuple[object, ...]] = set()
    for subject, relation, value in sorted(wanted):
        query = FactQuery(
            relations=frozenset({relation}),
            subjects=frozenset({subject}),
            values=frozenset({value} if value else ()),
            limit=10_000,
        )
        found |= {known.fact.identity for known in await store.find(query)}
    return sum(fact.identity in found for fact in facts)


def _entity(fact: Fact) -> str:
    return fact.value.key if isinstance(fact.value, Entity) else ""


def _is_foreign(article: Article) -> bool:
    """Whether most of its letters are not Latin."""
    body = article.text[article.body.start : article.body.start + _SAMPLE]
    letters = [character for character in body if character.isalpha()]
    foreign = sum(character > _LAST_LATIN for character in letters)
    return foreign * 2 > len(letters)
