"""Rate limits: a window of some seconds for each route and each channel, guild or webhook."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass

DEFAULT_LIMIT, DEFAULT_PER = 1000, 1.0
"""Requests, and seconds; so wide that only a test that narrows it meets a 429."""


@dataclass(slots=True)
class Window:
    """What is left of one window; `resets` is in the clock's seconds."""

    limit: int
    remaining: int
    resets: float


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the limits say of one request: the headers, and how long to wait if it is refused."""

    headers: dict[str, str]
    retry_after: float | None
    is_global: bool = False


class RateLimits:
    """Counts requests. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rules: dict[tuple[str, str], tuple[int, float]] = {}
        self._global: tuple[int, float] | None = None
        self._windows: dict[tuple[str, str], Window] = {}

    def limit(self, method: str, template: str, requests: int, per: float) -> None:
        """Allow so many requests in `per` seconds, for each channel, guild or webhook.

        `template` is the route as the API's description writes it, such as
        `/channels/{channel_id}/messages`.
        """
        self._rules[method, template] = (requests, per)
        self._windows.clear()

    def limit_all(self, requests: int, per: float) -> None:
        """Allow so many requests in `per` seconds over all routes; beyond, a global 429."""
        self._global = (requests, per)
        self._windows.clear()

    def rule(self, method: str, template: str, major: str) -> Ruling:
        """Count one request and say what becomes of it."""
        if self._global is not None:
            window = self._window(("global", ""), *self._global)
            if window.remaining == 0:
                wait = window.resets - self._clock()
                return Ruling(self._headers(window, "global"), wait, is_global=True)
            window.remaining -= 1
        bucket = hashlib.sha256(f"{method} {template}".encode()).hexdigest()[:32]
        requests, per = self._rules.get((method, template), (DEFAULT_LIMIT, DEFAULT_PER))
        window = self._window((bucket, major), requests, per)
        if window.remaining == 0:
            return Ruling(self._headers(window, bucket), window.resets - self._clock())
        window.remaining -= 1
        return Ruling(self._headers(window, bucket), None)

    def _window(self, key: tuple[str, str], requests: int, per: float) -> Window:
        window = self._windows.get(key)
        if window is None or window.resets <= self._clock():
            window = self._windows[key] = Window(requests, requests, self._clock() + per)
        return window

    def _headers(self, window: Window, bucket: str) -> dict[str, str]:
        left = max(0.0, window.resets - self._clock())
        return {
            "X-RateLimit-Limit": str(window.limit),
            "X-RateLimit-Remaining": str(window.remaining),
            "X-RateLimit-Reset": f"{time.time() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": bucket,
        }
