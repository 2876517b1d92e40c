"""Reading an article into the store: from a file, from standard input, or from the web."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from bot.console import plain
from bot.learned import Read, learned_reply, short, trouble_words
from bot.progress import shown_while
from bot.streams import clean
from bot.texts import say
from facts.article import MAX_PAGE_BYTES, article_from_bytes, read_article
from facts.errors import FetchError, UnreadableArticleError
from facts.intake import Learned, take_in
from facts.model import Article, Language
from facts.ports import FactStore, Fetcher

STANDARD_INPUT = "-"
AT_ONCE = 4
"""Articles that are read at the same time; whoever asks for more waits."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Reader:
    """Reads articles into a store. Implements `Read`."""

    def __init__(
        self,
        store: FactStore,
        fetch: Fetcher,
        *,
        files: bool = False,
        source: BinaryIO | None = None,
    ) -> None:
        """`files` is True where the asker may read this machine's files, as its operator may.

        `source` is what `-` stands for, where it stands for anything.
        """
        self._store, self._fetch = store, fetch
        self._files, self._source = files, source
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, place: str) -> Learned:
        """Read the article at a place: an address, a file or `-`."""
        async with self._turn:
            return await take_in(self._store, await self._article(place), name=place)

    async def _article(self, place: str) -> Article:
        if place == STANDARD_INPUT and self._source is not None:
            data = self._source.read(MAX_PAGE_BYTES + 1)
            return await asyncio.to_thread(article_from_bytes, data, name=place)
        if self._files and not _ADDRESS.match(place):
            return await asyncio.to_thread(_in_file, place)
        page = await self._fetch(place if _ADDRESS.match(place) else f"https://{place}")
        return await asyncio.to_thread(
            article_from_bytes,
            page.data,
            name=place,
            kind=page.kind,
            charset=page.charset,
            url=page.url,
        )


def _in_file(name: str) -> Article:
    """The article in a file, named as one would to a shell."""
    if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1]
    path = Path(name)
    with suppress(RuntimeError):  # nobody is called so
        path = path.expanduser()
    return read_article(path)


def on_screen(read: Read, language: Language, screen: TextIO) -> Read:
    """The same, with a line on the screen while it takes long."""

    async def shown(place: str) -> Learned:
        return await shown_while(read(place), busy(place, language), screen)

    return shown


def busy(name: str, language: Language) -> str:
    """What is shown while an article is read."""
    return say(language, "read.busy", name=clean(short(name)))


async def read_all(
    places: Sequence[str], read: Read, language: Language, out: TextIO, errors: TextIO
) -> int:
    """Read one place after another, and tell of each; gives how many could not be read.

    Raises:
        StoreError: the store cannot be read or written.
        OSError: the output cannot be written.
    """
    failed = 0
    for place in places:
        name = say(language, "read.input") if place == STANDARD_INPUT else place
        try:
            learned = await shown_while(read(place), busy(name, language), errors)
        except (UnreadableArticleError, FetchError) as error:
            failed += 1
            errors.write(f"{clean(trouble_words(error.trouble, name, language))}\n")
            errors.flush()
            continue
        out.write(f"{plain(learned_reply(learned, name, language))}\n")
        out.flush()
    return failed
