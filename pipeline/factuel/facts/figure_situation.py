"""What is so for all phrases in sight of a figure when one is chosen as what it counts: its kind, and how the words
around tie it to the text."""

from __future__ import annotations

from typing import Final, NamedTuple

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.syntax import governing_verb
from factuel.models import read_words
from factuel.records import FigureMention

_LINKS: Final = frozenset({"dont", "contre", "soit", "comparer", "sur", "puis", "et", "ou", "voire"})
_LEFT: Final = 4
"""Tokens before a figure in which its link to the text is looked for ("en hausse de plus de 7 %")."""
_STEM: Final = 5
"""Letters of a verb that its forms mostly share."""


class Situation(NamedTuple):
    """A figure's kind, how the words before tie it to the text, the kind of word after it, the preposition or
    determiner before its number and the stem of its verb; empty where there is none."""

    kind: str
    tie: str
    after: str
    before: str
    verb: str


def situation(context: FactContext, span: Span, mention: FigureMention) -> Situation:
    """Return what is so for all phrases in sight of the figure at `span`."""
    measure = mention.measure
    kind = "point" if measure.unit == "point" else measure.kind
    asked = ("situation", span.start)
    if asked not in context.memo:
        verb = governing_verb(span.root)
        stem = verb.lower_[:_STEM] if verb.pos_ in {"VERB", "AUX"} else ""
        context.memo[asked] = (_tie(context, span), _after(context, span), _before(span), stem)
    return Situation(kind, *context.memo[asked])


def _before(span: Span) -> str:
    """Return the preposition or determiner right before the number, which may be among the figure's words."""
    own = [word for word in span if word.idx < span._.figure.measure.start]
    left = [span.doc[span.start - 1]] if span.start else []
    return next((word.lower_ for word in (*reversed(own), *left) if word.pos_ in {"ADP", "DET"}), "")


def _tie(context: FactContext, span: Span) -> str:
    clitic = _clitic(span)
    if clitic:
        return clitic
    first = sent_of(span).start_char
    left = [word for word in context.doc[max(0, span.start - _LEFT) : span.start] if word.idx >= first]
    own = [word for word in span if word.idx < span._.figure.measure.start]
    for word in reversed([*left, *own]):
        if word.lower_ in _LINKS:
            return word.lower_
        if word.lower_ in read_words("carrier_nouns"):
            return "carrier"
        if word.pos_ in {"VERB", "AUX"}:
            return "participle" if word.dep_ in {"acl", "amod"} else "verb"
        if word.text in {",", "(", ":", ";", "«", "–"}:
            return word.text
        if word.pos_ in {"NOUN", "PROPN"}:
            return "noun"
    return "start" if len(left) < _LEFT else "far"


def _clitic(span: Span) -> str:
    """Return "en" or "y" when the verb of the figure has it ("Il en compte 2 864", "l'État y consacrera 2 M€")."""
    low = max(sent_of(span).start, span.start - _LEFT - 2)
    for word in reversed(span.doc[low : span.start]):
        if word.lower_ in {"en", "y"} and word.pos_ == "PRON":
            return word.lower_
        if word.is_punct:
            break
    return ""


def _after(context: FactContext, span: Span) -> str:
    following = context.doc[span.end] if span.end < len(context.doc) else None
    if following is None or following.is_punct:
        return "end"
    return following.lower_ if following.pos_ == "ADP" else following.pos_
