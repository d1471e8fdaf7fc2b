"""Facts that the run missed, names that are one or two, and what typed words are read as."""

from __future__ import annotations

from typing import get_args

import sqlalchemy as sa
from starlette.responses import HTMLResponse, Response

from factuel.records import FACT_CLASSES, Article, Entity, EntityChange, EntityType, Mention, Span, content_id
from factuel.review.claims import take
from factuel.review.corrections import added
from factuel.review.deciding import ReviewError, add, change_entities
from factuel.review.entities import article_entities
from factuel.review.fields import Field, fields_of
from factuel.review.identity import folded
from factuel.review.selections import selection
from factuel.review.sentences import date_in_words, measure_in_words
from factuel.review.tables import ENTITY
from factuel.review.typed import read_amount, read_date
from factuel.review.web.showing import FilledField, article_of, show_item
from factuel.review.web.visits import Visit

_FIRST_OF = {
    "person": ("person", "speaker"),
    "organisation": ("organisation", "subject", "investor", "entity", "member", "organiser"),
    "place": ("place", "location"),
}
_MOST_NAMES = 30


def add_form(visit: Visit) -> Response:
    """Show the form of a new fact of a type, filled in from the selected words as far as they say."""
    query = visit.request.query_params
    kind = query.get("type", "")
    with visit.desk.database.reading() as connection:
        article = article_of(connection, query.get("article", ""))
        entities, _ = article_entities(connection, article.id)
    span = selection(query, "evidence", article)
    if span is None or kind not in FACT_CLASSES:
        raise ReviewError("select_first")
    inside = [one for one in entities if one.name in span.text or any(_within(m, span) for m in one.mentions)]
    fields = [_guess(one, kind, span.text, inside, article) for one in fields_of(kind)]
    return visit.page("add.html", fields=fields, kind=kind, span=span, article=article, entities=entities)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _guess(one: Field, kind: str, words: str, inside: list[Entity], article: Article) -> FilledField:
    if one.widget == "amount" and (found := read_amount(words)):
        return FilledField(one, found.measure.text)
    if one.widget == "date" and (date := read_date(words, article.published)):
        return FilledField(one, date.text)
    if one.widget == "entities":
        return FilledField(one, "\n".join(entity.name for entity in inside if entity.type == "organisation"))
    if one.widget == "entity":
        types = [name for name, names in _FIRST_OF.items() if one.name in names]
        first = next((entity.name for entity in inside if entity.type in types), "")
        return FilledField(one, first)
    if one.name == "title" or (one.name == "name" and kind == "event"):
        return FilledField(one, "")
    return FilledField(one, "direct" if one.name == "style" else "")


def add_fact(visit: Visit) -> Response:
    """Add a fact and show the one that was on the desk."""
    form = visit.form
    with visit.desk.database.writing() as connection:
        article = article_of(connection, form.get("article", ""))
        entities, _ = article_entities(connection, article.id)
        fact, new = added(form.get("fact_type", ""), article, entities, form)
        item = add(connection, visit.curator, fact, new)
    if not visit.partial:
        return visit.go(f"/fact/{item}")
    return show_item(visit, form.get("item") or item, visit.words("said_add"))


def change_names(visit: Visit) -> Response:
    """Merge, split or retype names, and show the fact that was on the desk."""
    form = visit.form
    with visit.desk.database.writing() as connection:
        article = article_of(connection, form.get("article", ""))
        entities, _ = article_entities(connection, article.id)
        change = _change(form, article, {one.id: one for one in entities})
        change_entities(connection, visit.curator, article.id, change)
        item = form.get("item", "")
        if item:
            take(connection, item, visit.curator)
    if not visit.partial:
        return visit.go(f"/fact/{item}" if item else "/")
    return show_item(visit, item or None, visit.words("said_entity"))


def _change(form: dict[str, str], article: Article, entities: dict[str, Entity]) -> EntityChange:
    entity = entities.get(form.get("entity", ""))
    if entity is None:
        raise ReviewError("field_missing", field="entity")
    kind = form.get("type") or entity.type
    if kind not in get_args(EntityType):
        raise ReviewError("unreadable_choice", text=kind, field="type")
    match form.get("change"):
        case "merge":
            other = entities.get(form.get("other", ""))
            if other is None or other.id == entity.id:
                raise ReviewError("field_missing", field="entity")
            ids = (other.id, entity.id)
            return EntityChange(change="merge", entity_ids=ids, name=other.name, type=other.type)
        case "split":
            return _split(form, article, entity, kind)
        case "retype":
            scope = "all" if form.get("scope") == "all" else "article"
            values = {"change": "retype", "scope": scope, "entity_ids": (entity.id,), "name": entity.name, "type": kind}
            return EntityChange.model_validate(values)
    raise ReviewError("bad_form")


def _split(form: dict[str, str], article: Article, entity: Entity, kind: str) -> EntityChange:
    span = selection(form, "split", article)
    if span is None:
        raise ReviewError("select_first")
    taken = tuple(m for m in entity.mentions if m.start < span.end and span.start < m.end)
    if not taken or len(taken) == len(entity.mentions):
        raise ReviewError("bad_selection")
    mentions = tuple(Mention(text=m.text, start=m.start, end=m.end) for m in taken)
    new_id = content_id("e", article.id, kind, folded(span.text), entity.id, "split")
    values = {"change": "split", "entity_ids": (new_id, entity.id), "name": " ".join(span.text.split()), "type": kind}
    return EntityChange.model_validate(values | {"mentions": mentions})


def read_typed(visit: Visit) -> Response:
    """Return what a typed amount or date is read as, normalised."""
    query = visit.request.query_params
    typed = query.get("typed", "") or next((value for key, value in query.items() if key not in _NOT_TYPED), "")
    words = visit.words
    if query.get("as") == "amount":
        found = read_amount(typed)
        read = measure_in_words(found.measure, words.language) if found else words("unreadable_amount", text=typed)
    else:
        date = read_date(typed, query.get("published") or None)
        read = date_in_words(date, words.language) if date else words("unreadable_date", text=typed)
    return visit.page("read.html", read=read if typed.strip() else "")


_NOT_TYPED = frozenset({"as", "published"})


def entity_names(visit: Visit) -> Response:
    """Return names of the run that begin like what was typed, as options."""
    typed = next(iter(visit.request.query_params.values()), "")[:100].strip()
    if len(typed) < 2:
        return HTMLResponse("")
    query = sa.select(ENTITY.c.name).where(ENTITY.c.folded.startswith(folded(typed), autoescape=True)).distinct()
    with visit.desk.database.reading() as connection:
        names = list(connection.scalars(query.order_by(ENTITY.c.name).limit(_MOST_NAMES)))
    return visit.page("names.html", names=names)
