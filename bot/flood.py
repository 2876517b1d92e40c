"""How much one member may ask in a while. Pure but for its memory; the clock is injected."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from enum import Enum


class Verdict(Enum):
    """What to do with a request."""

    ANSWER = "answer it"
    WARN = "say once that it is too much"
    IGNORE = "say nothing"


class Flood:
    """Lets each member ask `limit` times within `seconds`; then warns once, then is silent.

    It is silent until the member's oldest request is older than `seconds`. `now` gives seconds that
    only grow. At most `members` of them are remembered, the latest ones.
    """

    def __init__(
        self,
        now: Callable[[], float],
        *,
        limit: int = 5,
        seconds: float = 10.0,
        members: int = 10_000,
    ) -> None:
        self._now, self._limit, self._seconds, self._members = now, limit, seconds, members
        self._asked: OrderedDict[int, deque[float]] = OrderedDict()
        self._warned: set[int] = set()

    def judge(self, member: int) -> Verdict:
        """Count a request of a member, and say what to do with it."""
        now = self._now()
        asked = self._asked.setdefault(member, deque())
        self._asked.move_to_end(member)
        while asked and now - asked[0] >= self._seconds:
            asked.popleft()
        if len(asked) < self._limit:
            asked.append(now)
            self._warned.discard(member)
            self._forget()
            return Verdict.ANSWER
        if member in self._warned:
            return Verdict.IGNORE
        self._warned.add(member)
        return Verdict.WARN

    def wait(self, member: int) -> float:
        """Seconds until this member is answered again; 0 where that is now."""
        asked = self._asked.get(member)
        if asked is None or len(asked) < self._limit:
            return 0.0
        return max(0.0, asked[0] + self._seconds - self._now())

    def _forget(self) -> None:
        while len(self._asked) > self._members:
            member, _ = self._asked.popitem(last=False)
            self._warned.discard(member)
