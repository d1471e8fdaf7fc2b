"""How a title goes on, piece by piece: complements, adjectives, brackets, "et", and the organisation that ends it.
Token ends are exclusive."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.function_words import (
    demonyms,
    fold,
    function_kinds,
    is_function,
    is_plural,
    organisation_nouns,
    title_words,
)
from factuel.models import read_words, unaccented

_PARTY_LETTERS: Final = 6
_HEAD: Final = 8
_TERM: Final = 10
"""Tokens from a title back to its head, and of the dates of a term of office."""
_ELECTED: Final = frozenset({"state", "civic"})
Step = tuple[int, Span | None, int | None]
"""The end of a piece, the organisation it names, where a common noun that stands for an organisation begins."""


def step(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """Read one more piece of a title at token `at`: return (its end, the organisation it names, where a common noun
    that stands for an organisation begins), or None where the title ends."""
    token, word = doc[at], fold(doc[at])
    if is_party(token) or (length := phrase_length(doc, at)):
        return at + (1 if is_party(token) else length), None, None
    if at in names:
        return (names[at].end, names[at], None) if names[at].label_ in {"ORG", "MISC"} else None
    if word in title_words("of") or word in {"du", "des", "au", "aux"}:
        if word in {"sur", "dans"} and at + 1 in names and not _is_trade(doc, at):
            return None
        return _dated(doc, at, names) or _complement(doc, at, names)
    if word in {"et", "&"}:
        return _linked(doc, at, names)
    if token.text == "(":
        return _bracket(doc, at, names)
    if token.text == ",":
        return _dated_aside(doc, at, names)
    length = _described(token, word)
    return (at + length, None, None) if length else None


def phrase_length(doc: Doc, at: int, role: str | None = None) -> int:
    """Return how many tokens "de l'époque", "d'alors" (`then`) or "par intérim" (`tail`) takes at a token, else 0."""
    phrases = title_words(role) if role is not None else title_words("then") | title_words("tail")
    lengths = (length for length in (3, 2) if unaccented(doc[at : at + length].text).replace("’", "'") in phrases)
    return next(lengths, 0)


def _described(token: Token, word: str) -> int:
    """Return how many tokens an adjective, noun, "non inscrit" or what a hyphen ties on takes, 0 when it is none."""
    before = token.nbor(-1)
    if word in demonyms() or word in title_words("after") | title_words("leaving") | title_words("dropped"):
        return 1
    if token.text == "-" and not token.whitespace_ and not before.whitespace_ and token.i + 1 < len(token.doc):
        return 2
    if token.text.startswith("-") and len(token) > 1:
        return 1
    if word == "non" or (fold(before) == "non" and token.pos_ == "VERB") or fold(before) == "numero":
        return 1
    return int(token.pos_ in {"ADJ", "NOUN"} and (not token.is_title or word in function_kinds()))


def _bracket(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """Step over "(sans étiquette)" when the title goes on after it."""
    for close in range(at + 1, min(at + 6, len(doc) - 1)):
        if doc[close].text == ")":
            return _complement(doc, close + 1, names) if fold(doc[close + 1]) in {"de", "du", "des", "d'"} else None
    return None


def _is_trade(doc: Doc, at: int) -> bool:
    """Return whether the last function before token `at` is a profession: "animateur sur Radio X", but a minister says
    something "sur Radio X"."""
    kinds = (function_kinds().get(fold(word)) for word in reversed(doc[max(0, at - _HEAD) : at]))
    return next((kind for kind in kinds if kind is not None), None) == "profession"


def _dated(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """Step over the dates of "cofondateur en 1963 de la coopérative", "directeur de mai 2014 à juin 2016 du club"."""
    months, dated = read_words("months"), False
    for close in range(at + 1, min(at + _TERM, len(doc))):
        word = doc[close]
        if dated and fold(word) in {"de", "du", "d'"}:
            after = _complement(doc, close, names)
            return after if after is not None and after[1:] != (None, None) else None
        if not (word.is_digit or word.lower_ in months or fold(word) in {"a", "en", "et", "jusqu'", "fin", "debut"}):
            return None
        dated = word.is_digit
    return None


def _dated_aside(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """Step over the date between commas of "cofondatrice, en 1975, du syndicat"."""
    close = at + 3
    dated = close + 1 < len(doc) and doc[at + 1].lower_ == "en" and doc[at + 2].is_digit and doc[close].text == ","
    return _complement(doc, close + 1, names) if dated and fold(doc[close + 1]) in {"de", "du", "d'"} else None


def _complement(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    noun = at + 1
    while noun < len(doc) and noun not in names and fold(doc[noun]) in title_words("article") | {"de", "d'", "sein"}:
        noun += 1
    if noun >= len(doc) or _is_no_complement(doc[noun]):
        return None
    if fold(doc[noun]) in title_words("fixed"):
        return noun + 1, None, None
    if noun in names:
        named = names[noun].label_ != "PER" and not _is_placed(names[noun])
        return (names[noun].end, names[noun], None) if named else None
    inner = 2 * (unaccented(doc[noun : noun + 2].text) in title_words("inner"))
    if not inner and (_is_of_holder(doc, noun, names) or _is_other_class(doc[noun])):
        return None
    return (noun + inner, None, None) if inner else _noun_complement(doc, at, noun, names)


def _is_other_class(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX", "PRON", "NUM", "DET", "ADV"} and not token.is_title


def _noun_complement(doc: Doc, at: int, noun: int, names: dict[int, Span]) -> Step:
    """Read the complement whose noun is a common one: "de la cellule recrutement", "du groupe Lumeo"."""
    end = _noun_end(doc, noun, names)
    nested = fold(doc[at - 1]) in organisation_nouns()
    if nested and noun not in names:
        return end, None, None
    if unaccented(doc[noun:end].text) in organisation_nouns() or fold(doc[noun]) in organisation_nouns():
        if noun == at + 1 and fold(doc[at]) in {"de", "d'"} and end not in names:
            return end, None, None
        if fold(doc[noun]) in title_words("part") and _is_bare_noun(doc, end, names):
            return end + 1, None, None
        return _named_after(doc, end, names, noun)
    return end, None, None


def _is_bare_noun(doc: Doc, at: int, names: dict[int, Span]) -> bool:
    """ "la cellule recrutement", "le service communication": a noun without preposition names the part of a body."""
    if at >= len(doc) or at in names or doc[at].pos_ != "NOUN":
        return False
    return doc[at].lower_ == doc[at].text and not is_function(doc[at])


def _is_no_complement(token: Token) -> bool:
    """ "directeur de M. X", "directeur d'août 2010 à mai 2014", "directeur pour que"."""
    return (
        token.is_punct
        or token.is_space
        or token.pos_ == "SCONJ"
        or token.lower_ in {"m.", "mme", "mm.", "mlle"} | read_words("months")
    )


def _is_placed(name: Span) -> bool:
    """ "notaire à Lens", "président du club en Bretagne": where somebody works, not for whom."""
    return name.label_ == "LOC" and name.start > 0 and fold(name.doc[name.start - 1]) in {"a", "en"}


def _is_of_holder(doc: Doc, noun: int, names: dict[int, Span]) -> bool:
    """ "chef de cabinet du préfet X", "bras droit du Premier ministre X": the name is the inner function's holder."""
    if not is_function(doc[noun]) or is_plural(doc[noun]):
        return False
    at: int = noun + 1
    while at < len(doc):
        if at in names and names[at].label_ == "PER":
            return True
        ahead = step(doc, at, names)
        if ahead is None or ahead[1] is not None:
            return False
        at = ahead[0]
    return False


def _noun_end(doc: Doc, noun: int, names: dict[int, Span]) -> int:
    """Return the token after a noun, its adjectives and what a hyphen ties to it ("start-up")."""
    end = noun + 1
    while end < len(doc) and doc[end].pos_ == "ADJ" and end not in names:
        end += 1
    while end < len(doc) and doc[end].text.startswith("-") and not doc[end - 1].whitespace_:
        end += 1 if len(doc[end]) > 1 else 2
    return min(end, len(doc))


def _named_after(doc: Doc, end: int, names: dict[int, Span], noun: int) -> Step:
    """After "de l'entreprise", "du groupe": the name that follows, else the common noun stands for it."""
    at = end
    while at < min(len(doc), end + 6) and at not in names:
        word = doc[at]
        plain = word.pos_ in {"NOUN", "ADJ"} and not word.is_title and at > end
        if (
            not plain
            and fold(word) not in title_words("of") | title_words("article")
            and word.text not in {"«", '"', "“"}
        ):
            break
        at += 1
    if at in names and names[at].label_ != "PER" and not _is_placed(names[at]):
        return names[at].end, names[at], None
    if end < len(doc) and fold(doc[end]) in {"de", "d'"} and at > end + 1:
        return end, None, None
    return end, None, noun


def _linked(doc: Doc, at: int, names: dict[int, Span]) -> Step | None:
    """After "et" the title goes on with "de ...", with a bare noun that is no function, or, in Québec, with "chef de la
    direction"."""
    if at + 1 >= len(doc) or at + 1 in names:
        return None
    following = doc[at + 1]
    if unaccented(doc[at + 1 : at + 5].text) in title_words("joined"):
        return at + 5, None, None
    if fold(following) in {"de", "du", "des", "d'", "a"}:
        return _complement(doc, at + 1, names)
    bare = following.pos_ in {"NOUN", "ADJ"} and not following.is_title and not is_function(following)
    opens = title_words("former") | title_words("skipped") | title_words("article") | title_words("adverb")
    if bare and fold(following) not in opens:
        return at + 2, None, None
    return None


def is_party(token: Token) -> bool:
    """ "maire RPR de Paris", "député européen PS Karim Haddad": the party between a function of someone elected and its
    place, or an acronym that is no organisation's elsewhere in front of the name."""
    doc, at = token.doc, token.i + 1
    head = token.i - 1
    while head > 0 and doc[head].pos_ == "ADJ":
        head -= 1
    if at >= len(doc) or head < 0 or function_kinds().get(fold(doc[head])) not in _ELECTED:
        return False
    if token.ent_type_ == "ORG" and token.ent_iob_ == "B":
        return fold(doc[at]) in {"de", "du", "des", "d'"}
    acronym = token.text.isupper() and token.is_alpha and len(token) <= _PARTY_LETTERS
    return acronym and doc[at].ent_type_ == "PER" and doc[at].ent_iob_ == "B"
