"""Noun phrases around a place in a doc, read from parts of speech and names; the parse is not asked."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.annotation.quotations.addressees import before_addressee
from factuel.annotation.quotations.appositions import medium_beside, name_at, organisation_beside, person_beside
from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.lexicon import offices, verbs, words
from factuel.annotation.quotations.value import Speaker, SpeakerKind

_OF: Final = frozenset({"de", "d'", "du", "des"})
_TOWARDS: Final = frozenset({"à", "au", "aux", "en", "chez", "pour"})
_LINKS: Final = _OF | _TOWARDS
_THIS: Final = frozenset({"ce", "cet", "cette", "ces"})
_THEM: Final = frozenset({"eux", "elles"})
_WHO: Final = frozenset({"celui", "celle", "ceux", "celles"})
_OWNERS: Final = frozenset({"son", "sa", "leur"})
_ONE: Final = frozenset({"le", "la", "l'", "un", "une"})
_GLUE: Final = frozenset({"l'", "&", "n°"})
NOMINAL: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
CLITICS: Final = frozenset({"se", "s'", "ne", "n'", "l'", "le", "la", "les", "lui", "leur", "y", "en", "m'", "nous"})


def phrase_end(doc: Doc, i: int, limit: int, *, towards: bool = False) -> int:
    """Return the token after the noun phrase that begins at `i`: nouns, their modifiers and complements with "de";
    with "à" and the like too when `towards`."""
    start, seen_noun = i, False
    links = _LINKS if towards else _OF
    while i < limit and not (seen_noun and _begins_anew(doc, i)):
        token = doc[i]
        if _is_nominal(token):
            seen_noun = seen_noun or token.pos_ in {"NOUN", "PROPN", "X"} or bool(token.ent_type)
            seen_noun = seen_noun or _is_substantive(doc, i, start, limit)
        elif _heads_phrase(doc, i, start):
            seen_noun = True
        elif not (seen_noun and (plain(token) in links or _among_them(doc, i))) and not (
            token.text == "-" and i + 1 < limit
        ):
            break
        i += 1
    while i > start and (plain(doc[i - 1]) in _LINKS | {"", "l'"} or doc[i - 1].pos_ == "DET"):
        i -= 1
    return max(i, start)


def _is_substantive(doc: Doc, i: int, start: int, limit: int) -> bool:
    """Is the adjective at token `i` the noun of the phrase: "un ancien de Lumeo"?"""
    return i == start + 1 and i + 1 < limit and doc[start].pos_ == "DET" and plain(doc[i + 1]) in _OF


def _is_nominal(token: Token) -> bool:
    return (
        bool(token.ent_type) or token.pos_ in NOMINAL or (token.pos_ == "X" and token.is_alpha) or plain(token) in _GLUE
    )


def _among_them(doc: Doc, i: int) -> bool:
    """Is it of "d'eux", "d'entre eux" or "de l'un", which say of whom somebody is one?"""
    if plain(doc[i]) in {"un", "une"}:
        return plain(doc[i - 1]) == "l'" and i > 1 and plain(doc[i - 2]) in _OF
    if plain(doc[i]) == "entre":
        return i + 1 < len(doc) and plain(doc[i + 1]) in _THEM and plain(doc[i - 1]) in _OF
    return plain(doc[i]) in _THEM and plain(doc[i - 1]) in _OF | {"entre"}


def _heads_phrase(doc: Doc, i: int, start: int) -> bool:
    """Is the token a pronoun that begins the phrase, whatever follows its first determiner ("l'accusé"), or the last
    word of "le principal intéressé"?"""
    if i == start + 2 and (
        plain(doc[i]) in words("concerned") or f"{plain(doc[i - 1])} {plain(doc[i])}" in words("pair")
    ):
        return True
    return (i == start and doc[i].pos_ == "PRON") or (i == start + 1 and doc[start].pos_ == "DET" and doc[i].is_alpha)


def _begins_anew(doc: Doc, i: int) -> bool:
    """Does a new phrase begin at token `i`, without a preposition that would tie it to the one before?"""
    if doc[i].ent_iob_ == "I" or (doc[i].ent_iob_ == "B" and doc[i].ent_type_ == "ORG" and doc[i].is_title):
        return False
    if plain(doc[i - 1]) in _LINKS | {"et", "&"}:
        return False
    if doc[i].ent_iob_ == "B" and doc[i - 1].ent_type_ == "PER":
        return True
    return (doc[i].pos_ == "DET" and plain(doc[i]) not in _OF) or plain(doc[i]) in words("time")


def noun_phrase(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the speaker named by the noun phrase at token `i`: a person in it or in its apposition, else the name
    it begins with, else the phrase."""
    end = before_addressee(doc, i, phrase_end(doc, i, limit, towards=True))
    if end <= i:
        return None
    if plain(doc[i]) in _THIS and i + 1 < limit and plain(doc[i + 1]).startswith("dern"):
        return speaker_of(doc, i, i + 2, "pronoun")
    name = _name_in(doc, i, end, "PER") or person_beside(doc, end, limit)
    if name is None and not _is_office(doc, i, end):
        name = _name_in(doc, i, end, "ORG") or organisation_beside(doc, i, end, limit) or medium_beside(doc, end, limit)
    if name is not None:
        return _coordinated(doc, name, limit)
    first = i + 1 if doc[i].pos_ == "DET" and i + 1 < end else i
    name = name_at(doc, first)
    if name is not None and name.start <= first and name.end <= end:
        return _coordinated(doc, name, limit)
    first = i
    while first + 1 < end and doc[first].text in words("title"):
        first += 1
    if first > i or all(token.is_title or token.is_upper or token.pos_ == "PROPN" for token in doc[first:end]):
        return speaker_of(doc, first, end, "name")
    return speaker_of(doc, i, end, "noun")


def _name_in(doc: Doc, first: int, last: int, label: str) -> Span | None:
    """Return the first name of the kind in the phrase that is no complement ("le père de X", "le siège de Y")."""
    i = first
    while i < last:
        name = name_at(doc, i)
        if (
            name is not None
            and name.label_ == label
            and name.end <= last
            and not _is_complement(doc, name.start, first)
        ):
            return name
        i = name.end if name is not None else i + 1
    return None


def _is_complement(doc: Doc, i: int, first: int) -> bool:
    i -= 1
    while i > first and (doc[i].pos_ == "DET" or plain(doc[i]) in words("title") or doc[i].text in words("title")):
        i -= 1
    return i >= first and (doc[i].pos_ == "ADP" or plain(doc[i]) in _LINKS)


def _is_office(doc: Doc, i: int, end: int) -> bool:
    """Is the phrase somebody's office with the name of their union, party or firm: "la secrétaire CGT du comité"?"""
    if doc[i].pos_ != "DET" or i + 2 >= end or doc[i + 1].ent_type_:
        return False
    return plain(doc[i + 1]) in offices()


def _coordinated(doc: Doc, name: Span, limit: int) -> Speaker:
    """Return the speaker of a name, with the name that "et" joins to it."""
    end = name.end
    if end + 1 < limit and plain(doc[end]) == "et":
        other = name_at(doc, end + 1)
        if other is not None and other.start == end + 1 and other.label_ == name.label_:
            end = other.end
    return speaker_of(doc, name.start, end, "name")


def phrase_ending(doc: Doc, i: int) -> Speaker | None:
    """Return the speaker of the noun phrase that ends before token `i`, a comma or clitics between allowed."""
    end = i
    while end > 0 and (doc[end - 1].text == "," or plain(doc[end - 1]) in CLITICS):
        end -= 1
    if end > 0 and plain(doc[end - 1]) in _WHO:
        return speaker_of(doc, end - 1, end, "pronoun")
    start = end
    while start > 0 and in_phrase(doc[start - 1]):
        start -= 1
    name = name_at(doc, end - 1) if start < end else None
    titled = name is not None and name.start > start and _leads_name(doc[name.start - 1])
    if start < end and not titled and _is_apposition(doc, start) and start - 1 > 0:
        return phrase_ending(doc, start - 1)
    while start < end and doc[start].pos_ in {"ADP", "CCONJ"}:
        start += 1
    start = next((j for j in range(end - 1, start, -1) if _opens_anew(doc, j)), start)
    if start == end:
        return None
    return _last_name(doc, start, end) or noun_phrase(doc, start, end)


def _opens_anew(doc: Doc, i: int) -> bool:
    """Does a determiner at token `i` open the last phrase of those that a verb taken for a noun stands between:
    "Anne Roux recadre son ministre"?"""
    before = doc[i - 1]
    if doc[i].pos_ != "DET" or doc[i].ent_type_ or plain(doc[i]) in _OF or plain(doc[i]) not in _OWNERS | _ONE:
        return False
    return before.pos_ in {"NOUN", "ADJ", "PROPN"} and plain(before) not in _LINKS and before.is_lower


def _leads_name(token: Token) -> bool:
    """Is it a title, or a verb of saying whatever the model takes it for: "soupire Paul Roux"?"""
    return token.text in words("title") or (token.is_lower and plain(token) in verbs().finite)


def _is_apposition(doc: Doc, start: int) -> bool:
    """Does a phrase without determiner or with a preposition stand after a comma: "X, directrice de Y, …"?"""
    if start == 0 or doc[start - 1].text != "," or doc[start].text in words("title"):
        return False
    if start + 1 < len(doc) and plain(doc[start + 1]) == "ans":
        return True
    return doc[start].pos_ == "ADP" or (doc[start].pos_ in {"NOUN", "ADJ"} and not doc[start].ent_type_)


def in_phrase(token: Token) -> bool:
    """Can the token stand inside a noun phrase?"""
    return _is_nominal(token) or plain(token) in _LINKS


def _last_name(doc: Doc, start: int, end: int) -> Speaker | None:
    """Return the person that the phrase ends with, unless it is a complement ("le père de X")."""
    name = name_at(doc, end - 1)
    if name is None or name.label_ != "PER" or _is_complement(doc, name.start, start):
        return None
    return speaker_of(doc, name.start, name.end, "name")


def speaker_of(doc: Doc, first: int, last: int, kind: SpeakerKind) -> Speaker:
    """Return the speaker made of tokens `first` to `last` (exclusive)."""
    span = doc[first:last]
    return Speaker(span.start_char, span.end_char, kind)
