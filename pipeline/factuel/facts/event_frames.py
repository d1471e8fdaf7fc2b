"""The verb and the date of an event, read near its noun where the parse ties them to another word."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.nearby import text_sentence
from factuel.facts.syntax import has_feature
from factuel.models import verb_forms
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
            return word, row["frame"]
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


def opens_sentence(token: Token) -> bool:
    """Return whether the noun begins a sentence without a verb: "Prochaine réunion le 12 mars, salle Armor."."""
    sentence = text_sentence(token)
    words = [word for word in sentence if not word.is_punct and not word.is_space]
    near = [word.i for word in words[:2]]
    return token.i in near and not any(_is_finite(word) for word in sentence)


def _is_finite(word: Token) -> bool:
    return word.pos_ in {"VERB", "AUX"} and has_feature(word, "VerbForm", "Fin") and not word.dep_.startswith("aux")
