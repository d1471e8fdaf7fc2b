"""Where the clause ends that a verb of saying governs, when the parse takes too much along."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from factuel.annotation.quotations.clause_kinds import has_own_verb
from factuel.annotation.quotations.clause_starts import clause_start
from factuel.annotation.quotations.cues import verb_cue
from factuel.annotation.quotations.forms import (
    FUTURE,
    has_finite_verb,
    is_finite,
    is_infinitive,
    is_participle,
    is_verbal,
    plain,
)
from factuel.annotation.quotations.lexicon import verbs, words
from factuel.annotation.quotations.phrases import CLITICS, NOMINAL, noun_phrase
from factuel.annotation.quotations.reading import OPENING
from factuel.annotation.quotations.saying import is_cue_verb
from factuel.annotation.quotations.speakers import can_speak

_MAX_BEFORE_INFINITIVE: Final = 6
_SUBORDINATING: Final = frozenset({"que", "qu'", "si", "car", "comme", "quand", "tant", "lorsque", "puisque"})
_MAX_IDENTIFYING: Final = 8


def cut(doc: Doc, start: int, end: int, *, relative: bool) -> int:
    """Return where the clause of tokens `start` to `end` stops: before ": « … »", a second verb of saying
    (", assurant que"), a source, an adjunct of the verb that reports it (", avant de partir"); an infinitive also
    before a relative clause or a conjugated verb, which can only be the newspaper's; so does a clause in a `relative`
    clause ("X, qui affirme que …, quitte la salle")."""
    bare = is_infinitival(doc, start, end)
    for i in range(start + 2, end - 1):
        word, following = doc[i], doc[i + 1]
        if bare and (word.text in {":", ";"} or _leaves_infinitive(doc, i, end)):
            return i
        if word.text == ";" and plain(following) not in {"que", "qu'"}:
            return i
        if relative and word.text == "," and _is_verb_alone(doc, i + 1, end):
            return i
        if word.text == "," and _opens_adjunct(doc, i + 1, end):
            return i
        if word.text == ":" and (following.text in OPENING or not has_finite_verb(doc[i:end])):
            return i
        if word.text == "," and _opens_participle(doc, i + 1, end):
            return i
        if word.text == "," and (plain(following) in words("comment") or _opens_comment(doc, i + 1, end)):
            return i
        if plain(word) in {"et", "mais"} and (_opens_cue(doc, i + 1, end) or _opens_other(doc, i + 1, end)):
            return i
    return end


def _opens_comment(doc: Doc, i: int, end: int) -> bool:
    """Does the newspaper add something: "ce que X conteste", "une annonce accueillie avec prudence"?"""
    if i + 1 >= end:
        return False
    if doc[i].lower_ == "ce":
        return plain(doc[i + 1]) in {"que", "qu'", "dont"}
    return doc[i].lower_ in {"un", "une"} and plain(doc[i + 1]) in words("resuming")


def before_main_clause(doc: Doc, start: int, end: int) -> int:
    """Return where the main clause begins after a participle: "En assurant que la route est sûre, le maire …"."""
    seen = False
    for i in range(start, end - 2):
        seen = seen or is_finite(doc[i])
        following = doc[i + 1]
        if seen and doc[i].text == "," and (following.pos_ in {"DET", "PROPN", "PRON"} or following.ent_type_):
            return i if plain(following) not in words("relative_pronoun") else end
    return end


def before_identification(doc: Doc, start: int, end: int) -> int:
    """Return where words said end before what the newspaper tells of the name they end with: ", qui emploie 30
    personnes", ", le mouvement que dirige X". They keep a verb of their own; a future ("dont la cour sera agrandie") is
    still theirs."""
    for i in range(start + 2, end - 2):
        if doc[i].text != "," or not doc[i - 1].ent_type_ or doc[i + 1].pos_ == "ADP":
            continue
        if not has_own_verb(doc[start:i]):
            continue
        j = i + 1
        while j < min(end - 1, i + _MAX_IDENTIFYING) and doc[j].pos_ in NOMINAL | {"ADP"} and doc[j].text != ",":
            j += 1
        if plain(doc[j]) in words("relative_pronoun") | {"que", "qu'"}:
            verb = next((token for token in doc[j:end] if is_finite(token)), None)
            return end if verb is not None and verb.lower_.endswith(FUTURE) else i
    return end


def _opens_cue(doc: Doc, i: int, end: int) -> bool:
    """Does the same speaker say something else: "et accuse X d'avoir …", "et dit vouloir …"?"""
    while i + 1 < end and (doc[i].pos_ in {"AUX", "ADV"} or plain(doc[i]) in CLITICS | {"s'", "se"}):
        i += 1
    if not is_cue_verb(doc[i]) or is_infinitive(doc[i]):
        return False
    cue = verb_cue(doc[i])
    if cue is not None and cue.first < i and cue.bearer is None and is_participle(doc[i]):
        return True
    start = clause_start(doc, doc[i], cue, end) if cue is not None else None
    return start is not None and cue is not None and not cue.takes & {"predicate"}


def _opens_participle(doc: Doc, i: int, end: int) -> bool:
    """Does ", assurant que …" or ", les restaurants représentant …" begin at token `i`?"""
    while i + 1 < end and plain(doc[i]) in {"tout", "en"}:
        i += 1
    if plain(doc[i]) in verbs().gerund and doc[i].pos_ == "VERB":
        return True
    for j in range(i, min(end - 1, i + _MAX_BEFORE_INFINITIVE)):
        if j > i and doc[j].lower_.endswith("ant") and doc[j - 1].pos_ in {"NOUN", "PROPN"}:
            return True
        if doc[j].pos_ not in NOMINAL:
            return False
    return False


def _opens_other(doc: Doc, i: int, end: int) -> bool:
    """Does somebody else say something: "mais la CGT affirme le contraire"?"""
    speaker = noun_phrase(doc, i, end) if doc[i].pos_ in NOMINAL or doc[i].ent_type_ else None
    if speaker is None or not can_speak(doc, speaker):
        return False
    j = next((k for k in range(i, end) if doc[k].idx >= speaker.end), end)
    while j < end and (doc[j].pos_ in {"AUX", "ADV"} or plain(doc[j]) in CLITICS):
        j += 1
    cue = verb_cue(doc[j]) if j < end and is_verbal(doc[j]) else None
    return cue is not None and bool(cue.takes & {"que"})


def infinitive_end(doc: Doc, start: int, limit: int) -> int:
    """Return where a clause ends that begins with an infinitive: before a conjugated verb that nothing subordinates,
    after a comma or "et"."""
    last, subordinate, pending = limit, False, False
    for i in range(start + 1, limit - 1):
        token = doc[i]
        if token.text in {";", ":"}:
            return i
        if token.text == "," or token.pos_ == "CCONJ":
            last, subordinate = i, False
        elif token.pos_ == "SCONJ" or plain(token) in words("relative_pronoun") | _SUBORDINATING:
            subordinate = pending = True
        elif is_finite(token) and not pending and not subordinate and last < limit:
            return last
        elif is_finite(token):
            pending = False
    return limit


def is_infinitival(doc: Doc, start: int, end: int) -> bool:
    """Does the clause begin with an infinitive, "de", negation, pronouns and adverbs before it allowed?"""
    i = start
    while i < end and (plain(doc[i]) in CLITICS | {"de", "d'"} or doc[i].pos_ == "ADV" or doc[i].text in OPENING):
        i += 1
    return i < end and is_infinitive(doc[i])


def _leaves_infinitive(doc: Doc, i: int, end: int) -> bool:
    """Does a relative clause begin after the comma at token `i`, or a conjugated verb after "et"?"""
    word, following = doc[i], doc[i + 1]
    if word.text == ",":
        return plain(following) in words("relative_pronoun")
    return word.pos_ == "CCONJ" and _is_verb_alone(doc, i + 1, end)


def _is_verb_alone(doc: Doc, i: int, end: int) -> bool:
    """Does a conjugated verb without subject, its pronouns before it, begin at token `i`?"""
    while i + 1 < end and plain(doc[i]) in CLITICS:
        i += 1
    return is_finite(doc[i])


def _opens_adjunct(doc: Doc, i: int, end: int) -> bool:
    """Do the last words, without conjugated verb, say when or where the thing was said?"""
    form = plain(doc[i])
    if form not in words("adjunct") or any(is_finite(token) for token in doc[i:end]):
        return False
    if form == "avant":
        return plain(doc[i + 1]) in {"de", "d'"}
    return form != "dans" or any(plain(token) in words("medium") for token in doc[i : i + _MAX_BEFORE_INFINITIVE])
