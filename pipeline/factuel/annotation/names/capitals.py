"""Where a name may begin: capitals that no sentence, title, headline or nationality explains."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.labels import is_label, opens_sentence
from factuel.annotation.names.reading import Reading

OF: Final = frozenset({"de", "d'", "du", "des"})
ARTICLES: Final = frozenset({"la", "l'", "le", "les"})
GREAT_PLACE: Final = 5.0
"""Weight of countries and regions among the places known by heart."""
_KNOWN_TOKENS: Final = 9
_FEW: Final = 6
COMPASS: Final = frozenset({"nord", "sud", "est", "ouest", "nord est", "nord ouest", "sud est", "sud ouest"})
_CLITICS: Final = frozenset({"les", "le", "la", "nous", "vous", "moi", "toi", "en", "y", "lui", "leur", "t"})
_BEFORE_NAMES: Final = frozenset({",", "(", "par", "selon", "avec"})
_HEADS_OF_STATE: Final = frozenset({"chef", "cheffe", "chefs", "cheffes"})
_PARTIES: Final = frozenset({"Verts", "Républicains", "Republicains"})
_PLURAL: Final = frozenset({"les", "des", "aux", "deux", "ces", "nos", "jeunes"})
_SINGULAR: Final = frozenset({"un", "une", "ce", "cet", "cette", "le", "l'", "jeune"})
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
    if not r.capital[i] or (text in r.lexicon.words["title"] and not _is_tied(r, i)):
        return False
    if len(text) == 1 and not (i + 1 < len(r) and r.capital[i + 1] and not r.start[i]):
        return False
    if text[-1] in "'’" and len(text) == 2 and not _begins_foreign(r, i):
        return False
    return not (r.shout[i] and r.is_common(i))


def _is_tied(r: Reading, i: int) -> bool:
    """Return whether a hyphen ties token i to a capital ("Roi-Pélican")."""
    return i + 2 < len(r) and r.text[i + 1] == "-" and r.glued[i + 1] and r.glued[i + 2] and r.text[i + 2][0].isupper()


def _begins_foreign(r: Reading, i: int) -> bool:
    """Return whether an elided letter begins a name ("N'Golo", "O'Brien") and not a sentence ("J'ai", "D'autres")."""
    return r.text[i][0] in "NMOD" and i + 1 < len(r) and r.text[i + 1][0].isupper() and r.glued[i + 1] and not (
        r.start[i] and r.text[i][0] == "D"
    )  # fmt: skip


def starts_name(r: Reading, i: int) -> bool:
    """Return whether a name may begin at token i."""
    if not is_name_word(r, i) or (_is_never(r, i) and not _continues(r, i)):
        return False
    if is_demonym(r, i):
        return False
    if r.low[i] in r.lexicon.functions and (r.is_common(i) or "-" in r.low[i]) and known_end(r, i) <= i + 1:
        return False
    if r.text[i].isupper() and is_label(r, i):
        return False
    if not r.start[i] or known_end(r, i) > i + 1:
        return True
    if r.text[i] in r.lexicon.words["starter"] or opens_sentence(r, i):
        return False
    return not r.is_common(i) or _rescued(r, i)


def _is_never(r: Reading, i: int) -> bool:
    words = r.lexicon.words
    if r.folded[i] in COMPASS and _is_direction(r, i):
        return True
    if i and _is_office(r, i):
        return True
    if r.text[i] in {"Haut", "Haute"} and i + 1 < len(r) and r.low[i + 1] in r.lexicon.functions:
        return True
    if r.text[i] == "CFA" and i and r.low[i - 1] in {"franc", "francs"}:
        return True
    if r.text[i] == "RN" and i + 1 < len(r) and r.text[i + 1].isdigit():
        return True
    if i + 1 < len(r) and r.glued[i + 1] and r.low[i + 1].startswith("-") and r.low[i + 1].strip("-") in _CLITICS:
        return True
    if r.start[i] and i + 2 < len(r) and r.text[i + 1] == "-" and r.glued[i + 1] and r.low[i + 2] in _CLITICS:
        return True
    if r.start[i] and r.pos[i] == "VERB" and r.low[i].endswith(("ons", "ez")):
        return True
    if r.text[i].endswith("s") and r.text[i][:-1].isupper() and r.text[i][:-1] in words["never"]:
        return True
    return r.text[i] in words["never"] and r.text[i] not in words["organisation"]


def _is_direction(r: Reading, i: int) -> bool:
    """Return whether a compass point at token i is that of something ("le Nord de la ville", "les pays du Sud", "les
    Européens du Nord")."""
    if i + 1 < len(r) and r.low[i + 1] in OF:
        return True
    if i < 2 or r.low[i - 1] != "du":
        return False
    return r.low[i - 2] in r.lexicon.words["compass.of"] or r.folded[i - 2] in r.lexicon.demonyms


def is_ministry(r: Reading, i: int) -> bool:
    """Return whether a portfolio names its ministry after "à" and an article ("nommée à la Culture", "aux Armées")."""
    if not i or r.text[i] not in r.lexicon.words["ministry"] or known_end(r, i) > i + 1:
        return False
    goes_on = i + 1 < len(r) and r.capital[i + 1]
    at = r.low[i - 1] in {"aux", "au"} or (i > 1 and r.low[i - 1] in {"la", "l'"} and r.low[i - 2] == "à")
    return at and not goes_on


def _is_office(r: Reading, i: int) -> bool:
    """Return whether token i is part of a function or of what it serves ("Directrice Générale", "chef d'État")."""
    if r.text[i] in r.lexicon.words["rank"]:
        return r.low[i - 1] in r.lexicon.functions or r.text[i - 1] in r.lexicon.words["rank"]
    if is_ministry(r, i):
        return True
    if r.folded[i] != "etat":
        return False
    head_of = r.low[i - 1] == "l'" and i > 2 and r.low[i - 2] == "de" and r.low[i - 3] in _HEADS_OF_STATE
    return r.low[i - 1] == "d'" or head_of or r.low[i + 1 : i + 3] == ["de", "droit"]


def _continues(r: Reading, i: int) -> bool:
    return (
        not r.text[i].isupper()
        and i + 1 < len(r)
        and r.capital[i + 1]
        and (not r.start[i] or (r.folded[i] in r.lexicon.given and len(r.text[i]) > _FEW))
        and r.text[i] not in {"Premier", "Première", "État", "Etat"}
    )


def _rescued(r: Reading, i: int) -> bool:
    """A common word at a sentence start is a name when the article writes it so elsewhere, when it is a given name
    before a capital, or an acronym."""
    if r.folded[i] in r.seen_inside and len(r.folded[i]) > 3:
        return True
    following = r.text[i + 1] if i + 1 < len(r) else "."
    if _joins_capital(r, i):
        return True
    if r.text[i].isupper() and len(r.text[i]) > 1 and not r.shout[i]:
        return following not in {".", ":", "/", "("} and not r.newline[min(i + 1, len(r) - 1)]
    if i + 1 >= len(r) or not r.capital[i + 1] or r.start[i + 1]:
        return False
    return r.folded[i] in r.lexicon.given or _opens_company(r, i)


def _joins_capital(r: Reading, i: int) -> bool:
    """Return whether "&" or a hyphen ties the word to a capital ("Vanille & Co", "Alu-Rhône")."""
    if i + 2 >= len(r) or not r.text[i + 2][0].isupper():
        return False
    return r.text[i + 1] == "&" or (r.text[i + 1] == "-" and r.glued[i + 1] and r.glued[i + 2])


def _opens_company(r: Reading, i: int) -> bool:
    """Return whether a noun at a sentence start and the capital after it may be one name ("Action Logement")."""
    if r.pos[i] not in {"NOUN", "PROPN"} or r.low[i] in r.lexicon.functions or r.folded[i] in r.lexicon.demonyms:
        return False
    if r.low[i] in r.lexicon.heads:
        return False
    full_name = r.folded[i + 1] in r.lexicon.given and i + 2 < len(r) and r.capital[i + 2]
    return is_name_word(r, i + 1) and not full_name and not is_demonym(r, i + 1)


def is_demonym(r: Reading, i: int) -> bool:
    """Return whether token i is a capitalised demonym ("les Lorrains", "le Portugais"); "Germain Lavoie" is none."""
    if _is_given_demonym(r, i):
        return False
    if r.text[i] in _PARTIES and not r.start[i] and i and r.low[i - 1] in {"les", "des", "aux"}:
        return False
    if r.folded[i] in r.lexicon.demonyms and not _is_country(r, i):
        if i and r.low[i - 1] in {"du", "en", "au"} and r.folded[i] in r.lexicon.known:
            return False
        complement = i + 2 < len(r) and r.low[i + 1] in OF and (r.low[i + 2] in ARTICLES or r.capital[i + 2])
        return not complement or (i > 0 and r.low[i - 1] in {"les", "des", "aux"})
    if i == 0 or r.low[i - 1] not in _PLURAL | _SINGULAR or r.folded[i] in r.lexicon.known:
        return False
    plural, definite = r.low[i - 1] in _PLURAL, r.low[i - 1] in {"le", "l'"}
    if "-" in r.low[i] or (definite and (r.folded[i] in r.lexicon.family or r.low[i].endswith("e"))):
        return False
    if definite and i > 1 and r.low[i - 2] == "dans":
        return False
    return _ends_like_demonym(r.low[i], plural)


def _is_given_demonym(r: Reading, i: int) -> bool:
    """Return whether a demonym is a given name before a family name, without an article ("Normand Lavoie")."""
    if i + 1 >= len(r) or not r.capital[i + 1] or r.start[i + 1] or r.shout[i] or not i:
        return False
    return r.text[i - 1] in _BEFORE_NAMES or r.low[i - 1] in r.lexicon.functions


def _is_country(r: Reading, i: int) -> bool:
    return any(known.label == "LOC" and known.weight >= GREAT_PLACE for known in r.lexicon.known.get(r.folded[i], ()))


def _ends_like_demonym(low: str, plural: bool) -> bool:
    endings = ("ais", "ois", "iens", "éens", "yens", "ains", "ards", "iennes", "oises", "aises", "aines")
    single = ("ais", "ois", "ien", "éen", "yen", "ain", "ienne", "oise", "aise", "aine")
    return low.endswith(endings if plural else single) and len(low) > 5


def joins_common_head(r: Reading, i: int, j: int) -> bool:
    """Return whether the name so far is one common noun with a capital that is not due ("la Bourse de Bruxelles")."""
    if r.start[i] or r.text[i].isupper() or j - i > 2:
        return False
    folded = r.folded[i]
    common = r.is_common(i) or folded.rstrip("s") in r.lexicon.common or _TRADES.match(folded) is not None
    return common and folded not in r.lexicon.given
