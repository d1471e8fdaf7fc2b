"""The subject of a verb read from the words before it, for where the parse of press prose misses it: bare names of
companies are often taken for verbs or complements ("L'usine Lumeo de Douai va fermer")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.syntax import has_feature
from factuel.models import read_words

_VERBAL: Final = frozenset({"VERB", "AUX"})
_CLITICS: Final = frozenset({"ne", "n'", "n’", "se", "s'", "s’", "y", "en", "lui", "leur", "nous", "pas", "plus", "me"})
_OBJECTS: Final = frozenset({"l'", "l’", "le", "la", "les"})
_BEFORE_INFINITIVE: Final = frozenset({"de", "d'", "d’", "à", "pour", "ne", "pas", "plus"})
_INSIDE: Final = frozenset({"de", "d'", "d’", "du", "des", "à", "au", "aux", "la", "le", "l'", "l’", "les", "("})
_OPENING: Final = frozenset({"ADP", "SCONJ"})
_LINKS: Final = frozenset({"et", "ou", "puis", "mais"})
_BRINGS: Final = frozenset({"à", "au", "aux", "avec", "par", "chez", "pour", "contre", "sur", "vers", "dans"})
_LATTER: Final = frozenset({"dernier", "dernière"})
_OF: Final = frozenset({"de", "d'", "d’"})
_RELATIVES: Final = frozenset({"qui", "que", "qu'", "qu’", "dont", "où", "lequel", "laquelle"})
_REACH: Final = 40
_BESIDE: Final = 6
"""Tokens after a noun in which a name stands beside it."""


@dataclass(frozen=True)
class Phrase:
    """A noun phrase read backwards from its last word: its head and the organisation or person named beside it."""

    head: Token
    name: Span | None
    start: int


def surface_subject(verb: Token) -> Phrase | None:
    """Return the noun phrase that stands as the subject before a verb, its auxiliaries and what governs it; a
    detached apposition between commas and a relative "qui" are stepped over."""
    first = text_sentence(verb).start
    at = _skip_words(_auxiliary(verb) or verb, first)
    for _ in range(_REACH):
        if at < first:
            return None
        word = verb.doc[at]
        if word.lower_ == "qui":
            at -= 2 if at > first and verb.doc[at - 1].text == "," else 1
            return _antecedent(verb.doc[at]) if at >= first else None
        if word.lower_ in _LINKS:
            return _shared_subject(word, first)
        if word.text in {",", ")"}:
            return before_apposition(word, first) or _shared_subject(word, first)
        if word.pos_ == "PRON" and not word.ent_type_:
            return Phrase(word, None, word.i)
        if word.pos_ != "ADV":
            return phrase_ending_at(word)
        at -= 1
    return None


def _auxiliary(verb: Token) -> Token | None:
    """Return the finite auxiliary of a participle that words stand apart from it: "a, en outre, signé"."""
    if not has_feature(verb, "VerbForm", "Part"):
        return None
    found = [child for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i - 1]
    return next((word for word in found if has_feature(word, "VerbForm", "Fin") and not word.ent_type_), None)


def _antecedent(last: Token) -> Phrase | None:
    """Return the noun phrase before "qui": the name that ends there where a preposition of its own brings it in ("cède
    ses parts au fonds Lumeo, qui"), else the whole phrase ("le patron de Lumeo, qui")."""
    name = next((span for span in names_in(text_sentence(last)) if span.end == last.i + 1), None)
    if name is None:
        return phrase_ending_at(last)
    at = name.start - 1
    if name.label_ == "LOC" and at > 1 and last.doc[at].lower_ in _OF and last.doc[at - 1].text == ",":
        return _antecedent(last.doc[at - 2])
    while at >= 0 and last.doc[at].pos_ in {"NOUN", "ADJ", "DET"} and not last.doc[at].ent_type_:
        at -= 1
    alone = Phrase(name.root, name, name.start)
    return alone if at >= 0 and last.doc[at].lower_ in _BRINGS else phrase_ending_at(last) or alone


def _shared_subject(link: Token, first: int) -> Phrase | None:
    """Return the subject of the verb before, which a coordinated verb shares: "Lumeo emploie 40 personnes et fait"."""
    for word in reversed(link.doc[first : link.i]):
        if word.pos_ in _VERBAL and not word.ent_type_ and has_feature(word, "VerbForm", "Fin"):
            return surface_subject(word)
    return None


def _skip_words(verb: Token, first: int) -> int:
    """Return where the words before the verb's group begin: "compte ne pas ouvrir" begins before "compte"."""
    at = verb.i - 1
    open_form = not has_feature(verb, "VerbForm", "Fin") or verb.lower_.endswith("r")
    while at >= first:
        word = verb.doc[at]
        named = bool(word.ent_type_)
        if _is_object_clitic(word) or word.lower_ in _CLITICS or (open_form and word.lower_ in _BEFORE_INFINITIVE):
            at -= 1
        elif not named and (word.pos_ == "AUX" or (open_form and word.pos_ == "VERB")):
            open_form = not has_feature(word, "VerbForm", "Fin")
            at -= 1
        elif (word.pos_ == "ADV" or (word.lower_ == "par" and word.nbor().lower_ == "ailleurs")) and not named:
            at -= 1
        else:
            break
    return at


def _is_object_clitic(word: Token) -> bool:
    """Return whether a word is the object before its verb: "la région l'a aidé", "la ville le finance"."""
    if word.lower_ not in _OBJECTS or word.ent_type_:
        return False
    return word.pos_ == "PRON" or (word.nbor().pos_ == "AUX" and word.lower_ in {"l'", "l’"})


def _is_object(phrase: Phrase, near: Token, first: int) -> bool:
    """Return whether a noun phrase follows its verb ("a établi son siège à Lens"); a bare name there may be a subject
    ("constate Zoé Marquis")."""
    before = near.doc[phrase.start - 1] if phrase.start > first else None
    verb = before is not None and before.pos_ in _VERBAL and not before.ent_type_
    return verb and near.doc[phrase.start].pos_ == "DET"


def before_apposition(comma: Token, first: int) -> Phrase | None:
    """Return the nearest noun phrase with a determiner, or name, that stands before an earlier comma."""
    for at in range(comma.i - 1, max(first, comma.i - _REACH), -1):
        if comma.doc[at].text not in {",", "("}:
            continue
        phrase = phrase_ending_at(comma.doc[at - 1])
        if phrase is None or _is_object(phrase, comma, first):
            continue
        if phrase.name is not None or comma.doc[phrase.start].pos_ == "DET":
            return phrase
    return None


def phrase_ending_at(last: Token) -> Phrase | None:
    """Return the noun phrase whose last word is `last`, null when a preposition or a verb governs it."""
    first = text_sentence(last).start
    names = {word.i: span for span in names_in(text_sentence(last)) for word in span}
    at = last.i
    while at >= first:
        word = last.doc[at]
        if at in names:
            at = names[at].start - 1
        elif word.pos_ in {"NOUN", "ADJ", "PROPN", "DET", "NUM"} or word.lower_ in _INSIDE:
            at -= 1
        else:
            break
    return _read_phrase(last, at + 1, names)


def _read_phrase(last: Token, start: int, names: dict[int, Span]) -> Phrase | None:
    doc = last.doc
    before = doc[start - 1] if start > text_sentence(last).start else None
    if start > last.i or (before is not None and before.pos_ in _OPENING and before.lower_ != "que"):
        return None
    if doc[start].lower_ in _INSIDE and doc[start].pos_ == "ADP":
        return None
    for at in range(start, last.i + 1):
        if at in names:
            return Phrase(names[at].root, names[at], start)
        if doc[at].pos_ in {"NOUN", "PROPN"}:
            return Phrase(doc[at], name_beside(doc[at]), start)
    return Phrase(last, None, start) if last.lower_ in _LATTER else None


def name_beside(head: Token) -> Span | None:
    """Return the name that stands beside a noun without a preposition: "l'usine Lumeo", "le groupe suédois Lumeo", "le
    fabricant de faisceaux automobiles Lumeo"."""
    names = {span.start: span for span in names_in(text_sentence(head)) if head.i < span.start <= head.i + _BESIDE}
    body = head.lower_ in read_words("body_nouns")
    for at in range(head.i + 1, min(head.i + _BESIDE + 1, len(head.doc))):
        word = head.doc[at]
        if at in names:
            return names[at] if head.doc[at - 1].pos_ != "ADP" else None
        complement = body and (word.lower_ in _OF or (word.pos_ == "NOUN" and head.doc[at - 1].lower_ in _OF))
        beside = body and word.pos_ == "NOUN" and at == head.i + 1 and at + 1 in names
        if word.pos_ != "ADJ" and not complement and not beside and word.lower_ not in read_words("demonyms"):
            return None
    return None


def main_subjects(sentence: Span, before: Token) -> Iterator[Phrase]:
    """Yield the subjects of the main verbs of a sentence before a word, the first one first."""
    for word in sentence:
        if word.i >= before.i:
            return
        if word.pos_ not in {"VERB", "AUX"} or word.ent_type_ or not has_feature(word, "VerbForm", "Fin"):
            continue
        if word.i > sentence.start and sentence.doc[word.i - 1].lower_ in _RELATIVES:
            continue
        phrase = surface_subject(word)
        if phrase is not None:
            yield phrase
