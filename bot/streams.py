"""The program's standard streams: UTF-8 wherever it runs, quiet when nobody reads, harmless."""

from __future__ import annotations

import io
import os
import re
import sys
import unicodedata
from typing import TextIO

_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_TURNS = re.compile(f"[{_DIRECTIONS}]")
_STEERS = re.compile(f"[\x7f-\x9f\u2028\u2029{_DIRECTIONS}]")


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale says; what cannot be read or written becomes "?".

    A stream that was closed before the start reads nothing and writes nowhere.
    """
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_screen(*streams: TextIO) -> bool:
    """Whether somebody sits at the other end of all of these."""
    return all(stream.isatty() for stream in streams)


def flush_quietly() -> None:
    """Write out what is left; where that fails, leave nothing that fails again at the exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            discard(stream)


def discard(stream: TextIO) -> None:
    """Let whatever is still written to a stream vanish."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def clean(text: str) -> str:
    """A text that cannot move the cursor, colour the screen or turn the writing round."""
    text = _TURNS.sub("", text)
    return "".join(
        " " if character in "\n\r\t\u2028\u2029" else character
        for character in text
        if character in "\n\r\t" or unicodedata.category(character) not in {"Cc", "Cs"}
    )


def escape_json(text: str) -> str:
    """JSON that says the same without a character that could steer a terminal."""
    return _STEERS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
