"""`role`: a named person's function, read around function words: in apposition, in front of the name, after "est" or
"a été nommé". One fact for each person, title and organisation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factuel.annotation.notation.folding import fold as fold_text
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of, tokens_where
from factuel.facts.factuality import factuality_of
from factuel.facts.function_words import (
    fold,
    function_group,
    function_kinds,
    in_gender,
    is_function,
    may_be_function,
    title_words,
)
from factuel.facts.offices import office_holders
from factuel.facts.role_holders import find_holders
from factuel.facts.role_organisations import organisation_of
from factuel.facts.role_terms import is_past_term, is_tried
from factuel.facts.role_values import Holder
from factuel.facts.succession import NEAR, predecessors
from factuel.facts.titles import Title, read_title
from factuel.models import read_words, verb_forms
from factuel.records import DateMention, EntityRef, Role

_SAME_AS = frozenset({"homologue", "predecesseur", "successeur"})


def extract(context: FactContext) -> Iterator[Role]:
    """Yield the roles of the article, each once, at its first evidence; then those whom a successor replaces."""
    seen: dict[tuple[str, str, str | None], Role] = {}
    previous: Holder | None = None
    for token, title in _titles(context):
        for holder in find_holders(title, context, previous):
            previous = holder
            if holder.verb is not None and (factuality_of(token) == "hypothetical" or is_tried(holder.verb)):
                continue
            role = _record(context, token, holder, list(seen.values()))
            if role is not None and not (holder.person and _is_known(role, list(seen.values()), holder)):
                seen.setdefault(_key(role), role)
    for token, holder in office_holders(context):
        role = _record(context, token, holder, list(seen.values()))
        if role is not None and not _is_known(role, list(seen.values()), holder):
            seen.setdefault(_key(role), role)
    roles = list(seen.values())
    for role in (*roles, *predecessors(context, roles)):
        if seen.setdefault(_key(role), role) is role:
            yield role


def _key(role: Role) -> tuple[str, str, str | None]:
    organisation = role.organisation.name if role.organisation else None
    return role.person.entity_id or role.person.name, role.title.casefold(), organisation


def _is_known(role: Role, known: list[Role], holder: Holder) -> bool:
    """A function that stands for a person says nothing new when one much like it is known of the person, nor is one
    without organisation the function of somebody whose function is known."""
    mine = [other for other in known if other.person == role.person]
    if holder.stands_in and role.organisation is None and role.status == "current" and mine:
        return True
    word = fold_text(role.title.split(" ")[0])
    if any(fold_text(other.title.split(" ")[0]) in function_group(word) for other in mine):
        return True
    same_place = any(other.organisation == role.organisation is not None for other in mine)
    return same_place or any(other.title.casefold().split(" ")[0] in role.title.casefold().split(" ") for other in mine)


def _titles(context: FactContext) -> Iterator[tuple[Token, Title]]:
    """Yield the titles of the article with their head word, none inside another, a name or a verb that quotes."""
    stop = 0
    names = {index for span in context.doc.ents for index in range(span.start, span.end)} | set(_cues(context))
    for token in tokens_where(context.doc, may_be_function):
        named = token.i in names and not token.lower_.startswith("ex-")
        if token.i >= stop and not named and is_function(token) and not _is_street(token):
            title = read_title(token)
            stop = title.end
            if not _is_incomplete(title, token):
                yield token, title


def _is_incomplete(title: Title, token: Token) -> bool:
    """ "Zoé Marquis, la doyenne, 81 ans" is the oldest; "doyenne de la faculté" and "la doyenne, Zoé Marquis" hold an
    office."""
    apposed = title.first > 0 and token.doc[title.first - 1].text == ","
    return apposed and title.stop == token.i + 1 and fold(token) in title_words("incomplete")


def _cues(context: FactContext) -> Iterator[int]:
    """Yield the tokens that are verbs of quotations: « ... », juge X."""
    for span in context.doc.spans.get("quotations", ()):
        cue = span._.quotation.cue
        if cue is not None:
            yield from range(context.token_at(cue.start).i, context.token_at(cue.end - 1).i + 1)


def _is_street(token: Token) -> bool:
    """ "l'avenue du général X"."""
    before = {word.lower_ for word in token.doc[max(0, token.i - 3) : token.i]}
    return bool(before & read_words("street_types"))


def _record(context: FactContext, token: Token, holder: Holder, known: list[Role]) -> Role | None:
    title = holder.title
    person = _person_ref(context, holder)
    if person is None:
        return None
    text, organisation = title.text, organisation_of(context, holder)
    if title.common_organisation is not None and organisation is None:
        text = title.text_with_common
    status = "leaving" if holder.status == "current" and _leaves(holder, token) else holder.status
    if fold(token) in _SAME_AS:
        alike = _alike(context, token, person, known)
        if alike is None:
            return None
        text = in_gender(alike.title, _gender_of(context, person))
        status = "former" if fold(token) == "predecesseur" else status
    edges = [holder.start, holder.end, context.doc[title.first].idx, _end(context, title)]
    parts = (person.name, text, organisation.name if organisation else "")
    common = context.common("role", min(edges), max(edges), token, *parts, confidence=holder.confidence)
    common["factuality"] = factuality_of(holder.verb) if holder.verb is not None else "asserted"
    common["attribution"] = None if holder.verb is None else common["attribution"]
    if holder.verb is None:
        common["time"], common["place"] = _date_between(context, title), None
        if status == "current" and is_past_term(common["time"], context.article.published):
            status = "former"
    return Role(**common, person=person, title=text, organisation=organisation, status=status)


def _kind(role: Role) -> str | None:
    return function_kinds().get(fold_text(role.title.split(" ")[0]))


def _gender_of(context: FactContext, person: EntityRef) -> str | None:
    entity = context.index.by_id.get(person.entity_id or "")
    return context.resolver.gender_of(entity) if entity is not None else None


def _alike(context: FactContext, token: Token, person: EntityRef, known: list[Role]) -> Role | None:
    """Return the role that "son homologue", "leur prédécesseur" shares: that of the owner, else the last one when all
    near are of one person."""
    owner = context.topic.possessor(token.nbor(-1), "person") if token.i else None
    others = [role for role in known if role.person != person and _kind(role) != "profession"]
    mine = [role for role in others if owner is not None and role.person == owner]
    near = [role for role in others if token.idx - role.evidence.end <= NEAR]
    if mine:
        return mine[-1]
    return near[-1] if len({role.person.name for role in near}) == 1 else None


def _date_between(context: FactContext, title: Title) -> DateMention | None:
    """Return the date right after a title ("directrice depuis 2014"); the dates of the sentence around are not its."""
    stop = _end(context, title)
    return next((date for date in context.dates if 0 <= date.start - stop <= 2), None)


def _leaves(holder: Holder, token: Token) -> bool:
    """ "Zoé Marquis, directrice de Lumeo, quitte ses fonctions": the verb after the title, in its sentence."""
    after = token.doc[holder.title.stop : min(sent_of(token).end, holder.title.stop + 5)]
    forms = verb_forms("appointment_verbs")
    left = (word for word in after if word.pos_ == "VERB" and forms.get(word.lower_, {}).get("status") == "leaving")
    return any(forms[word.lower_]["lemma"] != "quitter" or _is_post(word) for word in left)


def _is_post(verb: Token) -> bool:
    """ "quitte ses fonctions", "quitte Lumeo", "quitte la direction", not "quitte la salle"."""
    thing = next((word for word in verb.doc[verb.i + 1 : verb.i + 4] if word.pos_ != "DET"), None)
    if thing is None or thing.lower_ in {"siège", "place"}:
        return False
    owned = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in {"ses", "son", "sa", "leur", "leurs"}
    known = read_words("offices") | read_words("organisation_nouns")
    return owned or thing.ent_type_ in {"ORG", "PER"} or thing.lower_ in known


def _end(context: FactContext, title: Title) -> int:
    last = context.doc[title.stop - 1]
    return last.idx + len(last)


def _person_ref(context: FactContext, holder: Holder) -> EntityRef | None:
    if holder.person is not None:
        return holder.person
    entity = context.index.entity_at(holder.start, holder.end)
    if entity is not None:
        return context.index.ref(entity) if entity.type == "person" else None
    reference = context.resolver.resolve(holder.start, holder.end)
    known = context.index.by_id.get(reference.entity_id) if reference and reference.entity_id else None
    return reference if known is not None and known.type == "person" else None
