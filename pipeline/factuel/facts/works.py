"""Money that works cost: "agrandit son usine pour 3 M€", "une salle blanche, d'un coût de 14 millions", "le laboratoire
a coûté 28 millions". Who builds invests; what a public body's project costs, without who pays, is no investment."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.money_sides import doer, giver_from
from factuel.facts.money_words import OF, Funding, leftwards, rightwards
from factuel.facts.owners import is_private
from factuel.facts.protagonist import protagonist
from factuel.facts.syntax import has_feature, is_finite
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef

_REACH: Final = 30
_COSTS: Final = ("coût", "coute")
_HAVE: Final = frozenset({"a", "ont", "avait", "avaient", "aura", "auront", "aurait", "ayant", "avoir"})


def from_works(context: FactContext, span: Span) -> Funding | None:
    """Return who pays for works whose cost the sum is: by "pour", "moyennant", "d'un coût de", "chiffré à"."""
    cue = _cost_cue(span)
    if cue is None:
        return None
    named = any(word.lower_ in _works() for word in span.doc[max(text_sentence(cue).start, cue.i - _REACH) : cue.i])
    verb = _works_verb(cue, plain=cue.lower_ == "pour")
    if verb is None or not (named or cue.lower_ == "pour"):
        return None
    who = _builder(context, verb, span)
    return Funding(cue if cue.lower_ != "pour" else verb, who, None) if who is not None else None


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
    verb = next((word for word in leftwards(span, 6) if word.lower_.startswith(_COSTS) and word.pos_ == "VERB"), None)
    if verb is None:
        return None
    sentence = text_sentence(verb)
    subject = next((w for w in verb.doc[sentence.start : verb.i] if w.pos_ == "NOUN" and not w.ent_type_), None)
    site = subject is not None and subject.lower_ in _works() - read_words("public_works")
    after = list(subject.doc[subject.i + 1 : subject.i + 3]) if subject is not None else []
    of_other = len(after) > 1 and after[0].lower_ in OF and after[1].ent_type_ != "LOC"
    who = _private_main(context, span) if site and not of_other else None
    return Funding(verb, who, None) if who is not None else None


def _private_main(context: FactContext, span: Span) -> EntityRef | None:
    who = protagonist(context, span.start_char)
    entity = context.index.by_id.get(who.entity_id or "") if who is not None else None
    return who if entity is not None and is_private(entity) else None


def _works() -> frozenset[str]:
    return read_words("site_nouns") | read_words("works_nouns")
