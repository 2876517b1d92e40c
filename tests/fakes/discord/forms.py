"""Refused forms: Discord's tree of errors (code 50035), collected field by field."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord.errors import WORDS, ApiError

Path = tuple[str | int, ...]


class Form:
    """Collects what is wrong with a body, and refuses it if anything is."""

    def __init__(self) -> None:
        self._errors: dict[str, Any] = {}

    def refuse(self, path: Path, code: str, message: str) -> None:
        """Note an error at a field; `path` is its names and positions from the body's top."""
        node = self._errors
        for step in path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def at_most(self, path: Path, text: str | None, limit: int) -> None:
        """A text of at most `limit` characters; an absent one is fine."""
        if text is not None and len(text) > limit:
            self.refuse(path, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length.")

    def between(self, path: Path, text: str | None, least: int, most: int) -> None:
        """A text that is required, of `least` to `most` characters."""
        if not text and least > 0:
            self.refuse(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif text is not None and not least <= len(text) <= most:
            self.refuse(
                path,
                "BASE_TYPE_BAD_LENGTH",
                f"Must be between {least} and {most} in length.",
            )

    def few(self, path: Path, rows: list[Any], limit: int) -> None:
        """A list of at most `limit` rows."""
        if len(rows) > limit:
            self.refuse(path, "BASE_TYPE_BAD_LENGTH", f"Must be between 0 and {limit} in length.")

    def check(self) -> None:
        """Refuse the body if anything is wrong with it. Raises `ApiError` 50035."""
        if self._errors:
            status, message = WORDS[50035]
            raise ApiError(status, 50035, message, self._errors)
