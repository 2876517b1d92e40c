"""One request to the API, read; one answer, to be written."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from tests.fakes.discord.errors import api_error

if TYPE_CHECKING:
    from tests.fakes.discord.core import Core


@dataclass(slots=True)
class Call:
    """A request. `path` is below `/api/v10`; `body` is the JSON, or that of `payload_json`.

    `files` holds the names of the files that came with it. `places` are the values of the path's
    placeholders. `status` is that of the answer, 0 where the connection was closed instead.
    """

    method: str
    path: str
    query: dict[str, str]
    body: Any
    has_body: bool
    files: tuple[str, ...] = ()
    authorization: str | None = field(default=None, repr=False)
    reason: str | None = None
    template: str = ""
    places: dict[str, str] = field(default_factory=dict)
    status: int = 0

    def number(self, place: str) -> int:
        """A snowflake in the path. Raises `ApiError` 50035 where it is none."""
        text = self.places[place]
        if not text.isdigit():
            raise api_error(50035)
        return int(text)

    def asks(self, name: str) -> bool:
        """Whether a query parameter says yes."""
        return self.query.get(name, "").lower() in ("1", "true")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; without `body` it is empty."""

    status: int = 200
    body: Any = None


Handler = Callable[["Core", Call], Awaitable[Reply]]
Row = tuple[str, str, Handler]
"""A method, a path's template as the API's description writes it, and what answers it."""


async def read_call(request: web.Request, path: str) -> Call:
    """Read a request. Raises `ApiError` 50109 where its body is no JSON."""
    call = Call(
        request.method,
        path,
        dict(request.query),
        None,
        request.body_exists,
        authorization=request.headers.get("Authorization"),
        reason=request.headers.get("X-Audit-Log-Reason"),
    )
    try:
        if request.content_type == "multipart/form-data":
            await _read_parts(request, call)
        elif call.has_body:
            call.body = json.loads(await request.read())
    except ValueError:
        raise api_error(50109) from None
    return call


async def _read_parts(request: web.Request, call: Call) -> None:
    names = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        if part.name == "payload_json":
            call.body = json.loads(await part.read(decode=True))
        else:
            await part.read()
            names.append(part.filename or "")
    call.files = tuple(names)
