"""The routes of the desk."""

from __future__ import annotations

from functools import partial
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from factuel.review.database import Database
from factuel.review.settings import server_secret
from factuel.review.web import adding_pages, campaign_pages, deciding_pages
from factuel.review.web.guard import SafeHeaders
from factuel.review.web.sessions import Signer
from factuel.review.web.visits import PACKAGE, Desk, Handler, handle

_STATIC: Final = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
    "htmx.min.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
"""All files that are served, with their type; no name of a request is ever looked up on the disk."""
_READ: Final[dict[str, Handler]] = {
    "/": deciding_pages.show_next,
    "/fact/{item}": deciding_pages.show_fact,
    "/list": campaign_pages.list_facts,
    "/orphans": campaign_pages.list_orphans,
    "/people": campaign_pages.show_people,
    "/add": adding_pages.add_form,
    "/read": adding_pages.read_typed,
    "/names": adding_pages.entity_names,
}
_WRITE: Final[dict[str, Handler]] = {
    "/fact/{item}/decide": deciding_pages.decide_fact,
    "/undo": deciding_pages.undo_last,
    "/add": adding_pages.add_fact,
    "/names": adding_pages.change_names,
    "/assign": campaign_pages.assign_articles,
    "/sign-out": campaign_pages.sign_out,
}


def make_application(database: Database, token: str | None = None) -> Starlette:
    """Return the web application of an opened review; with `token` only browsers that brought it are answered."""
    with database.writing() as connection:
        desk = Desk(database, Signer(server_secret(connection)), token)
    routes = [Route(path, handle(desk, handler), methods=["GET"]) for path, handler in _READ.items()]
    routes += [Route(path, handle(desk, handler), methods=["POST"]) for path, handler in _WRITE.items()]
    routes.append(Route("/name", handle(desk, campaign_pages.sign_in, signed_in=False), methods=["POST"]))
    for name, kind in _STATIC.items():
        content = (PACKAGE / "static" / name).read_bytes()
        routes.append(Route(f"/static/{name}", partial(_file, content, kind), methods=["GET"]))
    return Starlette(
        routes=routes, middleware=[Middleware(SafeHeaders)], exception_handlers={404: _nothing, 500: _fault}
    )


def _file(content: bytes, kind: str, request: Request) -> Response:
    return Response(content, media_type=f"{kind}; charset=utf-8", headers={"Cache-Control": "no-cache"})


def _nothing(request: Request, error: Exception) -> Response:
    return PlainTextResponse("404", 404)


def _fault(request: Request, error: Exception) -> Response:
    return PlainTextResponse("500", 500)
