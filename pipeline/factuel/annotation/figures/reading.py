"""From a number and its surroundings to figures: one, a range, or the two ends of a change."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factuel.annotation.figures import blocked
from factuel.annotation.figures.counted import Counted, counted_at
from factuel.annotation.figures.draft import Draft
from factuel.annotation.figures.left import Left, left_of
from factuel.annotation.figures.patterns import Unit, patterns
from factuel.annotation.figures.quantity import Quantity, is_named_unit, multiplied, unit_at
from factuel.annotation.figures.ranges import aligned, second_of, sharing_unit
from factuel.annotation.figures.right import completed_right
from factuel.annotation.notation.contexts import before
from factuel.annotation.notation.vocabulary import folded_rows, folded_words
from factuel.records import Bound

_CENTURIES = ("15", "16", "17", "18", "19", "20")
_DETERMINER = re.compile(
    r"(?:^|\W)(?P<form>une demi-|une bonne |une petite |un bon |un petit |une |un |la |cette |plusieurs )\Z"
)


def drafts_of(text: str, folded: str, first: Quantity, left: Left, floor: int) -> tuple[list[Draft], int]:
    """Return the figures that begin with `first`, none when it turns out to be no figure, and where to go on."""
    second = second_of(text, folded, first, left)
    if second is None and _is_article(first, left) and not _is_sum(folded, first):
        return [], first.start + 1
    if second is None:
        draft = _single(text, folded, first, left, floor)
        return ([draft], draft.end) if draft else ([], first.end)
    drafts = _pair(text, folded, first, second, left, floor)
    return drafts, max(second.end, drafts[-1].end if drafts else 0)


def _pair(text: str, folded: str, first: Quantity, second: Quantity, left: Left, floor: int) -> list[Draft]:
    """Return a range, or the two ends of a change; none for the two sides of a match."""
    low, high = aligned(first, second)
    tail = _single(text, folded, second, Left(second.start), second.start)
    if tail is None or (tail.bare and not left.changing and _is_score(first, second, left, low, high)):
        return []
    if low > high and left.opener == "de":
        left = replace(left, changing=True)
    if low >= high and left.direction is None and not left.changing:
        return [draft for draft in (_single(text, folded, first, left, floor), tail) if draft]
    if left.changing or (left.direction is not None and (low >= high or _is_complete(first))):
        head = _draft(sharing_unit(first, second), replace(left, direction=None), low, floor)
        head = replace(head, kind=tail.kind, unit=tail.unit, of=tail.of)
        return [head, replace(tail, direction="up" if high > low else "down", value=high)]
    begin = max(floor, left.start)
    return [
        replace(
            tail, start=begin, value=None, low=low, high=high, bound="range", direction=left.direction or tail.direction
        )
    ]


def _is_complete(quantity: Quantity) -> bool:
    """Tell whether an amount stands on its own: "de 9 milliards à 12 milliards" is a change, "de 9 à 12 %" a range."""
    return quantity.magnitude > 1 and quantity.kind != "percentage"


def _is_sum(folded: str, quantity: Quantity) -> bool:
    """Tell whether "un euro" is a sum of money: a symbolic one, or a price."""
    if quantity.kind != "money":
        return False
    before = re.search(r"(?:^|\W)(?:a|pour|de) \Z", folded[max(0, quantity.start - 6) : quantity.start])
    return (
        before is not None
        or re.match(r" (?:symbolique|par |le |la )", folded[quantity.end : quantity.end + 11]) is not None
    )


def _is_article(quantity: Quantity, left: Left) -> bool:
    """Tell whether a lone "un" or "une" is no number: one with neither a bound nor a rest ("une heure et demie")."""
    if not quantity.words or quantity.written != 1 or quantity.magnitude != 1:
        return False
    if quantity.number_end - quantity.start > 3 or quantity.value != (quantity.unit.factor if quantity.unit else 1):
        return False
    return left.bound in (None, "exact") or quantity.unit is None


def _is_score(first: Quantity, second: Quantity, left: Left, low: Decimal, high: Decimal) -> bool:
    """Tell whether two bare numbers are the two sides of a match ("93 à 83") or of a code."""
    if first.magnitude > 1 or second.magnitude > 1:
        return False
    return not first.words and ((first.unit is None and not (left.opener or left.bound)) or low >= high)


def _single(text: str, folded: str, quantity: Quantity, left: Left, floor: int) -> Draft | None:
    """Return one figure with its unit or counted noun, its rate and its bound."""
    left = _signed(quantity, left)
    if quantity.unit is None and is_named_unit(text, folded, quantity.end):
        return None
    quantity, start = _currency_before(text, quantity, floor)
    draft = replace(_draft(quantity, left, quantity.value, floor), start=max(floor, min(start, left.start)))
    counted = _counted(text, folded, quantity)
    if counted is not None:
        ends = counted.head_end if quantity.unit is None else draft.end
        draft = replace(draft, of=(counted.start, counted.end), end=ends)
    draft = replace(draft, bare=quantity.unit is None and counted is None)
    if (
        counted is not None
        and quantity.written == 1
        and not quantity.words
        and blocked.is_label(text, folded, quantity.start)
    ):
        return None
    if draft.bare and not _stands_alone(text, folded, quantity, left):
        return None
    return completed_right(folded, draft, counted, left)


def _signed(quantity: Quantity, left: Left) -> Left:
    """Return the context without a sign that is no sign: a dash before words, or before a count of things."""
    signed = left.direction is not None and left.start < quantity.start and left.bound is None
    if not signed or not (left.spaced or (quantity.words and not left.said)):
        return left
    rated = quantity.unit is not None and quantity.unit.code in ("percent", "point", "Cel", "kg")
    return left if rated else replace(left, start=quantity.start, negative=False, direction=None)


def _draft(quantity: Quantity, left: Left, value: Decimal, floor: int) -> Draft:
    bound: Bound = left.bound or ("about" if quantity.about else "exact")
    unit = quantity.unit
    return Draft(
        start=max(floor, left.start),
        end=quantity.end,
        measure_end=quantity.end,
        kind=quantity.kind,
        value=-value if left.negative else value,
        bound=bound,
        unit=unit.code if unit else None,
        direction=left.direction,
        magnitude=quantity.magnitude,
        words=quantity.words,
    )


def _currency_before(text: str, quantity: Quantity, floor: int) -> tuple[Quantity, int]:
    """Return the quantity with the currency that stands before it ("CHF 1,2 million"), and where it begins.

    A currency before `floor` belongs to another figure.
    """
    if quantity.unit is not None:
        return quantity, quantity.start
    match = patterns().currency_before.search(text, max(0, quantity.start - 6), quantity.start)
    if match is None or match.start("form") < floor:
        return quantity, quantity.start
    unit: Unit = patterns().symbols[match.group("form")]
    return replace(quantity, unit=unit, value=quantity.value * unit.factor), match.start("form")


def _counted(text: str, folded: str, quantity: Quantity) -> Counted | None:
    """Return the phrase counted by a quantity: directly after a number, after "de" behind a unit or a magnitude."""
    if quantity.unit is not None:
        bare = quantity.unit.kind in ("money", "duration")
        return counted_at(text, folded, quantity.end, plural=False, linked=True, bare=bare)
    if quantity.magnitude > 1 or quantity.about:
        linked = counted_at(text, folded, quantity.end, plural=False, linked=True)
        if linked is not None or quantity.magnitude >= 10**6:
            return linked
    return counted_at(text, folded, quantity.end, plural=abs(quantity.value) >= 2, linked=False)


def _stands_alone(text: str, folded: str, quantity: Quantity, left: Left) -> bool:
    """Tell whether a number without unit or noun is a figure at all."""
    window = folded[max(0, quantity.start - 16) : quantity.start]
    if _is_small(folded, quantity) and blocked.is_label(text, folded, quantity.start):
        return False
    if quantity.written < 10**6 and quantity.magnitude == 1 and before("team").search(window):
        return False
    if _is_cell(text, quantity) or (quantity.written == 100 and window.endswith("pour ")):
        return False
    if quantity.words and quantity.written < 100:
        if quantity.written == 0 and window.strip():
            return False
        return not (quantity.written == 9 and _is_adjective(window))
    if not quantity.words and (blocked.score_end(folded, quantity.start) or _is_year_like(folded, quantity, left)):
        return False
    return not (quantity.end < len(text) and (text[quantity.end].isalpha() or text[quantity.end] in "_@#/=°"))


def _is_year_like(folded: str, quantity: Quantity, left: Left) -> bool:
    """Tell whether a bare number of four digits is a year that no date took: "l'association loi de 1901"."""
    written = folded[quantity.start : quantity.end]
    return left.bound is None and len(written) == 4 and written.isdigit() and written[:2] in _CENTURIES


def _is_cell(text: str, quantity: Quantity) -> bool:
    """Tell whether a bare number is a cell of a table, a mark in quotes, or a footnote: "| 12 |", "« 1 »", "(1)"."""
    before, after = (
        text[max(0, quantity.start - 2) : quantity.start].strip(),
        text[quantity.end : quantity.end + 2].strip(),
    )
    if before[-1:] == "|" or (before[-1:] == "«" and after[:1] in ("»", "*")):
        return True
    footnote = before[-1:] == "(" and after[:1] == ")" and quantity.value < 10
    return after[:1] == "*" or (
        footnote and not re.search(r"[a-z][sx] \($", text[max(0, quantity.start - 5) : quantity.start])
    )


def _is_adjective(window: str) -> bool:
    """Tell whether "neuf" after `window` says new rather than nine: it follows a noun ("un logement neuf")."""
    word = re.search(r"(?P<word>[a-z'-]+) \Z", window)
    return word is not None and word.group("word") not in folded_words("function_words")


def _is_small(folded: str, quantity: Quantity) -> bool:
    """Tell whether a number may be a label: below ten thousand, without "millions", whole or with a point ("49.3")."""
    if quantity.magnitude != 1 or quantity.value >= 10_000:
        return False
    return quantity.value == quantity.value.to_integral_value() or "." in folded[quantity.start : quantity.end]


def collective_draft(text: str, folded: str, match: re.Match[str], floor: int) -> Draft | None:
    """Return "une trentaine d'années", "plusieurs centaines de salariés" (at least two hundred)."""
    determiner = _DETERMINER.search(folded, max(0, match.start() - 13), match.start())
    if determiner is None:
        return None
    row = folded_rows("collectives")[match.group()]
    form = determiner.group("form").strip()
    value = Decimal(row["value"]) / (2 if form == "une demi-" else 1)
    plural = match.group().endswith("s")
    if plural != (form == "plusieurs"):
        return None
    start = determiner.start("form")
    factor, stop = multiplied(folded, match.end())
    value *= factor
    found = unit_at(text, folded, stop, linked=True)
    unit, end = found if found else (None, stop)
    quantity = Quantity(start, end, value * (unit.factor if unit else 1), value, value, unit, True, about=True)
    if form in ("la", "cette") and unit is None:
        return None
    left = left_of(text, folded, start)
    bounds: dict[str, Bound] = {
        "un bon": "more_than",
        "une bonne": "more_than",
        "une petite": "less_than",
        "un petit": "less_than",
    }
    left = replace(left, bound=left.bound or bounds.get(form))
    draft = _single(text, folded, quantity, left, floor)
    if draft is None or form != "plusieurs":
        return draft
    return replace(draft, value=None, low=quantity.value * 2, bound="at_least")
