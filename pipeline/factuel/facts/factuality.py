"""Whether a statement is asserted, planned, in the press conditional, hypothetical or negated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from spacy.tokens import Token

from factuel.facts.doc_tables import sent_of
from factuel.facts.factuality_reports import is_announced, is_reported_future
from factuel.facts.syntax import ancestors, auxiliaries, governing_verb, has_feature, is_passive, subjects
from factuel.models import read_words, verb_forms
from factuel.records import Factuality

_NEGATIONS: Final = frozenset({"pas", "plus", "jamais", "aucun", "aucune", "rien", "ni", "point", "nul", "nulle"})
_CLIMB: Final = frozenset({"xcomp", "ccomp", "obl:arg", "obl:mod", "obl", "obj", "advcl", "acl", "nmod", "nsubj:pass"})
_FUTURE: Final = ("ront", "erons", "drons", "era", "dra")
"""Endings of the future that no other tense of a French verb has, for verbs whose morphology the parser misses."""
_AWAITED: Final = frozenset(
    {"attendu", "attendue", "attendus", "attendues", "espéré", "espérés", "espérée", "espérées"}
)
_PLANS: Final = frozenset({"envisager", "prévoir", "projeter", "étudier", "viser", "préparer", "compter", "négocier"})
_PRESUMING: Final = frozenset({"pourquoi", "comment", "quand"})
"""Questions that take what they ask about for granted ("Pourquoi a-t-elle fermé ?")."""
_DEEP: Final = 7
_CLAUSE: Final = 20
"""Words after a conditional in which its condition stands."""
_AVOIR: Final = frozenset({"a", "ont", "avait", "avaient", "ayant", "ai", "avons", "avez", "as"})
_CONDITIONS: Final = frozenset({"condition", "pourvu"})
_UNWILLED: Final = frozenset({"aller", "devoir", "pouvoir", "falloir", "risquer", "appeler", "destiner", "compter"})
"""Verbs whose subject need not be there yet: "40 emplois vont être créés"."""
_DEFINITE: Final = frozenset({"le", "la", "les", "l'", "ses", "leurs", "nos", "ces", "mes", "aux", "des", "du"})


def factuality_of(anchor: Token) -> Factuality:
    """Return the factuality of the clause that `anchor` (a verb, or a noun of action) stands in.

    Negation wins over the rest; then "si" and questions; then verbs of intention ("prévoit d'ouvrir", "va ouvrir");
    then the mood and tense of the verb: the conditional is the unverified news of the press, the future is planned.
    """
    found = _of_chain(_governors(governing_verb(anchor)), anchor)
    return "planned" if found == "asserted" and is_announced(anchor) else found


def factuality_of_count(head: Token) -> Factuality:
    """Return the factuality of a figure whose noun is `head`.

    What a definite noun, an apposition or a participle counts is there already ("les 91 salariés recevront", "la
    salle, 1 350 places, sera") and is asserted; a negation reaches only the verb's own objects, for the subject
    is there ("six élus n'ont pas voté").
    """
    if _is_intended(governing_verb(head)) or _is_awaited(head) or _is_aimed_at(head) or is_announced(head):
        return "planned"
    for token in ancestors(head):
        if token.dep_ in {"appos", "parataxis", "acl:relcl"} or (token.dep_ == "acl" and token.pos_ == "VERB"):
            clause = token.pos_ == "VERB" and token.dep_ != "acl"
            return _of_chain(_governors(token), head) if clause else "asserted"
        if token.pos_ in {"VERB", "AUX"}:
            break
    share = head.lower_ in read_words("share_nouns")
    if not share and any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in head.children):
        return "asserted"
    if _does(governing_verb(head), head):
        return "asserted"
    found = factuality_of(head)
    verb = governing_verb(head)
    denied = {"obj", "nsubj:pass"} if is_passive(verb) else {"obj"}
    direct = any(token.dep_ in denied and token.head == verb for token in ancestors(head))
    return "asserted" if found == "negated" and not direct else found


def _is_awaited(head: Token) -> bool:
    """ "Près de 180 exposants attendus", "où sont attendues 32 équipes"."""
    beside = [child for child in head.children if child.i > head.i and child.dep_ in {"acl", "amod"}]
    verbs = [*beside, *([head.head] if head.dep_.startswith("nsubj") else [])]
    return any(word.lower_ in _AWAITED and not _has_avoir(word) for word in verbs)


def _is_aimed_at(head: Token) -> bool:
    """ "vise une croissance comprise entre 8 et 10 %", "table sur une marge d'au moins 12 %": however deep in the noun
    phrase that a verb of intention has as its object."""
    for token in list(ancestors(head))[:_DEEP]:
        row = verb_forms("factuality_verbs").get(token.lower_)
        if token.pos_ in {"VERB", "AUX"} and row is not None and token != head:
            aims = row["needs"] == "any" and row["effect"] == "planned" and not is_passive(token)
            return aims and not _has_avoir(token) and not any(word == head for word in subjects(token))
        if token.dep_.startswith("nsubj") or (token.pos_ in {"VERB", "AUX"} and _is_finite(token)):
            return False
    return False


def _was_before(verb: Token) -> bool:
    """ "avait promis": what was promised, and is told as a fact."""
    return any(child.lower_ in {"avait", "avaient"} for child in auxiliaries(verb))


def _has_avoir(verb: Token) -> bool:
    return any(child.lower_ in _AVOIR for child in auxiliaries(verb))


def _is_intended(verb: Token) -> bool:
    """ "L'opérateur compte ouvrir 15 agences": "compte" reads as a noun to the parser."""
    if not has_feature(verb, "VerbForm", "Inf") or verb.i == 0 or verb.nbor(-1).pos_ in {"VERB", "AUX"}:
        return False
    row = verb_forms("factuality_verbs").get(verb.nbor(-1).lower_)
    return row is not None and row["needs"] == "infinitive" and row["effect"] == "planned"


def _does(verb: Token, head: Token) -> bool:
    """ "Six ateliers refusent des commandes", "douze élus ont décidé de partir": who does it is there."""
    row = verb_forms("factuality_verbs").get(verb.lower_)
    return (
        row is not None
        and row["lemma"] not in _UNWILLED
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
        if below.dep_ not in _CLIMB or _is_finite(below) or _describes(below) or _is_done(below):
            break
        if current.pos_ in {"VERB", "AUX"}:
            chain.append(current)
    return chain


def _is_done(verb: Token) -> bool:
    """Return whether an infinitive is a past one, whatever is to come: "après avoir obtenu", "pour avoir versé"."""
    return has_feature(verb, "VerbForm", "Part") and any(child.lower_ == "avoir" for child in auxiliaries(verb))


def _describes(verb: Token) -> bool:
    """Return whether a past participle describes a noun: "l'accord signé en mai prévoit", "Installée à Lens, la société
    fournira", whatever is said of it."""
    past = has_feature(verb, "VerbForm", "Part") and not has_feature(verb, "Tense", "Pres")
    return verb.dep_ in {"acl", "advcl"} and past and not auxiliaries(verb)


def _is_finite(verb: Token) -> bool:
    return any(has_feature(word, "VerbForm", "Fin") for word in (verb, *auxiliaries(verb)))


def _effect(verb: Token, anchor: Token, above: Token | None) -> Factuality | None:
    """Return what a verb does to the clause: by its meaning when it governs the anchor, else by its mood and tense."""
    words = (verb, *auxiliaries(verb))
    opens = any(child.dep_ == "xcomp" or has_feature(child, "VerbForm", "Inf") for child in verb.children)
    infinitive = above is not None or opens or any(has_feature(word, "VerbForm", "Inf") for word in (verb, anchor))
    for word in words:
        row = verb_forms("factuality_verbs").get(word.lower_)
        if row is not None and row["lemma"] == "promettre" and _was_before(verb):
            continue
        waited = row is not None and row["lemma"] == "attendre" and _has_avoir(word)
        if row is not None and word != anchor and not waited and (row["needs"] == "any" or infinitive):
            return "conditional" if _is_unsure(word, row) else row["effect"]  # type: ignore[return-value]
    if any(_is_conditional(word) for word in words if _verbal(word)):
        unsure: Factuality = "hypothetical" if _has_condition(verb) else "conditional"
        return "planned" if is_reported_future(verb) else unsure
    if any(_is_future(word, verb) for word in words if _verbal(word)):
        return "planned"
    return None


def _is_conditional(word: Token) -> bool:
    """The endings are also those of the imperfect of verbs in -rer and -rir ("inaugurait", "offraient")."""
    if _is_imperfect(word.lower_):
        return False
    imperfect = has_feature(word, "Tense", "Imp") and word.lower_.endswith(("vrait", "trait", "vraient", "traient"))
    ending = word.lower_.endswith(("rait", "raient")) and not imperfect
    return has_feature(word, "Mood", "Cnd") or ending


@lru_cache(maxsize=50_000)
def _is_imperfect(form: str) -> bool:
    stem = form.removesuffix("aient").removesuffix("ait")
    known = read_words("common_words")
    return stem.endswith("r") and stem != "pourr" and bool({stem + "er", stem + "ir"} & known)


def _has_condition(verb: Token) -> bool:
    """ "Ils toucheraient 3 M€, à condition que ...", "il gagnerait 3 M€ si ...", with no other verb between."""
    for word in verb.doc[verb.i + 1 : min(sent_of(verb).end, verb.i + _CLAUSE)]:
        if word.lower_ in _CONDITIONS or (word.lower_ in {"si", "s'", "s’"} and word.dep_ == "mark"):
            return True
        if has_feature(word, "VerbForm", "Fin"):
            return False
    return False


def _is_future(word: Token, verb: Token) -> bool:
    """Return whether a form is a future that tells what is to come: "auront eu raison" tells what was."""
    past = word != verb and word.dep_ == "aux:tense" and has_feature(verb, "VerbForm", "Part")
    return not past and (has_feature(word, "Tense", "Fut") or word.lower_.endswith(_FUTURE))


def _is_unsure(word: Token, row: Mapping[str, str]) -> bool:
    """ "envisagerait d'ouvrir": the conditional of a verb of intention is the press's, but for wishes ("voudrait")."""
    return word.lower_.endswith(("rait", "raient")) and row["lemma"] in _PLANS


def _verbal(word: Token) -> bool:
    return has_feature(word, "VerbForm", "Fin") or word.pos_ in {"VERB", "AUX"}


def _is_negated(verb: Token) -> bool:
    children = list(verb.children)
    particles = [child.lower_ for child in children] + [c.lower_ for a in auxiliaries(verb) for c in a.children]
    if not {"ne", "n'", "n’"} & set(particles):
        return any(child.lower_ == "sans" and child.dep_ in {"case", "mark"} for child in children)
    near = [child for child in verb.subtree if abs(child.i - verb.i) <= 6]
    return any(child.lower_ in _NEGATIONS and not _is_restricted(child) for child in near)


def _is_restricted(negation: Token) -> bool:
    """ "n'en coûte pas moins 3 M€", "n'en font plus qu'un": it is so."""
    following = negation.nbor().lower_ if negation.i + 1 < len(negation.doc) else ""
    return following == "moins" or (following in {"que", "qu'", "qu’"} and negation.lower_ == "plus")


def _is_supposed(verb: Token) -> bool:
    if any(child.dep_ == "mark" and child.lower_ in {"si", "s'", "s’"} for child in verb.children):
        return True
    asked = verb.dep_ == "ROOT" and sent_of(verb).text.rstrip(' »"”').endswith("?")
    return asked and not any(word.lower_ in _PRESUMING for word in sent_of(verb)[:3])
