"""Nouns that announce words after a colon: "Réponse du maire : …", "Son constat : …", "Le verdict de X : …"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.forms import is_finite, is_participle, plain
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.phrases import noun_phrase, speaker_of
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.value import Speaker

_OF: Final = frozenset({"de", "d'", "du", "des"})
_OWNERS: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_MAX_BEFORE: Final = 3
_BEING: Final = frozenset({"est", "sont", "était", "fut", "reste", "tombe", "fuse", "a"})


def announcing_noun(doc: Doc, first: int, colon: int) -> tuple[int, Speaker] | None:
    """Return the token of a noun of saying that begins the sentence of tokens `first` to `colon`, and whose words they
    are: X of "réponse de X", the possessive of "sa réponse". None when a verb but "être" stands between."""
    i = first
    while i < min(colon, first + _MAX_BEFORE) and plain(doc[i]) not in words("saying_noun"):
        if doc[i].pos_ not in {"DET", "ADJ", "ADV", "NUM", "CCONJ"}:
            return None
        i += 1
    if i >= min(colon, first + _MAX_BEFORE) or any(_acts(token) for token in doc[i:colon]):
        return None
    k = i + 1
    while k < colon and doc[k].pos_ == "ADJ":
        k += 1
    if k + 1 < colon and plain(doc[k]) in _OF:
        speaker = noun_phrase(doc, k + 1, colon)
        return (i, speaker) if speaker is not None and can_speak(doc, speaker) else None
    owner = next((j for j in range(first, i) if plain(doc[j]) in _OWNERS), None)
    return (i, speaker_of(doc, owner, owner + 1, "pronoun")) if owner is not None else None


def _acts(token: Token) -> bool:
    """Is it a conjugated verb but "être", or the auxiliary of one: "le conseil a changé ses règles : …"?"""
    if not is_finite(token):
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return plain(token) not in _BEING or (plain(token) == "a" and is_participle(following))
