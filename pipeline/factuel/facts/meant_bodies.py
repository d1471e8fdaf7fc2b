"""Which body a common noun or a pronoun means where it acts: "le club", "l'institut", "elle", "la direction".

A noun means the body whose name bears it or that the article calls so; else the only one of its class; a noun that
any company bears means the one that the article is about. A pronoun means who acted last, if a body of its gender.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.clauses import Phrase, surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.profiles import type_classes
from factuel.facts.syntax import is_finite
from factuel.models import read_words
from factuel.records import Entity

_DEFINITE: Final = frozenset({"le", "la", "l'", "l’", "ce", "cet", "cette"})
_GENDERS: Final = {
    "il": "Masc", "celui-ci": "Masc", "-t-il": "Masc", "elle": "Fem", "celle-ci": "Fem", "-t-elle": "Fem",
}  # fmt: skip
_POSSESSIVE: Final = frozenset({"son", "sa", "leur"})
_NO_BODIES: Final = frozenset({"town", "country", "project", "court", "media"})
_BESIDE: Final = 4
"""Characters between a name and a noun in apposition to it, or to something else: "du pôle Lumeo, l'entreprise"."""
_STEM, _LONG = 4, 6
"""Letters that two words of one stem share, and that each has at least."""
_FIRMS: Final = frozenset({"company", "cooperative", "bank", "cluster"})
"""Classes of bodies that "l'entreprise" or "la société" may mean."""
_STOPS: Final = frozenset({".", "?", "!", "…"})
_RELATIVES: Final = frozenset({"dont", "où", "que", "qu'", "qu’"})
"""Words before the subject of a clause that does not lead: "Le musée, dont le siège est à Lens, recrute"."""
_MOST: Final = 3
"""Pronouns followed back one after the other."""

About = Callable[[FactContext, int], Entity | None]
"""The body that the article is about at a character, null when that is unsure."""


def meant_by_noun(context: FactContext, head: Token, about: About) -> Entity | None:
    """Return the body that a definite noun means before its own place in the text; null when several may be meant."""
    word = fold(head.text)
    before = head.doc[max(text_sentence(head).start, head.i - 2) : head.i]
    person = head.i + 2 < len(head.doc) and head.nbor().text == "," and head.nbor(2).ent_type_ == "PER"
    acts = head.lower_ in read_words("acting_nouns") and not person
    possessed = bool({token.lower_ for token in before} & _POSSESSIVE) and acts
    definite = bool({token.lower_ for token in before} & _DEFINITE) or possessed
    if not definite or "Plur" in head.morph.get("Number", []):
        return None
    bodies, kind = _bodies(context, head), type_classes().get(word)
    called = [e for e in bodies if _is_called(context, e, word)]
    if called:
        return max(called, key=lambda entity: _last(entity, head.idx))
    kin = [e for e in bodies if _is_kin(word, fold(e.name.split(" ")[0]))]
    if len(kin) == 1 and kind == "company":
        return kin[0]
    if word == "etablissement" and (near := _named_just_before(context, head)) is not None:
        return near
    if acts:
        return about(context, head.idx)
    if kind is None or kind in _NO_BODIES:
        return None
    fitting = [e for e in bodies if kind in classes_of(context, e)]
    if word in map(fold, read_words("granting_bodies")):
        fitting = [e for e in fitting if word[:_LONG] in fold(e.name)]
    if kind != "company" and len(fitting) == 1:
        return fitting[0]
    main = about(context, head.idx) if kind != "authority" else None
    return main if main is not None and may_be_called(context, main, head) else None


def may_be_called(context: FactContext, entity: Entity, head: Token) -> bool:
    """Return whether a body may be meant by a noun: nothing says that it is of another class."""
    kind = type_classes().get(fold(head.text))
    return kind is None or not classes_of(context, entity) - (_FIRMS if kind == "company" else {kind})


def classes_of(context: FactContext, entity: Entity) -> set[str]:
    """Return the classes of a body: those that its name and the words beside it say."""
    words = [fold(word) for word in entity.name.split(" ")]
    kinds = type_classes()
    found = {kinds[form] for form in (words[0], " ".join(words[:2])) if form in kinds}
    club = {"club"} if read_words("club_words") & {word.casefold() for word in entity.name.split(" ")} else set()
    return context.resolver.profile_of(entity).classes | found | club


def _named_just_before(context: FactContext, head: Token) -> Entity | None:
    """Return the only organisation of the sentence before that of a noun which any of them bears."""
    sentence = text_sentence(head)
    before = text_sentence(head.doc[max(0, sentence.start - 1)])
    near = {e.id: e for e in context.index.mentions_in(before.start_char, before.end_char) if e.type == "organisation"}
    return next(iter(near.values())) if len(near) == 1 else None


def town_meant(context: FactContext, head: Token) -> Entity | None:
    """Return the town that "la commune" or "la ville" means: the only one of the title, else of the first sentence."""
    before = {word.lower_ for word in head.doc[max(text_sentence(head).start, head.i - 2) : head.i]}
    if head.lower_ not in read_words("town_nouns") | {"maire"} or not before & _DEFINITE:
        return None
    title_end = max(context.text.find("\n\n"), 0)
    opening = text_sentence(context.token_at(title_end + 2 if title_end else 0))
    for start, end in ((0, title_end), (opening.start_char, min(opening.end_char, head.idx))):
        inside = {e.id: e for e in context.index.mentions_in(start, end) if e.type == "place"} if end > start else {}
        if inside:
            return next(iter(inside.values())) if len(inside) == 1 else None
    return None


def _is_kin(noun: str, first: str) -> bool:
    """Return whether a noun for a maker and the first word of a name have a stem in common: "l'éditeur" of "Éditions
    du Port", "l'assureur" of "Assurances Lumeo"."""
    return len(noun) >= _LONG and len(first) >= _LONG and noun[:_STEM] == first[:_STEM]


def _is_called(context: FactContext, entity: Entity, word: str) -> bool:
    first = fold(entity.name.split(" ")[0])
    return first == word or word in context.resolver.profile_of(entity).nouns


def meant_by_pronoun(context: FactContext, pronoun: Token, about: About) -> tuple[Entity | None, bool]:
    """Return the body that "il" or "elle" means, who acted last, in its sentence or the one before; and whether a noun
    of bodies that means nobody known acted there, so that no other may be taken."""
    gender = _GENDERS.get(pronoun.lower_)
    phrase = acting_before(context, pronoun)
    for _ in range(_MOST):
        if phrase is None or phrase.name is not None or phrase.head.lower_ not in _GENDERS:
            break
        phrase = acting_before(context, phrase.head)
    if phrase is None:
        return None, False
    if phrase.name is not None:
        entity = context.index.entity_at(phrase.name.start_char, phrase.name.end_char)
        if entity is None or entity.type != "organisation":
            return None, False
        said = context.resolver.gender_of(entity)
        return (entity if gender in {said, None} or said is None else None), False
    shown = phrase.head.morph.get("Gender", [])
    if gender is not None and shown and gender not in shown:
        return None, False
    found = meant_by_noun(context, phrase.head, about)
    kind = type_classes().get(fold(phrase.head.text))
    return found, found is None and kind not in _NO_BODIES | {None}


def acting_before(context: FactContext, token: Token) -> Phrase | None:
    """Return the subject of the clause before a token: in its sentence, else that of the sentence before; words that
    are quoted are passed over."""
    sentence = text_sentence(token)
    topic = _announced(sentence, token)
    if topic is not None:
        return topic
    own = _first_subject(context, sentence, token.i - 1)
    if own is not None or sentence.start == 0:
        return own
    before = token.doc[sentence.start - 1]
    while before.i and (before.is_space or (before.text in {"»", "."} and before.nbor(-1).text in _STOPS)):
        before = before.nbor(-1)
    last = text_sentence(before)
    return _first_subject(context, last, last.end)


def _announced(sentence: Span, token: Token) -> Phrase | None:
    """ "Quant à l'imprimeur Lumeo, il": the topic that the sentence announces."""
    words = list(islice((word for word in sentence if not word.is_space), 2))
    if len(words) < 2 or words[0].lower_ != "quant" or token.i <= words[1].i + 1:
        return None
    name = next((span for span in names_in(sentence) if words[1].i < span.start < token.i), None)
    return Phrase(name.root, name, name.start) if name is not None else None


def _first_subject(context: FactContext, sentence: Span, end: int) -> Phrase | None:
    """Return the subject of the first verb of a sentence that the newspaper itself tells, if that is before token
    `end`."""
    asked = ("first subject", sentence.start)
    if asked not in context.memo:
        context.memo[asked] = _find_first_subject(context, sentence)
    at, phrase = context.memo[asked]
    return phrase if at < end else None


def _find_first_subject(context: FactContext, sentence: Span) -> tuple[int, Phrase | None]:
    """Return the first verb with a subject that the newspaper itself tells, by its token, and that subject."""
    for word in sentence:
        if not (is_finite(word) or word.pos_ == "AUX") or word.ent_type_:
            continue
        if context.speaker_at(word.idx, word.idx + len(word)) is not None:
            continue
        phrase = surface_subject(word)
        if phrase is None or phrase.head.lower_ in {"qui", "que", "on", "ce", "c'", "c’"}:
            continue
        if phrase.start == sentence.start or word.doc[phrase.start - 1].lower_ not in _RELATIVES:
            return word.i, phrase
    return sentence.end, None


def _bodies(context: FactContext, head: Token) -> list[Entity]:
    """Return the organisations named before a noun, but the one that the noun follows at once."""
    known = [e for e in context.index.entities if e.type == "organisation" and e.mentions[0].start < head.idx]
    low = head.nbor(-1).idx - _BESIDE if head.i else 0
    beside = {entity.id for entity in context.index.mentions_in(max(0, low), head.idx)}
    return [entity for entity in known if entity.id not in beside]


def _last(entity: Entity, at: int) -> int:
    return max(mention.start for mention in entity.mentions if mention.start < at)
