"""What a pronoun that speaks may stand for: the subject of the sentences before it, or the theme of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from spacy.tokens import Doc

from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.phrases import noun_phrase
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.subjects import main_subject, phrase_that_speaks
from factuel.annotation.quotations.value import QuotationValue, Speaker

Gender = Literal["Masc", "Fem"]
_GENDERS: Final[dict[str, Gender]] = {
    "il": "Masc", "ils": "Masc", "lui": "Masc", "eux": "Masc", "celui-ci": "Masc", "ceux-ci": "Masc", "celui": "Masc",
    "ceux": "Masc", "elle": "Fem", "elles": "Fem", "celle-ci": "Fem", "celles-ci": "Fem", "celle": "Fem",
    "celles": "Fem",
}  # fmt: skip
_PLURALS: Final = frozenset({"ils", "elles", "eux", "ceux-ci", "celles-ci", "ceux", "celles", "leur", "leurs", "les"})
_DETERMINERS: Final[dict[str, Gender]] = {
    "le": "Masc", "un": "Masc", "ce": "Masc", "cet": "Masc", "la": "Fem", "une": "Fem", "cette": "Fem",
}  # fmt: skip
_PLURAL_DETERMINERS: Final = frozenset({"les", "des", "ces", "plusieurs", "certains", "certaines", "deux", "trois"})
_SENTENCES_BACK: Final = 3


def pronoun_gender(pronoun: str) -> Gender | None:
    """Return the gender that a pronoun shows: "Elle" is feminine."""
    return _GENDERS.get(pronoun.lower())


def is_plural_pronoun(pronoun: str) -> bool:
    """Does the pronoun stand for several?"""
    return pronoun.lower() in _PLURALS


def phrase_gender(doc: Doc, start: int, end: int) -> Gender | None:
    """Return the gender of the noun phrase at characters `start` to `end`: its determiner's, else its first noun's."""
    for index, token in enumerate(doc.char_span(start, end, alignment_mode="expand") or ()):
        if index == 0 and plain(token) in _DETERMINERS:
            return _DETERMINERS[plain(token)]
        if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found = token.morph.get("Gender", [])
            return ("Fem" if found[0] == "Fem" else "Masc") if found else None
    return None


def with_antecedent(layout: Layout, value: QuotationValue, since: int) -> QuotationValue:
    """Return the quotation with what its pronoun stands for: the noun phrase or name that is the subject of the
    sentences before it, none of them before character `since`, where the quotation before ends."""
    speaker = value.speaker
    if speaker is None or speaker.kind != "pronoun" or value.inherited:
        return value
    found = _theme(layout, speaker) or _announcing(layout, value) or _subject_before(layout, value, since)
    if found is None or (found.start < layout.paragraph(0)[1] <= layout.paragraph(value.start)[0]):
        found = _own_subject(layout, value) or found
    return replace(value, antecedent=found) if found and _agrees(layout, found, speaker) else value


def _theme(layout: Layout, pronoun: Speaker) -> Speaker | None:
    """Return X of "Quant à X, il …"."""
    first = layout.token_from(layout.sentence(pronoun.start)[0])
    last = layout.token_from(pronoun.start)
    if last - first < 3 or plain(layout.doc[first]) != "quant":
        return None
    return noun_phrase(layout.doc, first + 2, last)


def _announcing(layout: Layout, value: QuotationValue) -> Speaker | None:
    """Return the subject before the colon in "Interrogée, la ministre botte en touche : ce dossier, dit-elle, …"."""
    start, _ = layout.sentence(value.start)
    before = layout.text[start : value.start].rstrip(' \u00a0\u202f«“"')
    if not before.endswith(":") or value.speaker is None or value.speaker.start < value.start:
        return None
    first, last = layout.token_from(start), layout.token_from(start + len(before) - 1)
    return main_subject(layout, start, start + len(before) - 1) or phrase_that_speaks(layout.doc, first, last)


def _own_subject(layout: Layout, value: QuotationValue) -> Speaker | None:
    """Return the name that is the subject of the words when "il" closes them: "Lumeo va bâtir un quai, a-t-il dit".

    It comes after the subjects of the sentences before, but for that of the headline.
    """
    if value.style == "direct" or value.cue is None or value.cue.start < value.end:
        return None
    subject = main_subject(layout, value.start, value.end)
    return subject if subject is not None and subject.kind == "name" else None


def _subject_before(layout: Layout, value: QuotationValue, since: int) -> Speaker | None:
    at = value.evidence[0]
    for _ in range(_SENTENCES_BACK):
        start, end = layout.sentence_before(at)
        if start >= end or start < since:
            return None
        subject = _last_subject(layout, start, end)
        if subject is not None and subject.kind != "pronoun":
            return subject if can_speak(layout.doc, subject) else None
        if subject is None:
            return None
        at = start
    return None


def _last_subject(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return the subject of a sentence: of what follows its last semicolon, when that has one."""
    semicolon = layout.text.rfind(";", start, end)
    last = main_subject(layout, semicolon + 1, end) if semicolon >= 0 else None
    if last is not None and last.kind == "name":
        return last
    return main_subject(layout, start, end) or _opening(layout, start, end)


def _opening(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return the phrase that begins a sentence, when the parse finds no subject in it."""
    doc, first, last = layout.doc, layout.token_from(start), layout.token_from(end)
    if any(token.dep_.startswith("nsubj") for token in doc[first:last]):
        return None
    return noun_phrase(doc, first, last) if first < last and doc[first].pos_ in {"DET", "PROPN"} else None


def _agrees(layout: Layout, phrase: Speaker, pronoun: Speaker) -> bool:
    """Have the phrase and the pronoun the same number and, where the phrase shows one, the same gender?"""
    form = layout.text[pronoun.start : pronoun.end]
    first = layout.doc[layout.token_from(phrase.start)]
    plural = plain(first) in _PLURAL_DETERMINERS
    if plural != is_plural_pronoun(form):
        return False
    if phrase.kind == "name":
        return True
    gender = pronoun_gender(form)
    return gender is None or phrase_gender(layout.doc, phrase.start, phrase.end) in {gender, None}
