"""Headlines repeat the facts of the body: one fact is kept, with the evidence of the body."""

from __future__ import annotations

from factuel.records import Agreement, Event, Fact, Investment, SiteChange


def without_headline_repeats(facts: list[Fact], title_end: int) -> list[Fact]:
    """Return the facts without those of the title (up to `title_end`, exclusive) that the body says again.

    Figures, roles and quotations of a title stay: they are mentions of their own.
    """
    body = {key for fact in facts if fact.evidence.start >= title_end for key in _substance(fact)}
    return [fact for fact in facts if fact.evidence.start >= title_end or not body & set(_substance(fact))]


def _substance(fact: Fact) -> list[tuple[str, str]]:
    """Return what makes a rarer fact the same one; sharing one of these is enough."""
    match fact:
        case Agreement():
            return [("agreement", fact.kind.casefold().split(" ")[0])]
        case Investment() if fact.amount is not None:
            return [("investment", str(fact.amount.value or fact.amount.low))]
        case Event():
            return [("event", fact.name.casefold())]
        case SiteChange():
            owner = fact.organisation.name if fact.organisation else "?"
            thing = (fact.what or "").casefold().split(" ")[0]
            return [("site_change", f"{fact.change} {thing}"), ("site_change", f"{fact.change} by {owner}")]
        case _:
            return []
