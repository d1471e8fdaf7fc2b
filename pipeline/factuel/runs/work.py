"""The work of a run: pages to records, and to the lines of a run folder. Loading it loads the French model."""

from __future__ import annotations

from dataclasses import replace

from factuel.assembly import Pipeline, extract_page, load_pipeline
from factuel.outputs.rendering import PageLines, render
from factuel.records import Extraction, Reject
from factuel.runs.settings import RunConfig
from factuel.runs.signatures import signature
from factuel.runs.task import PageTask, Work


def records_work() -> Work:
    """Return the work that turns a page into its Extraction or Reject."""
    pipeline = load_pipeline()
    return lambda task: _extract(pipeline, task, None)


def lines_work(config: RunConfig) -> Work:
    """Return the work that turns a page into the lines it adds to a run folder."""
    pipeline = load_pipeline()
    published = config.published.isoformat() if config.published else None

    def work(task: PageTask) -> PageLines:
        result = _extract(pipeline, task, published)
        lines = render(result, config.min_confidence)
        return lines if isinstance(result, Reject) else replace(lines, signature=signature(result.article.text))

    return work


def _extract(pipeline: Pipeline, task: PageTask, published: str | None) -> Extraction | Reject:
    """Extract one page; the words it adds to the vocabulary are forgotten after it, so that memory stays flat."""
    with pipeline.nlp.memory_zone():
        return extract_page(pipeline, task.page, published=published, occurrence=task.occurrence)
