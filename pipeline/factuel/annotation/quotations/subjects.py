"""Who acts: the subject of a verb, or of a sentence, as characters."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.appositions import name_at
from factuel.annotation.quotations.forms import has_finite_verb, is_verbal, plain
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.phrases import (
    CLITICS,
    NOMINAL,
    in_phrase,
    noun_phrase,
    phrase_end,
    phrase_ending,
    speaker_of,
)
from factuel.annotation.quotations.speakers import can_speak, pronoun_at, speaker_after
from factuel.annotation.quotations.value import Speaker

_SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "expl:subj"})
_INHERITS_SUBJECT: Final = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "obl:mod", "obl:arg", "parataxis"})
_CONTRASTING: Final = frozenset({"lui", "elle", "eux", "elles"})
_NO_SUBJECT: Final = frozenset({"m'", "l'", "s'", "-t", "", "ci", "là"})
_SUBJECT_PRONOUNS: Final = frozenset({"il", "elle", "ils", "elles"})
_RELATIVE: Final = frozenset({"qui", "dont", "où"})
_MAX_CLIMB: Final = 6
_FARTHEST_ASIDE: Final = 40
_MAX_MODIFIERS: Final = 6


def subject_of(verb: Token, group: int | None = None, sentence: int = 0) -> Speaker | None:
    """Return the subject of a verb: its own, that of the verb it depends on, or the noun it qualifies; failing these,
    the phrase that opens the sentence, or the one right before the verb's group.

    `group` and `sentence` are the first tokens of the verb's group and of its sentence.
    """
    if group and group > 3 and _is_contrast(verb.doc[group - 2]) and (found := phrase_ending(verb.doc, group - 3)):
        return found
    found = _parsed_subject(verb)
    if found is not None and group is not None and verb.doc[group].idx <= found.start < verb.idx:
        found = None
    outer = _before_aside(verb.doc, group, sentence) if group else None
    if outer is not None and (found is None or found.start > outer.start):
        return outer
    if found is None and group:
        before = verb.doc[group - 1]
        if before.text == "," and (opening := _phrase_opening(sentence, before)) is not None:
            return opening
        if plain(before) in CLITICS and (pronoun := _pronoun_before(verb.doc, group, sentence)) is not None:
            return pronoun
        if before.text == "," or in_phrase(before) or plain(before) in CLITICS:
            return phrase_ending(verb.doc, group)
    return found


def _before_aside(doc: Doc, group: int, sentence: int) -> Speaker | None:
    """Return who stands before what commas set apart from the verb at token `group`: X of "X, qui dirige Lumeo, dit",
    "X qui, en mai, dit", or the name that opens the sentence in "Lumeo, une entreprise de Brest, dit"."""
    last = group - 1
    while last > sentence and plain(doc[last]) in CLITICS:
        last -= 1
    if doc[last].text != ",":
        return None
    for i in range(last - 2, max(sentence, last - _FARTHEST_ASIDE), -1):
        if (doc[i].text == "," and plain(doc[i + 1]) in _RELATIVE) or (
            plain(doc[i]) == "qui" and doc[i + 1].text == ","
        ):
            speaker = phrase_ending(doc, i)
            return speaker if speaker is not None and can_speak(doc, speaker) else None
    name = name_at(doc, sentence)
    if name is None or name.label_ not in {"PER", "ORG"} or doc[name.end].text != "," or name.end >= last:
        return None
    return None if has_finite_verb(doc[name.end : last]) else speaker_of(doc, name.start, name.end, "name")


def _pronoun_before(doc: Doc, group: int, sentence: int) -> Speaker | None:
    """Return the pronoun that is the subject before the object pronouns of the verb at `group`: "il lui reproche"."""
    i = group - 1
    while i > sentence and plain(doc[i]) in CLITICS and plain(doc[i]) not in _SUBJECT_PRONOUNS:
        i -= 1
    return speaker_of(doc, i, i + 1, "pronoun") if plain(doc[i]) in _SUBJECT_PRONOUNS else None


def subject_before_comma(doc: Doc, first: int, comma: int) -> Speaker | None:
    """Return who stands before the comma at token `comma` and is cut off from the verb after it by what is said of
    them: "Dans sa lettre, Anne Roux, 47 ans, élue en mai, dit"; the sentence begins at token `first`."""
    cuts = [i for i in range(first, comma) if doc[i].text == ","]
    for i in reversed([first, *(cut + 1 for cut in cuts)]):
        token = doc[i]
        if plain(token) in _SUBJECT_PRONOUNS:
            return speaker_of(doc, i, i + 1, "pronoun")
        named = token.ent_iob_ == "B" and token.ent_type_ in {"PER", "ORG"}
        if not named and token.pos_ not in {"DET", "PROPN"} and token.text not in words("title"):
            continue
        speaker = noun_phrase(doc, i, comma)
        if speaker is not None and can_speak(doc, speaker):
            return speaker
    return None


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
    found = [child for child in verb.lefts if child.dep_ in _SUBJECT and plain(child) not in _NO_SUBJECT]
    found = [child for child in found if plain(child) not in {"lui", "leur"} or _is_contrast(child)]
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
    pronoun = pronoun_at(doc, head.i, limit)
    if pronoun is not None:
        return pronoun
    if plain(head) in words("opaque"):
        return None
    first = _past_apposition(head, limit)
    if first > head.i:
        return noun_phrase(doc, first, limit)
    name = name_at(doc, head.i)
    if name is not None:
        first = name.start
    for child in head.lefts:
        if child.dep_ in {"det", "amod", "nummod", "advmod"} and child.i < first and head.i - child.i <= _MAX_MODIFIERS:
            first = child.i
    return noun_phrase(doc, first, limit)


def _past_apposition(head: Token, limit: int) -> int:
    """Return the token after a bare noun and its comma that open a sentence, for its subject follows: "Membre du
    conseil, le maire Paul Roux dit"; else the token of `head`."""
    doc, i = head.doc, head.i
    opens = i == 0 or doc[i - 1].is_space or doc[i - 1].text in {".", "!", "?"}
    if not opens or head.pos_ != "NOUN" or head.ent_type_:
        return i
    end = phrase_end(doc, i, limit, towards=True)
    follows = end + 1 < limit and doc[end].text == "," and (doc[end + 1].pos_ == "DET" or doc[end + 1].ent_iob_ == "B")
    return end + 1 if follows else i


def main_subject(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return who acts in the sentence at characters `start` to `end`, if it can speak and stands before its verb.

    Where the parse gives no subject it is the phrase that begins the sentence, before a verb.
    """
    doc, first, last = layout.doc, layout.token_from(start), layout.token_from(end)
    named = first < last and doc[first].ent_type_ == "PER"
    if named and (opening := _opening(doc, first, last)) is not None:
        return opening
    for token in doc[first:last]:
        verb = token.head
        if token.dep_ in {"nsubj", "nsubj:pass"} and _carries(verb) and not _is_likened(token):
            speaker = _phrase_before(token, verb.i)
            return speaker if speaker is not None and can_speak(doc, speaker) else None
    return _opening(doc, first, last)


def phrase_that_speaks(doc: Doc, first: int, last: int) -> Speaker | None:
    """Return the phrase for people that begins the sentence or follows a comma, when the parse finds no subject:
    "Interrogé, le maire botte en touche : « … »"."""
    for i in range(first, last - 1):
        if (i == first or doc[i - 1].text == ",") and doc[i].pos_ == "DET":
            speaker = noun_phrase(doc, i, last)
            if speaker is not None and can_speak(doc, speaker):
                return _up_to_verb(doc, i, speaker)
    return None


def _up_to_verb(doc: Doc, i: int, speaker: Speaker) -> Speaker:
    """Cut a phrase before a verb that the model takes for a noun after another: "le maire botte"."""
    span = doc.char_span(speaker.start, speaker.end, alignment_mode="expand")
    if span is not None and len(span) > 2 and span[1].pos_ == "NOUN" and span[2].pos_ == "NOUN":
        return speaker_of(doc, i, i + 2, "noun")
    return speaker


def _is_likened(subject: Token) -> bool:
    """Is what the parse calls a subject only what the subject is likened to: "comme un simple militant"?"""
    return any(child.lower_ == "comme" for child in subject.lefts)


def _carries(verb: Token) -> bool:
    return (is_verbal(verb) or verb.pos_ == "ADJ") and not verb.dep_.startswith("acl")


def _opening(doc: Doc, first: int, last: int) -> Speaker | None:
    """Return the speaker of the phrase that begins at token `first`, if a verb, its pronouns or a comma follow it."""
    if first >= last or not (doc[first].pos_ in {"DET", "PROPN"} or doc[first].ent_type_):
        return None
    end = phrase_end(doc, first, last, towards=True)
    if not first < end < last:
        return None
    follows = is_verbal(doc[end]) or plain(doc[end]) in CLITICS or doc[end].text == ","
    speaker = noun_phrase(doc, first, last) if follows else None
    return speaker if speaker is not None and can_speak(doc, speaker) else None
