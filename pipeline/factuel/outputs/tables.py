"""Records as flat tables, for formats that have no nesting: `measure.value`, `speaker.name`, lists joined by ` | `."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from factuel.outputs.reading import read_articles, read_entities, read_facts, read_rejects
from factuel.records import FACT_TYPES, Article, Entity, EntityRef, Link, Mention, Record, Reject
from factuel.records.base import json_number

Kind = Literal["text", "integer", "number", "flag"]
Value = str | int | float | bool | None
LIST_SEPARATOR: Final = " | "
_KINDS: Final[Mapping[Any, Kind]] = MappingProxyType({int: "integer", float: "number", Decimal: "number", bool: "flag"})
_NOT_FLAT: Final = {"discarded"}


@dataclass(frozen=True)
class Column:
    """A column: its dotted name is the path of keys in the record, its kind the type of its values, all nullable."""

    name: str
    kind: Kind


@dataclass(frozen=True)
class Table:
    """A table: its name, its columns, and how to read its records from a run folder."""

    name: str
    columns: tuple[Column, ...]
    read: Callable[[Path], Iterator[Record]]

    def rows(self, folder: Path) -> Iterator[dict[str, Value]]:
        """Yield the rows of a run: the value of each column that the record has, in the order of the records."""
        for record in self.read(folder):
            yield dict(_flatten(record, ""))


def _columns(record: type[Record], prefix: str) -> Iterator[Column]:
    for key, field in record.model_fields.items():
        if key in _NOT_FLAT:
            continue
        name, kind = prefix + (field.alias or key), _plain_type(field.annotation)
        if isinstance(kind, type) and issubclass(kind, Record):
            yield from _columns(kind, f"{name}.")
        else:
            yield Column(name, _KINDS.get(kind, "text"))


def _plain_type(annotation: Any) -> Any:
    """Return the type behind `X | None` and `Annotated[X, ...]`."""
    if get_origin(annotation) is Annotated:
        return _plain_type(get_args(annotation)[0])
    others = [argument for argument in get_args(annotation) if argument is not NoneType]
    return _plain_type(others[0]) if NoneType in get_args(annotation) else annotation


def _flatten(record: Record, prefix: str) -> Iterator[tuple[str, Value]]:
    for key, field in type(record).model_fields.items():
        value = getattr(record, key)
        name = prefix + (field.alias or key)
        if isinstance(value, Record):
            yield from _flatten(value, f"{name}.")
        elif value is not None and key not in _NOT_FLAT:
            yield name, _flat_value(value)


def _flat_value(value: Any) -> Value:
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(map(_list_item, value))
    plain: Value = json_number(value) if isinstance(value, Decimal) else value
    return plain


def _list_item(item: object) -> str:
    match item:
        case EntityRef(name=name):
            return name
        case Mention(start=start, end=end):
            return f"{start}-{end}"
        case Link(authority=authority, id=identifier):
            return f"{authority}:{identifier}"
    return str(item)


def _fact_columns() -> tuple[Column, ...]:
    return tuple(dict.fromkeys(column for kind in FACT_TYPES for column in _columns(kind, "")))


TABLES: Final = (
    Table("articles", tuple(_columns(Article, "")), read_articles),
    Table("entities", tuple(_columns(Entity, "")), read_entities),
    Table("facts", _fact_columns(), read_facts),
    Table("rejects", tuple(_columns(Reject, "")), read_rejects),
)
"""The tables of a run. `facts` has the columns of all types; a fact leaves those of the other types empty."""
