"""The contract: pydantic records that import nothing else of ours."""

from factuel.records.article import Article, Discarded, DiscardKind, PageType, Source
from factuel.records.base import SCHEMA_VERSION, Number, Record, content_id
from factuel.records.date import DateMention, Grain, Modifier, ResolvedBy
from factuel.records.decision import Decision, DecisionKind, EntityChange, RejectReason
from factuel.records.entity import Entity, EntityRef, EntityType, Link, Mention
from factuel.records.fact import (
    FACT,
    FACT_TYPES,
    Agreement,
    Event,
    Evidence,
    Fact,
    FactBase,
    Factuality,
    Figure,
    Investment,
    Location,
    Membership,
    Quotation,
    Role,
    SiteChange,
)
from factuel.records.measure import Bound, Direction, FigureMention, Measure, MeasureKind, Span
from factuel.records.page import PageMetadata, RawPage
from factuel.records.quotation import QuotationMention, QuotationStyle, Quote
from factuel.records.run import Extraction, Manifest, Reject, Stage

__all__ = [
    "FACT",
    "FACT_TYPES",
    "SCHEMA_VERSION",
    "Agreement",
    "Article",
    "Bound",
    "DateMention",
    "Decision",
    "DecisionKind",
    "Direction",
    "DiscardKind",
    "Discarded",
    "Entity",
    "EntityChange",
    "EntityRef",
    "EntityType",
    "Event",
    "Evidence",
    "Extraction",
    "Fact",
    "FactBase",
    "Factuality",
    "Figure",
    "FigureMention",
    "Grain",
    "Investment",
    "Link",
    "Location",
    "Manifest",
    "Measure",
    "MeasureKind",
    "Membership",
    "Mention",
    "Modifier",
    "Number",
    "PageMetadata",
    "PageType",
    "Quotation",
    "QuotationMention",
    "QuotationStyle",
    "Quote",
    "RawPage",
    "Record",
    "Reject",
    "RejectReason",
    "ResolvedBy",
    "Role",
    "SiteChange",
    "Source",
    "Span",
    "Stage",
    "content_id",
]
