"""Who acts where a figure stands: the body that the subject of its clause means, that acted before, that the article
is about, that gives or gets the sum; and what that subject is, which says whom else to look for."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.clauses import Phrase
from factuel.facts.context import FactContext
from factuel.facts.figure_candidates import Clues
from factuel.facts.figure_clause import Clause
from factuel.facts.figure_items import item_of, item_topic
from factuel.facts.funding import read_funding
from factuel.facts.meant_bodies import acting_before
from factuel.facts.profiles import functions, human_nouns, type_classes
from factuel.facts.protagonist import acting_body, protagonist_entity, section_heading, subject_phrase
from factuel.facts.syntax import copulas, is_finite
from factuel.models import read_words
from factuel.records import Entity, EntityRef

_VERBAL: Final = frozenset({"VERB", "AUX"})
_FUNDED: Final = frozenset({"money", "percentage"})
_DEFINITE: Final = frozenset({"le", "la", "l'", "l’", "les", "ce", "cet", "cette"})
_GENDERS: Final = {
    "il": "Masc", "-t-il": "Masc", "-il": "Masc", "celui-ci": "Masc",
    "elle": "Fem", "-t-elle": "Fem", "-elle": "Fem", "celle-ci": "Fem",
}  # fmt: skip
_MANY: Final = frozenset({"ils", "elles"})


def read_actors(clues: Clues, context: FactContext, clause: Clause) -> None:
    """Add the clues of who acts in the clause of a figure, in its sentence and before."""
    span = clause.span
    verbs = {"clause": clause.verb, "left": _verb_before(clause), "root": clause.root}
    for where, governing in verbs.items():
        verb = governing if governing is None or governing.pos_ in _VERBAL else next(iter(copulas(governing)), None)
        if verb is not None:
            asked = ("acting", verb.i)
            if asked not in context.memo:
                context.memo[asked] = _acting(context, subject_phrase(verb))
            _add_acting(clues, where, *context.memo[asked])
    _add_acting(clues, "before", *_acting(context, acting_before(context, span[0])))
    item = item_of(context, span.start_char)
    about = [protagonist_entity(context, span.start_char)] if item.whole else item_topic(context, span.start_char)
    clues.add("protagonist", about)
    clues.add("heads the section", [section_heading(context, span.start_char)[1]])
    if span._.figure.measure.kind in _FUNDED:
        found = read_funding(context, span)
        if found is not None:
            clues.add("gives", [_entity(context, found.investor)])
            clues.add("gets", [_entity(context, found.recipient)])


def _verb_before(clause: Clause) -> Token | None:
    """Return the last finite verb before a figure in its sentence."""
    words = clause.span.doc[clause.sentence.start : clause.span.start]
    return next((word for word in reversed(words) if is_finite(word) and not word.ent_type_), None)


def _add_acting(clues: Clues, where: str, how: str, entity: Entity | None) -> None:
    clues.add(f"{where} acts", [entity])
    clues.add(f"{where} {how}", [entity])


def _acting(context: FactContext, phrase: Phrase | None) -> tuple[str, Entity | None]:
    """Return how it is known what a subject means, and the entity that it names or means."""
    if phrase is None:
        return "name", None
    if phrase.name is not None:
        how, entity = "name", context.index.entity_at(phrase.name.start_char, phrase.name.end_char)
    else:
        how, entity = "meant", _entity(context, acting_body(context, phrase))
    if entity is None:
        found = context.resolver.resolve(phrase.head.idx, phrase.head.idx + len(phrase.head))
        how, entity = "resolved", _entity(context, found)
    return _within_item(context, phrase, how, entity)


def _within_item(context: FactContext, phrase: Phrase, how: str, entity: Entity | None) -> tuple[str, Entity | None]:
    """Return whom a subject means on a live page: whoever its own item names, else the one that its heading names,
    for a noun that may mean a body ("le constructeur") or a pronoun."""
    item = item_of(context, phrase.head.idx)
    if item.whole or (entity is not None and any(item.start <= one.start < item.end for one in entity.mentions)):
        return how, entity
    body = fold(phrase.head.text) in type_classes() or phrase.head.lower_ in _GENDERS
    return "meant", next(iter(item_topic(context, phrase.head.idx)), None) if body else None


def _entity(context: FactContext, reference: EntityRef | None) -> Entity | None:
    return context.index.by_id.get(reference.entity_id or "") if reference is not None else None


def read_subject(clues: Clues, context: FactContext, clause: Clause) -> None:
    """Add what the subjects of the figure's clause and sentence are, and which names may be meant by them."""
    for word in clause.subjects:
        _add_subject(clues, context, clause.span, "clause", word)
    for word in clause.root_subjects:
        _add_subject(clues, context, clause.span, "root", word)
    words = context.words_of(clause.sentence)
    clues.situation.update(one for one in ("we", "I") if words & read_words("speaking_words", person=one))


def _add_subject(clues: Clues, context: FactContext, span: Span, where: str, word: Token) -> None:
    if context.index.entity_at(word.idx, word.idx + len(word)) is not None:
        return
    known = [entity for entity in clues.candidates() if entity.mentions[0].start < span.start_char]
    for entity in known:
        clues.add(f"{where} {_fit(context, word, entity)} {entity.type}", [entity])


def _fit(context: FactContext, word: Token, entity: Entity) -> str:
    """Tell what kind of word a subject is, and how well a name fits it: by gender, or by what the article calls it."""
    if word.pos_ == "PRON":
        if word.lower_ in _MANY:
            return "plural pronoun"
        gender, said = _GENDERS.get(word.lower_), context.resolver.gender_of(entity)
        if gender is None:
            return "pronoun"
        return "pronoun fits" if said == gender else "pronoun open" if said is None else "pronoun no"
    form = fold(word.text)
    if form in functions() or form in human_nouns():
        return "human noun"
    kind = type_classes().get(form)
    if kind is None or not _DEFINITE & {child.lower_ for child in word.children if child.dep_ == "det"}:
        return "other noun"
    profile = context.resolver.profile_of(entity)
    if form in profile.nouns:
        return "noun called so"
    fits = kind in profile.classes
    return "noun fits" if fits else "noun open" if not profile.classes and entity.type != "person" else "noun no"
