"""Work that needs no model: a page of words becomes an article, some words make trouble. Workers import it by name."""

from __future__ import annotations

import hashlib
import os
import signal
import time

from factuel.outputs.rendering import PageLines, render
from factuel.records import Article, Entity, Event, Evidence, Extraction, Mention, Reject, Source, content_id
from factuel.runs.settings import RunConfig
from factuel.runs.task import PageTask, Work


def fake_extraction(text: str, uri: str = "a.txt", occurrence: int = 1) -> Extraction:
    """Return an article of `text` with one entity, its first word, and one event, all of it."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article_id = content_id("a", sha256, *([str(occurrence)] if occurrence > 1 else []))
    word = text.split()[0]
    article = Article(
        id=article_id,
        source=Source(uri=uri, sha256=sha256, media_type="text/plain"),
        url=None,
        site=None,
        title=None,
        published=None,
        modified=None,
        language="fr",
        text=text,
    )
    at = text.index(word)
    mention = Mention(text=word, start=at, end=at + len(word))
    entity = Entity(
        id=content_id("e", article_id), article_id=article_id, type="misc", name=word, mentions=(mention,), confidence=1
    )
    evidence = Evidence(text=text, start=0, end=len(text), sentence_start=0, sentence_end=len(text))
    fact = Event(
        id=content_id("f", article_id),
        article_id=article_id,
        evidence=evidence,
        name=word,
        confidence=0.5,
        extractor="fake",
    )
    return Extraction(article=article, entities=(entity,), facts=(fact,))


def fake_records() -> Work:
    """Return work that gives extractions."""
    return _extract


def fake_lines(config: RunConfig) -> Work:
    """Return work that gives lines, and follows the page when it asks for trouble."""

    def work(task: PageTask) -> PageLines:
        return render(_extract(task), config.min_confidence)

    return work


def broken_maker(config: RunConfig) -> Work:
    """Fail to load, as with a model that is not installed."""
    raise OSError("the model is not installed")


def dying_maker(config: RunConfig) -> Work:
    """End the process while loading."""
    os._exit(9)


def _extract(task: PageTask) -> Extraction | Reject:
    text = task.page.content.decode("utf-8")
    if text.startswith("HANG"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        time.sleep(600)
    if text.startswith("SLOW"):
        time.sleep(0.3)
    if text.startswith("EXIT"):
        os._exit(3)
    if text.startswith("KILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    if text.startswith("RAISE"):
        raise ValueError("broken promise")
    if text.startswith("MEMORY"):
        bytearray(20_000_000_000)
    if text.startswith("REJECT"):
        return Reject(source=task.key.uri, stage="cleaning", error="no_text", message="the page has no text")
    return fake_extraction(text, task.key.uri, task.occurrence)
