"""When an extracted fact is the annotated one: one function a type, all strict about participants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from factuel.corpus.gold import GoldArticle, GoldFact
from factuel.evaluation.similarity import contains, fold, overlap, same_name, same_number
from factuel.records import (
    Agreement,
    EntityRef,
    Event,
    Fact,
    Figure,
    Investment,
    Location,
    Measure,
    Membership,
    Quotation,
    Result,
    Role,
    SiteChange,
)

Aliases = Mapping[str, frozenset[str]]
SAME_TITLE = 0.5
SAME_QUOTE = 0.7
SAME_OF = 0.5
"""Thresholds of the shared scoring tools."""


def aliases_of(article: GoldArticle) -> Aliases:
    """Return, for each canonical name of an article, all the forms it takes there."""
    names: dict[str, set[str]] = {}
    for mention in article.mentions:
        names.setdefault(mention.name, {mention.name}).add(mention.text)
    return {name: frozenset(forms) for name, forms in names.items()}


def same_entity(found: EntityRef | None, wanted: str | None, aliases: Aliases) -> bool:
    """Return whether a participant is the one annotated; null is right when none is annotated."""
    options = [form for name in (wanted or "").split("|") if name for form in aliases.get(name, {name})]
    return same_name(found.name if found else None, options)


def same_measure(measure: Measure | None, keys: Mapping[str, Any]) -> bool:
    """Return whether a measure has the annotated value, or both ends of the annotated range."""
    if measure is None:
        return False
    if keys.get("value") is not None:
        return any(same_number(number, keys["value"]) for number in (measure.value, measure.low, measure.high))
    return same_number(measure.low, keys.get("low")) and same_number(measure.high, keys.get("high"))


def _figure(fact: Figure, gold: GoldFact, aliases: Aliases) -> bool:
    near = contains(fact.measure.text, gold.text) or overlap(fact.measure.text, gold.text) >= 0.3
    return near and same_measure(fact.measure, gold.keys)


def _role(fact: Role, gold: GoldFact, aliases: Aliases) -> bool:
    """Where the annotated words do not name the organisation ("le directeur"), it may be left out, not another."""
    wanted = gold.keys.get("organisation")
    named = any(contains(gold.text, form) for form in aliases.get(wanted or "", {wanted or ""}))
    unsaid = not named and fact.organisation is None
    organisation = (
        not wanted or unsaid or same_entity(fact.organisation, wanted, aliases) or contains(fact.title, wanted)
    )
    title = overlap(fact.title, gold.keys["title"]) >= SAME_TITLE or contains(fact.title, gold.keys["title"])
    return same_entity(fact.person, gold.keys["person"], aliases) and title and organisation


def same_quote(fact: Quotation, gold: GoldFact) -> bool:
    """Return whether the quoted words are the annotated ones, whoever is said to speak."""
    return overlap(fact.quote.text, gold.text) >= SAME_QUOTE


def _quotation(fact: Quotation, gold: GoldFact, aliases: Aliases) -> bool:
    return same_quote(fact, gold) and same_entity(fact.speaker, gold.keys["speaker"], aliases)


def _agreement(fact: Agreement, gold: GoldFact, aliases: Aliases) -> bool:
    wanted = gold.keys["parties"]
    common = sum(any(same_entity(party, name, aliases) for party in fact.parties) for name in wanted)
    return common >= max(min(2, len(wanted)), len(wanted) // 2)


def _investment(fact: Investment, gold: GoldFact, aliases: Aliases) -> bool:
    wanted = gold.keys
    amount = wanted.get("amount") is None or (
        fact.amount is not None and same_measure(fact.amount, {"value": wanted["amount"]})
    )
    sides = [(fact.investor, wanted.get("investor")), (fact.recipient, wanted.get("recipient"))]
    named = [(ref, name) for ref, name in sides if name]
    return amount and (not named or any(same_entity(ref, name, aliases) for ref, name in named))


def _event(fact: Event, gold: GoldFact, aliases: Aliases) -> bool:
    name = contains(fact.name, gold.keys["name"]) or overlap(fact.name, gold.keys["name"]) >= 0.5
    wanted = gold.keys.get("time")
    return name and (not wanted or fact.time is None or fold(fact.time.edtf) == fold(wanted))


def _location(fact: Location, gold: GoldFact, aliases: Aliases) -> bool:
    return same_entity(fact.entity, gold.keys["entity"], aliases) and same_entity(
        fact.location, gold.keys["location"], aliases
    )


def _membership(fact: Membership, gold: GoldFact, aliases: Aliases) -> bool:
    return same_entity(fact.member, gold.keys["member"], aliases) and same_entity(
        fact.group, gold.keys["group"], aliases
    )


def _site_change(fact: SiteChange, gold: GoldFact, aliases: Aliases) -> bool:
    if fact.change != gold.keys["change"]:
        return False
    wanted, owner = gold.keys.get("what"), gold.keys.get("organisation")
    what = not wanted or contains(fact.what, wanted) or overlap(fact.what, wanted) >= 0.3
    owned = not owner or same_entity(fact.organisation, owner, aliases)
    near = fact.evidence.sentence_start <= gold.start < fact.evidence.sentence_end
    return (what and (owned or near)) or (owned and near)


def _result(fact: Result, gold: GoldFact, aliases: Aliases) -> bool:
    alike = fact.indicator == gold.keys["indicator"] and same_measure(fact.amount, {"value": gold.keys["amount"]})
    return alike and same_entity(fact.organisation, gold.keys["organisation"], aliases)


MATCHERS: Final[Mapping[str, Callable[[Any, GoldFact, Aliases], bool]]] = {
    "figure": _figure,
    "role": _role,
    "quotation": _quotation,
    "agreement": _agreement,
    "investment": _investment,
    "event": _event,
    "location": _location,
    "membership": _membership,
    "site_change": _site_change,
    "result": _result,
}


def same_fact(fact: Fact, gold: GoldFact, aliases: Aliases) -> bool:
    """Return whether an extracted fact is the annotated one, whatever its factuality and attribution."""
    return MATCHERS[gold.type](fact, gold, aliases)
