"""Progress on stderr: a bar with rate and remaining time on a terminal, a quiet line now and then elsewhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from factuel.corpus.counting import count_pages

if TYPE_CHECKING:
    from factuel.outputs.rendering import PageLines

OnPage = Callable[["PageLines"], None]
QUIET_SECONDS: Final = 10.0
"""Time between two lines when stderr is no terminal: a run of an hour leaves 360 lines in a log."""


@contextmanager
def progress(sources: Sequence[str]) -> Iterator[OnPage]:
    """Give a function to call for each input that a run has done."""
    with counting(sources, "extracting", at_first="loading the model") as on_item:
        yield on_item


@contextmanager
def counting(sources: Sequence[str], what: str, *, at_first: str = "") -> Iterator[Callable[[object], None]]:
    """Give a function to call for each input done; `what` names the work, `at_first` what goes before the first.

    The inputs are counted beside the work, so that it starts at once.
    """
    console = Console(stderr=True)
    total = _Total(sources)
    if console.is_terminal:
        with _bar(console) as bar:
            task = bar.add_task(at_first or what, total=None)
            yield lambda item: bar.update(task, advance=1, total=total.value, description=what)
    else:
        yield _QuietLines(console, total)


class _Total:
    """The number of inputs, null until it is known."""

    def __init__(self, sources: Sequence[str]) -> None:
        self.value: int | None = None
        self._sources = sources
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        self.value = count_pages(self._sources)


class _QuietLines:
    """Prints a line when some time has passed since the last."""

    def __init__(self, console: Console, total: _Total) -> None:
        self._console = console
        self._total = total
        self._done = 0
        self._started = self._last = time.monotonic()

    def __call__(self, item: object) -> None:
        """Count an input."""
        self._done += 1
        now = time.monotonic()
        if now - self._last >= QUIET_SECONDS:
            self._last = now
            self._console.print(progress_line(self._done, self._total.value, now - self._started), highlight=False)


def progress_line(done: int, total: int | None, seconds: float) -> str:
    """Return what there is to say after `seconds`: how many are done, the rate, and how long the rest will take."""
    rate = done / seconds
    if total is None:
        return f"{done} pages, {rate:.1f} pages/s"
    left = max(0, total - done) / rate
    return f"{done}/{total} pages, {rate:.1f} pages/s, {left:.0f} s left"


def _bar(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True)


class _Rate(ProgressColumn):
    """Pages a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, as far as it is known."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} pages/s" if speed else "", style="progress.data.speed")
