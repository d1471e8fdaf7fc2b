"""What is said of an event: that it takes place, that somebody holds, attends or calls for it; and when.

Read from the parse where the event is an argument of the verb, else from the words between the two: the parser ties
the words of press prose to others in about one sentence out of five.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.event_bounds import is_said_after
from factuel.facts.event_nouns import EventNoun, quoted_title
from factuel.facts.syntax import governing_verb, has_feature, is_finite
from factuel.models import read_words, verb_forms
from factuel.records import DateMention

_ENDS: Final = frozenset({";", ":", "»", "«"})
_AFTER: Final = 16
_BEFORE: Final = 16
_AFTER_NOUN: Final = frozenset({"takes_place", "announces", "cancels"})
_HOLDS: Final = frozenset({"organises", "holds"})
_HELD: Final = frozenset({"tient", "tiennent", "tiendra", "tiendront", "tenait", "tenaient", "tint", "tenir"})
_SHOWN: Final = frozenset({"présenté", "présentée", "présentés", "présentées"})


@dataclass(frozen=True)
class Frame:
    """The verb that says something of an event, and what it says (column `frame` of `event_verbs`)."""

    verb: Token
    kind: str


def frame_of(noun: EventNoun) -> Frame | None:
    """Return what is said of the event: by a verb after it that it takes place, else by a verb before it of which it
    is the object ("organise un salon", "aura lieu un concert", "participe au salon")."""
    return _after(noun) or _before(noun)


def _after(noun: EventNoun) -> Frame | None:
    forms, sentence = verb_forms("event_verbs"), text_sentence(noun.head)
    title = quoted_title(noun.head) if noun.named is None else None
    last = noun.named.end if noun.named is not None else title[0] if title is not None else noun.head.i + 1
    passing = _is_governed(noun) and not _follows_part(noun)
    for word in noun.head.doc[last : min(last + _AFTER, sentence.end)]:
        row = forms.get(word.lower_)
        verbal = word.pos_ in {"VERB", "AUX", "ADJ"} or word.lower_ == "lieu"
        if word.lower_ in _SHOWN and noun.head.lower_ in read_words("event_words") and verbal and not _has_avoir(word):
            return Frame(word, "takes_place") if not passing else None
        if row is not None and verbal and row["frame"] in {*_AFTER_NOUN, *_HOLDS}:
            kind = _kind_after(word, row["frame"])
            if kind is not None and (not passing or _modifies(word, noun)):
                return Frame(word, kind)
        if (word.text in _ENDS and last + 1 < word.i) or (is_finite(word) and not _opens(word, sentence.end)):
            return None
    return None


def _opens(word: Token, end: int) -> bool:
    """Return whether a finite verb only opens that of the event: "doit se tenir", "a, cette année, lieu"."""
    forms = verb_forms("event_verbs")
    for after in word.doc[word.i + 1 : min(word.i + 6, end)]:
        if after.lower_ in forms and (after.lower_ == "lieu" or has_feature(after, "VerbForm", "Inf")):
            return True
        if after.pos_ in {"NOUN", "PROPN"}:
            return False
    return False


def _kind_after(verb: Token, frame: str) -> str | None:
    """Return what a verb after the event says of it; null for an active verb of organising, whose subject it is not."""
    if frame in _HOLDS:
        passive = has_feature(verb, "VerbForm", "Part") and has_feature(verb, "Tense", "Past")
        return "takes_place" if passive and not _has_avoir(verb) else None
    reflexive = verb.lower_ not in _HELD or bool({"se", "s'", "s’"} & {w.lower_ for w in _left(verb, 3)})
    return frame if reflexive else None


def _has_avoir(verb: Token) -> bool:
    left = [word.lower_ for word in _left(verb, 4)]
    return bool({"a", "ont", "avait", "avaient", "aura", "auront"} & set(left)) and not {"été", "lieu"} & set(left)


def _left(word: Token, reach: int) -> list[Token]:
    return list(word.doc[max(text_sentence(word).start, word.i - reach) : word.i])


def _modifies(verb: Token, noun: EventNoun) -> bool:
    """Return whether the verb is a participle or a relative clause of the event itself: "au salon, tenu à Lens"."""
    start = next((word.i for word in noun.head.doc[noun.head.i + 1 : verb.i] if word.idx >= noun.end), verb.i)
    between = [word for word in noun.head.doc[start : verb.i] if word.text != ","]
    opening = next((word.i for word in between if word.lower_ in {"qui", "dont"}), None)
    relative = opening is not None and not any(w.pos_ in {"NOUN", "PROPN"} for w in between if w.i < opening)
    if relative and opening is not None and verb.doc[opening].lower_ == "dont":
        own = [w.lower_ for w in between if w.i > opening and w.pos_ == "NOUN"]
        relative = not own or own[0] in read_words("event_parts")
    bare = has_feature(verb, "VerbForm", "Part") and not any(word.pos_ in {"AUX", "VERB"} for word in between)
    return relative or (bare and len(between) <= 4)


def _before(noun: EventNoun) -> Frame | None:
    """Return the verb before the event whose object it is, with no other finite verb between."""
    forms, first = verb_forms("event_verbs"), noun.first
    for word in reversed(_left(first, _BEFORE)):
        row = forms.get(word.lower_)
        if row is not None and (word.pos_ in {"VERB", "AUX"} or word.lower_ == "lieu"):
            return _kind_before(noun, word, row["frame"])
        if _counts_people(word):
            return _kind_before(noun, word, "gathers")
        if word.text in _ENDS - {"«"} or is_finite(word):
            return None
    return None


def _counts_people(verb: Token) -> bool:
    """ "Ils étaient près de 200, jeudi, pour l'inauguration"."""
    after = verb.doc[verb.i + 1 : verb.i + 5]
    return verb.lower_ in {"étaient", "seront", "sont"} and any(word.like_num for word in after)


def _kind_before(noun: EventNoun, verb: Token, frame: str) -> Frame | None:
    if frame == "attends":
        return Frame(verb, "attends") if _is_set(noun) else None
    if frame == "calls":
        return Frame(verb, "calls") if _is_governed(noun) else None
    if frame == "gathers" or (verb.lower_.startswith("réuni") and _preposition(noun) in {"en", "pour"}):
        return Frame(verb, "takes_place") if _preposition(noun) in {"en", "pour", "lors"} else None
    if _is_governed(noun) and not _part_is_object(noun, verb):
        return None
    if frame in {*_HOLDS, "cancels", "announces"} or (frame == "wins" and noun.named is not None):
        return Frame(verb, frame)
    if frame == "takes_place" and {"lieu", "où"} & {w.lower_ for w in [verb, *_left(verb, 4)]}:
        return Frame(verb, frame)
    return Frame(verb, "holds") if verb.lower_ in _HELD or verb.lower_ in {"tenu", "présenté"} else None


def _part_is_object(noun: EventNoun, verb: Token) -> bool:
    """ "accueille la quatrième édition du salon": the part, edition or stage, is the verb's object."""
    between = noun.head.doc[verb.i + 1 : noun.head.i]
    part = next((word for word in between if word.lower_ in read_words("event_parts")), None)
    near = between[max(0, part.i - verb.i - 5) : part.i - verb.i - 1] if part is not None else ()
    return part is not None and not any(word.lower_ in read_words("event_prepositions") for word in near)


def _follows_part(noun: EventNoun) -> bool:
    """Return whether the event completes an edition or a stage of itself: "la 12e édition du festival aura lieu"."""
    first = noun.first
    before = [word.lower_ for word in first.doc[max(0, first.i - 3) : first.i]]
    return bool({"de", "du", "des", "d'"} & set(before)) and bool(read_words("event_parts") & set(before))


def _is_governed(noun: EventNoun) -> bool:
    """Return whether the event completes a preposition: "proposera à l'assemblée" organises none; "Des" that opens a
    sentence is an article."""
    first = noun.first
    if first.i - text_sentence(first).start <= 1 and first.i and first.nbor(-1).text == "Des":
        return False
    return _preposition(noun) in read_words("event_prepositions")


def _is_set(noun: EventNoun) -> bool:
    return _preposition(noun) in {"à", "au", "aux", "lors", "sur"} or sets_scene(noun)


def _preposition(noun: EventNoun) -> str:
    first = noun.first
    at = first.i - 1
    while at > 0 and (first.doc[at].pos_ in {"ADJ", "NUM"} or first.doc[at].lower_ in {"la", "le", "l'", "l’", "les"}):
        at -= 1
    while at > 0 and first.doc[at].pos_ == "DET" and first.doc[at].lower_ not in read_words("event_prepositions"):
        at -= 1
    return first.doc[at].lower_ if at >= 0 else ""


def sets_scene(noun: EventNoun) -> bool:
    """Return whether the event is where or when something else happens: "lors du congrès", "en marge du salon"."""
    first = noun.first
    if not _is_governed(noun):
        return False
    for word in reversed(_left(first, 4)):
        if word.lower_ in read_words("scene_words"):
            return True
        if word.pos_ == "NOUN" and word.lower_ not in read_words("event_parts") | read_words("event_words"):
            return False
    return False


def time_of(context: FactContext, noun: EventNoun, frame: Frame | None) -> DateMention | None:
    """Return the date of the event: the first after it, else the last before it, with no other finite verb between."""
    sentence = text_sentence(noun.head)
    verb = frame.verb if frame is not None else governing_verb(noun.head) if sets_scene(noun) else None
    dates = [date for date in context.dates if sentence.start_char <= date.start < sentence.end_char]
    later = [date for date in dates if date.start > noun.head.idx and _free_between(context, noun, date, verb)]
    if later:
        return later[0] if later[0].grain == "day" else next((date for date in later if date.grain == "day"), later[0])
    before = next((date for date in reversed(dates) if date.start < noun.head.idx), None)
    allowed = verb is not None and before is not None and _free_between(context, noun, before, verb)
    return before if allowed else None


def day_right_after(context: FactContext, noun: EventNoun) -> DateMention | None:
    """Return the date that follows the event's name at once: "la réunion de jeudi", "le salon, du 14 au 16 mai"."""
    last = context.token_at(max(noun.end - 1, noun.start)).i + 1
    for date in context.dates:
        if date.start < noun.end:
            continue
        first = context.token_at(date.start).i
        between = noun.head.doc[last:first]
        tied = all(word.pos_ in {"ADP", "DET", "PUNCT"} or word.ent_type_ == "LOC" for word in between)
        broken = any(word.text in {".", ";"} or word.is_space for word in between)
        return date if len(between) <= 5 and tied and not broken else None
    return None


def _free_between(context: FactContext, noun: EventNoun, date: DateMention, verb: Token | None) -> bool:
    at = context.token_at(date.start).i
    last_word = context.token_at(max(noun.end - 1, noun.start)).i
    low, high = (last_word, at) if at > noun.head.i else (at, noun.head.i)
    last = max(noun.head.i, verb.i) if verb is not None and at > noun.head.i else low
    between = noun.head.doc[low + 1 : high]
    broken = any(word.text in _ENDS for word in between[1:]) or any(is_said_after(word) for word in between)
    others = [w for w in between if is_finite(w) and w != verb and not _serves(w, verb) and not _tells(noun, w)]
    return high - last <= _AFTER and not broken and not others


def _tells(noun: EventNoun, verb: Token) -> bool:
    """Return whether the event is the subject of the verb, and its date so that of the event."""
    return noun.head.head == verb and noun.head.dep_.startswith("nsubj")


def _serves(word: Token, verb: Token | None) -> bool:
    """Return whether the word is a finite verb that the event's verb completes ("doit se tenir")."""
    if verb is None or not word.i < verb.i <= word.i + 4:
        return False
    return has_feature(verb, "VerbForm", "Inf") or verb.lower_ == "lieu"


def opens_sentence(noun: EventNoun) -> bool:
    """Return whether the noun begins a sentence without a verb: "Prochaine réunion le 12 mars, salle Armor."."""
    sentence = text_sentence(noun.head)
    end = next((word.i for word in sentence if word.text == ";" and word.i > noun.head.i), sentence.end)
    part = sentence.doc[sentence.start : end]
    words = [word for word in part if not word.is_punct and not word.is_space]
    return noun.head.i in [word.i for word in words[:2]] and not any(has_feature(w, "VerbForm", "Fin") for w in part)
