"""Who is replaced: "elle succède à Bernard Viennot" gives him the successor's function, as a former one."""

from __future__ import annotations

from collections.abc import Iterator

from factuel.facts.context import FactContext
from factuel.facts.syntax import objects, obliques
from factuel.models import verb_forms
from factuel.records import Role

NEAR = 350
"""Characters, two or three sentences, between a role and the sentence that says whom it was taken from."""


def predecessors(context: FactContext, roles: list[Role]) -> Iterator[Role]:
    """Yield a former role for each person whom the holder of a role nearby succeeds or replaces."""
    for verb in context.doc:
        row = verb_forms("appointment_verbs").get(verb.lower_)
        if row is None or row["lemma"] not in {"succéder", "remplacer"} or verb.pos_ not in {"VERB", "AUX"}:
            continue
        for word in [*objects(verb), *obliques(verb, "à", "au")]:
            entity = context.index.entity_at(word.idx, word.idx + len(word))
            if entity is None or entity.type != "person":
                continue
            near = [r for r in roles if abs(r.evidence.start - verb.idx) <= NEAR and r.person.entity_id != entity.id]
            taken = min(
                near, key=lambda role: (role.status != "appointed", abs(role.evidence.start - verb.idx)), default=None
            )
            if taken is None or any(role.person.entity_id == entity.id for role in roles):
                continue
            person = context.index.ref(entity)
            parts = (person.name, taken.title, taken.organisation.name if taken.organisation else "")
            name = next(mention for mention in entity.mentions if mention.start <= word.idx < mention.end)
            start, end = min(verb.idx, name.start), max(verb.idx + len(verb), name.end)
            common = context.common("role", start, end, verb, *parts, confidence=0.6, factuality="asserted")
            yield Role(**common, person=person, title=taken.title, organisation=taken.organisation, status="former")
