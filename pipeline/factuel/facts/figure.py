"""`figure`: every number of the article with what it counts and about whom, read from the parse around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.factuality import factuality_of_count
from factuel.facts.figure_phrases import counted_head, counted_phrase
from factuel.facts.participants import named, participant
from factuel.facts.syntax import ancestors, governing_verb, subjects
from factuel.records import EntityRef, Figure, FigureMention

_ANY: Final = frozenset({"organisation", "person", "place", "misc"})
_CONFIDENCE: Final = {"exact": 0.95, "range": 0.9}


def extract(context: FactContext) -> Iterator[Figure]:
    """Yield one fact for each figure of the article, in order."""
    for span in context.doc.spans.get("figures", ()):
        if not _is_both(span) and not _is_in_name(context, span):
            yield _record(context, span)


def _is_in_name(context: FactContext, span: Span) -> bool:
    """ "3 Grains & Co" is a company, "14 juillet 1789" a street's: no number of anything."""
    mention: FigureMention = span._.figure
    entity = context.index.entity_at(mention.measure.start, mention.measure.end)
    if entity is None:
        return False
    return any(name.start <= mention.measure.start and mention.measure.end <= name.end for name in entity.mentions)


def _is_both(span: Span) -> bool:
    """ "les deux pays" says which ones, not how many: both of those named before."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return span[0].lower_ == "deux" and before in {"les", "des", "aux", "ces"} and span._.figure.measure.kind == "count"


def _record(context: FactContext, span: Span) -> Figure:
    mention: FigureMention = span._.figure
    head = counted_head(span) or span.root
    of = counted_phrase(context, span, mention)
    common = context.common(
        "figure",
        mention.start,
        mention.end,
        head,
        mention.text,
        str(mention.measure.value),
        of or "",
        confidence=_CONFIDENCE.get(mention.measure.bound, 0.9),
        factuality=factuality_of_count(head),
    )
    return Figure(**common, measure=mention.measure, of=of, subject=_subject(context, span, head))


def _subject(context: FactContext, span: Span, head: Token) -> EntityRef | None:
    """Return whom the figure is about: the name its noun belongs to, else its verb's subject or what that stands for,
    else what the article is about."""
    for word in _belongings(head):
        entity = named(context, word, _ANY)
        if entity is not None:
            return context.index.ref(entity)
    for subject in subjects(governing_verb(head)):
        if subject in set(ancestors(head)) or span.start <= subject.i < span.end:
            continue
        reference = participant(context, subject, _ANY)
        if reference is not None:
            return reference
    return context.topic.dominant(span.start_char, "organisation")


def _belongings(head: Token) -> Iterator[Token]:
    """Yield the nouns that the counted noun belongs to ("les salariés de Lumeo"), and those it completes ("le budget
    de Lumeo, 3 M€")."""
    for child in head.children:
        if child.dep_ == "nmod" and child.i > head.i:
            yield child
            yield from (below for below in child.children if below.dep_ in {"nmod", "flat:name"})
    for above in ancestors(head):
        if above == head:
            continue
        if above.pos_ not in {"NOUN", "PROPN"}:
            return
        yield above
        yield from (child for child in above.children if child.dep_ == "nmod" and child.i < head.i)
