"""When an event is, where the bare date says the wrong day: what is announced is to come, "dès" gives a start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.event_frames import Frame
from factuel.facts.event_nouns import EventNoun
from factuel.facts.syntax import has_feature
from factuel.models import read_words, verb_forms
from factuel.records import DateMention

_MOVED: Final = 4
"""Tokens from "reportée" to the new day."""


def moved_to(context: FactContext, noun: EventNoun) -> DateMention | None:
    """Return the day to which an event is put off: "prévue jeudi, est reportée au 18 janvier"."""
    sentence = text_sentence(noun.head)
    for word in sentence.doc[noun.head.i : sentence.end]:
        row = verb_forms("event_verbs").get(word.lower_)
        if row is None or row["frame"] != "cancels":
            continue
        for day in context.dates:
            at = context.token_at(day.start).i
            between = {w.lower_ for w in word.doc[word.i + 1 : at + 1]}
            if word.i < at <= word.i + _MOVED and {"au", "à", "aux"} & between:
                return day
    return None


def is_called_off(frame: Frame, noun: EventNoun) -> bool:
    """ "La soirée, qui devait avoir lieu le 8, est annulée"."""
    before = {word.lower_ for word in frame.verb.doc[noun.head.i : frame.verb.i]}
    return bool({"devait", "devaient"} & before)


def from_start(time: DateMention | None) -> DateMention | None:
    """Return the day or month itself of "dès septembre": what is held then does not go on for ever."""
    if time is None or not time.edtf.endswith("/..") or not time.text.lower().startswith("dès"):
        return time
    return time.model_copy(update={"edtf": time.edtf.removesuffix("/..")})


def is_over(frame: Frame) -> bool:
    """Return whether the sentence tells what became of what was announced: "Une réunion, convoquée lundi, a tourné
    court"."""
    sentence = text_sentence(frame.verb)
    after = sentence.doc[frame.verb.i + 1 : sentence.end]
    done = any(
        w.lower_ in {"a", "ont", "s'est", "est"} and w.nbor().pos_ == "VERB" for w in after if w.i + 1 < sentence.end
    )
    return has_feature(frame.verb, "VerbForm", "Part") and done and frame.verb.nbor(-1).pos_ not in {"AUX", "VERB"}


def _at_a_time(context: FactContext, time: DateMention) -> bool:
    """Return whether an hour follows the date: "mardi à 18 h 30"."""
    after = context.doc[context.token_at(time.end).i :][:5]
    return any(word.lower_ in {"h", "heures"} for word in after)


def coming(context: FactContext, time: DateMention | None, *, told: bool) -> DateMention | None:
    """Return the weekday after the page for what is announced: "a convoqué une assemblée mardi", "Vernissage mardi à
    18 h" is next Tuesday, though the verb's tense, or the nearest day, says the last; `told`: a verb announces it."""
    published = (context.article.published or "")[:10]
    if time is None or time.resolved_by not in {"tense", "nearest"} or not published:
        return time
    weekday = time.text.lower().split(" ")[0] in read_words("weekdays") and (told or _at_a_time(context, time))
    if not weekday or time.from_ is None or time.from_ >= published or time.from_ != time.to:
        return time
    if any(character.isdigit() for character in time.text) or "dernier" in time.text:
        return time
    day = (date.fromisoformat(time.from_) + timedelta(days=7)).isoformat()
    return time.model_copy(update={"edtf": day, "from_": day, "to": day})
