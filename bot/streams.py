"""The program's standard streams: UTF-8 wherever it runs, and quiet when nobody reads."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale says; what cannot be read or written becomes "?"."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
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
