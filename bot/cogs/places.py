"""Where an answer goes: back to a message, or to an interaction. The only code that sends."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import aiohttp
import discord

from bot.markup import escape
from bot.render import message_of
from bot.reply import Asker, Reply

log = logging.getLogger(__name__)

_REMEMBERED = 1_000


class Place(Protocol):
    """Where somebody asked something, and is answered. Methods raise `discord.HTTPException`."""

    asker: Asker
    member: int

    def open(self) -> bool:
        """Whether an answer can be sent there at all, as far as is known."""
        ...

    async def defer(self, *, private: bool) -> None:
        """Tell the asker that the answer takes a while."""
        ...

    async def send(self, reply: Reply, *, private: bool) -> None:
        """Send an answer; a private one only to the asker, where there is a way."""
        ...

    async def note(self, text: str) -> None:
        """Send a sentence of our own, to the asker alone where there is a way."""
        ...


class ClosedChannels:
    """The channels in which the bot may not speak: each is logged once."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, None] = OrderedDict()

    def log(self, channel: int) -> None:
        """Log that the bot may not speak there, unless that was logged before."""
        if channel in self._known:
            return
        self._known[channel] = None
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        log.info("The bot may not send messages in channel %d, and stays quiet there.", channel)


class MessagePlace:
    """Answers a message with a reply to it, which notifies nobody."""

    def __init__(self, message: discord.Message, closed: ClosedChannels) -> None:
        self._message, self._closed = message, closed
        self._may = bot_permissions(message)
        self.member = message.author.id
        self.asker = Asker(
            member=str(message.author.id),
            conversation=f"{message.channel.id}/{message.author.id}",
            guild=_guild_number(message),
            guild_locale=str(message.guild.preferred_locale) if message.guild else None,
            may_manage=_may_manage(message),
        )

    def open(self) -> bool:
        """Whether the bot may send in the channel; logs the first time that it may not."""
        thread = isinstance(self._message.channel, discord.Thread)
        may = self._may.send_messages_in_threads if thread else self._may.send_messages
        if not may:
            self._closed.log(self._message.channel.id)
        return may

    async def defer(self, *, private: bool) -> None:  # noqa: ARG002 -- no message is private
        """Show that the bot is typing."""
        await self._message.channel.typing()

    async def send(self, reply: Reply, *, private: bool) -> None:  # noqa: ARG002
        """Reply to the message: an embed where the bot may embed links, else text."""
        message = message_of(reply, self.member, embeds=self._may.embed_links)
        # The nonce keeps a request that is repeated after an error from posting twice.
        await self._send(message, nonce=f"{self._message.id}")

    async def note(self, text: str) -> None:
        """Reply to the message with a sentence."""
        await self._send(_note(text), nonce=f"{self._message.id}n")

    async def _send(self, message: dict[str, Any], nonce: str) -> None:
        if self._may.read_message_history:
            # Without that permission Discord refuses a message that refers to another.
            message["reference"] = self._message.to_reference(fail_if_not_exists=False)
        try:
            await _twice(lambda: self._message.channel.send(**message, nonce=nonce))
        except discord.Forbidden:
            self._closed.log(self._message.channel.id)


class InteractionPlace:
    """Answers a slash command or a button; `edits` for a button that changes its own message."""

    def __init__(self, interaction: discord.Interaction[Any], *, edits: bool = False) -> None:
        self._interaction = interaction
        self.edits = edits
        self.member = interaction.user.id
        guild = interaction.guild_id
        self.asker = Asker(
            member=str(interaction.user.id),
            conversation=f"{interaction.channel_id}/{interaction.user.id}",
            guild=str(guild) if guild else None,
            locale=str(interaction.locale),
            guild_locale=str(interaction.guild_locale) if interaction.guild_locale else None,
            may_manage=interaction.permissions.manage_guild,
        )

    def open(self) -> bool:
        """An interaction can always be answered."""
        return True

    async def defer(self, *, private: bool) -> None:
        """Show "thinking", or, for a button that edits, nothing until the edit."""
        await self._interaction.response.defer(ephemeral=private, thinking=not self.edits)

    async def send(self, reply: Reply, *, private: bool) -> None:
        """Answer with an embed; an interaction's answer may always hold one."""
        if self.edits:
            await self._edit(reply)
        else:
            await self._send(message_of(reply, self.member), private=private)

    async def note(self, text: str) -> None:
        """Say a sentence to the asker alone."""
        await self._send(_note(text), private=True)

    async def _send(self, message: dict[str, Any], *, private: bool) -> None:
        if self._interaction.response.is_done():
            await self._interaction.followup.send(**message, ephemeral=private)
        else:
            # An interaction takes one first answer only, so this cannot be said twice either.
            respond = self._interaction.response.send_message
            await _twice(lambda: respond(**message, ephemeral=private))

    async def _edit(self, reply: Reply) -> None:
        shown = self._interaction.message
        # A message that was sent without embeds stays so: Discord would hide one put in later.
        message = message_of(reply, self.member, embeds=not (shown and shown.flags.suppress_embeds))
        message.pop("suppress_embeds", None)
        changed = {"content": None, "view": None, **message}
        if self._interaction.response.is_done():
            await self._interaction.edit_original_response(**changed)
        else:
            await _twice(lambda: self._interaction.response.edit_message(**changed))


async def _twice(request: Callable[[], Awaitable[object]]) -> None:
    """Make a request, once more where the connection broke.

    discord.py 2.7 repeats a request after a reset by its number on macOS and Windows only, and none
    whose kept connection the other side had just closed.
    """
    try:
        await request()
    except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
        await request()


def bot_permissions(message: discord.Message) -> discord.Permissions:
    """What the bot may do in a message's channel; everything where that cannot be known.

    A channel or thread that the gateway has not told of yet is such a case: Discord itself then
    refuses what is not allowed.
    """
    channel = message.channel
    # discord.py's types promise a `me` that a guild has not before its GUILD_CREATE.
    me: discord.Member | None = message.guild.me if message.guild else None
    if me is None or isinstance(channel, discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return channel.permissions_for(me)
    except discord.ClientException:
        return discord.Permissions.all()


def _may_manage(message: discord.Message) -> bool:
    # A server that the gateway has not told of yet has no roles to look at.
    if message.guild is None or not isinstance(message.author, discord.Member):
        return False
    return message.author.guild_permissions.manage_guild


def _guild_number(message: discord.Message) -> str | None:
    if message.guild is not None:
        return str(message.guild.id)
    guild = getattr(message.channel, "guild_id", None)
    return str(guild) if guild else None


def _note(text: str) -> dict[str, Any]:
    return {
        "content": escape(text),
        "suppress_embeds": True,
        "allowed_mentions": discord.AllowedMentions.none(),
    }
