"""Manners: what a host allows (robots.txt), and the time between two requests to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from factuel.corpus.protocol import CorpusError
from factuel.corpus.web.client import BrokenConnection, Client
from factuel.corpus.web.policy import FetchPolicy


def origin_of(address: str) -> str:
    """Return scheme, host and port of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


class Manners:
    """Remembers each host's rules and the time of the last request to it. `sleep` waits some seconds."""

    def __init__(self, policy: FetchPolicy, client: Client, sleep: Callable[[float], None] = time.sleep) -> None:
        self._policy = policy
        self._client = client
        self._sleep = sleep
        self._rules: dict[str, Protego | None] = {}
        self._last: dict[str, float] = {}

    def allow(self, address: str) -> bool:
        """Say whether robots.txt lets us ask for an address. After RFC 9309: no file allows all, no answer nothing."""
        origin = origin_of(address)
        if origin not in self._rules:
            self._rules[origin] = self._read_rules(origin)
        rules = self._rules[origin]
        return rules is not None and bool(rules.can_fetch(address, self._policy.user_agent))

    def wait(self, address: str) -> None:
        """Wait until the host may be asked again, and note that it is being asked."""
        origin = origin_of(address)
        rules = self._rules.get(origin)
        asked = rules.crawl_delay(self._policy.user_agent) if rules else None
        interval = min(max(self._policy.interval, asked or 0.0), self._policy.longest_wait)
        left = self._last.get(origin, -interval) + interval - time.monotonic()
        if origin in self._last and left > 0:
            self._sleep(left)
        self._last[origin] = time.monotonic()

    def _read_rules(self, origin: str) -> Protego | None:
        try:
            self.wait(origin)
            answer = self._client.get(f"{origin}/robots.txt", {})
        except (BrokenConnection, CorpusError) as error:
            if isinstance(error, CorpusError) and error.error in {"refused_address", "bad_address"}:
                raise
            return None
        if answer.status >= 500:
            return None
        return Protego.parse(answer.body.decode("utf-8", "replace") if answer.status == 200 else "")
