"""Curators in parallel over HTTP, each noting what the server acknowledged; and a server in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa
from tests.review.desk_client import Client, shown_item

from factuel.review.database import Database
from factuel.review.history import live
from factuel.review.serving import free_port
from factuel.review.tables import DECISION

ROOT = Path(__file__).parents[2]


@dataclass
class Curator:
    """One curator: the facts whose decision was acknowledged, how long each answer took, what was refused."""

    name: str
    port: int
    acknowledged: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    refused: int = 0
    finished: bool = False

    def work(self, until: float, facts: int = 1_000_000) -> None:
        """Decide fact after fact until the time is over, the queue empty, or the server gone."""
        try:
            client = Client(self.port, self.name)
            page = client.get("/").text
            while time.monotonic() < until and len(self.acknowledged) < facts and (item := shown_item(page)):
                began = time.perf_counter()
                kind = "reject" if len(self.acknowledged) % 4 == 3 else "accept"
                answer = client.send_form(item, page, kind=kind, reason="not_said")
                self.seconds.append(time.perf_counter() - began)
                if answer.status == 200:
                    self.acknowledged.append(item)
                    page = answer.text
                else:
                    self.refused += 1
                    page = client.get("/").text
            self.finished = True
        except (OSError, ConnectionError, EOFError, AssertionError):
            self.finished = False
        except Exception as error:
            if "HTTP" not in type(error).__name__ and "Remote" not in type(error).__name__:
                raise


def work_in_parallel(port: int, count: int, seconds: float) -> list[Curator]:
    """Let `count` curators work at once for some seconds; return what each saw."""
    people = [Curator(f"Curator {number}", port) for number in range(count)]
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=one.work, args=(until,), daemon=True) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 60)
    return people


@contextmanager
def server_process(run: Path, address: str | None = None) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run `factuel review` as a program; give it and its port."""
    port = free_port("127.0.0.1")
    options = ["--port", str(port), *(["--database", address] if address else [])]
    command = [sys.executable, "-c", "from factuel.cli import app; app()", "review", str(run), *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "pipeline")}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        wait_for_server(process, port)
        yield process, port
    finally:
        process.kill()
        process.wait(10)
        assert process.stderr
        process.stderr.close()


def wait_for_server(process: subprocess.Popen[str], port: int, seconds: float = 300) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            if Client(port).get("/static/icon.svg").status == 200:
                return
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"the server does not answer (exit {process.poll()})")


def decided_items(address: str) -> list[str]:
    """Return the item of every decision in a database that counts, in their order."""
    database = Database(address)
    with database.reading() as connection:
        items = list(connection.scalars(sa.select(DECISION.c.item).where(live()).order_by(DECISION.c.number)))
    database.close()
    return [str(item) for item in items]
