"""What comes to the desk and what goes out: frozen, plain, without Discord and without terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facts.model import Language

TERMINAL = "terminal"
"""The member at the terminal, in place of a Discord number."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where.

    `member` and `guild` are Discord numbers as text, or "terminal"; `conversation` names the place
    whose last answer `source` speaks of (member and channel). `locale` is the interaction's,
    `guild_locale` the server's own (Discord's codes: "fr", "en-GB"). `may_manage` is True for a
    member with Manage Server.
    """

    member: str
    conversation: str
    guild: str | None = None
    locale: str | None = None
    guild_locale: str | None = None
    may_manage: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A source sentence and where it stands. Everything in it comes from outside: escape it."""

    sentence: str
    outlet: str | None
    title: str | None
    url: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said, in plain text without markup; whoever shows it escapes and cuts it.

    `heading` is a few words (the command's title); `text` the answer, first; `items` a list under
    it; `hint` a line of advice below. `citations` are the sentences behind the answer, best first,
    and `fact_ids` the store's numbers of the facts they prove (for a button that shows them later).
    `command` is the key of the command that gave it, with `page` of `pages`, so that a page button
    can ask for another; `argument` is the topic that it was asked about. `found` is False where
    nothing was read or understood. `suggestions` are lines that the asker may have meant, ready to
    be sent again.
    """

    language: Language
    text: str
    heading: str = ""
    items: tuple[str, ...] = ()
    hint: str = ""
    citations: tuple[Citation, ...] = ()
    fact_ids: tuple[int, ...] = ()
    command: str | None = None
    argument: str = ""
    page: int = 1
    pages: int = 1
    found: bool = True
    suggestions: tuple[str, ...] = ()
