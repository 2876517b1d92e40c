"""Requests are read against Discord's description as Discord reads them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.discord import openapi
from tests.fakes.discord.openapi import TOLERANCES, Description, published

MESSAGES = "/channels/1/messages"
BUTTON = {"type": 2, "style": 1, "label": "x"}

pytestmark = pytest.mark.skipif(
    published() is None, reason="Discord's description is not beside the checkout"
)


@pytest.fixture
def description() -> Description:
    found = published()
    assert found is not None
    return found


def told(description: Description, method: str, path: str, body: Any = None, **query: str) -> str:
    has_body = body is not None
    problems = description.check(method, path, query, body, has_body=has_body)
    return "; ".join(map(str, problems))


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/users/@me", None),
        ("GET", "/oauth2/applications/@me", None),
        ("POST", MESSAGES, {"content": "x", "nonce": "1", "enforce_nonce": True}),
        ("POST", MESSAGES, {"components": [{"type": 1, "components": [BUTTON]}]}),
        ("POST", MESSAGES, {"content": "x", "message_reference": {"message_id": 5}}),
        ("POST", "/users/@me/channels", {"recipient_id": 5}),
        ("POST", "/interactions/1/token/callback", {"type": 4, "data": {"content": "x"}}),
        ("POST", "/interactions/1/token/callback", {"type": 6}),
        ("PATCH", "/webhooks/1/token/messages/@original", {"embeds": [{"title": "x"}]}),
        ("PUT", "/applications/1/commands", [{"name": "x", "description": "y", "nsfw": False}]),
    ],
)
def test_what_the_description_knows_is_taken(
    description: Description, method: str, path: str, body: Any
) -> None:
    assert told(description, method, path, body) == ""


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("POST", "/users/@me", {}, "is no path of Discord's API"),
        ("GET", "/nowhere", None, "is no path of Discord's API"),
        ("POST", MESSAGES, None, "needs a body"),
        ("POST", "/channels/1/typing", {"x": 1}, "takes no body"),
        ("POST", MESSAGES, {"content": 5}, "content: 5 is not of type"),
        ("POST", MESSAGES, {"embeds": [{"title": "x" * 257}]}, "embeds.0.title: Must be 256 or f"),
        ("POST", MESSAGES, {"embeds": [{}] * 11}, "embeds: Must be between 0 and 10 in length"),
        ("PUT", "/applications/1/commands", [{}], "0: 'name' is a required property"),
        (
            "POST",
            MESSAGES,
            {"components": [{"type": 1, "components": [{**BUTTON, "label": "x" * 81}]}]},
            "components.0.components.0.label: Must be 80 or fewer",
        ),
        (
            "POST",
            "/interactions/1/token/callback",
            {"type": 4, "data": {"content": "x" * 2001}},
            "data.content: Must be 2000 or fewer in length.",
        ),
    ],
)
def test_what_it_does_not_know_is_told_at_its_place(
    description: Description, method: str, path: str, body: Any, words: str
) -> None:
    assert words in told(description, method, path, body)


def test_queries_are_read_as_well(description: Description) -> None:
    assert told(description, "GET", MESSAGES, limit="5", after="7") == ""
    assert "no query parameter colour" in told(description, "GET", MESSAGES, colour="red")
    assert "?limit: 500 is greater" in told(description, "GET", MESSAGES, limit="500")
    assert "?wait: 'maybe'" in told(description, "POST", "/webhooks/1/t", {}, wait="maybe")


def test_each_tolerance_is_still_needed(
    description: Description, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [tolerance.schema for tolerance in TOLERANCES] == ["SnowflakeType"]
    body = {"recipient_id": 5}
    assert told(description, "POST", "/users/@me/channels", body) == ""
    monkeypatch.setattr(openapi, "TOLERANCES", ())
    strict = Description(description.document)
    assert "5 is not of type" in told(strict, "POST", "/users/@me/channels", body)
