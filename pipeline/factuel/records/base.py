"""What every record shares: closed, frozen, exact numbers."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema

SCHEMA_VERSION: Final = "1.0"


class Record(BaseModel):
    """A frozen record that refuses unknown keys; keys are written in the order they are declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


def json_number(value: Decimal) -> int | float:
    """Return `value` as the shortest JSON number that says it: 190 rather than 190.0, 1237854.74."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal, PlainSerializer(json_number, return_type=int | float, when_used="json"), WithJsonSchema({"type": "number"})
]


def content_id(prefix: str, *parts: str) -> str:
    """Return `prefix-` and 16 hexadecimal digits of the SHA-256 of the parts, the same for the same parts."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:16]}"
