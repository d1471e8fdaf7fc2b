"""Words that open a line or a sentence and are no names: labels that are run into it ("FOOTBALL Le club",
"SONDAGE EXCLUSIF - Le maire"), topics of headlines, participles, adverbs."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.reading import Reading

_SENTENCE: Final = frozenset({"Le", "La", "Les", "L'", "L’", "Un", "Une", "Des", "Au", "Il", "Elle", "Ce", "Cette"})
"""Words that open a sentence and no second word of a name."""
_DASHES: Final = frozenset({"-", "–", "—", "|", "•"})
_SHORTEST: Final = 4
_LONGEST: Final = 5
_FEW: Final = 6


def is_label(r: Reading, i: int) -> bool:
    """Return whether token i is of a label: words in capitals that French writes in small letters, from the beginning
    of the line to its sentence or to a dash."""
    first = i
    while first and not r.newline[first - 1] and _is_word(r, first - 1) and i - first < _LONGEST:
        first -= 1
    if (first and not r.newline[first - 1]) or len(r.text[first]) < _SHORTEST:
        return False
    end = first
    while end < len(r) and end - first < _LONGEST and _is_word(r, end):
        end += 1
    if end <= i or end >= len(r):
        return False
    return r.text[end] in _SENTENCE or (r.text[end] in _DASHES and not r.glued[end])


def _is_word(r: Reading, i: int) -> bool:
    if not (r.text[i].isupper() and r.text[i].isalpha() and len(r.text[i]) > 1):
        return False
    return r.is_common(i) or r.folded[i] in r.written_low or r.text[i].capitalize() in r.lexicon.words["rubric"]


def opens_sentence(r: Reading, i: int) -> bool:
    """Return whether the word that opens a sentence at token i is a topic, a participle or an adverb."""
    return _is_topic(r, i) or _is_participle(r, i) or _is_manner(r, i)


def _is_topic(r: Reading, i: int) -> bool:
    """Return whether the word is the topic of a headline ("Handball : ...", "Industrie pharmaceutique : ...")."""
    following = i + 1
    if following < len(r) and r.is_adjective(following):
        following += 1
    if following >= len(r) or r.capital[following]:
        return False
    if r.text[i].capitalize() in r.lexicon.words["rubric"]:
        return True
    if r.text[following] == ":" and following == i + 1 and r.folded[i] in r.written_low:
        return True
    if _is_noun(r, i) and r.text[i].istitle() and _is_phrase_before_colon(r, i):
        return True
    unknown = r.folded[i] not in r.lexicon.known and r.folded[i] not in r.seen_inside
    return following > i + 1 and r.text[following] == ":" and unknown


def _is_phrase_before_colon(r: Reading, i: int) -> bool:
    """Return whether a noun and a few words in small letters stand before a colon ("Bois d'œuvre :")."""
    for j in range(i + 1, min(len(r), i + _FEW)):
        if r.text[j] == ":":
            return r.folded[i] not in r.seen_inside
        if not r.text[j][0].islower():
            return False
    return False


def _is_noun(r: Reading, i: int) -> bool:
    return r.is_common(i) or (r.pos[i] == "NOUN" and r.folded[i].removesuffix("s") in r.lexicon.common)


def _is_participle(r: Reading, i: int) -> bool:
    """Return whether a participle opens the sentence ("Interrogée sur ce point, elle ...")."""
    if i + 1 >= len(r) or r.capital[i + 1] or r.pos[i] not in {"VERB", "ADJ"}:
        return False
    if not r.low[i].endswith(("é", "ée", "és", "ées")):
        return False
    return not any(r.folded[i] in names for names in (r.seen_inside, r.lexicon.given, r.lexicon.known))


def _is_manner(r: Reading, i: int) -> bool:
    """Return whether an adverb in -ment opens the sentence ("Arithmétiquement, rien ne change")."""
    apart = i + 1 >= len(r) or not r.capital[i + 1]
    return apart and r.low[i].endswith("ment") and len(r.low[i]) > 6 and r.folded[i] not in r.seen_inside
