"""A corrected or added fact, from the form that a curator filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any, Final, get_args

from pydantic import ValidationError

from factuel.records import (
    FACT,
    FACT_CLASSES,
    Article,
    DateMention,
    Entity,
    EntityChange,
    EntityRef,
    EntityType,
    Evidence,
    Fact,
    Measure,
    Mention,
    Quote,
    Span,
    content_id,
)
from factuel.review.deciding import ReviewError
from factuel.review.fields import Field, fields_of
from factuel.review.identity import folded
from factuel.review.selections import Form, selection, sentence_around
from factuel.review.typed import read_amount, read_date, read_number

CORRECTED: Final = "human:corrected"
ADDED: Final = "human:added"
"""`extractor` of facts that a curator corrected or added."""
_MOST_MENTIONS: Final = 500


@dataclass
class Filled:
    """A form being read: the article, its entities by name, and the entities that the form names for the first time."""

    article: Article
    entities: dict[str, Entity]
    form: Form
    evidence: Evidence
    new: list[EntityChange] = field(default_factory=list)


def corrected(fact: Fact, article: Article, entities: list[Entity], form: Form) -> tuple[Fact, list[EntityChange]]:
    """Return the fact as the form says it, and the entities that it names for the first time.

    A field that the form does not have, or has as it was shown, stays as it was. Raises ReviewError for a value that
    cannot be read.
    """
    evidence = _evidence(form, article, fact.evidence)
    filled = Filled(article, _by_name(entities), form, evidence)
    update: dict[str, Any] = {"evidence": evidence, "extractor": CORRECTED, "confidence": 1.0}
    for one in fields_of(fact.type):
        if one.name in form or f"{one.name}_start" in form:
            update[one.name] = _value(one, filled, getattr(fact, one.name))
    return _checked(fact.model_dump() | _dumped(update)), filled.new


def added(type_name: str, article: Article, entities: list[Entity], form: Form) -> tuple[Fact, list[EntityChange]]:
    """Return a new fact of a type from a form; the evidence is the selection. Raises ReviewError as `corrected`."""
    if type_name not in FACT_CLASSES:
        raise ReviewError("unreadable_choice", text=type_name, field="type")
    evidence = _evidence(form, article, None)
    filled = Filled(article, _by_name(entities), form, evidence)
    values: dict[str, Any] = {one.name: _value(one, filled, None) for one in fields_of(type_name)}
    values = {key: value for key, value in values.items() if value is not None}
    values |= {"type": type_name, "article_id": article.id, "evidence": evidence, "confidence": 1.0, "extractor": ADDED}
    parts = [repr(sorted((key, str(value)) for key, value in values.items()))]
    return _checked(_dumped(values) | {"id": content_id("f", article.id, type_name, "human", *parts)}), filled.new


def _dumped(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value.model_dump() if hasattr(value, "model_dump") else value for key, value in values.items()}


def _checked(values: dict[str, Any]) -> Fact:
    try:
        return FACT.validate_python(values)
    except ValidationError as error:
        where = [str(part) for part in error.errors()[0]["loc"]]
        raise ReviewError("field_missing", field=where[1] if len(where) > 1 else where[0]) from error


def _by_name(entities: list[Entity]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            found.setdefault(folded(name), entity)
    return found


def _value(one: Field, filled: Filled, old: Any) -> Any:
    typed = filled.form.get(one.name, "").strip()
    if one.widget == "span":
        return _span(one.name, filled, old)
    if not typed:
        if not one.optional:
            raise ReviewError("field_missing", field=one.name)
        return () if one.widget == "entities" else None
    match one.widget:
        case "entity":
            return _reference(typed, one.name, filled, old)
        case "entities":
            lines = [line.strip() for line in typed.splitlines() if line.strip()]
            known = {folded(reference.name): reference for reference in old or ()}
            return tuple(_reference(line, one.name, filled, known.get(folded(line))) for line in lines)
        case "amount":
            return _amount(typed, filled, old)
        case "date":
            return _date(typed, filled, old)
        case "number":
            return _number(typed)
        case "choice" if typed not in one.choices:
            raise ReviewError("unreadable_choice", text=typed, field=one.name)
    return typed


def _number(typed: str) -> Decimal:
    number = read_number(typed)
    if number is None:
        raise ReviewError("unreadable_number", text=typed)
    return number


def _evidence(form: Form, article: Article, old: Evidence | None) -> Evidence:
    span = selection(form, "evidence", article, old.start if old else 0)
    if span is None:
        if old is None:
            raise ReviewError("select_first")
        return old
    low, high = sentence_around(article.text, span.start, span.end)
    if old is not None and old.sentence_start <= span.start and span.end <= old.sentence_end:
        low, high = old.sentence_start, old.sentence_end
    return Evidence(**span.model_dump(), sentence_start=low, sentence_end=high)


def _span(name: str, filled: Filled, old: Any) -> Quote | None:
    span = selection(filled.form, name, filled.article, filled.evidence.start)
    if span is not None:
        return Quote(**span.model_dump())
    kept: Quote | None = old
    return kept or Quote(text=filled.evidence.text, start=filled.evidence.start, end=filled.evidence.end)


def _reference(typed: str, name: str, filled: Filled, old: Any) -> EntityRef:
    if isinstance(old, EntityRef) and folded(old.name) == folded(typed):
        return old
    known = filled.entities.get(folded(typed))
    if known is not None:
        return EntityRef(entity_id=known.id, name=known.name)
    kind = filled.form.get(f"{name}_type", "")
    typed = " ".join(typed.split())
    if kind not in get_args(EntityType):
        return EntityRef(entity_id=None, name=typed)
    entity_id = content_id("e", filled.article.id, kind, folded(typed), "human")
    mentions = _mentions(typed, filled)
    change = EntityChange.model_validate(
        {"change": "create", "entity_ids": (entity_id,), "name": typed, "type": kind, "mentions": mentions}
    )
    if change not in filled.new:
        filled.new.append(change)
    return EntityRef(entity_id=entity_id, name=typed)


def _mentions(name: str, filled: Filled) -> tuple[Mention, ...]:
    """Return where the article has the name; else the evidence, whose words stand for it."""
    places = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", filled.article.text)
    found = tuple(Mention(text=m[0], start=m.start(), end=m.end()) for m in islice(places, _MOST_MENTIONS))
    evidence = filled.evidence
    return found or (Mention(text=evidence.text, start=evidence.start, end=evidence.end),)


def _amount(typed: str, filled: Filled, old: Measure | None) -> Measure:
    """Return the measure that was typed; its span is where the sentence has these words, else where the old one was."""
    if old is not None and folded(old.text) == folded(typed):
        return old
    found = read_amount(typed)
    if found is None:
        raise ReviewError("unreadable_amount", text=typed)
    return found.measure.model_copy(update=_place(found.measure.text, filled, old))


def _date(typed: str, filled: Filled, old: DateMention | None) -> DateMention:
    if old is not None and folded(old.text) == folded(typed):
        return old
    found = read_date(typed, filled.article.published)
    if found is None:
        raise ReviewError("unreadable_date", text=typed)
    return found.model_copy(update=_place(found.text, filled, old))


def _place(words: str, filled: Filled, old: Span | None) -> dict[str, Any]:
    evidence, text = filled.evidence, filled.article.text
    at = text.find(words, evidence.sentence_start, evidence.sentence_end)
    if at >= 0:
        return {"text": words, "start": at, "end": at + len(words)}
    span = old or evidence
    return {"text": span.text, "start": span.start, "end": span.end}
