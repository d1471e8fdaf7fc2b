"""Whom a figure is about (`subject`): of the names in sight and NOBODY, the one that the evidence speaks most for.

Each candidate has clues of syntax ("the subject of the clause", "what the counted noun belongs to"), of place ("just
before the figure", "named first in the paragraph") and of the article ("named most", "in the title"). The weight of a
clue is in models/lexicons/figure_weights.tsv, fitted on corpus/gold/train by factuel.training.figure_subjects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.context import FactContext
from factuel.facts.figure_actors import read_actors, read_subject
from factuel.facts.figure_candidates import Clues
from factuel.facts.figure_clause import read_clause
from factuel.facts.figure_clues import read_clues
from factuel.facts.figure_items import item_of
from factuel.facts.figure_nobody import nobody_features, read_nobody
from factuel.facts.figure_roles import read_roles
from factuel.facts.figure_sight import read_sight, section_names
from factuel.facts.figure_sources import read_sources
from factuel.facts.profiles import functions, human_nouns
from factuel.models import read_weights, read_words, unaccented
from factuel.records import Entity, EntityRef, FigureMention

_PRESENT: Final = 0.5
"""How much less than NOBODY a name may have that the sentence names or its subject means. In cross-validation by
article the sum of right names and right nulls stays the same, with more names among them."""
_PRESENCE: Final = frozenset({"sight sentence", "clause meant", "clause resolved", "subject of the clause"})
_LONG_PAGE: Final = 4000
_TOPICAL: Final = frozenset({"in the title", "first of the lead"})
_SAYS: Final = frozenset({"source by preposition", "source by noun", "source by participle", "claims the figure"})
_OWNS: Final = frozenset({"owner of the noun", "named as the subject"})
_ACTS: Final = frozenset({"named as the subject", "owner of the noun"})
_SIGHT: Final = 1200
_AHEAD: Final = 200
"""Characters: the longest gold article has 3,900; on longer real pages, names out of sight were wrong in most cases."""
_WORDS_OF_AGE: Final = frozenset({"ans", "an"})


def figure_subject(context: FactContext, span: Span, head: Token, of: str | None) -> EntityRef | None:
    """Return the entity that the figure is about, which counts `of`, or None when that is nobody named."""
    clues = all_clues(context, span, head, of)
    candidates = possible(context, span, clues)
    scored = [(score(features(clues, one)) + _PRESENT * is_present(clues, one), -one.mentions[0].start, one)
              for one in candidates]  # fmt: skip
    best = max(scored, key=lambda one: one[:2], default=None)
    nobody = score(nobody_features(clues))
    return context.index.ref(best[2]) if best is not None and best[0] > nobody else None


def possible(context: FactContext, span: Span, clues: Clues) -> list[Entity]:
    """Return the names that may be the subject of the figure at `span`, by first mention."""
    return [entity for entity in clues.candidates() if _is_in_sight(context, span, entity, clues.of(entity))]


def is_present(clues: Clues, entity: Entity) -> bool:
    """Return whether the figure's sentence names an entity, or its clause's subject means it."""
    return not _PRESENCE.isdisjoint(clues.of(entity))


def all_clues(context: FactContext, span: Span, head: Token, of: str | None) -> Clues:
    """Return what speaks for each name as the one that the figure at `span` is about, which counts `of`."""
    clause = read_clause(context, span, head)
    clues = read_clues(context, clause)
    clues.kind = "age" if is_age(span) else span._.figure.measure.kind
    read_roles(clues, context, clause)
    read_actors(clues, context, clause)
    read_subject(clues, context, clause)
    read_sources(clues, context, clause)
    clues.add("in the subhead", section_names(context, span.start_char))
    read_sight(clues, context, clause, read_nobody(clues, context, clause))
    clues.situation.add(f"unit={span._.figure.measure.unit}")
    if of:
        noun = of.split(" ")[0]
        clues.situation.add(f"of={fold(noun)}")
        if noun.casefold() in read_words("penalty_nouns"):
            clues.situation.add("penalty")
    return clues


def _is_in_sight(context: FactContext, span: Span, entity: Entity, found: list[str]) -> bool:
    """Tell whether a name stands near enough: in the same item of a live page; a long page (a study) may have no one
    topic, unless its title or lead names it. A medium, and who only says the figure, are never its subject."""
    item = item_of(context, span.start_char)
    if not item.whole:
        return any(item.start <= mention.start < item.end for mention in entity.mentions) and _may_be(entity, found)
    if not _may_be(entity, found):
        return False
    if len(context.text) <= _LONG_PAGE or not _TOPICAL.isdisjoint(found):
        return True
    return any(-_AHEAD <= span.start_char - mention.start <= _SIGHT for mention in entity.mentions)


def _may_be(entity: Entity, found: list[str]) -> bool:
    """Tell whether a name may be the subject: no medium, no network that does not act, and no source but one whose noun
    is counted."""
    if unaccented(entity.name) in _media():
        return False
    if entity.name in read_words("figure_source_words", kind="network"):
        return not _ACTS.isdisjoint(found)
    return "only a source" not in found and (_SAYS.isdisjoint(found) or not _OWNS.isdisjoint(found))


@cache
def _media() -> frozenset[str]:
    return frozenset(unaccented(name) for name in read_words("organisations", kind="media"))


def score(found: Iterable[str]) -> float:
    """Return the sum of the weights of a candidate's features."""
    weights = read_weights("figure_weights")
    return sum(weights.get(feature, 0.0) for feature in found)


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
    if unaccented(entity.name) in _media():
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
