"""What a noun outside a name says of the name it announces, and how much that weighs."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.capitals import ARTICLES
from factuel.annotation.names.heads import HeadPhrase
from factuel.annotation.names.reading import Reading

HINT_DIRECT: Final = 3.5
HINT_SURE: Final = 5.5
_HINT_OF: Final = 3.0
_TRADES: Final = ("eur", "eurs", "euse", "ier", "iers", "ière", "iste", "ien", "ienne", "ant", "ante", "aire", "and")
_MAX_SHIP: Final = 5
"""Tokens between the word for a ship and its name ("un roulier de 186 mètres, le Baie d'Ouest")."""


def hint_weight(r: Reading, i: int, phrase: HeadPhrase) -> float:
    """Return what the noun at token i, outside the name, weighs; one that is nobody's trade says it best ("la maison
    X"), but nothing in a function ("le chef de groupe X")."""
    if phrase.link != "direct":
        return _HINT_OF
    if i > 1 and r.low[i - 1] in {"de", "d'"} and r.low[i - 2] in r.lexicon.functions:
        return 0.0
    between = range(phrase.end, phrase.hinted if phrase.hinted is not None else phrase.end)
    if phrase.chained and phrase.label == "ORG" and any(r.low[k] in ARTICLES | {"du", "des"} for k in between):
        return 0.0
    nouns = r.low[max(0, phrase.end - 2) : phrase.end]
    somebody = any(low.endswith(_TRADES) or low in r.lexicon.words["somebody"] for low in nouns)
    sure = phrase.label in {"ORG", "MISC"} and not somebody and not phrase.chained
    return HINT_SURE if sure else HINT_DIRECT


def is_aboard(r: Reading, i: int) -> bool:
    """Return whether "à bord du", "le navire, le" stand before a capital ("à bord du Cap Fréhel")."""
    if i < 3 or not r.text[i][0].isupper():
        return False
    aboard = r.low[i - 1] in {"du", "de", "la"} and "bord" in {r.low[i - 2], r.low[i - 3]}
    if aboard or r.low[i - 1] not in {"le", "la"} or r.text[i - 2] != ",":
        return aboard
    near = range(max(0, i - 3 - _MAX_SHIP), i - 2)
    return any(r.low[k] in r.lexicon.words["ship"] for k in near)
