"""A small browser without a screen: one curator's cookies and forms, over real HTTP."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode

import uvicorn

from factuel.review.database import Database
from factuel.review.web.application import make_application


class Answer:
    """An answer, read whole."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.cookies = [value for name, value in response.getheaders() if name.lower() == "set-cookie"]
        self.text = response.read().decode("utf-8")


class Client:
    """Sends requests to 127.0.0.1, keeps cookies, follows redirects, and keeps the connection open."""

    def __init__(self, port: int, name: str = "") -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)
        if name:
            self.post("/name", {"name": name})

    def get(self, path: str, **headers: str) -> Answer:
        return self._send("GET", path, None, headers)

    def post(self, path: str, data: dict[str, str] | bytes, **headers: str) -> Answer:
        body = data if isinstance(data, bytes) else urlencode(data).encode()
        return self._send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"} | headers)

    def _send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self._connection.request(method, path, body, sent)
            answer = Answer(self._connection.getresponse())
        except OSError:
            self._connection.close()
            raise
        for cookie in answer.cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status == 303:
            kept = {name: value for name, value in headers.items() if name != "Content-Type"}
            return self._send("GET", answer.headers["location"], None, kept)
        return answer

    def decide(self, item: str, **values: str) -> Answer:
        """Open a fact and send its form with the values, as the page's script does."""
        return self.send_form(item, self.get(f"/fact/{item}").text, **values)

    def send_form(self, item: str, page: str, **values: str) -> Answer:
        """Send the form of a page that is open."""
        version = re.search(r'name="version" value="(\d+)"', page)
        assert version
        data = {"form_token": form_token(page), "version": version[1]} | values
        return self.post(f"/fact/{item}/decide", data, HX_Request="true")

    def close(self) -> None:
        self._connection.close()

    def __del__(self) -> None:
        self.close()


def form_token(page: str) -> str:
    """Return the token in a page's forms."""
    found = re.search(r'name="form_token" value="(\w+)"', page)
    assert found
    return found[1]


def shown_item(page: str) -> str:
    """Return the fact that a page shows, empty for none."""
    found = re.search(r'data-item="([^"]*)"', page)
    assert found
    return found[1]


@contextmanager
def served(database: Database, token: str | None = None) -> Iterator[int]:
    """Serve the desk in a thread; give its port."""
    config = uvicorn.Config(
        make_application(database, token), host="127.0.0.1", port=0, log_level="warning", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(10)
