"""Reaching Discord: which addresses are used, and what to say when it cannot be reached."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import HTTPClient, Route

from bot.settings import Settings
from facts.errors import DiscordStartError

API = Route.BASE
"""discord.py's own address of the HTTP API, with its version."""

PORTAL = "https://discord.com/developers/applications"

_VERSION = re.compile(r"/v\d+$")
_TOKEN = re.compile(r"[\w.-]+", re.ASCII)
_UNAUTHORISED, _TOO_MANY, _SERVER_TROUBLE = 401, 429, 500
_GATEWAY_WRONG_TOKEN = 4004


def api_address(url: str | None) -> str:
    """The address before each path of the API: Discord's, or the one set, with `/api/v10`.

    A bare host gets `/api/v10` and an address that ends in `/api` gets `/v10`; any other path is
    taken to be meant as it stands.
    """
    if url is None:
        return API
    address = url.rstrip("/")
    version = API.rsplit("/", 1)[-1]
    path = yarl.URL(address).path.rstrip("/")
    if _VERSION.search(path):
        return address
    if not path:
        return f"{address}/api/{version}"
    return f"{address}/{version}" if path.endswith("/api") else address


def use_addresses(http: HTTPClient, settings: Settings, home: Callable[[], str | None]) -> None:
    """Send the API's and the gateway's traffic of a client where the settings say.

    `home` gives the address that `GET /gateway/bot` named, once known. discord.py 2.7 takes no
    address: the API's stands in a class attribute that each request reads. The gateway's comes from
    three places (that request, READY's `resume_gateway_url`, and a constant after an invalid
    session), which all end in `ws_connect`; hence the one place to turn it round.
    """
    Route.BASE = api_address(settings.api_url)
    connect = http.ws_connect

    async def through(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        target = gateway_address(url, settings.gateway_url, home())
        return await connect(target, compress=compress)

    http.ws_connect = through  # type: ignore[method-assign]


def gateway_address(url: str, override: str | None, home: str | None) -> str:
    """The address to open instead of `url`: with its query, at the override where there is one.

    Without an override, discord.py's constant gives way to `home`, the gateway that the API named,
    which need not be Discord's own.
    """
    wanted = yarl.URL(url)
    if override is not None:
        return str(_at(override, wanted))
    if home is not None and wanted.host == DiscordWebSocket.DEFAULT_GATEWAY.host:
        return str(_at(home, wanted))
    return url


def _at(address: str, wanted: yarl.URL) -> yarl.URL:
    return yarl.URL(address).update_query(wanted.query)


def check_token(token: str | None) -> str:
    """The token, where it can be one.

    Raises:
        DiscordStartError: it is missing, or has signs that no token has (spaces, quotes, "Bot ").
    """
    if token is None or not _TOKEN.fullmatch(token):
        raise _wrong_token()
    return token


async def guarded(attempt: Awaitable[Any], settings: Settings, *, seconds: float | None) -> None:
    """Wait for a step of the start, at most `seconds`.

    Raises:
        DiscordStartError: it failed in a way that the operator can mend or wait out.
    """
    try:
        async with asyncio.timeout(seconds):
            await attempt
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
        raise start_error(error, settings) from error


def start_error(error: Exception, settings: Settings) -> DiscordStartError:
    """What to tell the operator when Discord cannot be reached or refuses the bot."""
    if isinstance(error, discord.GatewayNotFound) and isinstance(error.__cause__, Exception):
        return start_error(error.__cause__, settings)
    for kind, words in _FAILURES:
        if isinstance(error, kind):
            return words(error)
    return _unreachable(error, settings)


def not_discord(settings: Settings) -> DiscordStartError:
    """What answered is not Discord, nor like it."""
    if settings.api_url is None:
        check = "check the network of this machine: a portal or a proxy may answer in its place"
    else:
        check = "check DISCORD_API_URL, or leave it out"
    return DiscordStartError(
        f"What answers at {api_address(settings.api_url)} is not Discord's API; {check}."
    )


def _wrong_token() -> DiscordStartError:
    return DiscordStartError(
        f"Discord does not accept the token in DISCORD_TOKEN: copy it anew from {PORTAL} "
        '(your application, Bot, Reset Token), alone, without quotes and without "Bot" before it.'
    )


def _missing_intent() -> DiscordStartError:
    return DiscordStartError(
        f"The message content intent is off: switch it on at {PORTAL} (your application, Bot, "
        "Message Content Intent) and start again, or set MUSETTE_MESSAGE_CONTENT=off to run with "
        "slash commands and mentions alone."
    )


def _closed(code: int) -> DiscordStartError:
    if code == _GATEWAY_WRONG_TOKEN:
        return _wrong_token()
    return DiscordStartError(
        f"Discord's gateway closed the connection for good (code {code}): see what the code means "
        "at https://docs.discord.com/developers/topics/opcodes-and-status-codes, and start again."
    )


def _too_many(wait: str) -> DiscordStartError:
    return DiscordStartError(
        f"Discord refuses this address for too many requests: wait {wait} before you start again."
    )


def _refused(error: discord.HTTPException) -> DiscordStartError:
    status = error.status
    if status == _UNAUTHORISED:
        return _wrong_token()
    if status == _TOO_MANY:
        # A ban by the proxy before Discord: it answers itself, and mostly says for how long.
        seconds = error.response.headers.get("Retry-After", "")
        return _too_many(f"{seconds} seconds" if seconds.isdecimal() else "an hour")
    if status >= _SERVER_TROUBLE:
        return DiscordStartError(
            f"Discord has trouble of its own (status {status}): see https://discordstatus.com and "
            "start again later."
        )
    return DiscordStartError(
        f"Discord refused the start (status {status}): check DISCORD_API_URL if it is set, and "
        f"your application at {PORTAL}."
    )


def _unreachable(error: Exception, settings: Settings) -> DiscordStartError:
    set_by = [
        f"{name} ({value})"
        for name, value in (
            ("DISCORD_API_URL", settings.api_url),
            ("DISCORD_GATEWAY_URL", settings.gateway_url),
        )
        if value is not None
    ]
    check = f"{' and '.join(set_by)}, and the network" if set_by else "the network of this machine"
    return DiscordStartError(f"No connection to Discord: {_reason(error)}; check {check}.")


def _reason(error: Exception) -> str:
    """Why a connection failed, in a few words without any address."""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    for kind, words in _REASONS:
        if isinstance(cause, kind) or isinstance(error, kind):
            return words
    return "the connection failed"


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, "its name is not known here"),
    (aiohttp.ClientConnectorCertificateError, "its certificate is not trusted"),
    (ssl.SSLError, "no secure connection could be made"),
    (TimeoutError, "it did not answer in time"),
    (ConnectionRefusedError, "the connection was refused"),
    (aiohttp.WSServerHandshakeError, "what answers there is no gateway"),
    (aiohttp.ServerDisconnectedError, "the connection was cut"),
)

_FAILURES: tuple[tuple[type[Exception], Callable[[Any], DiscordStartError]], ...] = (
    (discord.PrivilegedIntentsRequired, lambda _: _missing_intent()),
    (discord.LoginFailure, lambda _: _wrong_token()),
    (discord.ConnectionClosed, lambda error: _closed(error.code)),
    (discord.RateLimited, lambda error: _too_many(f"{error.retry_after:.0f} seconds")),
    (discord.HTTPException, _refused),
)
"""The first row whose type fits says what to tell; none: Discord was not reached."""
