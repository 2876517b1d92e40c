"""A Reply as text for Discord, within its limits: heading, body, footer. Pure; no discord.

The figures are Discord's: https://docs.discord.com/developers/resources/message (content, embeds).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.cite import date_words, sources
from bot.markup import cut, defuse, escape, link, one_line, width
from bot.reply import Citation, Reply
from bot.texts import say
from facts.model import Language

CONTENT = 2_000
TITLE = 256
DESCRIPTION = 4_096
FOOTER = 500
"""Discord allows 2,048; title, description and footer together stay under its 6,000 so."""

_SOURCES_SHOWN = 3
_SOURCES_SHARE = 4
_ROOM_FOR_ITEMS = 400
_SHORTEST_ITEM = 20
_BULLET = "- "


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a message: `title` and `body` are escaped markup, `footer` plain text."""

    title: str
    body: str
    footer: str


def lay_out(reply: Reply) -> Layout:
    """The parts of an embed. Body and title are never both empty."""
    title = cut(escape(one_line(reply.heading)), TITLE)
    body = _body(reply, DESCRIPTION)
    return Layout(title, body if body or title else "…", _footer(reply))


def lay_out_plain(reply: Reply) -> str:
    """The same as one message without an embed, for where the bot may send none. Never empty."""
    title = cut(escape(one_line(reply.heading)), TITLE)
    footer = cut(escape(_footer(reply)), FOOTER)
    above = f"**{title}**\n" if title else ""
    below = f"\n\n{footer}" if footer else ""
    body = _body(reply, CONTENT - width(above) - width(below))
    return (above + body + below).strip() or "…"


def _body(reply: Reply, limit: int) -> str:
    source = _source_lines(reply, limit // _SOURCES_SHARE)
    room = limit - (width(source) + 2 if source else 0)
    kept_for_items = _ROOM_FOR_ITEMS if reply.items else 0
    text = cut(escape(reply.text), room - kept_for_items)
    room -= width(text) + 1 if text else 0
    items = "\n".join(_item_lines(reply.items, room, reply.language)) if reply.items else ""
    answer = "\n".join(part for part in (text, items) if part)
    return "\n\n".join(part for part in (answer, source) if part)


def _item_lines(items: Sequence[str], room: int, language: Language) -> Iterator[str]:
    """As many items as fit, each on a line, then a note that says how many do not."""
    for place, item in enumerate(items):
        line = _BULLET + escape(one_line(item))
        left = len(items) - place - 1
        free = room - (width(_more(left + 1, language)) + 1 if left else 0)
        if width(line) > free:
            if place == 0 and free >= _SHORTEST_ITEM:
                yield cut(line, free)
                left_out = left
            else:
                left_out = left + 1
            if left_out:
                yield _more(left_out, language)
            return
        room -= width(line) + 1
        yield line


def _source_lines(reply: Reply, room: int) -> str:
    """The outlets, dates and links behind an answer, within `room`; empty where there are none."""
    found = [citation for citation in sources(reply.citations) if _is_named(citation)]
    lines: list[str] = []
    for citation in found[:_SOURCES_SHOWN]:
        line = _source_line(citation, reply.language, room - width("\n".join(lines)) - 1)
        if line is None:
            break
        lines.append(line)
    left = len(found) - len(lines)
    if lines and left:
        note = _more(left, reply.language)
        if width("\n".join([*lines, note])) <= room:
            lines.append(note)
    return "\n".join(lines)


def _is_named(citation: Citation) -> bool:
    return bool(citation.outlet or citation.title or citation.published or citation.url)


def _source_line(citation: Citation, language: Language, room: int) -> str | None:
    name = cut(escape(one_line(citation.outlet or citation.title or "")), TITLE)
    day = date_words(citation.published, language) if citation.published else ""
    named = ", ".join(part for part in (name, day) if part)
    read = say(language, "discord.article")
    masked = link(read, citation.url)
    linked = masked if masked != read else ""
    for parts in ((named, linked), (named,)):
        shown = " · ".join(part for part in parts if part)
        line = say(language, "source.label", source=shown)
        if shown and width(line) <= room:
            return line
    return None


def _footer(reply: Reply) -> str:
    return cut(defuse(one_line(reply.hint)), FOOTER)


def _more(count: int, language: Language) -> str:
    return say(language, "discord.more", count=count)
