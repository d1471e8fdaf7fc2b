"""`figure`: every number of the article with what it counts and about whom, read from the parse around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Span

from factuel.facts.bare_sums import as_money
from factuel.facts.context import FactContext
from factuel.facts.factuality import factuality_of_count
from factuel.facts.figure_claims import figure_claimant
from factuel.facts.figure_count_clues import Earlier
from factuel.facts.figure_counts import counted_phrase
from factuel.facts.figure_parts import is_part, part_factuality
from factuel.facts.figure_phrases import counted_head
from factuel.facts.figure_subject import figure_subject
from factuel.records import Figure, FigureMention

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CONFIDENCE: Final = {"exact": 0.95, "range": 0.9}


def extract(context: FactContext) -> Iterator[Figure]:
    """Yield one fact for each figure of the article, in order."""
    yield from figures_of(context)


def figures_of(context: FactContext) -> tuple[Figure, ...]:
    """Return the facts of all figures, in order; other types read theirs from them."""
    asked = ("figure facts", 0)
    if asked not in context.memo:
        context.memo[asked] = tuple(_read(context))
    found: tuple[Figure, ...] = context.memo[asked]
    return found


def _read(context: FactContext) -> Iterator[Figure]:
    facts: list[Figure] = []
    earlier: list[Earlier] = []
    for span in figure_spans(context):
        fact = _make_figure(context, span, facts[-1] if facts else None, earlier)
        facts.append(fact)
        counted = span._.figure.of is not None
        earlier.append(Earlier(fact.evidence.end, fact.of, fact.measure.kind, counted))
        yield fact


def figure_spans(context: FactContext) -> Iterator[Span]:
    """Yield the figures of the article that are facts, in order."""
    for span in context.doc.spans.get("figures", ()):
        no_number = _is_both(span) or _is_change(span) or _is_year(span) or _is_in_name(context, span)
        if not no_number:
            yield span


def _is_change(span: Span) -> bool:
    """ "a doublé", "trois fois plus": a change without a number of its own; GUIDE.md leaves it out."""
    measure = span._.figure.measure
    return measure.kind == "ratio" and measure.direction is not None


def _is_year(span: Span) -> bool:
    """ "des comptes 2022 contrastés": four digits right after a noun are a year, whatever adjective follows."""
    measure = span._.figure.measure
    noun = span.start > 0 and span.doc[span.start - 1].pos_ == "NOUN" and not span.doc[span.start - 1].ent_type_
    year = measure.kind == "count" and _YEAR.fullmatch(measure.text) is not None
    return noun and year and span.start_char == measure.start


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


def _make_figure(context: FactContext, span: Span, before: Figure | None, earlier: Sequence[Earlier]) -> Figure:
    """Return the fact of the figure at `span`; `before` is the fact of the figure before it, for parts and ranges, and
    `earlier` what the figures before it count."""
    mention: FigureMention = as_money(context, span) or span._.figure
    head = counted_head(span) or span.root
    of = counted_phrase(context, span, earlier)
    common = context.common(
        "figure",
        mention.start,
        mention.end,
        head,
        mention.text,
        str(mention.measure.value),
        of or "",
        confidence=_CONFIDENCE.get(mention.measure.bound, 0.9),
        factuality=part_factuality(context, span, before, factuality_of_count(head)),
    )
    common["attribution"] = common["attribution"] or figure_claimant(context, span)
    if before is not None and _is_same_said(span, before):
        common["attribution"] = before.attribution
    subject = figure_subject(context, span, head, of)
    whole = before.id if before is not None and is_part(span, before) else None
    return Figure(**common, measure=mention.measure, of=of, subject=subject, part_of=whole)


def _is_same_said(span: Span, before: Figure) -> bool:
    """Return whether a figure says the one before again: ", soit 3 M€", "210 millions de dinars (65 M€)"."""
    previous = span.doc[span.start - 1] if span.start else None
    if previous is None or previous.text != "(":
        return previous is not None and previous.lower_ == "soit"
    near = 0 <= previous.idx - before.evidence.end <= 1
    return near and before.measure.kind == span._.figure.measure.kind == "money"
