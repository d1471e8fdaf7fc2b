"""A share of a cost that somebody pays, without the sum itself: "financé à 40 % par la région", "l'État en paiera le
tiers", "souscrit aux deux tiers par le fonds", "a pris 20 % du capital"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.money_sides import body, doer, giver_from, is_passive_form
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
    return _of_capital(context, span) or _paid_by(context, span) or _pays(context, span)


def _of_capital(context: FactContext, span: Span) -> Funding | None:
    """ "a pris 20 % du capital (de B)", "entre à 20 % au capital de B"."""
    words = rightwards(span, text_sentence(span.root))
    capital = next((w for w in [*words[:3], *leftwards(span, 8)] if w.lower_ == "capital"), None)
    if capital is None:
        return None
    verb = next((w for w in leftwards(span, 8) if w.lower_ in verb_forms("stake_verbs") and w.pos_ == "VERB"), None)
    if verb is None:
        return None
    who = doer(context, verb)
    of = capital.nbor() if capital.i + 1 < len(capital.doc) else capital
    into = next((body(context, phrase, end) for phrase, end in phrases_after(of)), None) if of.lower_ in OF else None
    besides = frozenset({who.name}) if who is not None else frozenset()
    return Funding(verb, who, into or protagonist(context, span.start_char, besides)) if who is not None else None


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
    if not (close & _LEVEL or part or _of_cost(span)):
        return None
    who = _payer(context, verb)
    return Funding(verb, who, None) if who is not None else None


def _of_cost(span: Span) -> bool:
    """ "financera 30 % des travaux", "prend en charge la moitié du coût"."""
    words = rightwards(span, text_sentence(span.root))[:3]
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
    object_next = word.i + 1 < len(word.doc) and word.nbor().pos_ == "DET" and word.lower_.endswith("ent")
    sure = word.pos_ in {"VERB", "AUX", "ADJ"} or word.lower_.endswith(_FUTURE) or object_next
    return word.lower_ in verb_forms("share_verbs") and sure
