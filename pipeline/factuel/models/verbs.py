"""French verbs from a lexicon: one row a verb, expanded to the forms that press prose uses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from factuel.models.resources import read_lexicon

_ENDINGS: Final = {
    # first group: signer -> sign
    "1": "e es ent ons ez ait aient a èrent ai era eront erons erai erait eraient erions er ant é ée és ées",
    # second group: réunir -> réuni
    "2": "t s ssent ssons ssez ssait ssaient rent ra ront rons rai rait raient r ssant  e s es",
    # third group in -re: vendre -> vend
    "3": " s ent ons ez ait aient it irent ra ront rons rai rait raient re ant u ue us ues",
}


@cache
def verb_forms(lexicon: str) -> Mapping[str, Mapping[str, str]]:
    """Return the rows of a verb lexicon by each form of the verb, in lower case.

    The lexicon has columns `lemma`, `stem` and `group` beside its own. Group 1, 2 and 3 take the regular endings after
    the stem (g and c keep their sound: "lançait", "engageait"); group `=` lists all forms in `stem`, separated by
    `|`. A form that two rows share belongs to the first.
    """
    forms: dict[str, Mapping[str, str]] = {}
    for row in read_lexicon(lexicon):
        for form in _expand(row["stem"], row["group"]):
            forms.setdefault(form, row)
    return MappingProxyType(forms)


def _expand(stem: str, group: str) -> list[str]:
    if group == "=":
        return stem.split("|")
    return [_soften(stem, ending) + ending for ending in _ENDINGS[group].split(" ")]


def _soften(stem: str, ending: str) -> str:
    if ending[:1] not in {"a", "o"}:
        return stem
    if stem.endswith("c"):
        return stem[:-1] + "ç"
    return stem + "e" if stem.endswith("g") else stem
