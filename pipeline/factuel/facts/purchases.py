"""Companies bought and sold for a sum: "A rachète B pour 86 M€", "B a été vendue à A pour 86 M€", "le rachat de B"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.money_sides import doer, giver_from
from factuel.facts.money_words import Funding, leftwards
from factuel.facts.protagonist import protagonist
from factuel.models import read_words, verb_forms
from factuel.records import Entity, EntityRef

_PRICE: Final = frozenset({"pour", "contre", "moyennant"})
_SUMS: Final = frozenset({"montant", "somme", "prix"})
_LABEL: Final = 4
"""Words from the start of a sentence to "transaction", "prix"."""
_BEFORE: Final = 2
"""Sentences before a price in which a purchase is told."""
_NEAR: Final = 7
"""Tokens from the verb of buying to the name of what is bought."""


def bought(context: FactContext, span: Span) -> Funding | None:
    """Return who buys a company for the sum, and which; null where the sum is no price of one."""
    told = _told_price(context, span)
    if told is not None:
        return told
    price = _price_word(span)
    forms = verb_forms("purchase_words")
    word = next((w for w in leftwards(span, 30) if w.lower_ in forms and _has_frame(w, forms[w.lower_])), None)
    main = next((w for w in leftwards(span, 14) if w.lower_ == "main" and _grasps(w)), None)
    word = word or main
    frame = forms.get(word.lower_, {"frame": "verb"})["frame"] if word is not None else ""
    if word is None or (price is None and frame != "sells"):
        return None
    if frame == "sells":
        return _sold(context, word)
    start = span.end - 1 if price is not None and word.i == price.i - 1 else word.i
    entity = _company(context, word, start)
    if entity is None:
        return (
            Funding(word, None if frame == "noun" else doer(context, word), None) if word.lower_ != "repris" else None
        )
    if frame != "noun" and span.doc[span.end : span.end + 1].text == "par":
        return Funding(word, giver_from(context, span.doc[span.end]), doer(context, word))
    return Funding(word, _buyer(context, word, span, entity, noun=frame == "noun"), context.index.ref(entity))


def _told_price(context: FactContext, span: Span) -> Funding | None:
    """ "A rachète B. La transaction porte sur 3 M€": the price of what was said before to be bought."""
    sentence = text_sentence(span.root)
    label = next((w for w in sentence[: span.start - sentence.start] if w.lower_ in read_words("price_labels")), None)
    if label is None or label.i - sentence.start > _LABEL or label.ent_type_:
        return None
    forms = verb_forms("purchase_words")
    for _ in range(_BEFORE):
        if not sentence.start:
            return None
        sentence = text_sentence(span.doc[sentence.start - 1])
        word = next((w for w in sentence if w.lower_ in forms and _has_frame(w, forms[w.lower_])), None)
        if word is not None:
            return _told_by(context, word, forms[word.lower_]["frame"])
    return None


def _told_by(context: FactContext, word: Token, frame: str) -> Funding | None:
    if frame == "sells":
        words = word.doc[word.i + 1 : text_sentence(word).end]
        to = next((w for w in words if w.lower_ in {"à", "au", "aux"}), None)
        buyer = giver_from(context, to) if to is not None else None
        sold = protagonist(context, word.idx, frozenset({buyer.name})) if buyer is not None else None
        return _sold(context, word) or (Funding(word, buyer, sold) if buyer is not None else None)
    entity = _company(context, word, word.i)
    if entity is None:
        return None
    by = next((w for w in word.doc[word.i : text_sentence(word).end] if w.lower_ == "par"), None)
    main = protagonist(context, word.idx, frozenset({entity.name})) if frame == "noun" else doer(context, word)
    return Funding(word, giver_from(context, by) if by is not None else main, context.index.ref(entity))


def _buyer(context: FactContext, word: Token, span: Span, entity: Entity, *, noun: bool) -> EntityRef | None:
    by = next((w for w in word.doc[word.i : span.start] if w.lower_ == "par"), None)
    if by is not None:
        return giver_from(context, by)
    verb = word.nbor(-2) if word.lower_ == "main" and word.i > 1 else word
    return protagonist(context, span.start_char, frozenset({entity.name})) if noun else doer(context, verb)


def _sold(context: FactContext, word: Token) -> Funding | None:
    """ "B a été vendue à A pour 86 M€", "A cède B à C pour 86 M€": "à" names who buys."""
    sentence = text_sentence(word)
    to = next((w for w in word.doc[word.i + 1 : sentence.end] if w.lower_ in {"à", "au", "aux"}), None)
    buyer = giver_from(context, to) if to is not None else None
    passive = any(w.lower_ in {"été", "est", "sera"} for w in word.doc[max(sentence.start, word.i - 3) : word.i])
    entity = _company(context, word, word.i)
    sold = context.index.ref(entity) if entity is not None and not _is_own_share(word) else None
    sold = doer(context, word) if passive or _is_own_share(word) else sold
    return Funding(word, buyer, sold) if buyer is not None and sold is not None and sold != buyer else None


def _is_own_share(word: Token) -> bool:
    """ "cède 34 % de son capital à B": who sells is what is bought."""
    after = word.doc[word.i + 1 : word.i + _NEAR]
    return "%" in after.text and any(w.lower_ in {"son", "leur", "ses", "leurs"} for w in after)


def _company(context: FactContext, word: Token, start: int) -> Entity | None:
    """Return the company named right after a token."""
    names = [n for n in names_in(text_sentence(word)) if n.start > start and n.label_ in {"ORG", "MISC", "PER"}]
    near = names[0] if names and names[0].start <= start + _NEAR else None
    return context.index.entity_at(near.start_char, near.end_char) if near is not None else None


def _price_word(span: Span) -> Token | None:
    """Return the word before the sum that makes it a price: "pour", "moyennant", "pour un montant de"."""
    left = list(leftwards(span, 5))
    if left and left[0].lower_ in _PRICE:
        return left[0]
    if len(left) < 3 or not _SUMS & {word.lower_ for word in left[:3]}:
        return None
    return next((word for word in left if word.lower_ in _PRICE | {"au"}), None)


def _grasps(word: Token) -> bool:
    """ "a mis la main sur B"."""
    before = [w.lower_ for w in word.doc[max(0, word.i - 2) : word.i]]
    after = word.doc[word.i + 1 : word.i + 2].text
    return before[-1:] == ["la"] and before[0].startswith(("mis", "met")) and after == "sur"


def _has_frame(word: Token, row: Mapping[str, str]) -> bool:
    before = {w.lower_ for w in word.doc[max(0, word.i - 3) : word.i]}
    reflexive = row["lemma"] != "offrir" or bool(before & {"s'", "s’", "se"})
    return (word.pos_ == "NOUN") == (row["frame"] == "noun") and not word.ent_type_ and reflexive
