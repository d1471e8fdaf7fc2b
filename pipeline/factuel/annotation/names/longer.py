"""Longer designations: where the rules saw a part of a name and the trained model the whole of it.

The model is right where the part is not known by a lexicon and nothing parts the whole: nineteen times in twenty on
articles that neither had seen, two in three on real pages before the exceptions below.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spacy.tokens import Doc, Span

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.endings import TIES
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.names.opinions import PERSON, QUOTES, SEPARATORS

_OF: Final = frozenset({"de", "d'", "d’", "du", "des", "la", "l'", "l’"})
_ARTICLES: Final = frozenset({"le", "la", "les", "l'", "l’"})
_HARDLY: Final = 3.0
"""Margin of a name that may be the end of a longer one."""


def widen(doc: Doc, opinions: Iterable[Span], decided: list[Decided]) -> list[Decided]:
    """Take the model's name in the place of those of the rules within it, where it is the longer designation."""
    kept = list(decided)
    for span in opinions:
        whole = Decided(span.start, span.end, span.label_)
        inside = [name for name in kept if name.start < whole.end and whole.start < name.end]
        if inside and _is_wider(doc, inside, whole):
            kept = sorted([*(name for name in kept if name not in inside), whole], key=lambda name: name.start)
    return kept


def _is_wider(doc: Doc, inside: list[Decided], whole: Decided) -> bool:
    """Return whether the model's name is more than the names of the rules within it and a word that tells their kind.

    People named in full, places side by side ("la Citadelle d'Amiens") and names that something parts stay as they are.
    """
    first, last = inside[0], inside[-1]
    if whole.label == "PER" or first.start < whole.start or last.end > whole.end or _is_parted(doc, whole):
        return False
    if any(name.label == "PER" and name.margin >= PERSON for name in inside):
        return False
    if len(inside) > 1:
        between = [token.text for token in doc[inside[-2].end : last.start]]
        if between == ["-"] and len(inside) == 2 and (first.start, last.end) == (whole.start, whole.end):
            return False
        if first.firm and len(between) == 1 and between[0] in _ARTICLES:
            return False
        loose = not last.firm or (bool(between) and _OF.issuperset(between))
        return loose and first.label != "LOC" and not (first.firm and last.firm)
    return first.start > whole.start and _adds_a_word(doc, first, whole)


def _adds_a_word(doc: Doc, name: Decided, whole: Decided) -> bool:
    """Return whether the words before a name are its own.

    One in small letters needs a tie ("champ de Mars", not "groupe Colas"), and none is added to what a lexicon knows
    ("Nord de la France"), but an article to a work in quotation marks.
    """
    if name.firm:
        return whole.label == "MISC" and bool(whole.start) and doc[whole.start - 1].text in QUOTES
    if doc[whole.start].text[:1].isupper():
        return True
    if whole.label == "ORG" and name.label == "LOC" and doc[whole.start].lower_ not in name_lexicon().heads:
        return False
    tied = doc[name.start - 1].text in TIES and not (whole.label == "LOC" and name.label == "LOC")
    return tied and name.margin < _HARDLY and name.end == whole.end


def _is_parted(doc: Doc, whole: Decided) -> bool:
    """Return whether something within the name parts it; a hyphen between two letters does not."""
    inside = doc[whole.start : whole.end]
    glued = [not one.whitespace_ for one in inside]
    return any(
        token.is_space or (token.text in SEPARATORS and not (token.text == "-" and at and glued[at - 1] and glued[at]))
        for at, token in enumerate(inside)
    )
