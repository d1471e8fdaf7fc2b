"""Gatherings that no noun of an event names: "Réuni mardi soir à Lens, le conseil de la communauté a élu", "la
Commission des sites, réunie lundi à Lens". Needs a day and a place, for a body is told to meet in passing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence, tokens_among
from factuel.facts.event_nouns import EventNoun
from factuel.facts.event_places import place_of
from factuel.facts.syntax import has_feature, is_finite, phrase_bounds
from factuel.models import read_words
from factuel.records import DateMention, Event

_MET: Final = frozenset({"réuni", "réunie"})
"""One body that meets; people "réunis" somewhere are mostly told of in passing."""
_HAVE: Final = frozenset({"a", "ont", "avait", "avaient", "s'est", "est", "sont", "sera", "seront", "ayant", "avoir"})
_INTO: Final = frozenset({"en", "dans", "au", "autour", "pour", "par", "sous", "depuis"})
_REACH: Final = 12


def gatherings(context: FactContext) -> Iterator[Event]:
    """Yield a meeting for each detached "réuni" that has a day and a place: named by the body where its noun is one of
    assemblies ("le conseil"), else "réunion"."""
    for token in tokens_among(context.doc, _MET):
        if not _is_detached(token):
            continue
        day = _day_after(context, token)
        if day is None:
            continue
        noun = EventNoun(token, None, "1", token.idx, token.idx + len(token))
        place = place_of(context, noun, None)
        if place is None:
            continue
        body = _assembly(token)
        start, end = _bounds(context, body) if body is not None else (token.idx, token.idx + len(token))
        name = context.text[start:end] if body is not None else "réunion"
        common = context.common("event", start, end, token, name, day.edtf, confidence=0.6, factuality="asserted")
        common["time"], common["place"] = day, place
        yield Event(**common, name=name)


def _is_detached(token: Token) -> bool:
    before = token.doc[token.i - 1].lower_ if token.i else ""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    opens = token.i == text_sentence(token).start or before in {",", "«"} or token.text[0].isupper()
    return opens and before not in _HAVE and after not in _INTO


def _day_after(context: FactContext, token: Token) -> DateMention | None:
    """Return the day that follows the word, with no verb between."""
    sentence = text_sentence(token)
    for day in context.dates:
        if token.idx < day.start < sentence.end_char and day.grain == "day":
            at = context.token_at(day.start).i
            near = at - token.i <= _REACH and not any(is_finite(word) for word in token.doc[token.i + 1 : at])
            return day if near else None
    return None


def _assembly(token: Token) -> Token | None:
    """Return the noun of an assembly that meets: after the comma that closes what opens the sentence, else before."""
    sentence = text_sentence(token)
    nouns = read_words("assembly_nouns")
    if token.i <= sentence.start + 1:
        comma = next((w.i for w in token.doc[token.i : sentence.end] if w.text == ","), sentence.end)
        words = token.doc[comma + 1 : min(comma + 4, sentence.end)]
    else:
        words = token.doc[max(sentence.start, token.i - _REACH) : token.i]
    return next((word for word in words if word.lower_ in nouns and not has_feature(word, "Number", "Plur")), None)


def _bounds(context: FactContext, noun: Token) -> tuple[int, int]:
    entity = context.index.entity_at(noun.idx, noun.idx + len(noun))
    if entity is not None:
        mention = next(m for m in entity.mentions if m.start <= noun.idx < m.end)
        return mention.start, mention.end
    start, end = phrase_bounds(noun)
    return max(start, noun.idx), end
