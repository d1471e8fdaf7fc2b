"""What a run leaves beside its facts: rejects and the manifest."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from factuel.records.article import Article
from factuel.records.base import SCHEMA_VERSION, Record
from factuel.records.entity import Entity
from factuel.records.fact import Fact

Stage = Literal["corpus", "cleaning", "annotation", "facts", "outputs"]


class Reject(Record):
    """An input that gave no article: where it came from, the stage that gave up, and why in words."""

    source: str
    stage: Stage
    error: str
    message: str


class Extraction(Record):
    """All that one page gives."""

    article: Article
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()


class Manifest(Record):
    """A run, described: versions, settings, counts by stage and type, seconds, and whether it is complete."""

    schema_version: str = SCHEMA_VERSION
    complete: bool
    versions: dict[str, str]
    settings: dict[str, Any]
    inputs: int = Field(ge=0)
    counts: dict[str, int]
    facts_by_type: dict[str, int]
    rejects_by_stage: dict[str, int]
    timings: dict[str, float]
