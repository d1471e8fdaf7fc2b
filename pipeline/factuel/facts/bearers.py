"""Who a nominal statement is about ("membre de", "filiale de", "affiliée à"), and which group it names: the subject of
its "est", the name before its comma, the subject of the clause that it opens."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import reference
from factuel.facts.clauses import Phrase, before_apposition, name_beside, phrase_ending_at, surface_subject
from factuel.facts.context import FactContext
from factuel.facts.descriptions import described, opened, opens
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.meant_bodies import town_meant
from factuel.facts.owners import is_organisation_kind, is_verb, meant, organisation_of
from factuel.facts.participants import participant
from factuel.facts.syntax import has_feature, subjects
from factuel.models import read_words
from factuel.records import Entity, EntityRef

_MEMBERS: Final = frozenset({"organisation", "person", "misc", "place"})
_GROUPS: Final = frozenset({"organisation", "misc"})
_BETWEEN: Final = frozenset({"DET", "ADJ", "ADV", "NUM", "ADP"})
_LINKS: Final = frozenset({"et", "ou"})
_OPENINGS: Final = frozenset({",", "(", "–", "—"})
_STOPS: Final = frozenset({",", ";", ":", "(", ")", "»", "«"})
_QUALIFIERS: Final = frozenset({"date", "droit", "part", "titre", "plein", "choix", "référence"})
"""Words between a noun and its group that say how it is tied: "membre de plein droit d'Ardan"."""
_NO_VERBS: Final = frozenset({"compétitivité", "fondateur", "fondatrice", "fondateurs"})
"""Words of the group's phrase that the parser takes for verbs."""
_REACH: Final = 16
_HALF: Final = 50
_ASIDE: Final = 5
"""Words of an aside between a verb of being and what it says: "devenue, en mars dernier, membre"."""


def bearer(context: FactContext, word: Token) -> tuple[EntityRef | None, Token | None]:
    """Return who a noun or participle is said of, and the verb that says it, null in an apposition."""
    verb = _being_verb(word)
    if verb is not None:
        return subject_of(context, verb), verb
    if opens(word):
        return opened(context, word), None
    at = word.i - 1
    first = text_sentence(word).start
    while at > first and word.doc[at].pos_ in _BETWEEN and word.doc[at].text not in _OPENINGS:
        at -= 1
    before = word.doc[at]
    if before.lower_ in _LINKS:
        comma = next((w for w in reversed(word.doc[max(first, at - _REACH) : at]) if w.text in _OPENINGS), None)
        return (_before_comma(context, comma) if comma is not None else None), None
    if before.text in _OPENINGS and not has_feature(word, "VerbForm", "Part"):
        return _before_comma(context, before), None
    return described(context, word), None


def subject_of(context: FactContext, verb: Token) -> EntityRef | None:
    """Return the participant that is the subject of a verb: a name of any type, or what its noun stands for."""
    phrase = surface_subject(verb)
    if phrase is not None:
        return phrase_reference(context, phrase) or _before_aside(context, verb)
    return next((found for word in subjects(verb) if (found := organisation_of(context, word))), None)


def _before_aside(context: FactContext, verb: Token) -> EntityRef | None:
    """Return who a relative clause is about over an aside: "la société, 63 salariés et 8 M€ de ventes, qui"."""
    at = max(verb.i - 4, text_sentence(verb).start)
    who = next((word for word in verb.doc[at : verb.i] if word.lower_ == "qui"), None)
    comma = who.nbor(-1) if who is not None and who.i else None
    if comma is None or comma.text not in {",", ")"}:
        return None
    further = before_apposition(comma, text_sentence(verb).start)
    return phrase_reference(context, further) if further is not None else None


def phrase_reference(context: FactContext, phrase: Phrase) -> EntityRef | None:
    """Return the reference of a noun phrase: its name, or the organisation or person its noun stands for."""
    if phrase.name is not None:
        return reference(context, phrase.name, _MEMBERS)
    found = organisation_of(context, phrase.head)
    if found is None and (town := town_meant(context, phrase.head)) is not None:
        return context.index.ref(town)
    pointing = phrase.head.lower_ in {"celui-ci", "celle-ci"}
    return found or (None if pointing else participant(context, phrase.head, frozenset({"person"})))


def _before_comma(context: FactContext, comma: Token) -> EntityRef | None:
    """Return what the phrase before a comma names, over other appositions without a determiner."""
    if comma.i == 0:
        return None
    phrase = phrase_ending_at(comma.nbor(-1))
    if phrase is not None and (phrase.name is not None or comma.doc[phrase.start].pos_ == "DET"):
        return phrase_reference(context, phrase) or _last_name(context, comma) or _last_body(context, comma)
    further = before_apposition(comma, text_sentence(comma).start)
    return (phrase_reference(context, further) if further is not None else None) or _last_name(context, comma)


def _last_body(context: FactContext, comma: Token) -> EntityRef | None:
    """Return the organisation of the definite noun of bodies right before a comma, whatever it completes: "c'est le
    pari de la jeune société lyonnaise, membre de"."""
    at = comma.i - 1
    while at > 0 and comma.doc[at].pos_ == "ADJ":
        at -= 1
    return meant(context, comma.doc[at])


def _last_name(context: FactContext, comma: Token) -> EntityRef | None:
    """Return the name that ends right before a comma, whatever governs it: "contre Lumeo, filiale de"."""
    name = next((span for span in names_in(text_sentence(comma)) if span.end == comma.i), None)
    family = name is not None and name.start > 0 and name.doc[name.start - 1].lower_ == "famille"
    return reference(context, name, frozenset({"person" if family else "organisation"}))


def _being_verb(word: Token) -> Token | None:
    for before in reversed(word.doc[max(text_sentence(word).start, word.i - 6) : word.i]):
        if before.text in _STOPS:
            return _verb_before_aside(before)
        if before.lower_ in read_words("being_verbs"):
            return before
        if is_verb(before):
            return None
    return None


def _verb_before_aside(comma: Token) -> Token | None:
    """Return the verb of being right before an aside that a comma closes: "est devenue, en mars, membre de"."""
    words = comma.doc[max(text_sentence(comma).start, comma.i - _ASIDE) : comma.i]
    opening = next((word for word in reversed(words) if word.text in _STOPS), None)
    if opening is None or opening.text != "," or comma.text != "," or opening.i == 0:
        return None
    verb = opening.nbor(-1)
    return verb if verb.lower_ in read_words("being_verbs") else None


def group_after(context: FactContext, word: Token, prepositions: frozenset[str], reach: int = 9) -> EntityRef | None:
    """Return the group that one of the prepositions introduces after a word, over percentages, dates and adverbs."""
    doc, sentence = word.doc, text_sentence(word)
    names = {span.start: span for span in names_in(sentence)}
    introduced = not prepositions
    aside = _aside(word, reach, sentence.end)
    for at in range(word.i + 1, min(word.i + 1 + reach + len(aside), sentence.end)):
        token = doc[at]
        if at in aside:
            continue
        if at in names and introduced:
            return _group_named(context, names[at])
        if token.text in _STOPS or (is_verb(token) and token.lower_ not in _NO_VERBS):
            return None
        if token.lower_ in prepositions:
            introduced = True
        elif prepositions and token.lower_ in _QUALIFIERS:
            introduced = False
        elif introduced and _is_unnamed(token, names) and (prepositions or is_organisation_kind(token)):
            return organisation_of(context, token) if doc[at - 1].pos_ in {"DET", "ADP"} else None
    return None


def _aside(word: Token, reach: int, end: int) -> range:
    """Return the tokens of a short aside between commas right after a word: "Filiale, depuis 2006, du groupe"."""
    first = word.i + 1
    if first >= end or word.doc[first].text != ",":
        return range(0)
    close = next((at for at in range(first + 1, min(first + reach + 3, end)) if word.doc[at].text == ","), None)
    if close is None or any(has_feature(w, "VerbForm", "Fin") or w.ent_type_ == "ORG" for w in word.doc[first:close]):
        return range(0)
    return range(first, close + 1)


def is_minority(word: Token) -> bool:
    """Return whether the share said after a word is under a half ("détient 34 % de", "détenue à 49 % par")."""
    for sign in word.doc[word.i + 1 : min(word.i + 6, text_sentence(word).end)]:
        if sign.text in {"%", "pour"}:
            number = sign.nbor(-1).text.replace(",", ".")
            return number.replace(".", "", 1).isdigit() and float(number) < _HALF
        if sign.text.endswith("%") and sign.text[:-1].isdigit():
            return int(sign.text[:-1]) < _HALF
    return False


def _is_unnamed(token: Token, names: dict[int, Span]) -> bool:
    return token.pos_ == "NOUN" and not _leads_to_name(token, names)


def _leads_to_name(noun: Token, names: dict[int, Span]) -> bool:
    """Return whether a noun announces the name of the group: "du pôle de compétitivité Lumeo"."""
    for at in range(noun.i + 1, min(noun.i + 5, len(noun.doc))):
        if at in names:
            return True
        word = noun.doc[at]
        if word.pos_ not in {"ADJ", "NOUN"} and word.lower_ not in {"de", "d'", "d’"}:
            return False
    return name_beside(noun) is not None


def _group_named(context: FactContext, name: Span) -> EntityRef | None:
    family = name.label_ == "PER" and name.start > 0 and name.doc[name.start - 1].lower_ == "famille"
    return reference(context, name, frozenset({"person"}) if family else _GROUPS)


def is_family(context: FactContext, entity: Entity) -> bool:
    """Return whether the article writes a name of people as that of a family: "la famille Marquis"."""
    return any(context.text[: mention.start].endswith("famille ") for mention in entity.mentions)
