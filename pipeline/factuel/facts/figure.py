"""`figure`: every number of the article with what it counts and about whom, read from the parse around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.participants import named, participant
from factuel.facts.syntax import ancestors, governing_verb, phrase_bounds, subjects
from factuel.records import EntityRef, Figure, FigureMention

_SUBJECT_TYPES: Final = frozenset({"organisation", "person", "place", "misc"})
_CONFIDENCE: Final = {"exact": 0.95, "range": 0.9}


def extract(context: FactContext) -> Iterator[Figure]:
    """Yield one fact for each figure of the article, in order."""
    for span in context.doc.spans.get("figures", ()):
        yield _record(context, span)


def _record(context: FactContext, span: Span) -> Figure:
    mention: FigureMention = span._.figure
    anchor = _counted(span) or span.root
    common = context.common(
        "figure", mention.start, mention.end, anchor, mention.text, str(mention.measure.value), mention.of or "",
        confidence=_CONFIDENCE.get(mention.measure.bound, 0.9),
    )  # fmt: skip
    return Figure(**common, measure=mention.measure, of=_of(context, span, mention), subject=_subject(context, span))


def _counted(span: Span) -> Token | None:
    """Return the head of the phrase that the figure's words belong to."""
    root: Token = span.root
    if root.dep_ == "nummod" and root.head.i >= span.start and root.head.i - span.end <= 3:
        return root.head
    return root if root.pos_ in {"NOUN", "PROPN"} else None


def _of(context: FactContext, span: Span, mention: FigureMention) -> str | None:
    """Return the counted noun phrase, longest reasonable: the parse's when it holds the finder's, else the finder's."""
    measure = mention.measure
    if measure.kind == "duration" or (measure.kind == "measure" and mention.of is None):
        return mention.of
    if measure.kind == "money" and mention.of is None:
        return _money_of(context, span)
    head = _counted(span)
    if head is None or mention.of is None:
        return mention.of
    start, end = phrase_bounds(head)
    text = context.doc.text
    at = text.find(mention.of, mention.start, mention.start + 200)
    if at < 0 or not start <= at < end or len(mention.of.split()) >= len(text[at:end].split()):
        return mention.of
    entity = next((name for name in span.sent.ents if at < name.start_char < end), None)
    if entity is not None:
        return mention.of
    return text[at:end].rstrip(" ,;") if len(text[at:end].split()) <= 6 else mention.of


def _money_of(context: FactContext, span: Span) -> str | None:
    """ "un budget de 3 M€" is of "budget": the noun that the sum completes."""
    root: Token = span.root
    head = root.head
    if root.dep_ in {"nmod", "nummod", "appos"} and head.pos_ == "NOUN" and not span.start <= head.i < span.end:
        entity = context.index.entity_at(head.idx, head.idx + len(head))
        if entity is None and head.i < span.start and span.start - head.i <= 6:
            start, _ = phrase_bounds(head)
            end = _phrase_end(head, span)
            return context.doc.text[max(start, head.sent.start_char) : end].strip(" (,") or None
    return None


def _phrase_end(head: Token, span: Span) -> int:
    """End the noun before the preposition or bracket that leads to the sum."""
    last = head
    for token in head.doc[head.i + 1 : span.start]:
        if token.pos_ not in {"ADJ", "NOUN"}:
            break
        last = token
    return last.idx + len(last)


def _subject(context: FactContext, span: Span) -> EntityRef | None:
    """Return whom the figure is about: the name its noun belongs to, else its verb's subject, else a name in front."""
    head = _counted(span) or span.root
    for word in _complements(head):
        entity = named(context, word, _SUBJECT_TYPES)
        if entity is not None:
            return context.index.ref(entity)
    verb = governing_verb(head)
    for subject in subjects(verb):
        if subject in set(ancestors(head)) or span.start <= subject.i < span.end:
            continue
        reference = participant(context, subject, _SUBJECT_TYPES)
        if reference is not None:
            return reference
    return _fronted(context, verb, head)


def _complements(head: Token) -> Iterator[Token]:
    """Yield the nouns that the counted noun belongs to, and those it is itself a complement of."""
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


def _fronted(context: FactContext, verb: Token, head: Token) -> EntityRef | None:
    """Return the only organisation or place of the clause in front of the figure ("À Douai, 300 emplois...")."""
    start, end = verb.sent.start_char, head.idx
    found = [entity for entity in context.index.mentions_in(start, end) if entity.type in {"organisation", "place"}]
    unique = list({entity.id: entity for entity in found}.values())
    return context.index.ref(unique[0]) if len(unique) == 1 else None
