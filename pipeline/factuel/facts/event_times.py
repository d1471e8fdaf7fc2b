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
_DU: Final = 3
"""Characters of "Du ", which the days leave out."""
_YEAR: Final = 4
_FRIDAY: Final = 4
_SUNDAY: Final = 6
_WEEK: Final = timedelta(days=7)
"""Digits of a year."""
_TO_SUBJECT: Final = 3
"""Tokens from the days that open a sentence to its subject: a comma, an article, an adjective."""


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


def is_next(noun: EventNoun) -> bool:
    """Return whether "prochain" stands before an event: "Prochain match samedi à Lens"."""
    before = noun.first.doc[max(0, noun.first.i - 1) : noun.first.i + 1]
    return any(word.lower_ in {"prochain", "prochaine"} for word in before)


def end_left_out(frame: Frame | None, time: DateMention | None) -> DateMention | None:
    """Return the time but where a verb says only when the event ends: "La conférence s'achève vendredi"."""
    ends = frame is not None and frame.verb.lower_.startswith(("achèv", "achev")) and frame.verb.i > 0
    ends = ends and frame is not None and frame.verb.nbor(-1).lower_ in {"s'", "s’"}
    return None if ends and time is not None and "/" not in time.edtf else time


def from_start(time: DateMention | None) -> DateMention | None:
    """Return the day or month itself of "dès septembre", Friday to Sunday of "dès la fin de la semaine prochaine": what
    is held then does not go on for ever."""
    if time is None or not time.text.lower().startswith("dès"):
        return time
    if "fin de la semaine" in time.text.lower() and time.from_ is not None:
        monday = date.fromisoformat(time.from_)
        first, last = (monday + timedelta(days=_FRIDAY)).isoformat(), (monday + timedelta(days=_SUNDAY)).isoformat()
        return time.model_copy(update={"edtf": f"{first}/{last}", "from_": first, "to": last})
    if not time.edtf.endswith("/.."):
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
    if told and time.from_ == time.to and time.from_ and time.from_ < published and _is_aimed_at(context, time):
        return _a_year_later(time)
    weekday = time.text.lower().split(" ")[0] in read_words("weekdays") and (told or _at_a_time(context, time))
    if not weekday or time.from_ is None or time.to is None or time.from_ >= published:
        return time
    if any(character.isdigit() for character in time.text) or "dernier" in time.text:
        return time
    first = (date.fromisoformat(time.from_) + _WEEK).isoformat()
    last = (date.fromisoformat(time.to) + _WEEK).isoformat()
    edtf = first if first == last else f"{first}/{last}"
    return time.model_copy(update={"edtf": edtf, "from_": first, "to": last})


def is_to_come(frame: Frame | None) -> bool:
    """Return whether the verb says that the event is still to take place: "doit avoir lieu jeudi", "va se tenir"."""
    if frame is None or frame.kind != "takes_place":
        return False
    before = frame.verb.doc[max(0, frame.verb.i - _MOVED) : frame.verb.i]
    return any(word.lower_ in {"doit", "doivent", "va", "vont", "devra", "devront"} for word in before)


def since_event(noun: EventNoun, time: DateMention | None) -> DateMention | None:
    """Return the time but where it says since when somebody holds the event: "dirige depuis 2020 le festival"."""
    before = time is not None and time.start < noun.start
    return None if time is not None and before and time.text.lower().startswith("depuis") else time


def opening_days(context: FactContext, noun: EventNoun) -> DateMention | None:
    """Return the days that open the sentence whose subject is the event: "Du 24 au 26 juin, le salon Lumeo revient"."""
    sentence = text_sentence(noun.head)
    first = noun.first
    at_start = [day for day in context.dates if 0 <= day.start - sentence.start_char <= _DU and "/" in day.edtf]
    days = next(iter(at_start), None)
    if days is None or days.end > first.idx or days.grain in {"year", "decade"}:
        return None
    between = [word.text for word in context.doc[context.token_at(days.end).i : first.i]]
    opened = between[:1] == [","] and len(between) <= _TO_SUBJECT
    return days if opened and not any(word.lower() in read_words("event_prepositions") for word in between) else None


def _is_aimed_at(context: FactContext, time: DateMention) -> bool:
    """Return whether "pour" announces a day without a year: "Une grève a été votée pour le 4 septembre"."""
    year = any(word.isdigit() and len(word) == _YEAR for word in time.text.split(" "))
    return not year and context.text[: time.start].endswith("pour ") and any(c.isdigit() for c in time.text)


def _a_year_later(time: DateMention) -> DateMention:
    """Return the same day of the next year; the 29th of February stays."""
    day = date.fromisoformat(time.from_ or "")
    if (day.month, day.day) == (2, 29):
        return time
    later = day.replace(year=day.year + 1).isoformat()
    return time.model_copy(update={"edtf": later, "from_": later, "to": later})
