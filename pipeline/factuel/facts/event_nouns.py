"""Words and names of organised events in a text, and where the name of each begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence, tokens_among
from factuel.facts.event_bounds import end_of_pair
from factuel.facts.parties import is_agreement
from factuel.facts.syntax import phrase_bounds
from factuel.models import read_lexicon, read_words

_NAMES: Final = frozenset({"MISC", "ORG"})
_CUTS: Final = frozenset({"à", "au", "aux", "en", "by", "par", "avec", "lors", "dans", "comme"})
_TAILS: Final = (" le", " du", " des", " les", " de", " la", " d'", " et")
_SIDES: Final = 7
"""Tokens after an agreement in which "entre" or "avec" brings its parties."""
_TITLE: Final = 12
"""Tokens of a title in guillemets and the words around it."""
_LENGTHS: Final = frozenset({"kilomètres", "kilomètre", "mètres", "km", "m"})
_PARTIES: Final = frozenset({"entre", "avec"})
_DETERMINED: Final = frozenset({"DET", "ADP", "ADJ", "NUM", "SPACE"})
_OF: Final = frozenset({"de", "du", "des", "d'", "d’"})
_ARTICLES: Final = frozenset({"la", "l'", "l’", "le", "les"})


@dataclass(frozen=True)
class EventNoun:
    """A word that may be an event: its token, the proper name it bears or stands in, how far it can be trusted (the
    column `weak` of the lexicon, "0" for the surest) and the characters of its name, end exclusive."""

    head: Token
    named: Span | None
    weak: str
    start: int
    end: int

    @property
    def first(self) -> Token:
        """The first word of the event: of its name where that begins before its noun, else the noun."""
        return self.named[0] if self.named is not None and self.named.start < self.head.i else self.head


def event_nouns(context: FactContext) -> Iterator[EventNoun]:
    """Yield the words and the names of events, in order; of a word and the name beside it, one."""
    weak = _weak()
    past = 0
    for token in tokens_among(context.doc, _first_words()):
        known = token.lower_ in weak or compound_weak(token) is not None
        if token.i < past or not known or is_other_sense(token):
            continue
        sure = compound_weak(token) or weak.get(token.lower_, "2")
        if token.lower_ == "table" and compound_weak(token) is None:
            continue
        named = _name_of(token)
        if named is None and sure in {"2", "3"} and not _first_stone(token):
            continue
        if named is None and _names_its_complement(token):
            continue
        start, end = _bounds(context, token, named)
        past = named.end if named is not None else context.token_at(end - 1).i + 1
        yield EventNoun(token, named, sure, start, end)


def named_events(context: FactContext) -> Iterator[EventNoun]:
    """Yield the names that no word of an event introduces here: products and events alike, the verb tells which."""
    words = read_words("event_words")
    for span in context.doc.ents:
        known = any(word.lower_ in words for word in span.doc[max(0, span.start - 1) : span.end])
        sure = "name" if span.label_ == "MISC" else "body"
        first = span.start - text_sentence(span.root).start <= (span.doc[max(0, span.start - 1)].pos_ == "DET")
        if span.label_ in _NAMES and not known and not _is_complement(span) and (sure == "name" or first):
            yield EventNoun(span.root, span, sure, span.start_char, span.end_char)


def _is_complement(span: Span) -> bool:
    """Return whether the name completes another noun: "fondatrice de la plateforme Lumeo", "le jury de Lumeo"."""
    at = span.start - 1
    if at >= 0 and span.doc[at].lower_ in _ARTICLES:
        at -= 1
    return at >= 0 and (span.doc[at].pos_ == "NOUN" or span.doc[at].lower_ in _OF)


def is_other_sense(token: Token) -> bool:
    """Return whether the word names no event here: a venue ("salle des fêtes"), part of another name, a participle
    ("une borne assemblée à Lens"), an idiom ("de concert"), an agreement ("la convention signée")."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "X"} or token.ent_type_ in {"LOC", "PER"}:
        return True
    if (token.ent_type_ == "ORG" and token.ent_iob_ == "I") or token.lower_ in read_words("site_nouns"):
        return True
    before = token.doc[token.i - 1] if token.i > 0 else None
    if token.pos_ == "ADJ" and (before is None or before.pos_ not in _DETERMINED):
        return True
    if before is not None and (before.pos_ == "ADV" or before.lower_ == "sans"):
        return True
    body = token.text == "Congrès" and token.is_sent_start is False and token.ent_type_ in {"", "ORG"}
    of = before is not None and before.lower_ in {"de", "au", "d'"}
    bare = body or (of and token.lower_ in {"concert", "sommet"} and token.ent_type_ != "MISC")
    after = token.doc[token.i + 1 : min(token.i + _SIDES, text_sentence(token).end)]
    signed = is_agreement(token) and (
        any(word.lower_ in _PARTIES for word in after)
        or any(
            word.lower_.startswith(("sign", "cosign", "conclu", "approuv", "paraph")) for word in text_sentence(token)
        )
    )
    return bare or signed or _of_venue(token) or _is_measured(token) or _is_mood(token)


def _is_mood(token: Token) -> bool:
    """Return whether the words are an idiom: "n'avaient pas le cœur à la fête", "sera à la fête"."""
    words = [word.lower_ for word in token.doc[max(0, token.i - 3) : token.i]]
    return (
        token.lower_ == "fête" and words[-2:] == ["à", "la"] and words[0] in {"cœur", "est", "était", "sera", "étaient"}
    )


def _is_measured(token: Token) -> bool:
    """Return whether a distance is measured to the word ("à huit kilomètres du sommet"), or a number makes it a share
    ("une course sur huit")."""
    after = token.doc[token.i + 1 : token.i + 3]
    share = len(after) > 1 and after[0].lower_ == "sur" and _is_number(after[1])
    before = {word.lower_ for word in token.doc[max(0, token.i - 3) : token.i]}
    return share or bool(before & _LENGTHS and token.lower_ == "sommet") or _follows_event(token)


def _is_number(word: Token) -> bool:
    return word.like_num or word.lower_ in read_words("numerals")


def _follows_event(token: Token) -> bool:
    """Return whether the word is the edition of an event named before: "la brocante, dont la 32e édition est"."""
    words = token.doc[max(text_sentence(token).start, token.i - _TITLE) : token.i]
    dont = next((word.i for word in reversed(words) if word.lower_ == "dont"), None)
    if dont is None or dont < token.i - 3 or token.lower_ not in read_words("event_parts"):
        return False
    return any(word.lower_ in read_words("event_words", weak="0") for word in words if word.i < dont)


def compound_weak(token: Token) -> str | None:
    """Return how far two words that name an event together can be trusted ("portes ouvertes"), null for others."""
    if token.i + 1 == len(token.doc):
        return None
    return compounds().get((token.lower_, token.nbor().lower_))


@cache
def _weak() -> Mapping[str, str]:
    return {row["form"]: row["weak"] for row in read_lexicon("event_words")}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_weak()) | {first for first, _ in compounds()}


@cache
def compounds() -> Mapping[tuple[str, str], str]:
    """Return the column `weak` of each pair of words of `event_compounds`."""
    return {(row["first"], row["second"]): row["weak"] for row in read_lexicon("event_compounds")}


def _of_venue(token: Token) -> bool:
    """Return whether the word completes a venue: "salle des fêtes", "palais des congrès"."""
    before = [word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]]
    return len(before) == 2 and before[0] in read_words("venue_nouns") and before[1] in {"des", "de", "du", "d'"}


def _name_of(token: Token) -> Span | None:
    """Return the proper name of the event: the one the word stands in, or that follows it ("le salon Agrivert", "la
    41e édition de Terr'Agro"), or that a relative "dont" takes up ("Terr'Agro, dont la 41e édition")."""
    sentence = text_sentence(token)
    part = token.lower_ in read_words("event_parts")
    if part and "dont" in [word.lower_ for word in token.doc[max(sentence.start, token.i - 3) : token.i]]:
        return next(
            (span for span in reversed(names_in(sentence)) if span.label_ == "MISC" and span.end <= token.i), None
        )
    for span in names_in(sentence):
        if span.label_ == "MISC" and span.start <= token.i < span.end:
            return span
        if span.label_ in _NAMES and span.start == token.i + 1:
            return span if span.label_ == "MISC" or token.lower_ in read_words("event_words", weak="0") else None
        between = [word.lower_ for word in token.doc[token.i + 1 : span.start]]
        if between[-1:] == ["«"] and between[0] in _OF:
            between = between[:-1]
        if span.label_ == "MISC" and between in ([","], ["«"], ["de"], ["d'"], ["d’"], ["du"], ["des"], ["de", "la"]):
            return span
    return None


def _first_stone(token: Token) -> bool:
    return token.lower_ == "pierre" and token.i > 0 and token.nbor(-1).lower_ == "première"


def _names_its_complement(token: Token) -> bool:
    """Return whether the event is the word's complement: "la neuvième édition du festival"."""
    after = [w.lower_ for w in token.doc[token.i + 1 : token.i + 5]]
    if token.lower_ not in read_words("event_parts") or not after or after[0] not in _OF:
        return False
    return any(word in read_words("event_words") for word in after[1:])


def _bounds(context: FactContext, token: Token, named: Span | None) -> tuple[int, int]:
    if named is None:
        title = quoted_title(token)
        return (token.idx, title[1]) if title is not None else _phrase(context, token)
    beside = token.i < named.start and named.start == token.i + 1
    return (token.idx if beside else named.start_char), named.end_char


def quoted_title(token: Token) -> tuple[int, int] | None:
    """Return where the title in guillemets right after a noun ends: the token after its closing guillemet and the
    character after its last word, both exclusive; "une exposition, « Toits du monde », sera"."""
    after = token.doc[token.i + 1 : token.i + _TITLE]
    opening = next((word.i for word in after[:2] if word.text == "«"), None)
    closing = next((word.i for word in after if word.text == "»"), None)
    if opening is None or closing is None or not opening + 1 < closing:
        return None
    last = token.doc[closing - 1]
    while last.is_space:
        last = last.nbor(-1)
    return closing + 1, last.idx + len(last)


def _phrase(context: FactContext, token: Token) -> tuple[int, int]:
    """Bound the event's name: its noun with adjectives and "de" complements, before any date, place or verb."""
    start, end = phrase_bounds(token)
    cuts = [date.start for date in context.dates if start < date.start < end]
    for child in token.subtree:
        verbal = child.pos_ in {"VERB", "AUX"} or child.lower_ in _CUTS or child.text in {"(", "«", ":", ","}
        if child.idx > token.idx and (verbal or child.is_space):
            cuts.append(child.idx)
    if compound_weak(token) and token.nbor().lower_ not in _OF:
        end = max(end, token.nbor().idx + len(token.nbor()))
        cuts = [cut for cut in cuts if cut > token.nbor().idx]
    end = min([end, *cuts])
    first = context.token_at(start)
    if first.pos_ not in {"ADJ", "NOUN", "NUM", "PROPN"} or first.i < token.i - 3:
        start = token.idx
    words = context.text[start:end].rstrip(" ,;(")
    for tail in _TAILS:
        words = words.removesuffix(tail).rstrip(" ,;")
    return start, max(start + len(words), token.idx + len(token), end_of_pair(context, token, start + len(words)))
