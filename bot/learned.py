"""What is said of an article that was read, or that could not be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.cite import quoted, source_parts
from bot.commands import BY_KEY
from bot.reply import Citation, Reply
from bot.texts import say
from facts.errors import FetchError, Trouble
from facts.intake import Learned
from facts.model import Article, Language

Read = Callable[[str], Awaitable[Learned]]
"""Reads the article at an address, or in a file where files may be read.

Raises `UnreadableArticleError`, `FetchError`, `StoreError`.
"""

_LONGEST_NAME = 120


async def nothing_is_read(place: str) -> Learned:
    """Implements `Read` for a desk that was given no reader."""
    raise FetchError(f"{place} cannot be read here.", Trouble.UNREACHABLE)


def learned_reply(learned: Learned, name: str, language: Language) -> Reply:
    """Title, outlet, date, and the number of facts; `name` stands for a title that is not known."""
    article = _called(learned.article, name, language)
    if learned.again:
        return read_reply(say(language, "read.again", article=article), language)
    if not learned.new and not learned.known:
        return read_reply(say(language, "read.nothing", article=article), language)
    new = _count("new", learned.new, language)
    if not learned.known:
        return read_reply(say(language, "read.all_new", article=article, new=new), language)
    known = _count("known", learned.known, language)
    return read_reply(
        say(language, "read.learned", article=article, new=new, known=known), language
    )


def trouble_words(trouble: Trouble, name: str, language: Language) -> str:
    """One sentence about a place that could not be read."""
    return say(language, f"read.{trouble}", name=short(name))


def read_reply(text: str, language: Language, *, found: bool = True) -> Reply:
    """An answer to the command that reads."""
    row = BY_KEY["read"]
    return Reply(language, text, heading=row.heading(language), command=row.key, found=found)


def _called(article: Article, name: str, language: Language) -> str:
    title = quoted(article.title, language) if article.title else short(name)
    head = Citation("", article.outlet, None, None, article.published)
    source = ", ".join(source_parts(head, language, link=False))
    return f"{title} ({source})" if source else title


def _count(kind: str, number: int, language: Language) -> str:
    amount = {0: "none", 1: "one"}.get(number, "many")
    return say(language, f"read.{kind}_{amount}", count=number)


def short(name: str) -> str:
    """A name that fits in a sentence."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
