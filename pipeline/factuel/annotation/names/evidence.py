"""What speaks for a label: the name's own words, the words around it, and the model's first opinion.

Weights were set by hand and measured on corpus/gold/train and dev; one unit is about the model's opinion.
"""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.chunks import SEXES
from factuel.annotation.names.lexicon import Known, is_acronym
from factuel.annotation.names.reading import Reading

_MODEL: Final = {"PER": 1.2, "ORG": 1.2, "LOC": 0.8, "MISC": 0.3}
_CODE: Final = re.compile(r"[A-Z][\w]*-\d+$|[A-Z]{2,}-?\d{2,}$")
_ARTICLE_ALONE: Final = 0.7
_PARTLY: Final = 0.4
_UNKNOWN_PLACE: Final = 0.4
_STRANGER: Final = -1.2
"""A person whom an article never names in full bears at least a known name; a company may be called anything."""
_FREQUENT: Final = 20_000
_INITIAL: Final = re.compile(r"[A-ZÀ-Ý]\.(-?[A-ZÀ-Ý]\.)*$")
_CAMEL: Final = re.compile(r"[a-zà-ÿ\d]-?[A-ZÀ-Ý]|[A-ZÀ-Ý]{2,}[a-zà-ÿ]{2,}")
_NOT_CAMEL: Final = re.compile(r"(Mac|Mc|De|Di|Le|La|O'|Du|Van|Fitz)[A-ZÀ-Ý]")
_PLACE_SHAPE: Final = re.compile(r"-(sur|en|les|lez|aux|sous|la|le|du|des|de|d'|l'|pres|devant)-")
_ARTICLES: Final = frozenset({"le", "la", "les", "l'"})
_ANNOUNCES: Final = frozenset({"la", "le", "l'", "les", "du", "des", "au", "aux"})


def weigh(r: Reading, c: Candidate) -> None:
    """Fill the scores of a candidate."""
    _weigh_known(r, c)
    if not c.head:
        _weigh_person(r, c)
        _weigh_organisation(r, c)
        _weigh_place(r, c)
        _weigh_before(r, c)
        _weigh_after(r, c)
    _weigh_model(r, c)


def _first(r: Reading, c: Candidate) -> int:
    return c.start + 1 if r.low[c.start] in _ARTICLES and c.end > c.start + 1 else c.start


def _weigh_known(r: Reading, c: Candidate) -> None:
    if r.low[c.end - 1] in SEXES:
        return _weigh_competition(r, c)
    entries = _known_entries(r, c.start, c.end) or _known_entries(r, _first(r, c), c.end)
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


def _weigh_competition(r: Reading, c: Candidate) -> None:
    if any(known.label == "MISC" for known in _known_entries(r, c.start, c.end - 1)):
        c.add("MISC", 5.0)
        c.certain = True


def _known_entries(r: Reading, start: int, end: int) -> tuple[Known, ...]:
    return r.lexicon.known.get(r.spaced[r.starts[start] : r.ends[end - 1]], ())


def _weigh_person(r: Reading, c: Candidate) -> None:
    first, words = _first(r, c), [r.folded[i] for i in range(c.start, c.end) if r.text[i][0].isalpha()]
    births = max((r.lexicon.given.get(form, 0) for form in _given_forms(r, first, c.end)), default=0)
    if c.end - first == 1:
        if births:
            c.add("PER", 1.6 if births >= _FREQUENT else 0.8)
        if r.folded[first] in r.lexicon.family:
            c.add("PER", 0.8)
        elif not births:
            c.add("PER", _STRANGER)
        return
    last = r.folded[c.end - 1]
    if births < 5000 and r.is_common(c.end - 1) and last not in r.lexicon.family and last not in r.lexicon.given:
        c.add("ORG", 1.0)
    elif births and r.text[c.end - 1] not in r.lexicon.words["organisation"]:
        c.add("PER", 3.2 if births >= 1000 else 2.2)
    if not births and 2 <= len(words) <= 3 and not any(map(r.is_common, range(first, c.end))) and not c.scores["LOC"]:
        c.add("PER", 0.3)
    if words[-1] in r.lexicon.family and len(words) <= 4:
        c.add("PER", 0.8)
    if _INITIAL.match(r.text[first]):
        c.add("PER", 2.5)
    if any(r.low[i] in r.lexicon.words["foreign"] for i in range(c.start, c.end - 1)):
        c.add("PER", 1.0)
    if births and r.text[c.end - 1].isupper() and len(r.text[c.end - 1]) > 2 and not r.text[first].isupper():
        c.add("PER", 1.5)


def _given_forms(r: Reading, first: int, end: int) -> list[str]:
    """Return the first word, and the double given name that begins there ("Anne-Sophie")."""
    forms = [r.folded[first]]
    if "-" in r.text[first]:
        forms.append(r.folded[first].split("-")[0])
    if first + 2 < end and r.text[first + 1] == "-":
        forms.append(r.slice(first, first + 3))
    return forms


def _weigh_organisation(r: Reading, c: Candidate) -> None:
    if c.certain:
        return
    texts = r.text[c.start : c.end]
    if not c.scores["LOC"] and not c.scores["PER"]:
        c.add("ORG", 0.6)
    if _CODE.match(r.surface(c.start, c.end)) and r.folded[c.start] not in r.seen_inside:
        c.add("MISC", 2.5)
        return
    if len(texts) > 1:
        words = r.lexicon.words["organisation"]
        marks = [i for i, text in enumerate(texts) if text in words]
        if marks and not (marks == [0] and r.folded[c.start] in r.lexicon.given):
            c.add("ORG", 2.5)
        if texts[-1] in r.lexicon.words["legal"]:
            c.add("ORG", 4.0)
    if any(_CAMEL.search(text) and not _NOT_CAMEL.match(text) for text in texts) or "&" in r.surface(c.start, c.end):
        c.add("ORG", 2.5)
    if any(character.isdigit() for character in texts[0]) or ("." in texts[0] and texts[0].islower()):
        c.add("ORG", 2.0)
    if len(texts) == 1 and texts[0].isupper() and 2 <= len(texts[0]) <= 8 and not r.shout[c.start]:
        c.add("ORG", 2.5 if not c.scores["LOC"] or len(texts[0]) < 4 else 0.0)
    first = _first(r, c)
    hyphened = c.end > first + 1 and r.text[first + 1] == "-"
    if (
        not r.start[first]
        and r.is_common(first)
        and not hyphened
        and not texts[0].isupper()
        and r.folded[first] not in r.lexicon.given
    ):
        c.add("ORG", 1.5)
    if texts[0] in r.lexicon.words["never"] and len(texts) == 1:
        c.add("ORG", -2.0)


def _weigh_place(r: Reading, c: Candidate) -> None:
    surface = r.slice(c.start, c.end)
    if _PLACE_SHAPE.search(surface):
        c.add("LOC", 3.5)
    elif surface.startswith(
        ("saint-", "sainte-", "st-", "ste-", "pont-", "villers-", "mont-", "bourg-", "neuf-", "chateau-")
    ):
        c.add("LOC", 1.5)


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
    if r.low[i] in _ARTICLES or r.low[i] in {"du", "au"}:
        c.hint("PER", -1.5)
        if c.end == c.start + 1 and not c.scores["LOC"]:
            c.hint("ORG", _ARTICLE_ALONE)
    if r.folded[i] in r.lexicon.demonyms:
        c.hint("PER" if r.capital[i] and not r.start[i] else "ORG", 2.0)
    if r.low[i] in r.lexicon.functions:
        c.hint("PER", 2.5)
    if r.text[i] == "," and i > 0 and _function_phrase_before(r, i):
        c.hint("PER", 2.5)


def _function_phrase_before(r: Reading, comma: int) -> bool:
    """Return whether a phrase that begins with a function ends before the comma: "le maire de Lanne, X"."""
    return any(r.low[k] in r.lexicon.functions for k in range(max(0, comma - 10), comma) if not r.newline[k])


def _weigh_preposition(r: Reading, c: Candidate, k: int, article: bool) -> None:
    low = r.low[k]
    two = f"{r.low[k - 1]} {low}" if k else low
    cues = r.lexicon.cues
    if low in {"à", "au", "aux", "a"} and k and (r.low[k - 1] in cues["to"] or r.low[k - 1] in {"hommage"}):
        c.hint("ORG", 0.3)
    elif low == "en" or (low in {"à", "a"} and not article):
        c.hint("LOC", 2.5 if not (c.end - c.start > 1 and c.scores["PER"] > 2) else 0.5)
    elif two in cues["place.strong"] or low in {"à", "au", "aux", "dans", "vers", "depuis", "a"}:
        c.hint("LOC", 1.2)
    if low in cues["organisation.before"] or two in cues["organisation.before"]:
        c.hint("ORG", 1.5 if low != "selon" else 0.5)
    if low == "par" or low in cues["person.before"]:
        c.hint("PER", 0.5)
    if low in {"de", "d'", "du", "des"} and k > 0:
        _weigh_owner(r, c, k - 1)


def _weigh_owner(r: Reading, c: Candidate, k: int) -> None:
    """Weigh the noun whose complement the name is: "filiale de X", "maire de X"; adjectives between are skipped."""
    while k > 0 and r.is_adjective(k) and r.low[k] not in r.lexicon.functions:
        k -= 1
    low, cues = r.low[k], r.lexicon.cues
    if low in cues["place.of"]:
        c.hint("LOC", 1.5)
    if low in cues["organisation.of"]:
        c.hint("ORG", 2.0)
    if low in cues["person.of"]:
        c.hint("PER", 0.8)


def _weigh_after(r: Reading, c: Candidate) -> None:
    i = c.end
    if i >= len(r) or r.newline[i]:
        return
    cues = r.lexicon.cues
    if r.text[i] == "(" and i + 1 < len(r):
        _weigh_parenthesis(r, c, i + 1)
    if r.text[i] == "," and i + 1 < len(r):
        _weigh_apposition(r, c, i + 1)
    k = (
        i + 1
        if r.low[i] in {"a", "ont", "va", "vient", "avait", "s'", "se", "est", "n'", "ne"} and i + 1 < len(r)
        else i
    )
    if r.low[k] in cues["person.say"]:
        c.hint("PER", 0.7)
    if r.low[k] in cues["organisation.act"]:
        c.hint("ORG", 1.0)
    before = r.low[c.start - 1] if c.start else ""
    if before in cues["person.say"] or before in {"-t-il", "-t-elle", "-il", "-elle"}:
        c.hint("PER", 0.7)


def _weigh_parenthesis(r: Reading, c: Candidate, i: int) -> None:
    word = r.text[i]
    if len(word) == 2 and word.isupper() and r.text[i + 1 : i + 2] == [")"] and c.scores["LOC"]:
        c.hint("LOC", 1.0)
    if word.isdigit() and i + 1 < len(r) and r.low[i + 1] in {"ans", "an"}:
        c.hint("PER", 3.0)
    for known in r.lexicon.known.get(r.folded[i], ()):
        if known.label == "LOC" and known.weight >= 3 and r.text[i][0].isupper():
            c.hint("LOC", 1.5)
    if any(known.kind == "party" for known in r.lexicon.known.get(r.folded[i], ())):
        c.hint("PER", 3.0)


def _weigh_apposition(r: Reading, c: Candidate, i: int) -> None:
    if r.text[i].isdigit() and i + 1 < len(r) and r.low[i + 1] == "ans":
        c.hint("PER", 3.0)
        return
    k = i
    while k < min(len(r) - 1, i + 4) and (
        r.low[k]
        in {
            "le",
            "la",
            "l'",
            "son",
            "sa",
            "notre",
            "leur",
            "un",
            "une",
            "ancien",
            "ancienne",
            "nouveau",
            "nouvelle",
            "actuel",
            "ex",
        }
    ):
        k += 1
    if r.low[k] in r.lexicon.functions or r.low[k].startswith("ex-"):
        c.hint("PER", 2.0)
    elif r.low[k] in r.lexicon.heads:
        head = r.lexicon.heads[r.low[k]][-1]
        if head.label != "PER" and len(head.words) == 1 and k > i:
            c.hint(head.label, 1.2)
    if r.low[i] == "dont" and any(low in r.lexicon.cues["asset"] for low in r.low[i + 1 : i + 4]):
        c.hint("ORG", 2.0)
    if r.low[i] in {"filiale", "spécialiste", "spécialisé", "spécialisée", "leader", "basée", "basé", "propriété"}:
        c.hint("ORG", 2.0)


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
