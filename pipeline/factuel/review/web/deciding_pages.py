"""The desk: the next fact, a fact by its name, and what a curator does with it."""

from __future__ import annotations

from typing import get_args

from starlette.responses import Response

from factuel.records import FACT, RejectReason
from factuel.review.claims import take
from factuel.review.corrections import corrected
from factuel.review.deciding import ReviewError, Verdict, decide, item_of
from factuel.review.entities import article_entities
from factuel.review.items import shown_fact
from factuel.review.queue import next_item
from factuel.review.typed import read_whole
from factuel.review.undoing import undo
from factuel.review.web.showing import article_of, show_item
from factuel.review.web.visits import Visit, said, status_of


def show_next(visit: Visit) -> Response:
    """Show the next fact of the queue; after a fact, or before one, when the address says so."""
    query = visit.request.query_params
    after, back = query.get("after", ""), "back" in query
    with visit.desk.database.writing() as connection:
        item = next_item(connection, visit.filters, visit.curator, after, back=back)
        if item is None and after:
            item = next_item(connection, visit.filters, visit.curator)
    return show_item(visit, item)


def show_fact(visit: Visit) -> Response:
    """Show a fact, and hold it unless somebody else does."""
    item = visit.request.path_params["item"]
    with visit.desk.database.writing() as connection:
        item_of(connection, item)
        take(connection, item, visit.curator)
    return show_item(visit, item)


def decide_fact(visit: Visit) -> Response:
    """Write a decision and show the next fact; or why it was not written, with the fact as it is now."""
    item = visit.request.path_params["item"]
    try:
        with visit.desk.database.writing() as connection:
            verdict = _verdict(visit, item)
            decide(connection, visit.curator, item, _version(visit), verdict)
            following = next_item(connection, visit.filters, visit.curator, item)
            following = following or next_item(connection, visit.filters, visit.curator)
    except ReviewError as error:
        return show_item(visit, item, status=status_of(error), problem=said(visit.words, error))
    if not visit.partial:
        return visit.go("/")
    return show_item(visit, following, visit.words(f"said_{verdict.kind}"))


def _version(visit: Visit) -> int:
    version = read_whole(visit.form.get("version", ""))
    if version is None:
        raise ReviewError("bad_form")
    return version


def _verdict(visit: Visit, item: str) -> Verdict:
    kind = visit.form.get("kind", "")
    comment = visit.form.get("comment", "")[:1000] or None
    if kind == "accept":
        return Verdict("accept", comment=comment)
    if kind == "reject":
        reason = visit.form.get("reason", "other")
        known = reason if reason in get_args(RejectReason) else "other"
        return Verdict("reject", reason=known, comment=comment)  # type: ignore[arg-type]
    if kind not in ("correct", "keep"):
        raise ReviewError("bad_form")
    with visit.desk.database.reading() as connection:
        row = item_of(connection, item)
        if kind == "keep":
            return Verdict("correct", FACT.validate_json(row.current_record) if row.current_record else None)
        shown = shown_fact(row)
        if shown is None:
            raise ReviewError("no_such_fact")
        article = article_of(connection, row.article_id)
        entities, _ = article_entities(connection, row.article_id)
    fact, new = corrected(shown, article, entities, visit.form)
    return Verdict("correct", fact, comment=comment, new_entities=new)


def undo_last(visit: Visit) -> Response:
    """Take back the curator's last action, and show the fact that it was about."""
    with visit.desk.database.writing() as connection:
        item = undo(connection, visit.curator)
        if item is None or not item_of(connection, item).present:
            item = visit.form.get("item") or next_item(connection, visit.filters, visit.curator)
        if item:
            take(connection, item, visit.curator)
    if not visit.partial:
        return visit.go(f"/fact/{item}" if item else "/")
    return show_item(visit, item, visit.words("said_undo"))
