"""Whom a pronoun that speaks stands for."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.quotations.antecedents import is_plural_pronoun, pronoun_gender
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.facts.context import FactContext
from factuel.facts.function_words import organisation_nouns
from factuel.facts.likely_speakers import latest, likeliest
from factuel.facts.renamed import renamed
from factuel.facts.speaker_phrases import SpeakerPhrases
from factuel.facts.speaker_words import (
    document_nouns,
    head_of,
    impersonal_nouns,
    institutions,
    is_new,
    people_nouns,
    shows_other,
    without_article,
)
from factuel.models import read_words, unaccented
from factuel.records import EntityRef, Quotation

_SEVERAL: Final = re.compile(r"(?:d['’]\s?autres|certaine?s|plusieurs|beaucoup|tous|toutes|\w+s)\b", re.IGNORECASE)
_LATTER: Final = re.compile(r"(?:ce|cette)\s+dern", re.IGNORECASE)
_FULL_STOP: Final = re.compile(r"[.!?…]\s?[»”\"]?\s|\n")
_RELATIVE: Final = re.compile(r",\s(?:dont|que|auquel|à qui|avec qui|contre qui)\s(?:il|elle)\b", re.IGNORECASE)
_LIKENED: Final = re.compile(r"\bcomme\s(?:l['’]\s?|(?:le|la|en)\s)\w+(?:\s\w+)?\s$", re.IGNORECASE)
_LIKENED_LENGTH: Final = 40
_IN_SIGHT: Final = 400
"""Characters before a quotation in which a name is in sight."""
_PARAGRAPHS: Final = re.compile(r"\n\s*")


class PronounSpeakers:
    """Resolves the pronouns that speak in one article, asked in text order."""

    def __init__(self, context: FactContext, phrases: SpeakerPhrases) -> None:
        self._context, self._index, self._phrases = context, context.index, phrases

    def of(self, value: QuotationValue, speaker: Speaker, previous: Quotation | None) -> EntityRef | None:
        """Return whom a pronoun stands for: the human subject of the sentence before, the person of the quotation
        just before when nobody else is named since, another subject before, else whom the resolver says."""
        near = self._human_before(value)
        if near is not None:
            return near
        antecedent = value.antecedent
        named = self._context.resolver.resolve(speaker.start, speaker.end)
        if named is not None and named.entity_id and _LATTER.match(self._phrases.text(speaker)):
            return named
        latter = latest(self._context, value.evidence[0], self._phrases.text(speaker))
        if latter is not None:
            return latter
        same = self.same_person(value, previous)
        if same is not None and self._fits(same, speaker, previous):
            return same
        found = self._phrases.entity(antecedent, value) if antecedent is not None else None
        if found is not None and self._fits(found, speaker, None) and not self._is_of_thing(found, antecedent):
            return found
        organisation = self._same_organisation(value, previous)
        if organisation is not None and self._fits(organisation, speaker, None):
            return organisation
        found = self._context.resolver.resolve(speaker.start, speaker.end)
        if found is not None and found.entity_id:
            if not self._is_barred(found, value, speaker):
                return found
            return likeliest(self._context, value.evidence[0], self._phrases.text(speaker), found.entity_id)
        likely = organisation or likeliest(self._context, value.evidence[0], self._phrases.text(speaker))
        if antecedent is not None and antecedent.kind == "noun" and (likely is None or not self._is_thing(antecedent)):
            return self._unresolved(antecedent)
        return likely

    def _is_of_thing(self, who: EntityRef, antecedent: Speaker | None) -> bool:
        """Is it the body named in a subject that is a thing: "La fermeture de l'usine Lumeo a laissé", "le butteur"?"""
        entity = self._index.by_id.get(who.entity_id or "")
        person = entity is not None and entity.type == "person"
        return antecedent is not None and not person and self._is_thing(antecedent)

    def _is_thing(self, speaker: Speaker) -> bool:
        """Is the noun neither for people nor for bodies?"""
        if speaker.kind != "noun":
            return False
        head = head_of(without_article(self._phrases.text(speaker)))
        speaking = people_nouns() | institutions() | document_nouns() | read_words("organisation_nouns")
        return head not in speaking and unaccented(head) not in organisation_nouns()

    def _is_barred(self, who: EntityRef, value: QuotationValue, pronoun: Speaker) -> bool:
        """Can the pronoun not be the person: are they named in sight only in the words themselves, by the way ("comme
        le veut Paul Roux"), or is it in the relative that tells of them ("Paul Roux, dont il tait le nom")?"""
        entity = self._index.by_id[who.entity_id or ""]
        starts = [mention for mention in entity.mentions if mention.start < pronoun.start]
        if not starts:
            return False
        last = starts[-1]
        near = [
            mention for mention in starts if mention.start < value.start and mention.start > value.start - _IN_SIGHT
        ]
        if not near and value.start <= last.start < value.end:
            return True
        if _LIKENED.search(self._context.text, max(0, last.start - _LIKENED_LENGTH), last.start):
            return True
        told = _RELATIVE.match(self._context.text, last.end)
        return told is not None and not _FULL_STOP.search(self._context.text, last.end, max(last.end, pronoun.start))

    def _human_before(self, value: QuotationValue) -> EntityRef | None:
        """Return the antecedent that is sure: the subject before a colon in the sentence itself, or a human one."""
        antecedent = value.antecedent
        if antecedent is None:
            return None
        human = antecedent.kind == "noun" and self._speaks_as_human(antecedent)
        who = self._phrases.entity(antecedent, value)
        if self._in_one_sentence(antecedent, value) and (who is not None or (antecedent.kind == "noun" and not human)):
            return who or self._unresolved(antecedent)
        if human and (again := renamed(self._context, antecedent, antecedent.start)) is not None:
            return again
        if self._is_body_right_before(antecedent, value):
            return who or self._unresolved(antecedent)
        if human and (who is not None or is_new(self._phrases.text(antecedent))):
            return who or self._unresolved(antecedent)
        return None

    def _is_body_right_before(self, antecedent: Speaker, value: QuotationValue) -> bool:
        """Is the subject of the sentence right before an institution: "La direction répond. Elle assure que …"?"""
        between = self._context.text[antecedent.end : value.evidence[0]]
        if antecedent.kind != "noun" or "\n" in between or len(_FULL_STOP.findall(between)) > 1:
            return False
        head = head_of(without_article(self._phrases.text(antecedent)))
        return head in institutions() | impersonal_nouns() | document_nouns()

    def _unresolved(self, speaker: Speaker) -> EntityRef:
        return EntityRef(entity_id=None, name=without_article(self._phrases.text(speaker)))

    def _in_one_sentence(self, antecedent: Speaker, value: QuotationValue) -> bool:
        """Does a colon and nothing more final stand between an antecedent and the words?"""
        return not _FULL_STOP.search(self._context.text, antecedent.end, max(antecedent.end, value.start))

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
        return head_of(without_article(self._phrases.text(speaker))) in people_nouns()

    def _fits(self, who: EntityRef, pronoun: Speaker, previous: Quotation | None) -> bool:
        """May the pronoun stand for whom it is said to: is neither gender nor number against it?"""
        form = self._phrases.text(pronoun)
        entity = self._index.by_id.get(who.entity_id or "")
        if entity is None:
            several = _SEVERAL.match(who.name) is not None
            impersonal = head_of(who.name) in impersonal_nouns() and pronoun_gender(form) == "Masc"
            other = impersonal or shows_other(who.name, form) or several != is_plural_pronoun(form)
            return previous is None or previous.speaker is None or not other
        if entity.type != "person":
            shown = self._context.resolver.gender_of(entity)
            return entity.type != "place" and (pronoun_gender(form) is None or shown in {pronoun_gender(form), None})
        if is_plural_pronoun(form):
            return False
        return self._context.resolver.gender_of(entity) in {pronoun_gender(form), None} or pronoun_gender(form) is None

    def same_person(self, value: QuotationValue, previous: Quotation | None) -> EntityRef | None:
        """Return the person, or people without a name, of the quotation before, if it is in sight and no other person
        is named between."""
        if previous is None or previous.speaker is None or (previous.cue or "").lower().startswith("comme"):
            return None
        if not self._in_sight(previous.evidence.end, value.start):
            return None
        who = self._index.by_id.get(previous.speaker.entity_id or "")
        if who is not None and who.type != "person":
            return None
        closed = _FULL_STOP.search(self._context.text, previous.evidence.end, max(previous.evidence.end, value.start))
        since = closed.start() if closed is not None else previous.evidence.end
        between = self._index.mentions_in(since, value.start)
        return previous.speaker if all(entity.type != "person" or entity is who for entity in between) else None

    def _in_sight(self, start: int, end: int) -> bool:
        """Is one paragraph break or none between the two characters?"""
        return start > end or len(_PARAGRAPHS.findall(self._context.text, start, end)) <= 1
