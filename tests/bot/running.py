"""Runs the real program in a process of its own, away from the settings of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import bot

ROOT = Path(bot.__file__).parents[1]
COMMAND = [sys.executable, "-m", "bot"]


def environment(home: Path, **variables: str) -> dict[str, str]:
    """The variables of a process that starts with nothing: `home` is its whole world."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    own = {
        "HOME": str(home),
        "MUSETTE_DATA_DIR": str(home / "bag"),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "LANG": "en_GB.UTF-8",
    }
    return {**kept, **own, **variables}


def run(
    home: Path, *arguments: str, typed: str | bytes = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `musette` with a pipe on each side; what comes out is read as UTF-8, strictly."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=typed.encode() if isinstance(typed, str) else typed,
        capture_output=True,
        cwd=home,
        env=environment(home, **variables),
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def is_one_sentence(text: str) -> bool:
    """Whether a message is a single line that ends as a sentence does, and no traceback."""
    line = text.strip()
    return bool(line) and "\n" not in line and line.endswith(".") and "Traceback" not in line
