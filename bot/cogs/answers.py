"""From a question on Discord to the desk and back, the same way for every door."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import aiohttp
import discord

from bot.cogs.buttons import Turn
from bot.cogs.errors import TooFastError, judge, new_reference, unwrap
from bot.cogs.places import ClosedChannels, InteractionPlace, MessagePlace, Place
from bot.commands import BY_KEY, Action, Command, OptionKind
from bot.desk import Desk
from bot.flood import Flood, Verdict
from bot.reply import Reply
from bot.texts import say
from bot.translator import BASE
from facts.errors import MusetteError
from facts.model import Language

log = logging.getLogger(__name__)

PATIENCE = 1.5
"""Seconds that an answer may take before the asker is told that it takes longer. Discord gives up
on an interaction after three."""

Work = Callable[[], Awaitable[Reply | None]]


class Answers:
    """Asks the desk for those who ask on Discord. `now` gives seconds that only grow."""

    def __init__(
        self,
        desk: Desk,
        *,
        now: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
    ) -> None:
        self._desk, self._patience = desk, patience
        self._flood = Flood(now)
        self._closed = ClosedChannels()
        self._under_way: set[asyncio.Future[None]] = set()
        self._stopping = False

    # The doors

    def at_message(self, message: discord.Message) -> MessagePlace:
        """The place where a message is answered."""
        return MessagePlace(message, self._closed)

    async def hear(self, message: discord.Message, line: str) -> None:
        """A line was said to the bot that names no command."""
        place = self.at_message(message)
        try:
            await self.answer_line(place, line)
        except Exception as error:  # noqa: BLE001 -- no command, so no handler of discord.py's
            await self.report(place, error)

    async def say_line(self, interaction: discord.Interaction[Any], asker: int, line: str) -> None:
        """A suggested line was pressed: its asker's message becomes the answer."""
        place = InteractionPlace(interaction, edits=interaction.user.id == asker)
        await self._pressed(
            place, lambda: self._desk.handle(line, place.asker), private=not place.edits
        )

    async def show_source(self, interaction: discord.Interaction[Any], ids: Sequence[int]) -> None:
        """The source button was pressed: the sentences, to the one who pressed it."""
        place = InteractionPlace(interaction)
        await self._pressed(place, lambda: self._desk.evidence(ids, place.asker), private=True)

    async def turn_page(self, interaction: discord.Interaction[Any], turn: Turn) -> None:
        """A page button was pressed: its asker's message turns, others get a copy of their own."""
        command = BY_KEY.get(turn.command)
        own = interaction.user.id == turn.asker and command is not None
        place = InteractionPlace(interaction, edits=own)

        async def page() -> Reply:
            if command is None:
                language = await self._language(place)
                return Reply(language, say(language, "discord.expired"))
            return await self._desk.run(command, page_arguments(command, turn), place.asker)

        await self._pressed(place, page, private=not own)

    async def answer_line(self, place: Place, line: str) -> None:
        """A line was said to the bot; an empty one gets the help."""
        wanted = line.strip() or _help_line()
        await self.answer(place, lambda: self._desk.handle(wanted, place.asker))

    async def answer_command(
        self, place: Place, command: Command, arguments: Mapping[str, str]
    ) -> None:
        """A slash command was called."""
        await self.answer(
            place,
            lambda: self._desk.run(command, arguments, place.asker),
            private=command.moderators or command.action is Action.LANGUAGE,
        )

    # The way

    async def answer(self, place: Place, work: Work, *, private: bool = False) -> None:
        """Answer with what `work` gives, after a sign of life where it takes long.

        Raises:
            TooFastError: the member asks too fast; nothing was done.
            discord.HTTPException: Discord refused the answer.
            StoreError: the store failed.
        """
        if self._stopping or not place.open():
            return
        self._admit(place.member)
        with self._at_work():
            task = asyncio.ensure_future(work())
            try:
                done, _ = await asyncio.wait({task}, timeout=self._patience)
                if not done:
                    await place.defer(private=private)
                reply = await task
            finally:
                task.cancel()
            if reply is not None:
                await place.send(reply, private=private)

    async def finish(self, seconds: float) -> None:
        """Take no more questions, and wait at most `seconds` for the answers under way."""
        self._stopping = True
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._under_way.add(done)
        try:
            yield
        finally:
            self._under_way.discard(done)
            done.set_result(None)

    async def report(self, place: Place, error: Exception) -> None:
        """Tell the member of an error and write it to the log, as `errors` has it."""
        outcome = judge(error)
        bare = unwrap(error)
        reference = new_reference()
        if outcome.traceback:
            log.log(outcome.level, "Error %s in a command", reference, exc_info=bare)
        else:
            log.log(outcome.level, "In a command: %s", bare)
        if outcome.key is None:
            return
        words = say(await self._language(place), outcome.key, reference=reference, **outcome.values)
        try:
            await place.note(words)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as failure:
            log.info("The member could not be told: %s", failure)

    async def _pressed(self, place: Place, work: Work, *, private: bool) -> None:
        try:
            await self.answer(place, work, private=private)
        except Exception as error:  # noqa: BLE001 -- a button's errors have no other way out
            await self.report(place, error)

    def _admit(self, member: int) -> None:
        verdict = self._flood.judge(member)
        if verdict is not Verdict.ANSWER:
            raise TooFastError(self._flood.wait(member), tell=verdict is Verdict.WARN)

    async def _language(self, place: Place) -> Language:
        try:
            return await self._desk.language_for(place.asker)
        except MusetteError:
            # The store is what failed: what Discord says of the member has to do.
            locale = place.asker.locale or place.asker.guild_locale or ""
            code = locale.partition("-")[0]
            return Language(code) if code in tuple(Language) else BASE


def page_arguments(command: Command, turn: Turn) -> dict[str, str]:
    """The arguments that lead to a page, by the options' English names."""
    values = {OptionKind.PAGE: str(turn.page), OptionKind.WORDS: turn.argument}
    return {
        option.name[BASE]: values[option.kind]
        for option in command.options
        if values.get(option.kind)
    }


def _help_line() -> str:
    return next(command.name[BASE] for command in BY_KEY.values() if command.action is Action.HELP)
