"""The campaign: the list of facts, orphaned decisions, curators, assignment, agreement."""

from __future__ import annotations

from typing import Any, Final

from starlette.responses import RedirectResponse, Response

from factuel.review.campaign import assign, curators, free_articles, remember
from factuel.review.deciding import ReviewError
from factuel.review.items import shown_fact
from factuel.review.kappa import agreements
from factuel.review.queue import PAGE, orphans, page_of_items, progress
from factuel.review.sentences import plain_sentence
from factuel.review.settings import double_share
from factuel.review.typed import read_whole
from factuel.review.web.sessions import clean_name
from factuel.review.web.visits import Visit

_MOST: Final = 1_000_000
"""Pages, or articles at a time, that a request may ask for."""


def list_facts(visit: Visit) -> Response:
    """Show a page of the facts that the filters let through."""
    page = min(read_whole(visit.request.query_params.get("page", "0")) or 0, _MOST)
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
    fact = shown_fact(row)
    said = plain_sentence(fact, visit.words.language) if fact else row.words
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
    name, count = clean_name(visit.form.get("to", "")), read_whole(visit.form.get("count", ""))
    if not name or count is None:
        raise ReviewError("field_missing", field="how_many" if name else "to_whom")
    with visit.desk.database.writing() as connection:
        assign(connection, name, min(count, _MOST))
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
