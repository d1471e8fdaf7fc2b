"""Reading a dependency parse: clauses, subjects, objects and noun phrases. Character ends are exclusive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

_VERBAL: Final = frozenset({"VERB", "AUX"})
_AUXILIARY: Final = ("aux", "cop")
_SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
_PHRASE_STOPS: Final = frozenset(
    {"acl:relcl", "appos", "parataxis", "punct", "cc", "conj", "advcl", "cop", "nsubj", "mark", "dep"}
)
_MAX_CLIMB: Final = 40


def has_feature(token: Token, feature: str, value: str) -> bool:
    """Return whether the morphology of a token has this value, such as `Tense` `Past`."""
    return value in token.morph.get(feature, [])


def is_finite(word: Token) -> bool:
    """Return whether the word is a finite verb with a meaning of its own, neither auxiliary nor copula."""
    empty = word.dep_.startswith(("aux", "cop"))
    return word.pos_ in _VERBAL and has_feature(word, "VerbForm", "Fin") and not empty


def ancestors(token: Token) -> Iterator[Token]:
    """Yield the token and its heads, up to the root."""
    for _ in range(_MAX_CLIMB):
        yield token
        if token.head == token or token.dep_ == "ROOT":
            return
        token = token.head


def governing_verb(token: Token) -> Token:
    """Return the verb whose clause the token stands in: itself, a head that is a verb or has a copula, or the root."""
    current = token
    for current in ancestors(token):
        if governs(current):
            return current
    return current


def governs(word: Token) -> bool:
    """Return whether a word has a clause of its own: a verb that is no auxiliary, or a word with a copula."""
    return (word.pos_ in _VERBAL and not word.dep_.startswith(_AUXILIARY)) or bool(copulas(word))


def copulas(token: Token) -> list[Token]:
    """Return the copulas of a nominal predicate ("X est directrice")."""
    return [child for child in token.children if child.dep_ == "cop"]


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries and copulas of a verb."""
    return [child for child in verb.children if child.dep_.startswith(_AUXILIARY)]


def subjects(verb: Token) -> list[Token]:
    """Return the heads of the subjects of a verb, coordinated ones included.

    A verb without a subject of its own takes that of the verb it is coordinated with or completes, and a relative
    "qui" gives way to its antecedent.
    """
    for current in _subject_bearers(verb):
        found = [child for child in current.children if child.dep_ in _SUBJECT]
        if found:
            return [word for subject in found for word in conjuncts(_antecedent(subject, current))]
    if verb.dep_ == "acl" and verb.head.pos_ in {"NOUN", "PROPN"}:
        return [verb.head]
    return []


def _subject_bearers(verb: Token) -> Iterator[Token]:
    yield verb
    for current in ancestors(verb):
        if current == verb and verb.dep_ not in {"conj", "xcomp", "ccomp", "advcl", "obl:arg", "obl:mod"}:
            return
        if current != verb:
            yield current
            if current.pos_ in _VERBAL:
                return


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ in {"qui", "lequel", "laquelle"} and verb.dep_ == "acl:relcl":
        return verb.head
    return subject


def conjuncts(token: Token) -> list[Token]:
    """Return the token and those coordinated with it, in order."""
    return [token, *(child for child in token.conjuncts if child.i > token.i and child.pos_ not in _VERBAL)]


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct objects of a verb, coordinated ones included."""
    return [word for child in verb.children if child.dep_ == "obj" for word in conjuncts(child)]


def obliques(verb: Token, *prepositions: str) -> list[Token]:
    """Return the heads of the complements that one of the prepositions introduces, coordinated ones included."""
    found = [
        child
        for child in verb.children
        if child.dep_.startswith(("obl", "nmod", "iobj")) and preposition(child) in prepositions
    ]
    return [word for child in found for word in conjuncts(child)]


def preposition(token: Token) -> str:
    """Return the preposition that introduces a noun, in lower case, or an empty string."""
    return next((child.lower_ for child in token.lefts if child.dep_ == "case"), "")


def agents(verb: Token) -> list[Token]:
    """Return the heads of the agents of a passive ("par X")."""
    found = [
        child
        for child in verb.children
        if child.dep_ == "obl:agent" or (child.dep_.startswith("obl") and preposition(child) == "par")
    ]
    return [word for child in found for word in conjuncts(child)]


def is_passive(verb: Token) -> bool:
    """Return whether the verb is a passive, with its auxiliary or as a bare participle after a noun."""
    if any(child.dep_ == "aux:pass" for child in verb.children):
        return True
    return verb.dep_ == "acl" and has_feature(verb, "VerbForm", "Part") and has_feature(verb, "Tense", "Past")


def phrase_bounds(token: Token, *, determiner: bool = False) -> tuple[int, int]:
    """Return the characters of the noun phrase around its head: its modifiers, without relative clauses, appositions
    or coordinated nouns; without its determiner and preposition unless `determiner`."""
    kept = [token]
    for child in token.children:
        if child.dep_ in _PHRASE_STOPS or child.dep_ == "case" or (child.dep_ == "det" and not determiner):
            continue
        if child.i < token.i or child.dep_ in {
            "amod",
            "nmod",
            "flat:name",
            "flat:foreign",
            "fixed",
            "compound",
            "acl",
            "advmod",
        }:
            kept.extend(_inner(child))
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    return first.idx, last.idx + len(last)


def _inner(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _PHRASE_STOPS or child.dep_ in {"conj", "cc"}:
            yield from _inner(child)


def phrase(token: Token, *, determiner: bool = False) -> str:
    """Return the text of the noun phrase around its head, as `phrase_bounds` sees it."""
    start, end = phrase_bounds(token, determiner=determiner)
    span = token.doc.char_span(start, end, alignment_mode="expand")
    return span.text if span is not None else token.text
