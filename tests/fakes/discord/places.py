"""Tests may name a guild for its first channel, and a member or the user behind it."""

from __future__ import annotations

from tests.fakes.discord.model import Channel, Guild, Member, User


def channel_of(place: Channel | Guild) -> Channel:
    """A channel, or the first one of a guild."""
    return next(iter(place.channels.values())) if isinstance(place, Guild) else place


def user_of(member: Member | User) -> User:
    """A user, or the one behind a member."""
    return member.user if isinstance(member, Member) else member
