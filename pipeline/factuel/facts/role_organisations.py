"""Where a function is held: the organisation that the title names, else the one it takes for granted."""

from __future__ import annotations

from factuel.facts.context import FactContext
from factuel.facts.function_words import fold, function_kinds
from factuel.facts.role_holders import Holder
from factuel.facts.titles import Title
from factuel.records import EntityRef


def organisation_of(context: FactContext, holder: Holder) -> EntityRef | None:
    """Return the organisation: named in the title, in brackets after the name ("(PS)"), the employer that appoints,
    what "de l'entreprise" or "sa" stands for, or the article's topic. None for a profession or a function of state."""
    title = holder.title
    if title.organisation is not None:
        return _named(context, title.organisation.start_char, title.organisation.end_char)
    if title.common_organisation is not None:
        first, stop = title.common_organisation
        span = context.doc[max(0, first - 1) : stop]
        reference = context.resolver.resolve(span.start_char, span.end_char)
        return reference if reference and reference.entity_id else None
    return _in_brackets(context, holder) or holder.employer or _unsaid(context, title)


def _named(context: FactContext, start: int, end: int) -> EntityRef | None:
    entity = context.index.entity_at(start, end)
    return context.index.ref(entity) if entity else None


def _in_brackets(context: FactContext, holder: Holder) -> EntityRef | None:
    """ "le député Karim Haddad (PS)": the party of someone elected."""
    if function_kinds().get(fold(context.doc[holder.title.head])) != "state":
        return None
    if context.doc.text[holder.end : holder.end + 2] != " (":
        return None
    entity = context.index.entity_at(holder.end + 2, holder.end + 3)
    return context.index.ref(entity) if entity is not None and entity.type == "organisation" else None


def _unsaid(context: FactContext, title: Title) -> EntityRef | None:
    """ "sa directrice", "le directeur": the owner, or what the article is about; "le maire": the town named last."""
    kind = function_kinds().get(fold(context.doc[title.head]))
    at = context.doc[title.first].idx
    if title.national or kind not in {"corporate", "civic"}:
        return None
    if kind == "civic":
        return context.topic.recent(at, "place")
    if fold(context.doc[title.first]) in {"sa", "son", "leur", "ses"}:
        return context.topic.possessor(context.doc[title.first], "organisation")
    return context.topic.dominant(at, "organisation")
