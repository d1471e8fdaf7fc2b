"""Where an event takes place: the town or the venue that its own clause names."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.event_bounds import is_said_after
from factuel.facts.event_frames import Frame
from factuel.facts.event_nouns import EventNoun
from factuel.facts.syntax import is_finite, phrase_bounds, subjects
from factuel.models import read_words
from factuel.records import EntityRef

_AT: Final = frozenset({"à", "au", "aux", "en", "dans", "devant", "chez", "place", "quai", "rue", "sur"})
_HOSTS: Final = ("accueill", "recevra", "reçoi", "héberg")
_REACH: Final = 25


def place_of(context: FactContext, noun: EventNoun, frame: Frame | None) -> EntityRef | None:
    """Return the first place after the event that a preposition of place introduces, with no other finite verb
    between; else the host town that is its verb's subject; else the place named before it in the clause."""
    sentence = text_sentence(noun.head)
    verb = frame.verb if frame is not None else None
    for token in sentence[noun.head.i - sentence.start + 1 :]:
        if token.idx < noun.end:
            continue
        if token.i - noun.head.i > _REACH or (is_finite(token) and token != verb and not _opens(token, verb)):
            break
        if is_said_after(token) or token.lower_ == "comme":
            break
        found = _place_at(context, token)
        if found is not None:
            return found
    return _host(context, verb) or _before(context, noun, sentence)


def _place_at(context: FactContext, token: Token) -> EntityRef | None:
    """Return the place that begins at a token, when a preposition or a comma before a venue introduces it."""
    before = {word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]}
    named = token.ent_iob_ == "B" and token.ent_type_ in {"LOC", "ORG"}
    venue = token.lower_ in read_words("venue_nouns")
    if named and token.ent_type_ == "LOC" and (before & (_AT | {","}) or venue):
        entity = context.index.entity_at(token.idx, token.idx + len(token))
        return context.index.ref(entity) if entity is not None else None
    if not venue or not (before & (_AT | {",", "lors"})):
        return None
    entity = context.index.entity_at(token.idx, token.idx + len(token))
    if entity is not None:
        return context.index.ref(entity)
    start, end = phrase_bounds(token)
    name = context.text[token.idx : max(end, token.idx + len(token))] if start <= token.idx else ""
    return EntityRef(entity_id=None, name=name) if name and "," not in name and "\n" not in name else None


def _host(context: FactContext, verb: Token | None) -> EntityRef | None:
    """ "Lens accueillera le congrès", "la ville de Lens accueille": the town is the place."""
    if verb is None or not verb.lower_.startswith(_HOSTS):
        return None
    for word in subjects(verb):
        inside = context.index.mentions_in(word.idx, verb.idx)
        place = next((entity for entity in inside if entity.type == "place"), None)
        if place is not None:
            return context.index.ref(place)
    return None


def _before(context: FactContext, noun: EventNoun, sentence: Span) -> EntityRef | None:
    """Return the place that opens the clause: "À Lens, le salon ouvre jeudi", "le 30 novembre, à l'hôtel de Région"."""
    for token in reversed(sentence[: noun.head.i - sentence.start]):
        if token.idx >= noun.start:
            continue
        if is_finite(token):
            return None
        if token.lower_ in {"à", "au", "en"} and token.i + 1 < noun.head.i and _opens_clause(context, token):
            found = _place_at(context, token.nbor()) or _place_at(context, token.nbor(2))
            if found is not None:
                return found
    return None


def _opens_clause(context: FactContext, word: Token) -> bool:
    """Return whether a preposition has no noun before it that it completes: not "après des mois de silence à Lens"; a
    date or a part of a day may stand there."""
    before = word.doc[word.i - 1] if word.i else word
    if before.pos_ not in {"NOUN", "PROPN"} or before.lower_ in read_words("dayparts"):
        return True
    return any(date.start <= before.idx < date.end for date in context.dates)


def _opens(word: Token, verb: Token | None) -> bool:
    """Return whether the finite verb only opens the event's verb: "doit se tenir", "a lieu"."""
    return verb is not None and word.i < verb.i <= word.i + 4


def is_venue(noun: EventNoun) -> bool:
    """Return whether a named hall is where another event is said to be: "aura lieu au Forum de la gare"."""
    if noun.named is None or noun.first.i == 0 or noun.first.nbor(-1).lower_ not in {"au", "à"}:
        return False
    before = noun.head.doc[text_sentence(noun.head).start : noun.first.i]
    return any(word.lower_ == "lieu" or word.lower_.startswith(("tiendr", "dérouler")) for word in before)
