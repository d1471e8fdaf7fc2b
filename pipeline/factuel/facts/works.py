"""Money that works cost: "agrandit son usine pour 3 M€", "une salle blanche, d'un coût de 14 millions", "le laboratoire
a coûté 28 millions". Who builds invests; what a public body's project costs, without who pays, is no investment."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.money_sides import doer, giver_from
from factuel.facts.money_words import OF, Funding, leftwards, rightwards
from factuel.facts.owners import is_private, is_verb
from factuel.facts.protagonist import protagonist
from factuel.facts.sides import sides_before
from factuel.facts.syntax import has_feature, is_finite
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef

_REACH: Final = 30
_OPENING: Final = 3
_AFTER: Final = 7
"""Words from a sum to the verb whose subject the works are."""
_SIZE: Final = 6
"""Words from a site to the sum that sizes it: "une usine de surgélation de 22 M€"."""
_COSTS: Final = ("coût", "coute")
_HAVE: Final = frozenset({"a", "ont", "avait", "avaient", "aura", "auront", "aurait", "ayant", "avoir"})


def from_works(context: FactContext, span: Span) -> Funding | None:
    """Return who pays for works whose cost the sum is: by "pour", "moyennant", "d'un coût de", "chiffré à"."""
    cue = _cost_cue(span)
    if cue is None:
        return _sized(context, span)
    named = any(word.lower_ in _works() for word in span.doc[max(text_sentence(cue).start, cue.i - _REACH) : cue.i])
    verb = _works_verb(cue, plain=cue.lower_ == "pour") or (_told_after(span) if named else None)
    costly = cue.nbor(-1).lower_ in {"un", "global", "total"} if cue.i else False
    if verb is None or not (named or cue.lower_ == "pour" or costly):
        return _owned(context, span, cue)
    who = _builder(context, verb, span)
    return Funding(cue if cue.lower_ != "pour" else verb, who, None) if who is not None else None


def _owned(context: FactContext, span: Span, cue: Token) -> Funding | None:
    """ "D'un coût de 20 M€, l'usine appartiendra à la société Lumeo": whose the thing is."""
    if cue.i - text_sentence(cue).start > _OPENING:
        return None
    words = text_sentence(cue)[span.end - text_sentence(cue).start :]
    owns = next((word for word in words if word.lower_.startswith("appart")), None)
    to = next((w for w in words if owns is not None and w.i > owns.i and w.lower_ in {"à", "au", "aux"}), None)
    who = giver_from(context, to) if to is not None else None
    return Funding(cue, who, None) if who is not None else None


def _sized(context: FactContext, span: Span) -> Funding | None:
    """ "a confirmé la construction d'une usine de 22 M€", "ouvrira un atelier à Lens : 7 M€": the sum right after."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.lower_ not in {"de", "d'", "d’", ":", "à"}:
        return None
    if before.lower_ == "à" and (before.i == 0 or before.nbor(-1).lower_ not in _works()):
        return None
    sentence = text_sentence(span.root)
    colon = before.text == ":"
    near = span.doc[max(sentence.start, span.start - (_REACH if colon else _SIZE)) : span.start - 1]
    sites = _works() - read_words("public_works")
    noun = next((word for word in reversed(near) if word.pos_ == "NOUN" and word.lower_ in sites), None)
    if noun is None or (
        not colon and any(word.text == "," or is_finite(word) for word in span.doc[noun.i : span.start])
    ):
        return None
    verbs = [w for w in span.doc[sentence.start : noun.i] if is_verb(w) and not has_feature(w, "VerbForm", "Inf")]
    built = any(word.lower_ in verb_forms("works_verbs") for word in verbs)
    told = built or any(word.lower_ in read_words("building_nouns") for word in span.doc[sentence.start : noun.i])
    found = [who for word in reversed(verbs) for who in sides_before(context, word)[:1]] if told else []
    who = next((one for one in found if one.entity_id is not None), None)
    return Funding(noun, who, None) if who is not None else None


def _cost_cue(span: Span) -> Token | None:
    """Return the word right before the sum that says that it is what something costs."""
    then = {row["form"]: row["then"] for row in read_lexicon("cost_phrases")}
    left = list(leftwards(span, 5))
    if left and left[0].lower_ in {"pour", "moyennant"}:
        return left[0]
    for at, word in enumerate(left):
        between = [before.lower_ for before in left[:at]]
        wanted = then.get(word.lower_)
        if wanted is not None and (wanted in between or (wanted == "de" and "d'" in between)):
            before = left[at + 1].lower_ if at + 1 < len(left) else ""
            return word if wanted == "à" or before in {"d'", "d’", "un", "global", "total"} else None
    return None


def _works_verb(cue: Token, *, plain: bool) -> Token | None:
    """Return the nearest verb of works before a word, no other clause between; with `plain`, one whose "pour" and sum
    are its cost."""
    forms = verb_forms("works_verbs")
    for word in reversed(cue.doc[max(text_sentence(cue).start, cue.i - _REACH) : cue.i]):
        row = forms.get(word.lower_)
        if row is not None and word.pos_ in {"VERB", "AUX"} and not word.ent_type_:
            return word if row["sum"] == "1" or not plain else None
        if word.text in {";", "»"} or is_finite(word):
            return None
    return None


def _told_after(span: Span) -> Token | None:
    """ "une extension, chiffrée à 12 M€, sera engagée en mai": the verb of works whose subject the works are."""
    forms = verb_forms("works_verbs")
    words = rightwards(span, text_sentence(span.root))[:_AFTER]
    if [word.text for word in words[:1]] != [","]:
        return None
    passive = [
        w for w in words if w.lower_ in forms and w.nbor(-1).pos_ == "AUX" and has_feature(w, "VerbForm", "Part")
    ]
    return passive[0] if passive else None


def _builder(context: FactContext, verb: Token, span: Span) -> EntityRef | None:
    """Return who builds: the subject, "par" after a passive, else the private body that the article is about."""
    left = {word.lower_ for word in verb.doc[max(text_sentence(verb).start, verb.i - 5) : verb.i]}
    passive = has_feature(verb, "VerbForm", "Part") and (not left & _HAVE or "été" in left)
    if not passive:
        return doer(context, verb)
    words = [*verb.doc[verb.i + 1 : span.start], *rightwards(span, text_sentence(verb))[:6]]
    by = next((word for word in words if word.lower_ == "par"), None)
    return giver_from(context, by) if by is not None else _private_main(context, span)


def from_cost(context: FactContext, span: Span) -> Funding | None:
    """ "Le laboratoire a coûté 28 millions", "l'ouvrage coûtera": what the article's own private body builds."""
    charged = next((w for w in rightwards(span, text_sentence(span.root))[:8] if w.lower_ == "charge"), None)
    shared = charged is not None and any(
        w.lower_ in {"dont", "moitié", "tiers", "%"} for w in span.doc[span.end : charged.i]
    )
    if charged is not None and not shared and charged.nbor(-1).lower_ == "la" and charged.nbor().lower_ in OF:
        who = giver_from(context, charged.nbor())
        return Funding(charged, who, None) if who is not None else None
    verb = next((word for word in leftwards(span, 6) if word.lower_.startswith(_COSTS) and word.pos_ == "VERB"), None)
    if verb is None:
        return None
    sentence = text_sentence(verb)
    subject = next((w for w in verb.doc[sentence.start : verb.i] if w.pos_ == "NOUN" and not w.ent_type_), None)
    whose = _demonstrative(context, verb)
    if whose is not None:
        return Funding(verb, whose, None)
    site = subject is not None and subject.lower_ in _works() - read_words("public_works")
    after = list(subject.doc[subject.i + 1 : subject.i + 3]) if subject is not None else []
    of_other = len(after) > 1 and after[0].lower_ in OF and after[1].ent_type_ != "LOC"
    who = _private_main(context, span) if site and not of_other else None
    return Funding(verb, who, None) if who is not None else None


def _demonstrative(context: FactContext, verb: Token) -> EntityRef | None:
    """ "Celle de Lumeo a coûté 15 M€": whose "celle" is."""
    sentence = text_sentence(verb)
    first = next((word for word in sentence if not word.is_space), None)
    if (
        first is None
        or first.lower_ not in {"celle", "celui"}
        or first.i + 1 >= verb.i
        or first.nbor().lower_ not in OF
    ):
        return None
    who = giver_from(context, first.nbor())
    entity = context.index.by_id.get(who.entity_id or "") if who is not None else None
    return who if entity is not None and entity.type == "organisation" else None


def _private_main(context: FactContext, span: Span) -> EntityRef | None:
    who = protagonist(context, span.start_char)
    entity = context.index.by_id.get(who.entity_id or "") if who is not None else None
    return who if entity is not None and is_private(entity) else None


@cache
def _works() -> frozenset[str]:
    return read_words("site_nouns") | read_words("works_nouns")
