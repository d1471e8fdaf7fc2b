"""What speaks for a label: the name's own words, the words around it, and the model's first opinion.

Weights were set by hand and measured on corpus/gold/train and dev; one unit is about the model's opinion.
"""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.capitals import known_end
from factuel.annotation.names.chunks import SEXES
from factuel.annotation.names.context import weigh_context
from factuel.annotation.names.lexicon import Known, is_acronym
from factuel.annotation.names.reading import Reading
from factuel.annotation.names.singles import SIGNED, is_signature, weigh_alone

_MODEL: Final = {"PER": 1.2, "ORG": 1.2, "LOC": 0.8, "MISC": 0.3}
_CODE: Final = re.compile(r"[A-Z][\w]*-\d+$|[A-Z]{2,}-?\d{2,}$")
_PARTLY: Final = 0.4
_UNKNOWN_PLACE: Final = 0.7
_STRANGER: Final = -0.4
"""A person whom an article never names in full bears at least a known name; a company may be called anything."""
_FIGURE: Final = 3.0
"""Somebody known to all by the family name alone ("Obama")."""
_ANYTHING: Final = 0.4
_FREQUENT, _CURRENT = 20_000, 5_000
_INITIAL: Final = re.compile(r"[A-ZÀ-Ý]\.(-?[A-ZÀ-Ý]\.)*$")
_NASAL: Final = re.compile(r"[MN]['’][A-ZÀ-Ý]")
"""Given names of West Africa and the Maghreb that no list has ("N'Golo", "M'Hamed"), before a family name."""
_CAMEL: Final = re.compile(r"[a-zà-ÿ\d][A-ZÀ-Ý]|^e-[A-ZÀ-Ý]|^[A-ZÀ-Ý]{2,}[a-zà-ÿ]{2,}")
_NOT_CAMEL: Final = re.compile(r"(Mac|Mc|De|Di|Le|La|O'|Du|Van|Fitz)[A-ZÀ-Ý]")
_PLACE_SHAPE: Final = re.compile(r"-(sur|en|les|lez|aux|sous|la|le|du|des|de|d'|l'|pres|devant)-")
_ARTICLES: Final = frozenset({"le", "la", "les", "l'"})
_TIES: Final = _ARTICLES | {"de", "d'", "du", "des", "-", "en"}
_AREAS: Final = frozenset({"region", "country", "continent"})
_BRANCH: Final = 3.0
_ANNOUNCED: Final = 5.0
"""What a noun that announces a work or an event weighs: the name's spelling says nothing then."""
_TRADE: Final = re.compile(r".{3,}(?:eries|ages|ieres)$")
"""Plural trades that open companies' names ("Teillages Caux-Bray")."""
_PLACE_WORD: Final = 2.5
"""Weight of the word for a river, a hill or a well of another language ("Fiume", "Djebel", "Kfar")."""


def weigh(r: Reading, c: Candidate) -> None:
    """Fill the scores of a candidate."""
    _weigh_known(r, c)
    if not c.head:
        _weigh_person(r, c)
        _weigh_organisation(r, c)
        _weigh_place(r, c)
        weigh_alone(r, c)
    if not c.head or c.implicit:
        weigh_context(r, c)
    _weigh_model(r, c)


def _first(r: Reading, c: Candidate) -> int:
    return c.start + 1 if r.low[c.start] in _ARTICLES and c.end > c.start + 1 else c.start


def _weigh_known(r: Reading, c: Candidate) -> None:
    if r.low[c.end - 1] in SEXES:
        return _weigh_competition(r, c)
    entries = _known_entries(r, c.start, c.end) or _known_entries(r, _first(r, c), c.end)
    if not entries and any(known.label == "ORG" for known in _known_entries(r, c.start, known_end(r, c.start))):
        c.add("ORG", 2.5)
    surface = r.surface(c.start, c.end)
    common = c.end == c.start + 1 and r.is_common(c.start)
    for known in entries:
        if is_acronym(known.form) and not surface.isupper():
            continue
        weight = known.weight * (0.4 if common and not surface.isupper() else 1.0)
        if known.label == "LOC" and surface.isupper() and len(surface) < 5 and known.weight < 3:
            weight *= 0.2
        c.add(known.label, weight)
        if known.label != "LOC" or known.weight >= 5:
            c.certain = c.certain or not common
    if c.certain and c.end == c.start + 1 and r.text[c.start].endswith("s") and c.scores["ORG"] > c.scores["PER"]:
        c.local["PER"] = min(c.local["PER"], 0.0)


def _weigh_competition(r: Reading, c: Candidate) -> None:
    if any(known.label == "MISC" for known in _known_entries(r, c.start, c.end - 1)):
        c.add("MISC", 5.0)
        c.certain = True


def _known_entries(r: Reading, start: int, end: int) -> tuple[Known, ...]:
    return r.known(start, end) if end > start else ()


def _weigh_person(r: Reading, c: Candidate) -> None:
    first = _first(r, c)
    births = max((r.lexicon.given.get(form, 0) for form in _given_forms(r, first, c.end)), default=0)
    if c.end - first == 1:
        _weigh_bare_name(r, c, first, births)
        return
    _weigh_full_name(r, c, first, births)
    if _INITIAL.match(r.text[first]):
        c.add("PER", 2.5)
    if _NASAL.match("".join(r.text[c.start : c.end])):
        c.add("PER", 1.5)
    if any(r.low[i] in r.lexicon.words["foreign"] for i in range(c.start, c.end - 1)):
        c.add("PER", 1.0)
    if births and r.text[c.end - 1].isupper() and len(r.text[c.end - 1]) > 2 and not r.text[first].isupper():
        c.add("PER", 1.5)


def _weigh_bare_name(r: Reading, c: Candidate, first: int, births: int) -> None:
    if births:
        c.add("PER", 1.6 if births >= _FREQUENT else 0.8)
    if r.folded[first] in r.lexicon.figures:
        c.add("PER", _FIGURE)
    elif r.folded[first] in r.lexicon.family:
        c.add("PER", 0.8)
    elif not births:
        c.add("PER", _STRANGER)


def _weigh_full_name(r: Reading, c: Candidate, first: int, births: int) -> None:
    """Weigh a given name and a family name; a rare given name before a common noun is none ("Barry Cacao")."""
    words = [r.folded[i] for i in range(c.start, c.end) if r.text[i][0].isalpha()]
    last, lexicon = r.folded[c.end - 1], r.lexicon
    if births < _CURRENT and r.is_common(c.end - 1) and last not in lexicon.family and last not in lexicon.given:
        c.add("ORG", 1.0)
    elif births and not _opens_with_country(r, c) and r.text[c.end - 1] not in lexicon.words["organisation"]:
        c.add("PER", 3.2 if births >= 1000 else 2.2)
    if not births and 2 <= len(words) <= 3 and not any(map(r.is_common, range(first, c.end))) and not c.scores["LOC"]:
        c.add("PER", 0.3)
    if words and words[-1] in lexicon.family and len(words) <= 4:
        c.add("PER", 0.8)


def _opens_with_country(r: Reading, c: Candidate) -> bool:
    """Return whether a country or a region and "du", "de" open the name ("Chine du Sud"), so that it is nobody's."""
    tied = r.low[c.start + 1] in {"de", "du", "d'"}
    return tied and any(known.kind in _AREAS for known in _known_entries(r, c.start, c.start + 1))


def _given_forms(r: Reading, first: int, end: int) -> list[str]:
    """Return the first word, and the double given name that begins there ("Anne-Sophie")."""
    if r.text[first] in r.lexicon.words["article.foreign"]:
        return []
    forms = [r.folded[first]]
    if "-" in r.text[first]:
        forms.append(r.folded[first].split("-")[0])
    if first + 2 < end and r.text[first + 1] == "-":
        forms.append(r.slice(first, first + 3))
    return forms


def _weigh_organisation(r: Reading, c: Candidate) -> None:
    if c.certain or c.local["MISC"] >= _ANNOUNCED:
        return
    if c.scores["LOC"] <= 0 and c.scores["PER"] <= 0:
        c.add("ORG", _ANYTHING)
    if _CODE.match(r.surface(c.start, c.end)) and r.folded[c.start] not in r.seen_inside:
        c.add("MISC", 2.5)
        return
    texts = r.text[c.start : c.end]
    if is_signature(r, c):
        c.add("PER", SIGNED)
        return
    if len(texts) > 1 and texts[-1] in r.lexicon.words["event"]:
        c.add("MISC", 4.5)
    elif len(texts) > 1:
        _weigh_company_words(r, c, texts)
    _weigh_spelling(r, c, texts)
    first = _first(r, c)
    hyphened = c.end > first + 1 and r.text[first + 1] == "-"
    common = not r.start[first] and r.is_common(first) and not texts[0].isupper() and not hyphened
    if common and r.folded[first] not in r.lexicon.given:
        c.add("ORG", 1.5)
    if texts[0] in r.lexicon.words["never"] and len(texts) == 1:
        c.add("ORG", -2.0)


def _weigh_company_words(r: Reading, c: Candidate, texts: list[str]) -> None:
    words = r.lexicon.words["organisation"]
    marks = [i for i, text in enumerate(texts) if text in words]
    if marks and not (marks == [0] and r.folded[c.start] in r.lexicon.given):
        c.add("ORG", 2.5)
    if marks and marks[-1] == len(texts) - 1 and r.folded[c.start] not in r.lexicon.given:
        c.add("ORG", 1.0)
    journal = r.lexicon.words["journal"].intersection(texts) and {"of", "and", "The"}.intersection(texts)
    if texts[-1] in r.lexicon.words["legal"] or journal:
        c.add("ORG", 4.0)
    if _is_branch(r, c):
        c.add("ORG", _BRANCH)
    if _TRADE.match(r.folded[c.start]) and r.folded[c.start] not in r.lexicon.given:
        c.add("ORG", 2.0)


def _is_branch(r: Reading, c: Candidate) -> bool:
    """Return whether a country ends the name of what is neither a place nor a frequent given name ("Rougier Gabon"),
    or a region opens it ("Normandie Lin")."""
    first = r.folded[c.start]
    area = any(known.kind in _AREAS for known in _known_entries(r, c.start, c.start + 1))
    if area and first not in r.lexicon.given and r.low[c.start + 1] not in _TIES and first not in r.lexicon.figures:
        return c.end > c.start + 1 and r.text[c.end - 1][0].isupper()
    if first in r.lexicon.known or first in r.lexicon.heads or r.low[c.end - 2] in _TIES:
        return False
    if r.lexicon.given.get(first, 0) >= _CURRENT:
        return False
    return any(known.kind in {"country", "continent"} for known in _known_entries(r, c.end - 1, c.end))


def _weigh_spelling(r: Reading, c: Candidate, texts: list[str]) -> None:
    """Weigh what only trade names and acronyms look like: "FibrEst", "ORKA&CO", "4vignes", "nocta.bio", "HDFID"."""
    if any(_CAMEL.search(text) and not _NOT_CAMEL.match(text) for text in texts) or "&" in r.surface(c.start, c.end):
        c.add("ORG", 2.5)
    if any(character.isdigit() for character in texts[0]) or ("." in texts[0] and texts[0].islower()):
        c.add("ORG", 2.0)
    acronym = len(texts) == 1 and texts[0].isupper() and 2 <= len(texts[0]) <= 8 and not r.shout[c.start]
    if acronym and (not c.scores["LOC"] or len(texts[0]) < 4):
        c.add("ORG", 2.5)


def _weigh_place(r: Reading, c: Candidate) -> None:
    surface = r.slice(c.start, c.end)
    if c.end > c.start + 1 and r.text[c.start] in r.lexicon.words["place.first"]:
        c.add("LOC", _PLACE_WORD)
    if _PLACE_SHAPE.search(surface):
        c.add("LOC", 3.5)
    elif surface.startswith(
        ("saint-", "sainte-", "st-", "ste-", "pont-", "villers-", "mont-", "bourg-", "neuf-", "chateau-")
    ):
        c.add("LOC", 1.5)


def _weigh_model(r: Reading, c: Candidate) -> None:
    labels = {r.label[i] for i in range(c.start, c.end) if r.label[i]}
    exact = (
        len(labels) == 1
        and all(r.label[c.start : c.end])
        and r.iob[c.start] == "B"
        and all(r.iob[i] == "I" for i in range(c.start + 1, c.end))
        and not (c.end < len(r) and r.iob[c.end] == "I")
    )
    for label in labels:
        weight = _MODEL[label] if label != "LOC" or c.scores["LOC"] or c.local["LOC"] else _UNKNOWN_PLACE
        c.model[label] += weight * (1.0 if exact else _PARTLY)
