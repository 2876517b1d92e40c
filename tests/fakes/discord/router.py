"""Path patterns: `/channels/{channel_id}/messages`, where each `{...}` or `*` is one segment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
PLACE = re.compile(r"\{([a-z_]*)\}|\*")


@lru_cache(maxsize=1024)
def compiled(template: str) -> re.Pattern[str]:
    """The template as an expression; named placeholders are its groups."""
    parts, position = [], 0
    for place in PLACE.finditer(template):
        parts.append(re.escape(template[position : place.start()]))
        parts.append(f"(?P<{place[1]}>[^/]+)" if place[1] else "[^/]+")
        position = place.end()
    return re.compile("".join(parts) + re.escape(template[position:]))


def matches(template: str, path: str) -> bool:
    """Whether a path fits a template."""
    return compiled(template).fullmatch(path) is not None


def specificity(template: str) -> tuple[int, str]:
    """A key that sorts fixed paths before those with placeholders, as Discord resolves them."""
    return (len(PLACE.findall(template)), template)


class Router(Generic[T]):
    """Finds what stands under a method and a path; the template with the fewest places wins."""

    def __init__(self, rows: Iterable[tuple[str, str, T]]) -> None:
        self._rows = sorted(rows, key=lambda row: specificity(row[1]))

    def find(self, method: str, path: str) -> tuple[str, dict[str, str], T] | None:
        """The template, the values of its places and what stands there; None where nothing."""
        for row_method, template, target in self._rows:
            found = compiled(template).fullmatch(path) if row_method == method else None
            if found is not None:
                return template, found.groupdict(), target
        return None

    def methods(self, path: str) -> list[str]:
        """The methods that exist for a path."""
        return [method for method, template, _ in self._rows if matches(template, path)]
