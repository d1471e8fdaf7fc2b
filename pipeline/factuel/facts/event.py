"""`event`: something organised, with a date or a place: "le forum se tiendra les 14 et 15 juin à Metz"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.event_frames import in_passing, is_organising, is_other_sense, near_frame, near_time, opens_sentence
from factuel.facts.participants import ACTORS, distinct, entities_between, participant, participants
from factuel.facts.syntax import agents, ancestors, governing_verb, is_passive, phrase_bounds, subjects
from factuel.models import read_words, verb_forms
from factuel.records import DateMention, EntityRef, Event

_ORGANISERS: Final = frozenset({"organisation", "person", "place"})


def extract(context: FactContext) -> Iterator[Event]:
    """Yield the events that have a time or a place, each name once in a sentence, and the appointments given for an
    event named just before ("ont donné rendez-vous les 14 et 15 juin à Metz")."""
    last_named: Span | None = None
    for sentence in context.doc.sents:
        names = [span for span in sentence.ents if span.label_ == "MISC" and _heads_event(span)]
        yield from _in_sentence(context, sentence, names)
        if not names:
            yield from _meeting(context, sentence, last_named)
        last_named = names[-1] if names else last_named


def _heads_event(span: Span) -> bool:
    words = read_words("event_words")
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before in words or any(token.lower_ in words for token in span)


def _in_sentence(context: FactContext, sentence: Span, names: list[Span]) -> Iterator[Event]:
    taken: set[str] = set()
    strong = read_words("event_words", weak="0")
    for token in sentence:
        if token.lower_ not in read_words("event_words") or token.pos_ not in {"NOUN", "PROPN", "ADJ", "X"}:
            continue
        if (
            token.ent_type_ in {"LOC", "ORG", "PER"}
            or token.lower_ in read_words("site_nouns")
            or is_other_sense(token)
        ):
            continue
        named = next((span for span in names if span.start - 1 <= token.i < span.end), None)
        if named is None and token.lower_ in _within_names() and not _first_stone(token):
            continue
        if named is None and token.i > 2 and "dont" in [w.lower_ for w in context.doc[token.i - 3 : token.i]]:
            named = next((span for span in reversed(names) if span.end <= token.i), None)
        frame = _frame(token) or near_frame(token)
        if in_passing(context, token, named, frame):
            continue
        time = near_time(context, token, frame[0] if frame else None)
        alone = named is not None or token.lower_ in strong or (time is not None and opens_sentence(token))
        if frame is None and not alone:
            continue
        event = _record(context, token, named, frame, time)
        if event is not None and event.name.casefold() not in taken:
            taken.add(event.name.casefold())
            yield event


def _within_names() -> frozenset[str]:
    return read_words("event_words", weak="2") | read_words("event_words", weak="3")


def _first_stone(token: Token) -> bool:
    return token.lower_ == "pierre" and token.i > 0 and token.nbor(-1).lower_ == "première"


def _frame(token: Token) -> tuple[Token, str] | None:
    """Return the verb of taking place or organising that the event's noun depends on or is modified by."""
    forms = verb_forms("event_verbs")
    near = [
        *(current for current in ancestors(token) if current != token),
        *(c for c in token.children if c.dep_ in {"acl", "acl:relcl"}),
    ]
    for verb in near[:4]:
        row = forms.get(verb.lower_)
        if row is not None and verb.pos_ in {"VERB", "AUX"}:
            return verb, row["frame"]
        if verb.pos_ == "VERB" and any(child.lower_ == "lieu" for child in verb.children):
            return verb, "takes_place"
    return None


def _record(
    context: FactContext, token: Token, named: Span | None, frame: tuple[Token, str] | None, time: DateMention | None
) -> Event | None:
    start, end = (_named_start(token, named), named.end_char) if named is not None else _name_bounds(context, token)
    anchor = frame[0] if frame else token
    text = context.text[start:end]
    common = context.common("event", start, end, anchor, text, confidence=0.75 if frame else 0.6)
    common["place"] = common["place"] or _venue(context, token.sent)
    anchors = [token, *([frame[0]] if frame else [])]
    apart = time is None and not any(_same_clause(context, word, common["time"]) for word in anchors)
    common["time"] = time or (None if apart and named is None else common["time"])
    if common["time"] is None and (common["place"] is None or frame is None):
        return None
    verb_organiser = _organiser(context, token, frame)
    common["id"] = context.fact_id(
        "event", text, common["time"].edtf if common["time"] else "", common["place"].name if common["place"] else ""
    )
    return Event(**common, name=text, participants=_participants(context, frame), organiser=verb_organiser)


def _named_start(token: Token, named: Span) -> int:
    return token.idx if token.i == named.start - 1 else named.start_char


def _same_clause(context: FactContext, token: Token, time: DateMention | None) -> bool:
    return time is not None and governing_verb(token) == governing_verb(context.token_at(time.start))


def _name_bounds(context: FactContext, token: Token) -> tuple[int, int]:
    """Bound the event's name: its noun with adjectives and "de" complements, before any date, place or verb."""
    start, end = phrase_bounds(token)
    cuts = [date.start for date in context.dates if start < date.start < end]
    cuts += [
        child.idx
        for child in token.subtree
        if child.idx > token.idx
        and (child.pos_ in {"VERB", "AUX"} or child.lower_ in {"à", "au", "aux", "en", "by", "par"})
    ]
    end = min([end, *cuts])
    if context.token_at(start).pos_ not in {"ADJ", "NOUN", "NUM", "PROPN"}:
        start = token.idx
    words = context.text[start:end].rstrip(" ,;(")
    trimmed = (
        words.removesuffix(" le")
        .removesuffix(" du")
        .removesuffix(" des")
        .removesuffix(" les")
        .removesuffix(" de")
        .rstrip(" ,;")
    )
    return start, start + len(trimmed)


def _organiser(context: FactContext, token: Token, frame: tuple[Token, str] | None) -> EntityRef | None:
    for child in token.subtree:
        if child.lower_ in {"by", "par"} and child.i > 0 and is_organising(child.nbor(-1)):
            found = entities_between(context, child.idx, token.sent.end_char, frozenset({"organisation", "person"}))
            if found:
                return found[0]
    if frame is None or frame[1] != "organises":
        return None
    verb = frame[0]
    words = agents(verb) if is_passive(verb) else subjects(verb)
    return next((who for word in words if (who := participant(context, word, _ORGANISERS))), None)


def _participants(context: FactContext, frame: tuple[Token, str] | None) -> tuple[EntityRef, ...]:
    if frame is None or frame[1] != "attends":
        return ()
    return tuple(distinct(participants(context, subjects(frame[0]), ACTORS)))


def _meeting(context: FactContext, sentence: Span, named: Span | None) -> Iterator[Event]:
    """ "Ils avaient donné rendez-vous les 14 et 15 juin à Metz": the event named in the sentences before."""
    token = next((word for word in sentence if word.lower_ in {"rendez-vous", "rendez"}), None)
    if token is None or not any(word.lower_.startswith("donn") for word in context.doc[max(0, token.i - 3) : token.i]):
        return
    name = named.text if named is not None and named.end >= sentence.start - 60 else "rendez-vous"
    common = context.common("event", token.idx, token.idx + len(token), token, name, confidence=0.6)
    later = [date for date in context.dates if token.idx < date.start < sentence.end_char]
    if later:
        common["time"] = later[0]
    if common["time"] is not None:
        yield Event(**common, name=name)


def _venue(context: FactContext, sentence: Span) -> EntityRef | None:
    """ "à l'hôtel de Région", "au palais des congrès": a venue that a preposition of place introduces."""
    for token in sentence:
        before = [word.lower_ for word in context.doc[max(sentence.start, token.i - 2) : token.i]]
        if token.lower_ in read_words("venue_nouns") and {"à", "au", "dans"} & set(before):
            entity = context.index.entity_at(token.idx, token.idx + len(token))
            if entity is not None:
                return context.index.ref(entity)
            start, end = phrase_bounds(token)
            return EntityRef(entity_id=None, name=context.text[start:end])
    return None
