"""A Reply as a Discord message: an embed, or text where none may be sent, and its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import discord

from bot.cogs.buttons import (
    CUSTOM_ID,
    LineButton,
    PageButton,
    SourceButton,
    Turn,
    fitting,
    line_id,
    page_id,
)
from bot.commands import BY_KEY, Action
from bot.layout import lay_out, lay_out_plain
from bot.markup import cut, defuse, one_line, width
from bot.reply import Reply
from bot.texts import say

COLOUR = discord.Colour(0xE8B500)
"""The yellow of a jersey; one colour for every answer, so that members know whose it is."""

LABEL = 80
_SUGGESTIONS = 5


def embed_of(reply: Reply) -> discord.Embed:
    """The answer as an embed, within Discord's limits whatever its length."""
    parts = lay_out(reply)
    embed = discord.Embed(title=parts.title or None, description=parts.body or None, colour=COLOUR)
    if parts.footer:
        embed.set_footer(text=parts.footer)
    return embed


def view_of(reply: Reply, asker: int) -> discord.ui.View | None:
    """The buttons under an answer to the member numbered `asker`; None where it needs none.

    The view is already stopped. discord.py does not keep a stopped view, and our buttons need
    none kept; one that it keeps would, at its end, take their templates from all messages
    (discord.py 2.7, `ViewStore.remove_view`).
    """
    items = list(_items(reply, asker))
    if not items:
        return None
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view


def message_of(reply: Reply, asker: int, *, embeds: bool = True) -> dict[str, Any]:
    """What is sent, as keyword arguments of discord.py's methods that send.

    Nothing in it notifies anybody. `embeds` is False where the bot may not embed links.
    """
    reply = _with_what_the_button_leaves_out(reply)
    message: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none()}
    if embeds:
        message["embed"] = embed_of(reply)
    else:
        message["content"] = lay_out_plain(reply)
        message["suppress_embeds"] = True
    view = view_of(reply, asker)
    if view is not None:
        message["view"] = view
    return message


def _with_what_the_button_leaves_out(reply: Reply) -> Reply:
    """The reply, which says below how many facts its button can show, where that is not all."""
    count, held = len(reply.fact_ids), fitting(reply.fact_ids)
    if held == count or _shows_its_sentences(reply):
        return reply
    note = say(reply.language, "discord.source_part", shown=held, count=count)
    return replace(reply, hint=f"{reply.hint}\n{note}".strip())


def _items(reply: Reply, asker: int) -> Iterator[discord.ui.Item[Any]]:
    if reply.command and reply.pages > 1:
        yield from _page_buttons(reply, asker)
    if reply.fact_ids and not _shows_its_sentences(reply):
        yield SourceButton(reply.fact_ids, say(reply.language, "discord.source_button"))
    for line in tuple(dict.fromkeys(reply.suggestions))[:_SUGGESTIONS]:
        if line and _fits(line_id(asker, line)) and width(line) <= LABEL:
            yield LineButton(asker, line)


def _shows_its_sentences(reply: Reply) -> bool:
    row = BY_KEY.get(reply.command or "")
    return row is not None and row.action is Action.SOURCE


def _page_buttons(reply: Reply, asker: int) -> Iterator[PageButton]:
    """Back and forth; none where the argument cannot stand in a button."""
    turns = [
        Turn(asker, page, reply.command or "", reply.argument)
        for page in (reply.page - 1, reply.page + 1)
    ]
    if not all(_fits(page_id(turn)) for turn in turns):
        return
    for turn, key in zip(turns, ("previous_button", "next_button"), strict=True):
        label = cut(say(reply.language, f"discord.{key}"), LABEL)
        yield PageButton(turn, label, disabled=not 1 <= turn.page <= reply.pages)


def _fits(custom_id: str) -> bool:
    """Whether Discord takes this `custom_id`, and gives it back as it was."""
    return width(custom_id) <= CUSTOM_ID and defuse(one_line(custom_id)) == custom_id
