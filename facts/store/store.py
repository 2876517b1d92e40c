"""The store: SQLite or PostgreSQL behind the ports `FactStore` and `PreferenceStore`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, Table

from facts.errors import StoreError
from facts.model import Article, Fact, Language, Source, SourcedFact
from facts.ports import Clock, FactQuery
from facts.store import reading, schema, writing
from facts.store.address import find_address
from facts.store.engine import Database
from facts.store.opening import make_folder, prepare
from facts.store.texts import can_be_kept, check


class Store:
    """Keeps articles, facts, languages chosen and small notes in one database.

    A text with a NUL or with half of a surrogate pair cannot be kept: such an article or note is
    refused, and nothing is found under such a key.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def add(self, article: Article, facts: Iterable[Fact]) -> bool:
        """Keep an article and what it says, all or nothing; False where it was read before.

        A fact known already gains evidence; one that was computed and is now stated counts as
        stated.

        Raises:
            StoreError: the database failed or the text cannot be kept; nothing was kept.
            ValueError: the evidence of a fact stands in another article.
        """
        told = tuple(facts)
        check(article, told)
        now = self._clock()

        def work(connection: Connection) -> bool:
            self._database.lock_writers(connection)
            return writing.add_article(connection, article, told, now)

        return await self._database.write(work)

    async def has(self, article_key: str) -> bool:
        """Whether the article with this key was read before."""
        if not can_be_kept(article_key):
            return False
        return await self._database.read(lambda c: reading.has_article(c, article_key))

    async def find(self, query: FactQuery) -> Sequence[SourcedFact]:
        """The facts asked for, by number; the evidence of each in the order of reading."""
        return await self._database.read(lambda c: reading.find_facts(c, query))

    async def articles(self) -> Sequence[Article]:
        """All articles, whole: oldest publication first, undated ones last, then by key."""
        return await self._database.read(reading.all_articles)

    async def sources(self) -> Sequence[Source]:
        """The heads of all articles: newest publication first, undated ones last, then by key."""
        return await self._database.read(reading.all_sources)

    async def member_language(self, member: str) -> Language | None:
        """The language that a member chose, or None."""
        return _language(await self._text(schema.members, member))

    async def set_member_language(self, member: str, language: Language | None) -> None:
        """Keep a member's choice; None takes it back."""
        await self._set_text(schema.members, member, language)

    async def guild_language(self, guild: str) -> Language | None:
        """The language that a server's moderators chose, or None."""
        return _language(await self._text(schema.guilds, guild))

    async def set_guild_language(self, guild: str, language: Language | None) -> None:
        """Keep a server's choice; None takes it back."""
        await self._set_text(schema.guilds, guild, language)

    async def remembered(self, name: str) -> str | None:
        """A small text kept under `name`, or None."""
        return await self._text(schema.notes, name)

    async def remember(self, name: str, text: str) -> None:
        """Keep a small text under `name`."""
        await self._set_text(schema.notes, name, text)

    async def _text(self, table: Table, name: str) -> str | None:
        if not can_be_kept(name):
            return None
        return await self._database.read(lambda c: reading.text_of(c, table, name))

    async def _set_text(self, table: Table, name: str, text: str | None) -> None:
        key, column = table.columns
        if not can_be_kept(name) or not can_be_kept(text or ""):
            raise StoreError("A name or a text with a NUL in it cannot be kept; leave it out.")
        if text is None:
            await self._database.write(lambda c: writing.drop_row(c, table, name))
        else:
            row = {key.name: name, column.name: str(text)}
            await self._database.write(lambda c: writing.set_row(c, table, row))


@asynccontextmanager
async def open_store(
    url: str | None, data_dir: Path, clock: Clock, *, patience: float = 5.0
) -> AsyncIterator[Store]:
    """Open the store, created or brought up to date where needed, and close it at the end.

    `url` is MUSETTE_DATABASE_URL; None is for the SQLite file `musette.db` in `data_dir`, both made
    where they are missing. `patience` is how long to wait for other writers, in seconds.

    Raises:
        StoreError: the database cannot be opened, created or brought up to date.
    """
    address = find_address(url, data_dir)
    if url is None:
        make_folder(data_dir)
    database = Database(address, patience)
    try:
        await prepare(database)
        yield Store(database, clock)
    finally:
        await database.close()


def _language(code: str | None) -> Language | None:
    try:
        return None if code is None else Language(code)
    except ValueError:  # chosen in another version, which speaks more languages
        return None
