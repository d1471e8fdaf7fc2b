"""`agreement`: parties that sign, announce, negotiate or end an accord, as a verb ("ont signé un accord") or a noun
("le partenariat entre A et B")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.nearby import text_sentence
from factuel.facts.participants import distinct
from factuel.facts.parties import is_agreement, parties_after, parties_beside, parties_of_verb, unsaid_party
from factuel.facts.syntax import has_feature, objects, phrase
from factuel.models import read_words, verb_forms
from factuel.records import Agreement, EntityRef

Status = Literal["signed", "announced", "negotiated", "ended"]
_SIGNED_REACH: Final = 130
"""Words before "ont également signé" in which the agreement was named: two or three sentences."""
_KIND_TAILS: Final = (
    "d'accord",
    "d’accord",
    "d'entente",
    "d’entente",
    "d'intention",
    "d’intention",
    "de coopération",
    "de partenariat",
    "de financement",
    "d'objectifs",
    "d’objectifs",
    "-cadre",
)


def extract(context: FactContext) -> Iterator[Agreement]:
    """Yield the agreements of the article that name at least two parties, each wording once."""
    taken: list[tuple[int, frozenset[str], str]] = []
    for token in context.doc:
        found = _from_noun(context, token) or _from_alliance(context, token) or _signed_before(context, token)
        if found is None or not _is_between_bodies(context, found):
            continue
        key = frozenset(party.name for party in found.parties)
        start, word = found.evidence.sentence_start, found.kind.split(" ")[0]
        if any(start == sentence and key <= names and word == said for sentence, names, said in taken):
            continue
        taken.append((start, key, word))
        yield found


def _is_between_bodies(context: FactContext, found: Agreement) -> bool:
    """Return whether a party is more than a person: ministers who sign do so for their countries."""
    kinds = {context.index.by_id[party.entity_id].type for party in found.parties if party.entity_id}
    return bool(kinds - {"person"})


def _from_noun(context: FactContext, noun: Token) -> Agreement | None:
    """ "ont signé un accord", "le partenariat entre A et B", "l'accord avec B, dénoncé en mai": the verb near the noun
    gives the status, the names around them the parties."""
    if not is_agreement(noun):
        return None
    verb, status = _status(noun)
    nominal = noun.lower_ in read_words("agreement_words", nominal="1")
    named = parties_after(context, noun, verb)
    if verb is None and not (nominal and named):
        return None
    known = distinct([*parties_of_verb(context, verb, noun), *named])
    if len(known) < 2 and named:
        known = distinct([*known, *unsaid_party(context, noun, known)])
    if len(known) < 2 or (not named and not nominal and noun.i < (verb.i if verb is not None else 0)):
        return None
    return _record(context, verb if verb is not None else noun, noun, known, status)


def _status(noun: Token) -> tuple[Token | None, Status]:
    """Return the verb that makes, announces, negotiates or ends the agreement, nearest to its noun, and its status."""
    forms = verb_forms("agreement_verbs")
    sentence = text_sentence(noun)
    best: Token | None = None
    for word in sentence:
        row = forms.get(word.lower_)
        if row is None or word == noun or not _acts(word) or not -14 <= word.i - noun.i <= 25:
            continue
        if not _within_reach(noun, word):
            continue
        if best is None or abs(word.i - noun.i) < abs(best.i - noun.i):
            best = word
    ended = _ending(noun)
    if ended is not None:
        return ended, "ended"
    if best is not None:
        return best, forms[best.lower_]["status"]  # type: ignore[return-value]
    before = noun.doc[max(sentence.start, noun.i - 3) : noun.i]
    if any(word.lower_ in {"signature", "conclusion"} for word in before):
        return None, "signed"
    return None, "negotiated" if noun.lower_ == "rapprochement" else "announced"


def _ending(noun: Token) -> Token | None:
    """ "le partenariat a pris fin", "ont mis fin à l'accord", "le contrat expire"."""
    for word in text_sentence(noun):
        if (
            word.lower_ == "fin"
            and word.i
            and word.nbor(-1).lower_ in {"pris", "mis", "prend", "met", "prendra", "mettent"}
        ):
            return word.nbor(-1)
    return None


def _acts(word: Token) -> bool:
    before = word.doc[word.i - 1] if word.i > 0 else None
    governed = before is not None and before.pos_ in {"DET", "ADP"} and before.lower_ not in {"à", "de", "d'", "pour"}
    return word.pos_ in {"VERB", "AUX", "ADJ"} and not governed


def _within_reach(noun: Token, verb: Token) -> bool:
    """Return whether no clause of another verb stands between the two."""
    low, high = sorted((noun.i, verb.i))
    between = noun.doc[low + 1 : high]
    if any(word.text in {";", "«", "»"} for word in between):
        return False
    finite = [w for w in between if w.pos_ == "VERB" and has_feature(w, "VerbForm", "Fin")]
    if verb.i > noun.i:
        return not [w for w in finite if w.dep_ != "acl:relcl"]
    return not finite and not any(word.lower_ in {"de", "du"} for word in noun.doc[max(low, noun.i - 1) : noun.i])


def _from_alliance(context: FactContext, verb: Token) -> Agreement | None:
    """ "Lumeo s'associe à Ardelis", "A et B s'allient"."""
    row = verb_forms("alliance_verbs").get(verb.lower_)
    if row is None or verb.pos_ != "VERB":
        return None
    reflexive = any(word.lower_ in {"se", "s'", "s’"} for word in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i])
    if not reflexive and row["kind"] != "fusion":
        return None
    found = distinct([*parties_of_verb(context, verb, verb), *parties_after(context, verb, None)])
    return _record(context, verb, verb, found, "announced", kind=row["kind"]) if len(found) >= 2 else None


def _signed_before(context: FactContext, verb: Token) -> Agreement | None:
    """ "A et B ont également signé": the agreement named last, in this sentence or the two before."""
    if not verb.lower_.startswith(("sign", "cosign")) or verb.pos_ != "VERB" or objects(verb):
        return None
    if any(is_agreement(word) for word in verb.sent):
        return None
    known = distinct([*parties_of_verb(context, verb, verb), *parties_beside(context, verb)])
    noun = next((w for w in reversed(verb.doc[max(0, verb.i - _SIGNED_REACH) : verb.i]) if is_agreement(w)), None)
    plural = any(word.lower_ in {"ont", "avaient", "signent"} for word in verb.doc[max(0, verb.i - 3) : verb.i + 1])
    return _record(context, verb, noun, known, "signed") if noun is not None and plural and len(known) >= 2 else None


def _record(
    context: FactContext,
    anchor: Token,
    noun: Token,
    parties: list[EntityRef],
    status: Status,
    kind: str | None = None,
) -> Agreement:
    kind = kind or _kind(noun)
    start, end = min(anchor.idx, noun.idx), max(anchor.idx + len(anchor), noun.idx + len(noun))
    if not 0 <= max(noun.i, anchor.i) - min(noun.i, anchor.i) <= 30:
        start, end = anchor.idx, anchor.idx + len(anchor)
    names = sorted(party.name for party in parties)
    common = context.common("agreement", start, end, anchor, kind, *names, confidence=0.8)
    if anchor == noun:
        common["factuality"] = common["factuality"] if common["factuality"] in {"planned", "negated"} else "asserted"
    return Agreement(**common, parties=tuple(parties), kind=kind, status=status)


def _kind(noun: Token) -> str:
    """Return "protocole d'accord" rather than "protocole", and no more of the phrase than its name."""
    full = phrase(noun)
    tail = next((tail for tail in _KIND_TAILS if full[len(noun.text) :].lstrip().startswith(tail)), "")
    at = full.find(tail, len(noun.text)) if tail else 0
    return full[: at + len(tail)] if tail else noun.text
