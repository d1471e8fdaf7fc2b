"""Sums that a noun labels: "Montant : 57 M€", "L'investissement s'élève à 118 M€", "Coût : 3 M€, payés par A".
Who pays is said after the sum, or is whose project the sentence before tells."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.money_sides import giver_from
from factuel.facts.money_words import OF, Funding, has_cue, rightwards
from factuel.facts.owners import is_private, is_verb
from factuel.facts.protagonist import is_prominent, protagonist
from factuel.facts.sides import sides_before
from factuel.facts.syntax import is_finite
from factuel.models import read_words, verb_forms
from factuel.records import Entity, EntityRef

_PAYER: Final = 9
"""Words from a labelled sum to who pays it: ", financés pour l'essentiel par"."""
_PAYS: Final = frozenset({"funds", "pays", "grants"})
_TO_WHOM: Final = frozenset({"à", "au", "aux", "avec", "par"})
_BESIDE: Final = 5
"""Words between a preposition and the name that it brings: "à l'entreprise de travaux Lumeo"."""
_DEALS: Final = frozenset({"contrat", "contrat-cadre", "marché", "commande", "commandes"})


def from_label(context: FactContext, span: Span) -> Funding | None:
    """ "Montant : 57 M€", "L'investissement total s'élève à 118 M€": the body that the article is about invests."""
    sentence = text_sentence(span.root)
    first = next((word for word in sentence if word.pos_ not in {"DET", "PUNCT", "SPACE"}), None)
    if first is None or first.i >= span.start or first.ent_type_ or first.lower_ not in read_words("investment_labels"):
        return None
    between = _without_aside(span.doc[first.i + 1 : span.start])
    colon = ":" in [word.text for word in between]
    summed = any(word.pos_ == "NUM" or word.text[:1].isdigit() for word in between)
    told = first.lower_ in {"facture", "enveloppe"} and any(is_finite(word) for word in between[:2])
    bare = told or (first.lower_ == "investissement" and len(between) < span.start - first.i - 1)
    said = colon or bare or first.lower_ in {"investissement", "financement"}
    if len(between) > 10 or summed or not said or _is_of_other(sentence, first):
        return None
    words = rightwards(span, sentence)
    by = next((word for word in words[:4] if word.lower_ == "par"), None)
    owner = giver_from(context, by) if by is not None else None
    if by is None and (payer := _payer_after(words)) is not None:
        who = giver_from(context, payer)
        return Funding(first, who, None) if who is not None else None
    of = first.nbor()
    owner = owner or (giver_from(context, of) if of.lower_ in OF and of.i < span.start else None)
    if owner is not None and (bare or first.lower_ == "investissement"):
        return Funding(first, owner, None)
    if any(word.lower_ == "par" for word in words[:3]):
        return None
    shared = first.lower_ == "coût" and "dont" in [word.lower_ for word in sentence]
    return Funding(first, _told_of(context, sentence, alone=shared), None)


def _payer_after(words: list[Token]) -> Token | None:
    """Return the "par" of "Montant : 14 M€, financés pour l'essentiel par A": who pays all or most of it."""
    by = next((word for word in words[:_PAYER] if word.lower_ == "par"), None)
    if by is None or [word.text for word in words[:1]] != [","]:
        return None
    between = words[1 : words.index(by)]
    paid = between[:1] and verb_forms("investment_verbs").get(between[0].lower_, {"frame": ""})["frame"] in _PAYS
    whole = not any(word.lower_ in read_words("fractions") or word.lower_ in {"%", "hauteur"} for word in between)
    return by if paid and whole else None


def _without_aside(words: Span) -> list[Token]:
    """Return the words without what stands between two commas right at their start: "annoncé jeudi, s'élève à"."""
    commas = [word.i - words.start for word in words if word.text == ","]
    return list(words[commas[1] + 1 :] if commas[:1] == [0] and len(commas) > 1 else words)


def _is_of_other(sentence: Span, label: Token) -> bool:
    """Return whether the sentence before tells of no works and no funding: what "Montant : 3 M€" or "Coût : 3 M€" says
    is then what a contract is worth, or a measure costs."""
    if label.lower_ not in {"montant", "coût"}:
        return False
    before = text_sentence(sentence.doc[sentence.start - 1]) if sentence.start else sentence[:0]
    works = read_words("works_nouns") | read_words("site_nouns") | read_words("building_nouns")
    known = works | verb_forms("works_verbs").keys() | verb_forms("purchase_words").keys()
    if label.lower_ == "montant" and any(word.lower_ in _DEALS for word in before):
        return not any(word.lower_ in works for word in before)
    return not has_cue(before) and not any(word.lower_ in known for word in [*before, *sentence])


def _told_of(context: FactContext, sentence: Span, *, alone: bool) -> EntityRef | None:
    """Return whose project the sentence before tells: its subject, its only private organisation, or, unless `alone`,
    the protagonist where that one is among several or none is named."""
    before = text_sentence(sentence.doc[sentence.start - 1]) if sentence.start else None
    verbs = [w for w in reversed(before or ()) if is_verb(w) and not _is_relative(w)]
    told = (who for word in verbs for who in sides_before(context, word)[:1])
    acting = next((who for who in told if _is_private(context, who)), None)
    if acting is not None:
        return acting
    main = protagonist(context, sentence.start_char)
    main = main if main is not None and _is_private(context, main) else None
    inside = context.index.mentions_in(before.start_char, before.end_char) if before is not None else []
    near = {entity.id: entity for entity in inside if entity.type == "organisation" and is_private(entity)}
    if before is not None and len(near) == 1 and _is_paid(context, next(iter(near.values())), before):
        return None
    if not near or (main is not None and main.entity_id in near):
        sure = main is not None and not alone and (near or is_prominent(context, main))
        return main if sure else None
    return context.index.ref(next(iter(near.values()))) if len(near) == 1 else None


def _is_relative(verb: Token) -> bool:
    """Return whether "qui" is the subject of a verb: "commande au constructeur Lumeo, qui les livrera"."""
    return any(word.lower_ == "qui" for word in verb.doc[max(text_sentence(verb).start, verb.i - 3) : verb.i])


def _is_paid(context: FactContext, entity: Entity, before: Span) -> bool:
    """Return whether a body is one to whom an order goes ("commande de six rames au constructeur Lumeo") or with whom
    works are agreed, wherever the sentence names it."""
    mentions = [m.start for m in entity.mentions if before.start_char <= m.start < before.end_char]
    words = [context.token_at(start) for start in mentions]
    ahead = [word.doc[max(before.start, word.i - _BESIDE) : word.i] for word in words]
    return all(any(word.lower_ in _TO_WHOM for word in beside) for beside in ahead)


def _is_private(context: FactContext, who: EntityRef) -> bool:
    entity = context.index.by_id.get(who.entity_id or "")
    political = entity is not None and "party" in context.bodies.kinds(entity)
    return entity is not None and entity.type == "organisation" and is_private(entity) and not political
