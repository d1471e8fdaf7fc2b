"""Does a token say something: a verb of saying that the model may have mistaken, neither negated nor still to come?"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.clause_starts import clause_start
from factuel.annotation.quotations.cues import VerbCue, verb_cue
from factuel.annotation.quotations.forms import is_infinitive, is_participle, is_verbal, plain
from factuel.annotation.quotations.lexicon import verbs, words
from factuel.annotation.quotations.reading import OPENING

_BEING: Final = frozenset({"est", "été", "était", "fut", "sera"})
_MAX_GROUP: Final = 6
_AFTER_PHRASE: Final = frozenset({",", ")", "»"})
_FARTHEST: Final = 30
_MAX_ADVERBS: Final = 4
_THAT: Final = frozenset({"que", "qu'"})
_JOINING: Final = frozenset({"et", "mais", "puis"})
_SUBJECTS: Final = frozenset({"il", "elle", "ils", "elles", "on"})
_PHRASE_ENDS: Final = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})


def is_cue_verb(token: Token) -> bool:
    """Is it a verb, or a form of a verb of saying that the model takes for a noun where only a verb can stand?

    "Le comité juge « … »", "X, directrice, juge la règle « … »", "et menace de bloquer".
    """
    doc, i = token.doc, token.i
    if is_verbal(token):
        return i == 0 or plain(doc[i - 1]) != "par" or is_infinitive(token)
    if token.pos_ == "ADJ" and plain(token) in verbs().participle and 0 < i < len(doc) - 1:
        cue = verb_cue(token) if plain(doc[i + 1]) in _THAT else None
        if cue is not None and cue.first < i:
            return True
    if plain(token) not in verbs().finite or not token.is_lower or not 0 < i < len(doc) - 2:
        return False
    before, after = doc[i - 1], _after_adverbs(token)
    if plain(before) in _SUBJECTS and (i < 2 or doc[i - 2].pos_ != "ADP"):
        return True
    if after.text in OPENING or plain(after) in {"que", "qu'"}:
        joined = before.text in _AFTER_PHRASE or plain(before) in _JOINING
        return joined or before.pos_ in _PHRASE_ENDS or bool(before.ent_type_)
    if (before.pos_ in _PHRASE_ENDS or before.ent_type_) and plain(after) in {"à", "au", "aux"}:
        cue = verb_cue(token)
        return cue is not None and clause_start(doc, token, cue, min(len(doc), i + _FARTHEST)) is not None
    if (before.pos_ in _PHRASE_ENDS or before.ent_type_) and is_infinitive(doc[i + 1]):
        return "infinitive" in verbs().finite[plain(token)]
    if before.text not in _AFTER_PHRASE and plain(before) != "et" and before.ent_type_ not in {"PER", "ORG"}:
        return False
    governs = plain(after) in {"de", "d'"} and (is_infinitive(doc[i + 2]) or doc[i + 2].text in OPENING)
    return governs or (after.pos_ == "DET" and (before.text == "," or before.ent_type_ == "PER"))


def _after_adverbs(token: Token) -> Token:
    """Return the token after the adverbs of a verb, if it is "que" ("juge au contraire que"), else the next one."""
    doc, i = token.doc, token.i + 1
    while i + 3 < len(doc) and i - token.i <= _MAX_ADVERBS:
        if plain(doc[i]) in {"au", "en", "par"} and plain(doc[i + 1]) in words("contrast"):
            i += 2
        elif doc[i].pos_ == "ADV":
            i += 1
        else:
            break
    return doc[i] if plain(doc[i]) in _THAT else doc[token.i + 1]


def impersonal_cue(token: Token) -> VerbCue | None:
    """Read "il lui est reproché", "il a été répondu": a participle with "être" and "il", said by nobody."""
    takes = verbs().participle.get(plain(token), frozenset()) & {"que", "de"}
    if not takes or not is_participle(token):
        return None
    before = token.doc[max(0, token.i - _MAX_GROUP) : token.i]
    forms = [plain(word) for word in before]
    if "il" not in forms:
        return None
    il = len(forms) - 1 - forms[::-1].index("il")
    if not _BEING & set(forms[il:]):
        return None
    rest = before[il + 1 :]
    if any(not is_verbal(word) and word.pos_ not in {"ADV", "PRON"} for word in rest) or {"se", "s'"} & set(forms[il:]):
        return None
    return VerbCue(before[il].i, token.i + 1, token.i, takes)


def is_said(token: Token, cue: VerbCue) -> bool:
    """Were the words said: is the verb neither negated ("n'a pas dit que") nor still to come ("doit annoncer que")?

    Verbs that deny by themselves ("n'exclut pas", "ne cache pas") say something when negated.
    """
    before = [plain(word) for word in token.doc[max(0, cue.first - 3) : token.i] if not word.ent_type]
    if "sans" in before and is_infinitive(token):
        return False
    if {"ne", "n'"} & set(before):
        return plain(token) in words("said_when_negated")
    if not is_infinitive(token) or token.dep_ not in {"xcomp", "ccomp"}:
        return True
    return plain(token.head) not in words("not_yet")
