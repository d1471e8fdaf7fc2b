"""What kind of clause words are: main or relative, with its subject before the verb or not."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.quotations.cues import verb_cue
from factuel.annotation.quotations.forms import is_finite, is_verbal, plain

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


def _in_relative(token: Token, within: Span) -> bool:
    for _ in range(_MAX_CLIMB):
        if token.dep_.startswith("acl"):
            return True
        if token.head is token or not within.start <= token.head.i < within.end:
            return False
        token = token.head
    return False


def has_subject_before(verb: Token) -> bool:
    """Has the verb a subject before it?"""
    return any(child.dep_ in {"nsubj", "nsubj:pass"} and plain(child) not in {"m'", "s'", "l'"} for child in verb.lefts)
