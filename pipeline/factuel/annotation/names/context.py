"""What the words around a name say of it: titles, functions, prepositions, verbs, parentheses and appositions."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.callings import NAMED, is_work_before, weigh_callings
from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.following import weigh_after
from factuel.annotation.names.holders import weigh_holder
from factuel.annotation.names.reading import Reading
from factuel.annotation.names.works import WORK, is_work_in_brackets

_ARTICLE_ALONE: Final = 0.7
_DATELINE: Final = 6.0
_RUNNING_HEAD: Final = 1.5
_TOWN: Final = 6
"""Letters of a word in capitals before a dash that is more likely a town nobody listed than an acronym."""
_INTRODUCED: Final = 3.0
_TRADE: Final = 4.0
_NATURE: Final = 3.0
_HELD: Final = 2.0
_FAR: Final = 8
"""Tokens between what is held and the place that holds it ("le salon se tient jusqu'à dimanche à la Safex")."""
_FULL_NAME: Final = 2.0
_TOWN_TIES: Final = frozenset({"de", "d'", "à"})
_UPPER_ARTICLES: Final = frozenset({"Le", "La", "Les", "L'", "L’"})
_EVENT: Final = 3.0
_STRANGER: Final = 1.2
"""What "à" weighs before two words that no list of places has: one may give something to somebody."""
_MAX_PHRASE: Final = 5
_INTRODUCES: Final = frozenset({"son", "sa", "un", "une", "notre", "leur", "cette", "ce", "dernier", "dernière"})
_DASHES: Final = frozenset({"-", "–", "—", ".-", ".–"})
_ARTICLES: Final = frozenset({"le", "la", "les", "l'"})
_ANNOUNCES: Final = frozenset({"la", "le", "l'", "les", "du", "des", "au", "aux"})


def weigh_context(r: Reading, c: Candidate) -> None:
    """Add what stands before and after the candidate to its evidence."""
    _weigh_before(r, c)
    weigh_holder(r, c)
    weigh_after(r, c)
    if is_work_in_brackets(r, c.start, c.end):
        c.hint("MISC", WORK)
    if _is_dateline(r, c):
        town = c.scores["LOC"] > 0 or (r.text[c.start].isupper() and len(r.text[c.start]) >= _TOWN)
        c.hint_alone("LOC", _DATELINE if town else _RUNNING_HEAD)


def _is_dateline(r: Reading, c: Candidate) -> bool:
    """Return whether the name opens a line as the town of a dispatch ("LURE. - Le", "LOMÉ, 6 nov (AFP) - Le")."""
    i = c.end
    if (c.start and not r.newline[c.start - 1]) or i + 1 >= len(r) or r.is_common(c.start):
        return False
    if r.text[i] == ",":
        return r.text[i + 1].isdigit() and r.text[c.start].isupper()
    return r.text[i] in _DASHES - {"-", "–", "—"} or (r.text[i] == "." and r.text[i + 1] in _DASHES)


def _weigh_before(r: Reading, c: Candidate) -> None:
    i = c.start - 1
    if i < 0 or r.newline[i]:
        return
    if r.text[i] in r.lexicon.words["title"]:
        c.hint("PER", 6.0)
        return
    article = r.low[i] in _ANNOUNCES
    k = i - 1 if r.low[i] in _ARTICLES and i > 0 else i
    if r.low[k] in {"au", "aux", "du", "des"}:
        article = True
    _weigh_preposition(r, c, k, article)
    if weigh_callings(r, c, i):
        return
    if r.low[i] in _ARTICLES or r.low[i] in {"du", "au"}:
        c.hint("PER", -1.5)
        if c.end == c.start + 1 and not c.scores["LOC"]:
            c.hint("ORG", _ARTICLE_ALONE)
    if r.folded[i] in r.lexicon.demonyms:
        _weigh_nationality(r, c, i)
    if r.low[i] in r.lexicon.functions and not (c.certain and c.end == c.start + 1):
        c.hint("PER", 2.5)
    comma = i - 1 if r.low[i] in _ARTICLES else i
    if comma > 0 and r.text[comma] == ",":
        _weigh_introduced(r, c, comma)


def _weigh_nationality(r: Reading, c: Candidate, i: int) -> None:
    """Weigh a demonym before the name: "l'Israélien X" is a person, "le néerlandais X" and "le broyeur néerlandais X"
    are companies, "le coureur néerlandais X" is neither here."""
    if r.capital[i] and not r.start[i]:
        c.hint("PER", 2.0)
        return
    k = i
    while k > 0 and r.is_adjective(k):
        k -= 1
    heads = [head for head in r.lexicon.heads.get(r.low[k], ()) if len(head.words) == 1 and head.direct == "out"]
    labels = {head.label for head in heads}
    person = r.low[k] in r.lexicon.functions or "PER" in labels
    bare = r.low[k] in _ANNOUNCES or k == i
    c.hint("ORG", 0.0 if person else _TRADE if "ORG" in labels else 3.0 if bare else 1.0)


def _weigh_introduced(r: Reading, c: Candidate, comma: int) -> None:
    """Weigh what a phrase before a comma introduces: "le maire de Lanne, X", "son premier logiciel, X"."""
    if is_work_before(r, c, comma):
        c.hint("MISC", NAMED)
        return
    k = comma - 1
    while k > 0 and comma - k < _MAX_PHRASE and (r.capital[k] or r.text[k] == "-" or r.low[k] in _TOWN_TIES):
        k -= 1
    while k > 0 and comma - k < _MAX_PHRASE + 2 and r.is_adjective(k):
        k -= 1
    heads = [head for head in r.lexicon.heads.get(r.low[k], ()) if len(head.words) == 1 and head.direct == "out"]
    while k > 0 and comma - k < _MAX_PHRASE and r.is_adjective(k - 1):
        k -= 1
    if heads and k > 0 and heads[0].label in {"ORG", "MISC"} and _introduces(r, k, comma, heads[0].label):
        c.hint(heads[0].label, _INTRODUCED)
    elif _function_phrase_before(r, comma):
        c.hint("PER", 2.5)


def _introduces(r: Reading, k: int, comma: int, label: str) -> bool:
    """Return whether the noun at token k names what comes after the comma: "son logiciel, X", "le navire, le X"."""
    if r.low[k - 1] in _INTRODUCES:
        return True
    return (
        label == "MISC" and r.low[k - 1] in _ARTICLES and r.low[comma + 1] in _ARTICLES and r.text[comma + 1].islower()
    )


def _function_phrase_before(r: Reading, comma: int) -> bool:
    """Return whether a phrase that begins with a function ends before the comma: "le maire de Lanne, X"."""
    return any(r.low[k] in r.lexicon.functions for k in range(max(0, comma - 10), comma) if not r.newline[k])


def _weigh_preposition(r: Reading, c: Candidate, k: int, article: bool) -> None:
    low = r.low[k]
    two = f"{r.low[k - 1]} {low}".replace("d'", "de") if k else low
    cues = r.lexicon.cues
    if low in {"à", "au", "aux", "a"} and k and (r.low[k - 1] in cues["to"] or _is_amount(r, k - 1)):
        c.hint("ORG", 0.3)
    elif low == "en" or (low in {"à", "a"} and not article):
        person = c.end - c.start > 1 and r.text[c.start + 1] != "-" and c.scores["PER"] > 2
        stranger = c.end - c.start == 2 and c.scores["LOC"] <= 0 and low != "en"
        c.hint("LOC", 0.5 if person else _STRANGER if stranger else 2.5)
    elif two in cues["place.strong"] or low in {"à", "au", "aux", "dans", "vers", "depuis", "a"}:
        c.hint("LOC", 2.0 if low == "dans" and not article and two not in cues["place.strong"] else 1.2)
    event = any(head.label == "MISC" for head in r.lexicon.heads.get(r.low[c.start], ()))
    if article and not event and low in {"à", "au", "dans", "devant"} and _is_held(r, k):
        c.hint("LOC", _HELD)
    if low in cues["organisation.before"] or two in cues["organisation.before"]:
        c.hint("ORG", 1.5 if low != "selon" else 0.5)
    if low == "par" or low in cues["person.before"]:
        c.hint("PER", 0.5)
    if low in {"de", "d'", "du", "des"} and k > 0:
        _weigh_owner(r, c, k - 1)


def _is_held(r: Reading, k: int) -> bool:
    """Return whether a word before token k says that something takes place ("se tient au", "exposée à la")."""
    for j in range(k - 1, max(-1, k - _FAR), -1):
        if r.newline[j] or r.text[j] in {".", ";", ":"}:
            return False
        if r.low[j] in r.lexicon.cues["held"]:
            return True
    return False


def _is_amount(r: Reading, k: int) -> bool:
    """Return whether an amount of money ends at token k: who follows "à" receives it."""
    if r.low[k] in r.lexicon.cues["money"]:
        return True
    return k > 1 and r.low[k - 1] in {"de", "d'"} and r.low[k - 2] in r.lexicon.cues["money"]


def _weigh_owner(r: Reading, c: Candidate, k: int) -> None:
    """Weigh the noun whose complement the name is: "filiale de X", "maire de X"; adjectives between are skipped."""
    while k > 0 and r.is_adjective(k) and r.low[k] not in r.lexicon.functions:
        k -= 1
    k = _before_party(r, c, k)
    low, cues = r.low[k], r.lexicon.cues
    if low == "bord" and k and r.low[k - 1] == "à":
        c.hint("MISC", _INTRODUCED + _HELD if r.low[c.start - 1] in {"du", "la"} else _INTRODUCED)
    if low in cues["event.of"] and c.scores["LOC"] <= 0 and c.scores["PER"] < 1:
        c.hint("MISC", _EVENT)
    if low in cues["work.of"] and c.scores["PER"] < _FULL_NAME:
        c.hint("MISC", _EVENT if r.text[c.start] in _UPPER_ARTICLES else 1.5)
    if r.low[c.start - 1] in {"de", "d'"} and _is_company(r, k):
        c.hint("LOC", 1.5)
    if low in cues["nature.of"]:
        c.hint("LOC", _NATURE)
    elif low in cues["place.of"]:
        c.hint("LOC", 1.5)
    if low in cues["organisation.of"]:
        c.hint("ORG", 2.0)
    if low in cues["person.of"]:
        c.hint("PER", 0.8)


def _before_party(r: Reading, c: Candidate, k: int) -> int:
    """Return the token before a party in brackets that ends at token k, whose holder's town follows ("l'échevine (MR)
    de Lure"), or k."""
    if r.text[k] != ")" or k < 3 or r.text[k - 2] != "(":
        return k
    c.hint("LOC", _HELD if r.low[k - 3] in r.lexicon.functions else 0.0)
    return k - 3


def _is_company(r: Reading, k: int) -> bool:
    """Return whether token k is a common noun for a company, whose town "de" adds ("l'entreprise de Lanne")."""
    heads = [head for head in r.lexicon.heads.get(r.low[k], ()) if len(head.words) == 1]
    return bool(heads) and heads[0].label == "ORG" and heads[0].of == "-" and heads[0].direct == "out"
