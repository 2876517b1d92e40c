"""Text for Discord: what comes from outside is defused, escaped and cut. Pure; no discord.

Lengths are UTF-16 code units. Discord does not say how it counts; a text never has more code points
than code units, so this count is safe whichever it is.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

ELLIPSIS = "…"
GAP = "\u200b"
"""A space of no width: it parts what Discord would otherwise read as one thing."""

LONGEST_ADDRESS = 1_000

_BLANK_LINES = re.compile(r"\n\s*\n")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ANGLE = re.compile(r"<(?=[@#:/]|a:|t:|id:)")
_EVERYONE = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_INVITE = re.compile(r"(discord\.gg|discord(?:app)?\.com)(?=/)", re.IGNORECASE)
_INLINE = re.compile(r"([\\`*_~|\[\]<])")
_SCHEME = re.compile(r"(?<=:)(?=//)")
_LINE_START = re.compile(r"^(\s*)([#>+-])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_JOINING = ("Mn", "Me", "Mc", "Cf", "Sk")


def width(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def defuse(text: str) -> str:
    """The text without control signs, in which nothing mentions or invites anybody any more."""
    lines = "\n".join(text.splitlines())
    kept = "".join(sign for sign in lines if sign == "\n" or _is_plain(sign))
    kept = _BLANK_LINES.sub("\n\n", kept).strip()
    kept = _ANGLE.sub("<" + GAP, kept)
    kept = _EVERYONE.sub("@" + GAP, kept)
    return _INVITE.sub(r"\1" + GAP, kept)


def escape(text: str) -> str:
    """The text defused, with every sign that Discord reads as markup made literal.

    An address stays readable but is no link, so that an article cannot send readers elsewhere.
    """
    kept = _INLINE.sub(r"\\\1", defuse(text))
    kept = _SCHEME.sub(r"\\", kept)
    kept = _LINE_START.sub(r"\1\\\2", kept)
    return _NUMBERED.sub(r"\1\\\2", kept)


def one_line(text: str) -> str:
    """The text on one line, its white space folded."""
    return " ".join(text.split())


def cut(text: str, limit: int) -> str:
    """The text, of at most `limit` code units; what is too long ends at a word, then "…".

    An escaped text stays well escaped: no backslash loses the sign that it protects.
    """
    if width(text) <= limit:
        return text
    if limit < 1:
        return ""
    head = _head(text, limit - 1)
    at_word = re.match(r"(?s).*\S(?=\s)", head + text[len(head) : len(head) + 1])
    if at_word and len(at_word.group()) * 2 >= len(head):
        head = at_word.group()
    else:
        head = _whole_signs(head, text)
    return head.rstrip() + ELLIPSIS


def address(url: str | None) -> str | None:
    """A web address that may stand in a masked link, or None where it may not."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    safe = quote(parts.geturl(), safe=":/?#@!$&'*+,;=%~-._")
    return safe if len(safe) <= LONGEST_ADDRESS else None


def link(label: str, url: str | None) -> str:
    """A masked link that does not unfurl; the label alone where the address cannot be used.

    The label is one of our own words: Discord shows no link whose label looks like an address.
    """
    safe = address(url)
    return f"[{label}](<{safe}>)" if safe else label


def _is_plain(sign: str) -> bool:
    """Whether a sign is one to read: no control, no half of a pair, no reserved code, no turn."""
    code = ord(sign)
    reserved = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004
    return not reserved and sign not in _TURNS and unicodedata.category(sign) not in ("Cc", "Cs")


def _head(text: str, limit: int) -> str:
    taken = 0
    for place, sign in enumerate(text):
        taken += width(sign)
        if taken > limit:
            return text[:place]
    return text


def _whole_signs(head: str, text: str) -> str:
    """Shorten `head` until it parts no escape and no joined signs (accents, emoji sequences)."""
    while head and (_is_joined(text, len(head)) or _ends_in_escape(head)):
        head = head[:-1]
    return head


def _is_joined(text: str, place: int) -> bool:
    following = text[place : place + 1]
    return bool(following) and (
        unicodedata.category(following) in _JOINING or text[place - 1] == "\u200d"
    )


def _ends_in_escape(head: str) -> bool:
    return (len(head) - len(head.rstrip("\\"))) % 2 == 1
