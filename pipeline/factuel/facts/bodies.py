"""Which organisation of the article a common noun or a pronoun means: "l'entreprise", "le musée", "elle".
A noun keeps the kinds of bodies that it may stand for (a "lycée" is no "société"); among those of its kind, the ones
near it win, then the one that the article is about. A pronoun takes the last subject of its gender.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.body_kinds import Body, body_rows, is_completed, is_parent, names_another, read_body
from factuel.facts.clauses import Phrase, main_subjects
from factuel.facts.doc_tables import text_sentence, token_at
from factuel.facts.entities import EntityIndex
from factuel.facts.function_words import demonyms
from factuel.facts.profiles import functions, human_nouns
from factuel.facts.syntax import has_feature
from factuel.records import Entity

_PARAGRAPH: Final = 150
"""Tokens before a word in which its paragraph begins."""
_SENTENCES: Final = 3
"""Sentences before a pronoun in which its antecedent is a subject."""
_USUAL: Final = frozenset({"company", "bank", "cooperative"})
"""Kinds of bodies that are named without a noun beside the name most often."""
_OFFICIAL: Final = frozenset({"public", "institution"})
_OFTEN: Final = 3
_GENDERS: Final = {"m": "Masc", "f": "Fem"}
_LEAD: Final = 400
"""Characters in which an article names what it is about."""
_BYSTANDERS: Final = frozenset({"public", "institution", "media", "union", "party", "fund"})
"""Kinds of bodies that an article about somebody else names in passing."""
_MASCULINE: Final = frozenset({"il", "-t-il", "-il", "t-il", "celui-ci"})
_FEMININE: Final = frozenset({"elle", "-t-elle", "-elle", "t-elle", "celle-ci"})


class Bodies:
    """The organisations of one article, asked by the words that stand for them."""

    def __init__(self, doc: Doc, text: str, index: EntityIndex) -> None:
        self._doc = doc
        self._text = text
        self._index = index
        self._kept: dict[str, tuple[set[str], set[str]]] = {}

    @cached_property
    def _bodies(self) -> Mapping[str, Body]:
        found: dict[str, Body] = {}
        for span in self._doc.ents:
            entity = self._index.entity_at(span.start_char, span.end_char)
            if entity is None or entity.type == "person":
                continue
            body = found.setdefault(entity.id, Body(entity))
            read_body(body, span)
        return {key: body for key, body in found.items() if body.entity.type == "organisation" or body.nouns}

    @cached_property
    def _mentions(self) -> list[tuple[int, str]]:
        return sorted((m.start, key) for key, body in self._bodies.items() for m in body.entity.mentions)

    @cached_property
    def _holders(self) -> set[str]:
        return {key for key, body in self._bodies.items() if not body.kinds <= _BYSTANDERS}

    def _fitting(self, noun: str, kinds: tuple[str, ...]) -> tuple[set[str], set[str]]:
        """Return the organisations that a noun of these kinds may mean, and those that it announces."""
        if noun not in self._kept:
            fitting = {key for key, body in self._bodies.items() if not body.kinds.isdisjoint(kinds)}
            self._kept[noun] = fitting, {key for key in fitting if noun in self._bodies[key].nouns}
        return self._kept[noun]

    def named_by(self, noun: Token, before: int | None = None) -> Entity | None:
        """Return the organisation that a definite common noun stands for, among those named before the character
        `before`; null when several may be meant. With a complement of its own ("le fabricant de vélos") it means the
        one that the same noun announces."""
        row = body_rows().get(fold(noun.text))
        if row is None or not self._mentions or names_another(noun):
            return None
        at = noun.idx if before is None else before
        fitting, exact = self._fitting(fold(noun.text), row[1])
        if is_completed(noun):
            return self._chosen(noun, exact, at)
        if noun.i + 1 < len(self._doc) and fold(noun.nbor().text) in demonyms():
            told = self._chosen(noun, exact or fitting, at)
            return told if told is not None and self._is_near(told, noun, at) else None
        if row[1][0] not in _USUAL:
            fitting = {key for key in fitting if self._bodies[key].nouns} or fitting
        return (self._chosen(noun, exact, at) if len(row[1]) < 3 else None) or self._chosen(noun, fitting, at)

    def _chosen(self, noun: Token, keys: set[str], at: int) -> Entity | None:
        """Return the one of these that the noun's sentence or the one before is about, else the article's, else the
        paragraph's."""
        if not keys:
            return None
        sentence, previous, paragraph = self._around(noun, at)
        main, sure = self._main(keys, at)
        for here in (sentence, previous):
            near = self._near(max(here.start_char, paragraph), at) & keys
            subject = self._subject_of(here, near, noun) if near else None
            if near and main is not None and main.id in near and (sure or subject is None):
                return main
            if subject is not None or (len(near) == 1 and not sure):
                return subject or self._bodies[near.pop()].entity
        return main if sure else self._heading(paragraph, keys, noun) or main

    def holder(self, word: Token, before: int | None = None) -> Entity | None:
        """Return the organisation whose definite thing a word is ("l'usine de Lens"): the one that the article is
        about, unless its sentence names another one first, or the sentence before has another as its subject."""
        keys = self._holders
        at = word.idx if before is None else before
        sentence, previous, paragraph = self._around(word, at)
        main, sure = self._main(keys, at)
        if main is not None and main.mentions[0].start > self._text.find("\n\n") + _LEAD:
            main, sure = None, False
        for here in (sentence, previous):
            near = {key for _, key in self._between(max(here.start_char, paragraph), at) if key in keys}
            if main is not None and near == {main.id}:
                return main
            subject = self._subject_of(here, near, word) if near else None
            if subject is not None or (near and (here == sentence or not sure)):
                return subject
        return main

    def _is_near(self, entity: Entity, noun: Token, at: int) -> bool:
        """Return whether an organisation is named in the sentence of a noun or the one before: with an adjective of a
        nation or region ("le réseau sarrois"), one named elsewhere may be another's."""
        _, previous, paragraph = self._around(noun, at)
        return entity.id in self._near(max(previous.start_char, paragraph), at) or len(entity.mentions) > _OFTEN

    def _near(self, start: int, end: int) -> set[str]:
        """Return the organisations between two characters, but the groups that others are said to belong to."""
        return {key for at, key in self._between(start, end) if not is_parent(token_at(self._doc, at))}

    def _around(self, word: Token, at: int) -> tuple[Span, Span, int]:
        """Return the sentence of a word, the one before, and the character at which its paragraph begins."""
        sentence = text_sentence(word)
        return sentence, text_sentence(self._doc[max(0, sentence.start - 1)]), self._text.rfind("\n\n", 0, at) + 1

    def _heading(self, paragraph: int, keys: set[str], word: Token) -> Entity | None:
        """Return the organisation that the first sentence of a paragraph is about."""
        first = next((t for t in self._doc[max(0, word.i - _PARAGRAPH) : word.i] if t.idx > paragraph), None)
        return self._subject_of(text_sentence(first), keys, word) if first is not None else None

    def _between(self, start: int, end: int) -> list[tuple[int, str]]:
        return self._mentions[bisect_left(self._mentions, (start, "")) : bisect_left(self._mentions, (end, ""))]

    def _subject_of(self, sentence: Span, keys: set[str], before: Token) -> Entity | None:
        for phrase in main_subjects(sentence, before):
            entity = self._of_name(phrase.name)
            if entity is not None:
                return entity if entity.id in keys else None
        return None

    def _main(self, keys: set[str], at: int) -> tuple[Entity | None, bool]:
        """Return the one of those named so far that is named most, the title and the lead counting more, null when two
        are named as much, and whether it is named twice as much as any other."""
        known = (
            pair for pair in self._ranked if pair[1] in keys and self._bodies[pair[1]].entity.mentions[0].start < at
        )
        count, key = next(known, (0, ""))
        second, _ = next(known, (0, ""))
        if count == second:
            return None, False
        return self._bodies[key].entity, count > 1 and count >= 2 * second

    def _first(self, key: str) -> int:
        return self._bodies[key].entity.mentions[0].start

    @cached_property
    def _ranked(self) -> list[tuple[int, str]]:
        """Each organisation with how much it is named, the most named first, then the first named."""
        title = self._text.find("\n\n")
        firsts = {key: self._first(key) for key in self._bodies}
        weights = {
            key: len(self._bodies[key].entity.mentions) + (start < title) + (start < title + _LEAD)
            for key, start in firsts.items()
        }
        return [(weights[key], key) for key in sorted(weights, key=lambda key: (-weights[key], firsts[key]))]

    def pronoun(self, word: Token) -> Entity | None:
        """Return the organisation that "il", "elle", "celle-ci" stands for: the last subject of its gender; null when
        that is a person, or nothing that acts."""
        gender = "m" if word.lower_ in _MASCULINE else "f" if word.lower_ in _FEMININE else None
        if gender is None:
            return None
        if word.lower_ in {"celui-ci", "celle-ci"}:
            return self._last_of(gender, word)
        sentence = text_sentence(word)
        for _ in range(_SENTENCES):
            if sentence[0].ent_type_ == "PER" and sentence[0].i < word.i:
                return None
            for phrase in main_subjects(sentence, word):
                found = self._antecedent(phrase, gender)
                if not isinstance(found, bool):
                    return found
            if sentence.start == 0:
                return None
            before = self._doc[sentence.start - 1]
            while before.is_space and before.i:
                before = before.nbor(-1)
            sentence = text_sentence(before)
        return None

    def kinds(self, entity: Entity) -> frozenset[str]:
        """Return the kinds that an organisation's nouns or its name say it is of, empty when none does."""
        body = self._bodies.get(entity.id)
        return body.kinds if body is not None and body.said else frozenset()

    def _last_of(self, gender: str, word: Token) -> Entity | None:
        """Return the organisation of a gender that the sentence of a word or the one before names or means last."""
        _, previous, _ = self._around(word, word.idx)
        for token in reversed(self._doc[previous.start : word.i]):
            entity = self._index.entity_at(token.idx, token.idx + 1)
            if entity is not None:
                if entity.id in self._bodies and self._bodies[entity.id].may_be(gender):
                    return entity
            elif body_rows().get(fold(token.text), ("",))[0] == gender and (meant := self.named_by(token)) is not None:
                return meant
        return None

    def _antecedent(self, phrase: Phrase, gender: str) -> Entity | bool | None:
        """Return the organisation that a subject is, None when it is a person, False when it is neither."""
        if phrase.name is not None and phrase.name.label_ == "PER":
            return None
        entity = self._of_name(phrase.name)
        if entity is not None:
            body = self._bodies[entity.id]
            return (None if body.kinds <= _OFFICIAL else entity) if body.may_be(gender) else False
        head = phrase.head
        if head.pos_ == "PRON" or has_feature(head, "Number", "Plur"):
            return False
        folded = fold(head.text)
        if folded in functions() | human_nouns():
            return None
        row = body_rows().get(folded)
        if row is None and head.pos_ == "NOUN" and head.morph.get("Gender", []) == [_GENDERS[gender]]:
            return None
        if row is None or row[0] != gender:
            return False
        return self.named_by(head) or False

    def _of_name(self, name: Span | None) -> Entity | None:
        entity = self._index.entity_at(name.start_char, name.end_char) if name is not None else None
        return entity if entity is not None and entity.id in self._bodies else None
