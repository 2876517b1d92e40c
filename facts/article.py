"""A file's bytes or characters become an Article.

Plain text and Markdown are read as they are: nothing is removed, so that offsets into `text` point
into the file. Optional front matter (`key: value` lines between two `---` lines) tells the head.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from facts.errors import UnreadableArticleError
from facts.extract.language import detect_language
from facts.model import Article, Language, Span

MAX_BYTES = 2_000_000
_FRONT = re.compile(
    r"\A\ufeff?\s*---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001
_WORD = re.compile(r"[^\W\d_]{2,}")


def read_article(path: Path) -> Article:
    """Read a file.

    Raises:
        UnreadableArticleError: missing, a folder, forbidden, over 2 MB, binary or without words.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableArticleError(f"There is no file {path}: check the path.") from error
    except IsADirectoryError as error:
        raise UnreadableArticleError(f"{path} is a folder: name one file in it.") from error
    except PermissionError as error:
        raise UnreadableArticleError(f"{path} may not be read: check its permissions.") from error
    except (OSError, ValueError) as error:
        raise UnreadableArticleError(
            f"{path} cannot be read: check the disk and the path."
        ) from error
    if len(data) > MAX_BYTES:
        raise UnreadableArticleError(
            f"{path} is over 2 MB, too long for an article: give one article."
        )
    return article_from_text(_decode(data, str(path)), name=str(path))


def article_from_text(text: str, *, name: str = "The text") -> Article:
    """Make an Article of characters; `name` is what an error calls them.

    Raises:
        UnreadableArticleError: there are no words in it.
    """
    if len(_CONTROLS.findall(text)) > len(text) * _MAX_CONTROL_SHARE:
        raise UnreadableArticleError(f"{name} is not text: give plain text or Markdown, in UTF-8.")
    front = _FRONT.match(text)
    head = dict(_FIELD.findall(front.group(1))) if front else {}
    body = Span(front.end() if front else 0, len(text))
    if not _WORD.search(text, body.start):
        raise UnreadableArticleError(f"{name} is empty: there is nothing in it to read.")
    fields = {key.casefold(): _unquote(value) for key, value in head.items()}
    return Article(
        key=article_key(text, fields.get("url")),
        text=text,
        body=body,
        language=_language(fields, text[body.start :]),
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or None,
        url=fields.get("url") or None,
        published=_date(fields.get("published", ""), name),
    )


def article_key(text: str, url: str | None) -> str:
    """A stable key: the same text from the same address has the same key, whoever reads it."""
    digest = hashlib.sha256(f"{url or ''}\n{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:24]


def _decode(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        raise UnreadableArticleError(f"{name} is not text: give plain text or Markdown, in UTF-8.")
    else:
        encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableArticleError(f"{name} is not text: give plain text or Markdown, in UTF-8.")


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
            f"{name} has published: {value[:40]!r}; write the date as 2022-03-31."
        ) from error
