"""Fetching: one address at a time, within limits, over connections to public places alone."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from facts.errors import FetchError, Trouble
from facts.fetch.body import ACCEPTED, PIECE, Body, BrokenBodyError, TooLargeError
from facts.fetch.problems import problem
from facts.fetch.rules import Rules
from facts.ports import Page

USER_AGENT = "Musette/1 (a cycling bot that reads single articles when asked to)"
LONGEST_ADDRESS = 2_000
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9",
    "Accept-Encoding": ACCEPTED,
}
_KINDS = frozenset(
    "text/html application/xhtml+xml text/plain text/markdown text/x-markdown".split()
) | {""}
_MOVED = frozenset({301, 302, 303, 307, 308})
_OK, _SERVER_FAILS = 200, 500
_GONE, _DENIED = frozenset({404, 410}), frozenset({401, 402, 403, 407, 429, 451})

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the addresses of a host, as digits. Raises OSError where there are none."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one fetch: seconds for each step and for the whole, redirects, bytes after unpacking."""

    step: float = 10.0
    whole: float = 20.0
    redirects: int = 5
    size: int = 5_000_000


async def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system knows them."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(row[4][0]) for row in found))


class Web:
    """Implements `facts.ports.Fetcher`. Keeps nothing from one address to the next."""

    def __init__(
        self,
        rules: Rules | None = None,
        limits: Limits | None = None,
        *,
        resolve: Resolve = resolved,
    ) -> None:
        """`rules` say where it may go, by default to public places alone."""
        self._rules = rules or Rules()
        self._limits = limits or Limits()
        self._resolve = resolve

    async def __call__(self, url: str) -> Page:
        """The page at an address; see `facts.ports.Fetcher`."""
        try:
            async with asyncio.timeout(self._limits.whole):
                return await self._fetch(url)
        except FetchError:
            raise
        except _TROUBLES as error:
            raise problem(_trouble(error), url) from error

    async def _fetch(self, url: str) -> Page:
        connector = aiohttp.TCPConnector(
            resolver=_Resolver(self._resolve, self._rules),
            socket_factory=lambda info: _socket(info, self._rules),
            use_dns_cache=False,
            force_close=True,
        )
        async with aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=None),
            auto_decompress=False,
            headers=_HEADERS,
        ) as session:
            address = _parsed(url)
            for _ in range(self._limits.redirects + 1):
                self._check(address)
                async with asyncio.timeout(self._limits.step):
                    response = await session.get(address, allow_redirects=False)
                try:
                    if response.status not in _MOVED:
                        return await self._page(response)
                    address = _next_address(response)
                finally:
                    response.close()
            raise problem(Trouble.REDIRECTS, url)

    def _check(self, address: URL) -> None:
        refusal = self._rules.refusal(
            address.scheme,
            address.raw_host or "",
            address.port,
            has_user=address.user is not None or address.password is not None,
        )
        if refusal is not None:
            raise problem(refusal, str(address))

    async def _page(self, response: aiohttp.ClientResponse) -> Page:
        address = str(response.url)
        if response.status != _OK:
            raise problem(_refusal(response.status), address)
        told = response.headers.get("Content-Type", "").strip()
        kind = response.content_type.casefold() if told else ""
        if kind not in _KINDS:
            raise problem(Trouble.KIND, address)
        size = response.content_length
        if size is not None and size > self._limits.size:
            raise problem(Trouble.TOO_LARGE, address)
        body = Body(response.headers.get("Content-Encoding", ""), self._limits.size)
        while piece := await self._piece(response):
            body.add(piece)
        return Page(address, body.whole(), kind, response.charset)

    async def _piece(self, response: aiohttp.ClientResponse) -> bytes:
        async with asyncio.timeout(self._limits.step):
            return await response.content.read(PIECE)


class _Resolver(AbstractResolver):
    """Gives out the addresses that the rules admit, and no others."""

    def __init__(self, resolve: Resolve, rules: Rules) -> None:
        self._resolve, self._rules = resolve, rules

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host to connect to."""
        del family
        found = await self._resolve(host, port)
        admitted = [each for each in found if self._rules.admits(each, port)]
        if found and not admitted:
            raise problem(Trouble.PRIVATE, host)
        return [
            ResolveResult(
                hostname=host,
                host=each,
                port=port,
                family=socket.AF_INET6 if ":" in each else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for each in admitted
        ]

    async def close(self) -> None:
        """Nothing is held."""


def _socket(info: Any, rules: Rules) -> socket.socket:
    """A socket for the very address that will be connected to, which is judged once more."""
    family, kind, protocol, _, place = info
    if not rules.admits(str(place[0]), int(place[1])):
        raise problem(Trouble.PRIVATE, str(place[0]))
    return socket.socket(family, kind, protocol)


def _parsed(url: str) -> URL:
    if len(url) > LONGEST_ADDRESS:
        raise problem(Trouble.ADDRESS, url)
    return URL(url)


def _next_address(response: aiohttp.ClientResponse) -> URL:
    told = response.headers.get("Location", "")
    if not told:
        raise problem(Trouble.BROKEN, str(response.url))
    if len(told) > LONGEST_ADDRESS:
        raise problem(Trouble.ADDRESS, told)
    return response.url.join(URL(told))


def _refusal(status: int) -> Trouble:
    if status in _GONE:
        return Trouble.GONE
    if status in _DENIED:
        return Trouble.DENIED
    return Trouble.SERVER if status >= _SERVER_FAILS else Trouble.BROKEN


_TABLE: tuple[tuple[type[Exception], Trouble], ...] = (
    (TimeoutError, Trouble.TIME_OUT),
    (TooLargeError, Trouble.TOO_LARGE),
    (BrokenBodyError, Trouble.BROKEN),
    (aiohttp.ClientSSLError, Trouble.INSECURE),
    (aiohttp.ClientConnectorDNSError, Trouble.UNKNOWN_HOST),
    (aiohttp.InvalidURL, Trouble.ADDRESS),
    (aiohttp.ClientConnectionResetError, Trouble.BROKEN),
    (aiohttp.ServerDisconnectedError, Trouble.BROKEN),
    (aiohttp.ClientOSError, Trouble.UNREACHABLE),
    (aiohttp.ClientError, Trouble.BROKEN),
    (OSError, Trouble.UNREACHABLE),
    (ValueError, Trouble.ADDRESS),
)
"""The first row that has the error's type says what is wrong. UnicodeError is a ValueError."""

_TROUBLES = tuple(row[0] for row in _TABLE)


def _trouble(error: Exception) -> Trouble:
    return next(trouble for kind, trouble in _TABLE if isinstance(error, kind))
