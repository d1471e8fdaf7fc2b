"""Resolver: which entity a participant phrase means; unresolved rather than wrong."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final, Literal

from spacy.tokens import Doc, Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.doc_tables import table_of
from factuel.facts.entities import EntityIndex
from factuel.facts.function_words import function_group, function_kinds
from factuel.facts.nations import nations_after
from factuel.facts.profiles import Profile, build_profiles, functions, glued, human_nouns, type_classes
from factuel.records import Entity, EntityRef

_ARTICLE: Final = re.compile(
    r"^(?:[ld]['’]\s*|(?:le|la|les|un|une|des|du|de|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs)\s+)", re.IGNORECASE
)
_OF: Final = frozenset(
    {"de", "d'", "d’", "du", "des", "à", "au", "aux", "en", "chez", "pour", "dans", "sur", "par", "avec"}
)
_MASCULINE: Final = frozenset({"il", "-t-il", "-il", "t-il", "celui-ci", "lui", "dernier", "lui-même", "interesse"})
_FEMININE: Final = frozenset({"elle", "-t-elle", "-elle", "t-elle", "celle-ci", "derniere", "elle-même", "interessee"})
_ARTICLES: Final = frozenset({"la", "le", "l'", "l’", "les"})
_QUOTES: Final = frozenset({"«", '"', "“"})
_POSSESSIVE: Final = frozenset(
    {"son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ma", "mes", "un", "une", "des"}
)
_NEAR_SENTENCES: Final = 4
_NEAR_THINGS: Final = 2


class Resolver:
    """Resolves the participant phrases of one article."""

    def __init__(self, doc: Doc, index: EntityIndex) -> None:
        self._doc = doc
        self._text = table_of(doc).text
        self._known: dict[tuple[int, int], EntityRef | None] = {}
        self._index = index

    @cached_property
    def _profiles(self) -> dict[str, Profile]:
        return build_profiles(self._doc, self._index)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start_char for sentence in self._doc.sents]

    def profile_of(self, entity: Entity) -> Profile:
        """Return what the article says of an entity."""
        return self._profiles[entity.id]

    def gender_of(self, entity: Entity) -> Literal["Masc", "Fem"] | None:
        """Return the gender of a person, as titles, the given name and functions tell it."""
        return self._profiles[entity.id].gender

    def resolve(self, start: int, end: int) -> EntityRef | None:
        """Return who the phrase at characters `start` to `end` (exclusive) is.

        The name without its article and without `entity_id` when the article does not say, None for an empty phrase.
        """
        if (start, end) not in self._known:
            self._known[start, end] = self._resolve(start, end)
        return self._known[start, end]

    def _resolve(self, start: int, end: int) -> EntityRef | None:
        span = self._doc.char_span(start, end, alignment_mode="expand")
        name = _ARTICLE.sub("", " ".join(self._text[start:end].split()))
        if span is None or not name:
            return None
        entity = self._named(span) or self._pronoun(span) or self._function(span) or self._kind(span)
        return self._index.ref(entity) if entity is not None else EntityRef(entity_id=None, name=name)

    def _named(self, span: Span) -> Entity | None:
        """Return the entity that heads the phrase or stands in apposition: not the complement of another noun."""
        heads = [
            entity
            for start, _, entity in self._index.spans_in(span.start_char, span.end_char)
            if not self._is_complement(start, span)
        ]
        return next((entity for entity in heads if entity.type == "person"), heads[0] if heads else None)

    def _is_complement(self, start: int, span: Span) -> bool:
        """Return whether a preposition ties the name at a character to a noun of the phrase before it ("le patron de
        Lumeo")."""
        words = [token for token in span if token.idx < start]
        while words and (words[0].pos_ == "DET" or words[0].lower_ in _OF):
            words.pop(0)
        while words and (words[-1].lower_ in _ARTICLES or words[-1].text in _QUOTES):
            words.pop()
        if not words:
            return False
        entity = self._index.entity_at(start, start + 1)
        announced = fold(words[0].text) in type_classes() or (entity is not None and entity.type == "person")
        return words[-1].lower_ in _OF if announced else any(token.lower_ in _OF for token in words)

    def _pronoun(self, span: Span) -> Entity | None:
        words = [token for token in span if not token.is_punct and not token.is_space]
        if not words or len(words) > 3:
            return None
        last = fold(words[-1].text)
        demonstrative = last in {"dernier", "derniere", "interesse", "interessee"}
        gender: Literal["Masc", "Fem"] | None = "Masc" if last in _MASCULINE else "Fem" if last in _FEMININE else None
        if gender is None or (len(words) > 1 and not demonstrative):
            return None
        if demonstrative or last in {"celui-ci", "celle-ci"}:
            return self._last_person(span.start_char, gender, prefer_subject=False)
        return self._last_person(span.start_char, gender, prefer_subject=True) or self._last_subject_thing(span, gender)

    def _last_person(self, before: int, gender: str, *, prefer_subject: bool) -> Entity | None:
        """Return the person of the gender named last before a character, in the last sentences; the subject of a
        sentence first. A person of unknown gender is in the way: then nobody is returned."""
        floor = self._sentence_floor(before, _NEAR_SENTENCES)
        near = [
            (start, self._profiles[e.id]) for start, _, e in self._index.spans_in(floor, before) if e.type == "person"
        ]
        fitting = [(at, profile) for at, profile in reversed(near) if profile.gender in {gender, None} and at < before]
        if not fitting:
            return None
        if prefer_subject:
            sure = [(at, p) for at, p in fitting if p.gender == gender and at in p.subjects]
            nearest = fitting[0]
            if sure and self._sentence_floor(nearest[0] + 1, 1) <= sure[0][0]:
                return sure[0][1].entity
        alone = len({profile.entity.id for _, profile in near}) == 1
        return fitting[0][1].entity if fitting[0][1].gender == gender or alone else None

    def _last_subject_thing(self, span: Span, gender: str) -> Entity | None:
        """Return the organisation of a gender that is the subject of the last sentences, when no other one is."""
        floor = self._sentence_floor(span.start_char, _NEAR_THINGS)
        near = self._index.spans_in(floor, span.start_char)
        found = {e.id: e for at, _, e in near if e.type == "organisation" and at in self._profiles[e.id].subjects}
        only = next(iter(found.values())) if len(found) == 1 else None
        return only if only is not None and self.gender_of(only) in {gender, None} else None

    def _function(self, span: Span) -> Entity | None:
        """Return the person who holds the function that the phrase names."""
        head = self._head(span, functions() | human_nouns())
        if head is None or self._is_indefinite(head) or "Plur" in head.morph.get("Number", []):
            return None
        wanted = {word := fold(head.text).removeprefix("ex-"), *function_group(word)}
        inside = self._index.spans_in(head.idx, span.end_char)
        names = {fold(self._text[low:high]) for low, high, entity in inside if entity.type != "person"}
        holders = [
            p
            for p in self._profiles.values()
            if p.entity.type == "person"
            and p.functions & wanted
            and (not names or not p.complements or p.complements & names)
        ]
        exact = [p for p in holders if word in p.functions]
        gender, nations = _article_gender(head), nations_after(head)
        agreeing = [p for p in exact or holders if p.agrees(gender, nations)]
        if agreeing or names:
            return self._recent(agreeing, span.start_char)
        return self._only_person_near(span.start_char, gender, nations, word)

    def _only_person_near(
        self, before: int, gender: str | None, nations: frozenset[str], function: str
    ) -> Entity | None:
        """Return the only person of the last sentences, unless the article gives them another function."""
        floor = self._sentence_floor(before, _NEAR_THINGS)
        near = {e.id: self._profiles[e.id] for _, _, e in self._index.spans_in(floor, before) if e.type == "person"}
        fitting = [p for p in near.values() if p.agrees(gender, nations)]
        alone = len(fitting) == 1 and (gender is not None or len(near) == 1)
        return fitting[0].entity if alone and not self.holds_other(fitting[0].entity, function) else None

    def holds_other(self, entity: Entity, function: str) -> bool:
        """Return whether a person holds another function than the folded one, of its kind when it is a profession."""
        kinds = function_kinds()
        kind, held = kinds.get(function, ""), {kinds.get(other) for other in self._profiles[entity.id].functions}
        return kind in held if kind in {"", "profession"} else bool(held)

    def _kind(self, span: Span) -> Entity | None:
        """Return the organisation, place or thing that a common noun stands for ("le groupe", "la commune")."""
        head = self._head(span, frozenset(type_classes()))
        if head is None or self._is_indefinite(head) or "Plur" in head.morph.get("Number", []):
            return None
        if any(token.lower_ in _OF for token in span if token.i > head.i):
            return None
        word = fold(head.text) if fold(head.text) in type_classes() else glued(head)
        before = [
            p
            for p in self._profiles.values()
            if p.entity.type != "person" and p.entity.mentions[0].start < span.start_char
        ]
        exact = [p for p in before if word in p.nouns]
        if exact:
            return self._recent(exact, span.start_char)
        wanted = type_classes()[word]
        fitting = [p for p in before if wanted in p.classes or (wanted == "company" and _may_be_company(p))]
        return self._recent(fitting, span.start_char, sure=False)

    def _head(self, span: Span, nouns: frozenset[str]) -> Token | None:
        """Return the first noun of the phrase when it is one of the words."""
        for token in span:
            if fold(token.text).removeprefix("ex-") in nouns or glued(token) in nouns:
                return token
            if token.pos_ not in {"DET", "ADP", "ADJ"} and not token.is_punct:
                return None
        return None

    def _is_indefinite(self, head: Token) -> bool:
        """Return whether the phrase brings someone new, or somebody's own ("un cadre", "son avocat")."""
        before = self._doc[head.i - 1] if head.i else None
        if before is not None and before.pos_ == "ADJ" and head.i > 1:
            before = self._doc[head.i - 2]
        return before is not None and before.lower_ in _POSSESSIVE

    def _recent(self, profiles: list[Profile], before: int, *, sure: bool = True) -> Entity | None:
        """Return the entity named last before a character; without `sure`, only when it is the only one, or the
        subject of the last sentences and the one named most."""
        if len(profiles) <= 1:
            return profiles[0].entity if profiles else None
        if sure:
            return max(profiles, key=lambda p: _last_before(p.entity, before)).entity
        floor = self._sentence_floor(before, _NEAR_THINGS)
        near = {e.id for at, _, e in self._index.spans_in(floor, before) if at in self._profiles[e.id].subjects}
        subjects = [p for p in profiles if p.entity.id in near]
        if len(subjects) == 1:
            return subjects[0].entity
        ranked = sorted(profiles, key=lambda p: (-len(p.entity.mentions), p.entity.mentions[0].start))
        dominant = len(ranked[0].entity.mentions) >= 2 * len(ranked[1].entity.mentions)
        return ranked[0].entity if dominant else None

    def _sentence_floor(self, position: int, sentences: int) -> int:
        """Return where the sentence that many sentences before the one at a character begins."""
        starts = self._sentence_starts
        low, high = 0, len(starts)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if starts[middle] <= position else (low, middle)
        return starts[max(0, low - 1 - sentences)] if starts else 0


def _last_before(entity: Entity, position: int) -> int:
    return max((m.start for m in entity.mentions if m.start < position), default=-entity.mentions[0].start)


def _article_gender(head: Token) -> Literal["Masc", "Fem"] | None:
    before = head.nbor(-1).lower_ if head.i else ""
    return "Fem" if before in {"la", "cette"} else "Masc" if before in {"le", "ce", "du", "au"} else None


def _may_be_company(profile: Profile) -> bool:
    return profile.entity.type == "organisation" and not profile.classes - {"company"}
