"""The work of a run: pages to records, and to the lines of a run folder. Loading it loads the French model."""

from __future__ import annotations

from factuel.assembly import extract_page, load_pipeline
from factuel.outputs.rendering import PageLines, render
from factuel.records import Extraction, Reject
from factuel.runs.settings import RunConfig
from factuel.runs.task import PageTask, Work


def records_work() -> Work:
    """Return the work that turns a page into its Extraction or Reject."""
    pipeline = load_pipeline()

    def extract(task: PageTask) -> Extraction | Reject:
        return extract_page(pipeline, task.page, occurrence=task.occurrence)

    return extract


def lines_work(config: RunConfig) -> Work:
    """Return the work that turns a page into the lines it adds to a run folder."""
    pipeline = load_pipeline()
    published = config.published.isoformat() if config.published else None

    def extract(task: PageTask) -> PageLines:
        result = extract_page(pipeline, task.page, published=published, occurrence=task.occurrence)
        return render(result, config.min_confidence)

    return extract
