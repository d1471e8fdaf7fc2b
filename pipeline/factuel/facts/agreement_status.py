"""What becomes of an agreement: the verb or the noun that signs, announces, negotiates or ends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from spacy.tokens import Token

from factuel.facts.doc_tables import text_sentence
from factuel.facts.syntax import has_feature
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import Factuality

Status = Literal["signed", "announced", "negotiated", "ended"]
_BEFORE, _AFTER = 25, 14
"""Tokens before and after the noun within which its verb is looked for."""
_BREAKS: Final = frozenset({";", "«", "»"})
_PLACED: Final = frozenset({"passer", "signer", "enregistrer", "annuler"})
"""Verbs that place an order or sign it; those that win or award one are in `_orders`."""
_HAVE: Final = read_words("have_forms")
_ENDS: Final = frozenset(
    {
        "arrive",
        "arrivé",
        "arrivée",
        "arrivera",
        "arrivait",
        "pris",
        "mis",
        "prend",
        "met",
        "prendra",
        "mettent",
        "mettra",
        "prennent",
        "mettre",
        "prendre",
    }
)
_NOT: Final = frozenset({"pas", "aucun", "aucune", "jamais", "rien", "non"})


@dataclass(frozen=True)
class Claim:
    """The word that says something of an agreement, null when the noun stands alone, and what it says."""

    verb: Token | None
    status: Status
    factuality: Factuality | None = None

    @property
    def active(self) -> bool:
        """Return whether the verb has the parties as its subject ("A a signé"), and not the agreement."""
        verb = self.verb
        if verb is None or verb.lower_ == "fin":
            return False
        if not has_feature(verb, "VerbForm", "Part") or has_feature(verb, "Tense", "Pres"):
            return verb.pos_ == "VERB" or has_feature(verb, "VerbForm", "Fin")
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.nbor(-1).lower_ in {"et", ","}:
            return any(child.lower_ in _HAVE for child in verb.head.children)
        left = {word.lower_ for word in verb.doc[max(text_sentence(verb).start, verb.i - 5) : verb.i]}
        moves = verb.lower_.startswith(("parven", "arriv"))
        return (bool(_HAVE & left) and "été" not in left) or moves


def claim_of(noun: Token) -> Claim:
    """Return what the sentence says of an agreement: by an ending ("a pris fin"), else by the nearest verb of its
    clause, else by the noun of action before it ("la signature de l'accord"), else nothing but that there is one."""
    forms = verb_forms("agreement_verbs")
    ending = _ending(noun)
    if ending is not None:
        return Claim(ending, "ended")
    verb = _nearest_verb(noun)
    action = _action(noun)
    if action is not None and (verb is None or abs(verb.i - noun.i) > 4):
        return Claim(None, action)
    talks = noun.lower_ in read_words("agreement_words", nominal="talks")
    if verb is None:
        if any(_binds(word) for word in noun.doc[noun.i + 1 : min(noun.i + _AFTER, text_sentence(noun).end)]):
            return Claim(None, "signed")
        unsure = talks or noun.lower_ == "rapprochement" or _is_talked_of(noun)
        return Claim(None, "negotiated" if unsure else "announced")
    status = forms[verb.lower_]["status"]
    if status == "signed" and verb.i and verb.nbor(-1).lower_ == "pour" and has_feature(verb, "VerbForm", "Inf"):
        return Claim(verb, "negotiated", "asserted")
    return Claim(verb, "negotiated") if talks and status != "ended" else _of_verb(noun, verb, status)


def _binds(word: Token) -> bool:
    """ "la lie", "l'unissait": the tagger takes some of these for nouns."""
    return word.lower_ in verb_forms("binding_verbs") and word.nbor(-1).lower_ in {"la", "le", "les", "l'", "l’"}


def is_denied(verb: Token) -> bool:
    """Return whether a negation stands before or after a verb: "n'ont pas échoué"."""
    words = {word.lower_ for word in verb.doc[max(text_sentence(verb).start, verb.i - 8) : verb.i + 3]}
    return bool(_NOT & words)


def _of_verb(noun: Token, verb: Token, status: str) -> Claim:
    """Return the claim of a verb as its negation turns it: not yet signed is negotiated, not renewed is ended."""
    words = [word.lower_ for word in verb.doc[max(text_sentence(verb).start, verb.i - 8) : verb.i + 3]]
    negated = bool(_NOT & set(words))
    if status in {"binds", "founds", "grants"}:
        return Claim(verb, "announced" if status == "founds" else "signed")
    if status == "renewed":
        return Claim(verb, "ended", "asserted") if negated else Claim(verb, "signed")
    if status == "signed" and negated and ("encore" in words or "toujours" in words):
        return Claim(verb, "negotiated", "asserted")
    if status == "signed" and "point" in words:
        return Claim(verb, "negotiated", "conditional" if {"serait", "seraient"} & set(words) else None)
    none = noun.i and noun.nbor(-1).lower_ in {"aucun", "aucune"}
    return Claim(verb, status, "negated" if none else None)  # type: ignore[arg-type]


def _nearest_verb(noun: Token) -> Token | None:
    forms, best = verb_forms("agreement_verbs"), None
    sentence = text_sentence(noun)
    for word in sentence:
        row = forms.get(word.lower_)
        if row is None or word == noun or not _acts(word) or not -_AFTER <= word.i - noun.i <= _BEFORE:
            continue
        if not _within_reach(noun, word) or _other_between(noun, word) or not _suits(noun, word, row):
            continue
        binds = best is not None and word.i > noun.i and (forms[best.lower_]["status"] == "binds" or _is_aside(best))
        if best is None or binds or abs(word.i - noun.i) < abs(best.i - noun.i):
            best = word
    return best


def _suits(noun: Token, word: Token, row: Mapping[str, str]) -> bool:
    """Return whether a verb says something of an agreement of the noun's kind: talks are led, orders placed or won."""
    kinds = {row["form"]: row["nominal"] for row in read_lexicon("agreement_words")}
    kind = kinds.get(noun.lower_, "")
    lemma, status = row["lemma"], row["status"]
    if kind == "talks" and abs(word.i - noun.i) > 6 and status != "ended":
        return False
    if kind == "order" and lemma not in _orders() | _PLACED:
        return False
    if lemma in _orders() - {"notifier"} and word.i > noun.i + 5 and not _is_told(noun, word):
        return False
    if (lemma == "engager" and kind != "talks") or (status == "founds" and kind != "venture"):
        return False
    return not (status == "grants" and kind != "deal") and (kind != "deal" or lemma in read_words("deal_verbs"))


def _is_aside(verb: Token) -> bool:
    """Return whether a verb stands in a relative clause of its noun: "qui expirait en juin"."""
    return any(word.lower_ == "qui" for word in verb.doc[max(0, verb.i - 3) : verb.i])


def _is_told(noun: Token, verb: Token) -> bool:
    """Return whether a verb some words after the noun has it as its object or subject: "un contrat que A vient de
    décrocher", "le marché de la cantine a été attribué"."""
    between = [word.lower_ for word in noun.doc[noun.i + 1 : verb.i]]
    return bool({"que", "qu'", "qu’"} & set(between)) or "été" in between[-3:]


def _other_between(noun: Token, verb: Token) -> bool:
    """Return whether another agreement stands between the two, or a colon, and so takes the verb."""
    low, high = sorted((noun.i, verb.i))
    words = read_words("agreement_words")
    others = [w for w in noun.doc[low + 1 : high] if w.lower_ in words and w.nbor(-1).lower_ not in {"d'", "d’", "de"}]
    return bool(others) or any(word.text == ":" for word in noun.doc[low + 1 : high])


def _orders() -> frozenset[str]:
    return read_words("order_verbs")


def _ending(noun: Token) -> Token | None:
    """ "le partenariat a pris fin", "ont mis un terme à l'accord"."""
    for word in text_sentence(noun):
        if word.lower_ not in {"fin", "terme", "échéance"} or abs(word.i - noun.i) > _BEFORE:
            continue
        left = [w for w in word.doc[max(0, word.i - 4) : word.i] if w.lower_ in _ENDS]
        if left and not _other_between(noun, word):
            return left[-1]
    return None


def _action(noun: Token) -> Status | None:
    """Return the status that a noun before the agreement gives it: "la rupture du contrat"."""
    rows = {row["form"]: row["status"] for row in read_lexicon("agreement_actions")}
    before = noun.doc[max(text_sentence(noun).start, noun.i - 7) : noun.i]
    tied = len(before) > 1 and any(word.lower_ in {"de", "du", "d'", "d’", "des"} for word in before[-3:])
    found = next((word for word in reversed(before) if word.lower_ in rows), None)
    return rows[found.lower_] if found is not None and tied else None  # type: ignore[return-value]


def _is_talked_of(noun: Token) -> bool:
    sentence = text_sentence(noun)
    near = noun.doc[max(sentence.start, noun.i - 2) : min(noun.i + _BEFORE, sentence.end)]
    return any(word.lower_ in read_words("talk_states") for word in near)


def _acts(word: Token) -> bool:
    before = word.doc[word.i - 1] if word.i > 0 else None
    governed = before is not None and before.pos_ in {"DET", "ADP"} and before.lower_ not in {"à", "de", "d'", "pour"}
    if governed and _HAVE & {w.lower_ for w in word.doc[max(0, word.i - 4) : word.i]}:
        return word.lower_.endswith(("é", "u", "i", "is"))
    return word.pos_ in {"VERB", "AUX", "ADJ"} and not governed


def _within_reach(noun: Token, verb: Token) -> bool:
    """Return whether no clause of another verb stands between the two."""
    low, high = sorted((noun.i, verb.i))
    between = noun.doc[low + 1 : high]
    marks = [word.text for word in between if word.text in _BREAKS]
    if marks and marks != ["«", "»"]:
        return False
    opening = read_words("semi_auxiliaries")
    finite = [w for w in between if w.pos_ == "VERB" and has_feature(w, "VerbForm", "Fin") and w.lower_ not in opening]
    if verb.i > noun.i:
        return not [w for w in finite if w.dep_ != "acl:relcl"]
    return not finite and not any(word.lower_ in {"de", "du"} for word in noun.doc[max(low, noun.i - 1) : noun.i])
