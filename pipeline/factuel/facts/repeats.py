"""Headlines, standfirsts and later paragraphs say again what the article says: one fact, the others in `also_at`."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from factuel.records import (
    Agreement,
    EntityRef,
    Event,
    Fact,
    Investment,
    Location,
    Membership,
    Result,
    SiteChange,
    Span,
)

_SET_APART: Final = frozenset(
    {"id", "evidence", "confidence", "attribution", "also_at", "time", "place", "schema_version"}
)
"""Keys in which two sayings of one fact may differ."""
_MERGED: Final = (Agreement, Event, Investment, Location, Membership, SiteChange, Result)


def merge_repeats(facts: list[Fact], title_end: int) -> list[Fact]:
    """Return the facts, each once: what the title (up to `title_end`, exclusive) or a later sentence says again goes.

    Its evidence is kept in `also_at` of the fact that stays: the first one of the body, with what others add of time
    and place. Figures, roles and quotations stay as they are: they are mentions of their own (a role is one fact from
    the start).
    """
    kept: dict[Hashable, Fact] = {}
    order: list[Hashable] = []
    for number, fact in enumerate(sorted(facts, key=lambda fact: fact.evidence.start < title_end)):
        same = _same_as(fact, kept, in_title=fact.evidence.start < title_end)
        if same is None:
            key: Hashable = _content(fact) if isinstance(fact, _MERGED) else number
            kept[key] = fact
            order.append(key)
        else:
            kept[same] = _merged(kept[same], fact)
    return [kept[key] for key in order]


def _same_as(fact: Fact, kept: dict[Hashable, Fact], *, in_title: bool) -> Hashable | None:
    if not isinstance(fact, _MERGED):
        return None
    content = _content(fact)
    if content in kept:
        return content
    if not in_title:
        return None
    if isinstance(fact, SiteChange) and fact.organisation is None and fact.place is None:
        return next((k for k, o in kept.items() if isinstance(o, SiteChange) and o.change == fact.change), None)
    substance = set(_substance(fact))
    return next((key for key, other in kept.items() if substance & set(_substance(other))), None)


def _merged(fact: Fact, other: Fact) -> Fact:
    evidence = other.evidence
    span = Span(text=evidence.text, start=evidence.start, end=evidence.end)
    return fact.model_copy(
        update={
            "also_at": tuple(sorted({*fact.also_at, span}, key=lambda one: (one.start, one.end))),
            "time": fact.time or other.time,
            "place": fact.place or other.place,
        }
    )


def _content(fact: Fact) -> Hashable:
    """Return what two sayings of one fact have in common: type, participants, kind, factuality, amount, name.

    A change of site is told from another by its place, an event by its time.
    """
    told = {SiteChange: "place", Event: "time"}.get(type(fact))
    return tuple((key, _plain(value)) for key, value in fact if key not in _SET_APART or key == told)


def _plain(value: object) -> Hashable:
    if isinstance(value, EntityRef):
        return value.entity_id or value.name.casefold()
    if isinstance(value, tuple):
        return frozenset(_plain(one) for one in value)
    if isinstance(value, Span):
        return str(getattr(value, "edtf", None) or getattr(value, "value", None) or value.text)
    return value.casefold() if isinstance(value, str) else str(value)


def _substance(fact: Fact) -> list[tuple[str, str]]:
    """Return what makes a fact of a title the one of the body; sharing one of these is enough."""
    match fact:
        case Agreement():
            return [("agreement", fact.kind.casefold().split(" ")[0])]
        case Investment() if fact.amount is not None:
            return [("investment", str(fact.amount.value or fact.amount.low))]
        case Event():
            proper = [word for word in fact.name.split(" ")[1:] if word[:1].isupper()]
            named = fact.name[fact.name.index(f" {proper[0]}") :].casefold() if proper else fact.name.casefold()
            return [("event", fact.name.casefold()), ("event", named.strip())]
        case SiteChange():
            owner = fact.organisation.name if fact.organisation else "?"
            thing = (fact.what or "").casefold().split(" ")[0]
            return [("site_change", f"{fact.change} {thing}"), ("site_change", f"{fact.change} by {owner}")]
        case Result():
            return [("result", f"{fact.indicator} {fact.amount.value or fact.amount.low}")]
        case _:
            return []
