"""Numbers whose unit or noun stands elsewhere: "34 points de Duval et 31 de Petit", "contre 54,9 millions"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from factuel.annotation.figures.currencies import settled
from factuel.annotation.figures.draft import Draft

_MILLION = 10**6
_AHEAD = 6  # figures after a bare sum among which its currency is looked for
_MOVES = frozenset({"a", "et", "contre"})
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n")
_NEXT_SHARES = re.compile(r"(?:, | et | ou |/)\Z")
_PARAGRAPH = 2000  # characters: no paragraph of the press is longer
_BRACKETED = re.compile(r"(?P<noun>[a-zà-ÿœ-]{3,}[sx]) \(\Z")
_LINKED_LEFT = re.compile(r"(?:^|\W)(?:et|contre|dont|soit|puis|ou|au lieu de|apres|,|:|\(|de|a) ?\Z")


def completed(text: str, folded: str, drafts: list[Draft]) -> list[Draft]:
    """Return the figures, the bare ones with the unit or counted phrase of a neighbour where the text has none."""
    result = _parts_of_sums(folded, [_in_brackets(text, draft) for draft in drafts])
    usual = _usual_currency(drafts)
    money: Draft | None = None
    for index in range(len(result) - 1, -1, -1):
        draft = result[index]
        if (
            draft.bare
            and index + 1 < len(result)
            and _NEXT_SHARES.fullmatch(folded, draft.end, result[index + 1].start)
        ):
            result[index] = _like(draft, result[index + 1])
    for index, draft in enumerate(result):
        if draft.kind == "money":
            money = draft
        if not draft.bare or draft.unit is not None or draft.of is not None:
            continue
        if draft.words and draft.magnitude < 10**6 and index and result[index - 1].kind == "money":
            continue
        if draft.magnitude >= 10**6 and usual is not None:
            result[index] = replace(
                draft, kind="money", unit=_near_unit(text, result, index, money) or usual, bare=False
            )
        elif index and _continues(text, folded, result[index - 1], draft):
            result[index] = _scaled(draft, result[index - 1])
    return settled(text, folded, _ends_of_moves(folded, result))


def _near_unit(text: str, drafts: list[Draft], index: int, before: Draft | None) -> str | None:
    """Return the currency of the sum before a bare one in its paragraph, else of the first after it there."""
    draft = drafts[index]
    if before is not None and "\n" not in text[before.end : min(draft.start, before.end + _PARAGRAPH)]:
        return before.unit
    after = next((one for one in drafts[index + 1 : index + 1 + _AHEAD] if one.kind == "money"), None)
    same = after is not None and after.start - draft.end < _PARAGRAPH and "\n" not in text[draft.end : after.start]
    return after.unit if after is not None and same else None


def _parts_of_sums(folded: str, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, a number before "des N millions" in millions too: "huit des 28 millions d'habitants"."""
    result = list(drafts)
    for index, (part, whole) in enumerate(pairwise(drafts)):
        if part.value is None or whole.value is None or not part.bare or part.magnitude != 1:
            continue
        linked = whole.magnitude >= _MILLION and folded[part.end : whole.start] == " des "
        if linked and part.value < whole.value / whole.magnitude:
            value = part.value * whole.magnitude
            result[index] = replace(part, value=value, magnitude=whole.magnitude, of=whole.of, bare=False)
    return result


def _ends_of_moves(folded: str, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, the start of a move in the currency of its end: "de 9 milliards à 12 milliards d'euros"."""
    result = list(drafts)
    for index, (first, last) in enumerate(pairwise(drafts)):
        nothing = first.kind == "count" and first.unit is None and first.of is None
        linked = folded[first.end : last.start].strip() in _MOVES
        if nothing and linked and first.magnitude >= _MILLION and last.kind == "money":
            result[index] = replace(first, kind="money", unit=last.unit)
    return result


def _usual_currency(drafts: list[Draft]) -> str | None:
    """Return the currency that a text counts in most, the first named of equals; None when it names none."""
    codes = Counter(draft.unit for draft in drafts if draft.kind == "money")
    return max(codes, key=codes.__getitem__) if codes else None


def _in_brackets(text: str, draft: Draft) -> Draft:
    """Return "(17)" after a plural noun as a count of that noun."""
    if not draft.bare or text[draft.end : draft.end + 1] != ")":
        return draft
    noun = _BRACKETED.search(text, max(0, draft.start - 40), draft.start)
    return draft if noun is None else replace(draft, of=noun.span("noun"))


def _like(draft: Draft, model: Draft) -> Draft:
    """Return a bare figure with the unit and the counted phrase of another."""
    return replace(draft, kind=model.kind, unit=model.unit, of=model.of)


def _scaled(draft: Draft, model: Draft) -> Draft:
    """Return a bare figure like another, in its millions when it counts them: "13,6 M€, dont 4,8"."""
    draft = _like(draft, model)
    if (
        model.kind != "money"
        or model.magnitude < 1000
        or draft.magnitude > 1
        or draft.value is None
        or draft.value >= 1000
    ):
        return draft
    return replace(draft, value=draft.value * model.magnitude, magnitude=model.magnitude)


def _continues(text: str, folded: str, before: Draft, draft: Draft) -> bool:
    """Tell whether a bare figure goes on counting what the one before it counts, in the same sentence."""
    if (before.kind in ("percentage", "duration", "ratio") and before.unit != "point") or draft.start - before.end > 80:
        return False
    if _SENTENCE_END.search(text, before.end, draft.start):
        return False
    if before.kind == "money" and draft.value is not None and draft.value != draft.value.to_integral_value():
        return True
    return _LINKED_LEFT.search(folded, max(0, draft.start - 14), draft.start) is not None
