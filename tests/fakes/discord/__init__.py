"""A loopback Discord: the HTTP API and the gateway on 127.0.0.1, for the real discord.py client.

    async def test_teams() -> None:
        async with LoopbackDiscord() as server:
            guild = server.state.add_guild(preferred_locale="fr")
            fan = server.state.add_member(guild, "fan")
            with led_to(server):                  # or DISCORD_API_URL = server.api_url, ...
                async with running(bot, server):  # logs in with server.token, closes at the end
                    await server.member_says(guild, fan, "!équipes")
                    answer = await server.wait_for_message(guild)
                    click = await server.member_clicks(answer, "Source", fan, locale="fr")
                    source = await server.wait_for_response(click)
                    ask = await server.member_slash(guild, fan, "équipes", locale="fr")
                    response = await server.wait_for_response(ask)
            assert source.ephemeral
            assert "Cofidis" in answer.text and not answer.mention_everyone
            assert server.violations == []             # all requests fit Discord's description

Faults are ordered ahead: `server.fail_next("POST", "/channels/{}/messages", status=500)`,
`refuse_next(..., code=50013)`, `drop_next`, `hold_next`, `server.limits.limit(...)` for real 429s,
`server.gateway.drop()`, `.ask_to_reconnect()`, `.invalidate(resumable=...)`. `short_waits()` cuts
the seconds that discord.py waits between attempts. Nothing here sleeps; every wait has a time-out.
"""

from tests.fakes.discord.client import discord_at, led_to, running, short_waits
from tests.fakes.discord.commands import NotOfferedError
from tests.fakes.discord.model import (
    Channel,
    Guild,
    Interaction,
    Member,
    Message,
    MessageContentIntent,
    Role,
    User,
)
from tests.fakes.discord.server import LoopbackDiscord, closed_port

__all__ = [
    "Channel",
    "Guild",
    "Interaction",
    "LoopbackDiscord",
    "Member",
    "Message",
    "MessageContentIntent",
    "NotOfferedError",
    "Role",
    "User",
    "closed_port",
    "discord_at",
    "led_to",
    "running",
    "short_waits",
]
