"""Who is replaced: "elle succède à Bernard Viennot" gives him the successor's function, as a former one."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import tokens_among
from factuel.facts.function_words import function_kinds, in_gender
from factuel.facts.participants import participant
from factuel.facts.syntax import objects, obliques, subjects
from factuel.models import unaccented, verb_forms
from factuel.records import Entity, Role

NEAR = 350
"""Characters, two or three sentences, between a role and the sentence that says whom it was taken from."""


def predecessors(context: FactContext, roles: list[Role]) -> Iterator[Role]:
    """Yield a former role for each person whom the holder of a role nearby succeeds or replaces."""
    forms = verb_forms("appointment_verbs")
    for verb in tokens_among(context.doc, forms.keys()):
        row = forms[verb.lower_]
        if row["lemma"] not in {"succéder", "remplacer"} or verb.pos_ not in {"VERB", "AUX"}:
            continue
        for word in [*objects(verb), *obliques(verb, "à", "au")]:
            entity = context.index.entity_at(word.idx, word.idx + len(word))
            if entity is None or entity.type != "person":
                continue
            taken = _taken(context, verb, entity, roles)
            if taken is None:
                continue
            person = context.index.ref(entity)
            title = in_gender(taken.title, context.resolver.gender_of(entity))
            parts = (person.name, title, taken.organisation.name if taken.organisation else "")
            name = next(mention for mention in entity.mentions if mention.start <= word.idx < mention.end)
            start, end = min(verb.idx, name.start), max(verb.idx + len(verb), name.end)
            common = context.common("role", start, end, verb, *parts, confidence=0.6, factuality="asserted")
            yield Role(**common, person=person, title=title, organisation=taken.organisation, status="former")


def _taken(context: FactContext, verb: Token, entity: Entity, roles: list[Role]) -> Role | None:
    """Return the function that the successor takes: theirs, near the verb, just given rather than held; none when
    the one replaced has the same function anyway."""
    who = [ref.entity_id for word in subjects(verb) if (ref := participant(context, word, frozenset({"person"})))]
    close = [role for role in roles if abs(role.evidence.start - verb.idx) <= NEAR]
    pronoun = any(child.lower_ in {"il", "elle"} for child in verb.children)
    near = [r for r in close if r.person.entity_id in who or (not who and pronoun and r.status == "appointed")]
    fitting = [
        role for role in near if _kind(role) != "profession" and (role.status == "appointed" or role.organisation)
    ]
    taken = min(fitting, key=lambda r: (r.status != "appointed", abs(r.evidence.start - verb.idx)), default=None)
    if taken is None:
        return None
    mine = [role for role in roles if role.person.entity_id == entity.id]
    return None if any(role.title.casefold() == taken.title.casefold() for role in mine) else taken


def _kind(role: Role) -> str | None:
    return function_kinds().get(unaccented(role.title.split(" ")[0]))
