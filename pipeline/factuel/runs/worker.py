"""A worker process: loads its work once, then does one page after the other until its line is closed."""

from __future__ import annotations

import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Final

from factuel.records import Reject
from factuel.runs.task import PageTask, Work, WorkSpec

BOOTSTRAP: Final = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from factuel.runs.worker import serve; serve(int(sys.argv[2]))"
)
"""What the interpreter of a worker runs: it imports from where its parent does, whatever the parent's main module."""


@dataclass(frozen=True)
class WorkerSettings:
    """The first message to a worker: what to do, how long a page may take, and how much memory (address space)."""

    spec: WorkSpec
    page_seconds: float
    memory_mb: int


@dataclass(frozen=True)
class Ready:
    """The worker's first message: it has loaded its work."""


@dataclass(frozen=True)
class Failed:
    """The worker could not load its work; it has ended."""

    message: str


def serve(descriptor: int) -> None:
    """Do the work of the process at the other end of the socket `descriptor`, until it closes it.

    Interrupts are left to the parent, who kills the worker. A page that takes too long ends the worker: the alarm's
    default action stops even code that never returns to the interpreter, and the parent reads it off the exit status.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    line: Connection[Any, Any] = Connection(descriptor)
    try:
        settings: WorkerSettings = line.recv()
        if work := _load(line, settings):
            while True:
                task: PageTask = line.recv()
                line.send(_do(work, task, settings.page_seconds))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        sys.exit(0)


def _do(work: Work, task: PageTask, seconds: float) -> Any:
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work(task)
    except Exception as error:
        message = str(error) or "no message"
        return Reject(source=task.key.uri, stage="outputs", error=type(error).__name__, message=message)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _load(line: Connection[Any, Any], settings: WorkerSettings) -> Work | None:
    try:
        _bound_memory(settings.memory_mb)
        work = settings.spec.load()
    except Exception as error:
        line.send(Failed(f"{type(error).__name__}: {error}"))
        return None
    line.send(Ready())
    return work


def _bound_memory(megabytes: int) -> None:
    """Bound the address space; where the system knows no such bound (macOS), a page's memory has none."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = megabytes * 1_000_000
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
