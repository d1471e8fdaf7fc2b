"""The party that a sentence leaves unsaid: the antecedent of "dont", the owner of "son contrat", whom the agreement
binds by a pronoun, the organisation that the article is about."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.agreement_status import Claim
from factuel.facts.clauses import phrase_ending_at
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.meant_bodies import acting_before
from factuel.facts.owners import possessed_by
from factuel.facts.participants import distinct
from factuel.facts.party_pairs import last_bodies
from factuel.facts.protagonist import is_prominent, protagonist
from factuel.facts.sides import phrases_after, side, sides_after, sides_before
from factuel.facts.syntax import is_finite
from factuel.models import verb_forms
from factuel.records import EntityRef

_POSSESSIVES: Final = frozenset({"son", "sa", "leur", "ses", "leurs"})


def unsaid_party(
    context: FactContext, noun: Token, claim: Claim, besides: frozenset[str] = frozenset()
) -> list[EntityRef]:
    """Return the party that the sentence leaves out: the antecedent of "dont", the owner of "son contrat", else, where
    nobody else acts in the sentence, the organisation that the article is about."""
    sentence = text_sentence(noun)
    before = [word.lower_ for word in noun.doc[max(sentence.start, noun.i - 2) : noun.i]]
    if "dont" in before:
        at = noun.i - 1 - before[::-1].index("dont") - 1
        comma = noun.doc[at].text == ","
        phrase = phrase_ending_at(noun.doc[at - 1 if comma else at])
        found = side(context, phrase, noun.i) if phrase is not None else None
        return [found] if found is not None else []
    if _POSSESSIVES & set(before):
        owners = (possessed_by(context, noun), _owner(context, noun))
        return [who for who in owners if who is not None and who.name not in besides][:1]
    if claim.active and claim.verb is not None and claim.verb.i < noun.i:
        return []
    found = _clause_subject(context, noun)
    if found is None:
        main = protagonist(context, noun.idx, besides)
        found = main if claim.verb is not None or is_prominent(context, main) else None
    return [found] if found is not None else []


def _owner(context: FactContext, noun: Token) -> EntityRef | None:
    """Return whose "son contrat" is: the subject of the verb before it, else who acted last."""
    sentence = text_sentence(noun)
    verb = next((w for w in reversed(noun.doc[sentence.start : noun.i]) if is_finite(w)), None)
    if verb is not None:
        who = sides_before(context, verb)
        return who[0] if len(who) == 1 else None
    phrase = acting_before(context, noun)
    return side(context, phrase, phrase.name.end if phrase.name is not None else phrase.head.i + 1) if phrase else None


def _clause_subject(context: FactContext, noun: Token) -> EntityRef | None:
    """Return the party that the main clause names after a detached agreement: "Après le contrat signé avec B, A
    recrute", "le partenariat signé avec B permet à A de recruter"."""
    sentence = text_sentence(noun)
    for word in noun.doc[noun.i + 1 : sentence.end]:
        if word.text == "," or word.lower_.startswith("perme"):
            for phrase, end in phrases_after(word if word.text == "," else word.nbor()):
                told = not any(after.lower_ in {"ayant", "étant"} for after in noun.doc[end : sentence.end])
                return side(context, phrase, end) if phrase.name is not None and told else None
    return None


def is_going_on(claim: Claim) -> bool:
    """Return whether the verb ends or renews an agreement: "Ardelis n'a pas renouvelé son contrat" tells of the one
    with the body that the article is about."""
    row = verb_forms("agreement_verbs").get(claim.verb.lower_) if claim.verb is not None else None
    return claim.status == "ended" or (row is not None and row["status"] == "renewed")


def bound_parties(context: FactContext, noun: Token, verb: Token) -> list[EntityRef]:
    """ "la convention lie désormais A à B", "qui lie A, B et C", "l'alliance qui l'unissait à B"."""
    sentence = text_sentence(verb)
    starts = [verb, *(word for word in verb.doc[verb.i + 1 : min(verb.i + 5, sentence.end - 1)])]
    pair = next((found for at in starts if (found := sides_after(context, at))), [])
    ahead = verb.doc[verb.i + 1 : min(verb.i + 20, sentence.end)]
    to = next((word for word in ahead if word.lower_ in {"à", "au", "aux"}), None)
    other = sides_after(context, to)[:2] if to is not None and len(pair) < 2 else []
    who = distinct([*pair, *other])
    clitic = verb.i and verb.nbor(-1).lower_ in {"l'", "l’", "les", "le", "la"}
    if clitic and not who and verb.nbor(-1).lower_ == "les":
        return last_bodies(context, noun)
    unnamed = clitic or (verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in {"le", "la", "l'", "l’"})
    other_side = protagonist(context, noun.idx, frozenset(w.name for w in who)) if unnamed and len(who) == 1 else None
    return distinct([*([other_side] if other_side is not None else []), *who])


def binds(verb: Token) -> bool:
    """Return whether the verb says whom an agreement binds: "lie A à B", "unit A et B", "la lie à B"."""
    clitic = verb.i > 0 and verb.nbor(-1).lower_ in {"la", "le", "les", "l'", "l’"}
    if verb.pos_ not in {"VERB", "AUX", "ADJ"} and not (clitic and verb.lower_ in verb_forms("binding_verbs")):
        return False
    return verb.lower_ in verb_forms("binding_verbs")
