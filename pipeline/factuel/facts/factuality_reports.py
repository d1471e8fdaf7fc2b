"""What is to come though its verb does not say so: the future of a report in the past ("a confirmé qu'il ouvrirait"),
what is announced by its noun ("a annoncé la construction d'une usine"), what is aimed at ("l'objectif est de")."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.syntax import ancestors, auxiliaries, has_feature
from factuel.models import read_words, verb_forms

_DEEP: Final = 7
_REACH: Final = 9


def is_reported_future(verb: Token) -> bool:
    """Return whether a conditional stands in a that-clause of a verb of saying in the past, and tells of nothing done:
    "a précisé que l'aide serait versée"."""
    done = has_feature(verb, "VerbForm", "Part") and not any(child.dep_ == "aux:pass" for child in auxiliaries(verb))
    that = any(child.dep_ == "mark" and child.lower_ in {"que", "qu'", "qu’"} for child in verb.children)
    said = verb.head
    past = has_feature(said, "VerbForm", "Part") or has_feature(said, "Tense", "Imp")
    return that and not done and verb.dep_ == "ccomp" and said.pos_ == "VERB" and past


def is_announced(token: Token) -> bool:
    """Return whether a token is or completes a noun of action that somebody announces, or an infinitive aimed at."""
    action: Token | None = None
    for word in list(ancestors(token))[:_DEEP]:
        if word.pos_ == "NOUN" and word.lower_ in read_words("action_nouns"):
            action = word
        if has_feature(word, "VerbForm", "Inf") and _is_aim(word):
            return True
        if word.pos_ in {"VERB", "AUX"}:
            return action is not None and action.dep_ == "obj" and word.lower_ in verb_forms("announcing_verbs")
    return False


def _is_aim(infinitive: Token) -> bool:
    """ "L'objectif est d'embaucher", "l'intention de vendre", "une convention pour accueillir"."""
    before = [word.lower_ for word in infinitive.doc[max(0, infinitive.i - _REACH) : infinitive.i]]
    aims = [at for at, word in enumerate(before) if word in read_words("aim_nouns")]
    if before[-1:] == ["pour"]:
        return any(word in read_words("pact_nouns") for word in before)
    of = before[-1:] != [] and before[-1] in {"de", "d'", "d’"}
    if of and any(word in read_words("intent_nouns") for word in before):
        return True
    return bool(aims) and of and bool({"est", "était", "reste"} & set(before[aims[-1] :]))
