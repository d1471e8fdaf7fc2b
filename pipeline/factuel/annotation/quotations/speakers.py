"""Who speaks: the noun phrase after an inverted verb, or the subject of a verb, as characters."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.forms import is_verbal, plain
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import speaker_nouns, words
from factuel.annotation.quotations.phrases import (
    CLITICS,
    NOMINAL,
    in_phrase,
    name_at,
    noun_phrase,
    phrase_end,
    phrase_ending,
    speaker_of,
)
from factuel.annotation.quotations.value import Speaker

_SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "expl:subj"})
_INHERITS_SUBJECT: Final = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "obl:mod", "obl:arg", "parataxis"})
_CONTRASTING: Final = frozenset({"lui", "elle", "eux", "elles"})
_SPEAKING_NAMES: Final = frozenset({"PER", "ORG", "LOC"})
_MAX_SKIPPED: Final = 14
_MAX_CLIMB: Final = 6
_MAX_MODIFIERS: Final = 6


def speaker_after(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the first noun phrase between tokens `i` and `limit` that no preposition introduces.

    Adverbs, dates and complements ("hier", "à l'AFP") may stand before it.
    """
    end = min(limit, i + _MAX_SKIPPED)
    while i < end:
        token = doc[i]
        if (token.ent_iob_ == "B" and token.ent_type_ != "MISC") or token.text in words("title"):
            return noun_phrase(doc, i, limit)
        if plain(token) == "d'" and i + 1 < end and plain(doc[i + 1]) in words("after_d"):
            i += 2
        elif token.pos_ == "ADP" and plain(token) not in {"d'", "des"}:
            i = _complement_end(doc, i + 1, limit)
        elif token.pos_ in NOMINAL or token.pos_ == "PRON" or plain(token) == "l'":
            after = _skip_time(doc, i, limit)
            if after == i:
                return _pronoun(doc, i, limit) or noun_phrase(doc, i, limit)
            i = after
        elif token.pos_ == "ADV" or plain(token) in words("time") or token.is_space:
            i += 1
        else:
            return None
    return None


def _complement_end(doc: Doc, i: int, limit: int) -> int:
    """Return the token after the complement that begins at `i`; a person whom nothing ties to it is not in it."""
    end = phrase_end(doc, i, limit)
    for j in range(i + 1, end):
        if doc[j].ent_iob_ == "B" and doc[j].ent_type_ == "PER" and doc[j - 1].pos_ not in {"ADP", "DET"}:
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


def _pronoun(doc: Doc, i: int, limit: int) -> Speaker | None:
    token = doc[i]
    form = plain(token)
    if form in words("opaque"):
        return None
    last = i + 1
    if form in words("pronoun"):
        while last < limit and doc[last].lower_ in {"-ci", "-là"}:
            last += 1
        return speaker_of(doc, i, last, "pronoun")
    if form in {"ce", "cette", "ces"} and last < limit and plain(doc[last]).startswith("dern"):
        return speaker_of(doc, i, last + 1, "pronoun")
    return None


def subject_of(verb: Token, group: int | None = None, sentence: int = 0) -> Speaker | None:
    """Return the subject of a verb: its own, that of the verb it depends on, or the noun it qualifies; failing these,
    the phrase that opens the sentence, or the one right before the verb's group.

    `group` and `sentence` are the first tokens of the verb's group and of its sentence.
    """
    if group and group > 3 and _is_contrast(verb.doc[group - 2]) and (found := phrase_ending(verb.doc, group - 3)):
        return found
    found = _parsed_subject(verb)
    if found is None and group:
        before = verb.doc[group - 1]
        if before.text == "," and (opening := _phrase_opening(sentence, before)) is not None:
            return opening
        if before.text == "," or in_phrase(before) or plain(before) in CLITICS:
            return phrase_ending(verb.doc, group)
    return found


def _phrase_opening(i: int, comma: Token) -> Speaker | None:
    """Return the speaker of the phrase that begins the sentence and is cut off from its verb: "X, qui …, dit"."""
    doc = comma.doc
    if doc[i].pos_ not in NOMINAL:
        return None
    end = phrase_end(doc, i, comma.i + 1, towards=True)
    return noun_phrase(doc, i, comma.i + 1) if i < end < comma.i and doc[end].text == "," else None


def _parsed_subject(verb: Token) -> Speaker | None:
    current = verb
    for _ in range(_MAX_CLIMB):
        subject = _own_subject(current)
        if subject is not None and plain(subject) == "qui":
            return phrase_ending(verb.doc, subject.i)
        if subject is not None:
            return _phrase_before(subject, current.i)
        if current.dep_ == "acl" and current.head.pos_ in {"NOUN", "PROPN"} and not _after_comma(current):
            return _phrase_before(current.head, current.i)
        following = next((child for child in current.rights if child.dep_ == "nsubj"), None)
        if following is not None and current is not verb:
            return speaker_after(verb.doc, following.left_edge.i, verb.i)
        if current.dep_ not in _INHERITS_SUBJECT or current.head is current:
            return None
        current = current.head
    return None


def _own_subject(verb: Token) -> Token | None:
    """Return the subject that stands before the verb; of several (a dislocated noun and "il") the nearest."""
    found = [child for child in verb.lefts if child.dep_ in _SUBJECT and plain(child) not in {"m'", "l'", "s'", "-t"}]
    named = [child for child in found if not _is_contrast(child)]
    return (named or found)[-1] if found else None


def _is_contrast(token: Token) -> bool:
    """Is it the pronoun between commas that sets the subject apart: "La CFDT, elle, dénonce"?"""
    if plain(token) not in _CONTRASTING or not 0 < token.i < len(token.doc) - 1:
        return False
    return token.nbor(-1).text == "," and token.nbor(1).text == ","


def _after_comma(verb: Token) -> bool:
    """Does the participle clause begin after a comma, so that it qualifies the sentence and not the noun before it?"""
    i = verb.i - 1
    while i > 0 and plain(verb.doc[i]) in {"en", "tout", "ne", "n'", "s'", "se"}:
        i -= 1
    return verb.doc[i].text == ","


def _phrase_before(head: Token, limit: int) -> Speaker | None:
    """Return the speaker that a subject names; its phrase ends before token `limit`."""
    doc = head.doc
    if head.i >= limit:
        return None
    pronoun = _pronoun(doc, head.i, limit)
    if pronoun is not None:
        return pronoun
    if plain(head) in words("opaque"):
        return None
    first = head.i
    name = name_at(doc, head.i)
    if name is not None:
        first = name.start
    for child in head.lefts:
        if child.dep_ in {"det", "amod", "nummod", "advmod"} and child.i < first and head.i - child.i <= _MAX_MODIFIERS:
            first = child.i
    return noun_phrase(doc, first, limit)


def can_speak(doc: Doc, speaker: Speaker) -> bool:
    """Is the speaker a name, a pronoun, or a noun of those that may say something?"""
    if speaker.kind == "pronoun":
        return True
    span = doc.char_span(speaker.start, speaker.end, alignment_mode="expand")
    if speaker.kind == "name":
        return span is None or span[0].ent_type_ != "MISC"
    noun = next((token for token in span or () if token.pos_ in {"NOUN", "PROPN", "VERB"} or token.ent_type), None)
    if noun is None:
        return False
    return (
        noun.lower_.removeprefix("ex-") in speaker_nouns() or noun.ent_type_ in _SPEAKING_NAMES or noun.pos_ == "PROPN"
    )


def main_subject(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return who acts in the sentence at characters `start` to `end`, if it can speak and stands before its verb."""
    for token in layout.doc[layout.token_from(start) : layout.token_from(end)]:
        verb = token.head
        if token.dep_ == "nsubj" and (is_verbal(verb) or verb.pos_ == "ADJ") and not verb.dep_.startswith("acl"):
            speaker = _phrase_before(token, verb.i)
            return speaker if speaker is not None and can_speak(layout.doc, speaker) else None
    return None
