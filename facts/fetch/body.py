"""The body of an answer, unpacked as it comes and counted: a bomb never fills the memory."""

from __future__ import annotations

import zlib
from typing import Protocol

PIECE = 65_536
"""Bytes that are unpacked at a time."""

_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
ACCEPTED = "gzip, deflate"
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


class Unpacker(Protocol):
    """What `zlib` unpacks with."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """At most so many bytes of what the data hold."""
        ...


class TooLargeError(Exception):
    """The body is longer than it may be."""


class BrokenBodyError(Exception):
    """The body is packed in a way that is not known, or is cut off."""


class Body:
    """Collects a body of at most `most` bytes, unpacked."""

    def __init__(self, encoding: str, most: int) -> None:
        """`encoding` is the header Content-Encoding.

        Raises:
            BrokenBodyError: an encoding that was not asked for.
        """
        names = encoding.strip().casefold()
        if names not in _PACKED | {"", "identity"}:
            raise BrokenBodyError(encoding)
        self._unpack = zlib.decompressobj(_GZIP_OR_ZLIB) if names in _PACKED else None
        self._may_be_bare = names == "deflate"
        self._most = most
        self._data = bytearray()

    def add(self, piece: bytes) -> None:
        """Take the next piece as it came.

        Raises:
            TooLargeError: there is too much by now.
            BrokenBodyError: it cannot be unpacked.
        """
        if self._unpack is None:
            self._keep(piece)
            return
        while piece and not self._unpack.eof:
            self._keep(self._next(self._unpack, piece))
            piece = self._unpack.unconsumed_tail

    def whole(self) -> bytes:
        """The body, when there are no more pieces.

        Raises:
            BrokenBodyError: the end is missing.
        """
        if self._unpack is not None and self._data and not self._unpack.eof:
            raise BrokenBodyError("cut off")
        return bytes(self._data)

    def _next(self, unpack: Unpacker, piece: bytes) -> bytes:
        try:
            found = unpack.decompress(piece, PIECE)
        except zlib.error as error:
            if not self._may_be_bare:
                raise BrokenBodyError(str(error)) from error
            # Some servers send "deflate" without the header that belongs to it.
            self._may_be_bare = False
            self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)
            return self._next(self._unpack, piece)
        self._may_be_bare = False
        return found

    def _keep(self, piece: bytes) -> None:
        if len(self._data) + len(piece) > self._most:
            raise TooLargeError
        self._data += piece
