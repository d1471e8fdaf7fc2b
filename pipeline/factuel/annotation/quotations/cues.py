"""Verbs of saying at a place in a doc: after the words they report ("…, a-t-elle dit") or before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.forms import is_finite, is_infinitive, is_participle, is_verbal, plain
from factuel.annotation.quotations.lexicon import NOTHING, Takes, verbs, words

_SUBJECT_CLITICS: Final = frozenset({"il", "elle", "ils", "elles", "on", "je", "nous"})
_OBJECT_CLITICS: Final = frozenset(
    {"m'", "me", "nous", "lui", "leur", "l'", "le", "la", "les", "y", "en", "vous", "t'", "te"}
)
_REFLEXIVE: Final = frozenset({"s'", "se"})
_AVOIR: Final = frozenset({"a", "ont", "avait", "avaient", "aura", "auront", "eut", "eurent", "aurait", "auraient"})
_ETRE: Final = frozenset({"est", "sont", "était", "étaient", "sera", "seront", "fut", "furent"})
_NOT_FINITE: Final = frozenset({"ayant", "avoir", "étant"})
_FAIRE: Final = frozenset({"fait", "font", "faisait", "faisaient", "fit", "firent", "laisse", "laissent", "laissé"})
_CROIRE: Final = frozenset({"croit", "croient", "croyait", "croyaient"})
_FAIRE_TAKES: Final = frozenset({"direct", "que"})
_MAX_ADVERBS: Final = 4
_MAX_ASIDE: Final = 7
_MAX_SOURCE: Final = 10
_FARTHEST_BEARER: Final = 30
_SOURCES: Final = frozenset({"auprès", "aupres", "source", "sources"})
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb of saying: tokens `first` to `last` (exclusive), its main word, and the inverted pronoun if any.

    `bearer` is the participle before it whose auxiliary and subject it shares: "a regretté … et accusé …".
    """

    first: int
    last: int
    main: int
    takes: Takes
    clitic: int | None = None
    bearer: int | None = None


def inverted_cue(doc: Doc, at: int, limit: int) -> VerbCue | None:
    """Read a verb of saying that begins at token `at` and whose subject follows it, before token `limit`."""
    i, reflexive = _skip_clitics(doc, at, limit)
    if i >= limit:
        return None
    return (
        _simple(doc, at, i, limit, reflexive)
        or _compound(doc, at, i, limit, reflexive)
        or _through_infinitive(doc, at, i, limit)
    )


def bare_inversion(doc: Doc, at: int, limit: int) -> VerbCue | None:
    """Read any verb that begins at token `at` with nothing but a subject after it; it takes nothing known."""
    i, _ = _skip_clitics(doc, at, limit)
    if i + 1 >= limit or not is_finite(doc[i]):
        return None
    clitic, end = _clitic_after(doc, i + 1, limit)
    if doc[i].pos_ == "AUX":
        end = _skip_adverbs(doc, end, limit)
        if end + 1 >= limit or not is_participle(doc[end]):
            return None
        end += 1
    return VerbCue(at, end, i, NOTHING, clitic)


def _skip_clitics(doc: Doc, at: int, limit: int) -> tuple[int, bool]:
    i, reflexive = at, False
    if i < limit and plain(doc[i]) in {"comme", "ainsi"}:
        i += 1
    while i < limit and i - at < _MAX_ADVERBS and plain(doc[i]) in _OBJECT_CLITICS | _REFLEXIVE:
        reflexive = reflexive or plain(doc[i]) in _REFLEXIVE
        i += 1
    return i, reflexive


def _clitic_after(doc: Doc, i: int, limit: int) -> tuple[int | None, int]:
    """Return the inverted subject pronoun that begins at token `i` ("-t-il", "-elle"), and the token after it."""
    j = i
    if j < limit and doc[j].lower_ in {"-t", "t", "-t-"}:
        j += 1
    if j < limit and doc[j].lower_.startswith("-") and plain(doc[j]) in _SUBJECT_CLITICS:
        return j, j + 1
    return None, i


def _takes(form: str, group: dict[str, Takes], reflexive: bool) -> Takes:
    return verbs().reflexive.get(form, NOTHING) if reflexive else group.get(form, NOTHING)


def _stands_beside(doc: Doc, takes: Takes, clitic: int | None, last: int) -> bool:
    """Can the verb, whose group ends before token `last`, stand beside the words it reports?

    Some can with "on" or a source only: "apprend-on de source policière", "a appris l'AFP auprès du parquet".
    """
    if "direct" in takes or "on" not in takes:
        return "direct" in takes
    if clitic is not None and plain(doc[clitic]) == "on":
        return True
    return any(plain(token) in _SOURCES for token in doc[last : last + _MAX_SOURCE])


def _simple(doc: Doc, at: int, i: int, limit: int, reflexive: bool) -> VerbCue | None:
    takes = _takes(plain(doc[i]), verbs().finite, reflexive)
    clitic, end = _clitic_after(doc, i + 1, limit)
    return VerbCue(at, end, i, takes, clitic) if _stands_beside(doc, takes, clitic, end) else None


def _compound(doc: Doc, at: int, i: int, limit: int, reflexive: bool) -> VerbCue | None:
    """An auxiliary and a past participle: "a déclaré", "s'est-il exclamé", "a fait savoir"."""
    if plain(doc[i]) not in (_ETRE if reflexive else _AVOIR):
        return None
    clitic, j = _clitic_after(doc, i + 1, limit)
    j = _skip_aside(doc, j, limit)
    if j >= limit:
        return None
    takes = _takes(plain(doc[j]), verbs().participle, reflexive)
    if _stands_beside(doc, takes, clitic, j + 1):
        return VerbCue(at, j + 1, j, takes, clitic)
    if plain(doc[j]) in _FAIRE and j + 1 < limit and plain(doc[j + 1]) in words("infinitive_of_phrase"):
        return VerbCue(at, j + 2, j + 1, _FAIRE_TAKES, clitic)
    return None


def _through_infinitive(doc: Doc, at: int, i: int, limit: int) -> VerbCue | None:
    """A conjugated verb that leads to the infinitive of a verb of saying: "tient à préciser", "veut croire"."""
    if plain(doc[i]) in words("hypothetical"):
        return None
    clitic, j = _clitic_after(doc, i + 1, limit)
    finite = is_verbal(doc[i]) and not is_infinitive(doc[i]) and not is_participle(doc[i])
    if not finite and (clitic is None or plain(doc[i]) not in _FAIRE):
        return None
    j = _skip_adverbs(doc, j, limit)
    if j < limit and is_participle(doc[j]):
        j = _skip_adverbs(doc, j + 1, limit)
    if j < limit and plain(doc[j]) in {"à", "de", "d'"}:
        j += 1
    if j >= limit:
        return None
    form = plain(doc[j])
    if plain(doc[i]) in _introducers(form) and form in words("infinitive_of_phrase"):
        return VerbCue(at, j + 1, j, _FAIRE_TAKES, clitic)
    takes = verbs().infinitive.get(form, NOTHING)
    return VerbCue(at, j + 1, j, takes, clitic) if _stands_beside(doc, takes, clitic, j + 1) else None


def _introducers(infinitive: str) -> frozenset[str]:
    """Return the verbs that make a verb of saying with an infinitive: "laisse entendre", "croit savoir"."""
    return _FAIRE | _CROIRE if infinitive == "savoir" else _FAIRE


def _skip_aside(doc: Doc, i: int, limit: int) -> int:
    """Return the first token from `i` on that is no adverb, or the participle after a few words without verb:
    "a d'ores et déjà annoncé", "a, dans la foulée, annoncé"."""
    j = _skip_adverbs(doc, i, limit)
    if j >= limit or not (doc[j].pos_ == "ADP" or doc[j].text == "," or plain(doc[j]) in {"d'", "lui", "elle"}):
        return j
    for k in range(j, min(limit, j + _MAX_ASIDE)):
        if is_verbal(doc[k]) or doc[k].text in _SENTENCE_ENDS:
            return k if is_participle(doc[k]) else j
    return j


def _skip_adverbs(doc: Doc, i: int, limit: int) -> int:
    """Return the first token from `i` on that is no adverb, four adverbs at most."""
    end = min(limit, i + _MAX_ADVERBS)
    while i < end and doc[i].pos_ == "ADV":
        i += 1
    return i


def verb_cue(token: Token) -> VerbCue | None:
    """Read the verb of saying whose main word is `token`, in a clause of normal order; with its auxiliary.

    A passive ("a été formulée") has no subject that says anything.
    """
    form, table = plain(token), verbs()
    if form in words("infinitive_of_phrase") and token.i and plain(token.nbor(-1)) in _introducers(form):
        return VerbCue(_auxiliary_start(token.nbor(-1), _AVOIR), token.i + 1, token.i, _FAIRE_TAKES)
    if form not in table.forms:
        return None
    reflexive = any(plain(child) in _REFLEXIVE for child in token.lefts)
    reflexive = reflexive or (token.i > 0 and plain(token.nbor(-1)) in _REFLEXIVE)
    first = _auxiliary_start(token, _ETRE if reflexive else _AVOIR)
    if any(plain(word) == "été" for word in token.doc[first : token.i]):
        return None
    bearer = _bearer(token) if first == token.i else None
    compound = first < token.i or bearer is not None
    groups = (table.participle,) if compound else (table.finite, table.infinitive)
    takes: Takes = table.gerund.get(form, NOTHING).union(*(group.get(form, NOTHING) for group in groups))
    if reflexive:
        takes = (takes - {"infinitive"}) | table.reflexive.get(form, NOTHING)
        first -= first > 0 and plain(token.doc[first - 1]) in _REFLEXIVE
    return VerbCue(first, token.i + 1, token.i, takes, bearer=bearer) if takes else None


def group_start(verb: Token) -> int:
    """Return the first token of the group of a verb that takes "avoir": "a fait" begins at "a"."""
    return _auxiliary_start(verb, _AVOIR)


def _auxiliary_start(token: Token, auxiliaries: frozenset[str]) -> int:
    """Return the first token of the verb group: its auxiliary, as the parse or the words right before it say."""
    doc, i = token.doc, token.i
    j = i - 1
    while j >= 0 and i - j <= _MAX_ADVERBS and doc[j].pos_ == "ADV":
        j -= 1
    if j >= 0 and plain(doc[j]) in auxiliaries | _NOT_FINITE:
        return j
    if is_participle(token) and (far := _auxiliary_afar(doc, j, auxiliaries)) is not None:
        return far
    found = [child.i for child in token.lefts if child.dep_.startswith("aux") and plain(child) in auxiliaries]
    return min(found, default=i)


def _auxiliary_afar(doc: Doc, i: int, auxiliaries: frozenset[str]) -> int | None:
    """Return the auxiliary before a few words without verb: "a par ailleurs rappelé", "a, lui, d'ores et déjà dit"."""
    for j in range(i, max(-1, i - _MAX_ASIDE), -1):
        if plain(doc[j]) in auxiliaries:
            return j if doc[j + 1].pos_ in {"ADP", "ADV", "PUNCT", "PRON"} or plain(doc[j + 1]) == "d'" else None
        if is_verbal(doc[j]) or doc[j].text in _SENTENCE_ENDS:
            return None
    return None


def _bearer(token: Token) -> int | None:
    """Return the participle with "avoir" that the token, a participle after "et", is joined to."""
    doc = token.doc
    if not is_participle(token) or token.i == 0 or plain(token.nbor(-1)) not in {"et", "puis", "mais"}:
        return None
    for i in range(token.i - 2, max(0, token.i - _FARTHEST_BEARER), -1):
        if doc[i].text in _SENTENCE_ENDS:
            return None
        if plain(doc[i]) in verbs().participle and _auxiliary_start(doc[i], _AVOIR) < i:
            return i
    return None
