"""Where a request meets the facts: a line or a command comes in, a Reply goes out.

The desk knows no Discord and no terminal. It is the one door to the facts for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facts.model import Language


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
    can ask for another. `found` is False where nothing was read or understood. `suggestions` are
    lines that the asker may have meant, ready to be sent again.
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


# The interface that console and Discord use (facts.ports gives the stores):
#
# class Desk:
#     def __init__(self, facts: FactStore, preferences: PreferenceStore, *, language: Language,
#                  prefix: str = "!") -> None
#     async def handle(self, line: str, asker: Asker) -> Reply | None
#         A whole line as typed, with or without prefix; None for an empty line.
#     async def run(self, command: Command, arguments: Mapping[str, str], asker: Asker) -> Reply
#         `arguments` by the English name of the option ("topic", "page", "language", "for").
#     async def evidence(self, fact_ids: Sequence[int], asker: Asker) -> Reply
#         The sentences behind these facts: what the button and `source` show.
#     async def language_for(self, asker: Asker, typed: str | None = None) -> Language
#         The member's choice, else the interaction's locale, else the server's, else the setting.
# def resolve(name: str) -> Command | None          in bot/names.py
#     The command of that name, whatever the accents, the case and the plural.
# def nearest(name: str) -> tuple[Command, ...]     in bot/names.py
#     The commands whose names are close to a name that is none: "did you mean".
