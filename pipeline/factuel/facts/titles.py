"""Titles: how far a function runs ("directrice générale adjointe chargée des finances de Lumeo"), and what of it names
the organisation. Token ends are exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.models import read_words

_OF: Final = frozenset({"de", "du", "des", "d'", "d’", "à", "au", "aux", "en", "chez", "pour", "auprès", "dans"})
_ARTICLES: Final = frozenset({"la", "le", "les", "l'", "l’", "sa", "son", "ses", "leur", "leurs"})
_BEFORE: Final = frozenset({"haut", "haute", "grand", "grande", "principal", "principale", "vice", "co", "jeune", "nouveau", "nouvelle", "nouvel", "futur", "future", "actuel", "actuelle"})  # fmt: skip
_KEPT_BEFORE: Final = frozenset({"haut", "haute", "grand", "grande", "vice", "co"})
_FORMER: Final = frozenset({"ancien", "ancienne", "anciens", "ex", "feu", "feue"})
_LINKS: Final = frozenset({"et", "&"})
_MAX_TOKENS: Final = 18


@dataclass(frozen=True)
class Title:
    """A function found: tokens `start` to `end` are the title, `stop` is one past its organisation too."""

    start: int
    end: int
    stop: int
    first: int
    organisation: Span | None
    common_organisation: tuple[int, int] | None
    former: bool


@cache
def function_words() -> frozenset[str]:
    """Return the forms of the lexicon of functions, in lower case."""
    return read_words("functions")


@cache
def _demonyms() -> frozenset[str]:
    return read_words("demonyms")


@cache
def _organisation_nouns() -> frozenset[str]:
    return read_words("organisation_nouns")


def is_function(token: Token) -> bool:
    """Return whether a token is a function's head word, "ex-" in front of it included."""
    word = token.lower_.removeprefix("ex-")
    if word in {"premier", "première"}:
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in function_words()
    if word in {"tête", "milieu", "bras", "chargé", "chargée", "maître", "maîtresse", "demi", "numéro"}:
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {
            "de",
            "droit",
            "des",
            "du",
            "un",
            "deux",
            "1",
            "2",
        }
    return word in function_words()


def read_title(token: Token) -> Title:
    """Return the title that starts at a function's head word: its adjectives and complements, up to the organisation."""
    doc = token.doc
    first, start, former = _left_edge(token)
    former = former or token.lower_.startswith("ex-")
    end, names = token.i + 1, _names_by_start(doc, token)
    organisation: Span | None = None
    common: tuple[int, int] | None = None
    stop = end
    while stop < min(len(doc), token.i + _MAX_TOKENS) and organisation is None:
        ahead = _step(doc, stop, names)
        if ahead is None:
            break
        stop, organisation, common_noun = ahead
        if common_noun is not None:
            common = (common_noun, stop)
        elif organisation is None:
            end = stop
        if common is not None and organisation is None:
            break
    return Title(start, end, stop, first, organisation, common if organisation is None else None, former)


def _left_edge(token: Token) -> tuple[int, int, bool]:
    """Return (first token of the whole phrase, first token of the title, whether it is a former function)."""
    at, start, former = token.i, token.i, False
    sentence_start = token.sent.start
    while at > sentence_start:
        word = token.doc[at - 1].lower_
        if word in _FORMER or (word == "-" and at - 2 >= sentence_start and token.doc[at - 2].lower_ == "ex"):
            former = True
        elif word in _KEPT_BEFORE:
            start = at - 1
        elif word not in _BEFORE and word not in _ARTICLES and word not in {"un", "une", "notre", "-"}:
            break
        at -= 1
    return at, start, former


def _names_by_start(doc: Doc, token: Token) -> dict[int, Span]:
    return {span.start: span for span in doc.ents if token.i < span.start <= token.i + _MAX_TOKENS}


def _step(doc: Doc, at: int, names: dict[int, Span]) -> tuple[int, Span | None, int | None] | None:
    """Read one more piece of a title at token `at`: return (its end, the organisation it names, where a common noun
    that stands for an organisation begins), or None where the title ends."""
    token = doc[at]
    if at in names:
        span = names[at]
        return (span.end, span, None) if span.label_ in {"ORG", "MISC"} else None
    if token.lower_ in _OF or token.lower_ == "chargé":
        return _complement(doc, at, names)
    if token.lower_ in _LINKS:
        return _linked(doc, at, names)
    if token.lower_ in _demonyms():
        return None
    if token.pos_ in {"ADJ", "NOUN"} or token.lower_ in {"général", "générale", "adjoint", "adjointe", "délégué", "déléguée", "chargée", "exécutif", "exécutive"}:  # fmt: skip
        return (at + 1, None, None) if not token.is_title or token.lower_ in function_words() else None
    if token.lower_ == "-" and at + 1 < len(doc) and doc[at + 1].is_alpha:
        return at + 2, None, None
    return None


def _complement(doc: Doc, at: int, names: dict[int, Span]) -> tuple[int, Span | None, int | None] | None:
    noun = at + 1
    while noun < len(doc) and (doc[noun].lower_ in _ARTICLES or doc[noun].lower_ in {"de", "d'", "d’", "sein", "du"}):
        noun += 1
    if noun >= len(doc) or doc[noun].is_punct or doc[noun].is_space:
        return None
    if noun in names:
        span = names[noun]
        return (span.end, span, None) if span.label_ != "PER" else None
    if doc[noun].pos_ in {"VERB", "AUX", "PRON", "NUM", "DET", "ADV"} and not doc[noun].is_title:
        return None
    end = noun + 1
    while end < len(doc) and doc[end].pos_ == "ADJ" and end not in names:
        end += 1
    if doc[noun].lower_ in _organisation_nouns():
        return _named_after(doc, end, names, noun)
    return end, None, None


def _named_after(doc: Doc, end: int, names: dict[int, Span], noun: int) -> tuple[int, Span | None, int | None]:
    """After "de l'entreprise", "du groupe": the name that follows, else the common noun stands for it."""
    at = end
    while at < len(doc) and at not in names and (doc[at].lower_ in _OF | _ARTICLES or doc[at].text in {"«", '"', "“"}):
        at += 1
    if at in names and names[at].label_ != "PER":
        return names[at].end, names[at], None
    return end, None, noun


def _linked(doc: Doc, at: int, names: dict[int, Span]) -> tuple[int, Span | None, int | None] | None:
    """After "et" the title goes on with "de ...", or with a bare noun that is no function."""
    if at + 1 >= len(doc) or at + 1 in names:
        return None
    following = doc[at + 1]
    if following.lower_ in {"de", "du", "des", "d'", "d’", "à"}:
        return _complement(doc, at + 1, names)
    if following.pos_ in {"NOUN", "ADJ"} and not is_function(following) and not following.is_title:
        return at + 2, None, None
    return None
