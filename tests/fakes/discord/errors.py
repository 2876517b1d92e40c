"""The errors that the API answers with, in Discord's words and numbers."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer with a status of 400 or more.

    `errors` is the tree of a refused form (code 50035): keys are field names and list positions,
    leaves are `{"_errors": [{"code": ..., "message": ...}]}`.
    """

    def __init__(
        self, status: int, code: int, message: str, errors: dict[str, Any] | None = None
    ) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def payload(self) -> dict[str, Any]:
        """The JSON body."""
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


WORDS: dict[int, tuple[int, str]] = {
    10002: (404, "Unknown Application"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10013: (404, "Unknown User"),
    10014: (404, "Unknown Emoji"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50013: (403, "Missing Permissions"),
    50027: (401, "Invalid Webhook Token"),
    50035: (400, "Invalid Form Body"),
    50109: (400, "The request body contains invalid JSON."),
}
"""Discord's error codes that the loopback uses: the status and the words of each."""


def api_error(code: int) -> ApiError:
    """The error with one of the codes of `WORDS`."""
    status, message = WORDS[code]
    return ApiError(status, code, message)


def unauthorized() -> ApiError:
    """No token, or a wrong one."""
    return ApiError(401, 0, "401: Unauthorized")


def not_found() -> ApiError:
    """No such path."""
    return ApiError(404, 0, "404: Not Found")


def method_not_allowed() -> ApiError:
    """The path exists, with other methods."""
    return ApiError(405, 0, "405: Method Not Allowed")
