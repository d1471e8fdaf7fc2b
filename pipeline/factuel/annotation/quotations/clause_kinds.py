"""What kind of clause words are: main or relative, with its subject before the verb or not."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.quotations.cues import verb_cue
from factuel.annotation.quotations.forms import is_finite, is_verbal, plain
from factuel.annotation.quotations.lexicon import words

_MAX_CLIMB: Final = 8


def says_that(token: Token) -> bool:
    """Is it a verb of saying with a that-clause?"""
    cue = verb_cue(token) if is_verbal(token) else None
    return cue is not None and "que" in cue.takes


def has_main_clause(before: Span) -> bool:
    """Is there a conjugated verb that belongs to no relative clause, nor to an only "si …", "quand …"?"""
    if len(before) and before[0].pos_ == "SCONJ" and not any(token.text == "," for token in before):
        return False
    return any(is_finite(token) and not _in_relative(token, before) for token in before)


def has_own_verb(clause: Span) -> bool:
    """Is there a conjugated verb outside of the relative clauses that commas set apart: "les fouilles, auxquelles
    participent des plongeurs, …" has none yet?"""
    skipping = False
    for previous, token in pairwise(clause):
        if token.text == ",":
            skipping = False
        elif previous.text == "," and _opens_relative(token):
            skipping = True
        elif not skipping and is_finite(token):
            return True
    return len(clause) > 0 and is_finite(clause[0])


def _opens_relative(token: Token) -> bool:
    """Is it "qui", "auxquelles", or the preposition before "lequel"?"""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    relative = words("relative_pronoun")
    return plain(token) in relative or (token.pos_ == "ADP" and plain(following) in relative)


def _in_relative(token: Token, within: Span) -> bool:
    for _ in range(_MAX_CLIMB):
        if token.dep_.startswith("acl"):
            return True
        if token.head is token or not within.start <= token.head.i < within.end:
            return False
        token = token.head
    return False


def has_subject_before(verb: Token) -> bool:
    """Has the verb a subject before it, as the parse says, and no comma alone between: "Le port est plein, dit X"?"""
    return any(
        child.dep_ in {"nsubj", "nsubj:pass"} and plain(child) not in {"m'", "s'", "l'"} and not _cut_off(child, verb)
        for child in verb.lefts
    )


def _cut_off(subject: Token, verb: Token) -> bool:
    """Is the number of commas between them odd, which no French sentence has between a subject and its verb?"""
    between = verb.doc[subject.i : verb.i]
    return sum(token.text == "," for token in between) % 2 == 1
