"""Where an organisation is, said at some distance from its name: "Lumeo, fabricant de pompes en bronze de Lens", "À
Lens, le laboratoire Lumeo, qui emploie", "sa création à Lens", "Lumeo et Ardan, deux usineurs installés à Lens"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.actors import reference
from factuel.facts.body_kinds import body_rows, noun_of_name
from factuel.facts.context import FactContext
from factuel.facts.descriptions import apposed_name, opened
from factuel.facts.doc_tables import names_in, text_sentence, tokens_among, tokens_where
from factuel.facts.nearby import name_after
from factuel.facts.owners import is_definite, is_verb, organisation_of, possessed_by
from factuel.facts.seats import AT, OF, Placed
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef

_COMPANIES: Final = frozenset({"company", "cooperative"})
_COMPLEMENT: Final = frozenset({"NOUN", "ADJ", "NUM", "DET", "PROPN"})
_TIES: Final = frozenset({"de", "d'", "d’", "en", "pour", "à"})
_PREPOSED: Final = frozenset({"à", "au", "aux"})
_CLOSING: Final = frozenset({",", ".", "(", ";", ":", "»", ")"})
_NUMBERS: Final = frozenset({"deux", "trois", "les", "tous", "toutes"})
_BETWEEN: Final = 5
_LONGEST: Final = 11
"""Tokens of the complement of a noun in apposition ("de maintenance de salles blanches de 64 personnes")."""


def place_frames(context: FactContext) -> Iterator[Placed]:
    """Yield each organisation with the place that a longer phrase ties to it."""
    for noun in tokens_where(context.doc, lambda form: fold(form) in body_rows()):
        if not noun.ent_type_ and body_rows()[fold(noun.text)][1][0] in _COMPANIES:
            yield from _from_complement(context, noun)
    for span in context.doc.ents:
        if span.label_ == "ORG":
            yield from _from_opening(context, span)
    for noun in tokens_among(context.doc, read_words("founding_nouns")):
        yield from _from_founding_noun(context, noun)
    plural = {row["form"]: row["relation"] for row in read_lexicon("location_words") if row["form"].endswith("s")}
    for participle in tokens_among(context.doc, plural.keys()):
        yield from _from_pair(context, participle, plural[participle.lower_])


def _from_complement(context: FactContext, noun: Token) -> Iterator[Placed]:
    """ "Lumeo, fabricant de pompes en bronze de Lens, ..." and "Lumeo, une entreprise de nettoyage, à Lens."."""
    place = _end_of_complement(noun)
    if place is None:
        return
    owner = apposed_name(context, noun)
    if owner is None and is_definite(noun) and noun.doc[place.start - 1].lower_ in OF:
        owner = organisation_of(context, noun)
    yield Placed(noun, place, owner, "headquarters")


def _end_of_complement(noun: Token) -> Span | None:
    """Return the town that ends the phrase of a noun with a complement: after its last "de", or after a comma."""
    doc, end = noun.doc, text_sentence(noun).end
    names = {span.start: span for span in names_in(text_sentence(noun)) if span.label_ == "LOC"}
    for at in range(noun.i + 1, min(noun.i + 1 + _LONGEST, end - 1)):
        word = doc[at]
        if at in names:
            place, long = names[at], at > noun.i + 3
            closed = doc[place.end].text in _CLOSING or is_verb(doc[place.end]) if place.end < end else True
            apart = doc[at - 1].lower_ in _PREPOSED and doc[at - 2].text == "," and doc[at - 3].text not in _CLOSING
            return place if long and closed and (doc[at - 1].lower_ in OF or apart) else None
        comma = word.text == "," and doc[at + 1].lower_ in _PREPOSED
        if not (comma or word.pos_ in _COMPLEMENT or word.lower_ in _TIES | _PREPOSED) or word.ent_type_:
            return None
    return None


def _from_opening(context: FactContext, name: Span) -> Iterator[Placed]:
    """ "À Lens, le laboratoire Lumeo, qui emploie 30 personnes" and "À Lens même, la tonnellerie Lumeo": a shop or a
    works stands where its sentence is set, another company where it employs people."""
    sentence = text_sentence(name.root)
    place = next((span for span in names_in(sentence) if span.label_ == "LOC"), None)
    if place is None or sentence[0].lower_ not in AT or not sentence.start < place.start <= sentence.start + 2:
        return
    comma = place.end + (context.doc[place.end].lower_ == "même")
    between = context.doc[comma + 1 : name.start]
    if context.doc[comma].text != "," or not 1 < len(between) <= _BETWEEN or not _is_plain(between):
        return
    noun = noun_of_name(name)
    staffed = context.doc[name.end : name.end + 3]
    employs = any(word.lower_ in verb_forms("staffing_verbs") for word in staffed)
    if noun is not None and body_rows()[noun][1][0] in _COMPANIES and (employs or noun in _works()):
        yield Placed(name[-1], place, reference(context, name), "headquarters")


def _is_plain(words: Span) -> bool:
    """Return whether a definite article, a noun and what completes it stand between a comma and a name."""
    first = words[0].lower_ in {"le", "la", "l'", "l’"}
    return first and all(word.pos_ in {"NOUN", "ADJ", "DET", "ADP", "PROPN"} for word in words)


def _works() -> frozenset[str]:
    return frozenset(fold(form) for form in read_words("site_nouns", owned="1"))


def _from_founding_noun(context: FactContext, noun: Token) -> Iterator[Placed]:
    """ "Trente ans après sa création dans un garage de Lens, la société Lumeo change", "depuis sa fondation à Lens"."""
    if noun.i == 0 or noun.nbor(-1).lower_ != "sa":
        return
    place = name_after(noun, "LOC", AT, reach=8)
    if place is None or any(word.text == "," for word in noun.doc[noun.i + 1 : place.start - 1]):
        return
    before = noun.doc[text_sentence(noun).start : noun.i]
    owner = possessed_by(context, noun) if any(is_verb(word) for word in before) else opened(context, noun)
    yield Placed(noun, place, owner, "founded")


def _from_pair(context: FactContext, participle: Token, relation: str) -> Iterator[Placed]:
    """ "Lumeo et Ardan, deux usineurs installés à Lens": each of the two names before the comma."""
    place = name_after(participle, "LOC", AT, reach=8)
    words = participle.doc[max(text_sentence(participle).start, participle.i - _BETWEEN) : participle.i]
    comma = next((word for word in words if word.text == ","), None)
    if place is None or comma is None or (comma.i + 1 < participle.i and comma.nbor().lower_ not in _NUMBERS):
        return
    for owner in _pair_before(context, comma):
        yield Placed(participle, place, owner, relation)  # type: ignore[arg-type]


def _pair_before(context: FactContext, comma: Token) -> list[EntityRef]:
    """Return the two organisations that "et" ties and that end right before a comma."""
    names = [span for span in names_in(text_sentence(comma)) if span.end <= comma.i and span.label_ == "ORG"][-2:]
    if len(names) < 2 or names[1].end != comma.i:
        return []
    between = [word.lower_ for word in comma.doc[names[0].end : names[1].start]]
    found = [reference(context, name) for name in names]
    return [ref for ref in found if ref is not None] if between[:1] == ["et"] and len(between) <= 3 else []
