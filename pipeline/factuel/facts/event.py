"""`event`: something organised, with a date or a place: "le forum se tiendra les 14 et 15 juin à Metz"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence, tokens_among
from factuel.facts.event_frames import Frame, day_right_after, frame_of, opens_sentence, sets_scene, time_of
from factuel.facts.event_gatherings import gatherings
from factuel.facts.event_nouns import EventNoun, event_nouns, named_events
from factuel.facts.event_places import is_venue, place_of
from factuel.facts.event_times import (
    coming,
    end_left_out,
    from_start,
    is_called_off,
    is_next,
    is_over,
    is_to_come,
    moved_to,
    opening_days,
    since_event,
)
from factuel.facts.participants import ACTORS, distinct, entities_between, participant, participants
from factuel.facts.syntax import agents, is_passive, objects, subjects
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import DateMention, EntityRef, Event, Factuality

_ORGANISERS: Final = frozenset({"organisation", "person", "place"})
_DAYS: Final = frozenset({"day", "week"})
_VAGUE: Final = frozenset({"year", "decade"})


def extract(context: FactContext) -> Iterator[Event]:
    """Yield the events that have a time or a place, each name once in a sentence, and the appointments given for an
    event named just before ("ont donné rendez-vous les 14 et 15 juin à Metz")."""
    taken: set[tuple[int, str]] = set()
    for noun in (*event_nouns(context), *named_events(context)):
        event = _read(context, noun)
        key = (text_sentence(noun.head).start, context.text[noun.start : noun.end].casefold())
        if event is not None and key not in taken:
            taken.add(key)
            yield event
    yield from _meetings(context)
    yield from _calls(context)
    yield from gatherings(context)


def _read(context: FactContext, noun: EventNoun) -> Event | None:
    """Return the event where its sentence says that it takes place, or gives it a date of its own."""
    frame = frame_of(noun)
    announced = opens_sentence(noun) if frame is None else frame.kind in {"announces", "calls"} and not is_over(frame)
    announced = announced or is_to_come(frame)
    time = time_of(context, noun, frame)
    if announced:
        time = coming(context, time, told=frame is not None or is_next(noun))
    place = place_of(context, noun, frame)
    moved = moved_to(context, noun) if frame is not None else None
    time = moved or since_event(noun, end_left_out(frame, from_start(time)))
    if frame is not None:
        return _record(context, noun, frame, time, place) if _is_told(noun, frame, time, place) else None
    if noun.weak == "body" or read_words("event_asides") & set(context.text[noun.start : noun.end].lower().split(" ")):
        return None
    if noun.head.dep_ == "obj" and noun.head.head.pos_ == "VERB" and noun.named is None:
        return None
    if (days := opening_days(context, noun)) is not None and noun.weak not in {"name", "body", "3", "4"}:
        return _record(context, noun, None, days, place)
    return _read_bare(context, noun, time, place) if not is_venue(noun) else None


def _read_bare(
    context: FactContext, noun: EventNoun, time: DateMention | None, place: EntityRef | None
) -> Event | None:
    """Return the event of which no verb says that it takes place, where it has a day of its own or sets the scene."""
    own = day_right_after(context, noun)
    if opens_sentence(noun) and time is not None and time.grain not in _VAGUE:
        return _record(context, noun, None, time, place)
    if noun.weak == "1" and own is not None and own.grain in _DAYS and not _is_possessed(noun):
        return _record(context, noun, None, own, place)
    sure = noun.weak == "0" or (noun.named is not None and noun.weak not in {"name", "body", "3"})
    if sure and own is not None and (own.grain not in _VAGUE or noun.named is not None):
        return _record(context, noun, None, own, place)
    if sure and sets_scene(noun) and (time is not None or place is not None) and _is_dated(noun, time):
        return _record(context, noun, None, time, place)
    return None


def _is_told(noun: EventNoun, frame: Frame, time: DateMention | None, place: EntityRef | None) -> bool:
    """Return whether what the verb says makes an event of the word, and gives it a date or a place."""
    if frame.kind == "attends":
        return noun.weak in {"0", "1"} and (time is not None or (noun.named is not None and place is not None))
    if frame.kind == "wins":
        return noun.named is not None and noun.weak != "name" and time is not None and time.grain in _DAYS
    if frame.kind == "calls":
        return noun.weak in {"1", "4"} and time is not None
    if noun.weak == "body":
        held = frame.verb.lower_ == "lieu" or frame.verb.lower_.startswith(("tiendr", "dérouler"))
        between = frame.verb.doc[noun.named.end if noun.named is not None else noun.head.i : frame.verb.i - 1]
        held = held and not any(word.pos_ in {"AUX", "VERB"} or word.lower_ in {"dont", "qui"} for word in between)
        return held and frame.kind == "takes_place" and time is not None and time.grain in _DAYS
    if noun.weak == "name":
        said = frame.kind in {"takes_place", "announces", "cancels"} and not objects(frame.verb)
        return said and time is not None and time.grain not in _VAGUE
    if noun.weak == "3" or (noun.weak == "4" and noun.named is None):
        return frame.kind != "organises" and time is not None and time.grain not in _VAGUE
    return time is not None or place is not None


def _is_dated(noun: EventNoun, time: DateMention | None) -> bool:
    return noun.named is not None or (time is not None and time.grain not in _VAGUE)


def _is_possessed(noun: EventNoun) -> bool:
    before = noun.head.doc[max(0, noun.head.i - 2) : noun.head.i]
    return any(word.lower_ in {"sa", "son", "ses", "leur", "leurs", "ma", "mon"} for word in before)


def _record(
    context: FactContext, noun: EventNoun, frame: Frame | None, time: DateMention | None, place: EntityRef | None
) -> Event:
    text = context.text[noun.start : noun.end]
    anchor = frame.verb if frame is not None else noun.head
    parts = (text, time.edtf if time else "", place.name if place else "")
    confidence = 0.8 if frame is not None else 0.6
    common = context.common("event", noun.start, noun.end, anchor, *parts, confidence=confidence)
    common["time"], common["place"] = time, place
    common["factuality"] = _factuality(context, noun, frame, time, common["factuality"])
    organiser = _organiser(context, noun, frame)
    return Event(**common, name=text, participants=_participants(context, frame), organiser=organiser)


def _factuality(
    context: FactContext, noun: EventNoun, frame: Frame | None, time: DateMention | None, said: Factuality
) -> Factuality:
    """Return "negated" for what is put off or called off, "planned" for what is announced or dated after the page."""
    sentence = text_sentence(noun.head)
    cancelled = any(
        row["frame"] == "cancels"
        for word in sentence[noun.head.i - sentence.start :]
        if (row := verb_forms("event_verbs").get(word.lower_)) is not None
    )
    stopped = frame is not None and (frame.kind in {"cancels", "announces"} or is_called_off(frame, noun))
    if cancelled and stopped:
        return "planned" if moved_to(context, noun) is not None else "negated"
    published = (context.article.published or "")[:10]
    later = bool(published and time is not None and time.from_ is not None and time.from_ > published)
    if frame is not None and frame.kind == "calls":
        return "planned"
    if frame is None and said in {"negated", "hypothetical", "conditional"}:
        said = "asserted"
    if said == "conditional" and later:
        return "planned"
    announced = frame is not None and frame.kind == "announces" and (later or not published)
    return "planned" if said == "asserted" and (announced or later) else said


def _organiser(context: FactContext, noun: EventNoun, frame: Frame | None) -> EntityRef | None:
    sentence = text_sentence(noun.head)
    for word in sentence[noun.head.i - sentence.start :]:
        row = verb_forms("event_verbs").get(word.lower_)
        if row is None or row["frame"] not in {"organises", "holds"} or word.i + 1 >= sentence.end:
            continue
        if word.nbor().lower_ in {"par", "by"}:
            found = entities_between(context, word.idx, sentence.end_char, frozenset({"organisation", "person"}))
            return found[0] if found else None
    if frame is None or frame.kind not in {"organises", "holds", "calls"}:
        return None
    words = agents(frame.verb) if is_passive(frame.verb) else subjects(frame.verb)
    return next((who for word in words if (who := _organising(context, word))), None)


def _organising(context: FactContext, word: Token) -> EntityRef | None:
    """Return who organises; a place only where it is itself the subject ("Lens accueille")."""
    who = participant(context, word, _ORGANISERS)
    entity = context.index.by_id.get(who.entity_id or "") if who is not None else None
    return who if entity is not None and (entity.type != "place" or word.ent_type_ == "LOC") else None


def _participants(context: FactContext, frame: Frame | None) -> tuple[EntityRef, ...]:
    if frame is None or frame.kind != "attends":
        return ()
    return tuple(distinct(participants(context, subjects(frame.verb), ACTORS)))


def _meetings(context: FactContext) -> Iterator[Event]:
    """ "Ils avaient donné rendez-vous les 14 et 15 juin à Metz": the event named in the sentences before."""
    for token in tokens_among(context.doc, {"rendez-vous", "rendez"}):
        if token.i == 0:
            continue
        if not any(word.lower_.startswith("donn") for word in context.doc[max(0, token.i - 3) : token.i]):
            continue
        sentence = text_sentence(token)
        later = [day for day in context.dates if token.idx < day.start < sentence.end_char]
        if later:
            named = _named_before(sentence)
            name = named.text if named is not None else "rendez-vous"
            common = context.common("event", token.idx, token.idx + len(token), token, name, confidence=0.6)
            common["time"] = later[0]
            yield Event(**common, name=name)


def _named_before(sentence: Span) -> Span | None:
    before = text_sentence(sentence.doc[sentence.start - 1]) if sentence.start else None
    names = [span for span in names_in(before) if span.label_ == "MISC"] if before is not None else []
    return names[-1] if names else None


def _calls(context: FactContext) -> Iterator[Event]:
    """ "Le syndicat appelle à manifester samedi à Lens": a gathering said by its verb, with a date."""
    names = {row["form"]: row["name"] for row in read_lexicon("event_calls")}
    for token in tokens_among(context.doc, names.keys()):
        before = [word.lower_ for word in context.doc[max(0, token.i - 5) : token.i]]
        if not any(word.startswith(("appel", "invit")) for word in before):
            continue
        noun = EventNoun(token, None, "1", token.idx, token.idx + len(token))
        time = coming(context, time_of(context, noun, None), told=True)
        if time is not None:
            yield _call(context, noun, names[token.lower_], time)


def _call(context: FactContext, noun: EventNoun, name: str, time: DateMention) -> Event:
    start, end = noun.start, noun.end
    common = context.common("event", start, end, noun.head, name, time.edtf, confidence=0.7, factuality="planned")
    common["time"], common["place"] = time, place_of(context, noun, None)
    calling = next((w for w in reversed(context.doc[: noun.head.i]) if w.lower_.startswith(("appel", "invit"))), None)
    who = [found for word in subjects(calling) if (found := _organising(context, word))] if calling is not None else []
    return Event(**common, name=name, organiser=who[0] if who else None)
