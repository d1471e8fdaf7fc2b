"""Which "francs", which "dollars": the currency that a text names in full, or the one of the places it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from factuel.annotation.figures.draft import Draft
from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.vocabulary import alternation, folded_rows
from factuel.models import read_lexicon

_ENOUGH_PLACES = 2  # one mention of a country is news from there, two are the place of the story
_EXPLICIT = re.compile(r"(?<![a-z])(?:us|usd|americains?|francais|[mk]?f|ff|frf)(?![a-z])|\$us|us\$")
_NOUNS = ("franc", "dollar", "dinar", "livre", "roupie", "couronne", "dirham", "peso")


@dataclass(frozen=True, slots=True)
class _Family:
    """The currencies of one noun: how their full names read, and the places that use them."""

    named: re.Pattern[str]
    codes: dict[str, str]
    places: re.Pattern[str] | None
    place_codes: dict[str, str]
    members: frozenset[str]


def settled(text: str, folded: str, drafts: list[Draft]) -> list[Draft]:
    """Return the figures with their bare "francs", "dinars", "$" in the currency that the text means."""
    for code, family in _families().items():
        if not any(_is_bare(folded, draft, code) for draft in drafts):
            continue
        if _is_conversion(folded, drafts, code, family):
            continue
        meant = _written(drafts, code, family) or _meant(folded, family)
        if meant is not None:
            drafts = [replace(draft, unit=meant) if _is_bare(folded, draft, code) else draft for draft in drafts]
    return drafts


def _is_conversion(folded: str, drafts: list[Draft], bare: str, family: _Family) -> bool:
    """Tell whether a bare sum converts one of the family: "2 milliards de dollars de Taïwan (62 millions de dollars)"
    as a newspaper adds."""
    for first, second in pairwise(drafts):
        apart = folded[first.measure_end : second.start].strip()
        if apart in ("(", ", soit", "soit") and first.unit in family.members and _is_bare(folded, second, bare):
            return True
    return False


def _written(drafts: list[Draft], bare: str, family: _Family) -> str | None:
    """Return the currency of the family that the text's other figures are in most: "CHF 5,4 mios", "45 DT"."""
    counts = Counter(draft.unit for draft in drafts if draft.unit in family.members and draft.unit != bare)
    return min(counts, key=lambda code: (-counts[code], code or "")) if counts else None


def _is_bare(folded: str, draft: Draft, code: str) -> bool:
    """Tell whether a figure's currency is the one that a bare noun stands for, and is not said in full."""
    return draft.unit == code and _EXPLICIT.search(folded, draft.start, draft.measure_end) is None


def _meant(folded: str, family: _Family) -> str | None:
    """Return the code that the text names in full, else the one of the places it names most; None when neither says."""
    named = family.named.search(folded)
    if named is not None:
        return family.codes[re.sub(" {2,}", " ", named.group())]
    if family.places is None:
        return None
    counts = Counter(family.place_codes[match.group()] for match in family.places.finditer(folded))
    if not counts:
        return None
    code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return code if count >= _ENOUGH_PLACES else None


@cache
def _families() -> dict[str, _Family]:
    """Return the families by the code that their bare noun stands for."""
    rows = folded_rows("currencies")
    families: dict[str, _Family] = {}
    for noun in _NOUNS:
        bare = rows.get(noun) or rows.get(noun + "s")
        if bare is None:
            continue
        codes = {
            form: row["code"] for form, row in rows.items() if form.startswith(noun) and row["code"] != bare["code"]
        }
        places = {fold(row["form"]): row["code"] for row in read_lexicon("currency_places") if row["noun"] == noun}
        families[bare["code"]] = _Family(
            named=re.compile(rf"(?<!\w){alternation(codes)}(?!\w)" if codes else r"(?!)"),
            codes=codes,
            places=re.compile(rf"(?<![\w-]){alternation(places)}(?![\w-])") if places else None,
            place_codes=places,
            members=frozenset(codes.values()) | frozenset(places.values()),
        )
    return families
