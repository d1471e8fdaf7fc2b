"""Curators in parallel, and a server that is killed: nothing lost, nothing doubled, on SQLite and PostgreSQL.

`benchmarks/review_load.py` does the same with twenty curators for two minutes and 100,000 facts.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from pathlib import Path

from tests.review.conftest import make_extraction, write_run
from tests.review.desk_client import served
from tests.review.load import Curator, decided_items, server_process, work_in_parallel

from factuel.review.database import Database
from factuel.review.indexing import open_run


def test_parallel_curators_lose_and_double_nothing(run: Path, address: str) -> None:
    write_run(run, [make_extraction(number) for number in range(100)])
    database = Database(address)
    open_run(run, database)
    with served(database) as port:
        people = work_in_parallel(port, 8, 60)
    database.close()
    acknowledged = Counter(item for one in people for item in one.acknowledged)
    assert all(one.finished for one in people)
    assert acknowledged == Counter(decided_items(address))
    assert len(acknowledged) == 200 and set(acknowledged.values()) == {1}


def test_killed_server_keeps_every_acknowledged_decision(run: Path, address: str) -> None:
    write_run(run, [make_extraction(number) for number in range(400)])
    with server_process(run, address) as (process, port):
        people = [Curator(f"Curator {number}", port) for number in range(4)]
        until = time.monotonic() + 60
        threads = [threading.Thread(target=one.work, args=(until,), daemon=True) for one in people]
        for thread in threads:
            thread.start()
        while sum(len(one.acknowledged) for one in people) < 40:
            time.sleep(0.01)
        process.kill()
        for thread in threads:
            thread.join(30)
    acknowledged = [item for one in people for item in one.acknowledged]
    kept = Counter(decided_items(address))
    assert set(acknowledged) <= set(kept)
    assert set(kept.values()) == {1}
    assert not any(one.finished for one in people), "killed before the work was done"
    with server_process(run, address) as (_, port):
        again = Curator("Curator 0", port)
        again.work(time.monotonic() + 30, facts=5)
    assert len(again.acknowledged) == 5 and not set(again.acknowledged) & set(acknowledged)
