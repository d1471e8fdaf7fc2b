"""What is left of a cost and who pays it, without a sum: "Le Crédit agricole prête le reste", "le solde est à la charge
de la ville", "la région apporte 3 M€, la ville le reste"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.clauses import Phrase, phrase_ending_at
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sentences_start, text_sentence, tokens_among
from factuel.facts.money_sides import body, doer, giver_from
from factuel.facts.money_words import OF, Funding
from factuel.facts.syntax import is_finite
from factuel.models import read_words, verb_forms

_NEAR: Final = 5
"""Words between the verb and "le reste", and between "le reste" and whoever brings it."""
_SENTENCES: Final = 3
"""The sentence of "le reste" and those before it in which the sums of the cost stand."""
_LINKS: Final = frozenset({",", "et", ";"})


def read_remainders(context: FactContext) -> Iterator[tuple[Token, Funding]]:
    """Yield each "le reste" or "le solde" of a cost with who pays it, where the sums of that cost stand before."""
    for word in tokens_among(context.doc, read_words("remainder_nouns")):
        if not word.i or word.nbor(-1).lower_ not in {"le", "du"} or not _is_of_money(context, word):
            continue
        found = _paid(context, word) or _brought(context, word) or _left_out(context, word)
        if found is not None and found.investor is not None:
            yield word, found


def _is_of_money(context: FactContext, word: Token) -> bool:
    """Return whether a sum or a share stands in the sentence or the two before."""
    start = sentences_start(word, _SENTENCES)
    near = (s for s in context.doc.spans.get("figures", ()) if start <= s.start < word.i)
    return any(s._.figure.measure.kind in {"money", "percentage"} for s in near)


def _gives(word: Token) -> bool:
    row = verb_forms("investment_verbs").get(word.lower_) or verb_forms("share_verbs").get(word.lower_)
    return row is not None and row.get("frame") not in {"receives", "raises"} and not word.ent_type_


def _paid(context: FactContext, word: Token) -> Funding | None:
    """ "A apporte le reste", "A prendra en charge le solde"."""
    near = word.doc[max(text_sentence(word).start, word.i - _NEAR) : word.i - 1]
    verb = next((w for w in reversed(near) if _gives(w)), None)
    if verb is None or any(w.text in _LINKS for w in near[verb.i - near.start :]):
        return None
    return Funding(verb, doer(context, verb), None)


def _brought(context: FactContext, word: Token) -> Funding | None:
    """ "le solde est à la charge de A", "le reste vient de A", "pour le reste, par A"."""
    sentence = text_sentence(word)
    for after in word.doc[word.i + 1 : min(word.i + 2 * _NEAR, sentence.end)]:
        lower = after.lower_
        tied = after.nbor(-1).lower_ in {"charge", "auprès"} or after.nbor(-1).lower_ in verb_forms("provenance_verbs")
        if lower == "par" or (lower in OF and tied):
            giver = giver_from(context, after)
            return Funding(word, giver, None) if giver is not None else None
        if after.text == ";" or (is_finite(after) and not _gives(after) and lower not in _provenance()):
            return None
    return None


def _provenance() -> frozenset[str]:
    return frozenset(verb_forms("provenance_verbs")) | {"est", "sera", "étant", "serait"}


def _left_out(context: FactContext, word: Token) -> Funding | None:
    """ "A paie 3 M€, B le reste", "A le finance à 80 %, B pour le reste": the verb is that of the sum before."""
    sentence = text_sentence(word)
    at = word.i - 2
    if at > sentence.start and word.doc[at].lower_ == "pour":
        at -= 1
    phrase = _phrase_at(word.doc[at]) if at > sentence.start else None
    if phrase is None or phrase.start <= sentence.start or word.doc[phrase.start - 1].text not in _LINKS:
        return None
    before = word.doc[sentence.start : phrase.start]
    verb = next((w for w in reversed(before) if _gives(w)), None)
    figures = _figures(context, before)
    return Funding(verb, body(context, phrase, at + 1), None) if verb is not None and figures else None


def _phrase_at(last: Token) -> Phrase | None:
    ends = last.pos_ in {"NOUN", "PROPN", "ADJ"} or bool(last.ent_type_)
    return phrase_ending_at(last) if ends else None


def _figures(context: FactContext, words: Span) -> bool:
    return any(words.start <= s.start < words.end for s in context.doc.spans.get("figures", ()))
