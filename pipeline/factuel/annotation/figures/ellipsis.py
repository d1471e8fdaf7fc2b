"""Numbers whose unit or noun stands elsewhere: "34 points de Duval et 31 de Petit", "contre 54,9 millions"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from factuel.annotation.figures.currencies import settled
from factuel.annotation.figures.draft import Draft

_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n")
_NEXT_SHARES = re.compile(r"(?:, | et | ou |/)\Z")
_PARAGRAPH = 2000  # characters: no paragraph of the press is longer
_BRACKETED = re.compile(r"(?P<noun>[a-zà-ÿœ-]{3,}[sx]) \(\Z")
_LINKED_LEFT = re.compile(r"(?:^|\W)(?:et|contre|dont|soit|puis|ou|au lieu de|apres|,|:|\(|de|a) ?\Z")


def completed(text: str, folded: str, drafts: list[Draft]) -> list[Draft]:
    """Return the figures, the bare ones with the unit or counted phrase of a neighbour where the text has none."""
    result = [_in_brackets(text, draft) for draft in drafts]
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
            near = money is not None and "\n" not in text[money.end : min(draft.start, money.end + _PARAGRAPH)]
            result[index] = replace(draft, kind="money", unit=money.unit if money and near else usual, bare=False)
        elif index and _continues(text, folded, result[index - 1], draft):
            result[index] = _scaled(draft, result[index - 1])
    return settled(text, folded, result)


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
