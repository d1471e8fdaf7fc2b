"""The whole program on pages of its own: what is written is valid, grounded, and the same however it is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factuel.outputs.reading import read_run
from factuel.outputs.rendering import FILES
from factuel.outputs.schema import schema_text
from factuel.records import Extraction, Manifest
from factuel.runs.extraction import extract_to_folder
from factuel.runs.settings import RunConfig

ROOT = Path(__file__).parents[2]
SOURCES = [str(path) for path in sorted((ROOT / "corpus" / "gold" / "dev").glob("*.gold"))[:6]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runs")


@pytest.fixture(scope="module")
def manifest(folder: Path) -> Manifest:
    return extract_to_folder(SOURCES, folder / "one", RunConfig())


@pytest.fixture(scope="module")
def extractions(manifest: Manifest, folder: Path) -> list[Extraction]:
    return list(read_run(folder / "one"))


def test_every_page_gives_an_article_with_entities_and_facts(manifest: Manifest, extractions: list[Extraction]) -> None:
    assert manifest.counts["rejects"] == manifest.counts["facts_ungrounded"] == 0
    assert len(extractions) == len(SOURCES) == 6
    assert all(extraction.entities and extraction.facts for extraction in extractions)


def test_every_line_fits_the_shipped_schema(manifest: Manifest, folder: Path) -> None:
    for name, record in (("articles", "article"), ("entities", "entity"), ("facts", "fact"), ("rejects", "reject")):
        validator = Draft202012Validator(json.loads(schema_text(record)))
        for line in (folder / "one" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            validator.validate(json.loads(line))
    written = json.loads((folder / "one" / "manifest.json").read_text(encoding="utf-8"))
    Draft202012Validator(json.loads(schema_text("manifest"))).validate(written)


def test_every_span_is_what_the_article_says(extractions: list[Extraction]) -> None:
    for extraction in extractions:
        text = extraction.article.text
        spans = [mention for entity in extraction.entities for mention in entity.mentions]
        spans += [fact.evidence for fact in extraction.facts]
        assert all(text[span.start : span.end] == span.text for span in spans)


def test_every_reference_is_to_an_entity_of_the_article(extractions: list[Extraction]) -> None:
    for extraction in extractions:
        known = {entity.id for entity in extraction.entities}
        assert len(known) == len(extraction.entities)
        for fact in extraction.facts:
            assert fact.article_id == extraction.article.id
            assert _referred(fact.model_dump()) <= known
        assert len({fact.id for fact in extraction.facts}) == len(extraction.facts)


def test_two_workers_write_the_same_bytes(manifest: Manifest, folder: Path) -> None:
    extract_to_folder(SOURCES, folder / "two", RunConfig(workers=2))
    for name in FILES:
        assert (folder / "one" / f"{name}.jsonl").read_bytes() == (folder / "two" / f"{name}.jsonl").read_bytes(), name


def _referred(value: object) -> set[str]:
    """Return all entity identifiers anywhere in a record."""
    if isinstance(value, dict):
        own = {value["entity_id"]} if value.get("entity_id") else set()
        return own.union(*map(_referred, value.values()))
    return set().union(*map(_referred, value)) if isinstance(value, list | tuple) else set()
