"""The body that an article is about: named in its title or first lines and oftener than any other. It is the side
that a clause leaves unsaid ("un accord a été conclu avec B", "l'entreprise", "elle"), when nobody else may be meant."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.annotation.notation.folding import fold
from factuel.facts.actors import generic_organisation
from factuel.facts.clauses import Phrase, name_beside, surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.meant_bodies import may_be_called, meant_by_noun, meant_by_pronoun, town_meant
from factuel.facts.owners import is_private, is_verb
from factuel.facts.profiles import type_classes
from factuel.facts.syntax import has_feature, subjects
from factuel.models import read_words
from factuel.records import Entity, EntityRef

_LEAD: Final = 450
"""Characters after the title in which an article names what it is about."""
_ONCE: Final = 280
"""Characters after the title in which a body that is named nowhere else may be what the article is about."""
_TITLED: Final = 2
_PRIVATE: Final = 2
_TEAM: Final = 3
"""Weight that a team loses that bears the name of its town, for the club has one of its own."""
_MOST: Final = 6
_OPENING: Final = 20
"""Characters from the start of a paragraph in which its first subject is named."""
_HEADING: Final = 5
"""Words of a name that heads a paragraph."""
_FIRST: Final = 2
"""Weight of the organisation that the body of the text names first."""


def protagonist(context: FactContext, at: int, besides: frozenset[str] = frozenset()) -> EntityRef | None:
    """Return the organisation that the article is about at a character, other than those named `besides`; null when two
    are about as likely."""
    found = protagonist_entity(context, at, besides)
    return context.index.ref(found) if found is not None else None


def protagonist_entity(context: FactContext, at: int, besides: frozenset[str] = frozenset()) -> Entity | None:
    """Return the entity of `protagonist`: named in the lead, and again, in the title or before any other one there; in
    news in brief, the one whose name heads the paragraph."""
    headed, heading = section_heading(context, at)
    if headed:
        return heading if heading is not None and heading.name not in besides else None
    main = _leading_body(context, at, besides)
    focus = _paragraph_focus(context, at, besides) if main is not None else None
    return focus or main


def _paragraph_focus(context: FactContext, at: int, besides: frozenset[str]) -> Entity | None:
    """Return the body that the paragraph of a character is about before it, where that is another than the article's:
    the subject that the paragraph names first; null where the article's own is named there."""
    start = context.text.rfind("\n\n", 0, at)
    if start < 0 or context.text.find("\n\n") == start:
        return None
    inside = [(low, e) for low, _, e in context.index.spans_in(start, at) if e.type == "organisation"]
    main = _leading_body(context, at, frozenset())
    if not inside or any(entity == main for _, entity in inside):
        return None
    low, first = inside[0]
    opens = low - start <= _OPENING
    leads = (opens or low in context.resolver.profile_of(first).subjects) and is_private(first)
    return first if leads and first.name not in besides else None


def _leading_body(context: FactContext, at: int, besides: frozenset[str]) -> Entity | None:
    """Return the body that the whole article is about, null when two are about as likely."""
    title_end = max(context.text.find("\n\n"), 0)
    lead = [
        entity
        for entity in context.index.entities
        if entity.type == "organisation"
        and entity.mentions[0].start < min(at, title_end + _LEAD)
        and entity.name not in besides
        and not _is_bystander(entity)
    ]
    first = _first_named(context, lead, title_end)
    known = [e for e in lead if len(e.mentions) > 1 or e.mentions[0].start < title_end or not title_end or e == first]
    weights = {e.id: _weight(e, title_end) + (_FIRST if is_private(e) else 1) * (e == first) for e in known}
    ranked = sorted(known, key=lambda entity: (-weights[entity.id], entity != first, entity.mentions[0].start))
    if not ranked:
        return None
    tied = ranked[0] == first and is_private(ranked[0])
    clear = len(ranked) == 1 or tied or weights[ranked[0].id] > weights[ranked[1].id]
    return ranked[0] if clear else None


def is_prominent(context: FactContext, who: EntityRef | None) -> bool:
    """Return whether the title names a body, or the article twice."""
    entity = context.index.by_id.get(who.entity_id or "") if who is not None else None
    return entity is not None and (len(entity.mentions) > 1 or entity.mentions[0].start < context.text.find("\n\n"))


def _first_named(context: FactContext, lead: list[Entity], title_end: int) -> Entity | None:
    """Return the organisation that the body names first, when the noun that leads it ("La jeune pousse") has a name."""
    towns = read_words("communes")
    bodies = [entity for entity in lead if entity.name not in towns]
    named = [(m.start, e) for e in bodies for m in e.mentions if title_end <= m.start < title_end + _LEAD]
    if not named:
        return None
    start, entity = min(named, key=lambda pair: pair[0])
    if len(entity.mentions) == 1 and start > title_end + _ONCE:
        return None
    sure = " " in entity.name or len(entity.mentions) > 1 or bool(context.resolver.profile_of(entity).nouns)
    opening = context.token_at(title_end + 2 if title_end else 0)
    heads = [word for word in text_sentence(opening)[:6] if word.pos_ in {"NOUN", "PROPN"}][:1]
    unnamed = bool(heads) and generic_organisation(heads[0]) and start > text_sentence(opening).end_char
    return entity if sure and not unnamed else None


def section_heading(context: FactContext, at: int) -> tuple[bool, Entity | None]:
    """Return whether a name heads the paragraph of a character, alone or with a short sentence ("Lumeo. – Le
    fabricant", "Ardelis recrute. Le groupe"), and the organisation of that name, null when it is none that is known."""
    start = context.text.rfind("\n\n", 0, at) + 2
    first = context.token_at(start) if start > 1 else None
    if first is None:
        return False, None
    sentence = text_sentence(first)
    closed = sentence.end_char < at and sentence[-1].text == "."
    if not closed or not (first.ent_type_ or first.pos_ == "PROPN"):
        return False, None
    words = [word for word in sentence if not word.is_punct and not word.is_space]
    if not 0 < len(words) <= _HEADING:
        return False, None
    entity = context.index.entity_at(first.idx, first.idx + len(first))
    return True, entity if entity is not None and entity.type in {"organisation", "misc"} else None


def _weight(entity: Entity, title_end: int) -> int:
    titled = _TITLED * (entity.mentions[0].start < title_end)
    team = _TEAM * (entity.name in read_words("communes"))
    return min(len(entity.mentions), _MOST) + titled + _PRIVATE * is_private(entity) - team


def _is_bystander(entity: Entity) -> bool:
    first = entity.name.split(" ")[0].casefold()
    return first in read_words("bystander_words") or entity.name in read_words("organisations", kind="media")


def acting_body(context: FactContext, phrase: Phrase) -> EntityRef | None:
    """Return whom a subject means that is no name: the body that acted last, that its noun calls, or that the article
    is about; "nous" of a speaker who answers or is quoted."""
    head = phrase.head
    if phrase.name is not None:
        return None
    if head.lower_ in {"nous", "on"}:
        said = context.speaker_at(head.idx, head.idx + len(head))
        own = _spoken_for(context, said) if said is not None else None
        return own or (protagonist(context, head.idx) if head.lower_ == "nous" else None)
    if head.lower_ in {"dernier", "dernière"} and head.i and head.nbor(-1).lower_ in {"ce", "cette"}:
        return _last_named(context, head)
    if head.lower_ in read_words("reference_pronouns"):
        return _pronoun_body(context, head)
    found = meant_by_noun(context, head, protagonist_entity) or town_meant(context, head)
    return context.index.ref(found) if found is not None else None


def _spoken_for(context: FactContext, who: EntityRef) -> EntityRef | None:
    """Return the organisation whose "nous" a speaker says: the one that completes the function given to him ("Zoé
    Marquis, directrice de Lumeo"), when it is one alone."""
    entity = context.index.by_id.get(who.entity_id or "")
    if entity is None or entity.type != "person":
        return None
    told = context.resolver.profile_of(entity).complements
    bodies = [body for body in context.index.entities if body.type == "organisation" and fold(body.name) in told]
    return context.index.ref(bodies[0]) if len(bodies) == 1 else None


def maker_meant(context: FactContext, head: Token, end: int) -> Entity | None:
    """Return the body that "le fabricant de meubles" means, a company by what it makes: the one the article is about,
    when no name stands in the phrase, which ends at token `end`."""
    company = type_classes().get(fold(head.text)) == "company" and head.lower_ not in read_words("relative_bodies")
    definite = head.i > 0 and head.nbor(-1).lower_ in {"le", "la", "l'", "l’"}
    plain = all(
        word.pos_ in {"ADP", "DET", "NOUN", "ADJ"} and not word.ent_type_ for word in head.doc[head.i + 1 : end]
    )
    main = protagonist_entity(context, head.idx) if company and definite and plain else None
    return main if main is not None and may_be_called(context, main, head) else None


def _last_named(context: FactContext, head: Token) -> EntityRef | None:
    """Return the organisation that "ce dernier" means: the one named last, in its sentence or the one before."""
    sentence = text_sentence(head)
    start = text_sentence(head.doc[max(0, sentence.start - 1)]).start_char
    near = [entity for entity in context.index.mentions_in(start, head.idx) if entity.type != "place"]
    return context.index.ref(near[-1]) if near and near[-1].type == "organisation" else None


def _pronoun_body(context: FactContext, head: Token) -> EntityRef | None:
    acted, unsure = meant_by_pronoun(context, head, protagonist_entity)
    if acted is not None or unsure:
        return context.index.ref(acted) if acted is not None else None
    found = context.resolver.resolve(head.idx, head.idx + len(head))
    entity = context.index.by_id.get(found.entity_id or "") if found is not None else None
    if entity is not None:
        return found if entity.type == "organisation" else None
    return protagonist(context, head.idx)


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
        named = phrase is not None and phrase.name is not None and phrase.name.label_ == "ORG"
        plain = parsed is not None and parsed.pos_ in {"NOUN", "PROPN"} and not parsed.ent_type_
        if parsed is not None and plain and not named and parsed.i < at:
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
