"""The verb and the date of an event, read near its noun where the parse ties them to another word."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.nearby import text_sentence
from factuel.facts.parties import is_agreement
from factuel.facts.syntax import has_feature
from factuel.models import read_words, verb_forms
from factuel.records import DateMention

_ENDS: Final = frozenset({";", ":", "»", "«"})
_AFTER: Final = 16
_BEFORE: Final = 8


def near_frame(token: Token) -> tuple[Token, str] | None:
    """Return the verb of taking place that follows the event's noun, or of organising that stands before it, with its
    frame; no other finite verb stands between."""
    forms, sentence = verb_forms("event_verbs"), text_sentence(token)
    for word in token.doc[token.i + 1 : min(token.i + _AFTER, sentence.end)]:
        row = forms.get(word.lower_)
        if row is not None and row["frame"] == "takes_place" and word.pos_ in {"VERB", "AUX", "ADJ"}:
            return word, "takes_place"
        if word.text in _ENDS or _is_finite(word):
            break
    for word in reversed(token.doc[max(sentence.start, token.i - _BEFORE) : token.i]):
        row = forms.get(word.lower_)
        if row is not None and row["frame"] != "takes_place" and word.pos_ in {"VERB", "AUX"}:
            return None if row["frame"] == "organises" and _is_governed(token) else (word, row["frame"])
        if word.text in _ENDS or _is_finite(word):
            break
    return None


def near_time(context: FactContext, token: Token, verb: Token | None) -> DateMention | None:
    """Return the first date after the noun (or its verb), with no other finite verb between, in its sentence."""
    sentence = text_sentence(token)
    last = max(token.i, verb.i if verb is not None else 0)
    for date in context.dates:
        if not token.idx < date.start < sentence.end_char:
            continue
        first = context.token_at(date.start).i
        between = token.doc[token.i + 1 : first]
        if first - last > _AFTER or any(word.text in _ENDS for word in between):
            return None
        return None if any(_is_finite(word) and word != verb for word in between) else date
    return None


def is_other_sense(token: Token) -> bool:
    """Return whether the word names no event here: a venue ("salle des fêtes"), a participle ("une borne assemblée à
    Lens"), an agreement ("la convention signée")."""
    before = token.doc[token.i - 1] if token.i > 0 else None
    if token.pos_ == "ADJ" and (before is None or before.pos_ not in {"DET", "ADP", "ADJ", "NUM", "SPACE"}):
        return True
    if before is not None and before.pos_ == "ADV" and token.lower_ in {"assemblée", "assemblées"}:
        return True
    signed = is_agreement(token) and any(
        word.lower_.startswith(("sign", "cosign", "conclu")) for word in text_sentence(token)
    )
    peak = token.lower_ == "sommet" and before is not None and before.lower_ == "au"
    return signed or peak or _of_venue(token)


def in_passing(context: FactContext, token: Token, named: Span | None, frame: tuple[Token, str] | None) -> bool:
    """Return whether the event is only named beside what is told: a prize that somebody has won, a competition without
    a verb of taking place or a date of its own ("comptant pour la Coupe de la Lys")."""
    if token.lower_ in read_words("event_words", weak="3"):
        return frame is None or frame[1] != "takes_place" or frame[0].lower_.startswith("rev")
    if named is None or frame is not None or token.lower_ not in read_words("event_words", weak="2"):
        return False
    date = near_time(context, named[-1], None)
    return date is None


def is_organising(word: Token) -> bool:
    """Return whether the word is a participle of organising ("organisé" of "organisé par", not "parrainé")."""
    row = verb_forms("event_verbs").get(word.lower_)
    return row is not None and row["frame"] in {"organises", "takes_place"}


def _is_governed(token: Token) -> bool:
    """Return whether the noun completes a preposition: "proposera à l'assemblée" organises none."""
    at = token.i - 1
    while at > 0 and token.doc[at].pos_ in {"DET", "ADJ", "NUM"}:
        at -= 1
    return at >= 0 and token.doc[at].lower_ in {"à", "au", "aux", "de", "du", "pour", "avec", "dans", "lors", "après"}


def opens_sentence(token: Token) -> bool:
    """Return whether the noun begins a sentence without a verb: "Prochaine réunion le 12 mars, salle Armor."."""
    sentence = text_sentence(token)
    words = [word for word in sentence if not word.is_punct and not word.is_space]
    near = [word.i for word in words[:2]]
    return token.i in near and not any(_is_finite(word) for word in sentence)


def _is_finite(word: Token) -> bool:
    return word.pos_ in {"VERB", "AUX"} and has_feature(word, "VerbForm", "Fin") and not word.dep_.startswith("aux")


def _of_venue(token: Token) -> bool:
    """Return whether the word completes a venue: "salle des fêtes", "palais des congrès"."""
    before = [word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]]
    return len(before) == 2 and before[0] in read_words("venue_nouns") and before[1] in {"des", "de", "du", "d'"}
