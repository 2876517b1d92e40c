"""One websocket of the gateway, compressed as the client asked for it in its address."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import zlib
from collections.abc import Callable
from typing import Any

from aiohttp import web


def zlib_stream() -> Callable[[bytes], bytes]:
    """One zlib stream over all messages; each message ends with a flush."""
    stream = zlib.compressobj()
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def zstd_stream() -> Callable[[bytes], bytes]:
    """One zstd stream, for Python 3.14 or where zstandard is; discord.py asks for it there."""
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdCompressor

        stream = ZstdCompressor()
        return lambda data: stream.compress(data, ZstdCompressor.FLUSH_BLOCK)
    module = importlib.import_module("zstandard")
    pipe = module.ZstdCompressor().compressobj()
    return lambda data: bytes(pipe.compress(data) + pipe.flush(module.COMPRESSOBJ_FLUSH_BLOCK))


COMPRESSIONS: dict[str, Callable[[], Callable[[bytes], bytes]]] = {
    "zlib-stream": zlib_stream,
    "zstd-stream": zstd_stream,
}


class Connection:
    """Sends payloads to one client, in order."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self._socket, self._request = socket, request
        self._turn = asyncio.Lock()
        compression = request.query.get("compress")
        self._compress = COMPRESSIONS[compression]() if compression else None

    @property
    def closed(self) -> bool:
        """Whether nothing can be sent any more."""
        return self._socket.closed or self._request.transport is None

    async def send(self, payload: dict[str, Any]) -> None:
        """Send a payload; to a connection that is gone, nothing happens."""
        text = json.dumps(payload)
        async with self._turn:
            if self.closed:
                return
            try:
                if self._compress is None:
                    await self._socket.send_str(text)
                else:
                    await self._socket.send_bytes(self._compress(text.encode()))
            except ConnectionError:
                return

    async def close(self, code: int) -> None:
        """Close with a code."""
        await self._socket.close(code=code)

    def abort(self) -> None:
        """Cut the connection without a closing handshake."""
        if self._request.transport is not None:
            self._request.transport.abort()
