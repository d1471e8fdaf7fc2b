"""One request: an address in, its answer out, whatever the server does."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import httpcore

from factuel.corpus.protocol import CorpusError
from factuel.corpus.web.connections import GuardedBackend, RefusedAddress
from factuel.corpus.web.policy import FetchPolicy

_WINDOW: Final = zlib.MAX_WBITS | 32
"""Gzip or zlib, found out by zlib."""


class BrokenConnection(Exception):
    """A request that may do better when tried again."""


@dataclass(frozen=True)
class Answer:
    """What a server answered: status, headers (names in lower case), unpacked body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Client:
    """Asks one thing at a time; each request has a connection of its own, which the policy's limits hold."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._pool = httpcore.ConnectionPool(
            network_backend=GuardedBackend(policy), max_connections=1, max_keepalive_connections=0
        )

    def get(self, address: str, headers: Mapping[str, str]) -> Answer:
        """Return the answer, redirects not followed.

        Raises CorpusError for an address that is refused or a body over the limit, BrokenConnection when the server
        does not answer as it should.
        """
        sent = {"User-Agent": self._policy.user_agent, "Accept": "text/html, */*;q=0.5", "Accept-Encoding": "gzip"}
        limits = {"connect": self._policy.connect, "read": self._policy.read, "write": self._policy.read, "pool": 1.0}
        try:
            with self._pool.stream(
                "GET", address, headers=list((sent | dict(headers)).items()), extensions={"timeout": limits}
            ) as response:
                found = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
                return Answer(response.status, found, self._body(response, found))
        except RefusedAddress as error:
            raise CorpusError("refused_address", f"{error}; --allow-private lifts this") from error
        except (httpcore.UnsupportedProtocol, httpcore.LocalProtocolError, ValueError, UnicodeError) as error:
            raise CorpusError("bad_address", f"this is no address of a page: {error}"[:300]) from error
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, OSError) as error:
            raise BrokenConnection(str(error) or type(error).__name__) from error

    def _body(self, response: httpcore.Response, headers: Mapping[str, str]) -> bytes:
        encoding = headers.get("content-encoding", "").strip().lower()
        if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise CorpusError("corrupted", f"the body is packed in a way that was not asked for: {encoding}"[:300])
        unpacking = zlib.decompressobj(_WINDOW) if encoding not in {"", "identity"} else None
        body = bytearray()
        for chunk in response.iter_stream():
            body += self._unpacked(unpacking, chunk, len(body)) if unpacking else chunk
            if len(body) > self._policy.max_bytes:
                raise CorpusError("too_large", f"the page has more than {self._policy.max_bytes:,} bytes")
        return bytes(body)

    def _unpacked(self, unpacking: zlib._Decompress, chunk: bytes, already: int) -> bytes:
        try:
            return unpacking.decompress(chunk, self._policy.max_bytes + 1 - already)
        except zlib.error as error:
            raise CorpusError("corrupted", f"the body cannot be unpacked: {error}") from error
