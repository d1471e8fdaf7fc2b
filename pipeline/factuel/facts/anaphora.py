"""What a pronoun or a definite noun phrase stands for: the entity said before that agrees and was last a subject.

Unresolved rather than wrong: a plural, an indefinite phrase, or a phrase with nothing near that agrees gives None.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.entities import EntityIndex
from factuel.facts.function_words import fold, function_kinds
from factuel.facts.syntax import has_feature
from factuel.models import read_lexicon, unaccented
from factuel.records import Entity

_DEFINITE: Final = frozenset({"le", "la", "l'", "ce", "cet", "cette", "du", "au", "son", "sa", "notre"})
_SENTENCES_BACK: Final = 3
"""A pronoun whose antecedent is further than three sentences back is ambiguous to a reader too."""
_TITLE_REACH: Final = 9
"""Tokens between a name and its function in apposition."""


class Anaphora:
    """Antecedents in one article; `resolve` is asked for the head token of a phrase that holds no name."""

    def __init__(self, doc: Doc, index: EntityIndex) -> None:
        self._doc = doc
        self._index = index

    def resolve(self, head: Token, phrase: Span) -> Entity | None:
        """Return the entity that the phrase around `head` stands for, or None."""
        if has_feature(head, "Number", "Plur"):
            return None
        gender = _pronouns().get(unaccented(phrase.text)) or _pronouns().get(unaccented(head.text))
        if gender is not None:
            return self._subject_before(head, frozenset({"person", "organisation"}), gender)
        if head.pos_ != "NOUN" or not self._is_definite(head):
            return None
        noun = _nouns().get(fold(head))
        if noun is not None:
            return self._noun_before(head, *noun)
        return self._holder_before(head) if fold(head) in function_kinds() else None

    def _is_definite(self, head: Token) -> bool:
        return any(child.dep_ == "det" and unaccented(child.text) in _DEFINITE for child in head.children) or any(
            unaccented(child.text) in {"du", "au"} for child in head.children
        )

    def _subject_before(self, head: Token, kinds: frozenset[str], gender: str) -> Entity | None:
        """Return the entity that was last a subject, else named last, in the sentences just before."""
        near = [(token, entity) for token, entity in self._named if token.i < head.i and self._is_near(token, head)]
        fitting = [(token, entity) for token, entity in near if entity.type in kinds and self._agrees(entity, gender)]
        subjects = [entity for token, entity in fitting if _is_subject(token)]
        if subjects:
            return subjects[-1]
        unique = {entity.id: entity for _, entity in fitting}
        return next(iter(unique.values())) if len(unique) == 1 else None

    def _noun_before(self, head: Token, kind: str, gender: str) -> Entity | None:
        """Return the entity of a kind that was last a subject, else the one that the article names most."""
        near = [(t, e) for t, e in self._named if t.i < head.i and e.type == kind]
        subjects = [entity for token, entity in near if self._is_near(token, head) and _is_subject(token)]
        if subjects:
            return subjects[-1]
        close = {entity.id: entity for token, entity in near if self._is_near(token, head)}
        if len(close) == 1:
            return next(iter(close.values()))
        counted = sorted({e.id: e for _, e in near}.values(), key=lambda e: len(e.mentions), reverse=True)
        if len(counted) > 1 and len(counted[0].mentions) == len(counted[1].mentions):
            return None
        return counted[0] if counted else None

    def _holder_before(self, head: Token) -> Entity | None:
        """Return the only person whom the article gave this function to before."""
        holders = {e.id: e for at, word, e in self._functions if word == fold(head) and at < head.i}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _is_near(self, token: Token, head: Token) -> bool:
        starts = self._sentence_starts
        return head.idx - token.idx < 700 and _rank(starts, head.i) - _rank(starts, token.i) < _SENTENCES_BACK

    def _agrees(self, entity: Entity, gender: str) -> bool:
        known = self._genders.get(entity.id)
        return known is None or known == gender

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self._doc.sents]

    @cached_property
    def _named(self) -> list[tuple[Token, Entity]]:
        found = []
        for span in self._doc.ents:
            entity = self._index.entity_at(span.start_char, span.end_char)
            if entity is not None:
                found.append((span.root, entity))
        return found

    @cached_property
    def _functions(self) -> list[tuple[int, str, Entity]]:
        """Return (token, function without accents, person) for each function word close to a person's name."""
        found = []
        for span in (span for span in self._doc.ents if span.label_ == "PER"):
            entity = self._index.entity_at(span.start_char, span.end_char)
            low, high = max(span.sent.start, span.start - _TITLE_REACH), min(span.sent.end, span.end + _TITLE_REACH)
            for token in [*self._doc[low : span.start], *self._doc[span.end : high]]:
                if entity is not None and fold(token) in function_kinds() and not self._crossed(token, span):
                    found.append((token.i, fold(token), entity))
        return found

    def _crossed(self, token: Token, span: Span) -> bool:
        """Return whether a verb or another person stands between a function and a name."""
        between = self._doc[min(token.i, span.start) : max(token.i, span.end)]
        return any(
            word.pos_ in {"VERB", "AUX"} or (word.ent_type_ == "PER" and not span.start <= word.i < span.end)
            for word in between
        )

    @cached_property
    def _genders(self) -> dict[str, str]:
        """Return the gender of the entities that a title, a function or a participle tells."""
        genders: dict[str, str] = {}
        for at, _, entity in self._functions:
            for gender in ("Masc", "Fem"):
                if has_feature(self._doc[at], "Gender", gender):
                    genders.setdefault(entity.id, gender)
        for token, entity in self._named:
            before = self._doc[token.left_edge.i - 1] if token.left_edge.i else None
            titles = {span for span in (before, *token.lefts) if span is not None}
            for word in titles:
                if unaccented(word.text) in _courtesy():
                    genders[entity.id] = _courtesy()[unaccented(word.text)]
            noun = _nouns().get(fold(token.head)) if token.dep_ in {"nmod", "appos", "flat:name"} else None
            if entity.type == "organisation" and noun is not None:
                genders.setdefault(entity.id, noun[1])
        return genders


def _rank(starts: list[int], at: int) -> int:
    return bisect_right(starts, at)


def _is_subject(token: Token) -> bool:
    current = token
    for _ in range(3):
        if current.dep_.startswith("nsubj"):
            return True
        if current.dep_ not in {"nmod", "appos", "flat:name", "conj"}:
            return False
        current = current.head
    return False


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {unaccented(row["form"]): (row["kind"], row["gender"]) for row in read_lexicon("reference_nouns")}


@cache
def _pronouns() -> dict[str, str]:
    return {unaccented(row["form"]): row["gender"] for row in read_lexicon("reference_pronouns")}


@cache
def _courtesy() -> dict[str, str]:
    genders = {"Fem": ("mme", "mme.", "mlle", "madame"), "Masc": ("m.", "monsieur", "mgr", "monseigneur")}
    return {word: gender for gender, words in genders.items() for word in words}
