"""What a figure counts (`of`): the noun after it, the noun it completes, or the subject of a verb of quantity."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.syntax import ancestors, governing_verb, phrase_bounds, subjects
from factuel.models import read_words, verb_forms
from factuel.records import FigureMention

_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_MAX_WORDS: Final = 6
"""A counted phrase of more words is a clause: only its head is kept."""


def counted_head(span: Span) -> Token | None:
    """Return the head of the noun phrase that the figure's words belong to, when there is one near."""
    root: Token = span.root
    if root.dep_ == "nummod" and root.head.i >= span.start and root.head.i - span.end <= 3:
        return root.head
    return root if root.pos_ in _NOMINAL else None


def counted_phrase(context: FactContext, span: Span, mention: FigureMention) -> str | None:
    """Return the phrase that a figure counts, trimmed, or None when nothing says it.

    The finder's own reading stands for counts. A sum, a rate or a physical measure is "of" the noun after it ("180
    tonnes de verre"), or the noun it completes ("un budget de 3 M€"), or the subject of its verb of quantity.
    """
    if mention.of is not None:
        return mention.of
    return _complement(context, span) or _completed(context, span) or _measured(context, span)


def _complement(context: FactContext, span: Span) -> str | None:
    """ "620 000 euros de pertes", "45 % des salariés"."""
    doc, at = context.doc, span.end
    if at + 1 >= len(doc) or doc[at].lower_ not in {"de", "d'", "d’", "des", "du"}:
        return None
    noun = next((token for token in doc[at + 1 : at + 4] if token.pos_ in _NOMINAL), None)
    if noun is None or noun.ent_type_ or noun.lower_ in read_words("period_nouns"):
        return None
    return _phrase(context, noun, limit=None)


def _completed(context: FactContext, span: Span) -> str | None:
    """ "un budget de 3 M€", "un chiffre d'affaires de 1,08 Md€ (+3,2 %)"."""
    for head in ancestors(span.root):
        inside = span.start <= head.i < span.end
        if inside:
            continue
        if head.pos_ not in {"NOUN"} or head.ent_type_ or head.i > span.start or span.start - head.i > 10:
            return None
        return _phrase(context, head, limit=span.start)
    return None


def _measured(context: FactContext, span: Span) -> str | None:
    """ "La dette nette est ramenée à 212 M€", "les ventes ont fléchi de 1,8 %"."""
    verb = governing_verb(span.root)
    forms = verb_forms("quantity_verbs")
    if verb.lower_ not in forms and not any(child.lower_ in forms and child.dep_ == "cop" for child in verb.children):
        return None
    for subject in subjects(verb):
        if subject.pos_ == "NOUN" and not subject.ent_type_ and subject.lower_ not in read_words("organisation_nouns"):
            return _phrase(context, subject, limit=span.start)
    return None


def _phrase(context: FactContext, head: Token, limit: int | None) -> str | None:
    """Return the noun phrase around `head`, cut before the token `limit`, a name, a date or a dangling preposition."""
    start, end = phrase_bounds(head)
    if limit is not None:
        end = min(end, context.doc[limit].idx)
    names = [name.start_char for name in head.sent.ents if start < name.start_char < end]
    dates = [date.start for date in context.dates if start < date.start < end]
    end = min([end, *names, *dates])
    words = context.text[start:end].split()
    while words and words[-1].casefold().strip(" (,«") in _TAILS:
        words.pop()
    if len(words) > _MAX_WORDS:
        return head.text
    return " ".join(words).strip(" ,;(«") or None


_TAILS: Final = frozenset(
    {"", "de", "du", "des", "d'", "à", "au", "aux", "en", "par", "sur", "dans", "le", "la", "les", "l'"}
)
