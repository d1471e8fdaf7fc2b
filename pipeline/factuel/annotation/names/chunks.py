"""Where a name written with capitals ends: capitalised words in a row, and the small words that join them."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.reading import Reading

OF: Final = frozenset({"de", "d'", "du", "des"})
ARTICLES: Final = frozenset({"la", "l'", "le", "les"})
_KNOWN_TOKENS: Final = 9
_MAX_TOKENS: Final = 14
_COMPASS: Final = frozenset({"nord", "sud", "est", "ouest", "nord est", "nord ouest", "sud est", "sud ouest"})
_CLITICS: Final = frozenset({"les", "le", "la", "nous", "vous", "moi", "toi", "en", "y", "lui", "leur", "t"})
_MAX_PARTICLES: Final = 4
_GREAT, _KNOWN = 5.0, 3.0
_FREQUENT, _CURRENT = 5_000, 300
SEXES: Final = frozenset({"féminine", "féminin", "masculine", "masculin", "messieurs", "dames"})
_MODEL_NUMBER: Final = re.compile(r"\d{1,4}[A-Z]{1,2}$")
_TRADES: Final = re.compile(r".{3,}(?:eries?|ages|iers|teurs|oires|ières?)$")


def known_end(r: Reading, i: int) -> int:
    """Return the end of the longest name known by heart that begins at token i, or i."""
    known, best = r.lexicon.known, i
    start = r.starts[i]
    for j in range(i, min(len(r), i + _KNOWN_TOKENS)):
        if r.newline[j]:
            break
        if r.spaced[start : r.ends[j]] in known and (j > i or r.text[i][0].isupper()):
            best = j + 1
    return best


def is_name_word(r: Reading, i: int) -> bool:
    """Return whether token i may be a word of a name: a capital that is not due to a title or a line of capitals."""
    text = r.text[i]
    if not r.capital[i] or text in r.lexicon.words["title"]:
        return False
    if len(text) == 1 and not (i + 1 < len(r) and r.capital[i + 1] and not r.start[i]):
        return False
    if text[-1] in "'’" and len(text) == 2 and not _begins_foreign(r, i):
        return False
    return not (r.shout[i] and r.is_common(i))


def _begins_foreign(r: Reading, i: int) -> bool:
    """Return whether an elided letter begins a name ("N'Golo", "O'Brien") and not a sentence ("J'ai", "D'autres")."""
    return r.text[i][0] in "NMOD" and i + 1 < len(r) and r.text[i + 1][0].isupper() and r.glued[i + 1] and not (
        r.start[i] and r.text[i][0] in "DMN"
    )  # fmt: skip


def starts_name(r: Reading, i: int) -> bool:
    """Return whether a name may begin at token i."""
    if not is_name_word(r, i) or (_is_never(r, i) and not _continues(r, i)):
        return False
    if is_demonym(r, i):
        return False
    if r.low[i] in r.lexicon.functions and r.is_common(i):
        return False
    if not r.start[i] or known_end(r, i) > i + 1:
        return True
    if r.text[i] in r.lexicon.words["starter"] or _is_topic(r, i):
        return False
    return not r.is_common(i) or _rescued(r, i)


def _is_never(r: Reading, i: int) -> bool:
    words = r.lexicon.words
    if r.folded[i] in _COMPASS and i + 1 < len(r) and r.low[i + 1] in OF:
        return True
    if i + 1 < len(r) and r.glued[i + 1] and r.low[i + 1].startswith("-") and r.low[i + 1].strip("-") in _CLITICS:
        return True
    if r.text[i].endswith("s") and r.text[i][:-1].isupper() and r.text[i][:-1] in words["never"]:
        return True
    return r.text[i] in words["never"] and r.text[i] not in words["organisation"]


def _is_topic(r: Reading, i: int) -> bool:
    """Return whether the word is the topic of a headline ("Handball : ...", "Industrie pharmaceutique : ...")."""
    following = i + 1
    if following < len(r) and r.is_adjective(following):
        following += 1
    if following >= len(r) or r.capital[following]:
        return False
    if r.text[i].capitalize() in r.lexicon.words["rubric"]:
        return True
    unknown = r.folded[i] not in r.lexicon.known and r.folded[i] not in r.seen_inside
    return following > i + 1 and r.text[following] == ":" and unknown


def _continues(r: Reading, i: int) -> bool:
    return (
        not r.text[i].isupper()
        and i + 1 < len(r)
        and r.capital[i + 1]
        and not r.start[i]
        and r.text[i] not in {"Premier", "Première", "État", "Etat"}
    )


def _rescued(r: Reading, i: int) -> bool:
    """A common word at a sentence start is a name when the article writes it so elsewhere, when it is a given name
    before a capital, or an acronym."""
    if r.folded[i] in r.seen_inside and len(r.folded[i]) > 3:
        return True
    following = r.text[i + 1] if i + 1 < len(r) else "."
    if r.text[i].isupper() and len(r.text[i]) > 1 and not r.shout[i]:
        return following not in {".", ":", "/", "("} and not r.newline[min(i + 1, len(r) - 1)]
    if i + 1 >= len(r) or not r.capital[i + 1] or r.start[i + 1]:
        return False
    return r.folded[i] in r.lexicon.given or _opens_company(r, i)


def _opens_company(r: Reading, i: int) -> bool:
    """Return whether a noun at a sentence start and the capital after it may be one name ("Action Logement")."""
    if r.pos[i] not in {"NOUN", "PROPN"} or r.low[i] in r.lexicon.functions or r.folded[i] in r.lexicon.demonyms:
        return False
    full_name = r.folded[i + 1] in r.lexicon.given and i + 2 < len(r) and r.capital[i + 2]
    return is_name_word(r, i + 1) and not full_name and not is_demonym(r, i + 1)


def is_demonym(r: Reading, i: int) -> bool:
    """Return whether token i is a capitalised demonym ("les Lorrains", "le Portugais")."""
    if r.folded[i] in r.lexicon.demonyms and not _is_country(r, i):
        if i and r.low[i - 1] in {"du", "en", "au"} and r.folded[i] in r.lexicon.known:
            return False
        return not (i + 2 < len(r) and r.low[i + 1] in OF and (r.low[i + 2] in ARTICLES or r.capital[i + 2]))
    if i == 0 or r.low[i - 1] not in {"les", "des", "aux", "deux", "ces", "nos", "un", "une", "jeunes"}:
        return False
    plural = r.low[i - 1] not in {"un", "une"}
    return r.folded[i] not in r.lexicon.known and _ends_like_demonym(r.low[i], plural)


def _is_country(r: Reading, i: int) -> bool:
    return any(known.label == "LOC" and known.weight >= _GREAT for known in r.lexicon.known.get(r.folded[i], ()))


def _ends_like_demonym(low: str, plural: bool) -> bool:
    endings = ("ais", "ois", "iens", "éens", "ains", "ards", "iennes", "oises", "aises", "aines")
    single = ("ais", "ois", "ien", "éen", "ain", "ienne", "oise", "aise", "aine")
    return low.endswith(endings if plural else single) and len(low) > 5


def chunk_end(r: Reading, i: int, announced: bool = False) -> int:
    """Return the end of the name that begins at token i.

    A name `announced` by a noun may be any words ("le cluster Goûts d'Ouest") and end in a number ("Bacchus 3").
    """
    known = known_end(r, i)
    j = max(i + 1, known)
    person = r.lexicon.given.get(r.folded[i], 0) > _least_births(r, i) and known <= i + 1
    while j < len(r) and j - i < _MAX_TOKENS:
        following = _joined(r, i, j, person, known == j and not (announced and r.is_common(i)))
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
    if _MODEL_NUMBER.match(text):
        return j + 1
    if r.capital[j]:
        return j + 1 if _adds_capital(r, i, j, known) else j
    if low in r.lexicon.words["foreign"] or low in OF | ARTICLES:
        return _after_particle(r, i, j, person, known)
    if text in {"&", "+"}:
        return _after_ampersand(r, j)
    return _after_english(r, i, j)


def _after_english(r: Reading, i: int, j: int) -> int:
    """Read "of", "in", "the" between capitals, which only foreign names have ("Tomorrow in Motion")."""
    k = j
    while k < len(r) and k - j < 3 and r.low[k] in r.lexicon.words["english"]:
        k += 1
    return k + 1 if k > j and k < len(r) and is_name_word(r, k) and not r.start[k] and not r.start[i] else j


def _adds_capital(r: Reading, i: int, j: int, known: bool) -> bool:
    """Return whether the capitalised token j goes on with the name, and begins no other."""
    if not is_name_word(r, j) and not _initial(r, j):
        return False
    if is_demonym(r, j) and (j + 1 >= len(r) or r.capital[j + 1] or not r.is_common(j - 1)):
        return False
    closed = known or (j == i + 1 and r.text[i].isupper() and len(r.text[i]) > 1)
    if not closed or r.lexicon.given.get(r.folded[i], 0) > _least_births(r, i):
        return True
    if j + 1 >= len(r) or not r.capital[j + 1] or r.start[j + 1]:
        return True
    business = any(r.text[k] in r.lexicon.words["organisation"] or r.is_common(k) for k in (j, j + 1))
    if business or r.lexicon.given.get(r.folded[j], 0) >= _CURRENT:
        return business
    return not (_is_great_place(r, i, j) and i and r.low[i - 1] in OF | {"à"})


def _is_great_place(r: Reading, i: int, j: int) -> bool:
    entries = r.lexicon.known.get(r.spaced[r.starts[i] : r.ends[j - 1]], ())
    return any(known.label == "LOC" and known.weight >= 3 for known in entries)


def _initial(r: Reading, j: int) -> bool:
    following = r.text[j + 1] if j + 1 < len(r) else ""
    return len(r.text[j]) == 1 and (following == "." or following[:1].isupper() or r.text[j] in {"V", "X", "I"})


def _after_hyphen(r: Reading, j: int) -> int:
    if j + 1 < len(r) and r.glued[j + 1] and r.text[j + 1][0].isalnum() and r.text[j + 1] not in {"ci", "là"}:
        return j + 2
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
    if foreign and r.low[j] not in {"y", "e"}:
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
    unions = r.lexicon.known.get(r.spaced[r.starts[i] : r.ends[j - 1]], ())
    areas = r.lexicon.known.get(r.spaced[r.starts[k] : r.ends[max(k + 1, known_end(r, k)) - 1]], ())
    return any(u.kind == "union" for u in unions) and any(a.kind in {"department", "region"} for a in areas)


def joins_common_head(r: Reading, i: int, j: int) -> bool:
    """Return whether the name so far is one common noun with a capital that is not due ("la Bourse de Bruxelles")."""
    if r.start[i] or r.text[i].isupper() or j - i > 2:
        return False
    folded = r.folded[i]
    common = r.is_common(i) or folded.rstrip("s") in r.lexicon.common or _TRADES.match(folded) is not None
    return common and folded not in r.lexicon.given


def _after_ampersand(r: Reading, j: int) -> int:
    if j + 1 < len(r) and (r.capital[j + 1] or r.low[j + 1] in {"cie", "co"}):
        return j + 3 if j + 2 < len(r) and r.text[j + 1] == "Co" and r.text[j + 2] == "." and r.glued[j + 2] else j + 2
    return j


def _is_number_of_name(r: Reading, i: int, j: int, announced: bool) -> bool:
    """Return whether token j is a number that counts nothing, as in "le modèle Bacchus 3 désherbe"; without a noun
    that announces it the article must write the name so twice."""
    if not r.text[j].isdigit() or r.glued[j] or len(r.text[j]) > 4:
        return False
    if not announced:
        return r.fold.count(r.slice(i, j + 1)) > 1 and r.slice(i, j) not in r.lexicon.given
    following = r.text[j + 1] if j + 1 < len(r) else "."
    return following not in {"%", "à", "ans", "€", "h"} and not following.endswith("s") and not following.isdigit()


def absorb_adjectives(r: Reading, j: int) -> int:
    """Return the end after lower-case adjectives that complete a capitalised common noun ("Affaires étrangères")."""
    if not r.is_common(j - 1) or r.folded[j - 1] in r.lexicon.given:
        return j
    while j < len(r) and r.text[j].islower() and r.pos[j] == "ADJ":
        j += 1
    return j
