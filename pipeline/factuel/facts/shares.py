"""A share of a cost that somebody pays, without the sum itself: "financé à 40 % par la région", "l'État en paiera le
tiers", "souscrit aux deux tiers par le fonds", "a pris 20 % du capital"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.money_sides import body, doer, gapped_verb, giver_from, is_passive_form, last_phrase
from factuel.facts.money_words import OF, Funding, leftwards, rightwards
from factuel.facts.protagonist import protagonist
from factuel.facts.sides import phrases_after, sides_before
from factuel.facts.syntax import is_finite
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

_FUTURE: Final = ("era", "eront", "erait", "eraient")
"""Endings that only verbs have, whatever the tagger says ("en financerait 15 %")."""
_LEVEL: Final = frozenset({"à", "aux", "hauteur", "pour"})


def read_share(context: FactContext, span: Span) -> Funding | None:
    """Return who pays the share that a percentage or a fraction is; null when it is no share of a cost."""
    bracketed = span.start > 0 and span.doc[span.start - 1].text == "("
    if bracketed or any(word.lower_ in read_words("share_stops") for word in text_sentence(span.root)):
        return None
    for read in (_of_capital, _paid_by, _comes_from, _gapped, _pays):
        found = read(context, span)
        if found is not None:
            return found if found.investor is not None else None
    return None


def _of_capital(context: FactContext, span: Span) -> Funding | None:
    """ "a pris 20 % du capital (de B)", "entre à 20 % au capital de B", "rachète 70 % des parts", "prend les 30 %
    restants", "a cédé 80 % du capital à B"."""
    words = rightwards(span, text_sentence(span.root))
    stakes = read_words("stake_nouns")
    capital = next((w for w in [*words[:3], *leftwards(span, 8)] if w.lower_ in stakes), None)
    if capital is None or _has_price(context, span):
        return None
    forms = verb_forms("stake_verbs")
    verb = next((w for w in leftwards(span, 9) if w.lower_ in forms and w.pos_ == "VERB"), None)
    if verb is None:
        return None
    if forms[verb.lower_]["frame"] == "sells":
        to = next((w for w in words[:7] if w.lower_ in {"à", "au", "aux"}), None)
        buyer = giver_from(context, to) if to is not None else None
        return Funding(verb, buyer, protagonist(context, span.start_char, frozenset({buyer.name}))) if buyer else None
    who = doer(context, verb)
    of = capital.nbor() if capital.i + 1 < len(capital.doc) else capital
    into = next((body(context, phrase, end) for phrase, end in phrases_after(of)), None) if of.lower_ in OF else None
    besides = frozenset({who.name}) if who is not None else frozenset()
    return Funding(verb, who, into or protagonist(context, span.start_char, besides)) if who is not None else None


def _has_price(context: FactContext, span: Span) -> bool:
    """Return whether a sum after the share, in its sentence or in one that tells the price, says what it cost."""
    sentence = text_sentence(span.root)
    after = text_sentence(span.doc[sentence.end]) if sentence.end < len(span.doc) else sentence
    priced = any(word.lower_ in read_words("price_labels") for word in after[:4])
    end = after.end if priced else sentence.end
    later = (s for s in context.doc.spans.get("figures", ()) if span.end <= s.start < end)
    return any(s._.figure.measure.kind == "money" for s in later)


def _comes_from(context: FactContext, span: Span) -> Funding | None:
    """ "Un quart de la somme viendra de A", "dont la moitié vient de A", "dont la moitié à la charge de A"."""
    words = rightwards(span, text_sentence(span.root))[:6]
    comes = next((w for w in words if w.lower_ in verb_forms("provenance_verbs") or w.lower_ == "charge"), None)
    if comes is None or any(w.text == "," for w in words[: words.index(comes)]):
        return None
    of = comes.nbor() if comes.i + 1 < len(comes.doc) else comes
    giver = giver_from(context, of) if of.lower_ in OF else None
    part = any(w.lower_ == "dont" for w in leftwards(span, 3)) or _of_cost(span)
    return Funding(comes, giver, None) if giver is not None and part else None


def _gapped(context: FactContext, span: Span) -> Funding | None:
    """ "A en a payé 60 %, et B 30 %": the verb left out is that of the share before."""
    verb = gapped_verb(context, span)
    phrase = last_phrase(span) if verb is not None else None
    if verb is None or phrase is None or not verb.i < phrase.start or verb.lower_ not in verb_forms("share_verbs"):
        return None
    if span.doc[phrase.start - 1].lower_ not in {",", "et", ";"}:
        return None
    return Funding(verb, body(context, phrase, span.start), None)


def _paid_by(context: FactContext, span: Span) -> Funding | None:
    """ "financé à 40 % par A et à 20 % par B", "dont 40 % pris en charge par A", "souscrit aux deux tiers par A"."""
    words = rightwards(span, text_sentence(span.root))
    by = next((at for at, word in enumerate(words[:5]) if word.lower_ == "par"), None)
    if by is None or any(is_finite(word) or word.text == "," for word in words[:by]):
        return None
    before = [w for w in leftwards(span, 22) if _pays_for(w)]
    after = [w for w in words[:by] if _pays_for(w)]
    cue = next(iter([*after, *before]), None)
    level = bool(after) or any(w.lower_ in _LEVEL for w in [*leftwards(span, 3), *span])
    giver = giver_from(context, words[by]) if cue is not None and level else None
    return Funding(cue, giver, None) if cue is not None and giver is not None else None


def _pays(context: FactContext, span: Span) -> Funding | None:
    """ "A a financé les travaux à hauteur de 50 %", "A en financera 15 %", "que A a subventionnée à 50 %"."""
    verb = next((w for w in leftwards(span, 12) if _pays_for(w) and w.pos_ != "ADJ"), None)
    if verb is None or any(is_finite(w) for w in span.doc[verb.i + 1 : span.start]):
        return None
    if is_passive_form(verb):
        by = next((word for word in verb.doc[verb.i + 1 : span.start] if word.lower_ == "par"), None)
        giver = giver_from(context, by) if by is not None else None
        return Funding(verb, giver, None) if giver is not None else None
    close = {word.lower_ for word in [*leftwards(span, 3), *span]}
    part = bool({"en", "dont"} & {word.lower_ for word in verb.doc[max(0, verb.i - 6) : verb.i]})
    if not (close & _LEVEL or part or _of_cost(span) or verb.lower_.startswith("pr")):
        return None
    who = _payer(context, verb)
    return Funding(verb, who, None) if who is not None else None


def _of_cost(span: Span) -> bool:
    """ "financera 30 % des travaux", "prend en charge la moitié du coût"."""
    words = rightwards(span, text_sentence(span.root))[:3]
    if any(word.lower_ in read_words("cost_nouns") for word in span):
        return True
    return bool(words) and words[0].lower_ in OF and any(w.lower_ in read_words("cost_nouns") for w in words)


def _payer(context: FactContext, verb: Token) -> EntityRef | None:
    who = doer(context, verb)
    if who is not None:
        return who
    governing = verb.nbor(-1) if verb.i else verb
    found = sides_before(context, governing) if governing.pos_ in {"VERB", "AUX"} else []
    return next((one for one in found if one.entity_id is not None), None)


def _pays_for(word: Token) -> bool:
    """Return whether a word says that somebody pays: "financé", "pris en charge", "souscrit"."""
    after = [w.lower_ for w in word.doc[word.i + 1 : word.i + 3]]
    if word.lower_ in {"pris", "prise", "prises", "prend", "prendra", "prendront", "prennent"}:
        later = [w.lower_ for w in word.doc[word.i + 1 : word.i + 9]]
        return after == ["en", "charge"] or ("charge" in later and {"sa", "leur"} & set(later) != set())
    told = word.lower_.endswith("ent") or bool(word.i and word.nbor(-1).ent_type_)
    object_next = word.i + 1 < len(word.doc) and word.nbor().pos_ == "DET" and told
    clitic = word.i > 0 and word.nbor(-1).lower_ in {"le", "la", "les", "l'", "l’"} and after[:1] in (["à"], ["pour"])
    sure = clitic or word.pos_ in {"VERB", "AUX", "ADJ"} or word.lower_.endswith(_FUTURE) or object_next
    return word.lower_ in verb_forms("share_verbs") and sure
