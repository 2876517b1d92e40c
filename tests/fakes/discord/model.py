"""What the loopback Discord keeps: users, guilds, channels, messages, interactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

TEXT, DM = 0, 1
"""Channel types."""

EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_EMBEDS = 1 << 2
COMPONENTS_V2 = 1 << 15
"""Message flags."""


CONTROLS = frozenset({2, 3, 5, 6, 7, 8})
"""Types of components that a member can use: buttons and menus."""


def walk_components(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The components and all that stand in them, in the order of reading."""
    for component in components:
        yield component
        yield from walk_components(component.get("components") or ())
        if accessory := component.get("accessory"):
            yield accessory


class MessageContentIntent(Enum):
    """How the developer portal has the message-content switch, as an application flag.

    LIMITED is the switch of an application that is in fewer than a hundred guilds; it gives the
    content as ON does.
    """

    OFF = 0
    ON = 1 << 18
    LIMITED = 1 << 19


@dataclass(slots=True, eq=False)
class User:
    """A user; the bot's own is one of them."""

    id: int
    name: str
    bot: bool = False
    accepts_dms: bool = True


@dataclass(slots=True, eq=False)
class Role:
    """A role; `permissions` is Discord's bit set."""

    id: int
    name: str
    permissions: int
    position: int = 0


@dataclass(slots=True, eq=False)
class Member:
    """A user in a guild."""

    user: User
    guild: Guild
    roles: list[Role] = field(default_factory=list)
    joined_at: datetime | None = None


@dataclass(slots=True)
class Overwrite:
    """What a channel allows and denies to a role or to a member (`target` is its number)."""

    target: int
    is_role: bool
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, eq=False)
class Guild:
    """A server. Its `@everyone` role has the guild's own number."""

    id: int
    name: str
    owner: User
    preferred_locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)

    @property
    def everyone(self) -> Role:
        """The role that all members have."""
        return self.roles[self.id]


@dataclass(slots=True, eq=False)
class Channel:
    """A text channel of a guild, or the direct messages of two users."""

    id: int
    name: str
    type: int = TEXT
    guild: Guild | None = None
    recipients: tuple[User, ...] = ()
    overwrites: list[Overwrite] = field(default_factory=list)
    messages: dict[int, Message] = field(default_factory=dict)
    typing: int = 0


@dataclass(slots=True, eq=False)
class Message:
    """A message as Discord keeps it.

    `embeds`, `components` and `attachments` are JSON. `nonce` is what the sender gave. `mentions`
    holds those who are really notified, so after `allowed_mentions`.
    """

    id: int
    channel: Channel
    author: User
    timestamp: datetime
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    flags: int = 0
    nonce: str | int | None = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    reply_to: Message | None = None
    interaction: Interaction | None = None
    edited: datetime | None = None
    deleted: bool = False
    reactions: dict[str, set[int]] = field(default_factory=dict)

    @property
    def ephemeral(self) -> bool:
        """Whether only the one who asked sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it still reads "is thinking"."""
        return bool(self.flags & LOADING)

    @property
    def text(self) -> str:
        """All that a reader sees: content, embeds, texts among components, one part a line."""
        parts: list[str | None] = [self.content]
        for embed in self.embeds:
            parts += [embed.get("author", {}).get("name"), embed.get("title")]
            parts += [embed.get("description")]
            for row in embed.get("fields", ()):
                parts += [row["name"], row["value"]]
            parts += [embed.get("footer", {}).get("text")]
        parts += [each.get("content") for each in walk_components(self.components)]
        return "\n".join(part for part in parts if part)

    @property
    def controls(self) -> list[dict[str, Any]]:
        """The buttons and menus, in the order in which they stand."""
        return [each for each in walk_components(self.components) if each["type"] in CONTROLS]


class InteractionType(Enum):
    """What a member did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


@dataclass(slots=True, eq=False)
class Interaction:
    """Something that a member did and that the bot has to answer.

    `callback` is the first answer's body (its `type` says of which kind) and `response` the message
    that it made, edited or will fill. `source` is the message with the control that was clicked,
    `trigger` the interaction that was answered with the form sent now. `guild` is set in a guild,
    whether or not the bot is there.
    """

    id: int
    token: str
    type: InteractionType
    user: User
    channel: Channel
    data: dict[str, Any]
    locale: str
    guild_locale: str | None
    context: int
    owners: dict[str, str]
    source: Message | None = None
    trigger: Interaction | None = None
    callback: dict[str, Any] | None = None
    response: Message | None = None
    followups: list[Message] = field(default_factory=list)
    expired: bool = False

    @property
    def guild(self) -> Guild | None:
        """The guild in which it happened."""
        return self.channel.guild

    @property
    def choices(self) -> list[dict[str, Any]]:
        """The choices with which an autocomplete interaction was answered."""
        data = (self.callback or {}).get("data") or {}
        return list(data.get("choices") or ())

    @property
    def modal(self) -> dict[str, Any] | None:
        """The form with which it was answered, if it was."""
        if self.callback is None or self.callback["type"] != 9:
            return None
        return dict(self.callback["data"])


@dataclass(slots=True)
class Application:
    """The bot's application as the developer portal has it."""

    id: int
    name: str
    token: str
    message_content: MessageContentIntent = MessageContentIntent.ON
    members_intent: bool = False
    presence_intent: bool = False

    @property
    def flags(self) -> int:
        """Discord's bit set of the privileged intents that are switched on."""
        limited_members, limited_presence = 1 << 15, 1 << 13
        return (
            self.message_content.value
            | (limited_members if self.members_intent else 0)
            | (limited_presence if self.presence_intent else 0)
        )
