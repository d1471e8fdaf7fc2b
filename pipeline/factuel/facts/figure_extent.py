"""How far the phrase that a figure counts goes: the finder stops early, the parse shows the adjectives after it, its
complement ("enfants de la vallée"), the noun it is coordinated with and the tail it is one expression with."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.context import FactContext
from factuel.facts.syntax import has_feature
from factuel.models import read_words
from factuel.records import FigureMention

_OF: Final = frozenset({"de", "d'", "d’", "du", "des"})
_LINKS: Final = frozenset({"de", "d'", "d’"})
_DEFINITE: Final = frozenset({"la", "l'", "l’"})
_TAIL: Final = 3
"""Words of the longest tail."""
_STEM: Final = 4
"""Letters that the names of both genders have in common ("soudeurs et soudeuses"), whatever the tag of the second."""
_COUNTS: Final = frozenset({"count", "percentage", "measure"})
_ENDINGS: Final = ("isés", "isées", "ifiés", "ifiées")
"""Endings that nouns do not have; the parser takes these participles for nouns."""


def whole_phrase(context: FactContext, span: Span, mention: FigureMention, of: str) -> str:
    """Return the counted phrase of the finder up to where the parse says that it ends."""
    start = context.text.find(of, span.start_char)
    if start < 0:
        return of
    end = start + len(of)
    last = context.token_at(end - 1)
    if last.idx + len(last) != end:
        return of
    stop = _with_adjective(last)
    stop = _with_tail(context, stop)
    pair = _with_pair(stop)
    if pair == stop and mention.measure.kind in _COUNTS:
        pair = _with_complement(context, stop, of)
    return context.text[start : pair.idx + len(pair)]


def says_no_noun(context: FactContext, span: Span, of: str) -> bool:
    """ "80 réalisés à l'export", "12 autres": only an adjective or a participle follows, of a noun said before."""
    at = context.text.find(of, span.start_char)
    word = context.token_at(at) if at >= 0 else None
    if word is None or " " in of or word.ent_type_:
        return False
    adjective = word.lower_ in read_words("bare_adjectives")
    verbal = has_feature(word, "VerbForm", "Part") and word.pos_ in {"VERB", "ADJ"}
    return adjective or verbal or word.lower_.endswith(_ENDINGS)


def _next(word: Token) -> Token | None:
    """Return the word after, in its sentence."""
    doc: Doc = word.doc
    at = word.i + 1
    return doc[at] if at < len(doc) and not doc[at].is_sent_start and not doc[at].is_space else None


def _with_adjective(last: Token) -> Token:
    """ "halles encore vides", "casques bleus ghanéens": adjectives in the plural that are right after."""
    word = _next(last)
    if word is not None and word.pos_ == "ADV" and word.is_alpha and word.lower_ not in {"pas", "plus", "moins"}:
        word = _next(word)
    fits = word is not None and word.pos_ == "ADJ" and not word.ent_type_ and word.is_alpha
    if word is None or not fits or not word.lower_.endswith(("s", "x")) or not last.lower_.endswith(("s", "x")):
        return last
    return word if word.head.i <= last.i and word.lower_ not in read_words("counted_adjectives") else last


def _with_tail(context: FactContext, last: Token) -> Token:
    words = [word for word in last.doc[last.i + 1 : last.i + 2 + _TAIL]]
    for length in range(len(words), 0, -1):
        said = context.text[words[0].idx : words[length - 1].idx + len(words[length - 1])].lower().replace("’", "'")
        if said in read_words("phrase_tails"):
            return words[length - 1]
    return last


def _with_pair(last: Token) -> Token:
    """ "parfumeurs et évaluateurs", "syndicats et d'associations": a bare noun in the plural after "et"."""
    link = _next(last)
    word = _next(link) if link is not None and link.lower_ == "et" else None
    if word is not None and word.lower_ in _LINKS:
        word = _next(word)
    if word is None or word.ent_type_ or not word.is_alpha:
        return last
    nominal = word.pos_ == "NOUN" or (word.pos_ == "ADJ" and last.pos_ == "NOUN")
    if not nominal and word.lower_[:_STEM] != last.lower_[:_STEM]:
        return last
    both = word.lower_.endswith(("s", "x")) and last.lower_.endswith(("s", "x"))
    return word if both else last


def _with_complement(context: FactContext, last: Token, of: str) -> Token:
    """ "enfants de la vallée", "amendements du gouvernement": a common noun with its article and no name beside."""
    link = _next(last)
    if link is None or link.lower_ not in _OF or any(word.lower() in _OF for word in of.split(" ")):
        return last
    noun = _next(link)
    if link.lower_ in _LINKS:
        noun = _next(noun) if noun is not None and noun.lower_ in _DEFINITE else None
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ or noun.lower_ in read_words("period_nouns"):
        return last
    end = _with_second(_adjective_of(noun))
    nested = _next(end)
    far = _next(nested) if nested is not None else None
    named = any(word is not None and bool(word.ent_type_) for word in (nested, far))
    nests = nested is not None and nested.lower_ in _OF
    return last if named or nests or _is_counted(context, noun) else end


def _adjective_of(noun: Token) -> Token:
    after = _next(noun)
    own = after is not None and after.pos_ == "ADJ" and after.head == noun and not after.ent_type_
    return after if own and after is not None else noun


def _with_second(noun: Token) -> Token:
    """ "de la parfumerie et des arômes": a second complement like the first."""
    words = list(noun.doc[noun.i + 1 : noun.i + 5])
    if len(words) < 3 or words[0].lower_ != "et" or words[1].lower_ not in _OF:
        return noun
    second = words[3] if len(words) > 3 and words[2].lower_ in _DEFINITE else words[2]
    return second if second.pos_ == "NOUN" and not second.ent_type_ else noun


def _is_counted(context: FactContext, noun: Token) -> bool:
    return any(spot.start <= noun.idx < spot.end for spot in (*context.figures, *context.dates))
