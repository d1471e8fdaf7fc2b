"""Who speaks: the entity that the name, noun phrase or pronoun beside a quotation stands for."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.annotation.quotations.antecedents import Gender, phrase_gender
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.facts.context import FactContext
from factuel.facts.described import described
from factuel.facts.function_words import function_kinds
from factuel.facts.likely_speakers import one_of
from factuel.facts.pronoun_speakers import PronounSpeakers
from factuel.facts.renamed import renamed, renamed_body
from factuel.facts.speaker_phrases import SpeakerPhrases
from factuel.facts.speaker_words import (
    COMPLEMENT,
    DEFINITE,
    DEMONSTRATIVE,
    demonyms,
    document_nouns,
    general_nouns,
    head_of,
    impersonal_nouns,
    noun_gender,
    people_nouns,
    without_article,
)
from factuel.records import EntityRef, Quotation

_POSSESSIVE: Final = re.compile(r"(?:son|sa|ses)\s+(?P<noun>\w+)$", re.IGNORECASE)
_EMPTY: Final = frozenset({"celle", "celui", "celles", "ceux"})
"""Pronouns that name nobody without what follows them: "celle sur les pesticides demande"."""
_INDEFINITE: Final = re.compile(r"(?:une?|des|plusieurs|certaine?s)\s", re.IGNORECASE)


class Speakers:
    """Resolves the speakers of the quotations of one article, asked in text order."""

    def __init__(self, context: FactContext) -> None:
        self._context = context
        self._index = context.index
        self._phrases = SpeakerPhrases(context)
        self._pronouns = PronounSpeakers(context, self._phrases)
        self._unnamed: dict[str, EntityRef] = {}

    def of(self, value: QuotationValue, previous: Quotation | None) -> EntityRef | None:
        """Return who speaks: an entity, else the noun phrase, null for a pronoun that nobody resolves.

        `previous` is the quotation before this one.
        """
        if value.speaker is None or self._is_empty(value.speaker):
            return None
        if value.speaker.kind == "pronoun":
            return self._pronouns.of(value, value.speaker, previous)
        return self._phrases.entity(value.speaker, value) or self._noun(value, value.speaker, previous)

    def _is_empty(self, speaker: Speaker) -> bool:
        return speaker.kind == "noun" and self._phrases.text(speaker).lower() in _EMPTY

    # -- nouns --------------------------------------------------------------------------------------------------------

    def _noun(self, value: QuotationValue, speaker: Speaker, previous: Quotation | None) -> EntityRef:
        """Return whom a noun phrase stands for, else the phrase without its article.

        "l'éleveuse" is the person of the quotation just before, else the only one named so far; "ses mesures" are of
        the person who spoke.
        """
        phrase = self._phrases.text(speaker)
        name = without_article(phrase)
        known = self._unnamed.get(head_of(name))
        if known is not None and DEFINITE.match(phrase):
            return known
        among = one_of(self._context, speaker.start, phrase)
        if among is not None:
            return among
        found = renamed(self._context, speaker, value.evidence[0])
        found = found or self._noun_meant(value, speaker, self._pronouns.same_person(value, previous))
        if found is None and DEFINITE.match(phrase) and not COMPLEMENT.search(name):
            found = described(self._context, speaker.start, name.split()[0])
        found = found or renamed_body(self._context, speaker, value.evidence[0])
        if found is None:
            found = EntityRef(entity_id=None, name=name)
            if _INDEFINITE.match(phrase):
                self._unnamed[head_of(name)] = found
        return found

    def _noun_meant(self, value: QuotationValue, speaker: Speaker, same: EntityRef | None) -> EntityRef | None:
        """Return whom the article has named that a noun phrase means; `same` is who spoke just before."""
        phrase = self._phrases.text(speaker)
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
        if head not in people_nouns() - impersonal_nouns():
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
