"""The facts of the desk: one row a fact, kept in step with the history."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any, Final

import sqlalchemy as sa

from factuel.models import unaccented
from factuel.records import FACT, Fact
from factuel.review.counts import shift
from factuel.review.history import chunks, judgements, last_number
from factuel.review.identity import content_key, moved
from factuel.review.participants import participant_names
from factuel.review.state import TODO, settle
from factuel.review.tables import ARTICLE, ITEM, PARTICIPANT

Row = dict[str, Any]
_COLUMNS: Final = (
    *(ITEM.c[name] for name in ("id", "article_id", "content", "extracted", "needed", "state", "present")),
    ARTICLE.c.record.label("article"),
)


def item_row(fact: Fact, item: str, position: int, *, teaches: float, contradicted: bool, needed: int) -> Row:
    """Return the row of a fact that the run has, undecided."""
    return described(fact) | {
        "id": item,
        "position": position,
        "teaches": teaches,
        "contradicted": int(contradicted),
        "extracted": fact.model_dump_json(),
        "present": 1,
        "needed": needed,
        "todo": 1,
        "state": "open",
        "version": 0,
        "current_record": None,
    }


def described(fact: Fact) -> Row:
    """Return the columns by which a fact is found and shown."""
    names = participant_names(fact)
    return {
        "fact_id": fact.id,
        "article_id": fact.article_id,
        "type": fact.type,
        "start_char": fact.evidence.start,
        "end_char": fact.evidence.end,
        "content": content_key(fact),
        "factuality": fact.factuality,
        "confidence": fact.confidence,
        "entity": names[0] if names else "",
        "words": searchable(" ".join((fact.evidence.text, *names))),
    }


def searchable(words: str) -> str:
    """Return words as the search compares them: no case, no accents, no null characters, one space between."""
    return " ".join(map(unaccented, words.replace("\0", " ").split()))


def participant_rows(fact: Fact, item: str) -> list[Row]:
    """Return the rows by which the fact is found from its participants."""
    return [{"name": name, "item": item} for name in participant_names(fact)]


def refresh(connection: sa.Connection, items: Collection[str]) -> None:
    """Bring the rows of items in step with the history and the texts; inside `Database.writing`."""
    made = judgements(connection, items)
    for chunk in chunks(sorted(items)):
        query = (
            sa.select(*_COLUMNS)
            .select_from(ITEM.outerjoin(ARTICLE, ARTICLE.c.id == ITEM.c.article_id))
            .where(ITEM.c.id.in_(chunk))
        )
        for row in connection.execute(query).all():
            _refresh_one(connection, row, made.get(row.id, []))


def shown_fact(row: Any) -> Fact | None:
    """Return the fact to show of a row: what curators hold, or what the run says now if that is news."""
    news = row.extracted and (row.state == "changed" or not row.current_record)
    record = row.extracted if news else row.current_record
    return FACT.validate_json(record) if record else None


def _refresh_one(connection: sa.Connection, row: Any, made: Sequence[Any]) -> None:
    standing = settle(made, row.content if row.extracted else None, row.needed)
    state, record = standing.state, standing.record
    fact = FACT.validate_json(record) if record else None
    update: Row = {"state": state, "todo": int(state in TODO), "version": last_number(connection, row.id)}
    if fact is not None:
        fact = moved(fact, article_text(row.article), row.article_id) if row.article else None
        record = fact.model_dump_json() if fact else None
    update["current_record"] = record
    if row.extracted is None:
        update |= {"present": int(fact is not None), "todo": 0}
        if fact is not None:
            update |= described(fact)
            _index_participants(connection, fact, row.id)
    connection.execute(sa.update(ITEM).where(ITEM.c.id == row.id).values(update))
    present = update.get("present", row.present)
    shift(connection, row.state if row.present else None, state if present else None)


def _index_participants(connection: sa.Connection, fact: Fact, item: str) -> None:
    connection.execute(sa.delete(PARTICIPANT).where(PARTICIPANT.c.item == item))
    if rows := participant_rows(fact, item):
        connection.execute(sa.insert(PARTICIPANT), rows)


def article_text(record: str) -> str:
    """Return the text of an article's JSON."""
    text: str = json.loads(record)["text"]
    return text
