"""JSON Schemas of all records, generated from them; `outputs/schema/` has a copy that a test keeps in step."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from factuel.records import (
    FACT,
    FACT_CLASSES,
    Article,
    DateMention,
    Decision,
    Entity,
    Extraction,
    FigureMention,
    Manifest,
    Measure,
    QuotationMention,
    Record,
    Reject,
)


class _AsWritten(GenerateJsonSchema):
    """Schemas of records as they are written: every key is there, those with a default too."""

    def field_is_required(
        self, field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField, total: bool
    ) -> bool:
        """Say that every key is required."""
        return True


DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_RECORDS: Final[Mapping[str, type[Record]]] = {
    "article": Article,
    "entity": Entity,
    "reject": Reject,
    "manifest": Manifest,
    "extraction": Extraction,
    "decision": Decision,
    "measure": Measure,
    "figure_mention": FigureMention,
    "date_mention": DateMention,
    "quotation_mention": QuotationMention,
}
SCHEMAS: Final[Mapping[str, TypeAdapter[Any]]] = MappingProxyType(
    {"fact": FACT}
    | {name: TypeAdapter(record) for name, record in _RECORDS.items()}
    | {name: TypeAdapter(record) for name, record in FACT_CLASSES.items()}
)
"""Each schema by name: the files of a run folder, a decision of its review, the ten types of fact,
and what the `find_*` functions return."""


def schema_text(name: str) -> str:
    """Return the JSON Schema of a record as written to a run folder; raises KeyError for a name not in `SCHEMAS`."""
    schema = SCHEMAS[name].json_schema(mode="serialization", schema_generator=_AsWritten)
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> None:
    """Write each schema to `folder/NAME.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.json").write_text(schema_text(name), encoding="utf-8")
