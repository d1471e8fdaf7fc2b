"""The parties of an agreement where its verb does not show them: the first subjects of the sentence, those before a
plural verb with appositions between, whose contract is won or ended, the two that the clause is about."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.agreement_status import Claim
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.owners import is_verb
from factuel.facts.participants import distinct
from factuel.facts.phrase_names import body_ref
from factuel.facts.protagonist import is_prominent, protagonist
from factuel.facts.sides import sides_after, sides_before
from factuel.facts.syntax import auxiliaries, has_feature, is_finite
from factuel.facts.unsaid_party import is_going_on
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

_REACH: Final = 16
"""Words after an agreement in which "de" says whose it is."""


def of_other(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """ "a résilié le contrat de B", "a décroché le marché des bus de la ville de B": whose agreement it is."""
    row = verb_forms("agreement_verbs").get(claim.verb.lower_) if claim.verb is not None else None
    won = row is not None and (row["lemma"] in read_words("winning_verbs") or is_going_on(claim))
    if not won or noun.lower_ == "accord" or claim.verb is None or claim.verb.i > noun.i:
        return []
    for word in noun.doc[noun.i + 1 : min(noun.i + _REACH, text_sentence(noun).end)]:
        if word.text == "," or is_finite(word):
            return []
        if word.lower_ in {"de", "d'", "d’", "du", "des"} and (found := sides_after(context, word)[:1]):
            entity = context.index.by_id.get(found[0].entity_id or "")
            return found if entity is not None and entity.type == "organisation" else []
    return []


def of_clause(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """Return the two that the clause is about: "Aux termes de l'accord signé mardi, A fournira B", "A et B ont topé :
    un accord a été signé"."""
    sentence = text_sentence(noun)
    if claim.verb is None or claim.status not in {"signed", "announced"} or claim.active:
        return []
    before = [word.lower_ for word in noun.doc[max(sentence.start, noun.i - 4) : noun.i]]
    if {"termes", "vertu", "grâce", "cadre"} & set(before):
        stops = [word.i for word in sentence if word.text == ";"]
        low = max((at for at in stops if at < noun.i), default=sentence.start)
        high = min((at for at in stops if at > noun.i), default=sentence.end)
        names = [span for span in names_in(sentence) if span.label_ == "ORG" and low <= span.start < high]
        found = distinct(who for span in names if (who := body_ref(context, span)) is not None)
        main = protagonist(context, noun.idx, frozenset(who.name for who in found)) if len(found) == 1 else None
        known = [main, *found] if main is not None and is_prominent(context, main) else found
        return known if len(known) == 2 else []
    colon = next((word for word in noun.doc[sentence.start : noun.i] if word.text == ":"), None)
    verb = next((w for w in noun.doc[sentence.start : colon.i] if is_verb(w)), None) if colon is not None else None
    told = next((w for w in verb.doc[verb.i : verb.i + 4] if w.pos_ == "VERB"), verb) if verb is not None else None
    sides = sides_before(context, told) if told is not None else []
    return sides if len(sides) == 2 else []


def theirs(context: FactContext, noun: Token) -> list[EntityRef]:
    """ "Leur fusion est prévue", "leur accord": the two bodies that the two sentences before name, and no others."""
    sentence = text_sentence(noun)
    if "leur" not in [word.lower_ for word in noun.doc[max(sentence.start, noun.i - 2) : noun.i]]:
        return []
    before = text_sentence(noun.doc[max(0, sentence.start - 1)])
    first = text_sentence(noun.doc[max(0, before.start - 1)])
    inside = context.index.mentions_in(first.start_char, noun.idx)
    bodies = {e.id: e for e in inside if e.type == "organisation"}
    return [context.index.ref(entity) for entity in bodies.values()] if len(bodies) == 2 else []


def leading_sides(context: FactContext, verb: Token) -> list[EntityRef]:
    """Return the subjects of the first verb of the sentence where the verb's own are lost: "Le groupe, qui aurait
    ouvert des négociations, selon un syndicat, vient de signer", "A et B se donnent un mois pour conclure", "L'équipe a
    trouvé un lieu, qui lui plaît, et noué"."""
    words = verb.doc[text_sentence(verb).start : verb.i]
    first = next((word for word in words if is_verb(word) and _may_lead(word)), None)
    if first is None or context.speaker_at(first.idx, first.idx + len(first)) is not None:
        return []
    relative = any(before.lower_ == "qui" for before in verb.doc[max(0, first.i - 3) : first.i])
    linked = verb.nbor(-1).lower_ in {"et", ","} and has_feature(verb, "VerbForm", "Part")
    opened = has_feature(verb, "VerbForm", "Inf") or any(word.lower_ == "avoir" for word in auxiliaries(verb))
    if not relative and not linked and not opened:
        return []
    main = next((w for w in verb.doc[first.i : first.i + 4] if w.pos_ == "VERB"), first)
    return sides_before(context, main)


def _may_lead(word: Token) -> bool:
    """Return whether a verb may be the main one: finite, or a participle with its auxiliary, not "basée à"."""
    participle = has_feature(word, "VerbForm", "Part")
    return not participle or any(before.pos_ == "AUX" for before in word.doc[max(0, word.i - 3) : word.i])


def before_plural(context: FactContext, verb: Token) -> list[EntityRef]:
    """Return the bodies named before a plural verb, appositions between them: "Le pôle, A, et son voisin, B, ont
    signé"; none that completes another word or stands in a clause of its own."""
    sentence = text_sentence(verb)
    words = sentence.doc[sentence.start : verb.i]
    if not is_plural(verb) or any(word.lower_ in {"qui", "dont", "que"} or is_finite(word) for word in words):
        return []
    names = [span for span in names_in(sentence) if span.end <= verb.i and span.label_ == "ORG"]
    free = [span for span in names if span.doc[span.start - 1].pos_ not in {"ADP", "ADV"}]
    return distinct(who for span in free if (who := body_ref(context, span)) is not None) if len(free) > 1 else []


def is_plural(verb: Token) -> bool:
    """Return whether the auxiliary of a verb is plural."""
    return any(word.lower_ in {"ont", "avaient", "auront", "auraient", "viennent"} for word in auxiliaries(verb))
