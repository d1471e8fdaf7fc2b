"""Who speaks: the noun phrase after an inverted verb, or the subject of a verb, as characters."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.annotation.quotations.cues import plain
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import speaker_nouns, words
from factuel.annotation.quotations.value import Speaker

_OF: Final = frozenset({"de", "d'", "du", "des"})
_TOWARDS: Final = frozenset({"à", "au", "aux", "en", "chez", "pour", "à la"})
_NOMINAL: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "expl:subj"})
_INHERITS_SUBJECT: Final = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp", "obl:mod", "obl:arg", "parataxis"})
_CLITICS: Final = frozenset({"se", "s'", "ne", "n'", "l'", "le", "la", "les", "lui", "leur", "y", "en", "m'", "nous"})
_MAX_SKIPPED: Final = 14
_MAX_CLIMB: Final = 6


def name_at(doc: Doc, i: int) -> Span | None:
    """Return the name that holds token `i`."""
    if not doc[i].ent_type:
        return None
    start, end = i, i + 1
    while start > 0 and doc[start].ent_iob_ != "B" and doc[start - 1].ent_type:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end, label=doc[start].ent_type)


def speaker_after(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the first noun phrase between tokens `i` and `limit` that no preposition introduces.

    Adverbs, dates and complements ("hier", "à l'AFP") may stand before it.
    """
    end = min(limit, i + _MAX_SKIPPED)
    while i < end:
        token = doc[i]
        if (token.ent_iob_ == "B" and token.ent_type_ != "MISC") or token.text in words("title"):
            return noun_phrase(doc, i, limit)
        if token.pos_ == "ADP" and plain(token) not in {"d'", "des"}:
            i = _phrase_end(doc, i + 1, limit)
        elif token.pos_ in _NOMINAL or token.pos_ == "PRON" or plain(token) == "l'":
            after = _skip_time(doc, i, limit)
            if after == i:
                return _pronoun(doc, i, limit) or noun_phrase(doc, i, limit)
            i = after
        elif token.pos_ == "ADV" or plain(token) in words("time") or token.is_space:
            i += 1
        else:
            return None
    return None


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
        return _speaker(doc, i, last, "pronoun")
    if form in {"ce", "cette", "ces"} and last < limit and plain(doc[last]).startswith("dern"):
        return _speaker(doc, i, last + 1, "pronoun")
    return None


def _speaker(doc: Doc, first: int, last: int, kind: str) -> Speaker:
    span = doc[first:last]
    assert kind in {"name", "noun", "pronoun"}
    return Speaker(span.start_char, span.end_char, kind)  # type: ignore[arg-type]


def _phrase_end(doc: Doc, i: int, limit: int, *, towards: bool = False) -> int:
    """Return the token after the noun phrase that begins at `i`: nouns, their modifiers and complements with "de"."""
    start, seen_noun = i, False
    while i < limit:
        token = doc[i]
        form = plain(token)
        if seen_noun and i > start and _begins_anew(doc, i):
            break
        if token.ent_type or token.pos_ in _NOMINAL or (token.pos_ == "X" and token.is_alpha) or form in {"l'", "&", "n°"}:
            seen_noun = seen_noun or token.pos_ in {"NOUN", "PROPN", "X"} or bool(token.ent_type)
        elif (i == start and token.pos_ == "PRON") or (i == start + 1 and doc[start].pos_ == "DET" and token.is_alpha):
            seen_noun = True
        elif form in _OF and seen_noun:
            pass
        elif towards and form in _TOWARDS and seen_noun:
            pass
        elif not (form == "-" and i + 1 < limit):
            break
        i += 1
    while i > start and (plain(doc[i - 1]) in _OF | _TOWARDS | {"-", "l'"} or doc[i - 1].pos_ == "DET"):
        i -= 1
    return max(i, start)


def _begins_anew(doc: Doc, i: int) -> bool:
    """Does a new phrase begin at token `i`, without a preposition that would tie it to the one before?"""
    if plain(doc[i - 1]) in _OF | _TOWARDS | {"et", "&"}:
        return False
    if doc[i].ent_iob_ == "B" and doc[i - 1].ent_type:
        return True
    return (doc[i].pos_ == "DET" and plain(doc[i]) not in _OF) or plain(doc[i]) in words("time")


def noun_phrase(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the speaker named by the noun phrase at token `i`: a person in it or in its apposition, else the name
    it begins with, else the phrase."""
    end = _phrase_end(doc, i, limit, towards=True)
    if end <= i:
        return None
    person = _person_in(doc, i, end) or _person_beside(doc, end, limit)
    if person is not None:
        return _coordinated(doc, person, limit)
    first = i + 1 if doc[i].pos_ == "DET" and i + 1 < end else i
    name = name_at(doc, first)
    if name is not None and name.start <= first and name.end <= end:
        return _coordinated(doc, name, limit)
    first = i
    while first + 1 < end and doc[first].text in words("title"):
        first += 1
    if first > i or all(token.is_title or token.is_upper or token.pos_ == "PROPN" for token in doc[first:end]):
        return _speaker(doc, first, end, "name")
    return _speaker(doc, i, end, "noun")


def _person_in(doc: Doc, first: int, last: int) -> Span | None:
    """Return the first person of the phrase who is not the complement of something ("le père de X")."""
    i = first
    while i < last:
        name = name_at(doc, i)
        if name is not None and name.label_ == "PER" and not _is_complement(doc, name.start, first):
            return name
        i = name.end if name is not None else i + 1
    return None


def _is_complement(doc: Doc, i: int, first: int) -> bool:
    i -= 1
    while i > first and (plain(doc[i]) in words("title") or doc[i].text in words("title")):
        i -= 1
    return i >= first and (doc[i].pos_ == "ADP" or plain(doc[i]) in _OF | _TOWARDS)


def _person_beside(doc: Doc, end: int, limit: int) -> Span | None:
    """Return the person in apposition after the phrase: "le maire, Paul Roux"."""
    if end + 1 >= limit or doc[end].text != ",":
        return None
    i = end + 1
    while i + 1 < limit and doc[i].text in words("title"):
        i += 1
    name = name_at(doc, i)
    if name is None or name.label_ != "PER" or name.start != i:
        return None
    return name if name.end >= limit or doc[name.end].is_punct or plain(doc[name.end]) == "et" else None


def _coordinated(doc: Doc, name: Span, limit: int) -> Speaker:
    """Return the speaker of a name, with the name that "et" joins to it."""
    end = name.end
    if end + 1 < limit and plain(doc[end]) == "et":
        other = name_at(doc, end + 1)
        if other is not None and other.start == end + 1 and other.label_ == name.label_:
            end = other.end
    return _speaker(doc, name.start, end, "name")


def subject_of(verb: Token, first: int | None = None) -> Speaker | None:
    """Return the subject of a verb: its own, that of the verb it depends on, or the noun it qualifies; failing these,
    the noun phrase right before its group, which begins at token `first`."""
    found = _parsed_subject(verb)
    if found is None and first is not None and first > 0:
        before = verb.doc[first - 1]
        if before.text == "," or _in_phrase(before) or plain(before) in _CLITICS:
            return phrase_ending(verb.doc, first)
    return found


def _is_apposition(doc: Doc, start: int) -> bool:
    """Does a phrase without determiner or with a preposition stand after a comma: "X, directrice de Y, …"?"""
    if start == 0 or doc[start - 1].text != ",":
        return False
    return doc[start].pos_ == "ADP" or (doc[start].pos_ in {"NOUN", "ADJ"} and not doc[start].ent_type_)


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
            return speaker_after(verb.doc, min(token.i for token in following.subtree), verb.i)
        if current.dep_ not in _INHERITS_SUBJECT or current.head is current:
            return None
        current = current.head
    return None


def _after_comma(verb: Token) -> bool:
    """Does the participle clause begin after a comma, so that it qualifies the sentence and not the noun before it?"""
    i = verb.i - 1
    while i > 0 and plain(verb.doc[i]) in {"en", "tout", "ne", "n'", "s'", "se"}:
        i -= 1
    return verb.doc[i].text == ","


def phrase_ending(doc: Doc, i: int) -> Speaker | None:
    """Return the speaker of the noun phrase that ends before token `i`, a comma or clitics between allowed."""
    end = i
    while end > 0 and (doc[end - 1].text == "," or plain(doc[end - 1]) in _CLITICS):
        end -= 1
    start = end
    while start > 0 and _in_phrase(doc[start - 1]):
        start -= 1
    if start < end and _is_apposition(doc, start):
        return phrase_ending(doc, start - 1)
    while start < end and doc[start].pos_ in {"ADP", "CCONJ"}:
        start += 1
    if start == end:
        return None
    return _last_name(doc, start, end) or noun_phrase(doc, start, end)


def _in_phrase(token: Token) -> bool:
    return bool(token.ent_type) or token.pos_ in _NOMINAL or plain(token) in _OF | _TOWARDS | {"l'", "&"}


def _last_name(doc: Doc, start: int, end: int) -> Speaker | None:
    """Return the person that the phrase ends with, unless it is a complement ("le père de X")."""
    name = name_at(doc, end - 1)
    if name is None or name.label_ != "PER" or _is_complement(doc, name.start, start):
        return None
    return _speaker(doc, name.start, name.end, "name")


def _own_subject(verb: Token) -> Token | None:
    """Return the subject that stands before the verb; of several (a dislocated noun and "il") the nearest."""
    found = [child for child in verb.lefts if child.dep_ in _SUBJECT and plain(child) not in {"m'", "l'", "s'", "-t"}]
    return found[-1] if found else None


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
    return noun.lower_ in speaker_nouns() or noun.ent_type_ in {"PER", "ORG", "LOC"} or noun.pos_ == "PROPN"


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
        if child.dep_ in {"det", "amod", "nummod", "advmod"} and child.i < first and head.i - child.i <= 6:
            first = child.i
    return noun_phrase(doc, first, limit)


def main_subject(layout: Layout, start: int, end: int) -> Speaker | None:
    """Return who acts in the sentence at characters `start` to `end`, if it can speak and stands before its verb."""
    sentence = layout.doc[layout.token_from(start) : layout.token_from(end)]
    for token in sentence:
        if token.dep_ == "nsubj" and token.head.pos_ in {"VERB", "AUX", "ADJ"} and not token.head.dep_.startswith("acl"):
            speaker = _phrase_before(token, token.head.i)
            return speaker if speaker is not None and can_speak(layout.doc, speaker) else None
    return None
