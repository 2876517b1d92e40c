"""A page of HTML -> the Article in it: its text, title, outlet, date and address.

The only module that knows trafilatura. Pure: no clock, no files, no network.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura import extract, load_html
from trafilatura.metadata import extract_metadata

from facts.article import LONGEST_TEXT, article_key, refuse_binary
from facts.errors import Trouble, UnreadableArticleError
from facts.extract.language import detect_language
from facts.extract.noise import is_noise
from facts.model import Article, Span

MOST_TAGS = 10_000
"""Elements in a page: an article's page has some 1,000 to 6,000, and each costs 0.1 ms."""

DEEPEST = 200
"""Elements inside one another: a newspaper's page has some 40."""

_SIGNS_A_TAG = 8
_ATTRIBUTE = 4_000
_TITLE, _OUTLET, _URL = 300, 100, 2_000
_HEAD_LINES = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 5
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}

for _name in ("trafilatura", "htmldate"):
    # They tell of each page that has no article; whoever asked for it is told here.
    logging.getLogger(_name).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class _Head:
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None


def article_from_page(markup: str, *, name: str, url: str | None = None) -> Article:
    """The article in a page; `name` is what an error calls it, `url` where it was fetched.

    The Article's `text` is the text found, a paragraph a line, the title first.

    Raises:
        UnreadableArticleError: no text, no article in it, or a page that nobody would write.
    """
    refuse_binary(markup, name)
    head, found = _read(markup, name, url)
    text = _CONTROLS.sub("", _with_title(_without_noise(found), head.title))
    if len(_WORD.findall(text)) < _FEWEST_WORDS:
        raise UnreadableArticleError(
            f"There is no article in {name}: give the page of one article.", Trouble.NO_ARTICLE
        )
    if len(text) > LONGEST_TEXT:
        raise UnreadableArticleError(
            f"{name} is too long for an article: give the page of one article.", Trouble.TOO_LONG
        )
    return Article(
        key=article_key(text, head.url),
        text=text,
        body=Span(0, len(text)),
        language=detect_language(text),
        title=head.title,
        outlet=head.outlet,
        url=head.url,
        published=head.published,
    )


def _read(markup: str, name: str, url: str | None) -> tuple[_Head, str]:
    """The head and the text of a page; nothing and "" where there is no page in the markup."""
    if markup.count("<") > MOST_TAGS * _SIGNS_A_TAG:
        raise _tangled(name)
    try:
        tree = load_html(_CONTROLS.sub("", markup.removeprefix("\ufeff")))
        if tree is None:
            return _Head(None, None, url, None), ""
        _refuse_what_nobody_writes(tree, name)
        head = _head(tree, url)
        text = extract(tree, output_format="txt", include_comments=False, include_tables=True)
    except UnreadableArticleError:
        raise
    except Exception as error:  # whatever a library trips over, the page is at fault
        raise _tangled(name) from error
    return head, text or ""


def _refuse_what_nobody_writes(tree: HtmlElement, name: str) -> None:
    levels: dict[HtmlElement | None, int] = {None: -1}
    for element in tree.iter():
        levels[element] = level = levels[element.getparent()] + 1
        if len(levels) > MOST_TAGS or level > DEEPEST:
            raise _tangled(name)
        for key, value in element.attrib.items():
            if len(value) > _ATTRIBUTE:  # a picture, mostly; searching through it takes seconds
                element.set(key, value[:_ATTRIBUTE])


def _tangled(name: str) -> UnreadableArticleError:
    return UnreadableArticleError(
        f"{name} is too tangled to read: give the text of the article in a file.", Trouble.TANGLED
    )


def _head(tree: HtmlElement, url: str | None) -> _Head:
    told = extract_metadata(tree, url, dict(_DATES))
    address = _address(told.url, url)
    host = (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
    return _Head(
        title=_line(told.title, _TITLE),
        outlet=_line(told.sitename, _OUTLET) or host or None,
        url=address,
        published=_day(told.date),
    )


def _address(told: str | None, fetched: str | None) -> str | None:
    """The address that a page gives itself, where it may: a page cannot speak for another host."""
    own = _line(told, _URL)
    if own is None or len(own) >= _URL or not own.startswith(("http://", "https://")):
        return fetched
    if fetched is not None and _site(own) != _site(fetched):
        return fetched
    return own


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        return None


def _line(told: str | None, longest: int) -> str | None:
    """A text from a page's head as one short line; None for nothing."""
    return " ".join(_CONTROLS.sub("", told or "").split())[:longest].strip() or None


def _without_noise(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not is_noise(line)]


def _with_title(lines: list[str], title: str | None) -> str:
    """The paragraphs, under the title where it does not stand over them yet."""
    if (
        title
        and lines
        and title.casefold() not in {line.casefold() for line in lines[:_HEAD_LINES]}
    ):
        lines = [title, *lines]
    return "\n".join(lines)
