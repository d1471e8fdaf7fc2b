"""Which facts to decide first: those that teach most, being uncertain, of a frequent kind, or contradicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from math import log2
from typing import Final

from factuel.records import Fact, Figure, Location, Membership, Quotation, Role
from factuel.review.identity import folded
from factuel.review.participants import participant_names

_UNCERTAIN: Final = 0.6
_FREQUENT: Final = 0.25
_CONTRADICTED: Final = 0.5
"""How much each reason weighs; frequency decides among equals."""
_OFTEN: Final = 64
"""As many facts of one type about one participant are as frequent as can be."""


class Survey:
    """What the facts of a run say of one another; counted in one pass."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._counts: Counter[Hashable] = Counter()
        said: dict[Hashable, Hashable] = {}
        self._contradicted: set[Hashable] = set()
        for fact in facts:
            self._counts[_kind(fact)] += 1
            claim = _claim(fact)
            if claim and said.setdefault(claim[0], claim[1]) != claim[1]:
                self._contradicted.add(claim[0])

    def contradicted(self, fact: Fact) -> bool:
        """Say whether another fact says otherwise of the same thing."""
        claim = _claim(fact)
        return claim is not None and claim[0] in self._contradicted

    def teaches(self, fact: Fact) -> float:
        """Return the fact's place in the queue: negative, the lowest teaches most."""
        uncertain = 1 - abs(2 * fact.confidence - 1)
        frequent = min(1.0, log2(max(1, self._counts[_kind(fact)])) / log2(_OFTEN))
        score = _UNCERTAIN * uncertain + _FREQUENT * frequent + _CONTRADICTED * self.contradicted(fact)
        return -round(score, 4)


def _kind(fact: Fact) -> Hashable:
    return fact.type, next(iter(participant_names(fact)), "")


def _claim(fact: Fact) -> tuple[Hashable, Hashable] | None:
    """Return what the fact is about and what it says of it; two facts about one thing that say two are in conflict."""
    match fact:
        case Figure(of=str(of), subject=subject) if subject is not None:
            time = fact.time.edtf if fact.time else ""
            about = (fact.article_id, folded(of), folded(subject.name), time, fact.measure.unit, fact.measure.per)
            return about, (fact.measure.value, fact.measure.low, fact.measure.high, fact.measure.direction)
        case Role(organisation=organisation) if organisation is not None:
            return (fact.article_id, folded(fact.person.name), folded(organisation.name)), fact.status
        case Quotation(speaker=speaker) if speaker is not None:
            return (fact.article_id, folded(fact.quote.text)), folded(speaker.name)
        case Location(relation="headquarters"):
            return ("headquarters", folded(fact.entity.name)), folded(fact.location.name)
        case Membership():
            return ("membership", folded(fact.member.name), folded(fact.group.name)), fact.relation
    return None
