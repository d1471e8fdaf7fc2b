"""Agreement of curators on the facts that two of them judged: Cohen's kappa, by type."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from factuel.review.history import judgements
from factuel.review.state import agree, latest_by_curator
from factuel.review.tables import DECISION, ITEM

Pair = tuple[str, str]
"""What two curators said of one fact: accept, reject or correct."""


@dataclass(frozen=True)
class Agreement:
    """How far curators agree on the facts of a type: facts judged twice, judged alike, and kappa (None: undefined)."""

    type: str
    pairs: int
    alike: int
    kappa: float | None


def cohen_kappa(pairs: Sequence[Pair]) -> float | None:
    """Return Cohen's kappa (Cohen 1960): the agreement beyond chance; None without pairs, or if chance explains all."""
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(one == other for one, other in pairs) / total
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[kind] * second[kind] for kind in first) / total**2
    return (observed - by_chance) / (1 - by_chance) if by_chance < 1 else None


def agreements(connection: sa.Connection) -> list[Agreement]:
    """Return the agreement by type, and over all types first (`all`); the curators of a pair are in order of name."""
    twice = sa.select(DECISION.c.item).where(DECISION.c.item.is_not(None)).group_by(DECISION.c.item)
    twice = twice.having(sa.func.count(DECISION.c.curator.distinct()) > 1)
    query = sa.select(ITEM.c.id, ITEM.c.type).where(ITEM.c.id.in_(twice), ITEM.c.needed == 2)
    types = {row.id: row.type for row in connection.execute(query)}
    said: dict[str, list[Pair]] = defaultdict(list)
    alike: Counter[str] = Counter()
    for item, made in judgements(connection, list(types)).items():
        each = sorted(latest_by_curator(made), key=lambda one: one.curator)[:2]
        if len(each) == 2:
            for group in ("all", types[item]):
                said[group].append((each[0].kind, each[1].kind))
                alike[group] += agree(each[0], each[1])
    return [Agreement(name, len(said[name]), alike[name], cohen_kappa(said[name])) for name in sorted(said)]
