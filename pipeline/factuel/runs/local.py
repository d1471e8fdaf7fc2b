"""The engine `local`: worker processes on this machine, results in input order, no page able to stop the others."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from multiprocessing.connection import Connection, wait
from typing import Any, Final

from factuel.records import Extraction, RawPage, Reject
from factuel.runs.errors import EngineError
from factuel.runs.task import Key, PageTask, WorkSpec, key_of, number_pages
from factuel.runs.worker import BOOTSTRAP, Failed, Ready, WorkerSettings

WINDOW: Final = 256
"""How many results may wait for a slower page before them; bounds memory (a page's records are some 50 kB)."""
RECORDS_WORK: Final = "factuel.runs.work:records_work"
PAGE_SECONDS: Final = 60.0
MEMORY_MB: Final = 4096
_CAUSES: Final[Mapping[int, tuple[str, str]]] = {
    signal.SIGALRM: ("timeout", "the page took too long"),
    signal.SIGKILL: ("killed", "the system stopped the worker, most likely for want of memory"),
}


def map_pages(pages: Iterable[RawPage | Reject], *, workers: int = 1) -> Iterator[Extraction | Reject]:
    """Yield the records of each page, in input order; a reject passes through.

    One worker means this process, with no bound on a page's time; more are processes of their own.
    """
    spec = WorkSpec(RECORDS_WORK)
    if workers > 1:
        yield from (result for _, result in map_tasks(number_pages(pages), spec, workers=workers))
        return
    work = spec.load()
    for task in number_pages(pages):
        yield task if isinstance(task, Reject) else work(task)


def map_tasks(
    tasks: Iterable[PageTask | Reject],
    spec: WorkSpec,
    *,
    workers: int = 1,
    page_seconds: float = PAGE_SECONDS,
    memory_mb: int = MEMORY_MB,
) -> Iterator[tuple[Key, Any]]:
    """Yield the key and result of each task, in input order; the result of a page that ends its worker is a Reject.

    Each worker loads the work once, when the first page for it comes; the one that replaces an ended worker loads it
    again. Raises EngineError when a worker cannot load it. Closing the iterator ends the workers.
    """
    team = _Team(WorkerSettings(spec, page_seconds, memory_mb), workers)
    try:
        yield from team.run(tasks)
    finally:
        team.end()


class _Worker:
    """The parent's side of a worker process; `number` and `task` are what it is at, null when it is idle."""

    def __init__(self, settings: WorkerSettings) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            descriptor = theirs.fileno()
            self.process = subprocess.Popen(
                [sys.executable, "-c", BOOTSTRAP, json.dumps(sys.path), str(descriptor)],
                pass_fds=[descriptor],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # a Ctrl-C in the terminal is for the parent alone
            )
        self.line: Connection[Any, Any] = Connection(ours.detach())
        self.line.send(settings)
        self.ready = False
        self.number = -1
        self.task: PageTask | None = None

    def assign(self, number: int, task: PageTask) -> None:
        """Give the worker a page: at once, or as soon as it says that it is ready."""
        self.number, self.task = number, task
        if self.ready:
            self._send()

    def receive(self) -> Any:
        """Return its next message; Ready has been answered. Raises EOFError or OSError when it has ended."""
        message = self.line.recv()
        if isinstance(message, Ready):
            self.ready = True
            self._send()
        return message

    def end(self) -> int:
        """End the process if it has not ended; return its exit status."""
        self.line.close()
        if self.process.poll() is None:
            self.process.kill()
        return self.process.wait()

    def _send(self) -> None:
        try:
            self.line.send(self.task)
        except OSError:  # it has ended; reading from it will say so
            return


class _Team:
    """The workers of a run, and the results that wait for their turn."""

    def __init__(self, settings: WorkerSettings, size: int) -> None:
        self._settings = settings
        self._size = size
        self._workers: list[_Worker] = []
        self._results: dict[int, tuple[Key, Any]] = {}

    def run(self, tasks: Iterable[PageTask | Reject]) -> Iterator[tuple[Key, Any]]:
        """Yield the results of the tasks in their order."""
        waiting = iter(tasks)
        taken = given = 0
        more = True
        while True:
            while given in self._results:
                yield self._results.pop(given)
                given += 1
            if more and taken - given < WINDOW and self._has_room():
                task = next(waiting, None)
                if task is None:
                    more = False
                else:
                    self._start(taken, task)
                    taken += 1
            elif taken > given:
                self._listen()
            else:
                return

    def end(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(worker.task is None for worker in self._workers)

    def _start(self, number: int, task: PageTask | Reject) -> None:
        if isinstance(task, Reject):
            self._results[number] = (key_of(task), task)
            return
        free = next((worker for worker in self._workers if worker.task is None), None)
        if free is None:
            free = _Worker(self._settings)
            self._workers.append(free)
        free.assign(number, task)

    def _listen(self) -> None:
        """Wait until at least one worker says something or ends, and take note of it."""
        lines = {worker.line: worker for worker in self._workers if worker.task}
        for line in wait(list(lines)):
            worker = lines[line]  # type: ignore[index]
            try:
                message = worker.receive()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(message, Failed):
                raise EngineError(f"the worker cannot start: {message.message}")
            if not isinstance(message, Ready) and worker.task:
                self._results[worker.number] = (worker.task.key, message)
                worker.task = None

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        status = worker.end()
        if not worker.ready:
            raise EngineError(f"the worker ended while loading, with exit status {status}")
        if worker.task:
            self._results[worker.number] = (worker.task.key, _epitaph(worker.task.key.uri, status))


def _epitaph(uri: str, status: int) -> Reject:
    """Return the reject of a page whose worker ended with `status` (negative for a signal, as subprocess has it)."""
    error, message = _CAUSES.get(-status, ("crashed", f"the worker crashed on this page, with exit status {status}"))
    return Reject(source=uri, stage="annotation", error=error, message=message)
