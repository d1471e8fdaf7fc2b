"""Whether a statement is asserted, planned, in the press conditional, hypothetical or negated."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.syntax import ancestors, auxiliaries, governing_verb, has_feature, is_passive, subjects
from factuel.models import verb_forms
from factuel.records import Factuality

_NEGATIONS: Final = frozenset({"pas", "plus", "jamais", "aucun", "aucune", "rien", "ni", "point", "nul", "nulle"})
_CLIMB: Final = frozenset({"xcomp", "ccomp", "obl:arg", "obl:mod", "obl", "obj", "advcl", "acl", "nmod", "nsubj:pass"})
_DIRECT: Final = frozenset({"obj", "nsubj", "nsubj:pass"})
_FUTURE: Final = ("ront", "erons", "drons", "era", "dra")
"""Endings of the future that no other tense of a French verb has, for verbs whose morphology the parser misses."""
_DEFINITE: Final = frozenset({"le", "la", "les", "l'", "ses", "leurs", "nos", "ces", "mes", "aux", "des", "du"})


def factuality_of(anchor: Token) -> Factuality:
    """Return the factuality of the clause that `anchor` (a verb, or a noun of action) stands in.

    Negation wins over the rest; then "si" and questions; then verbs of intention ("prévoit d'ouvrir", "va ouvrir");
    then the mood and tense of the verb: the conditional is the unverified news of the press, the future is planned.
    """
    return _of_chain(_governors(governing_verb(anchor)), anchor)


def factuality_of_count(head: Token) -> Factuality:
    """Return the factuality of a figure whose noun is `head`.

    What a definite noun, an apposition or a participle counts is there already ("les 91 salariés recevront", "la
    salle, 1 350 places, sera") and is asserted; a negation reaches only the verb's own subject and objects.
    """
    if _is_intended(governing_verb(head)):
        return "planned"
    for token in ancestors(head):
        if token.dep_ in {"appos", "parataxis", "acl:relcl"} or (token.dep_ == "acl" and token.pos_ == "VERB"):
            return factuality_of(token) if token.pos_ == "VERB" and token.dep_ != "acl" else "asserted"
        if token.pos_ in {"VERB", "AUX"}:
            break
    if any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in head.children):
        return "asserted"
    if _does(governing_verb(head), head):
        return "asserted"
    found = factuality_of(head)
    verb = governing_verb(head)
    direct = any(token.dep_ in _DIRECT and token.head == verb for token in ancestors(head))
    return "asserted" if found == "negated" and not direct else found


def _is_intended(verb: Token) -> bool:
    """ "L'opérateur compte ouvrir 15 agences": "compte" reads as a noun to the parser."""
    if not has_feature(verb, "VerbForm", "Inf") or verb.i == 0 or verb.nbor(-1).pos_ in {"VERB", "AUX"}:
        return False
    row = verb_forms("factuality_verbs").get(verb.nbor(-1).lower_)
    return row is not None and row["needs"] == "infinitive" and row["effect"] == "planned"


def _does(verb: Token, head: Token) -> bool:
    """ "Six ateliers refusent des commandes", "douze élus étudient un projet": who does it is there."""
    row = verb_forms("factuality_verbs").get(verb.lower_)
    return (
        row is not None
        and row["needs"] == "any"
        and not is_passive(verb)
        and any(word == head for word in subjects(verb))
    )


def _of_chain(chain: list[Token], anchor: Token) -> Factuality:
    if any(_is_negated(current) for current in chain):
        return "negated"
    if any(_is_supposed(current) for current in chain):
        return "hypothetical"
    for index, current in enumerate(chain):
        effect = _effect(current, anchor, above=chain[index - 1] if index else None)
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
    return any(has_feature(word, "VerbForm", "Fin") for word in (verb, *auxiliaries(verb)))


def _effect(verb: Token, anchor: Token, above: Token | None) -> Factuality | None:
    """Return what a verb does to the clause: by its meaning when it governs the anchor, else by its mood and tense."""
    words = (verb, *auxiliaries(verb))
    opens = any(child.dep_ == "xcomp" or has_feature(child, "VerbForm", "Inf") for child in verb.children)
    infinitive = above is not None or opens or any(has_feature(word, "VerbForm", "Inf") for word in (verb, anchor))
    for word in words:
        row = verb_forms("factuality_verbs").get(word.lower_)
        if row is not None and word != anchor and (row["needs"] == "any" or infinitive):
            return row["effect"]  # type: ignore[return-value]
    if any(
        has_feature(word, "Mood", "Cnd") or word.lower_.endswith(("rait", "raient")) for word in words if _verbal(word)
    ):
        return "conditional"
    if any(has_feature(word, "Tense", "Fut") or word.lower_.endswith(_FUTURE) for word in words if _verbal(word)):
        return "planned"
    return None


def _verbal(word: Token) -> bool:
    return has_feature(word, "VerbForm", "Fin") or word.pos_ in {"VERB", "AUX"}


def _is_negated(verb: Token) -> bool:
    children = list(verb.children)
    particles = [child.lower_ for child in children] + [c.lower_ for a in auxiliaries(verb) for c in a.children]
    if not {"ne", "n'", "n’"} & set(particles):
        return any(child.lower_ == "sans" and child.dep_ in {"case", "mark"} for child in children)
    near = [child for child in verb.subtree if abs(child.i - verb.i) <= 6]
    return any(child.lower_ in _NEGATIONS for child in near)


def _is_supposed(verb: Token) -> bool:
    if any(child.dep_ == "mark" and child.lower_ in {"si", "s'", "s’"} for child in verb.children):
        return True
    return verb.dep_ == "ROOT" and verb.sent.text.rstrip(' »"”').endswith("?")
