"""Serving the desk: on this machine alone, unless a host and a token are given."""

from __future__ import annotations

from typing import Final

from factuel.review.database import Database
from factuel.review.web.application import make_application
from factuel.review.web.guard import LOOPBACK

LEAST_TOKEN: Final = 16
"""Characters of a token; shorter ones can be guessed."""


class ServingError(ValueError):
    """A host or token that is not allowed; the message says why in one line."""


def check_address(host: str, token: str | None) -> None:
    """Raise ServingError when others could reach the desk without a token worth the name."""
    if host not in LOOPBACK and not token:
        raise ServingError(f"{host} can be reached by others: give a --token that they must know")
    if token is not None and (len(token) < LEAST_TOKEN or not token.isascii() or not token.isalnum()):
        raise ServingError(f"a token has at least {LEAST_TOKEN} letters and digits")


def serve(database: Database, host: str, port: int, token: str | None) -> None:
    """Serve until interrupted. Raises ServingError before anything is served."""
    import uvicorn

    check_address(host, token)
    application = make_application(database, token)
    uvicorn.run(application, host=host, port=port, log_level="warning", access_log=False, server_header=False)


def free_port(host: str) -> int:
    """Return a port that nobody listens on."""
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
