"""What a campaign of review is set to: which share of its facts two curators judge."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, Final

import sqlalchemy as sa

from factuel.review.database import upsert
from factuel.review.tables import ITEM, SETTING

_DOUBLE: Final = "double"
_SECRET: Final = "secret"


def double_share(connection: sa.Connection) -> float:
    """Return the share of facts (0 to 1) that two curators judge."""
    return float(_read(connection, _DOUBLE) or 0)


def set_double_share(connection: sa.Connection, share: float) -> None:
    """Change the share; facts that somebody decided keep the number of judgements that they had."""
    if share == double_share(connection):
        return
    upsert(connection, SETTING, {"name": _DOUBLE, "value": str(share)}, "name")
    open_items = list(connection.scalars(sa.select(ITEM.c.id).where(ITEM.c.version == 0)))
    two: dict[str, Any] = {"needed": sa.bindparam("two")}
    rows = [{"one": item, "two": 2 if needs_two(item, share) else 1} for item in open_items]
    if rows:
        connection.execute(sa.update(ITEM).where(ITEM.c.id == sa.bindparam("one")).values(two), rows)


def needs_two(item: str, share: float) -> bool:
    """Say whether two curators judge a fact: drawn by its name, so that the same facts are drawn again."""
    drawn = int(hashlib.sha256(item.encode("utf-8")).hexdigest()[:8], 16) / 2**32
    return drawn < share


def server_secret(connection: sa.Connection) -> bytes:
    """Return the key with which names are signed in cookies; made at the first call."""
    found = _read(connection, _SECRET)
    if found is None:
        found = secrets.token_hex(32)
        upsert(connection, SETTING, {"name": _SECRET, "value": found}, "name")
    return bytes.fromhex(found)


def _read(connection: sa.Connection, name: str) -> str | None:
    value: str | None = connection.scalar(sa.select(SETTING.c.value).where(SETTING.c.name == name))
    return value
