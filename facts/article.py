"""A file's bytes or characters become an Article.

Plain text and Markdown are read as they are: nothing is removed, so that offsets into `text` point
into the file. Optional front matter (`key: value` lines between two `---` lines) tells the head. An
HTML page is read by `facts.page`: its `text` is the text found in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from facts.decoding import NotTextError, charset_in_page, decode
from facts.errors import Trouble, UnreadableArticleError
from facts.extract.language import detect_language
from facts.model import Article, Language, Span

MAX_BYTES = 2_000_000
"""The longest article; a page of HTML may hold more around it."""

LONGEST_TEXT = 200_000
"""Characters of an article that is kept: the longest reportages have half of that, and each 20,000
take a second to read."""

MAX_PAGE_BYTES = 5_000_000
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_PAGE_KINDS = frozenset({"text/html", "application/xhtml+xml"})
_PAGE = re.compile(
    r"\A\ufeff?\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,5}"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT = re.compile(
    r"\A\ufeff?\s*---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001
_SIGNATURES = ("%PDF-", "{\\rtf", "PK\x03\x04")
"""How files begin that hold an article, if any, in a form that is no text."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def read_article(path: Path) -> Article:
    """Read a file.

    Raises:
        UnreadableArticleError: missing, a folder, forbidden, over 2 MB, binary or without words; a
            page of HTML over 5 MB or without an article.
    """
    return article_from_bytes(_bytes_of(path), name=str(path))


def article_from_bytes(
    data: bytes,
    *,
    name: str,
    kind: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Article:
    """Make an Article of the bytes of a text or of a page of HTML.

    `name` is what an error calls them; `kind` is the content type that was told, empty for none and
    None for a file; `url` is where they were fetched.

    Raises:
        UnreadableArticleError: too long, no text, or no article in it.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise _too_long(name)
    is_page = kind in _PAGE_KINDS or (kind is None and name.casefold().endswith(_PAGE_NAMES))
    try:
        text = decode(data, charset or (charset_in_page(data) if is_page else None))
        if not is_page and not kind and _PAGE.match(text):
            is_page = True
            text = decode(data, charset or charset_in_page(data))
    except NotTextError as error:
        raise _not_text(name) from error
    if is_page:
        # The reader of pages takes longer to load than most articles to read.
        from facts.page import article_from_page

        return article_from_page(text, name=name, url=url)
    if len(data) > MAX_BYTES:
        raise _too_long(name)
    return article_from_text(text, name=name, url=url)


def article_from_text(text: str, *, name: str = "The text", url: str | None = None) -> Article:
    """Make an Article of characters; `name` is what an error calls them.

    `url` is where they were fetched, which goes before what their front matter tells.

    Raises:
        UnreadableArticleError: there are no words in it.
    """
    refuse_binary(text, name)
    front = _FRONT.match(text)
    head = dict(_FIELD.findall(front.group(1))) if front else {}
    body = Span(front.end() if front else 0, len(text))
    if not _WORD.search(text, body.start):
        raise UnreadableArticleError(
            f"{name} is empty: there is nothing in it to read.", Trouble.EMPTY
        )
    fields = {key.casefold(): _unquote(value) for key, value in head.items()}
    where = url or fields.get("url") or None
    return Article(
        key=article_key(text, where),
        text=text,
        body=body,
        language=_language(fields, text[body.start :]),
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or None,
        url=where,
        published=_date(fields.get("published", ""), name),
    )


def refuse_binary(text: str, name: str) -> None:
    """Refuse what begins as a PDF does, or has more control characters than any text.

    Raises:
        UnreadableArticleError: it is no text.
    """
    controls = len(_CONTROLS.findall(text))
    if text.startswith(_SIGNATURES) or controls > len(text) * _MAX_CONTROL_SHARE:
        raise _not_text(name)


def article_key(text: str, url: str | None) -> str:
    """A stable key: the same text from the same address has the same key, whoever reads it."""
    digest = hashlib.sha256(f"{url or ''}\n{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:24]


def _bytes_of(path: Path) -> bytes:
    name = str(path)
    try:
        with path.open("rb") as file:
            return file.read(MAX_PAGE_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableArticleError(
            f"There is no file {name}: check the path.", Trouble.MISSING
        ) from error
    except IsADirectoryError as error:
        raise UnreadableArticleError(
            f"{name} is a folder: name one file in it.", Trouble.FOLDER
        ) from error
    except PermissionError as error:
        raise UnreadableArticleError(
            f"{name} may not be read: check its permissions.", Trouble.FORBIDDEN
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableArticleError(
            f"{name} cannot be read: check the disk and the path.", Trouble.DISK
        ) from error


def _too_long(name: str) -> UnreadableArticleError:
    return UnreadableArticleError(
        f"{name} is over 2 MB, too long for an article: give one article.", Trouble.TOO_LONG
    )


def _not_text(name: str) -> UnreadableArticleError:
    return UnreadableArticleError(
        f"{name} is not text: give plain text or Markdown, in UTF-8.", Trouble.NOT_TEXT
    )


def _unquote(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _language(fields: Mapping[str, str], body: str) -> Language:
    try:
        return Language(fields.get("language", "").casefold()[:2])
    except ValueError:
        return detect_language(body)


def _date(value: str, name: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        raise UnreadableArticleError(
            f"{name} has published: {value[:40]!r}; write the date as 2022-03-31.",
            Trouble.BAD_DATE,
        ) from error
