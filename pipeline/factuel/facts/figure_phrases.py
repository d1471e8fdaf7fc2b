"""What a figure counts (`of`): the noun after it, the noun it completes, or the subject of a verb of quantity."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.figure_noun_phrases import noun_phrase
from factuel.facts.syntax import ancestors, governing_verb, objects, preposition, subjects
from factuel.models import read_words, verb_forms
from factuel.records import FigureMention

_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_OF: Final = frozenset({"de", "d'", "d’", "des", "du"})
_REACH: Final = 10
_PURPOSE: Final = frozenset({"dans", "pour", "au", "aux", "à"})


def counted_head(span: Span) -> Token | None:
    """Return the head of the noun phrase that the figure's words belong to, when there is one near."""
    root: Token = span.root
    if root.dep_ == "nummod" and root.head.i >= span.start and root.head.i - span.end <= 3:
        return root.head
    return root if root.pos_ in _NOMINAL else None


def readings(context: FactContext, span: Span, mention: FigureMention) -> Iterator[tuple[str, str | None]]:
    """Yield the name and the outcome of each way to read what a sum, a rate, a measure or a bare count is of."""
    for name, read in _READERS.items():
        yield name, read(context, span)


def _completed(context: FactContext, span: Span) -> str | None:
    """ "un budget de 3 M€", "un chiffre d'affaires de 1,08 Md€ (+3,2 %)"."""
    for head in ancestors(span.root):
        inside = span.start <= head.i < span.end
        if inside:
            continue
        if head.pos_ not in {"NOUN"} or head.ent_type_ or head.i > span.start or span.start - head.i > _REACH:
            return None
        if any(figure.start <= head.idx < figure.end for figure in context.figures):
            return None
        return _carried(context, head, span) or noun_phrase(context, _whole(head), limit=span.start)
    return None


def _whole(head: Token) -> Token:
    """ "une levée de fonds", "un contrat d'achat d'électricité": the noun that a bare complement belongs to."""
    while head.dep_ == "nmod" and head.head.pos_ == "NOUN" and head.head.i < head.i:
        if any(child.dep_ == "det" for child in head.children) or preposition(head) not in _OF:
            break
        head = head.head
    return head


def _carried(context: FactContext, head: Token, span: Span) -> str | None:
    """ "une cave d'une surface de 48 m²", "en hausse de 6 %", "coût des travaux : 3 M€": the noun that is meant."""
    if head.lower_ not in read_words("carrier_nouns"):
        return None
    doc = context.doc
    if head.i + 1 < span.start and doc[head.i + 1].lower_ in _OF:
        noun = next((word for word in doc[head.i + 2 : span.start] if word.pos_ == "NOUN"), None)
        if noun is not None and noun.i < span.start - 1:
            return noun_phrase(context, noun, limit=span.start)
    for word in reversed(doc[max(sent_of(head).start, head.i - _REACH) : head.i]):
        if word.pos_ == "NOUN" and not word.ent_type_ and word.lower_ not in read_words("carrier_nouns"):
            top = word.head if word.dep_ == "nmod" and word.head.pos_ == "NOUN" and word.head.i < word.i else word
            return noun_phrase(context, top, limit=head.i - 1)
    return None


def _modified(context: FactContext, span: Span) -> str | None:
    """ "un prix doté de 10 000 euros", "des victimes âgées de 81 ans", "les murs, 18 000 m²": the noun on the left of
    a participle or a comma."""
    doc, at = context.doc, span.start - 1
    while at > sent_of(span).start and (doc[at].lower_ in _OF | {"à", "entre"} or doc[at].text in {"«", '"', "+", "("}):
        at -= 1
    if at <= sent_of(span).start:
        return None
    participle = doc[at].pos_ in {"VERB", "ADJ"} and doc[at].dep_ in {"acl", "amod", "conj", "advcl"}
    named = doc[at].pos_ == "NOUN" and at < span.start - 1 and not doc[at].ent_type_
    if participle or named or doc[at].text in {",", ":"}:
        at -= not named
        while at > sent_of(span).start and (doc[at].is_punct or doc[at].pos_ == "ADV" or doc[at].ent_type_):
            at -= 1
        return _noun_phrase_ending(context, at, span)
    return None


def _noun_phrase_ending(context: FactContext, at: int, span: Span) -> str | None:
    """Return the noun phrase whose last word is token `at`: from its article on."""
    doc, head = context.doc, None
    for word in reversed(doc[max(sent_of(span).start, at - 6) : at + 1]):
        if word.pos_ not in {"NOUN", "ADJ", "ADP", "DET", "PROPN"} or word.is_punct:
            break
        if word.pos_ == "NOUN" and not word.ent_type_:
            head = word
        if word.pos_ == "DET" and (word.i == 0 or doc[word.i - 1].lower_ not in _OF):
            break
    return noun_phrase(context, head, limit=min(at + 1, span.start)) if head is not None else None


def _measured(context: FactContext, span: Span) -> str | None:
    """ "La dette nette est ramenée à 212 M€", "les ventes ont fléchi de 1,8 %"."""
    verb = governing_verb(span.root)
    forms = verb_forms("quantity_verbs")
    if verb.lower_ not in forms and not any(child.lower_ in forms and child.dep_ == "cop" for child in verb.children):
        return None
    given = [word for word in objects(verb) if not span.start <= word.i < span.end and word.i > span.start]
    for subject in [*given, *subjects(verb)]:
        if any(figure.start <= subject.idx < figure.end for figure in context.figures):
            continue
        if subject.pos_ == "NOUN" and not subject.ent_type_ and subject.lower_ not in read_words("organisation_nouns"):
            return _carried(context, subject, span) or noun_phrase(
                context, subject, limit=span.start if subject.i < span.start else None
            )
    return None


def _purpose(context: FactContext, span: Span) -> str | None:
    """ "2 M€ dans une chaîne d'embouteillage", "500 F au comité": what the money is for."""
    doc, at = context.doc, span.end
    if at >= len(doc) or doc[at].lower_ not in _PURPOSE:
        return None
    for word in doc[at + 1 : at + 5]:
        if word.pos_ == "NOUN" and not word.ent_type_ and word.lower_ not in read_words("period_nouns"):
            return noun_phrase(context, word, limit=None)
        if word.pos_ not in {"DET", "ADJ", "ADP", "NUM"}:
            return None
    return None


def _acted_on(context: FactContext, span: Span) -> str | None:
    """ "réduire de 15 % d'ici à 2030 les pertes", "porte à 18 000 le nombre de saisonniers": the object that stands
    after the figure of its verb."""
    doc, at = context.doc, span.start - 1
    figures = [
        figure for figure in context.figures if figure.end <= span.start_char and span.start_char - figure.end < 5
    ]
    if figures and doc[at].lower_ in {"à", "ou", "et"}:
        at = context.token_at(figures[-1].start).i - 1
    own = [word for word in span if word.idx < span._.figure.measure.start and word.lower_ in _GOVERNED]
    if at < 1 or (doc[at].lower_ not in _GOVERNED and not own):
        return None
    verb = doc[at] if own and doc[at].lower_ not in _GOVERNED else doc[at - 1]
    if verb.pos_ != "VERB" and not any(word.pos_ == "VERB" for word in span):
        return None
    return _object_after(context, span)


def _object_after(context: FactContext, span: Span) -> str | None:
    """Return the noun phrase with its article that is the first after a figure, dates and other figures passed over."""
    spots = [(spot.start, spot.end) for spot in (*context.dates, *context.figures)]
    words = [word for word in context.doc[span.end : span.end + _REACH] if word.i < sent_of(span).end]
    for at, word in enumerate(words):
        follows = any(start <= word.idx + len(word) + 1 <= end for start, end in spots) and word.pos_ == "ADP"
        if follows or any(start <= word.idx < end for start, end in spots) or word.pos_ == "ADV":
            continue
        if word.lower_ in _DETERMINERS and at + 1 < len(words):
            noun = next((one for one in words[at + 1 : at + 3] if one.pos_ == "NOUN" and not one.ent_type_), None)
            if noun is None or noun.lower_ in read_words("period_nouns"):
                return None
            counted = noun.lower_ in read_words("carrier_nouns") and noun.i + 2 < len(context.doc)
            if counted and context.doc[noun.i + 1].lower_ in _OF:
                noun = next((one for one in context.doc[noun.i + 2 : noun.i + 4] if one.pos_ == "NOUN"), noun)
            return noun_phrase(context, noun, limit=None)
        return None
    return None


_GOVERNED: Final = frozenset({"de", "d'", "d’", "à"})
_DETERMINERS: Final = frozenset({"le", "la", "l'", "l’", "les", "son", "sa", "ses", "leur", "leurs"})
_READERS: Final[Mapping[str, Callable[[FactContext, Span], str | None]]] = {
    "completed": _completed,
    "modified": _modified,
    "measured": _measured,
    "purpose": _purpose,
    "acted on": _acted_on,
}
