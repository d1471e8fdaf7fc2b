"""Noun phrases around a figure: where they begin and end, so that they are what a figure counts and no more."""

from __future__ import annotations

import re
from typing import Final, cast

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of
from factuel.facts.syntax import has_feature, phrase_bounds
from factuel.models import read_words, verb_forms
from factuel.records import DateMention, FigureMention

_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_OF: Final = frozenset({"de", "d'", "d’", "des", "du"})
_MAX_WORDS: Final = 6
"""A counted phrase of more words is a clause: only its head is kept."""
_NUMBER: Final = re.compile(r"(?<!\w)\d")
_BOUNDARY: Final = re.compile(r"[,;:(«]")
_LEADING: Final = re.compile(
    r"^(?:(?:dont|et|ou|où|de|que|avec)\s+|(?:d|qu)['’])*(?:(?:le|la|les|un|une)\s+|l['’])?", re.IGNORECASE
)
_FINITE: Final = ("e", "ent", "ra", "ront", "ait", "aient")


def spots_in(context: FactContext, sentence: Span) -> tuple[list[DateMention], list[FigureMention]]:
    """Return the dates and the figures that have characters of a sentence."""
    asked = ("spots", sentence.start)
    if asked not in context.memo:
        low, high = sentence.start_char, sentence.end_char
        dates = [date for date in context.dates if date.start < high and date.end > low]
        figures = [figure for figure in context.figures if figure.start < high and figure.end > low]
        context.memo[asked] = (dates, figures)
    return cast("tuple[list[DateMention], list[FigureMention]]", context.memo[asked])


def noun_phrase(context: FactContext, head: Token, limit: int | None) -> str | None:
    """Return the noun phrase around `head`, cut before the token `limit`, a name, a verb, a date, another figure, a
    comma or a dangling preposition; None for a noun that only links the figure ("au lieu de")."""
    asked = ("noun phrase", head.i)
    if asked not in context.memo:
        context.memo[asked] = (_bounds(context, head), {})
    bounds, known = context.memo[asked]
    if bounds is None:
        return None
    start, end = bounds
    if limit is not None:
        end = min(end, context.doc[limit].idx)
    if end not in known:
        known[end] = _phrase(context, head, start, end)
    return cast("str | None", known[end])


def _bounds(context: FactContext, head: Token) -> tuple[int, int] | None:
    """Return where the parse says that a noun phrase begins and ends, null where it is no phrase of its own."""
    if head.lower_ in read_words("idiom_nouns"):
        return None
    sentence = sent_of(head)
    dates, figures = spots_in(context, sentence)
    if any(spot.start <= head.idx < spot.end for spot in (*dates, *figures)):
        return None
    start, end = phrase_bounds(head)
    return max(start, sentence.start_char), end


def _phrase(context: FactContext, head: Token, start: int, end: int) -> str | None:
    """Return what of the characters `start` to `end` (exclusive) is the phrase of `head`."""
    sentence = sent_of(head)
    dates, figures = spots_in(context, sentence)
    stops = [name.start_char for name in names_in(sentence) if head.idx < name.start_char < end]
    stops += _stop_word(head, end)
    stops += [spot.start for spot in (*dates, *figures) if head.idx < spot.start < end]
    end = min([end, *stops])
    start = max([start, *(spot.end for spot in (*dates, *figures) if spot.start < head.idx >= spot.end > start)])
    start = max([start, *(found.end() for found in _BOUNDARY.finditer(context.text, start, head.idx))])
    cut = _BOUNDARY.search(context.text, head.idx + len(head), end)
    words = context.text[start : cut.start() if cut else end].split()
    tails = read_words("grammatical_words", role="tail")
    while words and (words[-1].casefold().strip(" (,«") in tails or not words[-1].strip(" (,«")):
        words.pop()
    if len(words) > _MAX_WORDS:
        return head.text
    said = _LEADING.sub("", " ".join(words).strip(" ,;(«"))
    return None if not said or _NUMBER.search(said) else said


def _stop_word(head: Token, end: int) -> list[int]:
    """Return the character where the first word after `head` begins that is of another phrase, none from `end` on."""
    for word in head.doc[head.i + 1 : sent_of(head).end]:
        if word.idx >= end:
            return []
        if _is_finite(word) or _is_apart(word) or _is_clause(word):
            return [word.idx]
    return []


def _is_finite(word: Token) -> bool:
    """Tell whether a word is a conjugated verb or a present participle; one of quantity whatever its tag ("les ventes
    progressent")."""
    finite = has_feature(word, "VerbForm", "Fin") or word.lower_.endswith("ant")
    if finite and word.pos_ in {"VERB", "AUX"}:
        return True
    after_noun = word.i > 0 and word.nbor(-1).pos_ in _NOMINAL
    return after_noun and word.lower_.endswith(_FINITE) and word.lower_ in verb_forms("quantity_verbs")


def _is_clause(word: Token) -> bool:
    """Tell whether a participle has a complement ("dividende proposé aux actionnaires"): what it says is no part."""
    return (
        has_feature(word, "VerbForm", "Part")
        and word.pos_ == "VERB"
        and word.i + 1 < len(word.doc)
        and word.nbor().pos_ == "ADP"
        and word.nbor().lower_ not in _OF
    )


def _is_apart(word: Token) -> bool:
    """Tell whether a word begins another phrase without a preposition ("réseau cette année", "marge désormais")."""
    return (word.pos_ == "DET" and word.nbor(-1).pos_ in {"NOUN", "ADJ"}) or word.lower_ in {"désormais", "dernier"}
