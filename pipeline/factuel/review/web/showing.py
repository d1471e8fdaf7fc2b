"""The page of one fact: read from the database, and made ready for the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from starlette.responses import Response

from factuel.records import FACT, Article, DateMention, Fact, Measure
from factuel.review.claims import holder
from factuel.review.deciding import MissingError, item_of
from factuel.review.entities import article_entities, with_entities
from factuel.review.fields import Field, fields_of
from factuel.review.history import judgements
from factuel.review.items import shown_fact
from factuel.review.marking import paragraphs
from factuel.review.queue import progress
from factuel.review.sentences import date_in_words, measure_in_words, plain_sentence, said, sentence
from factuel.review.tables import ARTICLE
from factuel.review.web.visits import Visit

REASONS = ("not_said", "wrong_type", "wrong_participant", "wrong_value", "duplicate", "not_useful")
"""The reasons of a rejection, in the order of their keys from 1."""


@dataclass(frozen=True)
class FilledField:
    """A field of a form with its value as it is typed, and as it is normalised (empty for what needs no reading)."""

    field: Field
    typed: str
    normal: str = ""


def show_item(visit: Visit, item: str | None, message: str = "", status: int = 200, problem: str = "") -> Response:
    """Return the desk with a fact, or with the end of the queue for None."""
    with visit.desk.database.reading() as connection:
        shared = {
            "message": message,
            "problem": problem,
            "progress": progress(connection, visit.filters, visit.curator),
        }
        if item is None:
            return visit.page("empty.html", status, **shared)
        values = item_values(connection, visit, item)
    return visit.page("fact.html", status, **(shared | values))


def item_values(connection: sa.Connection, visit: Visit, item: str) -> dict[str, Any]:
    """Return what the template needs to show a fact; raises MissingError."""
    row = item_of(connection, item)
    shown = shown_fact(row)
    if shown is None:
        raise MissingError("no_such_fact")
    article = article_of(connection, row.article_id)
    entities, merged = article_entities(connection, row.article_id)
    fact = with_entities(shown, entities, merged)
    language = visit.words.language
    return {
        "item": row,
        "fact": fact,
        "sentence": sentence(fact, language),
        "fields": filled_fields(fact, visit),
        "article": article,
        "paragraphs": paragraphs(article, entities, fact),
        "entities": entities,
        "holder": holder(connection, item, visit.curator),
        "earlier": _earlier(connection, row, visit),
        "conflicting": _conflicting(connection, row, visit),
        "reasons": REASONS,
    }


def article_of(connection: sa.Connection, article_id: str) -> Article:
    """Return an article of the run; raises MissingError."""
    record = connection.scalar(sa.select(ARTICLE.c.record).where(ARTICLE.c.id == article_id))
    if record is None:
        raise MissingError("no_such_article")
    return Article.model_validate_json(record)


def filled_fields(fact: Fact, visit: Visit) -> list[FilledField]:
    """Return the fields of a fact with their values."""
    return [_filled(one, getattr(fact, one.name), visit) for one in fields_of(fact.type)]


def _filled(one: Field, value: Any, visit: Visit) -> FilledField:
    language = visit.words.language
    match value:
        case Measure():
            return FilledField(one, value.text, measure_in_words(value, language))
        case DateMention():
            return FilledField(one, value.text, date_in_words(value, language))
        case tuple():
            return FilledField(one, "\n".join(reference.name for reference in value))
    return FilledField(one, said(value, language))


def _earlier(connection: sa.Connection, row: Any, visit: Visit) -> dict[str, str] | None:
    """Return what was decided of the fact when an earlier version of the run said it otherwise."""
    if row.state != "changed":
        return None
    last = judgements(connection, [row.id])[row.id][-1]
    what = visit.words(last.kind)
    if row.current_record:
        what = plain_sentence(FACT.validate_json(row.current_record), visit.words.language)
    return {"who": last.curator, "what": what, "keep": "1" if row.current_record else ""}


def _conflicting(connection: sa.Connection, row: Any, visit: Visit) -> list[dict[str, str]]:
    """Return the judgements that differ."""
    if row.state != "conflict":
        return []
    return [
        {
            "who": one.curator,
            "what": visit.words(f"said_{one.kind}"),
            "record": plain_sentence(FACT.validate_json(one.record), visit.words.language) if one.record else "",
        }
        for one in judgements(connection, [row.id])[row.id]
    ]
