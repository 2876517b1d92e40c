"""Who is notified by a message: its content, cut down by `allowed_mentions`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(?:everyone|here)")


@dataclass(frozen=True, slots=True)
class Mentions:
    """The numbers of the users and roles that are notified, and whether everyone is."""

    users: tuple[int, ...]
    roles: tuple[int, ...]
    everyone: bool


def read_mentions(
    content: str, allowed: dict[str, Any] | None, *, may_mention_everyone: bool, replied: int | None
) -> Mentions:
    """The mentions of `content`; `allowed` is the request's `allowed_mentions`, None if absent.

    `replied` is the author of the message replied to; Discord notifies that one unless told not to.
    """
    users = _kept(USER, content, allowed, "users")
    if replied is not None and (allowed is None or allowed.get("replied_user")):
        users = (replied, *(user for user in users if user != replied))
    everyone = (
        may_mention_everyone
        and bool(EVERYONE.search(content))
        and (allowed is None or "everyone" in (allowed.get("parse") or ()))
    )
    return Mentions(users, _kept(ROLE, content, allowed, "roles"), everyone)


def _kept(
    pattern: re.Pattern[str], content: str, allowed: dict[str, Any] | None, kind: str
) -> tuple[int, ...]:
    found = tuple(dict.fromkeys(int(number) for number in pattern.findall(content)))
    if allowed is None or kind in (allowed.get("parse") or ()):
        return found
    named = {int(number) for number in allowed.get(kind) or ()}
    return tuple(number for number in found if number in named)
