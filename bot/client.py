"""The Discord client: what it hears, and to which of its parts it hands that."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.ext import commands
from discord.ext.commands.view import StringView

from bot.addressing import Line, read_line
from bot.cogs.answers import PATIENCE, Answers
from bot.cogs.buttons import BUTTONS
from bot.cogs.places import InteractionPlace
from bot.cogs.table import Context, Table, place_of
from bot.commands import COMMANDS, Action
from bot.connection import use_addresses
from bot.desk import Desk
from bot.lifetime import serve
from bot.names import nearest
from bot.phrases import read_line as read_request
from bot.settings import Settings
from bot.syncing import sync_when_changed
from bot.translator import BASE, TableTranslator
from facts.ports import PreferenceStore

log = logging.getLogger(__name__)

KNOCK_SECONDS = 20.0
PART_SECONDS = 2.0
FINISH_SECONDS = 2.0
LONGEST_RATE_LIMIT = 60.0
"""Seconds that discord.py may wait for a rate limit before it gives a request up."""

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    read_message_history=True,
)
"""What the bot needs in a channel to answer there with an embed, as a reply."""

_SPOKEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


async def run_discord(settings: Settings, desk: Desk, preferences: PreferenceStore) -> None:
    """Run the bot on Discord until it is told to stop (SIGTERM, SIGINT, cancellation).

    Raises:
        DiscordStartError: Discord cannot be reached, or refuses the bot.
        StoreError: the store failed while the bot started.
    """
    await serve(MusetteBot(settings, desk, preferences), settings)


class Tree(app_commands.CommandTree["MusetteBot"]):
    """The slash menu; its errors go the way of all the others."""

    async def on_error(
        self, interaction: discord.Interaction[MusetteBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Report an error that came before any command, such as a menu that is out of date."""
        if interaction.type is discord.InteractionType.autocomplete:
            log.info("No suggestions for an option: %s", error)
            return
        await interaction.client.answers.report(InteractionPlace(interaction), error)


class MusetteBot(commands.AutoShardedBot):
    """The bot on Discord.

    It is sharded by discord.py itself: Discord says at each start how many shards it wants, one for
    a small bot, and a bot that grows past 2,500 servers, where one alone is refused, needs no other
    code. No members and no messages are kept: an answer needs neither.
    """

    def __init__(
        self,
        settings: Settings,
        desk: Desk,
        preferences: PreferenceStore,
        *,
        now: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
    ) -> None:
        """`now` gives seconds that only grow, for the cooldown; `patience` is in seconds."""
        # discord.py warns that it cannot speak; nobody asked this bot to.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            # `get_context` reads the prefix itself; discord.py is given none to look for.
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            intents=intents(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            activity=discord.CustomActivity(what_to_try(settings)),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=LONGEST_RATE_LIMIT,
        )
        self.answers = Answers(desk, now=now, patience=patience)
        self._settings, self._preferences = settings, preferences
        self._home: str | None = None
        use_addresses(self.http, settings, lambda: self._home)

    async def setup_hook(self) -> None:
        """Add the commands and buttons, and tell Discord of the commands if they changed."""
        await self.add_cog(Table(self, self.answers))
        self.add_dynamic_items(*BUTTONS)
        await self.tree.set_translator(TableTranslator())
        if self.application_id is not None:
            await sync_when_changed(self.tree, self._preferences, self.application_id)
            log.info("Logged in as %s. Add it to a server: %s", self.user, invitation(self))

    async def launch_shard(
        self, gateway: yarl.URL, shard_id: int, *, initial: bool = False
    ) -> None:
        """Connect a shard; the first one knocks before.

        discord.py tries for ever to connect a shard, and logs a traceback each time. At the start
        the operator should rather be told, so one connection is opened and closed again.
        """
        self._home = str(gateway)
        if initial:
            await self._knock(gateway)
        await super().launch_shard(gateway, shard_id, initial=initial)

    async def _knock(self, gateway: yarl.URL) -> None:
        async with asyncio.timeout(KNOCK_SECONDS):
            socket = await self.http.ws_connect(str(gateway.with_query(v=10, encoding="json")))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PART_SECONDS):
                await socket.close()

    async def close(self) -> None:
        """Give the answers under way, then leave Discord."""
        await self.answers.finish(FINISH_SECONDS)
        await super().close()

    async def get_context(self, origin: Any, /, *, cls: Any = Context) -> Any:
        """The context of a message or an interaction.

        A message's command is found as in the terminal: whatever the accents, the case, the plural
        and the language; `line` is None where the message does not speak to the bot.
        """
        if isinstance(origin, discord.Interaction):
            return await super().get_context(origin, cls=cls)
        line = read_line(
            origin.content,
            bot=self.user.id if self.user else 0,
            prefix=self._settings.prefix,
            direct=isinstance(origin.channel, discord.DMChannel),
        )
        text = line.text if line else ""
        ctx = cls(message=origin, bot=self, view=StringView(text), prefix=None)
        request = read_request(text, self._settings.prefix) if line else None
        ctx.line = line
        if line and request and request.command:
            ctx.prefix, ctx.invoked_with = line.opening, line.word
            ctx.command = self.get_command(request.command.name[BASE])
        return ctx

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer what a member says to the bot."""
        if message.author.bot or message.type not in _SPOKEN:
            return
        ctx = await self.get_context(message)
        if ctx.command is not None:
            await self.invoke(ctx)
        elif ctx.line and (ctx.line.door.sure or self._is_near(ctx.line)):
            await self.answers.hear(message, ctx.line.text)

    def _is_near(self, line: Line) -> bool:
        """Whether a line behind the prefix may be meant for this bot.

        Other bots share the prefix: a word that is far from ours was meant for one of them.
        """
        request = read_request(line.text, self._settings.prefix)
        if request is None or request.whole:
            return bool(nearest(line.word))
        return bool(request.near)

    async def on_command_error(
        self, context: commands.Context[Any], exception: commands.CommandError, /
    ) -> None:
        """Report an error in a command, called by prefix or by slash."""
        await self.answers.report(place_of(context, self.answers), exception)


def intents(settings: Settings) -> discord.Intents:
    """What the gateway is asked to tell: servers, messages, and what these say if that is on."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    wanted.message_content = settings.message_content
    return wanted


def invitation(bot: discord.Client) -> str:
    """The address at which a moderator adds the bot to a server, with what it needs there."""
    return discord.utils.oauth_url(
        bot.application_id or 0,
        permissions=NEEDED,
        scopes=("bot", "applications.commands"),
    )


def what_to_try(settings: Settings) -> str:
    """A few words beside the bot's name: how to ask for help."""
    row = next(command for command in COMMANDS if command.action is Action.HELP)
    name = row.name[settings.language]
    typed = [f"{settings.prefix}{name}"] if settings.message_content else []
    return " · ".join([*typed, f"/{name}"])
