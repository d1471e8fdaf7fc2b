"""Sources named by a preposition: "selon X, …", "…, d'après X", "pour X, « … »", "« … », dixit X"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.lexicon import may_say, prepositions, words
from factuel.annotation.quotations.phrases import noun_phrase, phrase_end, speaker_of
from factuel.annotation.quotations.speakers import can_speak, speaker_after
from factuel.annotation.quotations.value import Speaker

_MAX_PHRASE: Final = 12
_MAX_BEFORE_BY: Final = 5
_NO_SOURCE: Final = frozenset({"que", "qu'", "nos", "notre", "mes", "mon", "ma"})
_OWNERS: Final = frozenset({"ses", "son", "leurs", "leur", "l'", "les", "la", "le"})
_DEFINITE: Final = frozenset({"le", "la", "l'", "les"})
_ALSO_MANNER: Final = frozenset({"selon", "d'", "d'après", "du", "dans", "de"})
"""First words of prepositions that need not name a source: "selon la taille"."""
DEMONSTRATIVE: Final = frozenset({"ce", "cet", "cette"})
_CONTRACTIONS: Final = {"du": "de", "des": "de", "d'": "de"}


@dataclass(frozen=True, slots=True)
class Source:
    """A source: tokens `first` to `last` (exclusive) of its preposition, who it is, and the token after the phrase."""

    first: int
    last: int
    speaker: Speaker
    end: int
    needs: str


@cache
def _starts() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, needs in sorted(prepositions().items(), key=lambda item: -len(item[0])):
        table.setdefault(form[0], []).append((form, needs))
    return table


def may_begin_source(token: Token) -> bool:
    """Is the token the first word of a preposition that names a source?"""
    return plain(token) in _starts()


def source_at(doc: Doc, i: int, limit: int) -> Source | None:
    """Read a source whose preposition begins at token `i`; its phrase ends before token `limit`."""
    for form, needs in _starts().get(plain(doc[i]), ()):
        last = i + len(form)
        if last > limit or not all(_same(plain(doc[i + k]), word) for k, word in enumerate(form)):
            continue
        if needs == "owner":
            owner = next(k for k in range(i, last) if plain(doc[k]) in _OWNERS)
            return Source(i, last, speaker_of(doc, owner, owner + 1, "pronoun"), last, "nothing")
        at = last - 1 if needs == "self" else last
        speaker = _who(doc, at, limit)
        checked = "person" if needs == "person" else form[0]
        if speaker is None or not _can_speak(doc, at, speaker, checked):
            return None
        end = at
        while end < limit and doc[end].idx < speaker.end:
            end += 1
        return Source(i, last, speaker, end, "nothing" if needs == "self" else needs)
    return None


def _same(form: str, word: str) -> bool:
    return form == word or _CONTRACTIONS.get(form) == word


def _who(doc: Doc, i: int, limit: int) -> Speaker | None:
    if i >= limit or doc[i].pos_ in {"ADP", "ADV", "VERB"} or plain(doc[i]) in _NO_SOURCE:
        return None
    if doc[i].pos_ == "PRON":
        return speaker_after(doc, i, limit)
    return _author(doc, i, limit) or noun_phrase(doc, i, limit)


def _author(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the whole phrase of a document with the name by whom it is: "les données publiées hier par X"."""
    end = phrase_end(doc, i, limit, towards=True)
    issued = next((j for j in range(i + 1, min(end + 1, limit)) if plain(doc[j]) in words("authored")), None)
    if issued is None:
        return None
    by = next((j for j in range(issued + 1, min(issued + _MAX_BEFORE_BY, limit - 1)) if plain(doc[j]) == "par"), None)
    author = noun_phrase(doc, by + 1, limit) if by is not None else None
    if author is None or author.kind != "name":
        return None
    return Speaker(doc[i].idx, author.end, "noun")


def _can_speak(doc: Doc, i: int, speaker: Speaker, needs: str) -> bool:
    if needs == "person":
        inside = [token.ent_type_ for token in doc[i : i + _MAX_PHRASE] if speaker.start <= token.idx < speaker.end]
        if plain(doc[i]) in _DEFINITE and doc[i + 1].pos_ == "NOUN" and not may_say(doc[i + 1].lower_):
            return False
        named = speaker.kind == "name" and bool({"PER", "ORG"} & set(inside))
        stated = plain(doc[i]) in _DEFINITE | DEMONSTRATIVE
        return speaker.kind == "pronoun" or named or (speaker.kind == "noun" and stated and can_speak(doc, speaker))
    if speaker.kind != "noun" or needs not in _ALSO_MANNER:
        return True
    phrase = doc[i : i + _MAX_PHRASE]
    head = next((token for token in phrase if token.pos_ == "NOUN"), None)
    return head is not None and (plain(head) not in words("not_source") or _is_issued(head))


def _is_issued(noun: Token) -> bool:
    """Was the document given to somebody: "le plan remis aux élus", unlike "le plan prévu"?"""
    following = next((token for token in noun.doc[noun.i + 1 : noun.i + 3] if token.pos_ != "ADJ"), noun)
    return plain(following).rstrip("es") in words("issued") or plain(following) in words("issued")
