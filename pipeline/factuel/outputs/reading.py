"""Reading a run folder back: every line validated against its record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from factuel.outputs.run_folder import MANIFEST
from factuel.records import FACT, Article, Entity, Extraction, Fact, Manifest, Reject


class RunFolderError(ValueError):
    """A folder that is no run, or a line in it that is no record; the message names the file and the line."""


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a run; raises RunFolderError when there is none or it is broken."""
    path = folder / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise RunFolderError(f"{folder} is not a run folder: {MANIFEST}: {error.strerror}") from error
    except ValidationError as error:
        raise RunFolderError(f"{path}: {_first(error)}") from error


def read_articles(folder: Path) -> Iterator[Article]:
    """Yield the articles of a run, in their order."""
    return _records(folder / "articles.jsonl", TypeAdapter(Article))


def read_entities(folder: Path) -> Iterator[Entity]:
    """Yield the entities of a run, in the order of their articles."""
    return _records(folder / "entities.jsonl", TypeAdapter(Entity))


def read_facts(folder: Path) -> Iterator[Fact]:
    """Yield the facts of a run, in the order of their articles."""
    return _records(folder / "facts.jsonl", FACT)


def read_rejects(folder: Path) -> Iterator[Reject]:
    """Yield the rejects of a run, in their order."""
    return _records(folder / "rejects.jsonl", TypeAdapter(Reject))


def read_run(folder: Path) -> Iterator[Extraction]:
    """Yield the records of a run, an article at a time; holds one article's records in memory.

    The entities and facts of an article stand together, in the order of the articles, as the program writes them.
    """
    entities, facts = _Groups(read_entities(folder)), _Groups(read_facts(folder))
    for article in read_articles(folder):
        yield Extraction(
            article=article, entities=tuple(entities.take(article.id)), facts=tuple(facts.take(article.id))
        )


class _Groups:
    """The records of a file, taken article by article."""

    def __init__(self, records: Iterator[Any]) -> None:
        self._records = records
        self._next = next(records, None)

    def take(self, article_id: str) -> Iterator[Any]:
        while self._next is not None and self._next.article_id == article_id:
            yield self._next
            self._next = next(self._records, None)


def _records(path: Path, adapter: TypeAdapter[Any]) -> Iterator[Any]:
    try:
        lines = path.open("rb")
    except OSError as error:
        raise RunFolderError(f"{path}: {error.strerror}; is this a run folder?") from error
    with lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield adapter.validate_json(line)
            except ValidationError as error:
                raise RunFolderError(f"{path}, line {number}: {_first(error)}") from error


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
