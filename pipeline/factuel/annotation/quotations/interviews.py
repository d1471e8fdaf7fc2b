"""Interviews in questions and answers: each answer is a quotation of the person interviewed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.phrases import name_at
from factuel.annotation.quotations.value import QuotationValue, Speaker

_QUESTION: Final = re.compile(r"(?:\?|\.\.\.|…)[\s\u00a0\u202f]*[»”\"]?$")
_ASKS: Final = re.compile(r"\b(?:vous|votre|vos|tu|ton|ta)\b", re.IGNORECASE)
_CREDIT: Final = re.compile(r"(?:propos|entretien|interview)s?\b.{0,30}\b(?:recueilli|réalisé|par\b)", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^:\n?!.«»]{1,60}(?:\.[^:\n?!.«»]{1,40})?[\s\u00a0\u202f]?:[\s\u00a0\u202f]+(?=\S)")
_DASH: Final = re.compile(r"[—–-][\s\u00a0\u202f]+")
_TRAILING: Final = ' \t\n\r\u00a0\u202f.,;:!?…»”"'
_LONGEST_QUESTION: Final = 400
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
    the name it begins with, else that of the answer before, else the first person that the text names.
    """
    lines = list(_lines(layout))
    if not _is_interview(layout, lines):
        return
    first = next(index for index, line in enumerate(lines) if line.question)
    last = _end_of_interview(layout, lines)
    speaker = next((line.label for line in lines[first:last] if line.label and not line.question), None)
    speaker = speaker or _first_person(layout, lines[first].start)
    questions = [index for index in range(first, last) if lines[index].question]
    for index, following in pairwise([*questions, last]):
        answer = lines[index + 1 : following]
        if not answer:
            continue
        speaker = answer[0].label or speaker
        end = _trimmed(layout.text, answer[0].said, answer[-1].end)
        if end > answer[0].said:
            yield QuotationValue(answer[0].said, end, "direct", None, speaker)


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
