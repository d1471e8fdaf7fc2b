"""Which organisation a phrase means, acts in a clause or owns a thing: its name, what it stands for, or nothing.

Subjects are read from the words before the verb (`clauses`), for the parse of press prose loses bare names.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.actors import actor, generic_organisation, possessor, reference
from factuel.facts.body_kinds import body_nouns, body_rows, names_another
from factuel.facts.clauses import Phrase, name_beside, surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.participants import ORGANISATIONS, participant, participants
from factuel.facts.profiles import functions, human_nouns, type_classes
from factuel.facts.syntax import has_feature, is_finite, subjects
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import Entity, EntityRef

_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_OF: Final = frozenset({"de", "d'", "d’", "du", "des"})
_DEFINITE: Final = frozenset({"le", "la", "l'", "l’", "ce", "cet", "cette", "notre", "du", "au"})
_SUBJECTS: Final = frozenset({"il", "elle", "ils", "elles"})
_HEADED: Final = frozenset({". –", ". -", ". —"})
_DASH: Final = 4
"""Characters of ". – " between the town and the name that head a paragraph: "Lens. – Lumeo recrute"."""
_PEOPLE: Final = frozenset({"person"})


def organisation_of(context: FactContext, noun: Token) -> EntityRef | None:
    """Return the organisation that a noun phrase names, or that its common noun stands for; a thing beside which an
    organisation is named ("le spectacle créé par la compagnie Lumeo") is none."""
    if noun.ent_type_:
        return participant(context, noun, ORGANISATIONS) if noun.ent_type_ == "ORG" else None
    if (name := name_beside(noun)) is not None:
        return reference(context, name)
    if noun.pos_ == "PRON" or noun.lower_ in read_words("reference_pronouns"):
        if (last := context.bodies.pronoun(noun)) is not None:
            return context.index.ref(last)
        near = noun.lower_ in {"celui-ci", "celle-ci"} or participant(context, noun, _PEOPLE) is None
        found = topic_owner(context, noun) if near else None
        return found or (actor if noun.lower_ == "nous" else _resolved)(context, [noun])
    if (found := meant(context, noun)) is not None:
        return found
    if (noun.lower_ not in read_words("organisation_nouns") and not is_organisation_kind(noun)) or names_another(noun):
        return None
    alone = generic_organisation(noun) and not _has_complement(noun)
    return (topic_owner(context, noun) if alone else None) or _resolved(context, [noun]) or _stands_for(context, noun)


def meant(context: FactContext, noun: Token, before: int | None = None) -> EntityRef | None:
    """Return the organisation that a definite noun of bodies means ("la jeune pousse"), as named before the character
    `before`."""
    if fold(noun.text) not in body_nouns() or not is_definite(noun):
        return None
    if (headed := _heading(context, noun)) is not None:
        return headed
    found = context.bodies.named_by(noun, before)
    return context.index.ref(found) if found is not None else None


def is_definite(noun: Token) -> bool:
    """Return whether a definite article or a demonstrative begins a noun's phrase, over adjectives and numbers."""
    at = noun.i - 1
    while at >= 0 and noun.doc[at].pos_ in {"ADJ", "NUM"}:
        at -= 1
    return at >= 0 and noun.doc[at].lower_ in _DEFINITE


def _resolved(context: FactContext, nouns: list[Token]) -> EntityRef | None:
    return next(iter(participants(context, nouns, ORGANISATIONS)), None)


def _has_complement(noun: Token) -> bool:
    after = [word for word in noun.doc[noun.i + 1 : noun.i + 3] if word.pos_ != "ADJ"]
    return bool(after) and after[0].lower_ in _OF


def acting_organisation(context: FactContext, verb: Token) -> EntityRef | None:
    """Return the organisation that is the subject of a verb, null when a person or a thing is."""
    phrase = surface_subject(verb)
    if phrase is None:
        return next((found for word in subjects(verb) if (found := organisation_of(context, word))), None)
    if phrase.name is not None:
        return reference(context, phrase.name) if phrase.name.label_ == "ORG" else None
    return organisation_of(context, phrase.head) or _apposed_before(context, phrase) or _taken_up(context, verb, phrase)


def _apposed_before(context: FactContext, phrase: Phrase) -> EntityRef | None:
    """Return the organisation that a bare noun is in apposition to: "Lumeo, fabricant de pompes qui a établi"."""
    comma = phrase.head.doc[phrase.start - 1] if phrase.start > 1 else None
    bare = phrase.head.pos_ == "NOUN" and phrase.head.i == phrase.start and phrase.head.lower_ not in functions()
    if comma is None or comma.text != "," or not bare:
        return None
    name = next((span for span in names_in(text_sentence(comma)) if span.end == comma.i), None)
    return reference(context, name)


def _taken_up(context: FactContext, verb: Token, phrase: Phrase) -> EntityRef | None:
    """Return the organisation of the noun right before "qui" where the whole phrase is a thing's: "l'agrandissement de
    l'école, qui compte une antenne"."""
    who = next((w for w in verb.doc[max(0, verb.i - 4) : verb.i] if w.lower_ == "qui"), None)
    if who is None or fold(phrase.head.text) in functions() | human_nouns():
        return None
    at = who.i - 2 if who.nbor(-1).text == "," else who.i - 1
    return meant(context, verb.doc[at]) if at > phrase.head.i else None


def possessed_by(context: FactContext, noun: Token) -> EntityRef | None:
    """Return the organisation whose thing a noun with a possessive is: the subject of the verb before it, else, where
    the possessive opens its sentence, the subject that leads the sentence before."""
    sentence = text_sentence(noun)
    owning = next((word for word in sentence if noun.i - 4 <= word.i < noun.i and word.lower_ in _POSSESSIVES), None)
    if owning is None:
        return None
    verbs = [w for w in reversed(noun.doc[sentence.start : owning.i]) if is_verb(w) or _acts(w)]
    verb = verbs[0] if verbs else None
    acting = next((w for w in verbs if surface_subject(w) is not None), None)
    if verb is not None and acting is None and _is_detached(sentence, owning):
        return None
    if acting is not None and verb is not None and (acting == verb or not has_feature(verb, "VerbForm", "Fin")):
        return acting_organisation(context, acting)
    before = noun.doc[sentence.start - 1] if sentence.start and verb is None else None
    while before is not None and before.is_space and before.i:
        before = before.nbor(-1)
    led = _leading(context, text_sentence(before)) if before is not None and owning.i <= sentence.start + 4 else None
    return led or possessor(context, noun)


def _is_detached(sentence: Span, word: Token) -> bool:
    """Return whether a word stands in a participle clause that opens its sentence and whose subject comes later:
    "Battues dans leur salle de Lens, les joueuses"."""
    words = [w for w in sentence[: word.i - sentence.start] if not w.is_space]
    return bool(words) and has_feature(words[0], "VerbForm", "Part") and not any(is_finite(w) for w in words)


def _leading(context: FactContext, sentence: Span) -> EntityRef | None:
    """Return the organisation that is the subject of the first verb of a sentence that has one."""
    for word in sentence:
        if is_verb(word) and (surface_subject(word) is not None or subjects(word)):
            return acting_organisation(context, word)
    return None


def topic_owner(context: FactContext, token: Token, before: int | None = None) -> EntityRef | None:
    """Return the company that the article is clearly about, whose a definite site is ("l'usine de Lens"), where no
    other organisation is named in the sentence before the token, or before the character `before`."""
    if (headed := _heading(context, token)) is not None:
        return headed
    found = context.bodies.holder(token, before)
    return context.index.ref(found) if found is not None and may_mean(context, token, found) else None


def may_mean(context: FactContext, noun: Token, entity: Entity) -> bool:
    """Return whether a noun of companies may mean an organisation: not one that is announced as something else ("la
    grappe Lumeo" is no "entreprise")."""
    kinds = body_rows().get(fold(noun.text), ("", ("",)))[1]
    company = kinds[0] == "company" and noun.lower_ not in read_words("site_nouns")
    said = context.bodies.kinds(entity)
    return not company or not said or not said.isdisjoint({*kinds, "company", "cooperative", "bank"})


def _stands_for(context: FactContext, noun: Token) -> EntityRef | None:
    """Return what a definite noun of organisations means that its own words keep from being resolved ("le fabricant de
    vérins"): the only organisation named in the sentence before, else in the paragraph, else the article's."""
    if not generic_organisation(noun):
        return None
    sentence = text_sentence(noun)
    before = text_sentence(noun.doc[max(0, sentence.start - 1)])
    paragraph = context.text.rfind("\n\n", 0, noun.idx) + 1
    for start in (before.start_char, paragraph):
        inside = context.index.mentions_in(max(start, paragraph), noun.idx)
        near = {e.id: e for e in inside if e.type == "organisation" and is_private(e)}
        if len(near) == 1:
            return context.index.ref(next(iter(near.values())))
    return _heading(context, noun) or topic_owner(context, noun)


def _heading(context: FactContext, token: Token) -> EntityRef | None:
    """Return the organisation whose name alone opens the paragraph of a token, as in news in brief ("Lumeo. – Le
    fabricant")."""
    start = context.text.rfind("\n\n", 0, token.idx) + 2
    first = next(iter(context.index.spans_in(start, start + 1)), None) if start > 1 else None
    if first is None or first[0] != start or context.text[first[1] : first[1] + 3] not in _HEADED:
        return None
    if first[2].type == "place":
        first = next(iter(context.index.spans_in(first[1] + _DASH, first[1] + _DASH + 1)), None)
        return context.index.ref(first[2]) if first is not None and first[2].type == "organisation" else None
    return context.index.ref(first[2]) if first[2].type in {"organisation", "misc"} else None


def is_organisation_kind(noun: Token) -> bool:
    """Return whether a noun may stand for an organisation named before ("la coopérative", "le fabricant")."""
    return type_classes().get(fold(noun.text)) not in {None, "project", "town", "country", "authority"}


def is_private(entity: Entity) -> bool:
    """Return whether an organisation is no public body, medium, union or party that an article names in passing."""
    first = entity.name.split(" ")[0].casefold()
    return first not in read_words("public_bodies") and entity.name not in _bystanders()


@cache
def _bystanders() -> frozenset[str]:
    return frozenset(r["form"] for r in read_lexicon("organisations") if r["kind"] in {"media", "union", "party"})


def _acts(word: Token) -> bool:
    """Return whether a form that the parser takes for no verb is one: a verb of opening or closing right after its
    pronoun ("Il ferme"), "dément" right after a noun."""
    if word.lower_ == "dément":
        return word.i > 0 and word.nbor(-1).pos_ in {"NOUN", "PROPN"}
    subject = word.i > 0 and (word.nbor(-1).pos_ == "PRON" or word.nbor(-1).lower_ in _SUBJECTS)
    return subject and word.lower_ in verb_forms("site_change_words")


def is_verb(word: Token) -> bool:
    """Return whether a word is a verb, and no name that the parser takes for one."""
    return word.pos_ in {"VERB", "AUX"} and not word.ent_type_
