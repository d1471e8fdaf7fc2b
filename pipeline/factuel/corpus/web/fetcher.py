"""The fetcher: an address in, its page out, after robots.txt, waits, redirects and tries."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

from factuel.corpus.http_headers import charset_of, media_type_of, moment_of
from factuel.corpus.protocol import CorpusError
from factuel.corpus.web.cache import Cache
from factuel.corpus.web.client import Answer, BrokenConnection, Client
from factuel.corpus.web.manners import Manners
from factuel.corpus.web.policy import FetchPolicy

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN: Final = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Fetched:
    """A page as it was served: its address after redirects, media type in lower case, charset if said, bytes."""

    address: str
    media_type: str
    charset: str | None
    content: bytes
    retrieved: str | None


class Fetcher:
    """Fetches one address after the other; keeps what it learns of hosts. `sleep` waits some seconds."""

    def __init__(self, policy: FetchPolicy, sleep: Callable[[float], None] = time.sleep) -> None:
        self._policy = policy
        self._sleep = sleep
        self._client = Client(policy)
        self._cache = Cache(policy.cache)
        self._manners = Manners(policy, self._client, sleep)

    def fetch(self, address: str) -> Fetched:
        """Return the page at an address (http or https).

        Raises CorpusError: `robots`, `redirects`, `http_status`, `network`, `refused_address`, `too_large`, `empty`,
        `bad_address`.
        """
        at = _joined(address, "")
        for _ in range(self._policy.max_redirects + 1):
            self._check(at)
            answer = self._ask(at)
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not target:
                return _fetched(at, answer)
            at = _joined(at, target)
        raise CorpusError("redirects", f"more than {self._policy.max_redirects} redirects")

    def _check(self, address: str) -> None:
        if urlsplit(address).scheme.lower() not in {"http", "https"}:
            raise CorpusError("bad_address", f"only http and https are fetched, not {address}"[:300])
        if not self._manners.allow(address):
            raise CorpusError("robots", "robots.txt of the site does not allow it, or cannot be read")

    def _ask(self, address: str) -> Answer:
        """Return the first answer that is not "try again", the kept one if it still holds."""
        pause = self._policy.interval
        reason = ""
        for attempt in range(self._policy.retries + 1):
            self._manners.wait(address)
            try:
                answer = self._client.get(address, self._cache.conditions(address))
            except BrokenConnection as error:
                reason = str(error)
            else:
                kept = self._cache.read(address) if answer.status == 304 else None
                if kept:
                    return kept
                if answer.status not in _TRY_AGAIN or attempt == self._policy.retries:
                    if answer.status == 200:
                        self._cache.write(address, answer)
                    return answer
                pause = max(pause, self._asked_pause(answer))
            if attempt < self._policy.retries:
                self._sleep(pause)
                pause = min(2 * pause, self._policy.longest_wait)
        raise CorpusError("network", f"the server did not answer properly: {reason}"[:300])

    def _asked_pause(self, answer: Answer) -> float:
        """Return the seconds that the server asks to wait, in numbers or as a time; bounded."""
        asked = answer.headers.get("retry-after", "").strip()
        if asked.isascii() and asked.isdigit():
            seconds = float(asked)
        else:
            try:
                until = parsedate_to_datetime(asked)
                seconds = (until - datetime.now(UTC)).total_seconds() if until.tzinfo else 0.0
            except ValueError:
                seconds = 0.0
        return max(0.0, min(seconds, self._policy.longest_wait))


def _joined(address: str, target: str) -> str:
    """Return the address that `target` names, seen from `address`, without its fragment."""
    try:
        joined = urldefrag(urljoin(address, target)).url
        urlsplit(joined).port  # noqa: B018  a port that is none raises here and not in the middle of a request
    except ValueError as error:
        raise CorpusError("bad_address", f"{target or address} is no address: {error}"[:300]) from error
    return joined


def _fetched(address: str, answer: Answer) -> Fetched:
    if answer.status != 200:
        raise CorpusError("http_status", f"the server answered {answer.status}")
    if not answer.body:
        raise CorpusError("empty", "the server answered without a body")
    declared = answer.headers.get("content-type", "")
    moment = moment_of(answer.headers.get("date"))
    return Fetched(address, media_type_of(declared), charset_of(declared), answer.body, moment)
