"""Whether a statement is asserted, planned, in the press conditional, hypothetical or negated."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.syntax import ancestors, auxiliaries, governing_verb
from factuel.models import verb_forms
from factuel.records import Factuality

_NEGATIONS: Final = frozenset({"pas", "plus", "jamais", "aucun", "aucune", "rien", "ni", "point", "nul", "nulle"})
_CLIMB: Final = frozenset({"xcomp", "ccomp", "obl:arg", "obl:mod", "obl", "obj", "advcl", "acl", "nmod", "nsubj:pass"})


def factuality_of(anchor: Token) -> Factuality:
    """Return the factuality of the clause that `anchor` (a verb, or a noun in its clause) stands in.

    Negation wins over the rest; then "si" and questions; then verbs of intention ("prévoit d'ouvrir", "va ouvrir");
    then the mood and tense of the verb: the conditional is the unverified news of the press, the future is planned.
    """
    verb = governing_verb(anchor)
    chain = _governors(verb)
    if any(_is_negated(current) for current in chain):
        return "negated"
    if any(_is_supposed(current) for current in chain):
        return "hypothetical"
    for index, current in enumerate(chain):
        effect = _effect(current, governs=index > 0 or current != anchor)
        if effect is not None:
            return effect
    return "asserted"


def _governors(verb: Token) -> list[Token]:
    """Return the verb and the verbs above it that it completes, while it has no finite form of its own."""
    chain = [verb]
    for current in ancestors(verb):
        if current == verb:
            continue
        below = chain[-1]
        if below.dep_ not in _CLIMB or _is_finite(below):
            break
        if current.pos_ in {"VERB", "AUX"}:
            chain.append(current)
    return chain


def _is_finite(verb: Token) -> bool:
    return any("Fin" in word.morph.get("VerbForm") for word in (verb, *auxiliaries(verb)))


def _effect(verb: Token, *, governs: bool) -> Factuality | None:
    words = (verb, *auxiliaries(verb))
    row = next((row for word in words if (row := verb_forms("factuality_verbs").get(word.lower_))), None)
    if row and row["effect"] != "announced" and (governs or verb.lower_ not in verb_forms("factuality_verbs")):
        return row["effect"]  # type: ignore[return-value]
    if any(
        "Cnd" in word.morph.get("Mood") or word.lower_.endswith(("rait", "raient"))
        for word in words
        if _finite_form(word)
    ):
        return "conditional"
    if any("Fut" in word.morph.get("Tense") for word in words):
        return "planned"
    return None


def _finite_form(word: Token) -> bool:
    return "Fin" in word.morph.get("VerbForm") or word.pos_ in {"VERB", "AUX"}


def _is_negated(verb: Token) -> bool:
    children = list(verb.children)
    if not any(
        child.lower_ in {"ne", "n'", "n’"} for child in children + [c for a in auxiliaries(verb) for c in a.children]
    ):
        return any(child.lower_ == "sans" and child.dep_ in {"case", "mark"} for child in children)
    near = [child for child in verb.subtree if abs(child.i - verb.i) <= 6]
    return any(child.lower_ in _NEGATIONS for child in near)


def _is_supposed(verb: Token) -> bool:
    if any(child.dep_ == "mark" and child.lower_ in {"si", "s'", "s’"} for child in verb.children):
        return True
    return verb.dep_ == "ROOT" and verb.sent.text.rstrip(' »"”').endswith("?")
