"""Where an organisation is, as the words beside its name or noun say: "Lumeo, à Douai", "Lumeo (Nord)", "Lumeo, de
Douai", "l'entreprise de Douai", "Lumeo, une PME de Douai", "la clinique Lumeo de Douai", "Douai, où Lumeo emploie"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.actors import reference
from factuel.facts.body_kinds import body_rows, noun_of_name
from factuel.facts.clauses import name_beside
from factuel.facts.context import FactContext
from factuel.facts.descriptions import apposed_name
from factuel.facts.doc_tables import names_in, text_sentence, tokens_where
from factuel.facts.nearby import completes_other, name_after, name_before
from factuel.facts.owners import acting_organisation, is_verb, meant, topic_owner
from factuel.facts.seats import Placed
from factuel.facts.site_owners import owner_by_phrase
from factuel.facts.site_words import is_site
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

_OF: Final = frozenset({"de", "d'", "d’", "du"})
_AROUND: Final = frozenset({"company", "cooperative"})
"""Kinds of bodies that a town after "de" places; others have it in their name ("l'hôpital de Lens")."""
_NAMELESS: Final = frozenset({"public", "union", "party", "media", "cluster", "fund", "association", "club"})
"""Kinds of bodies whose names a town completes ("l'association Lumeo de Lens"), or that have several towns."""
_LINKS: Final = frozenset({"et", "ou", ","})
_NOT_PLACED: Final = frozenset({"cabinet", "filiale", "régie", "atelier", "chantier", "magasin"})
"""Nouns of bodies whose complement is who they belong to, or the place of a site."""
_SEATS: Final = frozenset({"siège", "bureaux", "locaux"})
_CLOSING: Final = frozenset({",", ".", "(", ";", ":", "»", ")", "–", "—", "!", "?"})
_AT: Final = frozenset({"à", "au", "aux"})
_ENDING: Final = frozenset({",", ".", "(", ":", ";", ")", "»"})
_REACH: Final = 14


def whereabouts(context: FactContext) -> Iterator[Placed]:
    """Yield each organisation with the place that stands beside its name or noun, or before "où"."""
    for span in context.doc.ents:
        if span.label_ == "ORG":
            yield from _beside(context, span)
            yield from _from_origin(context, span)
    for token in tokens_where(context.doc, lambda form: form == "où" or fold(form) in body_rows()):
        if token.lower_ == "où":
            yield from _from_where(context, token)
        elif fold(token.text) in body_rows() and not token.ent_type_:
            yield from _from_kind(context, token)


def _beside(context: FactContext, name: Span) -> Iterator[Placed]:
    """ "Lumeo, à Douai, ..." and "Lumeo (Nord)", also behind the acronym of the name: "l'École d'art (Eda), à Lens"."""
    doc, at = context.doc, name.end
    if at < len(doc) and doc[at].text == ")" and doc[name.start - 1].text == "(":
        at += 1
    if at + 1 >= len(doc) or doc[at].text not in {",", "("}:
        return
    preposed = doc[at].text == "," and doc[at + 1].lower_ in _AT
    if preposed and completes_other(name):
        return
    place = _place_at(doc[at + preposed])
    if place is None:
        return
    after = doc[min(place.end + (doc[place.end].lower_ == "même"), len(doc) - 1)]
    closed = after.text == ")" if doc[at].text == "(" else after.text in _ENDING
    if closed and (doc[at].text == "(" or preposed):
        yield Placed(name[-1], place, reference(context, name), "headquarters")


def _place_at(before: Token) -> Span | None:
    """Return the place that begins right after a word and does not end the text."""
    at = before.i + 1
    place = next((span for span in names_in(before.doc[at : at + 8]) if span.start == at), None)
    return place if place is not None and place.label_ == "LOC" and place.end < len(before.doc) else None


def _from_origin(context: FactContext, name: Span) -> Iterator[Placed]:
    """ "la société Lumeo, de Douai, ..." and "la clinique Lumeo de Douai": not a name of a list ("de Lumeo, de Douai et
    de Lens"), nor a party's or a union's body of a town."""
    doc, at = context.doc, name.end
    detached = at < len(doc) and doc[at].text == ","
    if at + 1 + detached >= len(doc) or doc[at + detached].lower_ not in _OF:
        return
    place = _place_at(doc[at + detached])
    if place is None or completes_other(name) or _is_listed(name, place):
        return
    noun = noun_of_name(name)
    kind = body_rows()[noun][1][0] if noun is not None else ""
    closed = detached and (doc[place.end].text in _CLOSING or is_verb(doc[place.end]))
    named = kind in _NAMELESS or (kind in _AROUND and doc[at].lower_ == "du")
    if closed or (not detached and noun is not None and not named):
        yield Placed(name[-1], place, reference(context, name), "headquarters")


def _is_listed(name: Span, place: Span) -> bool:
    """Return whether a name and a place are members of one list: the name has "de" before it too, or another "de"
    follows the place."""
    doc = name.doc
    before = {word.lower_ for word in doc[max(0, name.start - 2) : name.start]}
    after = [word.lower_ for word in doc[place.end : place.end + 2]]
    goes_on = len(after) == 2 and after[0] in _LINKS and after[1] in _OF | {"des"}
    return goes_on or (bool(before & _OF) and after[:1] in (["et"], ["ou"])) or after[:1] == ["à"]


def _from_kind(context: FactContext, noun: Token) -> Iterator[Placed]:
    """ "l'entreprise de Douai", "Lumeo, une PME de Douai", "un ferrailleur de Douai, Lumeo"."""
    if body_rows()[fold(noun.text)][1][0] not in _AROUND or noun.lower_ in read_words("site_nouns"):
        return
    at = noun.i + 1
    while at < len(context.doc) - 1 and context.doc[at].pos_ == "ADJ" and not context.doc[at].ent_type_:
        at += 1
    if at >= len(context.doc) - 1 or context.doc[at].lower_ not in _OF:
        return
    place = _place_at(context.doc[at])
    if noun.lower_ in _NOT_PLACED or place is None:
        return
    after = context.doc[place.end]
    if not after.ent_type_ and not after.text[0].isupper() and after.lower_ not in {"à", "et"}:
        yield Placed(noun, place, _of_kind(context, noun, place), "headquarters")


def _of_kind(context: FactContext, noun: Token, place: Span) -> EntityRef | None:
    """Return the organisation that follows the place after a comma, that the noun is in apposition to, or that it
    means."""
    doc = context.doc
    after = doc[place.end].text == "," and next((s for s in names_in(doc[place.end : place.end + 8])), None)
    if after and after.start == place.end + 1 and after.label_ == "ORG" and doc[min(after.end, len(doc) - 1)].is_punct:
        return reference(context, after)
    return apposed_name(context, noun) or (meant(context, noun) if name_beside(noun) is None else None)


def _from_where(context: FactContext, where: Token) -> Iterator[Placed]:
    """ "Douai, où Lumeo emploie 40 personnes", "Douai, où la société a son siège", "où se trouve le siège": the place
    before "où"."""
    place = name_before(where, "LOC", reach=1)
    clause = _clause_of(where)
    site = next((word for word in clause[:3] if is_site(word)), None)
    owner = owner_by_phrase(context, site) if site is not None else None
    if place is not None and site is not None and owner is not None:
        yield Placed(site, place, owner, "site")
        return
    verb = next((word for word in clause if is_verb(word) and word.lower_ in _placing()), None)
    closer = verb is not None and name_after(verb, "LOC", frozenset({"à"}), reach=12) is not None
    if place is None or verb is None or closer or any(is_verb(w) and w.pos_ == "VERB" for w in clause if w.i < verb.i):
        return
    seat = next((word for word in clause if word.i > verb.i and word.lower_ in _SEATS), None)
    if verb.lower_ in read_words("placing_verbs"):
        if seat is not None and clause[-1].i <= seat.i + 4:
            yield Placed(verb, place, topic_owner(context, seat), "headquarters", bare=False)
        return
    having = verb.lower_ in verb_forms("site_having_verbs") and verb.lower_ not in verb_forms("staffing_verbs")
    if having and seat is None and not any(is_site(word) for word in clause if verb.i < word.i <= verb.i + 6):
        return
    lodged = seat is not None or verb.lower_ in verb_forms("lodging_verbs")
    yield Placed(verb, place, acting_organisation(context, verb), "headquarters" if lodged else "site", bare=False)


def _clause_of(where: Token) -> list[Token]:
    """Return the words after "où" up to the next comma."""
    clause = where.doc[where.i + 1 : min(where.i + _REACH, text_sentence(where).end)]
    stop = next((word.i for word in clause if word.text in {",", ";", ":", "."}), clause.end)
    return [word for word in clause if word.i < stop]


@cache
def _placing() -> frozenset[str]:
    """Return the verbs that say what their subject has or does somewhere."""
    lexicons = ("staffing_verbs", "making_verbs", "site_having_verbs", "lodging_verbs")
    return frozenset(form for lexicon in lexicons for form in verb_forms(lexicon)) | read_words("placing_verbs")
