"""Interviews in questions and answers: each answer is a quotation of the person interviewed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from factuel.annotation.quotations.appositions import name_at
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.marks import Marked
from factuel.annotation.quotations.reading import OPENING
from factuel.annotation.quotations.value import QuotationValue, Speaker

_QUESTION: Final = re.compile(r"(?:\?|\.\.\.|…)[\s\u00a0\u202f]*[»”\"]?$")
_ASKS: Final = re.compile(r"\b(?:vous|votre|vos|tu|ton|ta)\b", re.IGNORECASE)
_SPEAKS: Final = re.compile(r"\b(?:je|j['’]|me|m['’]|moi|mon|ma|mes|nous|notre|nos)\b|[«“]", re.IGNORECASE)
_CREDIT: Final = re.compile(r"(?:propos|entretien|interview)s?\b.{0,30}\b(?:recueilli|réalisé|par\b)", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^:\n?!.«»]{1,60}(?:\.[^:\n?!.«»]{1,40})?[\s\u00a0\u202f]?:[\s\u00a0\u202f]+(?=\S)")
_DASH: Final = re.compile(r"[—–-][\s\u00a0\u202f]+")
_TRAILING: Final = ' \t\n\r\u00a0\u202f.,;:!?…»”"'
_LONGEST_QUESTION: Final = 400
_LONGEST_REMARK: Final = 160
_SURE_QUESTIONS: Final = 3
_FEW_QUESTIONS: Final = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: characters `start` to `end`; `said` is where its words begin, after a dash or a speaker's label."""

    start: int
    end: int
    said: int
    label: Speaker | None
    question: bool


def read_interview(layout: Layout) -> Iterator[QuotationValue]:
    """Yield the answers of an interview, in order; nothing when the text is none.

    An interview has three questions that address somebody, or two and a credit ("Propos recueillis par …") or answers
    that begin with a name. Questions are paragraphs of their own. An answer runs to the next question; its speaker is
    the name it begins with, else that of the answer before, else the first person that the text names. Answers between
    marks are not among them: `read_marked_answers` has these.
    """
    lines = list(_lines(layout))
    first, last, speaker = _bounds(layout, lines)
    questions = [index for index in range(first, last) if lines[index].question or _remarks(layout, lines[index])]
    for index, following in pairwise([*questions, last]):
        answer = lines[index + 1 : following]
        if not answer or layout.text[answer[0].said] in OPENING:
            continue
        speaker = answer[0].label or speaker
        end = _trimmed(layout.text, answer[0].said, _own_words(layout, answer, speaker))
        if end > answer[0].said:
            yield QuotationValue(answer[0].said, end, "direct", None, speaker)


def read_marked_answers(layout: Layout, marked: list[Marked], direct: list[QuotationValue]) -> list[QuotationValue]:
    """Return the direct quotations of a text, in order; those at the head of a paragraph of an interview whose answers
    stand between marks are the person's who is interviewed, when nobody else is said to speak."""
    lines = list(_lines(layout))
    first, last, speaker = _bounds(layout, lines)
    found = {value.start: value for value in direct}
    opening = {mark.open: mark for mark in marked}
    for line in lines[first:last]:
        mark = opening.get(line.said)
        if mark is None or line.question:
            continue
        said = found.get(mark.start) or QuotationValue(mark.start, mark.end, "direct")
        if said.speaker is None and said.cue is None:
            found[mark.start] = replace(said, speaker=line.label or speaker, inherited=True)
    return [found[start] for start in sorted(found)]


def _remarks(layout: Layout, line: _Line) -> bool:
    """Is the paragraph a remark of who asks, without question mark: "Votre départ a surpris."?"""
    text = layout.text[line.said : line.end]
    asks = len(text) <= _LONGEST_REMARK and _ASKS.search(text) is not None and _SPEAKS.search(text) is None
    return asks and line.label is None and text[0] not in OPENING


def _bounds(layout: Layout, lines: list[_Line]) -> tuple[int, int, Speaker | None]:
    """Return the first question, the line after the last answer, and who answers; no line at all for other texts."""
    if not _is_interview(layout, lines):
        return 0, 0, None
    first = next(index for index, line in enumerate(lines) if line.question)
    last = _end_of_interview(layout, lines)
    speaker = next((line.label for line in lines[first:last] if line.label and not line.question), None)
    return first, last, speaker or _first_person(layout, lines[first].start)


def _own_words(layout: Layout, answer: list[_Line], speaker: Speaker | None) -> int:
    """Return where the words of an answer end: before a paragraph that opens with marks or names who answers, for there
    the newspaper tells something."""
    name = layout.text[speaker.start : speaker.end] if speaker is not None else "\n"
    for before, line in pairwise(answer):
        if layout.text[line.said] in OPENING or layout.text.find(name, line.start, line.end) >= 0:
            return before.end
    return answer[-1].end


def _lines(layout: Layout) -> Iterator[_Line]:
    for start in layout.paragraph_starts:
        _, end = layout.paragraph(start)
        if start == end:
            continue
        dash = _DASH.match(layout.text, start, end)
        said = dash.end() if dash else start
        label = _LABEL.match(layout.text, said, end)
        speaker = _labelled(layout, said, label.end()) if label else None
        if label and (speaker or layout.text[end - 1] == "?"):
            said = label.end()
        text = layout.text[start:end]
        question = len(text) <= _LONGEST_QUESTION and bool(_QUESTION.search(text)) and "«" not in text[:2]
        yield _Line(start, end, said, speaker, question)


def _labelled(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return the person whose name is the label at characters `start` to `end` ("Paul Roux : …")."""
    i = layout.token_from(start)
    name = name_at(layout.doc, i) if i < len(layout.doc) else None
    if name is None or name.label_ != "PER" or name.end_char > end:
        return None
    return Speaker(name.start_char, name.end_char, "name")


def _is_interview(layout: Layout, lines: list[_Line]) -> bool:
    questions = [line for line, following in pairwise(lines) if line.question and not following.question]
    asking = sum(bool(_ASKS.search(layout.text, line.start, line.end)) for line in questions)
    if len(questions) >= _SURE_QUESTIONS and asking:
        return True
    labelled = any(line.label and not line.question for line in lines)
    return len(questions) >= _FEW_QUESTIONS and (labelled or bool(_CREDIT.search(layout.text)))


def _end_of_interview(layout: Layout, lines: list[_Line]) -> int:
    """Return the index after the last paragraph of answers: credits and signatures are none."""
    last = len(lines)
    while last > 0 and (
        _CREDIT.search(layout.text, lines[last - 1].start, lines[last - 1].end)
        or layout.text[lines[last - 1].end - 1].isalnum()
    ):
        last -= 1
    return last


def _first_person(layout: Layout, before: int) -> Speaker | None:
    for name in layout.doc.ents:
        if name.label_ == "PER" and name.end_char <= before:
            return Speaker(name.start_char, name.end_char, "name")
    return None


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end
