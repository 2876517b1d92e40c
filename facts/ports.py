"""What `facts/` needs from outside, as Protocols that state errors and units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from facts.model import Article, Fact, Language, Source, SourcedFact


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class FactQuery:
    """Which facts are wanted. An empty set asks for no restriction on that side.

    `subjects` and `values` hold entity keys; `ids` holds the store's numbers of facts. The sides
    are joined by "and". `limit` is a number of facts, at most 10,000.
    """

    relations: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    ids: frozenset[int] = frozenset()
    limit: int = 1_000


@dataclass(frozen=True, slots=True)
class Page:
    """What the web answered: the bytes of a text, at most 5 MB, with what was told of them.

    `url` is where they were found after all redirects; `kind` a content type in lower case without
    parameters ("text/html"), empty where none was told; `charset` as it was told, or None.
    """

    url: str
    data: bytes
    kind: str = ""
    charset: str | None = None


class Fetcher(Protocol):
    """Gets a page from the web, within seconds, without changing anything anywhere."""

    async def __call__(self, url: str) -> Page:
        """The page at an http or https address.

        Raises:
            FetchError: the address is none, leads to a private place, or cannot be reached; or the
                answer is late, a refusal, too large or no text. `trouble` says which.
        """
        ...


class FactStore(Protocol):
    """Keeps articles and their facts. Every method may raise `StoreError`."""

    async def add(self, article: Article, facts: Iterable[Fact]) -> bool:
        """Keep an article and what it says, all or nothing.

        Returns False, and changes nothing, where the article was read before. A fact that is known
        already (same identity) gains evidence instead of standing twice.
        """
        ...

    async def has(self, article_key: str) -> bool:
        """Whether the article with this key was read before."""
        ...

    async def find(self, query: FactQuery) -> Sequence[SourcedFact]:
        """The facts asked for, in the order in which they were first read (by number)."""
        ...

    async def articles(self) -> Sequence[Article]:
        """All the articles read, whole: oldest publication first, undated ones last, then by key.

        Their texts are all in memory at once.
        """
        ...

    async def sources(self) -> Sequence[Source]:
        """The heads of all the articles read, newest publication first, undated ones last."""
        ...


class PreferenceStore(Protocol):
    """Keeps what servers and members chose. Every method may raise `StoreError`.

    A member or server is named by its Discord number, or by "terminal" for the one at the terminal.
    """

    async def member_language(self, member: str) -> Language | None:
        """The language that a member chose, or None."""
        ...

    async def set_member_language(self, member: str, language: Language | None) -> None:
        """Keep a member's choice; None takes it back."""
        ...

    async def guild_language(self, guild: str) -> Language | None:
        """The language that a server's moderators chose, or None."""
        ...

    async def set_guild_language(self, guild: str, language: Language | None) -> None:
        """Keep a server's choice; None takes it back."""
        ...

    async def remembered(self, name: str) -> str | None:
        """A small text kept under `name` (the fingerprint of the synced command table), or None."""
        ...

    async def remember(self, name: str, text: str) -> None:
        """Keep a small text under `name`."""
        ...
