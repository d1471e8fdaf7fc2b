"""Facts: types that share an evidence, a factuality and an attribution."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from factuel.records.base import SCHEMA_VERSION, Number, Record
from factuel.records.date import DateMention
from factuel.records.entity import EntityRef
from factuel.records.measure import Measure, Span
from factuel.records.quotation import QuotationStyle, Quote

Factuality = Literal["asserted", "planned", "conditional", "hypothetical", "negated"]
Indicator = Literal["revenue", "operating_profit", "profit", "loss", "orders"]


class Evidence(Span):
    """The words that say the fact, and the sentence they stand in (`sentence_end` exclusive)."""

    sentence_start: int = Field(ge=0)
    sentence_end: int


class FactBase(Record):
    """The keys that every fact has; each type adds its own after them.

    `also_at` is where else the article says the fact: in its title, its standfirst, a later paragraph.
    """

    id: str
    schema_version: str = SCHEMA_VERSION
    type: str
    article_id: str
    evidence: Evidence
    factuality: Factuality = "asserted"
    attribution: EntityRef | None = None
    time: DateMention | None = None
    place: EntityRef | None = None
    confidence: float = Field(ge=0, le=1)
    extractor: str
    also_at: tuple[Span, ...] = ()


class Figure(FactBase):
    """A number, what it counts and about whom; `part_of` is the id of the figure that it is a part of ("dont 80")."""

    type: Literal["figure"] = "figure"
    measure: Measure
    of: str | None = None
    subject: EntityRef | None = None
    part_of: str | None = None


class Role(FactBase):
    """A named person's function."""

    type: Literal["role"] = "role"
    person: EntityRef
    title: str
    organisation: EntityRef | None = None
    status: Literal["current", "former", "appointed", "leaving"] = "current"


class Quotation(FactBase):
    """Who said what."""

    type: Literal["quotation"] = "quotation"
    speaker: EntityRef | None
    quote: Quote
    style: QuotationStyle
    cue: str | None = None


class Agreement(FactBase):
    """A contract, partnership or accord between parties."""

    type: Literal["agreement"] = "agreement"
    parties: tuple[EntityRef, ...]
    kind: str
    status: Literal["signed", "announced", "negotiated", "ended"]


class Investment(FactBase):
    """Money put by an investor into a recipient or a purpose."""

    type: Literal["investment"] = "investment"
    investor: EntityRef | None = None
    recipient: EntityRef | None = None
    amount: Measure | None = None
    purpose: str | None = None


class Event(FactBase):
    """Something that takes place at a time or place."""

    type: Literal["event"] = "event"
    name: str
    participants: tuple[EntityRef, ...] = ()
    organiser: EntityRef | None = None


class Location(FactBase):
    """Where an organisation is."""

    type: Literal["location"] = "location"
    entity: EntityRef
    location: EntityRef
    relation: Literal["headquarters", "site", "founded"]


class Membership(FactBase):
    """Who belongs to which group."""

    type: Literal["membership"] = "membership"
    member: EntityRef
    group: EntityRef
    relation: Literal["member", "subsidiary", "partner"]


class SiteChange(FactBase):
    """A site that opens, grows, shrinks, closes or moves."""

    type: Literal["site_change"] = "site_change"
    organisation: EntityRef | None = None
    change: Literal["opening", "extension", "reduction", "closure", "relocation"]
    what: str | None = None
    jobs: Number | None = None
    amount: Measure | None = None


class Result(FactBase):
    """What a company's accounts say of the period `time`: the `amount` of an `indicator`, and its `growth`."""

    type: Literal["result"] = "result"
    organisation: EntityRef
    indicator: Indicator
    amount: Measure
    growth: Measure | None = None


Fact = Annotated[
    Figure | Role | Quotation | Agreement | Investment | Event | Location | Membership | SiteChange | Result,
    Field(discriminator="type"),
]
FACT_TYPES: tuple[type[FactBase], ...] = (
    Figure,
    Role,
    Quotation,
    Agreement,
    Investment,
    Event,
    Location,
    Membership,
    SiteChange,
    Result,
)
FACT_CLASSES: dict[str, type[FactBase]] = {str(kind.model_fields["type"].default): kind for kind in FACT_TYPES}
"""The types by what their facts have as `type`, in the order of the contract."""
FACT: TypeAdapter[Fact] = TypeAdapter(Fact)


@cache
def participant_fields(kind: type[FactBase]) -> tuple[str, ...]:
    """Return the keys of a type that hold who and what takes part, in order: neither `attribution` nor `place`."""
    common = ("attribution", "place")
    fields = kind.model_fields.items()
    return tuple(key for key, field in fields if key not in common and "EntityRef" in str(field.annotation))
