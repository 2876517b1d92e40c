"""A sign of life on a screen while something takes long."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TextIO, TypeVar

PATIENCE = 2.0
"""Seconds without a sign."""

Result = TypeVar("Result")


async def shown_while(
    work: Awaitable[Result], words: str, screen: TextIO, *, patience: float = PATIENCE
) -> Result:
    """Do the work, under a line with these words where it takes longer than `patience` seconds.

    Nothing is shown where `screen` is no terminal.
    """
    if not screen.isatty():
        return await work
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=patience)
        if not task.done():
            from rich.console import Console
            from rich.text import Text

            with Console(file=screen, highlight=False).status(Text(words)):
                await asyncio.wait({task})
        return task.result()
    finally:
        task.cancel()
