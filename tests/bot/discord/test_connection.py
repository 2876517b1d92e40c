"""Which addresses are used, and what is said when they do not answer."""

from __future__ import annotations

import socket
import ssl

import aiohttp
import discord
import pytest
from aiohttp.client_reqrep import ConnectionKey

from bot.connection import API, api_address, gateway_address, not_discord, start_error
from bot.settings import Settings
from tests.bot.discord.support import NOWHERE

SETTINGS = Settings(data_dir=NOWHERE, token="t")
QUERY = "?v=10&encoding=json"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (None, "https://discord.com/api/v10"),
        ("http://proxy:8080", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/api", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/api/v10", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/api/v9/", "http://proxy:8080/api/v9"),
        ("http://proxy:8080/discord", "http://proxy:8080/discord"),
    ],
)
def test_the_api_s_address(url: str | None, address: str) -> None:
    assert api_address(url) == address


def test_discord_py_s_own_address_is_what_this_was_written_for() -> None:
    assert API == "https://discord.com/api/v10"


@pytest.mark.parametrize(
    ("url", "override", "home", "opened"),
    [
        ("wss://gateway.discord.gg/", None, None, "wss://gateway.discord.gg/"),
        (
            "wss://us-east.discord.gg/",
            None,
            "wss://gateway.discord.gg",
            "wss://us-east.discord.gg/",
        ),
        ("wss://gateway.discord.gg/", None, "ws://home:1/g", "ws://home:1/g"),
        ("wss://resume.discord.gg/", "ws://proxy:1/g", "ws://home:1", "ws://proxy:1/g"),
        ("wss://gateway.discord.gg/", "ws://proxy:1/g?key=1", None, "ws://proxy:1/g?key=1"),
    ],
)
def test_the_gateway_s_address(
    url: str, override: str | None, home: str | None, opened: str
) -> None:
    found = gateway_address(url + QUERY, override, home)
    joined = opened + (QUERY if "?" not in opened else QUERY.replace("?", "&"))
    assert found == joined


def _connector_error(cause: OSError) -> aiohttp.ClientConnectorError:
    key = ConnectionKey("discord.com", 443, True, True, None, None, None)
    return aiohttp.ClientConnectorError(key, cause)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (_connector_error(socket.gaierror(-2, "Name or service not known")), "name is not known"),
        (_connector_error(ConnectionRefusedError(111, "refused")), "was refused"),
        (_connector_error(OSError(101, "Network is unreachable")), "the connection failed"),
        (ssl.SSLError("handshake"), "no secure connection"),
        (TimeoutError(), "did not answer in time"),
        (aiohttp.ServerDisconnectedError(), "was cut"),
        (
            discord.GatewayNotFound(),  # type: ignore[no-untyped-call]
            "No connection to Discord",
        ),
    ],
)
def test_why_discord_was_not_reached(error: Exception, words: str) -> None:
    sentence = str(start_error(error, SETTINGS))
    assert words in sentence
    assert "check the network of this machine" in sentence
    assert "DISCORD_" not in sentence


def test_a_certificate_that_is_not_trusted_is_told_from_a_broken_line() -> None:
    key = ConnectionKey("discord.com", 443, True, True, None, None, None)
    error = aiohttp.ClientConnectorCertificateError(key, ssl.SSLCertVerificationError("expired"))
    assert "certificate is not trusted" in str(start_error(error, SETTINGS))


def test_the_addresses_that_are_set_are_named() -> None:
    settings = Settings(data_dir=NOWHERE, api_url="http://a:1", gateway_url="ws://b:2")
    sentence = str(start_error(TimeoutError(), settings))
    assert "DISCORD_API_URL (http://a:1) and DISCORD_GATEWAY_URL (ws://b:2)" in sentence


def test_what_answers_in_discord_s_place_may_be_a_portal() -> None:
    assert "a portal or a proxy" in str(not_discord(SETTINGS))
    settings = Settings(data_dir=NOWHERE, api_url="http://a:1")
    assert "http://a:1/api/v10 is not Discord's API; check DISCORD_API_URL" in str(
        not_discord(settings)
    )
