"""How sure we are of a fact: the chance that a person finds it right, from what there is of evidence.

A rule says how sure it is of what it read; that, and clues that any fact has (whether participants are named in the
sentence, how sure the names are, who says it, how long the sentence is), are weighed by numbers that were fitted on
articles which nobody tuned the rules on (models/lexicons/confidence_weights.tsv, by factuel.training.confidence).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from factuel.models import read_lexicon
from factuel.records import Article, Entity, EntityRef, Fact, FactBase, Figure, Quotation

_LEAST: Final = 0.02
_MOST: Final = 0.99
"""Nothing is certain, neither way."""
_LONG_SENTENCE: Final = 300
_LONG_QUOTE: Final = 80
"""Characters; about 50 words, and 13."""
_SURE_NAME: Final = 0.8
_NO_PARTICIPANTS: Final = frozenset({"attribution", "place"})


def with_confidence(facts: Iterable[Fact], entities: Iterable[Entity], article: Article) -> Iterator[Fact]:
    """Yield the facts, each with its calibrated confidence; as their rules gave it when there are no weights."""
    known = {entity.id: entity for entity in entities}
    if not _weights():
        yield from facts
        return
    for fact in facts:
        yield fact.model_copy(update={"confidence": round(_chance(features(fact, known, article)), 3)})


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
    yield f"factuality={fact.factuality} rare={fact.type not in ('figure', 'role', 'quotation')}"
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
    rare = "rare" if fact.type not in ("figure", "role", "quotation") else fact.type
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
    for key, field in type(fact).model_fields.items():
        value = getattr(fact, key)
        if key in _NO_PARTICIPANTS:
            continue
        if isinstance(value, EntityRef):
            yield value
        elif isinstance(value, tuple) and value and isinstance(value[0], EntityRef):
            yield from value
        elif value is None and "EntityRef" in str(field.annotation):
            yield None


def _chance(clues: Mapping[str, float]) -> float:
    weights = _weights()
    total = sum(weights.get(name, 0.0) * strength for name, strength in sorted(clues.items()))
    return min(_MOST, max(_LEAST, 1 / (1 + math.exp(-total))))


def _log_odds(chance: float) -> float:
    chance = min(_MOST, max(_LEAST, chance))
    return math.log(chance / (1 - chance))


@cache
def _weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_lexicon("confidence_weights")}
