"""All the quotations of a doc: what the readers find, without overlap, with inherited speakers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from factuel.annotation.quotations.antecedents import with_antecedent
from factuel.annotation.quotations.clauses import ClauseReader
from factuel.annotation.quotations.closings import ClosingReader
from factuel.annotation.quotations.colons import ColonReader
from factuel.annotation.quotations.direct import DirectReader
from factuel.annotation.quotations.interviews import read_interview, read_marked_answers
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.marks import find_marked
from factuel.annotation.quotations.said_above import AboveReader
from factuel.annotation.quotations.sourced import SourceReader
from factuel.annotation.quotations.speakers import last_named
from factuel.annotation.quotations.subjects import main_subject
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.annotation.quotations.voices import mouthpiece

# A headline quotes loosely: two thirds of its words are enough.
_REPEATED: Final = 2 / 3
_LONGEST_HEADLINE: Final = 300
_ON: Final = re.compile(r"-on\b")
_THAT_IS: Final = re.compile(r"(?:C['’]\s?est|Ce sont|Ainsi|Voilà)\b")
_I_SAY: Final = re.compile(r"\b(?:je|j['’])\s?(?:\w+\W+){0,4}$", re.IGNORECASE)
_NEAR_CUE: Final = 30
_NOBODY: Final = re.compile(r"il\s", re.IGNORECASE)
_SAME_SOURCE: Final = re.compile(r"\W+(?:de|d'|auprès de)\s*(?:la |cette )?même\b")


def find_values(doc: Doc) -> Iterator[QuotationValue]:
    """Yield the quotations of `doc` in order of their first character.

    None overlaps another, but that an answer of an interview may hold quotations of others.
    """
    layout = Layout(doc)
    marked = find_marked(layout.text)
    direct = read_marked_answers(layout, marked, list(DirectReader(layout, marked).read()))
    indirect = [*ClauseReader(layout, marked).read(), *ClosingReader(layout).read(), *SourceReader(layout).read()]
    indirect += [*AboveReader(layout).read(), *ColonReader(layout).read()]
    answers = list(read_interview(layout))
    cues = {value.cue.start for value in direct if value.cue and value.cue.start >= value.end}
    indirect = [value for value in indirect if value.cue is None or value.cue.start not in cues]
    indirect = [value for value in indirect if not _within(direct, value)]
    values = list(_with_speakers(layout, _select(direct, indirect)))
    values = sorted([*answers, *_outside(layout, answers, values)], key=lambda value: (value.start, -value.end))
    yield from _with_headline(layout, values, answers)


def _within(direct: list[QuotationValue], value: QuotationValue) -> bool:
    """Does somebody report the words in what they themselves say between marks?"""
    at = bisect_right(direct, value.start, key=lambda quotation: quotation.start) - 1
    start, end = value.evidence
    return at >= 0 and direct[at].style == "direct" and direct[at].start <= start and end <= direct[at].end


def _outside(layout: Layout, answers: list[QuotationValue], values: list[QuotationValue]) -> Iterator[QuotationValue]:
    """Yield the quotations outside the answers, those inside that are somebody else's, and what the person interviewed
    quotes: "Je leur ai dit : « … »"."""
    for value in values:
        at = bisect_right(answers, value.start, key=lambda answer: answer.start)
        inside = at > 0 and value.start < answers[at - 1].end
        named = value.speaker is not None and not value.inherited and value.speaker.kind != "pronoun"
        if not inside or (named and value.cue and (value.style != "indirect" or _is_name(value.speaker))):
            yield value
        elif value.style == "direct" and value.cue and value.cue.start > answers[at - 1].start:
            if _I_SAY.search(layout.text, max(0, value.cue.start - _NEAR_CUE), value.cue.start):
                yield replace(value, speaker=answers[at - 1].speaker, inherited=True)
            elif value.speaker is not None and not value.inherited:
                yield value


def _is_name(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.kind == "name"


def _with_headline(
    layout: Layout, values: list[QuotationValue], answers: list[QuotationValue]
) -> Iterator[QuotationValue]:
    """Give a quotation in the headline the speaker whom the article lets speak: the person interviewed, whoever says
    its words below, or the only one there is."""
    _, end = layout.paragraph(0)
    if end > _LONGEST_HEADLINE:
        yield from values
        return
    body = [value for value in values if value.start >= end and value.speaker]
    for value in values:
        if value.start < end and value.speaker is None:
            speaker = answers[0].speaker if answers else _speaker_of_headline(layout.text, value, body)
            value = replace(value, speaker=speaker, inherited=speaker is not None)
        yield value


def _speaker_of_headline(text: str, headline: QuotationValue, body: list[QuotationValue]) -> Speaker | None:
    wanted = set(text[headline.start : headline.end].casefold().split())
    for value in body:
        if len(wanted & set(text[value.start : value.end].casefold().split())) >= _REPEATED * len(wanted):
            return value.speaker
    speakers = {
        text[value.speaker.start : value.speaker.end] for value in body if value.speaker and not value.inherited
    }
    return body[0].speaker if len(speakers) == 1 else None


def _select(direct: list[QuotationValue], indirect: list[QuotationValue]) -> list[QuotationValue]:
    """Keep one of those that overlap: the one with a speaker, direct before indirect, the longer before the shorter."""

    def rank(value: QuotationValue) -> tuple[bool, bool, int, int]:
        return value.cue is None, value.style != "direct", value.start - value.end, value.start

    kept: list[QuotationValue] = []
    for value in sorted([*direct, *indirect], key=rank):
        at = bisect_left(kept, value.start, key=lambda other: other.start)
        clear_before = at == 0 or kept[at - 1].end <= value.start
        if clear_before and (at == len(kept) or value.end <= kept[at].start):
            kept.insert(at, value)
    return kept


def _with_speakers(layout: Layout, values: list[QuotationValue]) -> Iterator[QuotationValue]:
    """Give the quotations without a speaker the one whom the text before them speaks of or lets speak."""
    previous: QuotationValue | None = None
    for value in values:
        if value.speaker is not None:
            voice = mouthpiece(layout, value.speaker)
            value = replace(value, speaker=voice) if voice is not None else value
        elif not _is_anonymous(layout, value) and not _is_subhead(layout, value):
            speaker = _inherited(layout, previous, value)
            value = replace(value, speaker=speaker, inherited=speaker is not None)
        value = with_antecedent(layout, value, previous.evidence[1] if previous else 0)
        yield value
        previous = value


def _is_anonymous(layout: Layout, value: QuotationValue) -> bool:
    """Is it said by nobody ("il lui est reproché") or by "on" alone ("souffle-t-on à Paris")?

    The source before says it in "précise-t-on de même source".
    """
    if value.cue is not None and _NOBODY.match(layout.text, value.cue.start):
        return True
    if value.cue is None or not _ON.search(layout.text, value.cue.start, value.cue.end):
        return False
    return not _SAME_SOURCE.match(layout.text, value.cue.end)


def _is_subhead(layout: Layout, value: QuotationValue) -> bool:
    """Do the words fill a paragraph without a full stop, and stand once more in the article, as those of a subhead do?

    Whoever says them there is not who speaks before the subhead.
    """
    start, end = layout.paragraph(value.start)
    around = layout.text[start : value.start] + layout.text[value.end : end]
    if value.cue is not None or around.strip(' \u00a0\u202f«»“”"') or end - start > _LONGEST_HEADLINE:
        return False
    said = re.compile(re.escape(layout.text[value.start : value.end]), re.IGNORECASE)
    return said.search(layout.text, 0, value.start) is not None or said.search(layout.text, value.end) is not None


def _only_person(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return the person of a sentence that names one: "Un constat que partage Paul Roux."."""
    doc = layout.doc
    tokens = range(layout.token_from(start), layout.token_from(end))
    found = [i for i in tokens if doc[i].ent_iob_ == "B" and doc[i].ent_type_ == "PER"]
    return last_named(doc, found[0], tokens.stop) if len(found) == 1 else None


def _subject_after(layout: Layout, value: QuotationValue) -> Speaker | None:
    """Return the subject of the sentence after a quotation that opens its paragraph: "« … » Sur le quai, X attend."."""
    start, end = layout.paragraph(value.start)
    _, close = layout.sentence(value.end)
    if layout.text[start : value.start].strip(' \u00a0\u202f«“"') or close + 1 >= end:
        return None
    after = layout.sentence(close + 1)
    if _THAT_IS.match(layout.text, after[0]):
        return _only_person(layout, *after)
    return main_subject(layout, *after) or _only_person(layout, *after)


def _inherited(layout: Layout, previous: QuotationValue | None, value: QuotationValue) -> Speaker | None:
    """Return the speaker of the sentence before, else that of the last quotation of the paragraph or, at the head of
    a paragraph, of the paragraph before."""
    start, _ = layout.paragraph(value.start)
    sentence = layout.sentence_before(value.start)
    if previous is not None and previous.evidence[1] > max(start, sentence[0]):
        return previous.speaker
    if sentence[0] >= start and sentence[0] < sentence[1] and value.cue is None:
        subject = main_subject(layout, *sentence)
        if subject is not None:
            return subject
        only = _only_person(layout, *sentence)
        if only is not None and (previous is None or previous.end <= start):
            return only
    if previous is None or previous.speaker is None:
        return _subject_after(layout, value) if value.cue is None and value.style == "direct" else None
    if previous.end > start:
        return previous.speaker
    opens = not layout.text[start : value.start].strip(' \u00a0\u202f«“"—–-')
    _, end = layout.paragraph(previous.end)
    return previous.speaker if opens and not layout.text[end:start].strip() else None
