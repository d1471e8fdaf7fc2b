"""A run: from sources to a run folder, or to a stream of lines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, Final

from factuel.corpus import read_pages
from factuel.corpus.web.policy import FetchPolicy
from factuel.outputs.rendering import PageLines, render
from factuel.outputs.run_folder import Ends, RunFiles, write_manifest
from factuel.records import Manifest, Reject
from factuel.runs.duplicates import DuplicateFinder
from factuel.runs.folder import Existing, prepare_folder
from factuel.runs.journal import Journal
from factuel.runs.local import map_tasks
from factuel.runs.settings import RunConfig, fingerprint, versions
from factuel.runs.tally import Tally
from factuel.runs.task import Key, PageTask, WorkSpec, key_of, number_pages

ENGINES: Final[Mapping[str, Callable[..., Iterator[tuple[Key, Any]]]]] = MappingProxyType({"local": map_tasks})
LINES_WORK: Final = "factuel.runs.work:lines_work"
Tasks = Iterator[PageTask | Reject]
OnPage = Callable[[PageLines], None]


def extract_to_folder(
    sources: Sequence[str],
    folder: Path,
    config: RunConfig,
    *,
    existing: Existing = "refuse",
    on_page: OnPage = lambda page: None,
    maker: str = LINES_WORK,
) -> Manifest:
    """Write the records of all pages of the sources to a run folder, and return its manifest.

    `on_page` hears of every input in input order, those of a resumed run's earlier part included. When interrupted
    or failing, the folder holds whole pages only, its manifest says that it is incomplete, and the exception goes on.
    Raises FolderError for a folder that may not be written to, EngineError when the workers cannot start.
    """
    done = prepare_folder(folder, existing, fingerprint(config))
    if done:
        return done
    run = _Run(sources, config, on_page)
    with Journal(folder) as journal:
        tasks = number_pages(read_pages(sources, fetch_policy(config)))
        ends, tasks = run.skip_done(journal, tasks)
        with RunFiles(folder, ends) as files:
            write_manifest(folder, run.manifest(complete=False))
            try:
                for key, page in run.pages(tasks, maker):
                    files.write(page)
                    journal.add(key, page, files.ends)
                    run.count(page)
            except BaseException:
                files.cut()
                write_manifest(folder, run.manifest(complete=False))
                raise
        manifest = run.manifest(complete=True)
        write_manifest(folder, manifest)
        journal.remove()
    return manifest


def extract_to_stream(
    sources: Sequence[str],
    out: BinaryIO,
    config: RunConfig,
    *,
    on_page: OnPage = lambda page: None,
    maker: str = LINES_WORK,
) -> Manifest:
    """Write one line of JSON for each page to `out`, as soon as it is done; return what the manifest would say."""
    run = _Run(sources, config, on_page)
    for _, page in run.pages(number_pages(read_pages(sources, fetch_policy(config))), maker):
        out.write(page.joined())
        out.flush()
        run.count(page)
    return run.manifest(complete=True)


def fetch_policy(config: RunConfig) -> FetchPolicy:
    """Return how a run fetches the addresses among its sources."""
    return FetchPolicy(allow_private=config.allow_private, cache=config.cache)


class _Run:
    """The state of a run in this process: its totals and its clock."""

    def __init__(self, sources: Sequence[str], config: RunConfig, on_page: OnPage) -> None:
        self._sources = list(sources)
        self._config = config
        self._on_page = on_page
        self._tally = Tally()
        self._finder = DuplicateFinder()
        self._started = time.monotonic()
        self._first: float | None = None
        self._skipped = 0

    def skip_done(self, journal: Journal, tasks: Tasks) -> tuple[Ends, Tasks]:
        """Return where the record files end, and the tasks that are left to do.

        Inputs are done as long as uri and bytes are those of the journal, in its order; from the first that differs
        on, everything is done again, so that the result is that of a run without interruption.
        """
        ends: Ends = (0, 0, 0, 0)
        kept = 0
        for entry, journal_end in journal.entries():
            task = next(tasks, None)
            if task is None or key_of(task) != entry.key:
                tasks = tasks if task is None else chain([task], tasks)
                break
            ends, kept = entry.ends, journal_end
            page = entry.page()
            self._finder.original(page.article, page.signature)
            self.count(page)
            self._skipped += 1
        journal.cut(kept)
        return ends, tasks

    def pages(self, tasks: Tasks, maker: str) -> Iterator[tuple[Key, PageLines]]:
        """Yield the lines of each input, in input order."""
        config = self._config
        results = ENGINES[config.engine](
            tasks,
            WorkSpec(maker, (config,)),
            workers=config.workers,
            page_seconds=config.page_seconds,
            memory_mb=config.page_memory_mb,
        )
        with closing(self._finder), closing(results):  # type: ignore[type-var]
            for key, result in results:
                yield key, render(result) if isinstance(result, Reject) else self._marked(result)

    def _marked(self, page: PageLines) -> PageLines:
        original = self._finder.original(page.article, page.signature)
        return page.marked_duplicate(original) if original else page

    def count(self, page: PageLines) -> None:
        """Count an input that is done, and tell who listens."""
        self._tally.add(page)
        if self._first is None and page.counts.get("articles"):
            self._first = time.monotonic() - self._started
        self._on_page(page)

    def manifest(self, *, complete: bool) -> Manifest:
        """Return the manifest as of now; its timings are those of this process alone."""
        seconds = time.monotonic() - self._started
        timings = {"seconds": round(seconds, 3)}
        if self._first is not None:
            timings["first_record_seconds"] = round(self._first, 3)
        timings["pages_per_second"] = round((self._tally.inputs - self._skipped) / seconds, 3) if seconds else 0.0
        settings = self._config.model_dump(mode="json") | {"sources": self._sources}
        return Manifest(
            complete=complete,
            versions=versions(),
            settings=settings | {"fingerprint": fingerprint(self._config)},
            inputs=self._tally.inputs,
            counts=self._tally.totals(),
            facts_by_type=self._tally.totals_by_type(),
            rejects_by_stage=self._tally.totals_by_stage(),
            timings=timings,
        )
