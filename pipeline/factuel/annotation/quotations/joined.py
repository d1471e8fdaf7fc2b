"""Verbs joined to a verb of saying before them in their sentence: "X affirme que … et demande …", "…, précisant …"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.cues import VerbCue, verb_cue
from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import verbs
from factuel.annotation.quotations.phrases import CLITICS
from factuel.annotation.quotations.saying import is_cue_verb
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.subjects import subject_before_comma, subject_of
from factuel.annotation.quotations.value import Speaker
from factuel.annotation.quotations.voices import place_after, place_before

_THAT: Final = frozenset({"que", "qu'", "qu"})
_SAYING: Final = frozenset({"que", "direct", "phrase"})
_JOINING: Final = frozenset({"et", "puis", "mais"})


def subject_of_cue(layout: Layout, token: Token, cue: VerbCue) -> Speaker | None:
    """Return who says what the cue, whose main word is `token`, reports: its subject, when this can speak, else who
    says the first thing of the sentence, when the cue is joined to it."""
    first = layout.token_from(layout.sentence(token.idx)[0])
    speaker = subject_of(token if cue.bearer is None else layout.doc[cue.bearer], cue.first, first)
    return checked(layout, speaker, token, cue)


def _apposed_to(layout: Layout, speaker: Speaker, first: int) -> Speaker | None:
    """Return who is before a bare noun between commas: X of "X, propriétaire du port, se dit prêt"."""
    at = layout.token_from(speaker.start)
    bare = speaker.kind == "noun" and at > first and layout.doc[at - 1].text == "," and layout.doc[at].pos_ == "NOUN"
    return subject_before_comma(layout.doc, first, at - 1) if bare else None


def checked(layout: Layout, speaker: Speaker | None, token: Token, cue: VerbCue) -> Speaker | None:
    """Return the subject found for a cue, or that of the cue it is joined to when it cannot speak; None when neither
    can."""
    first = layout.token_from(layout.sentence(token.idx)[0])
    if speaker is not None and can_speak(layout.doc, speaker) and not _is_elses(layout, speaker, token, cue):
        return _apposed_to(layout, speaker, first) or speaker
    before = _subject_of_first(layout, token, cue) or _place(layout, token, cue, first)
    comma = cue.first - 1
    while comma > first and plain(layout.doc[comma]) in CLITICS:
        comma -= 1
    if before is None and comma > first and (layout.doc[comma].text == "," or plain(layout.doc[comma]) in _JOINING):
        before = subject_before_comma(layout.doc, first, comma)
    if before is not None:
        return before
    return speaker if speaker is not None and can_speak(layout.doc, speaker) else None


def _place(layout: Layout, token: Token, cue: VerbCue, first: int) -> Speaker | None:
    """Return who is meant by "on", in "à la mairie, on assure que", "on indique de source judiciaire que"."""
    before = place_before(layout.doc, first, cue.first)
    if before is not None or cue.first == 0 or plain(layout.doc[cue.first - 1]) != "on":
        return before
    return place_after(layout.doc, cue.last, layout.sentence_limit(token))


def _joins(token: Token, cue: VerbCue) -> bool:
    i = cue.first - 1
    if i >= 0 and plain(token) in verbs().gerund and plain(token.doc[i]) == "en":
        return True
    while i > 0 and plain(token.doc[i]) in CLITICS:
        i -= 1
    if i < 0:
        return False
    before = token.doc[i]
    return plain(before) in _JOINING or (plain(token) in verbs().gerund and before.text == ",")


def _is_elses(layout: Layout, speaker: Speaker, token: Token, cue: VerbCue) -> bool:
    """Is it the subject of something said, or of a relative clause: "X, dont les membres protestent, dit …"?"""
    at = layout.token_from(speaker.start)
    relative = at > 0 and plain(layout.doc[at - 1]) in {"dont", "que", "où"} and layout.doc[cue.first - 1].text == ","
    return relative or _is_said_of(layout, speaker, token, cue)


def _is_said_of(layout: Layout, speaker: Speaker, token: Token, cue: VerbCue) -> bool:
    """Is the subject something that the cue before spoke of: "X dit que le plan a pris du retard et assure …"?"""
    if speaker.kind != "noun" or not _joins(token, cue):
        return False
    said = _first_cue(layout, token, cue)
    last = layout.token_from(speaker.start)
    return said is not None and any(plain(word) in _THAT for word in layout.doc[said.last : last])


def _first_cue(layout: Layout, token: Token, cue: VerbCue) -> VerbCue | None:
    """Return the first verb of saying of the sentence, when it stands before `cue`."""
    first = layout.token_from(layout.sentence(token.idx)[0])
    for word in layout.doc[first : cue.first]:
        found = verb_cue(word) if is_cue_verb(word) else None
        if found is not None and found.takes & _SAYING and found.bearer is None:
            return found
    return None


def _subject_of_first(layout: Layout, token: Token, cue: VerbCue) -> Speaker | None:
    said = _first_cue(layout, token, cue) if _joins(token, cue) else None
    if said is None:
        return None
    first = layout.token_from(layout.sentence(token.idx)[0])
    speaker = subject_of(layout.doc[said.main], said.first, first)
    return speaker if speaker is not None and can_speak(layout.doc, speaker) else None
