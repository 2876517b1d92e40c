"""The way of every request: recorded, checked, faulted, limited, routed, answered."""

from __future__ import annotations

import math
from typing import Any

from aiohttp import web

from tests.fakes.discord import (
    routes_application,
    routes_guilds,
    routes_interactions,
    routes_messages,
)
from tests.fakes.discord.call import Call, Handler, Reply, read_call
from tests.fakes.discord.core import Core
from tests.fakes.discord.errors import ApiError, method_not_allowed, not_found, unauthorized
from tests.fakes.discord.faults import Fault, FaultKind
from tests.fakes.discord.forms import Form
from tests.fakes.discord.ratelimits import Ruling
from tests.fakes.discord.router import Router

PREFIX = "/api/v10"
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id")
OPEN_TO_ALL = ("/interactions/", "/webhooks/")
VIA = {"Via": "1.1 loopback"}
"""discord.py takes a 429 without this header for a ban by a proxy, and gives up."""

HTML_ERROR = "<html><body>{status}</body></html>"


class Api:
    """Answers the requests to the HTTP API."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._router: Router[Handler] = Router(
            (
                *routes_application.ROWS,
                *routes_guilds.ROWS,
                *routes_messages.ROWS,
                *routes_interactions.ROWS,
            )
        )

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one request, or close its connection where a fault says so."""
        path = request.path.removeprefix(PREFIX)
        fault: Fault | None = None
        headers: dict[str, str] = {}
        call: Call | None = None
        try:
            call = await read_call(request, path)
            self._record(call)
            fault = self._core.faults.take(call.method, path)
            reply, headers = await self._handle(call, fault)
        except ApiError as error:
            reply = Reply(error.status, error.payload())
        except Exception as error:
            self._core.violations.append(f"the loopback Discord failed at {path}: {error!r}")
            raise
        self._core.watch.notify()
        if fault is not None and fault.kind in (FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER):
            return _drop(request)
        if call is not None:
            self._check_answer(call, reply)
        return _response(reply, headers)

    def _record(self, call: Call) -> None:
        self._core.requests.append(call)
        found = self._router.find(call.method, call.path)
        if found is not None:
            call.template, call.places, _ = found

    async def _handle(self, call: Call, fault: Fault | None) -> tuple[Reply, dict[str, str]]:
        ruling = self._limit(call)
        if ruling.retry_after is not None:
            return _too_many(ruling)
        try:
            self._check_description(call)
            self._check_token(call)
            if fault is not None and fault.kind is FaultKind.HOLD:
                await fault.released.wait()
            if fault is not None and fault.kind is FaultKind.ANSWER:
                return _faulty(fault, ruling.headers)
            if fault is not None and fault.kind is FaultKind.DROP_BEFORE:
                return Reply(), {}
            return await self._route(call), ruling.headers
        except ApiError as error:
            return Reply(error.status, error.payload()), ruling.headers

    def _check_description(self, call: Call) -> None:
        """Refuse and record what Discord's published description does not know."""
        if self._core.description is None:
            return
        problems = self._core.description.check(
            call.method, call.path, call.query, call.body, has_body=call.has_body
        )
        form = Form()
        for problem in problems:
            self._core.violations.append(str(problem))
            form.refuse(problem.path, problem.code, problem.message)
        form.check()

    def _check_answer(self, call: Call, reply: Reply) -> None:
        call.status = reply.status
        if self._core.description is not None and reply.status < 300:
            problems = self._core.description.check_answer(
                call.method, call.path, reply.status, reply.body
            )
            self._core.unfaithful += map(str, problems)

    def _check_token(self, call: Call) -> None:
        if call.path.startswith(OPEN_TO_ALL):
            return
        if call.authorization != f"Bot {self._core.token}":
            raise unauthorized()

    def _limit(self, call: Call) -> Ruling:
        major = "/".join(call.places[name] for name in MAJOR if name in call.places)
        return self._core.limits.rule(call.method, call.template or call.path, major)

    async def _route(self, call: Call) -> Reply:
        found = self._router.find(call.method, call.path)
        if found is None:
            self._core.violations.append(
                f"the loopback Discord does not know {call.method} {call.path}"
            )
            raise method_not_allowed() if self._router.methods(call.path) else not_found()
        return await found[2](self._core, call)


def _drop(request: web.Request) -> web.Response:
    """Close the connection; the response that aiohttp wants is never written."""
    if request.transport is not None:
        request.transport.close()
    return web.Response()


def _too_many(ruling: Ruling) -> tuple[Reply, dict[str, str]]:
    wait = round(max(ruling.retry_after or 0.0, 0.001), 3)
    body = {"message": "You are being rate limited.", "retry_after": wait, "code": 0}
    return _rate_limited(body, ruling.headers, is_global=ruling.is_global, scope="user")


def _faulty(fault: Fault, headers: dict[str, str]) -> tuple[Reply, dict[str, str]]:
    if fault.status == 429:
        message = fault.message or "You are being rate limited."
        body = {"message": message, "retry_after": fault.retry_after, "code": fault.code}
        return _rate_limited(body, headers, is_global=fault.is_global, scope=fault.scope)
    if fault.status >= 500 and not fault.message:
        return Reply(fault.status, HTML_ERROR.format(status=fault.status)), headers
    return Reply(fault.status, {"message": fault.message, "code": fault.code}), headers


def _rate_limited(
    body: dict[str, Any], headers: dict[str, str], *, is_global: bool, scope: str
) -> tuple[Reply, dict[str, str]]:
    headers = {
        **headers,
        **VIA,
        "Retry-After": str(math.ceil(body["retry_after"])),
        "X-RateLimit-Scope": "global" if is_global else scope,
    }
    if is_global:
        headers["X-RateLimit-Global"] = "true"
    return Reply(429, {**body, "global": is_global}), headers


def _response(reply: Reply, headers: dict[str, str]) -> web.Response:
    if reply.body is None:
        return web.Response(status=reply.status, headers=headers)
    if isinstance(reply.body, str):
        return web.Response(
            status=reply.status, text=reply.body, content_type="text/html", headers=headers
        )
    response = web.json_response(reply.body, status=reply.status, headers=headers)
    # discord.py compares the whole header, so that a charset would hide the JSON from it.
    response.headers["Content-Type"] = "application/json"
    return response
