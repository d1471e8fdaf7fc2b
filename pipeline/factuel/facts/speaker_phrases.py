"""Which entity the phrase beside a quotation names, and which ones it can't mean."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.annotation.quotations.lexicon import offices
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.facts.context import FactContext
from factuel.facts.function_words import function_group, function_kinds
from factuel.facts.speaker_words import (
    DEFINITE,
    OFFICE,
    OTHER,
    OWNED,
    demonyms,
    general_nouns,
    head_of,
    impersonal_nouns,
    institutions,
    shown_gender,
    without_article,
)
from factuel.facts.title_holders import is_another_s, title_holder
from factuel.records import Entity, EntityRef

_LINK: Final = re.compile(r"\b(?:d['’]|(?:de|du|des|à|au|aux|en|chez)\s+(?:la\s+|l['’]|les\s+)?)$", re.IGNORECASE)

_OFFICES: Final = frozenset({"state", "civic"})
_RANKS: Final = frozenset({"premier", "premiere"})


@cache
def _office_nouns() -> frozenset[str]:
    return frozenset(map(fold, offices()))


class SpeakerPhrases:
    """Reads the phrases that speak in one article."""

    def __init__(self, context: FactContext) -> None:
        self._context, self._index = context, context.index

    def text(self, speaker: Speaker) -> str:
        """Return the words of a phrase."""
        return self._context.text[speaker.start : speaker.end]

    def entity(self, speaker: Speaker, value: QuotationValue) -> EntityRef | None:
        """Return the entity that the resolver finds, but for the complement of a noun that speaks, and for a person
        who is only spoken of in the words themselves."""
        titled = title_holder(self._context, self.text(speaker)) if speaker.kind == "noun" else None
        if titled is not None:
            return titled
        found = self._context.resolver.resolve(speaker.start, speaker.end)
        if found is None or not found.entity_id or self._is_complement(speaker, found):
            return None
        entity = self._index.by_id[found.entity_id]
        if speaker.kind == "noun" and (self._only_quoted(entity, value) or self._is_no_such(entity, speaker)):
            return None
        if speaker.kind == "noun" and entity.type == "person" and self._is_somebody_else(entity, self.text(speaker)):
            return None
        return found

    def _is_somebody_else(self, person: Entity, phrase: str) -> bool:
        """Can the phrase not mean the person: is it no word for one person ("la défense"), of another gender, another's
        job, or an office that the article does not give them ("le sous-préfet")?"""
        noun = without_article(phrase)
        head = head_of(noun)
        if fold(noun.split()[0]) in impersonal_nouns():
            return True
        if is_another_s(self._context, phrase, person):
            return True
        if {shown_gender(phrase), self._context.resolver.gender_of(person)} == {"Masc", "Fem"}:
            return True
        held = {head, *function_group(head)} & self._context.resolver.profile_of(person).functions
        told = head in _RANKS or any(fold(word) in demonyms() for word in noun.split()[1:])
        office = function_kinds().get(head) in _OFFICES and not told
        return (office and not held) or self._holds_another(person, phrase)

    def _is_no_such(self, entity: Entity, speaker: Speaker) -> bool:
        """Is it a thing, or an institution of another kind: an institute for "la préfecture"?"""
        head = head_of(without_article(self.text(speaker)))
        if entity.type != "organisation" or head not in institutions():
            return entity.type == "misc"
        named = any(head in fold(form).split() for form in (entity.name, *entity.aliases))
        return not named and head not in self._context.resolver.profile_of(entity).nouns

    def _holds_another(self, person: Entity, phrase: str) -> bool:
        """Does the phrase tell somebody from those spoken of ("le précédent maire", "le médecin du club"), by a job
        that the article does not give the person?"""
        noun, head = without_article(phrase), head_of(without_article(phrase))
        told = DEFINITE.match(phrase) is not None and bool(OWNED.search(noun) or OFFICE.search(noun))
        profession = head not in general_nouns() and function_kinds().get(head, "profession") == "profession"
        if OTHER.search(phrase) is None and not (told and profession):
            return False
        return not {head, *function_group(head)} & self._context.resolver.profile_of(person).functions

    def _is_complement(self, speaker: Speaker, found: EntityRef) -> bool:
        """Is the entity only the complement of a noun that speaks: the company of "un porte-parole de Lumeo"?"""
        entity = self._index.by_id.get(found.entity_id or "")
        if speaker.kind != "noun" or entity is None:
            return False
        inside = next((mention for mention in entity.mentions if speaker.start < mention.start < speaker.end), None)
        if (
            inside is not None
            and entity.type == "organisation"
            and head_of(without_article(self.text(speaker))) in _office_nouns()
        ):
            return True
        return inside is not None and bool(_LINK.search(self._context.text, speaker.start, inside.start))

    def _only_quoted(self, entity: Entity, value: QuotationValue) -> bool:
        return entity.type == "person" and all(value.start <= m.start < value.end for m in entity.mentions)
