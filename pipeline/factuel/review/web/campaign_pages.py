"""The campaign: the list of facts, orphaned decisions, curators, assignment, agreement."""

from __future__ import annotations

from typing import Any

from starlette.responses import RedirectResponse, Response

from factuel.records import FACT
from factuel.review.campaign import assign, curators, free_articles, remember
from factuel.review.deciding import ReviewError
from factuel.review.items import shown_record
from factuel.review.kappa import agreements
from factuel.review.queue import PAGE, orphans, page_of_items, progress
from factuel.review.sentences import plain_sentence
from factuel.review.settings import double_share
from factuel.review.web.sessions import clean_name
from factuel.review.web.visits import Visit


def list_facts(visit: Visit) -> Response:
    """Show a page of the facts that the filters let through."""
    typed = visit.request.query_params.get("page", "0")
    page = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 0
    with visit.desk.database.reading() as connection:
        rows = page_of_items(connection, visit.filters, visit.curator, page)
        done = progress(connection, visit.filters, visit.curator)
    lines = [_line(row, visit) for row in rows[:PAGE]]
    more = len(rows) > PAGE
    return visit.page("list.html", lines=lines, page=page, more=more, progress=done)


def list_orphans(visit: Visit) -> Response:
    """Show the decisions whose fact the present version of the run does not have."""
    with visit.desk.database.reading() as connection:
        lines = [_line(row, visit) for row in orphans(connection)]
    return visit.page("orphans.html", lines=lines)


def _line(row: Any, visit: Visit) -> dict[str, Any]:
    record = shown_record(row.state, row.extracted, row.current_record)
    said = plain_sentence(FACT.validate_json(record), visit.words.language) if record else row.words
    return {"row": row, "sentence": said}


def show_people(visit: Visit) -> Response:
    """Show the curators, what they did, and how far they agree."""
    with visit.desk.database.reading() as connection:
        values: dict[str, Any] = {
            "people": curators(connection),
            "free": free_articles(connection),
            "agreements": agreements(connection),
            "double": round(double_share(connection) * 100),
            "progress": progress(connection, visit.filters, visit.curator),
        }
    return visit.page("people.html", **values)


def assign_articles(visit: Visit) -> Response:
    """Assign articles that are free to a curator."""
    name, count = clean_name(visit.form.get("to", "")), visit.form.get("count", "")
    if not name or not (count.isascii() and count.isdigit()) or len(count) > 7:
        raise ReviewError("field_missing", field="how_many" if name else "to_whom")
    with visit.desk.database.writing() as connection:
        assign(connection, name, int(count))
    return visit.go("/people")


def sign_in(visit: Visit) -> Response:
    """Give the browser a name."""
    name = clean_name(visit.form.get("name", ""))
    if not name:
        return visit.page("name.html", 422)
    with visit.desk.database.writing() as connection:
        remember(connection, name)
    answer = visit.go("/")
    answer.set_cookie(visit.desk.signer.cookie, visit.desk.signer.issue(name), httponly=True, samesite="strict")
    return answer


def sign_out(visit: Visit) -> Response:
    """Forget the browser's name."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(visit.desk.signer.cookie)
    return answer
