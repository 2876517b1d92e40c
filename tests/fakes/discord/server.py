"""The loopback Discord itself: one aiohttp server on 127.0.0.1 for the API and the gateway."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.fakes.discord.api import PREFIX, Api
from tests.fakes.discord.errors import WORDS
from tests.fakes.discord.faults import Fault, FaultKind
from tests.fakes.discord.guild_life import GuildLife
from tests.fakes.discord.members import Members
from tests.fakes.discord.waits import Waits

HOST = "127.0.0.1"


class LoopbackDiscord(Members, GuildLife, Waits):
    """A Discord of one's own; `async with` serves it on a free port.

    `waits` are the seconds that discord.py would have slept, where they are cut short.
    """

    waits: Sequence[float] = ()
    _runner: web.AppRunner | None = None
    _site: web.TCPSite | None = None

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_get("/gateway", self.gateway.serve)
        application.router.add_get("/resume", self.gateway.serve)
        application.router.add_route("*", PREFIX + "/{rest:.*}", Api(self).serve)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await self.accept_connections()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.faults.clear()
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()
        # asyncio tells a closed socket's transport of its end in the loop's next turn.
        await asyncio.sleep(0)

    async def accept_connections(self) -> None:
        """Listen, on the same port as before if there was one."""
        assert self._runner is not None
        self._site = web.TCPSite(self._runner, HOST, self.port, reuse_address=True)
        await self._site.start()
        self.port = self._runner.addresses[0][1]

    async def refuse_connections(self) -> None:
        """Listen no more: new connections are refused, those that stand are kept."""
        if self._site is not None:
            await self._site.stop()

    # Faults

    def fail_next(
        self,
        method: str,
        path: str,
        status: int = 500,
        times: int = 1,
        *,
        code: int = 0,
        message: str = "",
        retry_after: float = 0.05,
        is_global: bool = False,
        scope: str = "user",
    ) -> Fault:
        """Answer the next `times` requests to a path with an error, and do nothing.

        `path` is a pattern such as `/channels/{}/messages`: a place in braces, or `*`, is any one
        segment. `code` is one of Discord's; `retry_after` (seconds), `is_global` and `scope`
        ("user", "shared") are for a 429.
        """
        words = message or (WORDS[code][1] if code in WORDS else "")
        return self.faults.order(
            Fault(
                FaultKind.ANSWER,
                method,
                path,
                times,
                status=status,
                code=code,
                message=words,
                retry_after=retry_after,
                is_global=is_global,
                scope=scope,
            )
        )

    def refuse_next(self, method: str, path: str, code: int, times: int = 1) -> Fault:
        """Answer with one of Discord's errors, such as 50013 (missing permissions) or 10062."""
        return self.fail_next(method, path, WORDS[code][0], times, code=code)

    def drop_next(self, method: str, path: str, times: int = 1, *, done: bool = True) -> Fault:
        """Close the connection without an answer, after the request is done, or before."""
        kind = FaultKind.DROP_AFTER if done else FaultKind.DROP_BEFORE
        return self.faults.order(Fault(kind, method, path, times))

    def hold_next(self, method: str, path: str, times: int = 1) -> Fault:
        """Let a request wait: `reached` is set when it came, `release()` lets it go on."""
        return self.faults.order(Fault(FaultKind.HOLD, method, path, times))


def closed_port() -> int:
    """A port of 127.0.0.1 on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
