"""The fields of each type of fact, as a form shows them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from factuel.records import FACT_CLASSES, DateMention, EntityRef, FactBase, Measure, Quote

Widget = Literal["entity", "entities", "amount", "date", "span", "choice", "number", "text"]
_COMMON: Final = ("factuality", "attribution", "time", "place")
_WIDGETS: Final[tuple[tuple[Any, Widget], ...]] = (
    (EntityRef, "entity"),
    (Measure, "amount"),
    (DateMention, "date"),
    (Quote, "span"),
    (Decimal, "number"),
)


@dataclass(frozen=True)
class Field:
    """A field: how it is typed, whether it may be empty, and what may be chosen."""

    name: str
    widget: Widget
    optional: bool
    choices: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The key of its name in the interface."""
        return {"title": "title_field"}.get(self.name, self.name)


@cache
def fields_of(type_name: str) -> tuple[Field, ...]:
    """Return the fields of a type that a curator can correct, its own first; raises KeyError for no type."""
    record = FACT_CLASSES[type_name]
    own = [name for name in record.model_fields if name not in FactBase.model_fields]
    return tuple(_field(record, name) for name in (*own, *_COMMON))


def _field(record: type[FactBase], name: str) -> Field:
    annotation = record.model_fields[name].annotation
    parts = get_args(annotation)
    optional = NoneType in parts
    plain = next((one for one in parts if one is not NoneType), annotation) if optional else annotation
    if get_origin(plain) is Annotated:
        plain = get_args(plain)[0]
    if get_origin(plain) is Literal:
        return Field(name, "choice", optional, tuple(map(str, get_args(plain))))
    if get_origin(plain) is tuple:
        return Field(name, "entities", optional=name == "participants")
    return Field(name, next((widget for kind, widget in _WIDGETS if plain is kind), "text"), optional)
