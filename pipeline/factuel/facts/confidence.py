"""How sure we are of a fact: the chance that a person finds it right, from what there is of evidence.

A rule says how sure it is of what it read; that, and clues that any fact has (whether participants are named in the
sentence, how sure the names are, who says it, how long the sentence is), are weighed by numbers that were fitted on
articles which nobody tuned the rules on (models/lexicons/confidence_weights.tsv, by factuel.training.confidence).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from factuel.models import read_weights
from factuel.records import Article, Entity, EntityRef, Fact, FactBase, Figure, Quotation, participant_fields

_LEAST: Final = 0.02
_MOST: Final = 0.99
"""Nothing is certain, neither way."""
_FARTHEST: Final = 30.0
"""Log-odds of more would overflow, and say no more."""
_LONG_SENTENCE: Final = 300
_LONG_QUOTE: Final = 80
"""Characters; about 50 words, and 13."""
_SURE_NAME: Final = 0.8
_FREQUENT: Final = frozenset({"figure", "role", "quotation"})
"""Types with facts enough for clues of their own; the others share theirs."""


def with_confidence(facts: Iterable[Fact], entities: Iterable[Entity], article: Article) -> Iterator[Fact]:
    """Yield the facts, each with its calibrated confidence; as their rules gave it when there are no weights."""
    known = {entity.id: entity for entity in entities}
    weights = read_weights("confidence_weights")
    if not weights:
        yield from facts
        return
    for fact in facts:
        found = _within(chance(features(fact, known, article), weights))
        yield fact.model_copy(update={"confidence": round(found, 3)})


def features(fact: Fact, entities: Mapping[str, Entity], article: Article) -> dict[str, float]:
    """Return the clues of a fact and their strength: `rule` is a log-odds, all others are 0 or 1 (0 left out)."""
    clues = {"rule": _log_odds(fact.confidence), f"rule {fact.type}": _log_odds(fact.confidence)}
    clues |= dict.fromkeys(_common_clues(fact, article), 1.0)
    for participant in _participants(fact):
        clues |= dict.fromkeys(_name_clues(fact, participant, entities, article), 1.0)
    return clues


def _common_clues(fact: Fact, article: Article) -> Iterator[str]:
    evidence = fact.evidence
    yield f"type={fact.type}"
    yield f"factuality={fact.factuality} rare={fact.type not in _FREQUENT}"
    if evidence.sentence_end - evidence.sentence_start > _LONG_SENTENCE:
        yield "long sentence"
    if evidence.start < len(article.title or ""):
        yield f"title {fact.type}"
    if fact.attribution is not None:
        yield f"attributed {fact.type}"
    named = sum(participant is not None for participant in _participants(fact))
    yield f"{fact.type} participants={min(named, 3)}"
    if isinstance(fact, Quotation):
        yield f"style={fact.style} cue={fact.cue is not None}"
        if len(fact.quote.text) < _LONG_QUOTE:
            yield f"short quote {fact.style}"
    if isinstance(fact, Figure):
        yield f"figure kind={fact.measure.kind}"
        yield f"figure bound={fact.measure.bound}"


def _name_clues(fact: Fact, name: EntityRef | None, entities: Mapping[str, Entity], article: Article) -> Iterator[str]:
    rare = fact.type if fact.type in _FREQUENT else "rare"
    if name is None:
        yield f"nobody {rare}"
        return
    entity = entities.get(name.entity_id or "")
    if entity is None:
        yield f"unresolved {rare}"
        return
    start, end = fact.evidence.sentence_start, fact.evidence.sentence_end
    inside = any(start <= mention.start < end for mention in entity.mentions)
    yield f"{'named' if inside else 'from elsewhere'} {rare}"
    yield f"{entity.type} {fact.type}"
    if entity.confidence < _SURE_NAME:
        yield f"unsure name {rare}"


def _participants(fact: FactBase) -> Iterator[EntityRef | None]:
    """Yield who and what takes part, null where a part is not said; neither who says it nor the place."""
    for key in participant_fields(type(fact)):
        value: EntityRef | tuple[EntityRef, ...] | None = getattr(fact, key)
        if isinstance(value, tuple):
            yield from value
        else:
            yield value


def chance(clues: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the chance (0 to 1) that a fact with these clues is right."""
    total = sum(weights.get(name, 0.0) * strength for name, strength in sorted(clues.items()))
    return 1 / (1 + math.exp(-max(-_FARTHEST, min(_FARTHEST, total))))


def _within(chance: float) -> float:
    return min(_MOST, max(_LEAST, chance))


def _log_odds(chance: float) -> float:
    chance = _within(chance)
    return math.log(chance / (1 - chance))
