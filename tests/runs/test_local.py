"""Worker processes: results in input order, and no page able to stop the others."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator

import pytest

from factuel.records import RawPage, Reject
from factuel.runs import local
from factuel.runs.errors import EngineError
from factuel.runs.local import map_tasks
from factuel.runs.settings import RunConfig
from factuel.runs.task import PageTask, WorkSpec, number_pages

LINES = WorkSpec("fake_work:fake_lines", (RunConfig(),))


def pages(texts: Iterable[str]) -> Iterator[RawPage]:
    for number, text in enumerate(texts):
        yield RawPage(uri=f"{number}.txt", content=text.encode(), media_type="text/plain")


def run(texts: Iterable[str], workers: int = 1, **bounds: float) -> list[tuple[str, object]]:
    results = map_tasks(number_pages(pages(texts)), LINES, workers=workers, **bounds)  # type: ignore[arg-type]
    return [(key.uri, result) for key, result in results]


def errors(results: list[tuple[str, object]]) -> list[str | None]:
    return [result.error if isinstance(result, Reject) else None for _, result in results]


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_input_order(workers: int) -> None:
    texts = ["SLOW un", "deux", "SLOW trois", "quatre", "cinq", "six"]
    results = run(texts, workers)
    assert [uri for uri, _ in results] == [f"{number}.txt" for number in range(6)]
    assert errors(results) == [None] * 6


@pytest.mark.parametrize(
    ("text", "error"), [("EXIT", "crashed"), ("KILL", "killed"), ("RAISE", "ValueError"), ("MEMORY", "MemoryError")]
)
def test_page_that_ends_its_worker_is_a_reject_and_the_others_are_done(text: str, error: str) -> None:
    results = run(["un", text, "trois"])
    assert errors(results) == [None, error, None]


def test_page_that_hangs_is_stopped_and_the_others_are_done() -> None:
    started = time.monotonic()
    assert errors(run(["un", "HANG", "trois"], page_seconds=0.5)) == [None, "timeout", None]
    assert time.monotonic() - started < 20


def test_results_that_wait_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "WINDOW", 4)
    taken = 0

    def counted() -> Iterator[PageTask | Reject]:
        nonlocal taken
        for task in number_pages(pages(["SLOW", *["mot"] * 30])):
            taken += 1
            yield task

    results = map_tasks(counted(), LINES, workers=2)
    next(results)
    assert taken <= 5
    assert len(list(results)) == 30


@pytest.mark.parametrize("maker", ["fake_work:broken_maker", "fake_work:dying_maker", "no_such_module:maker"])
def test_workers_that_cannot_start_stop_the_run(maker: str) -> None:
    with pytest.raises(EngineError):
        list(map_tasks(number_pages(pages(["un"])), WorkSpec(maker, (RunConfig(),))))


def test_closing_the_iterator_ends_the_workers() -> None:
    results = map_tasks(number_pages(pages(["un", "HANG"])), LINES, workers=2)
    next(results)
    children = _children()
    assert len(children) == 2
    results.close()  # type: ignore[attr-defined]
    assert _children() == []


def test_no_worker_is_started_for_rejects_alone() -> None:
    reject = Reject(source="a", stage="corpus", error="not_found", message="nothing there")
    assert [result for _, result in map_tasks([reject], LINES)] == [reject]
    assert _children() == []


def test_same_bytes_twice_are_numbered_in_input_order() -> None:
    tasks = list(number_pages(pages(["un", "deux", "un", "un"])))
    assert [task.occurrence for task in tasks if isinstance(task, PageTask)] == [1, 1, 2, 3]


def test_map_pages_gives_extractions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "RECORDS_WORK", "fake_work:fake_records")
    reject = Reject(source="a", stage="corpus", error="not_found", message="nothing there")
    texts = ["un", "un"]
    alone = list(local.map_pages([*pages(texts), reject]))
    assert alone == list(local.map_pages([*pages(texts), reject], workers=2))
    assert alone[0] != alone[1]
    assert alone[2] == reject


_others: set[int] = set()


@pytest.fixture(autouse=True)
def note_others() -> None:
    """Note the children that other tests have (a server, a browser), which are not ours to count."""
    _others.clear()
    _others.update(_all_children())


def _children() -> list[int]:
    return [child for child in _all_children() if child not in _others]


def _all_children() -> list[int]:
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as listing:  # noqa: PTH123
        return [int(child) for child in listing.read().split()]
