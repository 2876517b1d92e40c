"""From a topic and the store's facts to an Answer."""

from __future__ import annotations

from facts.model import Answer, Language
from facts.ports import FactStore


async def respond(store: FactStore, topic: str, language: Language, about: str = "") -> Answer:
    """Answer a topic of `facts.topics`.

    `about` narrows it to a race, programme, team or person, in the asker's words; empty for what
    was reported last. An answer with status UNKNOWN says what is missing.

    Raises:
        StoreError: the store cannot be read.
    """
    raise NotImplementedError


async def browse(store: FactStore, language: Language, page: int = 1, about: str = "") -> Answer:
    """A page of all facts, ten a page, as sentences; a page out of range becomes the nearest."""
    raise NotImplementedError
