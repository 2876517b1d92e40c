"""A loopback Discord: the HTTP API and the gateway on 127.0.0.1, for the real discord.py client.

    async def test_teams() -> None:
        async with loopback() as server:           # discord.py is led to it, and waits little
            guild = server.state.add_guild(preferred_locale="fr")
            fan = server.state.add_member(guild, "fan")
            async with running(bot, server):       # logs in with server.token, closes at the end
                await server.member_says(guild, fan, "!équipes")
                answer = await server.wait_for_message(guild)
                click = await server.member_clicks(answer, "Source", fan, locale="fr")
                source = await server.wait_for_response(click)
                ask = await server.member_slash(guild, fan, "équipes", locale="fr")
                response = await server.wait_for_response(ask)
        assert "Cofidis" in answer.text and not answer.mention_everyone
        assert source.ephemeral and "Cofidis" in response.text

`loopback` ends with `server.verify()`: every request must fit Discord's published description
(where `../shared` is present), and every ordered fault must have met its request. A bot that reads
its own settings gets `server.api_url`, `server.gateway_url` and `server.token`, and is awaited with
`server.wait_until_ready()`.

Faults are ordered ahead: `server.fail_next("POST", "/channels/{}/messages", 500)`,
`refuse_next(..., code=50013)`, `drop_next`, `hold_next`; `server.limits.limit(...)` brings real
429s; `server.gateway.drop()`, `.ask_to_reconnect()`, `.invalidate(resumable=...)`;
`server.expire(interaction)`. Nothing here sleeps; every wait has a time-out.
"""

from tests.fakes.discord.client import (
    discord_at,
    led_to,
    loopback,
    running,
    short_waits,
    stop_getting_ready,
)
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
    "loopback",
    "running",
    "short_waits",
    "stop_getting_ready",
]
