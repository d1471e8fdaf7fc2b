"""Where a name written with capitals ends: capitalised words in a row, and the small words that join them."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.reading import Reading

_OF: Final = frozenset({"de", "d'", "du", "des"})
_ARTICLES: Final = frozenset({"la", "l'", "le", "les"})
_KNOWN_TOKENS: Final = 9
_MAX_TOKENS: Final = 14


def known_end(r: Reading, i: int) -> int:
    """Return the end of the longest name known by heart that begins at token i, or i."""
    known, best = r.lexicon.known, i
    start = r.starts[i]
    for j in range(i, min(len(r), i + _KNOWN_TOKENS)):
        if r.newline[j]:
            break
        entry = known.get(r.fold[start : r.ends[j]])
        if entry is not None and (j > i or r.text[i][0].isupper()):
            best = j + 1
    return best


def is_name_word(r: Reading, i: int) -> bool:
    """Return whether token i may be a word of a name: a capital that is not due to a sentence, title or date."""
    text = r.text[i]
    if not r.capital[i] or text in r.lexicon.words["title"]:
        return False
    if len(text) == 1 and not (i + 1 < len(r) and r.capital[i + 1]):
        return False
    return not (r.shout[i] and r.is_common(i))


def starts_name(r: Reading, i: int) -> bool:
    """Return whether a name may begin at token i."""
    if not is_name_word(r, i) or (r.text[i] in r.lexicon.words["never"] and not _continues(r, i)):
        return False
    if is_demonym(r, i):
        return False
    if not r.start[i] or not r.is_common(i):
        return True
    if r.folded[i] in r.seen_inside and not _is_function_word(r, i):
        return True
    return _begins_title_case(r, i)


def _continues(r: Reading, i: int) -> bool:
    return i + 1 < len(r) and r.capital[i + 1] and not r.start[i] and r.text[i] not in {"Premier", "Première"}


def _is_function_word(r: Reading, i: int) -> bool:
    return len(r.folded[i]) < 4


def _begins_title_case(r: Reading, i: int) -> bool:
    """At a sentence start: a common word is part of a name when it is a given name before a capital, or an acronym."""
    if r.text[i].isupper() and len(r.text[i]) > 1 and not r.shout[i]:
        return not (i + 1 < len(r) and r.text[i + 1] in {".", ":", "/"})
    if i + 1 >= len(r) or not r.capital[i + 1] or r.start[i + 1]:
        return False
    return r.folded[i] in r.lexicon.given


def is_demonym(r: Reading, i: int) -> bool:
    """Return whether token i is a capitalised demonym ("les Lorrains", "le Portugais")."""
    if r.folded[i] in r.lexicon.demonyms:
        return not (i + 1 < len(r) and r.low[i + 1] in _OF)
    if i == 0 or r.low[i - 1] not in {"les", "des", "aux", "deux", "ces", "nos", "un", "une"}:
        return False
    plural = r.low[i - 1] not in {"un", "une"}
    return r.folded[i] not in r.lexicon.known and _ends_like_demonym(r.low[i], plural)


def _ends_like_demonym(low: str, plural: bool) -> bool:
    endings = ("ais", "ois", "iens", "éens", "ains", "ards", "iennes", "oises", "aises", "aines")
    single = ("ais", "ois", "ien", "éen", "ain", "ienne", "oise", "aise", "aine")
    return low.endswith(endings if plural else single) and len(low) > 5


def chunk_end(r: Reading, i: int) -> int:
    """Return the end of the name that begins at token i."""
    j = max(i + 1, known_end(r, i))
    person = r.folded[i] in r.lexicon.given
    place = j > i + 1
    while j < len(r) and j - i < _MAX_TOKENS:
        following = _joined(r, i, j, person, place)
        if following == j:
            break
        j = following
    return j


def _joined(r: Reading, i: int, j: int, person: bool, place: bool) -> int:
    """Return the end after one more part at token j, or j when the name ends there."""
    if r.newline[j] or r.start[j]:
        return j
    text, low = r.text[j], r.low[j]
    if text in {"-", "–"} and r.glued[j]:
        return _after_hyphen(r, j)
    if r.capital[j] and text not in r.lexicon.words["title"]:
        return j + 1 if not is_demonym(r, j) and not (len(text) == 1 and not _initial(r, j)) else j
    if low in r.lexicon.words["foreign"] or low in _OF | _ARTICLES:
        return _after_particle(r, i, j, person, place)
    if text in {"&", "+"}:
        return _after_ampersand(r, j)
    if text == "'" and r.glued[j] and j + 1 < len(r) and r.glued[j + 1]:
        return j + 2
    if _is_number_of_name(r, i, j):
        return j + 1
    return j


def _initial(r: Reading, j: int) -> bool:
    return (j + 1 < len(r) and (r.capital[j + 1] or r.text[j + 1] == ".")) or r.text[j] in {"V", "X", "I"}


def _after_hyphen(r: Reading, j: int) -> int:
    if j + 1 < len(r) and r.glued[j + 1] and r.text[j + 1][0].isalnum():
        if r.text[j + 1] in {"ci", "là"}:
            return j
        end = j + 2
        return end
    return j


def _after_particle(r: Reading, i: int, j: int, person: bool, place: bool) -> int:
    """Read "de", "van der", "de la" and the capital after them, when they belong to the name."""
    k, foreign = j, False
    while k < len(r) and k - j < 3 and (r.low[k] in r.lexicon.words["foreign"] or r.low[k] in _OF | _ARTICLES):
        foreign = foreign or r.low[k] in r.lexicon.words["foreign"]
        k += 1
    if k >= len(r) or not is_name_word(r, k) or r.start[k]:
        return j
    if r.low[j] in _ARTICLES and not foreign:
        return j
    if foreign and r.low[j] not in {"y", "e"}:
        return k + 1
    if person and not place and r.low[j] in {"de", "d'", "du", "des"} and not _names_an_owner(r, i, j):
        return k + 1
    if not person and not place and joins_common_head(r, i, j):
        return max(k + 1, known_end(r, k))
    return j


def _names_an_owner(r: Reading, i: int, j: int) -> bool:
    """Given name or town of an event ("Laurent de Bourges")? A bare given name before "de" and a place is an owner."""
    return j - i == 1 and r.low[j] == "du"


def joins_common_head(r: Reading, i: int, j: int) -> bool:
    """Return whether the name so far is one common noun with a capital that is not due ("la Bourse de Bruxelles")."""
    return (
        (j - i <= 2
        and not r.start[i]
        and r.is_common(i)
        and not r.text[i].isupper())
        or (r.folded[i] in r.lexicon.heads
        and j - i == 1
        and not r.start[i])
    )


def _after_ampersand(r: Reading, j: int) -> int:
    if j + 1 < len(r) and (r.capital[j + 1] or r.low[j + 1] in {"cie", "co"}):
        return j + 3 if j + 2 < len(r) and r.text[j + 1] == "Co" and r.text[j + 2] == "." and r.glued[j + 2] else j + 2
    return j


def _is_number_of_name(r: Reading, i: int, j: int) -> bool:
    """A number after a name belongs to it when a verb or the end of the phrase follows ("Bacchus 3 désherbe")."""
    text = r.text[j]
    if not text.isdigit() or r.glued[j] or len(text) > 4:
        return False
    if (text.startswith(("19", "20")) and len(text) == 4) or r.slice(i, j) in r.lexicon.known:
        return False
    if j + 1 >= len(r):
        return True
    return r.text[j + 1] in {",", ".", ")", "»", ";"} and len(text) <= 2 and r.slice(i, j) not in r.lexicon.given


def absorb_adjectives(r: Reading, j: int) -> int:
    """Return the end after lower-case adjectives that complete a capitalised common noun ("Affaires étrangères")."""
    if not r.is_common(j - 1) or r.folded[j - 1] in r.lexicon.given:
        return j
    while j < len(r) and r.text[j].islower() and r.pos[j] == "ADJ":
        j += 1
    return j
