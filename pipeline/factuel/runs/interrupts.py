"""A request to stop, whichever way it comes."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Terminated(KeyboardInterrupt):
    """The process was asked to end (SIGTERM); handled where Ctrl-C is."""


@contextmanager
def termination_as_interrupt() -> Iterator[None]:
    """Inside the context SIGTERM raises Terminated, so that a run ends as it does after Ctrl-C. Main thread only."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
