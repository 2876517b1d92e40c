"""How questions were handled, and what that comes to."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.scoring import Expected, is_right, is_wrong_fact, occurs, share


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with what was answered, and the milliseconds that it took."""

    expected: Expected
    status: str
    text: str
    ms: float

    @property
    def right(self) -> bool:
        return is_right(self.expected, self.status, self.text)

    @property
    def wrong_fact(self) -> bool:
        """Whether something false was told as a fact, and not as a sentence to judge by."""
        return self.status == "answered" and is_wrong_fact(self.expected, self.status, self.text)

    @property
    def wrong_sentence(self) -> bool:
        return self.status == "passage" and is_wrong_fact(self.expected, self.status, self.text)

    @property
    def tempted(self) -> bool:
        """Whether the answer says what must not be said."""
        return self.status != "unknown" and any(
            occurs(wrong, self.text) for wrong in self.expected.none
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The best sentence of a peer for a question; no score where none of the words occurs."""

    expected: Expected
    score: float | None
    text: str
    ms: float

    def above(self, threshold: float) -> Outcome:
        """What the peer answers if it keeps silent below a score."""
        tells = self.score is not None and self.score >= threshold
        return Outcome(self.expected, "passage" if tells else "unknown", self.text, self.ms)


def best_threshold(found: Sequence[Found]) -> float:
    """The score below which silence handles most of these very questions right."""
    scores = sorted({row.score for row in found if row.score is not None})
    choices = [-math.inf, *scores, math.inf]
    return max(choices, key=lambda choice: sum(row.above(choice).right for row in found))


def share_right(outcomes: Iterable[Outcome]) -> float:
    return share([outcome.right for outcome in outcomes])


def grouped(
    outcomes: Iterable[Outcome], key: Callable[[Expected], str]
) -> dict[str, list[Outcome]]:
    """The outcomes by a property of the question, in the order of its names."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome.expected), []).append(outcome)
    return dict(sorted(groups.items()))


def quantile(times: Sequence[float], part: float) -> float:
    """The smallest time that so large a part of them does not exceed; 0 for none."""
    if not times:
        return 0.0
    return sorted(times)[max(0, math.ceil(part * len(times)) - 1)]


def median_ms(outcomes: Iterable[Outcome]) -> float:
    return median([outcome.ms for outcome in outcomes] or [0.0])


def p99_ms(outcomes: Iterable[Outcome]) -> float:
    return quantile([outcome.ms for outcome in outcomes], 0.99)
