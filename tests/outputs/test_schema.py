"""The shipped schemas are those of the records, and what is written fits them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factuel.outputs.schema import SCHEMAS, schema_text, write_schemas
from factuel.records import FACT_TYPES, Figure, Measure
from factuel.records.fact import Evidence

SHIPPED = Path(__file__).parents[2] / "outputs" / "schema"


def test_shipped_schemas_are_in_step_with_the_records() -> None:
    """Run `factuel schema --write outputs/schema` after a change of the records."""
    assert {path.stem for path in SHIPPED.iterdir()} == set(SCHEMAS)
    for name in SCHEMAS:
        assert (SHIPPED / f"{name}.json").read_text(encoding="utf-8") == schema_text(name), name


def test_every_fact_type_has_a_schema() -> None:
    assert {kind.model_fields["type"].default for kind in FACT_TYPES} < set(SCHEMAS)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_text(name)))


def test_written_fact_fits_its_schema_and_a_lesser_one_does_not() -> None:
    measure = Measure(text="12 M€", start=0, end=5, kind="money", value="12000000", unit="EUR")  # type: ignore[arg-type]
    evidence = Evidence(text="12 M€", start=0, end=5, sentence_start=0, sentence_end=5)
    fact = Figure(id="f-1", article_id="a-1", evidence=evidence, confidence=0.9, extractor="figure", measure=measure)
    row = json.loads(fact.model_dump_json())
    for name in ("figure", "fact"):
        validator = Draft202012Validator(json.loads(schema_text(name)))
        assert validator.is_valid(row)
        assert not validator.is_valid({key: value for key, value in row.items() if key != "attribution"})
        assert not validator.is_valid(row | {"colour": "red"})


def test_write_schemas_makes_the_folder(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new" / "schema")
    assert len(list((tmp_path / "new" / "schema").iterdir())) == len(SCHEMAS)
