"""How a title goes on, piece by piece: complements, adjectives, brackets, "et", and the organisation that ends it.
Token ends are exclusive."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.function_words import (
    demonyms,
    fold,
    function_kinds,
    is_function,
    organisation_nouns,
    title_words,
)
from factuel.models import unaccented

_ELECTED: Final = frozenset({"state", "civic"})
Step = tuple[int, Span | None, int | None]
"""The end of a piece, the organisation it names, where a common noun that stands for an organisation begins."""


def step(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """Read one more piece of a title at token `at`: return (its end, the organisation it names, where a common noun
    that stands for an organisation begins), or None where the title ends."""
    token, word = doc[at], fold(doc[at])
    if at in names and is_party(token):
        return at + 1, None, None
    if at in names:
        return (names[at].end, names[at], None) if names[at].label_ in {"ORG", "MISC"} else None
    if word in title_words("of") or word in {"du", "des", "au", "aux"}:
        return _dated(doc, at, names) or _complement(doc, at, names)
    if word in {"et", "&"}:
        return _linked(doc, at, names)
    if word in demonyms() or word in title_words("after") | title_words("leaving") | title_words("dropped"):
        return at + 1, None, None
    if token.text.startswith("-") and len(token.text) > 1:
        return at + 1, None, None
    if token.text == "-" and not token.whitespace_ and not doc[at - 1].whitespace_ and at + 1 < len(doc):
        return at + 2, None, None
    if token.text == "(":
        return _bracket(doc, at, names)
    if token.pos_ in {"ADJ", "NOUN"} and (not token.is_title or word in function_kinds()):
        return at + 1, None, None
    return None


def _bracket(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """Step over "(sans étiquette)" when the title goes on after it."""
    for close in range(at + 1, min(at + 6, len(doc) - 1)):
        if doc[close].text == ")":
            return _complement(doc, close + 1, names) if fold(doc[close + 1]) in {"de", "du", "des", "d'"} else None
    return None


def _dated(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """Step over the date of "cofondateur en 1963 de la coopérative"."""
    for close in (at + 2, at + 3):
        if close < len(doc) and doc[close - 1].is_digit and fold(doc[close]) in {"de", "du", "d'"}:
            return _complement(doc, close, names)
    return None


def _complement(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    noun = at + 1
    while noun < len(doc) and fold(doc[noun]) in title_words("article") | {"de", "d'", "sein"}:
        noun += 1
    if noun >= len(doc) or doc[noun].is_punct or doc[noun].is_space:
        return None
    if doc[noun].lower_ in {"m.", "mme", "mm.", "mlle"}:
        return None
    if fold(doc[noun]) in title_words("fixed"):
        return noun + 1, None, None
    if noun in names:
        return (names[noun].end, names[noun], None) if names[noun].label_ != "PER" else None
    if doc[noun].pos_ in {"VERB", "AUX", "PRON", "NUM", "DET", "ADV"} and not doc[noun].is_title:
        return None
    end = _noun_end(doc, noun, names)
    nested = fold(doc[at - 1]) in organisation_nouns()
    if nested and noun not in names:
        return end, None, None
    if unaccented(doc[noun:end].text) in organisation_nouns() or fold(doc[noun]) in organisation_nouns():
        return _named_after(doc, end, names, noun)
    return end, None, None


def _noun_end(doc: Doc, noun: int, names: dict[int, Span]) -> int:
    """Return the token after a noun, its adjectives and what a hyphen ties to it ("start-up")."""
    end = noun + 1
    while end < len(doc) and doc[end].pos_ == "ADJ" and end not in names:
        end += 1
    while end < len(doc) and doc[end].text.startswith("-") and not doc[end - 1].whitespace_:
        end += 1 if len(doc[end]) > 1 else 2
    return min(end, len(doc))


def _named_after(doc: Doc, end: int, names: dict[int, Span], noun: int) -> Step:
    """After "de l'entreprise", "du groupe": the name that follows, else the common noun stands for it."""
    at = end
    while at < min(len(doc), end + 6) and at not in names:
        word = doc[at]
        plain = word.pos_ in {"NOUN", "ADJ"} and not word.is_title and at > end
        if (
            not plain
            and fold(word) not in title_words("of") | title_words("article")
            and word.text not in {"«", '"', "“"}
        ):
            break
        at += 1
    if at in names and names[at].label_ != "PER":
        return names[at].end, names[at], None
    if end < len(doc) and fold(doc[end]) in {"de", "d'"} and at > end + 1:
        return end, None, None
    return end, None, noun


def _linked(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """After "et" the title goes on with "de ...", or with a bare noun that is no function."""
    if at + 1 >= len(doc) or at + 1 in names:
        return None
    following = doc[at + 1]
    if fold(following) in {"de", "du", "des", "d'", "a"}:
        return _complement(doc, at + 1, names)
    bare = following.pos_ in {"NOUN", "ADJ"} and not following.is_title and not is_function(following)
    opens = title_words("former") | title_words("skipped") | title_words("article") | title_words("adverb")
    if bare and fold(following) not in opens:
        return at + 2, None, None
    return None


def past_place(doc: Doc, stop: int, names: dict[int, Span]) -> int:
    """Step over the place of an organisation: "de Lumeo à Douai", "de Lumeo (Nord)"."""
    for at in (stop + 1, stop + 2):
        place = names.get(at)
        if place is not None and place.label_ == "LOC" and fold(doc[stop]) in {"a", "de", "d'", "en", "("}:
            closed = place.end < len(doc) and doc[place.end].text == ")"
            return place.end + closed
    return stop


def is_party(token: Token) -> bool:
    """ "maire RPR de Paris": the party between a function of someone elected and its place."""
    head, at = token.nbor(-1) if token.i else token, token.i + 1
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "B" and function_kinds().get(fold(head)) in _ELECTED
    return inside and at < len(token.doc) and fold(token.doc[at]) in {"de", "du", "des", "d'"}
