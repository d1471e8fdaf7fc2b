"""Where the trained model may set a later end to a name: it goes on with words in small letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.notation.folding import fold

_ADJUNCTS: Final = frozenset({"pour", "à", "contre", "par", "dont", "qui"})
"""Words that no institution's name goes on with, once its noun has its complement."""
_OBJECTS: Final = frozenset({"la", "le", "les"})
_ALL: Final = frozenset({"tous", "toutes", "unis", "unies", "uni", "unie"})
"""Words that close a movement's name, though the tagger sees pronouns ("Territoires unis")."""
_NO_PART: Final = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
"""No name goes on over these ("Libération pour savoir quoi regarder")."""
TIES: Final = frozenset({"de", "d'", "d’", "du", "des", "la", "le", "les", "l'", "l’", "à", "au", "aux", "en"})
_ARTICLES: Final = frozenset({"le", "la", "les", "l'", "l’", "à", "au", "aux", "en"})
_FEW: Final = 2


def extend(doc: Doc, name: Decided, opinion: Decided | None, limit: int) -> Decided:
    """Take the model's end of an organisation or a work that goes on with words in small letters."""
    if opinion is None or opinion.label not in {"ORG", "MISC"} or not name.end < opinion.end <= limit:
        return name
    added = doc[name.end : opinion.end]
    if (
        added[-1].text in TIES
        or added[-1].text in {"-", "–"}
        or any(word.text[:1].isupper() for word in added)
        or _is_apart(name, added)
    ):
        return name
    if not name.firm and any(word.pos_ in _NO_PART and word.lower_ not in _ALL for word in added):
        return name
    if name.firm and doc[name.start].lower_ in _ARTICLES and len(added) == 1:
        return name
    end = _own_end(name, added) if name.firm else opinion.end
    alone = name.end == name.start + 1
    if end <= name.end or (alone and len(added) == 1 and doc[name.start].text.isupper() and added[0].pos_ == "ADJ"):
        return name
    label = "MISC" if opinion.label == "MISC" and name.label == "ORG" else name.label
    return replace(name, end=end, label=label)


def _is_apart(name: Decided, added: Span) -> bool:
    """Return whether the words after a name are others: an object ("demande à la Commission la création"), a rank
    ("3. Forest 22"), a plural nationality after a group's name ("les élus Renew bretons")."""
    own, last = added.doc[name.end - 1].lower_, fold(added[-1].text)
    if name.firm and added[0].lower_ in _OBJECTS and own not in TIES | _ADJUNCTS:
        return True
    if len(added) > 1 or own.endswith("s"):
        return False
    lexicon = name_lexicon()
    alone = name.end == name.start + 1 and last.isdigit() and len(last) <= _FEW and added.doc[name.start].text.istitle()
    ranked = alone and any(known.label == "LOC" for known in lexicon.known.get(fold(own), ()))
    return ranked or (last.endswith("s") and last[:-1] in lexicon.demonyms)


def _own_end(name: Decided, added: Span) -> int:
    """Return the end of the words `added` to an institution's name before those that only its sentence adds: a verb,
    "pour" or "à" when the noun has its complement ("Direction de l'armement" pour la maintenance)."""
    whole = name.end - name.start > _FEW
    for word in added:
        aim = word.lower_ in _ADJUNCTS and (whole or word.lower_ != "pour")
        serves = word.lower_ == "à" and word.i + 1 < added.end and _is_bare_noun(word.nbor())
        if word.pos_ in {"VERB", "AUX"} or (aim and not serves):
            end = word.i
            while end > name.end and word.doc[end - 1].lower_ in TIES | _ADJUNCTS | {"et"}:
                end -= 1
            return end
    return added.end


def _is_bare_noun(word: Token) -> bool:
    return word.pos_ == "NOUN" and not word.lower_.endswith(("er", "ir", "re"))
