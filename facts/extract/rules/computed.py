"""Facts that follow from others by arithmetic, marked as computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facts.model import Fact, Quantity

_MINUTES = {"minute": 1, "hour": 60}


def computed(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The length in all of a programme whose episodes were counted and timed."""
    counts = {f.subject.key: f for f in facts if f.relation == "episode_count"}
    for length in facts:
        count = counts.get(length.subject.key)
        if length.relation != "episode_length" or count is None:
            continue
        if isinstance(count.value, Quantity) and isinstance(length.value, Quantity):
            minutes = count.value.number * length.value.number * _MINUTES[length.value.unit]
            evidence = tuple(dict.fromkeys((*count.evidence, *length.evidence)))
            total = Quantity(minutes, "minute")
            yield Fact(length.subject, "length", total, evidence, computed=True)
