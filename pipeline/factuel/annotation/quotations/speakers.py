"""Who speaks: the noun phrase after an inverted verb, as characters, and which nouns may speak."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from factuel.annotation.quotations.appositions import name_at
from factuel.annotation.quotations.forms import has_finite_verb, plain
from factuel.annotation.quotations.lexicon import may_say, words
from factuel.annotation.quotations.phrases import NOMINAL, noun_phrase, phrase_end, speaker_of
from factuel.annotation.quotations.value import Speaker

_SPEAKING_NAMES: Final = frozenset({"PER", "ORG", "LOC"})
_MAX_SKIPPED: Final = 14
_MAX_MODIFIERS: Final = 6


def speaker_after(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the first noun phrase between tokens `i` and `limit` that no preposition introduces.

    Adverbs, dates and complements ("hier", "à l'AFP") may stand before it.
    """
    start, end = i, min(limit, i + _MAX_SKIPPED)
    while i < end:
        token = doc[i]
        if (token.ent_iob_ == "B" and token.ent_type_ != "MISC") or token.text in words("title"):
            return noun_phrase(doc, i, limit)
        if (after := _adverbial_end(doc, i, end, limit)) is not None:
            i = after
        elif token.pos_ == "ADP" and plain(token) not in {"d'", "des"}:
            i = _complement_end(doc, i + 1, limit)
        elif token.pos_ in NOMINAL or token.pos_ == "PRON" or plain(token) == "l'":
            after = _skip_time(doc, i, limit)
            if after == i:
                return pronoun_at(doc, i, limit) or noun_phrase(doc, i, limit)
            i = after
        elif token.pos_ == "ADV" or plain(token) in words("time") or token.is_space:
            i += 1
        elif token.text == "," and (after_comma := _interposed(doc, i, start, limit)):
            i = after_comma
        else:
            return None
    return None


def _adverbial_end(doc: Doc, i: int, end: int, limit: int) -> int | None:
    """Return the token after "lors de …", "d'une voix blanche" or "d'emblée" that begins at token `i`."""
    form, following = plain(doc[i]), doc[i + 1] if i + 1 < end else None
    if following is None:
        return None
    if form == "lors" and following.pos_ in {"ADP", "DET"}:
        return _complement_end(doc, i + 2, limit)
    if form == "d'" and plain(following) in {"un", "une"}:
        return _complement_end(doc, i + 1, limit)
    return i + 2 if form == "d'" and plain(following) in words("after_d") else None


def _interposed(doc: Doc, comma: int, start: int, limit: int) -> int | None:
    """Return the token after a comma that sets apart what stands between a verb and its subject, or the last one of
    these: "a expliqué mardi, lors d'une réunion, Paul Roux", "se souvient, la voix tremblante, Paul Roux"."""
    i = comma + 1
    if i >= limit:
        return None
    if doc[i].pos_ in {"ADP", "ADV"} or plain(doc[i]) in words("time"):
        return i
    following = next((j for j in range(i, min(limit, i + _MAX_MODIFIERS)) if doc[j].text == ","), None)
    if following is not None and following + 1 < limit and _is_aside(doc, i, following):
        return following + 1
    if comma > start and (doc[i].ent_type_ in {"PER", "ORG"} or doc[i].pos_ == "DET" or doc[i].text in words("title")):
        return i
    return None


def _is_aside(doc: Doc, i: int, comma: int) -> bool:
    """Do tokens `i` to `comma` say how somebody speaks, and is the subject next: ", amer, la patronne", ", la gorge
    serrée, Paul Roux"?"""
    following = doc[comma + 1]
    if doc[i].ent_type_ or has_finite_verb(doc[i:comma]):
        return False
    if following.ent_type_ == "PER" or following.text in words("title"):
        return True
    if following.pos_ != "DET" and following.ent_type_ != "ORG":
        return False
    return doc[i].pos_ != "DET" or not can_speak(doc, speaker_of(doc, i, comma, "noun"))


def _complement_end(doc: Doc, i: int, limit: int) -> int:
    """Return the token after the complement that begins at `i` ("en privé" ends before a determiner); a person whom
    nothing ties to it is not in it."""
    end = phrase_end(doc, i, limit)
    if i + 1 < end and doc[i].pos_ == "ADJ" and (doc[i + 1].pos_ == "DET" or doc[i + 1].ent_iob_ == "B"):
        return i + 1
    for j in range(i + 1, end):
        if doc[j].ent_iob_ != "B" or doc[j - 1].pos_ in {"ADP", "DET"}:
            continue
        if doc[j].ent_type_ == "PER" or (doc[j].ent_type_ == "MISC" and doc[j - 1].is_lower and doc[j].is_title):
            return j
    return end


def _skip_time(doc: Doc, i: int, limit: int) -> int:
    """Return the token after the noun phrase at `i` when it is a date ("mardi matin", "la semaine dernière")."""
    j = i
    while j < limit and (doc[j].pos_ in {"DET", "NUM", "ADJ"} or plain(doc[j]) in words("time")):
        if plain(doc[j]) in words("time"):
            j += 1
            while j < limit and (plain(doc[j]) in words("time") or doc[j].pos_ in {"ADJ", "NUM"} or doc[j].like_num):
                j += 1
            return j
        j += 1
    return i


def pronoun_at(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the pronoun at token `i` that stands for a speaker: "il", "celle-ci", "ce dernier"."""
    token = doc[i]
    form = plain(token)
    if form in words("opaque"):
        return None
    last = i + 1
    if form in words("pronoun"):
        while last < limit and doc[last].lower_ in {"-ci", "-là"}:
            last += 1
        return speaker_of(doc, i, last, "pronoun")
    if form in {"celui", "celle", "ceux", "celles"} and last < limit:
        if plain(doc[last]) in words("relative_pronoun"):
            return speaker_of(doc, i, last, "pronoun")
        while last < limit and plain(doc[last]) in {"", "ci", "là"}:
            last += 1
        return speaker_of(doc, i, last, "pronoun") if last > i + 1 else None
    if form in {"ce", "cette", "ces"} and last < limit and plain(doc[last]).startswith("dern"):
        return speaker_of(doc, i, last + 1, "pronoun")
    return None


def last_named(doc: Doc, first: int, last: int) -> Speaker | None:
    """Return the person, else the organisation, named last among the tokens `first` to `last`, where none is the
    subject: "Même constat chez Paul Roux, le maire"."""
    names = [name for i in range(first, last) if doc[i].ent_iob_ == "B" and (name := name_at(doc, i)) is not None]
    for label in ("PER", "ORG"):
        found = [name for name in names if name.label_ == label and name.end <= last]
        if found:
            return speaker_of(doc, found[-1].start, found[-1].end, "name")
    return None


def can_speak(doc: Doc, speaker: Speaker) -> bool:
    """Is the speaker a name, a pronoun, or a noun of those that may say something?"""
    if speaker.kind == "pronoun":
        return True
    span = doc.char_span(speaker.start, speaker.end, alignment_mode="expand")
    if speaker.kind == "name":
        return span is None or span[0].ent_type_ != "MISC"
    noun = next((token for token in span or () if token.pos_ in {"NOUN", "PROPN", "VERB"} or token.ent_type), None)
    if noun is None and span is not None and any(plain(token) in words("some") for token in span):
        return True
    if noun is None and span is not None and len(span) > 1 and span[0].pos_ == "DET" and span[1].pos_ == "ADJ":
        noun = span[1]
    if noun is None:
        return False
    return may_say(noun.lower_) or noun.ent_type_ in _SPEAKING_NAMES or noun.pos_ == "PROPN"
