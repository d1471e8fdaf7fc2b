"""Connections that lead to public addresses only, and end in time."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from factuel.corpus.web.policy import FetchPolicy


class RefusedAddress(Exception):
    """A host whose address is private, loopback, link-local or otherwise not of the public internet."""


def is_public(address: str) -> bool:
    """Say whether an IP address is of the public internet, an IPv4 address inside an IPv6 one included."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return (inner or parsed).is_global and not parsed.is_multicast


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to the very address that it checked, so that a name cannot change its address in between."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a stream to the first address of `host` that is allowed and answers.

        Raises RefusedAddress when none is allowed, httpcore.ConnectError when none answers.
        """
        deadline = time.monotonic() + self._policy.total
        problem: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._allowed(host, port):
            try:
                stream = self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
                return _TimedStream(stream, deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem

    def _allowed(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} is not known") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        allowed = [address for address in addresses if self._policy.allow_private or is_public(address)]
        if addresses and not allowed:
            raise RefusedAddress(f"{host} is {addresses[0]}, which is not a public address")
        return allowed


class _TimedStream(httpcore.NetworkStream):
    """A stream whose reads and writes end at a deadline (time.monotonic), however slowly the other side goes on."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return some bytes, at most `max_bytes`; none at the end."""
        return self._inner.read(max_bytes, self._left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all bytes of `buffer`."""
        self._inner.write(buffer, self._left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the same stream, encrypted."""
        left = self._left(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows about `info`."""
        return self._inner.get_extra_info(info)

    def _left(self, timeout: float | None, error: type[Exception]) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise error("the answer takes too long")
        return min(left, timeout) if timeout else left
