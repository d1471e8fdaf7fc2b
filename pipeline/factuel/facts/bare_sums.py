"""Sums whose unit the words before say: "sur les 62 M€, la ville en apporte 21", "dont 20 000 prêtés"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from spacy.tokens import Span

from factuel.annotation.notation.folding import fold
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sentences_start
from factuel.facts.money_words import leftwards
from factuel.facts.syntax import is_finite
from factuel.models import read_words, verb_forms
from factuel.records import FigureMention, Measure

_SENTENCES: Final = 3
"""The sentence of the sum and those before it in which the sum with a unit stands."""
_REACH: Final = 24
_PLAIN: Final = 1000
"""A number below it takes the million or the thousand million of the sum before ("62 M€ ... 21")."""
_SCALES: Final = {"million": Decimal(10**6), "m€": Decimal(10**6), "milliard": Decimal(10**9), "md": Decimal(10**9)}
_WHOLE: Final = Decimal(100)
_LINKS: Final = frozenset({",", "et", ";"})


def as_money(context: FactContext, span: Span) -> FigureMention | None:
    """Return the figure of a bare number as the sum of money that it is; null where it counts something, where no sum
    with a unit stands before it, or where nothing says that it is a part of that sum."""
    figure: FigureMention = span._.figure
    measure = figure.measure
    if measure.kind != "count" or measure.value is None or not _counts_nothing(figure) or not _is_part(span):
        return None
    unit = _sum_before(context, span)
    if unit is None or unit.value is None:
        return None
    value = measure.value * _scale(measure, unit)
    if value > unit.value * 2 and value >= _PLAIN and unit.value >= _PLAIN:
        return None
    told = measure.model_copy(update={"kind": "money", "unit": unit.unit, "value": value})
    return figure.model_copy(update={"measure": told, "of": None})


def _counts_nothing(figure: FigureMention) -> bool:
    """Return whether no counted noun follows: only a participle of giving, "autres", "de sa poche", a noun of funding
    or who gives ("du gouvernement")."""
    words = fold(figure.of or "").replace("’", "'").split(" ")
    if words == [""]:
        return True
    money, giving = _words_of_money()
    return not money.isdisjoint(words[:2]) or words[0] in giving


@cache
def _words_of_money() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns of funding and of givers, and the forms of verbs of giving, folded."""
    forms = verb_forms("investment_verbs").keys() | verb_forms("share_verbs").keys()
    money = read_words("investment_words") | read_words("granting_bodies") | read_words("bare_sum_words")
    return frozenset(map(fold, money)), frozenset(map(fold, forms))


def _is_part(span: Span) -> bool:
    """Return whether the clause says that the number is a part of a sum: "en apporte 21", "dont 20 000", "et la région
    800 000" after a verb of giving."""
    forms = verb_forms("investment_verbs").keys() | verb_forms("share_verbs").keys()
    left = list(leftwards(span, _REACH))
    if "dont" in [word.lower_ for word in left[:3]]:
        return True
    scaled = any(word.lower_.startswith(("million", "milliard")) for word in span)
    at = next((i for i, word in enumerate(left) if word.lower_ in forms and not word.ent_type_), None)
    if at is None:
        return False
    own = not any(is_finite(word) for word in left[:at]) and at < 4
    clitic = {"en", "y"} & {word.lower_ for word in left[at : at + 4]}
    return bool(own and (clitic or scaled)) or _is_gapped(span, left[:at])


def _is_gapped(span: Span, between: list) -> bool:  # type: ignore[type-arg]
    """Return whether another figure and a link stand between the verb and the number, and no other verb."""
    earlier = any(word.like_num or word.text[:1].isdigit() for word in between[1:])
    return earlier and any(word.text in _LINKS for word in between) and not any(map(is_finite, between))


def _sum_before(context: FactContext, span: Span) -> Measure | None:
    """Return the measure of the sum of money named last before a number, in its sentence or the two before."""
    sums = _sums_between(context, sentences_start(span.root, _SENTENCES), span.start)
    return sums[-1] if sums else None


def _sums_between(context: FactContext, start: int, end: int) -> list[Measure]:
    """Return the measures of the sums of money between two tokens (`end` exclusive), in order."""
    near = (s for s in context.doc.spans.get("figures", ()) if start <= s.start and s.end <= end)
    return [s._.figure.measure for s in near if s._.figure.measure.kind == "money"]


def _scale(measure: Measure, unit: Measure) -> Decimal:
    """Return by what a number that says no thousands is multiplied: as the sum before says, never above it."""
    if measure.value is None or unit.value is None or measure.value >= _PLAIN:
        return Decimal(1)
    said = fold(unit.text)
    scale = next((scale for form, scale in _SCALES.items() if form in said), Decimal(1))
    return scale if measure.value * scale <= unit.value else Decimal(1)


def share_of_sum(context: FactContext, span: Span) -> Measure | None:
    """Return the money that a share is of the sum just before it in its sentence: "3,2 M€, dont la moitié payée par A"
    is 1,6 M€, said by the words of the share; null where no sum stands there, or one that is no exact number."""
    share: Measure = span._.figure.measure
    sums = _sums_between(context, sentences_start(span.root, 1), span.start)
    if not sums or share.value is None or sums[-1].value is None or share.value > _WHOLE:
        return None
    value = (sums[-1].value * share.value / _WHOLE).quantize(Decimal(1))
    return share.model_copy(update={"kind": "money", "unit": sums[-1].unit, "value": value, "per": sums[-1].per})
