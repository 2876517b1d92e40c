"""The gateway: sessions over websockets, with resume, reconnect and refused identifies."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord import payloads
from tests.fakes.discord.connection import Connection
from tests.fakes.discord.model import Guild, MessageContentIntent
from tests.fakes.discord.state import State
from tests.fakes.discord.watch import Watch

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE_STATE, RESUME, RECONNECT = 0, 1, 2, 3, 4, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 8, 9, 10, 11

GUILDS, GUILD_MEMBERS, PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 9, 1 << 12, 1 << 15

UNKNOWN_OPCODE, NOT_AUTHENTICATED, WRONG_TOKEN, ALREADY_AUTHENTICATED = 4001, 4003, 4004, 4005
INVALID_INTENTS, DISALLOWED_INTENTS = 4013, 4014
HEARTBEAT_MS = 41_250

Maker = Callable[["Session"], dict[str, Any] | None]


@dataclass(slots=True, eq=False)
class Session:
    """What Discord remembers of one identify; `history` keeps the dispatches for a resume."""

    id: str
    intents: int
    shard: tuple[int, int]
    connection: Connection | None
    sequence: int = 0
    history: list[dict[str, Any]] = field(default_factory=list)

    def sees(self, guild: Guild | None) -> bool:
        """Whether this shard is told of a guild; direct messages go to the first one."""
        number, count = self.shard
        return ((guild.id >> 22) % count if guild else 0) == number


class Gateway:
    """All sessions and connections, and what was said on them.

    `identifies` and `resumes` hold the `d` of each payload; a token is left out of them.
    """

    def __init__(self, state: State, watch: Watch, resume_url: Callable[[], str]) -> None:
        self._state, self._watch, self._resume_url = state, watch, resume_url
        self.heartbeat_ms = HEARTBEAT_MS
        self.shards = 1
        self.answers_heartbeats = True
        self.identifies: list[dict[str, Any]] = []
        self.resumes: list[dict[str, Any]] = []
        self.resumed = 0
        self.heartbeats = 0
        self.urls: list[str] = []
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self._identify_refusals: list[int] = []
        self._resume_refusals: list[bool] = []

    # What a test orders

    def refuse_next_identify(self, code: int) -> None:
        """Close the connection with this code when the next identify comes."""
        self._identify_refusals.append(code)

    def refuse_next_resume(self, *, resumable: bool = False) -> None:
        """Answer the next resume with an invalid session."""
        self._resume_refusals.append(resumable)

    async def ask_to_reconnect(self) -> None:
        """Tell every client to reconnect and resume (opcode 7)."""
        for connection in self._open():
            await connection.send({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Tell every client that its session is invalid (opcode 9)."""
        connections = self._open()
        if not resumable:
            self.sessions.clear()
        for connection in connections:
            await connection.send({"op": INVALID_SESSION, "d": resumable})

    async def drop(self, code: int | None = None) -> None:
        """Close every connection with a code, or, without one, cut it without a word."""
        for connection in self._open():
            self._detach(connection)
            if code is None:
                connection.abort()
            else:
                await connection.close(code)

    @property
    def ready(self) -> bool:
        """Whether a client is connected and was told of all its guilds."""
        return any(session.connection for session in self.sessions.values())

    def _open(self) -> list[Connection]:
        return [connection for connection in self.connections if not connection.closed]

    # What the server does

    async def dispatch(self, event: str, make: Maker, *, intent: int, guild: Guild | None) -> None:
        """Tell each session that listens of an event; `make` gives its data for that session."""
        for session in list(self.sessions.values()):
            if session.intents & intent == intent and session.sees(guild):
                data = make(session)
                if data is not None:
                    await self._tell(session, event, data)

    def may_read_content(self, session: Session) -> bool:
        """Whether a session gets the content of messages that do not concern the bot."""
        return bool(session.intents & MESSAGE_CONTENT) and self._content_is_on()

    def _content_is_on(self) -> bool:
        return self._state.application.message_content is not MessageContentIntent.OFF

    async def _tell(self, session: Session, event: str, data: dict[str, Any]) -> None:
        session.sequence += 1
        payload = {"op": DISPATCH, "t": event, "s": session.sequence, "d": data}
        session.history.append(payload)
        if session.connection is not None:
            await session.connection.send(payload)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one websocket until it closes."""
        socket = web.WebSocketResponse(compress=False, max_msg_size=4096 * 4)
        await socket.prepare(request)
        connection = Connection(socket, request)
        self.connections.append(connection)
        self.urls.append(str(request.rel_url))
        try:
            await connection.send({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms}})
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._receive(connection, json.loads(message.data))
                    self._watch.notify()
        finally:
            self._detach(connection)
            self._watch.notify()
        return socket

    def _detach(self, connection: Connection) -> None:
        for session in self.sessions.values():
            if session.connection is connection:
                session.connection = None

    def _session_of(self, connection: Connection) -> Session | None:
        held = (each for each in self.sessions.values() if each.connection is connection)
        return next(held, None)

    async def _receive(self, connection: Connection, payload: dict[str, Any]) -> None:
        op, data = payload.get("op"), payload.get("d")
        if op == HEARTBEAT:
            self.heartbeats += 1
            if self.answers_heartbeats:
                await connection.send({"op": HEARTBEAT_ACK})
        elif op == IDENTIFY and data:
            await self._identify(connection, data)
        elif op == RESUME and data:
            await self._resume(connection, data)
        elif (session := self._session_of(connection)) is None:
            await connection.close(NOT_AUTHENTICATED)
        elif op == REQUEST_MEMBERS and data:
            await self._tell_members(session, data)
        elif op not in (PRESENCE, VOICE_STATE):
            await connection.close(UNKNOWN_OPCODE)

    async def _identify(self, connection: Connection, data: dict[str, Any]) -> None:
        self.identifies.append({key: data[key] for key in data if key != "token"})
        code = self._refusal(connection, data)
        if code is not None:
            await connection.close(code)
            return
        shard = data.get("shard") or (0, 1)
        session = Session(
            f"session-{len(self.identifies)}", data["intents"], (shard[0], shard[1]), connection
        )
        await self._tell(session, "READY", self._ready_json(session, data))
        if session.intents & GUILDS:
            for guild in filter(session.sees, self._state.bot_guilds()):
                known = payloads.guild_create_json(guild, self._state.bot)
                await self._tell(session, "GUILD_CREATE", known)
        self.sessions[session.id] = session

    def _refusal(self, connection: Connection, data: dict[str, Any]) -> int | None:
        """The code with which an identify is refused."""
        if self._identify_refusals:
            return self._identify_refusals.pop(0)
        if self._session_of(connection) is not None:
            return ALREADY_AUTHENTICATED
        application = self._state.application
        if data.get("token") != application.token:
            return WRONG_TOKEN
        intents = data.get("intents")
        if not isinstance(intents, int):
            return INVALID_INTENTS
        allowed = {
            MESSAGE_CONTENT: self._content_is_on(),
            GUILD_MEMBERS: application.members_intent,
            PRESENCES: application.presence_intent,
        }
        asked = [bit for bit in allowed if intents & bit]
        return None if all(allowed[bit] for bit in asked) else DISALLOWED_INTENTS

    def _ready_json(self, session: Session, identify: dict[str, Any]) -> dict[str, Any]:
        guilds = filter(session.sees, self._state.bot_guilds())
        application = self._state.application
        ready: dict[str, Any] = {
            "v": 10,
            "user": payloads.own_user_json(self._state.bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self._resume_url(),
            "application": {"id": str(application.id), "flags": application.flags},
            "session_type": "normal",
            "private_channels": [],
            "presences": [],
            "relationships": [],
            "user_settings": {},
        }
        if "shard" in identify:
            ready["shard"] = list(session.shard)
        return ready

    async def _resume(self, connection: Connection, data: dict[str, Any]) -> None:
        self.resumes.append({key: data[key] for key in data if key != "token"})
        if data.get("token") != self._state.application.token:
            await connection.close(WRONG_TOKEN)
            return
        session = self.sessions.get(str(data.get("session_id")))
        if self._resume_refusals or session is None:
            resumable = self._resume_refusals.pop(0) if self._resume_refusals else False
            if session is not None and not resumable:
                del self.sessions[session.id]
            await connection.send({"op": INVALID_SESSION, "d": resumable})
            return
        sequence = int(data.get("seq") or 0)
        while missed := [each for each in session.history if each["s"] > sequence]:
            for payload in missed:
                await connection.send(payload)
            sequence = missed[-1]["s"]
        session.connection = connection
        await self._tell(session, "RESUMED", {})
        self.resumed += 1

    async def _tell_members(self, session: Session, data: dict[str, Any]) -> None:
        guild = self._state.guilds[int(data["guild_id"])]
        wanted = {int(number) for number in data.get("user_ids") or ()}
        members = [
            payloads.member_json(member)
            for member in guild.members.values()
            if not wanted or member.user.id in wanted
        ]
        chunk = {"guild_id": str(guild.id), "members": members, "chunk_index": 0, "chunk_count": 1}
        if data.get("nonce"):
            chunk["nonce"] = data["nonce"]
        await self._tell(session, "GUILD_MEMBERS_CHUNK", chunk)

    async def close(self) -> None:
        """Close every connection as a server does that goes away."""
        for connection in self._open():
            await connection.close(1001)
