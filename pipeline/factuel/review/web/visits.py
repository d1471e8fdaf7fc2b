"""A visit: one request of a curator, with what every page needs to answer it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, get_args
from urllib.parse import parse_qsl

from jinja2 import Environment, FileSystemLoader
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from factuel.records import FACT_CLASSES, Factuality
from factuel.review.database import Database
from factuel.review.deciding import ConflictError, MissingError, ReviewError
from factuel.review.filters import Filters, Order, Shown, read_filters
from factuel.review.web.guard import TooLargeError, is_from_here, is_loopback_name, limited_body, same_token
from factuel.review.web.sessions import Signer
from factuel.review.wording import Words, language_of

PACKAGE: Final = Path(__file__).parents[1]
_MOST_FIELDS: Final = 200
_TOKEN_COOKIE: Final = "factuel_token"
_CHOICES: Final = {
    "show": get_args(Shown),
    "order": get_args(Order),
    "type": tuple(FACT_CLASSES),
    "factuality": get_args(Factuality),
    "entity_type": ("person", "organisation", "place", "misc"),
}
"""What the lists of the pages offer, in their order."""


@dataclass(frozen=True)
class Desk:
    """What the server serves: the review's database, the key of its cookies, and the token if one is required."""

    database: Database
    signer: Signer
    token: str | None = None

    @cached_property
    def templates(self) -> Environment:
        """The templates of the package, everything escaped."""
        environment = Environment(loader=FileSystemLoader(PACKAGE / "templates"), autoescape=True, trim_blocks=True)
        environment.globals["choices"] = _CHOICES
        return environment


@dataclass(frozen=True)
class Visit:
    """A request: the curator (empty before they gave a name), the words in their language, the form they sent."""

    desk: Desk
    request: Request
    curator: str
    words: Words
    form: dict[str, str]

    @cached_property
    def filters(self) -> Filters:
        """The filters in the address."""
        return read_filters(self.request.query_params)

    @property
    def partial(self) -> bool:
        """Whether the page's script asks, which puts the answer in the place of the desk."""
        return "hx-request" in self.request.headers

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Return a page, or the desk alone when the script asks."""
        cookie = self.request.cookies.get(self.desk.signer.cookie, "")
        shared = {
            "words": self.words,
            "curator": self.curator,
            "form_token": self.desk.signer.form_token(cookie),
            "filters": self.filters,
            "frame": "partial.html" if self.partial else "frame.html",
        }
        html = self.desk.templates.get_template(template).render(shared | values)
        return HTMLResponse(html, status, headers={"Vary": "HX-Request, Accept-Language, Cookie"})

    def go(self, path: str) -> Response:
        """Return the answer that leads to another page of ours."""
        query = self.filters.query_string()
        return RedirectResponse(path + (f"?{query}" if query else ""), 303)


Handler = Callable[[Visit], Response]


def handle(desk: Desk, handler: Handler, *, signed_in: bool = True) -> Callable[[Request], Any]:
    """Return the endpoint of a handler: checks who asks, reads the form, and says in words what cannot be done."""

    async def endpoint(request: Request) -> Response:
        words = Words(language_of(request.headers.get("accept-language", "")))
        stranger = Visit(desk, request, "", words, {})
        if refused := _refusal(stranger):
            return refused
        cookie = request.cookies.get(desk.signer.cookie, "")
        curator = desk.signer.curator(cookie) or ""
        form: dict[str, str] = {}
        if request.method == "POST":
            try:
                form = _fields(await limited_body(request))
            except (TooLargeError, ValueError):
                return _problem(stranger, "too_large", 413)
            trusted = is_from_here(request.headers)
            if trusted and signed_in:
                trusted = desk.signer.is_form_token(cookie, form.get("form_token", ""))
            if not trusted:
                return _problem(stranger, "bad_form", 403)
        visit = Visit(desk, request, curator, words, form)
        if signed_in and not curator:
            return visit.page("name.html") if request.method == "GET" else _problem(visit, "bad_form", 403)
        return await run_in_threadpool(_answer, handler, visit)

    return endpoint


def _answer(handler: Handler, visit: Visit) -> Response:
    try:
        return handler(visit)
    except ReviewError as error:
        return visit.page("problem.html", status_of(error), problem=said(visit.words, error))


def status_of(error: ReviewError) -> int:
    """Return the HTTP status of what cannot be done."""
    if isinstance(error, MissingError):
        return 404
    return 409 if isinstance(error, ConflictError) else 422


def said(words: Words, error: ReviewError) -> str:
    """Return in words what cannot be done."""
    values: dict[str, str] = dict(error.values)
    if "field" in values:
        values["field"] = words(values["field"])
    return words(error.key, **values)


def _problem(visit: Visit, key: str, status: int) -> Response:
    return visit.page("problem.html", status, problem=visit.words(key))


def _fields(body: bytes) -> dict[str, str]:
    """Return the form of a body; of a field that comes twice the last, which is the one filled in later."""
    pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    return {name: value.replace("\0", "").replace("\r\n", "\n") for name, value in pairs}


def _refusal(visit: Visit) -> Response | None:
    """Return why the request is not answered: no token where one is required, another site's name where none is."""
    desk, request = visit.desk, visit.request
    if desk.token is None:
        if is_loopback_name(request.headers.get("host", "")):
            return None
        return _problem(visit, "token_needed", 403)
    given = request.query_params.get("token", "")
    if given and same_token(given, desk.token):
        query = "&".join(part for part in request.url.query.split("&") if not part.startswith("token="))
        answer = RedirectResponse(request.url.path + (f"?{query}" if query else ""), 303)
        answer.set_cookie(_TOKEN_COOKIE, desk.token, httponly=True, samesite="strict")
        return answer
    if same_token(request.cookies.get(_TOKEN_COOKIE, ""), desk.token):
        return None
    return _problem(visit, "token_needed", 403)
