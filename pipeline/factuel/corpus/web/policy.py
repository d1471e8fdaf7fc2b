"""How pages are fetched: who asks, how often, how long, how much, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from factuel.corpus.protocol import MAX_PAGE_BYTES

USER_AGENT: Final = f"factuel/{metadata.version('factuel')} (reads French press articles; respects robots.txt)"


@dataclass(frozen=True)
class FetchPolicy:
    """The limits of fetching; times in seconds, sizes in bytes.

    `interval` lies between two requests to one host (a longer one that robots.txt asks for goes before it, up to
    `longest_wait`). `total` bounds a request from connecting to its last byte, `longest_wait` what a server may ask for
    by Retry-After. `retries` counts the further tries after an answer of 429 or 5xx, or a broken connection.
    """

    user_agent: str = USER_AGENT
    interval: float = 1.0
    connect: float = 10.0
    read: float = 15.0
    total: float = 60.0
    longest_wait: float = 60.0
    max_bytes: int = MAX_PAGE_BYTES
    max_redirects: int = 5
    retries: int = 2
    allow_private: bool = False
    cache: Path | None = None
