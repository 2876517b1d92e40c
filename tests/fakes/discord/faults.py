"""Faults that a test orders ahead: the next matching request meets them, in order."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import Enum

from tests.fakes.discord.router import matches


class FaultKind(Enum):
    """What happens to the request."""

    ANSWER = "answered with an error, and nothing is done"
    DROP_BEFORE = "the connection is closed, and nothing is done"
    DROP_AFTER = "it is done, then the connection is closed without an answer"
    HOLD = "it waits for the test before it is done"


@dataclass(slots=True, eq=False)
class Fault:
    """An ordered fault. `path` is a pattern as `router.matches` reads it; `times` counts down.

    `reached` is set when a request meets it; a held request goes on once `released` is set.
    """

    kind: FaultKind
    method: str
    path: str
    times: int = 1
    status: int = 500
    code: int = 0
    message: str = ""
    retry_after: float = 0.05
    is_global: bool = False
    scope: str = "user"
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Let the held requests go on."""
        self.released.set()


class Faults:
    """The faults that still wait for their request."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> Fault:
        """Add a fault after those that wait already."""
        self._waiting.append(fault)
        self._ordered.append(fault)
        return fault

    def take(self, method: str, path: str) -> Fault | None:
        """The first fault that a request meets, counted down; None where it meets none."""
        for fault in self._waiting:
            if fault.method == method and matches(fault.path, path):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                fault.reached.set()
                return fault
        return None

    @property
    def unmet(self) -> list[Fault]:
        """The faults that no request has met yet."""
        return list(self._waiting)

    def clear(self) -> None:
        """Forget those that wait, and let every held request go on."""
        self._waiting.clear()
        for fault in self._ordered:
            fault.release()
        self._ordered.clear()
