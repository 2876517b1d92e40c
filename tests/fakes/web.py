"""A web server on the loopback, for what an outlet's server might answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from facts.fetch import Limits, Rules, Web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

QUICK = Limits(step=0.2, whole=5.0)
"""Limits for answers that never come."""


@dataclass
class LoopbackWeb:
    """Serves what a test put at a path; keeps the requests that came."""

    port: int = 0
    pages: dict[str, Handler] = field(default_factory=dict)
    requests: list[web.BaseRequest] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a path."""
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def rules(self) -> Rules:
        """Rules that let this server through, and nothing else on this machine."""
        return Rules(let_through=frozenset({("127.0.0.1", self.port)}))

    def fetcher(self, limits: Limits | None = None) -> Web:
        """A client that may come here."""
        return Web(self.rules, limits)

    def page(
        self,
        path: str,
        body: str | bytes = b"",
        *,
        kind: str | None = "text/html; charset=utf-8",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """Put a whole answer at a path; gives its address."""
        data = body.encode() if isinstance(body, str) else body
        told = dict(headers or {})
        if kind is not None:
            told["Content-Type"] = kind

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=data, status=status, headers=told)

        self.pages[path] = answer
        return self.url(path)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        """Put a redirect at a path; gives its address."""
        return self.page(path, status=status, kind=None, headers={"Location": to})

    def stalls(self, path: str, start: bytes | None = None) -> str:
        """Answer at this path never, or with a beginning alone; gives its address."""

        async def answer(request: web.Request) -> web.StreamResponse:
            if start is None:
                await self.released.wait()
            response = web.StreamResponse(headers={"Content-Type": "text/plain"})
            await response.prepare(request)
            await response.write(start or b"late")
            await self.released.wait()
            return response

        self.pages[path] = answer
        return self.url(path)

    def endless(self, path: str, piece: bytes, headers: Mapping[str, str] | None = None) -> str:
        """Send the same piece at this path for as long as anybody listens; gives its address."""

        async def answer(request: web.Request) -> web.StreamResponse:
            told = {"Content-Type": "text/plain", **(headers or {})}
            response = web.StreamResponse(headers=told)
            await response.prepare(request)
            while not self.released.is_set():
                await response.write(piece)
            return response

        self.pages[path] = answer
        return self.url(path)

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request."""
        self.requests.append(request)
        handler = self.pages.get(request.path)
        return await handler(request) if handler else web.Response(status=404)  # type: ignore[arg-type]


@asynccontextmanager
async def loopback_web() -> AsyncIterator[LoopbackWeb]:
    """A running server; whatever stalls is let go at the end."""
    served = LoopbackWeb()
    runner = web.ServerRunner(web.Server(served.handle))
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        served.port = runner.addresses[0][1]
        yield served
    finally:
        served.released.set()
        await runner.cleanup()
