"""Names beside a word, where the parse of press prose is not to be trusted: a few tokens away, with no verb between."""

from __future__ import annotations

from spacy.tokens import Span, Token

from factuel.facts.doc_tables import names_in, sent_of, text_sentence
from factuel.models import read_words

_VERBAL = frozenset({"VERB", "AUX"})
_BEING = frozenset({"est", "sont", "était"})
_LINKS = frozenset({"et", "ou", ","})
_TIES = _LINKS | frozenset({"de", "d'", "d’", "du", "à", "au", "aux", "en", "la", "le", "l'", "l’", "les"})
_AT = frozenset({"à", "au", "aux"})
_APART = frozenset({"avec", "par", "chez", "contre", "pour", "dont"})
_BREAKS = frozenset({".", ";", ":", "»", "«"})
_ZONES = frozenset({"zone", "zoning", "technopole", "technopôle"})
_TOWN = frozenset({"à", "au"})


def next_name(token: Token, reach: int) -> Span | None:
    """Return the first name that starts within `reach` tokens after a token, with no verb or full stop between."""
    for span in names_in(text_sentence(token)):
        if token.i < span.start:
            between = token.doc[token.i + 1 : span.start]
            broken = any(word.pos_ in _VERBAL or word.text in _BREAKS or word.text == "," for word in between)
            return None if broken or span.start - token.i > reach else span
    return None


def name_after(
    token: Token, label: str, prepositions: frozenset[str], reach: int, through: frozenset[str] = _BEING
) -> Span | None:
    """Return the first name of a label within `reach` tokens after a token, introduced by one of the prepositions, with
    no verb between but those of `through`."""
    for span in names_in(text_sentence(token)):
        if span.label_ != label or span.start <= token.i:
            continue
        if span.start - token.i > reach:
            return None
        between = token.doc[token.i + 1 : span.start]
        if any((word.pos_ in _VERBAL and word.lower_ not in through) or word.text in _BREAKS for word in between):
            return None
        return span if any(word.lower_ in prepositions for word in between) else None
    return None


def name_before(token: Token, label: str, reach: int) -> Span | None:
    """Return the name of a label that ends within `reach` tokens before a token, with no verb between."""
    for span in reversed([name for name in names_in(text_sentence(token)) if name.end <= token.i]):
        if token.i - span.end > reach or any(word.pos_ in _VERBAL for word in token.doc[span.end : token.i]):
            return None
        if span.label_ == label:
            return span
    return None


def coordinated(first: Span, label: str) -> list[Span]:
    """Return a name and those of its label that "et", "ou" or a comma ties to it: "de Wiltz, de Lens et Douai". A comma
    before "à" only goes on with a list that "et" closes: "à Lens, à Douai et à Lille", not "à Lens, en Belgique"."""
    found = [first]
    sure = 1
    for span in names_in(text_sentence(first.root)):
        if span.start < found[-1].end:
            continue
        between = [word.lower_ for word in first.doc[found[-1].end : span.start]]
        if span.label_ != label or not between or len(between) > 3 or not _TIES.issuperset(between):
            break
        if between[0] not in _LINKS or (between[0] == "," and "en" in between):
            break
        found.append(span)
        if between[0] != "," or not _AT.intersection(between):
            sure = len(found)
    return found[:sure]


def completes_other(name: Span) -> bool:
    """Return whether a name is not placed by the town after it: the town is that of the event or the zone that it
    completes ("sommet de l'Apec, à Auckland"), or the name is a family or a date ("les Moret, à Lens")."""
    words = name.doc[max(text_sentence(name.root).start, name.start - 4) : name.start]
    apart = max((word.i for word in words if word.lower_ in _APART), default=-1)
    words = words[apart + 1 - words.start :] if apart >= 0 else words
    others = read_words("event_words") | read_words("passing_nouns")
    plural = bool(words) and words[-1].lower_ in {"les", "des", "aux"} and len(name) == 1
    dated = name[0].lower_ in read_words("months")
    sure = read_words("event_words", weak="0") if name.label_ == "ORG" else others
    return plural or dated or name[0].lower_ in sure or any(word.lower_ in others for word in words)


def acts_on(participle: Token) -> bool:
    """Return whether the participle is an active verb, whose object is placed: "ont installé leurs courtiers à"."""
    before = [word.lower_ for word in participle.doc[max(sent_of(participle).start, participle.i - 2) : participle.i]]
    after = participle.nbor() if participle.i + 1 < len(participle.doc) else participle
    return bool({"a", "ont", "avait", "avaient", "ayant"} & set(before)) and after.pos_ in {"DET", "NOUN", "NUM"}


def follows_person(participle: Token) -> bool:
    """Return whether "née" follows a person's name in its sentence: "Zoé Marquis, née à Lens"."""
    return any(span.label_ == "PER" and span.start < participle.i for span in names_in(text_sentence(participle)))


def town_of_zone(place: Span) -> Span:
    """Return the town of "dans la zone franche de Lumeo, à Lens" rather than the zone."""
    zone = any(word.lower_ in _ZONES for word in place.doc[max(0, place.start - 4) : place.start])
    town = name_after(place[-1], "LOC", _TOWN, reach=3) if zone else None
    return town if town is not None and place.doc[place.end].text == "," else place
