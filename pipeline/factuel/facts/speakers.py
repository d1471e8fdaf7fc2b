"""Who speaks: the entity that the name, noun phrase or pronoun beside a quotation stands for."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.annotation.quotations.antecedents import Gender, is_plural_pronoun, phrase_gender, pronoun_gender
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.facts.context import FactContext
from factuel.facts.function_words import function_kinds
from factuel.facts.profiles import functions, human_nouns
from factuel.models import read_words
from factuel.records import Entity, EntityRef, Quotation

_ARTICLE: Final = re.compile(
    r"(?:(?:les|le|la|une|un|des|ce|cet|cette|ces|son|sa|ses|leurs|leur)\s+|l['’]\s*)(?=\w)", re.IGNORECASE
)
_DEMONSTRATIVE: Final = re.compile(r"(?:ce|cet|cette|ces)\s", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"(?:(?:le|la|ce|cet|cette)\s+|l['’]\s*)(?P<noun>\S.*)", re.IGNORECASE | re.DOTALL)
_POSSESSIVE: Final = re.compile(r"(?:son|sa|ses)\s+(?P<noun>\w+)$", re.IGNORECASE)
_COMPLEMENT: Final = re.compile(r"\s(?:d['’]|(?:de|du|des|à|au|aux|en)\s)", re.IGNORECASE)
_INDEFINITE: Final = re.compile(r"(?:une?|des|plusieurs|certaine?s)\s", re.IGNORECASE)
_LINK: Final = re.compile(r"\b(?:d['’]|(?:de|du|des|à|au|aux|en|chez)\s+(?:la\s+|l['’]|les\s+)?)$", re.IGNORECASE)
_NEXT_SENTENCE: Final = 4
_PARAGRAPHS: Final = re.compile(r"\n\s*")


class Speakers:
    """Resolves the speakers of the quotations of one article, asked in text order."""

    def __init__(self, context: FactContext) -> None:
        self._context = context
        self._index = context.index
        self._unnamed: dict[str, EntityRef] = {}

    def of(self, value: QuotationValue, previous: Quotation | None) -> EntityRef | None:
        """Return who speaks: an entity, else the noun phrase, null for a pronoun that nobody resolves.

        `previous` is the quotation before this one.
        """
        if value.speaker is None:
            return None
        if value.speaker.kind == "pronoun":
            return self._pronoun(value, value.speaker, previous)
        return self._entity(value.speaker, value) or self._noun(value, value.speaker, previous)

    def _text(self, speaker: Speaker) -> str:
        return self._context.text[speaker.start : speaker.end]

    def _entity(self, speaker: Speaker, value: QuotationValue) -> EntityRef | None:
        """Return the entity that the resolver finds, but for the complement of a noun that speaks, and for a person
        who is only spoken of in the words themselves."""
        found = self._context.resolver.resolve(speaker.start, speaker.end)
        if found is None or not found.entity_id or self._is_complement(speaker, found):
            return None
        if speaker.kind == "noun" and self._only_quoted(self._index.by_id[found.entity_id], value):
            return None
        return found

    def _is_complement(self, speaker: Speaker, found: EntityRef) -> bool:
        """Is the entity only the complement of a noun that speaks: the company of "un porte-parole de Lumeo"?"""
        entity = self._index.by_id.get(found.entity_id or "")
        if speaker.kind != "noun" or entity is None:
            return False
        inside = next((mention for mention in entity.mentions if speaker.start < mention.start < speaker.end), None)
        return inside is not None and bool(_LINK.search(self._context.text, speaker.start, inside.start))

    def _only_quoted(self, entity: Entity, value: QuotationValue) -> bool:
        return entity.type == "person" and all(value.start <= m.start < value.end for m in entity.mentions)

    # -- pronouns -----------------------------------------------------------------------------------------------------

    def _pronoun(self, value: QuotationValue, speaker: Speaker, previous: Quotation | None) -> EntityRef | None:
        """Return whom a pronoun stands for: the human subject of the sentence before, the person of the quotation
        just before when nobody else is named since, another subject before, else whom the resolver says."""
        antecedent = value.antecedent
        if antecedent is not None and antecedent.kind == "noun" and self._is_human(antecedent):
            who = self._entity(antecedent, value)
            if who is not None or _is_new(self._text(antecedent)):
                return who or EntityRef(entity_id=None, name=without_article(self._text(antecedent)))
        same = self._same_person(value, previous)
        if same is not None and self._fits(same, speaker, previous):
            return same
        found = self._entity(antecedent, value) if antecedent is not None else None
        if found is not None and self._fits(found, speaker, None):
            return found
        found = self._context.resolver.resolve(speaker.start, speaker.end)
        if found is not None and found.entity_id:
            return found
        if antecedent is not None and antecedent.kind == "noun":
            return EntityRef(entity_id=None, name=without_article(self._text(antecedent)))
        return self._same_organisation(value, previous)

    def _same_organisation(self, value: QuotationValue, previous: Quotation | None) -> EntityRef | None:
        """Return the organisation that speaks in the sentence right before, when that is a quotation of its own."""
        who = self._index.by_id.get(previous.speaker.entity_id or "") if previous and previous.speaker else None
        if who is None or previous is None or who.type == "person":
            return None
        between = self._context.text[previous.evidence.end : value.evidence[0]]
        return previous.speaker if len(between) <= _NEXT_SENTENCE and "\n" not in between else None

    def _is_human(self, speaker: Speaker) -> bool:
        return _head(_ARTICLE.sub("", self._text(speaker))) in _human()

    def _fits(self, who: EntityRef, pronoun: Speaker, previous: Quotation | None) -> bool:
        """May the pronoun stand for whom it is said to: is neither gender nor number against it?"""
        form = self._text(pronoun)
        entity = self._index.by_id.get(who.entity_id or "")
        if entity is None:
            return previous is None or previous.speaker is None or not _shows_other(who.name, form)
        if entity.type != "person":
            return entity.type != "place"
        if is_plural_pronoun(form):
            return False
        return self._context.resolver.gender_of(entity) in {pronoun_gender(form), None} or pronoun_gender(form) is None

    def _same_person(self, value: QuotationValue, previous: Quotation | None) -> EntityRef | None:
        """Return the person, or people without a name, of the quotation before, if it is in sight and no other person
        is named between."""
        if previous is None or previous.speaker is None or not self._in_sight(previous.evidence.end, value.start):
            return None
        who = self._index.by_id.get(previous.speaker.entity_id or "")
        if who is not None and who.type != "person":
            return None
        between = self._index.mentions_in(previous.evidence.end, value.start)
        return previous.speaker if all(entity.type != "person" or entity is who for entity in between) else None

    def _in_sight(self, start: int, end: int) -> bool:
        """Is one paragraph break or none between the two characters?"""
        return start > end or len(_PARAGRAPHS.findall(self._context.text, start, end)) <= 1

    # -- nouns --------------------------------------------------------------------------------------------------------

    def _noun(self, value: QuotationValue, speaker: Speaker, previous: Quotation | None) -> EntityRef:
        """Return whom a noun phrase stands for, else the phrase without its article.

        "l'éleveuse" is the person of the quotation just before, else the only one named so far; "ses mesures" are of
        the person who spoke.
        """
        phrase = self._text(speaker)
        name = without_article(phrase)
        known = self._unnamed.get(_head(name))
        if known is not None and _DEFINITE.match(phrase):
            return known
        same = self._same_person(value, previous)
        owned = _POSSESSIVE.match(phrase)
        found = None
        if owned is not None and same is not None and fold(owned["noun"]) in _documents():
            found = same
        elif speaker.kind == "noun" and (stated := _DEFINITE.match(phrase)) and not _COMPLEMENT.search(stated["noun"]):
            found = self._person_meant(value, speaker, stated["noun"], same)
        if found is None and same is not None and _DEMONSTRATIVE.match(phrase):
            found = same
        if found is None:
            found = EntityRef(entity_id=None, name=name)
            if _INDEFINITE.match(phrase):
                self._unnamed[_head(name)] = found
        return found

    def _person_meant(
        self, value: QuotationValue, speaker: Speaker, noun: str, same: EntityRef | None
    ) -> EntityRef | None:
        """Return the person whom a definite noun for people means, when the article gives them no other function."""
        head = _head(noun)
        if head not in _human():
            return None
        gender = _noun_gender(head) or phrase_gender(self._context.doc, speaker.start, speaker.end)
        people = list(dict.fromkeys(e.id for e in self._index.mentions_in(0, value.start) if e.type == "person"))
        genders = {who: self._context.resolver.gender_of(self._index.by_id[who]) for who in people}
        fitting = [who for who in people if gender is None or genders[who] in {gender, None}]
        kind = function_kinds().get(head, "profession")
        general = kind == "profession"
        likely = (
            same.entity_id if same is not None and general and genders.get(same.entity_id or "") == gender else None
        )
        if (
            likely is None
            and len(fitting) == 1
            and (general or (kind == "corporate" and genders[fitting[0]] == gender))
        ):
            likely = fitting[0]
        if likely is None or self._context.resolver.holds_other(self._index.by_id[likely], head):
            return None
        return self._index.ref(self._index.by_id[likely])


def _head(noun: str) -> str:
    """Return the first word of a noun phrase without article that is a noun for people, folded; else the first."""
    words = [fold(word).removeprefix("ex-") for word in noun.split()] or [""]
    return next((word for word in words[:2] if word in _human()), words[0])


def _is_new(phrase: str) -> bool:
    """Does the noun phrase bring somebody new: "une ouvrière", "le chef du parti", but not "l'ouvrière"?"""
    stated = _DEFINITE.match(phrase)
    if _DEMONSTRATIVE.match(phrase):
        return False
    return stated is None or bool(_COMPLEMENT.search(stated["noun"]))


def _shows_other(name: str, pronoun: str) -> bool:
    """Does a noun phrase show another gender than the pronoun: "ancien cadre" and "elle"?"""
    return _noun_gender(_head(name)) not in {pronoun_gender(pronoun), None}


def _noun_gender(noun: str) -> Gender | None:
    """Return the gender of a noun for people that has a form for each: "accusé", "éleveuse"; None for "cadre"."""
    forms = _human()
    if {noun + "e", noun + "ne", noun[:-1] + "se", noun[:-3] + "rice", noun[:-2] + "ere"} & (forms - {noun}):
        return "Masc"
    masculine = {noun[:-1], noun[:-2], noun[:-2] + "r", noun[:-4] + "eur", noun[:-3] + "er"}
    return "Fem" if noun.endswith("e") and masculine & forms else None


@cache
def _human() -> frozenset[str]:
    """Return the folded nouns for people: functions, other human nouns, nationalities."""
    return human_nouns() | functions() | frozenset(map(fold, read_words("demonyms")))


@cache
def _documents() -> frozenset[str]:
    return frozenset(map(fold, read_words("speaker_nouns", kind="document")))


def without_article(phrase: str) -> str:
    """Return a noun phrase without its article: "l'ambassade d'Espagne" gives "ambassade d'Espagne"."""
    found = _ARTICLE.match(phrase)
    return phrase[found.end() :] if found else phrase
