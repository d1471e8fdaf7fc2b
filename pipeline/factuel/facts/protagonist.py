"""The body that an article is about: named in its title or first lines and oftener than any other. It is the side
that a clause leaves unsaid ("un accord a été conclu avec B", "l'entreprise", "elle"), when nobody else may be meant."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.actors import generic_organisation
from factuel.facts.clauses import Phrase, name_beside, surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.owners import is_private, is_verb
from factuel.facts.syntax import has_feature, subjects
from factuel.models import read_words
from factuel.records import Entity, EntityRef

_LEAD: Final = 450
"""Characters after the title in which an article names what it is about."""
_TITLED: Final = 2
_PRIVATE: Final = 2
_MOST: Final = 6


def protagonist(context: FactContext, at: int, besides: frozenset[str] = frozenset()) -> EntityRef | None:
    """Return the organisation that the article is about at a character, other than those named `besides`; null when two
    are about as likely."""
    title_end = max(context.text.find("\n\n"), 0)
    known = [
        entity
        for entity in context.index.entities
        if entity.type == "organisation"
        and entity.mentions[0].start < min(at, title_end + _LEAD)
        and entity.name not in besides
        and not _is_bystander(entity)
    ]
    known = [e for e in known if len(e.mentions) > 1 or e.mentions[0].start < title_end or not title_end]
    ranked = sorted(known, key=lambda entity: (-_weight(entity, title_end), entity.mentions[0].start))
    if not ranked:
        return None
    clear = len(ranked) == 1 or _weight(ranked[0], title_end) > _weight(ranked[1], title_end)
    return context.index.ref(ranked[0]) if clear else None


def _weight(entity: Entity, title_end: int) -> int:
    titled = _TITLED * (entity.mentions[0].start < title_end)
    return min(len(entity.mentions), _MOST) + titled + _PRIVATE * is_private(entity)


def _is_bystander(entity: Entity) -> bool:
    first = entity.name.split(" ")[0].casefold()
    return first in read_words("bystander_words") or entity.name in read_words("organisations", kind="media")


def acting_body(context: FactContext, phrase: Phrase) -> EntityRef | None:
    """Return the protagonist where a subject can only mean it: "l'entreprise", "elle" that is no person, "nous" of a
    speaker quoted."""
    head = phrase.head
    if phrase.name is not None:
        return None
    if head.lower_ in {"nous", "on"}:
        said = context.speaker_at(head.idx, head.idx + len(head))
        return protagonist(context, head.idx) if said is not None else None
    if head.lower_ in read_words("reference_pronouns"):
        found = context.resolver.resolve(head.idx, head.idx + len(head))
        entity = context.index.by_id.get(found.entity_id or "") if found is not None else None
        if entity is not None:
            return found if entity.type == "organisation" else None
        return protagonist(context, head.idx)
    return protagonist(context, head.idx) if generic_organisation(head) else None


def subject_phrase(verb: Token) -> Phrase | None:
    """Return the subject of a verb: that of the verb it is coordinated with where it has none of its own ("a investi
    et signé"); the parser's where a comma stands before the verb and both are far apart."""
    doc = verb.doc
    if verb.dep_ == "conj" and has_feature(verb, "VerbForm", "Part") and doc[verb.i - 1].lower_ in {"et", ","}:
        return subject_phrase(verb.head) if verb.head.i < verb.i else None
    phrase = surface_subject(verb)
    at = verb.i - 1
    while at > 0 and (doc[at].pos_ in {"AUX", "ADV", "VERB"} or doc[at].lower_ in {"de", "se", "s'", "ne", "n'"}):
        at -= 1
    if doc[at].text == ",":
        parsed = next(iter(subjects(verb)), None)
        if parsed is not None and parsed.i < at and parsed.pos_ in {"NOUN", "PROPN"} and not parsed.ent_type_:
            return Phrase(parsed, None, parsed.i)
    if phrase is not None and doc[at].text == "," and phrase.start and is_verb(doc[phrase.start - 1]):
        return None
    return phrase if phrase is not None else _parsed_subject(verb)


def _parsed_subject(verb: Token) -> Phrase | None:
    """Return the parser's subject where the words before the verb show none ("Elle investit et vient de signer")."""
    word = next(iter(subjects(verb)), None)
    if word is None or word.i > verb.i:
        return None
    name = next((span for span in names_in(text_sentence(word)) if span.start <= word.i < span.end), None)
    return Phrase(word, name or name_beside(word), word.i)
