"""Bytes -> characters, whatever their encoding is said to be.

UTF-8 goes first. A byte that is none is read as Windows-1252, by itself: pages put together from
several sources mix the two. Pure.
"""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})
"""On the web these three names mean Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels)."""

_LEGACY = re.compile(
    r"cp125\d|iso8859-\d+|koi8-[ru]|mac-\w+|shift_jis|euc_(?:jp|kr)|gbk|gb2312|gb18030|big5|utf-16.*"
)
_META = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_META_WITHIN = 4_096
_MIXED = "musette.mixed"
_UNKNOWN = "\ufffd"
_MAX_UNKNOWN_SHARE = 0.001


class NotTextError(ValueError):
    """The bytes are no text."""


def decode(data: bytes, charset: str | None = None) -> str:
    """The characters of a text; a byte order mark goes before what the `charset` says.

    Raises:
        NotTextError: the bytes are none of a text.
    """
    for mark, encoding in _BYTE_ORDER:
        if data.startswith(mark):
            return _strictly(data, encoding)
    named = _known(charset)
    if named is not None and named.startswith("utf-16"):
        return _strictly(data, named)
    if b"\x00" in data:
        raise NotTextError
    if named is not None:
        try:
            return data.decode(named)
        except UnicodeDecodeError:
            pass  # the label was wrong
    text = data.decode("utf-8", _MIXED)
    if text.count(_UNKNOWN) > len(text) * _MAX_UNKNOWN_SHARE:
        raise NotTextError
    return text


def charset_in_page(data: bytes) -> str | None:
    """The charset that an HTML page names in its head, or None."""
    found = _META.search(data[:_META_WITHIN])
    name = found.group(1).decode("ascii") if found else None
    # A page that could be read as far as its own `<meta>` is not in UTF-16.
    return None if name and name.casefold().startswith("utf-16") else name


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError from error


def _known(charset: str | None) -> str | None:
    """Python's name of a charset; None for UTF-8, which goes first anyway, and for unknown ones."""
    try:
        name = codecs.lookup((charset or "").strip()).name
    except (LookupError, ValueError):
        return None
    if name in _WESTERN:
        # Bytes that make up valid UTF-8 are UTF-8, whatever an old server calls them.
        return None
    return name if _LEGACY.fullmatch(name) else None


def _as_western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return odd.decode("cp1252", "replace"), error.end


codecs.register_error(_MIXED, _as_western)
