"""The end of a name that a noun announces and that goes on in small letters: "l'association Vivre à Genolier", "la
coalition Méditerranée sans ancre", "le film Tous au Larzac".

Only names that begin with a word of the language, or with a place, are made so: a family or trade name stops where
its capitals do. What follows must close the phrase, or the words are of the sentence and not of the name.
"""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.capitals import ARTICLES, OF
from factuel.annotation.names.lexicon import Known
from factuel.annotation.names.reading import Reading

_MAX_WORDS: Final = 7
_MAX_APPOSED: Final = 5
_CLOSING: Final = frozenset({",", ".", ";", ":", "(", ")", "»", "”", '"', "!", "?", "…", "–", "—"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_INFINITIVES: Final = ("er", "ir", "re")


def announced_end(r: Reading, start: int, end: int) -> int:
    """Return the end of the announced name of tokens `start` to `end` with the small letters it goes on with."""
    if end >= len(r) or r.newline[end] or not r.text[end].islower():
        return end
    first = start + (r.low[start] in ARTICLES and end > start + 1)
    if _opens_sentence(r, first):
        return _closed(r, end, _phrase_end(r, end))
    if _is_word(r, first) or _is_place(r, first, end) or (end > first + 1 and _is_word(r, end - 1)):
        return _closed(r, end, _attribute_end(r, end))
    return end


def apposed_end(r: Reading, i: int) -> int:
    """Return the end of a common noun and up to two words in small letters that open a sentence and are a company, as
    what follows the comma says ("Boucle bleue, une entreprise de Lure", "Karité d'Or, dont le siège est"), or i."""
    if (
        not r.start[i]
        or r.low[i] in r.lexicon.functions
        or not r.text[i].istitle()
        or r.pos[i] not in {"NOUN", "PROPN", "ADJ"}
    ):
        return i
    for j in range(i + 1, min(len(r) - 3, i + _MAX_APPOSED)):
        if r.text[j] == ",":
            return j if j > i + 1 and _tells_company(r, j + 1) else i
        if r.newline[j] or not (r.is_noun_like(j) or r.low[j] in {"d'", "de"} or r.capital[j]):
            return i
    return i


def _tells_company(r: Reading, k: int) -> bool:
    """Return whether token k begins what only a company has or is."""
    if r.low[k] == "dont":
        return r.low[k + 1] in {"le", "l'", "les"} and r.low[k + 2] in r.lexicon.cues["seat"]
    heads = [head for head in r.lexicon.heads.get(r.low[k + 1], ()) if len(head.words) == 1]
    return r.low[k] == "une" and bool(heads) and heads[0].label == "ORG" and r.low[k + 1] in r.lexicon.cues["company"]


def _opens_sentence(r: Reading, i: int) -> bool:
    """Return whether the name begins as a sentence does: an infinitive, an adverb, a preposition, a number."""
    if r.text[i] in r.lexicon.words["opener"]:
        return True
    return r.is_common(i) and r.pos[i] != "ADJ" and r.low[i] in r.lexicon.words["infinitive"]


def _is_word(r: Reading, i: int) -> bool:
    """Return whether token i is a word of the language that names nobody by itself."""
    if not r.is_common(i) or r.text[i].isupper() or r.folded[i] in r.lexicon.demonyms:
        return False
    return r.folded[i] not in r.lexicon.given and not _companies(r, i)


def _companies(r: Reading, i: int) -> tuple[Known, ...]:
    return tuple(known for known in r.lexicon.known.get(r.folded[i], ()) if known.label == "ORG")


def _is_place(r: Reading, start: int, end: int) -> bool:
    return r.is_known(start, end, "LOC") and not _companies(r, start)


def _phrase_end(r: Reading, j: int) -> int:
    """Return the token before which the sentence goes on: a verb, a clause, a closing mark."""
    first = j
    while j < len(r) and j - first < _MAX_WORDS and not _stops(r, j):
        j += 1
    return j


def _attribute_end(r: Reading, j: int) -> int:
    """Return the end of adjectives, "sans ancre", "et couleurs", "d'or", "tout bleu" after a noun."""
    first = j
    while j < len(r) and j - first < _MAX_WORDS and not _stops(r, j):
        low = r.low[j]
        linked = low in OF | {"sans", "et"} and j + 1 < len(r) and r.low[j + 1] not in OF
        tous = low == "pour" and j + 1 < len(r) and r.low[j + 1] in {"tous", "toutes"}
        if tous or (linked and (r.is_noun_like(j + 1) or r.low[j + 1] in {"ici", "cie", "compagnie"})):
            j += 2
        elif _describes(r, j):
            j += 1
        else:
            break
    return j


def _describes(r: Reading, j: int) -> bool:
    return r.text[j].islower() and r.pos[j] in {"ADJ", "ADV", "PROPN"} and r.folded[j] not in r.lexicon.demonyms


def _stops(r: Reading, j: int) -> bool:
    if r.newline[j] or r.text[j] in _CLOSING or (r.low[j] in r.lexicon.words["clause"] and r.low[j] != "et"):
        return True
    return r.pos[j] in _VERBS and not r.low[j].endswith(("é", "ée", "és", "ées", *_INFINITIVES))


def _closed(r: Reading, end: int, after: int) -> int:
    """Return `after` when the phrase ends there, else `end`."""
    if after == end or r.low[after - 1] in OF | ARTICLES | {"à", "au", "et", "sans", "pour"}:
        return end
    closed = after >= len(r) or r.newline[after] or r.text[after] in _CLOSING or r.low[after - 1] in {"tous", "toutes"}
    return after if closed or r.low[after] in r.lexicon.words["clause"] or r.pos[after] in _VERBS else end
