"""Who acts where the clause says it by a pronoun, a common noun, a possessive or not at all.

A named participant wins; then what the resolver is sure of; then the organisation that the article is about, where the
words can only mean an organisation ("l'entreprise", "elle", "nous") and no person or public body is meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of
from factuel.facts.participants import ORGANISATIONS, participant
from factuel.facts.syntax import subjects
from factuel.models import read_lexicon, read_words, unaccented
from factuel.records import EntityRef

_LEAD: Final = 300
"""Characters after the title in which an article names what it is about."""
_CLASSES: Final = frozenset(
    {"company", "bank", "club", "cluster", "cooperative", "association", "hospital", "media", "museum", "school"}
)
_DEFINITE: Final = frozenset({"le", "la", "l'", "l’", "ce", "cet", "cette", "notre"})
_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos"})
_OF: Final = frozenset({"de", "du", "d'", "d’", "des", "qui"})


def actor(
    context: FactContext,
    words: Iterable[Token],
    types: frozenset[str] = ORGANISATIONS,
    before: int | None = None,
) -> EntityRef | None:
    """Return the first participant of these types among the heads of phrases, a common noun or pronoun for an
    organisation standing for the one that the article is about, as named before the character `before`."""
    for word in words:
        found = participant(context, word, types)
        if found is None and _stands_for_organisation(context, word):
            found = main_organisation(context, word.idx if before is None else before)
        if found is not None:
            return found
    return None


def main_organisation(context: FactContext, before: int) -> EntityRef | None:
    """Return the organisation that the article is about at a character; null when that is a public body."""
    found = context.topic.dominant(before, "organisation")
    if found is None or unaccented(found.name).split(" ")[0] in _public():
        return None
    entity = context.index.by_id[found.entity_id or ""]
    title_end = max(context.text.find("\n\n"), 0)
    first = entity.mentions[0].start
    passing = first > title_end and len(entity.mentions) == 1 and first > title_end + _LEAD // 2
    return None if passing or first > title_end + _LEAD else found


def possessor(context: FactContext, noun: Token) -> EntityRef | None:
    """Return the organisation whose thing a noun with a possessive is ("son usine", "leurs agences")."""
    owning = next((child for child in noun.lefts if child.lower_ in _POSSESSIVES), None)
    if owning is None and noun.i and noun.nbor(-1).lower_ in _POSSESSIVES:
        owning = noun.nbor(-1)
    if owning is None:
        return None
    if owning.i > sent_of(owning).start:
        return subject_names(context, noun) or (
            None if person_acts(noun) else context.topic.possessor(owning, "organisation")
        )
    before = owning.doc[sent_of(owning).start - 1].sent if sent_of(owning).start else None
    head = next((word for word in before if word.dep_ == "ROOT"), None) if before is not None else None
    said = actor(context, subjects(head)) if head is not None else None
    return said or context.topic.possessor(owning, "organisation")


def person_acts(token: Token) -> bool:
    """Return whether the nearest subject of the token's clause is a named person, or a person's name in apposition
    to it: "Mme Morvan, elle, a rouvert son magasin"."""
    for verb in (head for head in (token, *token.ancestors) if head.pos_ in {"VERB", "AUX"}):
        for word in subjects(verb):
            body = word.ent_type_ == "ORG" or word.lower_ in read_words("organisation_nouns")
            if not body and any(part.ent_type_ == "PER" for part in word.subtree):
                return True
        if subjects(verb):
            return False
    return False


def subject_names(context: FactContext, token: Token) -> EntityRef | None:
    """Return the organisation that is the subject of the token's clause, as its verbs say, up the parse."""
    for verb in (head for head in (token, *token.ancestors) if head.pos_ in {"VERB", "AUX"}):
        words = [word for word in subjects(verb) if word != token and word not in list(token.children)]
        if words:
            return actor(context, words)
    return None


def apposed(context: FactContext, token: Token, reach: int = 9) -> EntityRef | None:
    """Return the organisation whose apposition the token stands in: "Lumeo, biscuitier familial installé à Lens"."""
    for span in reversed([name for name in names_in(sent_of(token)) if name.end <= token.i and name.label_ == "ORG"]):
        between = token.doc[span.end : token.i]
        if len(between) > reach or any(word.pos_ in {"VERB", "AUX"} for word in between):
            return None
        commas = sum(word.text in {",", "("} for word in between)
        if commas == 1 and between[0].text in {",", "("} and not _followed_by_complement(span):
            return reference(context, span)
    return None


def reference(context: FactContext, span: Span | None, types: frozenset[str] = ORGANISATIONS) -> EntityRef | None:
    """Return the reference of a named span when its entity has one of the types."""
    entity = context.index.entity_at(span.start_char, span.end_char) if span is not None else None
    return context.index.ref(entity) if entity is not None and entity.type in types else None


def generic_organisation(token: Token) -> bool:
    """Return whether a noun means an organisation by its kind alone: "l'entreprise", "la laiterie vosgienne"."""
    return token.pos_ in {"NOUN", "PROPN"} and token.lower_ in _kinds() and bool(_DEFINITE & _before(token))


def _followed_by_complement(span: Span) -> bool:
    """Return whether the name itself completes another noun ("partenaire de Lumeo, basé")."""
    return span.start > sent_of(span).start and span.doc[span.start - 1].lower_ in {"avec", "par", "chez", "contre"}


def _stands_for_organisation(context: FactContext, word: Token) -> bool:
    if word.pos_ == "PRON" or word.lower_ in read_words("reference_pronouns"):
        if word.lower_ == "nous":
            return True
        if word.lower_ in {"elle", "il", "-elle", "-t-elle", "-il", "-t-il"}:
            start, end = word.idx, word.idx + len(word)
            resolved = context.resolver.resolve(start, end)
            return resolved is None or resolved.entity_id is None
        return False
    if not generic_organisation(word):
        return False
    for after in word.doc[word.i + 1 : word.i + 6]:
        if after.ent_type_ or after.lower_ in _OF:
            return False
        if after.pos_ != "ADJ":
            break
    return True


def _before(token: Token) -> set[str]:
    return {word.lower_ for word in token.doc[max(sent_of(token).start, token.i - 2) : token.i]}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row["form"] for row in read_lexicon("type_nouns") if row["class"] in _CLASSES)


@cache
def _public() -> frozenset[str]:
    return frozenset(unaccented(form) for form in read_words("public_bodies"))
