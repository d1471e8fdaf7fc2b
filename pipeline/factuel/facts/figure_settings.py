"""Where a figure stands in its sentence and what that says of it, whatever the verb plans: an age, a base ("14 postes
sur 90"), what it is compared with, a detached measure ("son budget, de 3 M€, ..."); or a future that the tagger read
over."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.syntax import has_feature, is_finite
from factuel.models import read_words
from factuel.records import Factuality

_YEARS: Final = frozenset({"an", "ans", "année", "années"})
_OF: Final = frozenset({"de", "d'", "d’"})
_SINCE: Final = frozenset({"depuis", "après", "voici", "voilà"})
_FUTURES: Final = ("era", "eront", "ira", "iront", "dra", "dront", "ura", "uront", "tra", "tront")
_CONDITIONALS: Final = ("erait", "eraient", "irait", "iraient", "drait", "draient")
_NO_VERBS: Final = frozenset({"extra", "infra", "ultra", "contra", "front"})
_REACH: Final = 14


def is_already(context: FactContext, span: Span) -> bool:
    """Return whether the figure is so whatever its verb plans or denies."""
    doc = span.doc
    left = [word.lower_ for word in doc[max(text_sentence(span.root).start, span.start - 4) : span.start]]
    right = [word.lower_ for word in doc[span.end : span.end + 3]]
    inside = {word.lower_ for word in span}
    held = bool(set(left[-2:]) & read_words("holding_verbs")) or left[-1:] in (["après"], ["depuis"])
    if held or "voix" in inside | set(right[:1]) or _is_fronted(span) or _is_settled(left):
        return True
    age = bool(inside & _YEARS) and left[-1:] and (left[-1] in _OF | {"à"} or left[-1] in _SINCE)
    compared = any(word in read_words("comparison_words") for word in left[-3:])
    today = bool({"aujourd'hui", "aujourd’hui", "actuellement"} & set(right))
    existing = bool(read_words("existing_words") & (set(right[:2]) | inside))
    return bool(age) or compared or today or existing or _is_base(context, span) or _is_detached(span)


def _is_settled(left: list[str]) -> bool:
    """Return whether the words before a figure say what is there or fixed: "sur un terrain de", ", d'une capacité de",
    "Tarif :"."""
    if left[-1:] == [":"]:
        return bool(set(left[-2:-1]) & read_words("price_labels"))
    of = bool(set(left[-1:]) & _OF)
    return of and bool(set(left[-2:-1]) & read_words("settled_nouns"))


def _is_fronted(span: Span) -> bool:
    """Return whether a participle opens the sentence and its clause holds the figure: "Tiré à 4 000 exemplaires,"."""
    sentence = text_sentence(span.root)
    first = next((word for word in sentence if not word.is_space and word.text not in {"«", '"'}), None)
    past = first is not None and has_feature(first, "VerbForm", "Part") and not has_feature(first, "Tense", "Pres")
    commas = any(word.text == "," for word in span.doc[sentence.start : span.start])
    return past and not commas


def _is_base(context: FactContext, span: Span) -> bool:
    """Return whether the figure is what another is a part of: "63 postes sur 248", "30 des 74 postes"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.lower_ not in {"sur", "des"}:
        return False
    reach = 25 if before.lower_ == "sur" else 1
    return any(0 <= before.idx - figure.end <= reach for figure in context.figures)


def _is_detached(span: Span) -> bool:
    """ "Son budget, de 410 000 euros, ne grimpera pas", "à 12 secondes de Paul Arnaud"."""
    doc, start = span.doc, span.start
    closed = any(word.text == "," for word in doc[span.end : span.end + 3])
    of = start > 1 and doc[start - 1].lower_ in _OF and doc[start - 2].text == "," and closed
    behind = (
        start > 0
        and doc[start - 1].lower_ == "à"
        and {"seconde", "secondes", "kilomètre", "kilomètres"} & {word.lower_ for word in span}
    )
    return of or bool(behind)


def future_read_over(span: Span) -> Factuality | None:
    """Return what a verb says right before the figure in its clause where the tagger took it for no verb ("la ligne
    comptera 98 trains", "en financerait 15 %"); null when none does."""
    sentence = text_sentence(span.root)
    for word in reversed(span.doc[max(sentence.start, span.start - _REACH) : span.start]):
        if is_finite(word) or word.text in {";", ":", "«", "»", ","} or word.lower_ in {"qui", "que", "dont", "où"}:
            return None
        if _reads_as(word, _CONDITIONALS):
            return "conditional"
        if _reads_as(word, _FUTURES):
            return "planned"
    return None


def _reads_as(word: Token, endings: tuple[str, ...]) -> bool:
    plain = word.text.islower() and not word.ent_type_ and word.lower_ not in _NO_VERBS and len(word) > 3
    return plain and word.lower_.endswith(endings) and word.pos_ not in {"AUX", "DET", "ADP", "PRON"}
