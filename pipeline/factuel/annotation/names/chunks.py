"""Where a name written with capitals ends: capitalised words in a row, and the small words that join them."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.capitals import ARTICLES, OF, is_demonym, is_name_word, joins_common_head, known_end
from factuel.annotation.names.lexicon import AREAS
from factuel.annotation.names.reading import Reading

SEXES: Final = frozenset({"féminine", "féminin", "masculine", "masculin", "messieurs", "dames"})
_MAX_TOKENS: Final = 14
_MAX_PARTICLES: Final = 4
_KNOWN: Final = 3.0
_FREQUENT, _CURRENT = 5_000, 300
_RESERVES: Final = frozenset({"B", "C"})
"""Letters of a club's second and third teams ("Anderlecht B")."""
_KIN: Final = frozenset({"Fils", "Filles", "Frères", "Cie", "Associés", "Associées", "Compagnie", "Sœurs"})
"""Partners that close a company's name after "et" ("charcuterie Fabre et Filles")."""
_VERSION: Final = re.compile(r"\d\.\d$")
_MODEL_NUMBER: Final = re.compile(r"\d{1,4}[A-Z]{1,2}$")


def chunk_end(r: Reading, i: int, announced: bool = False) -> int:
    """Return the end of the name that begins at token i.

    A name `announced` by a noun may be any words ("le cluster Goûts d'Ouest") and end in a number ("Bacchus 3").
    """
    known = known_end(r, i)
    if r.folded[i] == "etat" and known <= i + 1:
        return i + 1
    j = max(i + 1, known)
    person = r.lexicon.given.get(r.folded[i], 0) > _least_births(r, i) and known <= i + 1
    while j < len(r) and j - i < _MAX_TOKENS and not r.text[j - 1].endswith((".-", ".–")):
        following = _joined(r, i, j, person, known == j and not (announced and r.is_common(i)))
        if following == j and announced and not person:
            following = _after_article(r, j)
        if following == j:
            break
        j = following
    if (
        known == j
        and j < len(r)
        and r.low[j] in SEXES
        and r.lexicon.known[r.spaced[r.starts[i] : r.ends[j - 1]]][0].label == "MISC"
    ):
        return j + 1
    if j < len(r) and (r.folded[j - 1], r.folded[j]) in r.capital_pairs and r.is_noun_like(j):
        return j + 1
    return j + 1 if j < len(r) and _is_number_of_name(r, i, j, announced) else j


def _least_births(r: Reading, i: int) -> int:
    """Return how frequent a given name must be to open a person's name: more so when it is something else as well."""
    return _FREQUENT if any(known.weight >= _KNOWN for known in r.lexicon.known.get(r.folded[i], ())) else 0


def _joined(r: Reading, i: int, j: int, person: bool, known: bool) -> int:
    """Return the end after one more part at token j, or j when the name ends there."""
    if r.newline[j] or r.start[j]:
        return j
    text, low = r.text[j], r.low[j]
    if r.glued[j] and (text in {"-", "–"} or r.text[j - 1][-1] in "'’"):
        return _after_hyphen(r, j) if text in {"-", "–"} else j + 1
    if _MODEL_NUMBER.match(text) or (_VERSION.match(text) and not r.is_known(i, j, "LOC")):
        return j + 1
    if r.capital[j]:
        return max(j + 1, _place_end(r, j)) if _adds_capital(r, i, j, known) else j
    if low == "du" and known and j + 1 < len(r) and r.text[j + 1] in {"Nord", "Sud"} and _is_great_place(r, i, j):
        return j + 2
    if low in r.lexicon.words["foreign"] or low in OF | ARTICLES:
        return _after_particle(r, i, j, person, known)
    if text in {"&", "+"}:
        return _after_ampersand(r, j)
    if low == "et" and j + 1 < len(r) and r.text[j + 1] in _KIN and not r.start[j + 1]:
        return j + 2
    return _after_english(r, i, j)


def _after_english(r: Reading, i: int, j: int) -> int:
    """Read "of", "in", "the" between capitals, which only foreign names have ("Tomorrow in Motion")."""
    k = j
    while k < len(r) and k - j < 3 and r.low[k] in r.lexicon.words["english"]:
        k += 1
    return k + 1 if k > j and k < len(r) and is_name_word(r, k) and not r.start[k] else j


def _adds_capital(r: Reading, i: int, j: int, known: bool) -> bool:
    """Return whether the capitalised token j goes on with the name, and begins no other."""
    if known and r.text[j] in _RESERVES and r.is_known(i, j, "LOC"):
        return True
    if not is_name_word(r, j) and not _initial(r, j):
        return False
    if is_demonym(r, j) and (j + 1 >= len(r) or r.capital[j + 1] or not r.is_common(j - 1)):
        return False
    closed = known or (j == i + 1 and r.text[i].isupper() and len(r.text[i]) > 1)
    if not closed or r.lexicon.given.get(r.folded[i], 0) > _least_births(r, i):
        return True
    if j + 1 >= len(r) or not r.capital[j + 1] or r.start[j + 1]:
        return True
    if r.text[i].isupper() and _is_person_after(r, i, j):
        return False
    business = any(r.text[k] in r.lexicon.words["organisation"] or r.is_common(k) for k in (j, j + 1))
    if business or r.lexicon.given.get(r.folded[j], 0) >= _CURRENT:
        return business
    return not (_is_great_place(r, i, j) and i and r.low[i - 1] in OF | {"à"})


def _is_person_after(r: Reading, i: int, j: int) -> bool:
    """Return whether two capitals after an acronym known by heart are somebody ("de l'ONU Kofi Annan")."""
    entries = r.known(i, j)
    if not any(known.label == "ORG" and known.kind in {"institution", "party", "union"} for known in entries):
        return False
    own = [
        k for k in (j, j + 1) if r.is_common(k) or r.text[k].isupper() or r.text[k] in r.lexicon.words["organisation"]
    ]
    return not own and known_end(r, j) <= j + 1 and r.folded[j] not in r.lexicon.known


def _is_great_place(r: Reading, i: int, j: int) -> bool:
    entries = r.known(i, j)
    return any(known.label == "LOC" and known.weight >= 3 for known in entries)


def _initial(r: Reading, j: int) -> bool:
    following = r.text[j + 1] if j + 1 < len(r) else ""
    return len(r.text[j]) == 1 and (following == "." or following[:1].isupper() or r.text[j] in {"V", "X", "I"})


def _place_end(r: Reading, j: int) -> int:
    """Return the end of the place of several words that begins at token j ("CCI Nice Côte d'Azur"), or j."""
    end = known_end(r, j)
    several = end > j + 2 and r.low[j + 1] in OF
    return end if several and r.lexicon.known[r.spaced[r.starts[j] : r.ends[end - 1]]][0].label == "LOC" else j


def _after_hyphen(r: Reading, j: int) -> int:
    if j + 1 < len(r) and r.glued[j + 1] and r.text[j + 1][0].isalnum() and r.text[j + 1] not in {"ci", "là"}:
        return max(j + 2, _place_end(r, j + 1))
    return j


def _after_particle(r: Reading, i: int, j: int, person: bool, known: bool) -> int:
    """Read "de", "van der", "de la", "al-" and the capital after them, when they belong to the name."""
    k, foreign = j, False
    while (
        k < len(r) and k - j < _MAX_PARTICLES and (r.low[k] in r.lexicon.words["foreign"] or r.low[k] in OF | ARTICLES)
    ):
        foreign = foreign or r.low[k] in r.lexicon.words["foreign"]
        k += 1
        if k < len(r) and r.text[k] == "-" and foreign:
            k += 1
    if k >= len(r) or not is_name_word(r, k) or r.start[k] or (r.low[j] in ARTICLES and not foreign):
        return j
    if foreign and r.low[j] != "e":
        return k + 1
    if person and r.low[j] in OF and not (j - i == 1 and r.low[j] == "du"):
        return j if r.text[k].isupper() and len(r.text[k]) <= 6 and r.low[k - 1] in ARTICLES else k + 1
    if known and r.low[j] in OF and _is_branch(r, i, j, k):
        return known_end(r, k)
    if not person and not known and joins_common_head(r, i, j):
        return max(k + 1, known_end(r, k))
    return j


def _is_branch(r: Reading, i: int, j: int, k: int) -> bool:
    """Return whether a union and a department follow each other: "Medef de Saône-et-Loire"."""
    unions = r.known(i, j)
    areas = r.known(k, max(k + 1, known_end(r, k)))
    return any(u.kind == "union" for u in unions) and any(a.kind in {"department", "region"} for a in areas)


def _after_article(r: Reading, j: int) -> int:
    """Return the end after an article and a capital inside an announced name ("le festival Kabar la Mer"), or j."""
    inside = r.low[j] in {"la", "le", "les"} and j + 1 < len(r) and is_name_word(r, j + 1) and not r.start[j + 1]
    return j + 2 if inside and r.is_common(j + 1) else j


def _after_ampersand(r: Reading, j: int) -> int:
    if j + 1 < len(r) and (r.capital[j + 1] or r.low[j + 1] in {"cie", "co"}):
        return j + 3 if j + 2 < len(r) and r.text[j + 1] == "Co" and r.text[j + 2] == "." and r.glued[j + 2] else j + 2
    return j


def _is_number_of_name(r: Reading, i: int, j: int, announced: bool) -> bool:
    """Return whether token j is a number that counts nothing, as in "le modèle Bacchus 3 désherbe"; without a noun
    that announces it the article must write the name so twice."""
    if not r.text[j].isdigit() or r.glued[j] or len(r.text[j]) > 4:
        return False
    if _is_counted_place(r, i, j, announced):
        return False
    if not announced:
        return r.pair_count(j - 1) > 1 and r.slice(i, j) not in r.lexicon.given
    following = r.text[j + 1] if j + 1 < len(r) else "."
    return following not in {"%", "à", "ans", "€", "h"} and not following.endswith("s") and not following.isdigit()


def _is_counted_place(r: Reading, i: int, j: int, announced: bool) -> bool:
    """Return whether the name so far is a place that pays or scores the number ("le département de la Vendée 5")."""
    kinds = {known.kind for known in r.known(i, j) if known.label == "LOC"}
    return bool(kinds & AREAS) if announced else bool(kinds) and not (j == i + 1 and r.is_common(i))


def is_area(r: Reading, i: int) -> bool:
    """Return whether token i is a region, a department or a country, which no adjective completes."""
    return any(known.kind in {"region", "department", "country"} for known in r.known(i, i + 1))


def absorb_adjectives(r: Reading, j: int) -> int:
    """Return the end after lower-case adjectives that complete a capitalised common noun ("Affaires étrangères")."""
    if not r.is_common(j - 1) or (j > 1 and r.text[j - 2] == "-") or is_area(r, j - 1):
        return j
    if r.lexicon.given.get(r.folded[j - 1], 0) > _FREQUENT:
        return j
    while j < len(r) and r.text[j].islower() and r.pos[j] == "ADJ":
        j += 1
    return j
