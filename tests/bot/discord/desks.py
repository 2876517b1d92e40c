"""Desks that are slow, or that fail."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from bot.commands import Command
from bot.desk import Desk
from bot.reply import Asker, Reply
from facts.errors import StoreError
from facts.model import Answer, Language
from facts.ports import FactStore
from tests.bot.desks import Answers
from tests.fakes.stores import MemoryStore


class Broken(Answers):
    """Answers that fail with an error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    async def respond(
        self, store: FactStore, topic: str, language: Language, about: str = ""
    ) -> Answer:
        raise self._error


class Slow(Answers):
    """Answers that wait until a test lets them go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Event()

    async def respond(
        self, store: FactStore, topic: str, language: Language, about: str = ""
    ) -> Answer:
        await self.go.wait()
        return await super().respond(store, topic, language, about)


def desk_of(store: MemoryStore, answers: Answers) -> Desk:
    return Desk(store, store, language=Language.EN, respond=answers.respond, browse=answers.browse)


class SlowDesk(Desk):
    """A desk that answers a command when a test lets it."""

    def __init__(self) -> None:
        store = MemoryStore()
        super().__init__(store, store, language=Language.EN)
        self.go = asyncio.Event()

    async def run(
        self,
        command: Command,
        arguments: Mapping[str, str],
        asker: Asker,
        typed: str | None = None,
    ) -> Reply:
        await self.go.wait()
        return Reply(Language.EN, "Here.", command=command.key, pages=2)


class NoStore(Desk):
    """A desk whose store cannot be opened at all."""

    def __init__(self) -> None:
        store = MemoryStore()
        super().__init__(store, store, language=Language.EN)

    async def language_for(self, asker: Asker, typed: str | None = None) -> Language:
        raise StoreError("The database is gone; bring it back.")

    async def handle(self, line: str, asker: Asker) -> Reply | None:
        raise StoreError("The database is gone; bring it back.")

    async def evidence(self, fact_ids: Sequence[int], asker: Asker) -> Reply:
        raise StoreError("The database is gone; bring it back.")
