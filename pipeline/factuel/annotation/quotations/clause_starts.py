"""Where the words begin that a verb of saying governs: after "que" or "si", at an infinitive or a predicate."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.cues import VerbCue
from factuel.annotation.quotations.forms import is_infinitive, is_participle, plain
from factuel.annotation.quotations.lexicon import NOTHING, verbs, words
from factuel.annotation.quotations.phrases import CLITICS, NOMINAL, phrase_end
from factuel.annotation.quotations.reading import OPENING

_THAT: Final = frozenset({"que", "qu'", "qu"})
_WHETHER: Final = frozenset({"si", "s'"})
_OF: Final = frozenset({"de", "d'", "d"})
_TO: Final = _OF | {"à"}
_CLAUSAL: Final = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
_MAX_BETWEEN: Final = 16
_MAX_WITH_ASIDE: Final = 30
_MAX_BEFORE_INFINITIVE: Final = 6
_RELATIVE: Final = frozenset({"qui", "dont", "où"})
_OWN: Final = frozenset({"son", "sa", "ses", "leurs"})
"""Determiners of an object that can't be whom the verb speaks to."""


def clause_start(doc: Doc, token: Token, cue: VerbCue, limit: int) -> int | None:
    """Return the first token of what is said, after "que" or at the infinitive."""
    found: int | None = None
    if "que" in cue.takes:
        found = _conjunction(doc, token, _THAT, limit)
    if found is None and "si" in cue.takes:
        after = _conjunction(doc, token, _WHETHER, limit)
        found = after - 1 if after is not None else None
    if found is None and "infinitive" in cue.takes:
        found = _bare_infinitive(doc, token, limit)
    if found is None and "predicate" in cue.takes:
        found = _predicate(doc, token, limit)
    if found is None and cue.takes & {"object", "de", "to", "ce"}:
        found = _infinitive_with(doc, token, cue, limit)
    return found


def _conjunction(doc: Doc, token: Token, forms: frozenset[str], limit: int) -> int | None:
    """Return the token after the conjunction that the verb governs; complements may stand before it."""
    for i in range(token.i + 1, min(limit, token.i + _MAX_BETWEEN)):
        word = doc[i]
        if plain(word) in forms and word.pos_ in {"SCONJ", "PRON", "ADV"}:
            if _follows_indefinite(doc, i, token.i) or _follows_object(doc, i, token.i):
                return None
            return None if plain(doc[i - 1]) in words("before_que") else _past_apostrophe(doc, i + 1)
        if word.text in {":", ";", *OPENING} or word.pos_ in {"SCONJ", "CCONJ"}:
            return None
        if "que" in verbs().gerund.get(plain(word), NOTHING):
            return None
        if word.pos_ in {"VERB", "AUX"} and plain(word) not in verbs().gerund and not word.lower_.endswith("ant"):
            return _past_aside(doc, token, i, forms, limit)
    return None


def _follows_indefinite(doc: Doc, that: int, verb: int) -> bool:
    """Is "que" at token `that` the relative of "un" and a noun: "prévoit une prime de nuit que le port supprime",
    "répond par un proverbe qu'elle refuse de traduire"?"""
    first = verb + 2 if doc[that].pos_ == "PRON" and plain(doc[verb + 1]) == "par" else verb + 1
    between = doc[first:that]
    if len(between) < 2 or plain(between[0]) not in {"un", "une"}:
        return False
    if any(plain(token) in words("medium") | words("time") for token in between):
        return False
    return all(token.pos_ in NOMINAL | {"ADP"} for token in between)


def _follows_object(doc: Doc, that: int, verb: int) -> bool:
    """Is "que" at token `that` the relative that a comma sets apart from the verb's own object: "écrit son journal,
    qu'elle cache"?"""
    if doc[that - 1].text != "," or that - verb < 4 or doc[verb + 1].pos_ != "DET":
        return False
    owned = plain(doc[verb + 1]) in _OWN and doc[verb + 2].pos_ in {"NOUN", "PROPN"}
    return owned and plain(doc[verb + 2]) not in words("time") and not any(t.text == "," for t in doc[verb : that - 1])


def _past_aside(doc: Doc, token: Token, verb: int, forms: frozenset[str], limit: int) -> int | None:
    """Return the token after the conjunction that closes an aside between commas with a verb: "a dit, devant ceux qui
    attendaient, que …"; the aside begins before token `verb`."""
    if not any(doc[i].text == "," for i in range(token.i + 1, verb)):
        return None
    for i in range(verb, min(limit - 1, token.i + _MAX_WITH_ASIDE)):
        if doc[i].text == ",":
            return _past_apostrophe(doc, i + 2) if plain(doc[i + 1]) in forms else None
    return None


def _past_apostrophe(doc: Doc, i: int) -> int:
    """Return the token after an apostrophe that stands alone, as the tokenizer leaves it in "qu'«"."""
    return i + 1 if i < len(doc) and doc[i].text in {"'", "’"} else i


def _bare_infinitive(doc: Doc, token: Token, limit: int) -> int | None:
    limit = min(limit, token.i + _MAX_BETWEEN)
    i = token.i + 1
    while i < limit and plain(doc[i]) not in {"ne", "n'"}:
        if _may_stand_between(doc[i]):
            i += 1 if doc[i].text != "," else _aside(doc, i, limit)
        elif (after := _complement_end(doc, i, limit)) > i:
            i = after
        else:
            break
    return i if _infinitive_from(doc, i, limit) else None


def _complement_end(doc: Doc, i: int, limit: int) -> int:
    """Return the token after a date or a complement that says when, where or to whom: "ce jeudi", "le 12 mai", "à la
    presse", "dans un communiqué"; `i` itself when none begins there."""
    j = i + (doc[i].pos_ == "ADP")
    start = j
    while j < limit and (doc[j].pos_ in {"DET", "NUM"} or doc[j].like_num):
        j += 1
    if j < limit and plain(doc[j]) in words("time"):
        while j < limit and (plain(doc[j]) in words("time") or doc[j].like_num or doc[j].pos_ == "ADJ"):
            j += 1
        return j
    end = phrase_end(doc, start, limit) if start > i else i
    return end if end > start else i


def _aside(doc: Doc, comma: int, limit: int) -> int:
    """Return how many tokens an aside between commas has: ", elle," or ", pour sa part,"."""
    for i in range(comma + 2, min(limit, comma + _MAX_BEFORE_INFINITIVE)):
        if doc[i].text == ",":
            return i + 1 - comma
    return 1


def _may_stand_between(word: Token) -> bool:
    return word.pos_ in {"ADV", "PUNCT"} or plain(word) in words("time")


def _infinitive_from(doc: Doc, i: int, limit: int) -> bool:
    """Does an infinitive stand at token `i`, negation, pronouns and adverbs before it allowed?"""
    while i < limit and (doc[i].pos_ in {"ADV", "PRON"} or doc[i].text in OPENING or plain(doc[i]) in CLITICS):
        i += 1
    return i < limit and is_infinitive(doc[i])


def _infinitive_with(doc: Doc, token: Token, cue: VerbCue, limit: int) -> int | None:
    """Return where "de" and an infinitive begin, or the infinitive after "à", which takes somebody to do it."""
    links = _links(doc, token, cue)
    alone = plain(doc[cue.first - 1]) not in CLITICS if cue.first else True
    skipped = token.i
    for i in range(token.i + 1, min(limit, token.i + _MAX_WITH_ASIDE) - 1):
        word = doc[i]
        if i < skipped:
            continue
        if word.text == "," and plain(doc[i + 1]) in _RELATIVE:
            skipped = next((j for j in range(i + 1, limit) if doc[j].text == ","), limit)
            continue
        start = _past_apostrophe(doc, i + 1)
        if plain(word) in links and plain(doc[i - 1]) in words("before_infinitive"):
            return None
        if plain(word) in links and _infinitive_from(doc, start, limit):
            if plain(word) == "à":
                return None if alone and i == token.i + 1 and "to" not in cue.takes else start
            return i
        if plain(word) == "à" and plain(doc[i + 1]) == "ce" and i + 2 < limit and plain(doc[i + 2]) in _THAT:
            return _past_apostrophe(doc, i + 3)
        if (word.pos_ in _CLAUSAL and not word.ent_type) or word.text in {":", ";"}:
            return None
    return None


def _links(doc: Doc, token: Token, cue: VerbCue) -> frozenset[str]:
    """Return the prepositions before the infinitive that the verb takes; "de" belongs to an object that follows the
    verb ("dit son refus de partir"), unless this is who shall do it ("accuse X de")."""
    if cue.takes & {"object", "to"}:
        return _TO
    following = doc[token.i + 1] if token.i + 1 < len(doc) else token
    if "de" not in cue.takes or (following.pos_ in {"DET", "NOUN", "PROPN"} and plain(following) not in words("time")):
        return frozenset()
    return _OF


def _predicate(doc: Doc, token: Token, limit: int) -> int | None:
    """ "se dit « très satisfait » de …", "se déclare prêt à …"."""
    i = token.i + 1
    while i < min(limit, token.i + _MAX_BEFORE_INFINITIVE) and _may_stand_between(doc[i]):
        if doc[i].text in OPENING or (doc[i].pos_ == "ADV" and plain(doc[i]) not in words("time")):
            break
        i += 1
    if i + 2 < limit and doc[i].text in OPENING:
        return i
    j = i
    while j < limit and (doc[j].pos_ == "ADV" or doc[j].text in OPENING):
        j += 1
    if j < limit and (doc[j].pos_ == "ADJ" or is_participle(doc[j])):
        stop = next((k for k in range(j, limit) if doc[k].text in {":", ";", ","}), limit)
        rest = doc[i:stop]
        promise = any(
            plain(t) in _THAT or (plain(t) in _TO and _infinitive_from(doc, t.i + 1, limit)) for t in rest[1:4]
        )
        return i if promise or any(t.text in OPENING for t in rest) else None
    return None
