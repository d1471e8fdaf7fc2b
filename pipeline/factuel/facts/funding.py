"""Money given, raised or paid, read from the words around a sum where the parse of press prose loses its verb.

Each reader looks at one wording, a few words to the left and right of the sum, within its sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import actor, main_organisation, reference
from factuel.facts.context import FactContext
from factuel.facts.nearby import coordinated, text_sentence
from factuel.facts.syntax import governing_verb, has_feature, subjects
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef

_GIVERS: Final = frozenset({"organisation", "place"})
_OF: Final = frozenset({"de", "du", "d'", "d’", "des"})
_FROM: Final = _OF | {"par", "auprès"}
_TO: Final = frozenset({"à", "au", "aux", "dans", "pour"})
_ENDS: Final = frozenset({";", "«", "»"})
_ASIDE: Final = frozenset({"à", "en", "chez", "avec", "dans", "sur", "pour", "par", "(", "du"})
_DETERMINERS: Final = frozenset({"DET", "ADP", "ADJ", "NUM"})
_LEFT: Final = 14


@dataclass(frozen=True)
class Funding:
    """The word that says that money moves, and who gives it to whom."""

    anchor: Token
    investor: EntityRef | None
    recipient: EntityRef | None


def read_funding(context: FactContext, span: Span) -> Funding | None:
    """Return what the words around a sum of money say of who gives it and who gets it; null when they do not."""
    after = span.doc[span.end : min(span.end + 3, text_sentence(span.root).end)]
    if any(word.lower_ in read_words("investment_stops") for word in after):
        return None
    for reader in _READERS:
        found = reader(context, span)
        if found is not None:
            return found if found.investor is not None or found.recipient is not None else None
    return None


def _share(context: FactContext, span: Span) -> Funding | None:
    """ "dont 4 M€ de la région X", "dont 35 M€ de subventions accordées par X", "12 M€ viennent de X"."""
    said = [word.lower_ for word in span.doc[max(text_sentence(span.root).start, span.start - 3) : span.start]]
    comes = next((w for w in span.doc[span.end : span.end + 3] if w.lower_ in verb_forms("provenance_verbs")), None)
    if "dont" not in said and comes is None:
        return None
    giver = _name_right(context, span, _FROM, reach=10 if "dont" in said else 5)
    return Funding(comes or span[0], giver, None) if giver is not None else None


def _level(context: FactContext, span: Span) -> Funding | None:
    """ "Le tour est conduit par Ardelis, à hauteur de 20 millions": who leads it gives that much."""
    level = next((word for word in _leftwards(span, reach=4) if word.lower_ == "hauteur"), None)
    level = level or next((word for word in span if word.lower_ == "hauteur"), None)
    if level is None or not _cue(text_sentence(span.root)):
        return None
    name = next((name for name in reversed(text_sentence(span.root).ents) if name.end <= level.i), None)
    led = name is not None and level.i - name.end <= 3 and _by(name)
    return Funding(level, reference(context, name, _GIVERS), None) if led else None


def _by(name: Span) -> bool:
    return "par" in [word.lower_ for word in name.doc[max(text_sentence(name.root).start, name.start - 4) : name.start]]


def _bracketed(context: FactContext, span: Span) -> Funding | None:
    """ "avec la participation de Noshaq (7 M€)": a sum in brackets after a name, where money is raised."""
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].text != "(" or not _cue(text_sentence(span.root)):
        return None
    name = next(
        (name for name in text_sentence(span.root).ents if name.end == span.start - 1 and name.label_ == "ORG"), None
    )
    return Funding(span[0], reference(context, name), None) if name is not None else None


def _bought(context: FactContext, span: Span) -> Funding | None:
    """ "Ardelis rachète Lumeo pour 86 M€", "le rachat de Lumeo (par Ardelis), pour 86 M€"."""
    if span.start == 0 or span.doc[span.start - 1].lower_ not in {"pour", "contre"}:
        return None
    for word in _leftwards(span, reach=30):
        row = verb_forms("purchase_words").get(word.lower_)
        if row is None:
            continue
        bought = next(
            (name for name in text_sentence(span.root).ents if name.start > word.i and name.label_ == "ORG"), None
        )
        if bought is None or bought.start > word.i + 5:
            return None
        buyer = actor(context, subjects(word if row["frame"] == "verb" else governing_verb(word)))
        return Funding(word, buyer or _name_left(context, word), reference(context, bought))
    return None


def _labelled(context: FactContext, span: Span) -> Funding | None:
    """ "Montant : 57 M€", "L'investissement total s'élève à 118 M€": the article's company invests."""
    first = next((word for word in text_sentence(span.root) if word.pos_ not in {"DET", "PUNCT", "SPACE"}), None)
    if first is None or first.i >= span.start or first.lower_ not in read_words("investment_labels"):
        return None
    between = span.doc[first.i + 1 : span.start]
    if len(between) > 10 or (":" not in [word.text for word in between] and first.lower_ == "montant"):
        return None
    return Funding(first, main_organisation(context, span.start_char), None)


def _noun(context: FactContext, span: Span) -> Funding | None:
    """ "une subvention de 1,8 MF", "un tour de table de 3 M€ auprès de X", "600 000 euros d'avances de la région"."""
    frames = {row["form"]: row["frame"] for row in read_lexicon("investment_words")}
    near = list(_leftwards(span, reach=6))
    near = list(_leftwards(span, reach=11)) if {"total", "montant"} & {word.lower_ for word in near} else near
    head = next((word for word in near if word.lower_ in frames), None)
    if head is None:
        right = span.doc[span.end : min(span.end + 3, text_sentence(span.root).end)]
        head = next((word for word in right if word.lower_ in frames), None)
        if head is None or right[0].lower_ not in _OF:
            return None
    if head.lower_ in {"tour", "levée"} and not {"table", "fonds"} & {w.lower_ for w in head.doc[head.i : head.i + 3]}:
        return None
    frame, verb = frames[head.lower_], _verb_left(head)
    who = _subject(context, verb, head)
    row = verb_forms("investment_verbs").get(verb.lower_) if verb is not None else None
    if frame == "raises" or (row is not None and row["frame"] == "receives"):
        return Funding(head, _name_right(context, span, _FROM, reach=9), who or _topic(context, span))
    if frame == "invested":
        return Funding(head, who or _topic(context, span), None)
    giver = _name_right(context, span, frozenset({"par"}), reach=6)
    if giver is None and verb is None:
        return None
    return Funding(head, giver or who, _name_right(context, span, _TO, reach=7))


def _verb(context: FactContext, span: Span) -> Funding | None:
    """ "La BERD y injecte 6 M€", "accordé 500 F au comité ainsi que 1 200 F au club", "a reçu 3 M€ de X"."""
    forms = verb_forms("investment_verbs")
    for word in _leftwards(span, reach=_LEFT):
        row = forms.get(word.lower_)
        if row is None or not _acts(word):
            if word.pos_ == "VERB" and has_feature(word, "VerbForm", "Fin"):
                return None
            continue
        who = _subject(context, word, word)
        if row["frame"] in {"receives", "raises"}:
            giver = _name_right(context, span, _FROM, reach=12)
            return Funding(word, giver, who) if giver is not None or row["frame"] == "raises" else None
        by = _name_right(context, span, frozenset({"par"}), reach=3)
        return Funding(word, by or who, _name_right(context, span, _TO, reach=6))
    return None


_READERS: Final[tuple[Callable[[FactContext, Span], Funding | None], ...]] = (
    _level, _bracketed, _share, _bought, _labelled, _noun, _verb,
)  # fmt: skip


def _leftwards(span: Span, reach: int) -> Iterator[Token]:
    """Yield the words before the sum, nearest first, up to the start of its clause."""
    for word in reversed(span.doc[max(text_sentence(span.root).start, span.start - reach) : span.start]):
        if word.text in _ENDS and word.text != "«":
            return
        yield word


def _acts(word: Token) -> bool:
    """Return whether a form of a verb of funding is a verb here, not the noun it may also be ("une aide")."""
    if word.pos_ in {"VERB", "AUX"} or has_feature(word, "VerbForm", "Part"):
        return True
    before = word.doc[word.i - 1] if word.i > word.sent.start else None
    return word.lower_ not in read_words("investment_words") and before is not None and before.pos_ not in _DETERMINERS


def _verb_left(head: Token) -> Token | None:
    """Return the verb whose complement the noun is: the nearest before it in its clause."""
    for word in reversed(head.doc[max(text_sentence(head).start, head.i - 12) : head.i]):
        if word.text in _ENDS:
            return None
        if (word.pos_ == "VERB" or word.lower_ in verb_forms("investment_verbs")) and _acts(word):
            return word
    return None


def _subject(context: FactContext, verb: Token | None, head: Token) -> EntityRef | None:
    """Return the subject of the verb, as parsed, else the name before it."""
    if verb is None:
        return None
    words = [word for word in subjects(verb) if word != head]
    return actor(context, words, _GIVERS) or _name_left(context, verb)


def _name_left(context: FactContext, verb: Token) -> EntityRef | None:
    """Return the organisation or place that begins the sentence's clause before a verb, no other verb between."""
    for name in reversed([name for name in text_sentence(verb).ents if name.end <= verb.i]):
        between = verb.doc[name.end : verb.i]
        if any(word.pos_ == "VERB" and has_feature(word, "VerbForm", "Fin") for word in between):
            return None
        before = {word.lower_ for word in verb.doc[max(text_sentence(name.root).start, name.start - 3) : name.start]}
        if name.label_ in {"ORG", "LOC"} and not before & _ASIDE:
            return reference(context, _first_of(name), _GIVERS)
    return None


def _first_of(last: Span) -> Span:
    """Return the first of the names coordinated with the last: "Lumeo, Ardelis et Novaterre"."""
    for name in text_sentence(last.root).ents:
        if name.label_ == last.label_ and name.start <= last.start and last in coordinated(name, last.label_):
            return name
    return last


def _name_right(context: FactContext, span: Span, words: frozenset[str], reach: int) -> EntityRef | None:
    """Return the first name after the sum, when one of the words introduces it."""
    for name in text_sentence(span.root).ents:
        if name.start < span.end:
            continue
        between = span.doc[span.end : name.start]
        broken = any(word.text in _ENDS or word.text == ":" for word in between)
        if broken or len(between) > reach or not any(word.lower_ in words for word in between):
            return None
        return reference(context, name, _GIVERS | {"misc"}) if name.label_ != "LOC" or len(between) <= 3 else None
    return None


def _topic(context: FactContext, span: Span) -> EntityRef | None:
    return main_organisation(context, span.start_char)


def _cue(sentence: Span) -> bool:
    words, forms = read_words("investment_words"), verb_forms("investment_verbs")
    return any(word.lower_ in words or word.lower_ in forms for word in sentence)
