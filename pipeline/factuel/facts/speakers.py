"""Who speaks: the entity that the name, noun phrase or pronoun beside a quotation stands for."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.annotation.quotations.antecedents import Gender, is_plural_pronoun, phrase_gender, pronoun_gender
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.facts.context import FactContext
from factuel.facts.described import described
from factuel.facts.function_words import function_group, function_kinds
from factuel.facts.likely_speakers import latest, likeliest, one_of
from factuel.facts.speaker_words import (
    COMPLEMENT,
    DEFINITE,
    DEMONSTRATIVE,
    OFFICE,
    OTHER,
    OWNED,
    demonyms,
    document_nouns,
    general_nouns,
    head_of,
    is_new,
    noun_gender,
    people_nouns,
    shows_other,
    without_article,
)
from factuel.records import Entity, EntityRef, Quotation

_POSSESSIVE: Final = re.compile(r"(?:son|sa|ses)\s+(?P<noun>\w+)$", re.IGNORECASE)
_INDEFINITE: Final = re.compile(r"(?:une?|des|plusieurs|certaine?s)\s", re.IGNORECASE)
_LINK: Final = re.compile(r"\b(?:d['’]|(?:de|du|des|à|au|aux|en|chez)\s+(?:la\s+|l['’]|les\s+)?)$", re.IGNORECASE)
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

    def _holds_another(self, person: Entity, phrase: str) -> bool:
        """Does the phrase tell somebody from those spoken of ("l'ancien maire", "le médecin du club"), by a function
        that the article does not give the person?"""
        noun, head = without_article(phrase), head_of(without_article(phrase))
        told = DEFINITE.match(phrase) is not None and bool(OWNED.search(noun) or OFFICE.search(noun))
        profession = head not in general_nouns() and function_kinds().get(head, "profession") == "profession"
        if OTHER.search(phrase) is None and not (told and profession):
            return False
        return not {head, *function_group(head)} & self._context.resolver.profile_of(person).functions

    def _text(self, speaker: Speaker) -> str:
        return self._context.text[speaker.start : speaker.end]

    def _entity(self, speaker: Speaker, value: QuotationValue) -> EntityRef | None:
        """Return the entity that the resolver finds, but for the complement of a noun that speaks, and for a person
        who is only spoken of in the words themselves."""
        found = self._context.resolver.resolve(speaker.start, speaker.end)
        if found is None or not found.entity_id or self._is_complement(speaker, found):
            return None
        entity = self._index.by_id[found.entity_id]
        if speaker.kind == "noun" and (self._only_quoted(entity, value) or entity.type == "misc"):
            return None
        if speaker.kind == "noun" and entity.type == "person" and self._holds_another(entity, self._text(speaker)):
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
        if antecedent is not None and antecedent.kind == "noun" and self._speaks_as_human(antecedent):
            who = self._entity(antecedent, value)
            if who is not None or is_new(self._text(antecedent)):
                return who or EntityRef(entity_id=None, name=without_article(self._text(antecedent)))
        latter = latest(self._context, value.evidence[0], self._text(speaker))
        if latter is not None:
            return latter
        same = self._same_person(value, previous)
        if same is not None and self._fits(same, speaker, previous):
            return same
        found = self._entity(antecedent, value) if antecedent is not None else None
        if found is not None and self._fits(found, speaker, None):
            return found
        organisation = self._same_organisation(value, previous)
        if organisation is not None and self._fits(organisation, speaker, None):
            return organisation
        found = self._context.resolver.resolve(speaker.start, speaker.end)
        if found is not None and found.entity_id:
            return found
        if antecedent is not None and antecedent.kind == "noun":
            return EntityRef(entity_id=None, name=without_article(self._text(antecedent)))
        return organisation or likeliest(self._context, value.evidence[0], self._text(speaker))

    def _same_organisation(self, value: QuotationValue, previous: Quotation | None) -> EntityRef | None:
        """Return the organisation that speaks in the sentence right before, when that is a quotation of its own."""
        who = self._index.by_id.get(previous.speaker.entity_id or "") if previous and previous.speaker else None
        if who is None or previous is None or who.type == "person":
            return None
        between = self._context.text[previous.evidence.end : value.evidence[0]]
        if "\n" in between or sum(between.count(stop) for stop in ".!?") > 1:
            return None
        named = self._index.mentions_in(previous.evidence.start, value.evidence[0])
        return previous.speaker if all(entity.type != "person" for entity in named) else None

    def _speaks_as_human(self, speaker: Speaker) -> bool:
        return head_of(without_article(self._text(speaker))) in people_nouns()

    def _fits(self, who: EntityRef, pronoun: Speaker, previous: Quotation | None) -> bool:
        """May the pronoun stand for whom it is said to: is neither gender nor number against it?"""
        form = self._text(pronoun)
        entity = self._index.by_id.get(who.entity_id or "")
        if entity is None:
            return previous is None or previous.speaker is None or not shows_other(who.name, form)
        if entity.type != "person":
            shown = self._context.resolver.gender_of(entity)
            return entity.type != "place" and (pronoun_gender(form) is None or shown in {pronoun_gender(form), None})
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
        known = self._unnamed.get(head_of(name))
        if known is not None and DEFINITE.match(phrase):
            return known
        among = one_of(self._context, speaker.start, phrase)
        if among is not None:
            return among
        found = self._noun_meant(value, speaker, self._same_person(value, previous))
        if found is None and DEFINITE.match(phrase) and not COMPLEMENT.search(name):
            found = described(self._context, speaker.start, name.split()[0])
        if found is None:
            found = EntityRef(entity_id=None, name=name)
            if _INDEFINITE.match(phrase):
                self._unnamed[head_of(name)] = found
        return found

    def _noun_meant(self, value: QuotationValue, speaker: Speaker, same: EntityRef | None) -> EntityRef | None:
        """Return whom the article has named that a noun phrase means; `same` is who spoke just before."""
        phrase = self._text(speaker)
        owned, stated = _POSSESSIVE.match(phrase), DEFINITE.match(phrase)
        if owned is not None and same is not None and fold(owned["noun"]) in document_nouns():
            return same
        means_person = speaker.kind == "noun" or head_of(without_article(phrase)) in demonyms()
        found = None
        if means_person and stated is not None and not COMPLEMENT.search(stated["noun"]):
            found = self._person_meant(value, speaker, stated["noun"], same)
        return same if found is None and DEMONSTRATIVE.match(phrase) else found

    def _person_meant(
        self, value: QuotationValue, speaker: Speaker, noun: str, same: EntityRef | None
    ) -> EntityRef | None:
        """Return the person whom a definite noun for people means, when the article gives them no other function."""
        head = head_of(noun)
        if head not in people_nouns():
            return None
        gender = noun_gender(head) or phrase_gender(self._context.doc, speaker.start, speaker.end)
        people = list(dict.fromkeys(e.id for e in self._index.mentions_in(0, value.start) if e.type == "person"))
        genders = {who: self._context.resolver.gender_of(self._index.by_id[who]) for who in people}
        fitting = [who for who in people if gender is None or genders[who] in {gender, None}]
        likely = self._likely_person(head, same, fitting, gender)
        if likely is None:
            return None
        if head not in general_nouns() and self._context.resolver.holds_other(self._index.by_id[likely], head):
            return None
        return self._index.ref(self._index.by_id[likely])

    def _likely_person(
        self, head: str, same: EntityRef | None, fitting: list[str], gender: Gender | None
    ) -> str | None:
        """Return the id of who spoke just before, when the noun's gender is theirs, else of the only person it fits."""
        kind = function_kinds().get(head, "profession")
        spoke = same.entity_id if same is not None else None
        sure = spoke in fitting and (gender is not None or head in general_nouns())
        if spoke is not None and sure and (kind == "profession" or head in general_nouns()):
            known = self._context.resolver.gender_of(self._index.by_id[spoke])
            if known == gender or head in general_nouns():
                return spoke
        if len(fitting) != 1:
            return None
        known = self._context.resolver.gender_of(self._index.by_id[fitting[0]])
        return fitting[0] if kind == "profession" or (kind == "corporate" and known == gender) else None
