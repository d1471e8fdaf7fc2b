"""Whom a figure is about (`subject`): of the names in sight, the one that the evidence speaks most for.

Each candidate has clues of syntax ("the subject of the clause", "what the counted noun belongs to"), of place ("just
before the figure", "named first in the paragraph") and of the article ("named most", "in the title"). The weight of a
clue is in models/lexicons/figure_weights.tsv, fitted on corpus/gold/train by factuel.training.figure_subjects.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.context import FactContext
from factuel.facts.figure_actors import read_actors, read_subject
from factuel.facts.figure_candidates import Clues
from factuel.facts.figure_clause import read_clause
from factuel.facts.figure_clues import read_clues
from factuel.facts.figure_roles import read_roles
from factuel.facts.profiles import functions, human_nouns
from factuel.models import read_weights, read_words, unaccented
from factuel.records import Entity, EntityRef, FigureMention

_FLOOR: Final = 1.2
"""Below this score nobody is said: in cross-validation by article, of 50 such figures of the gold 29 were about nobody
and the best name was right in one. At 1.8 it was 78 and 10 of 129, but dev lost 5 of 149."""
_LONG_PAGE: Final = 4000
_TOPICAL: Final = frozenset({"in the title", "first of the lead"})
_SIGHT: Final = 1200
_AHEAD: Final = 200
"""Characters: the longest gold article has 3,900; on longer real pages, names out of sight were wrong in most cases."""
_WORDS_OF_AGE: Final = frozenset({"ans", "an"})


def figure_subject(context: FactContext, span: Span, head: Token, of: str | None) -> EntityRef | None:
    """Return the entity that the figure is about, which counts `of`, or None when no candidate is likely."""
    clues = all_clues(context, span, head, of)
    candidates = [entity for entity in clues.candidates() if _is_in_sight(context, span, entity, clues.of(entity))]
    scored = [(score(clues, entity), -entity.mentions[0].start, entity) for entity in candidates]
    best = max(scored, key=lambda one: one[:2], default=None)
    return context.index.ref(best[2]) if best is not None and best[0] >= _FLOOR else None


def all_clues(context: FactContext, span: Span, head: Token, of: str | None) -> Clues:
    """Return what speaks for each name as the one that the figure at `span` is about, which counts `of`."""
    clause = read_clause(context, span, head)
    clues = read_clues(context, clause)
    clues.kind = "age" if is_age(span) else span._.figure.measure.kind
    read_roles(clues, context, clause)
    read_actors(clues, context, clause)
    read_subject(clues, context, clause)
    clues.situation.add(f"unit={span._.figure.measure.unit}")
    if of:
        noun = of.split(" ")[0]
        clues.situation.add(f"of={fold(noun)}")
        if noun.casefold() in read_words("penalty_nouns"):
            clues.situation.add("penalty")
    return clues


def _is_in_sight(context: FactContext, span: Span, entity: Entity, found: list[str]) -> bool:
    """Tell whether a name stands near enough: a long page (a live blog, a study) may have no one topic,
    unless its title or lead names it."""
    if len(context.text) <= _LONG_PAGE or not _TOPICAL.isdisjoint(found):
        return True
    return any(-_AHEAD <= span.start_char - mention.start <= _SIGHT for mention in entity.mentions)


def score(clues: Clues, entity: Entity) -> float:
    """Return the sum of the weights of a candidate's features."""
    weights = read_weights("figure_weights")
    return sum(weights.get(feature, 0.0) for feature in features(clues, entity))


def features(clues: Clues, entity: Entity) -> Iterator[str]:
    """Yield the names of the features that a candidate has."""
    found = clues.of(entity)
    yield f"type={entity.type}"
    yield f"type={entity.type} kind={clues.kind}"
    yield from found
    if entity.id in clues.sayers:
        yield f"type={entity.type} says something"
    yield from (f"{said}: {entity.type}" for said in sorted(clues.situation))
    if clues.kind == "age" and entity.type == "person":
        yield from (f"age {clue}" for clue in found)
    if unaccented(entity.name).split(" ")[0] in clues.public:
        yield "public body"
    if entity.name.split(" ")[0].casefold() in read_words("bystander_words"):
        yield "named in passing"
    if entity.name in read_words("organisations", kind="media"):
        yield "media"


def is_age(span: Span) -> bool:
    """Return whether the figure is somebody's age: "47 ans" between commas, after "à" or "âgé de"."""
    mention: FigureMention = span._.figure
    if mention.measure.unit != "year" or span[-1].lower_ not in _WORDS_OF_AGE:
        return False
    before = span.doc[span.start - 1] if span.start else None
    if before is None:
        return False
    following = span.doc[span.end].text if span.end < len(span.doc) else "."
    apposed = before.text in {",", "("} and following in {",", ")", "."}
    aged = any(word.lower_.startswith("âgé") for word in span.doc[max(0, span.start - 2) : span.start])
    human = (
        before.lower_ == "de" and span.start > 1 and fold(span.doc[span.start - 2].text) in functions() | human_nouns()
    )
    return apposed or aged or human or (before.lower_ in {"à", "de"} and before.is_sent_start is True)
