"""`role`: a named person's function, read around function words: in apposition, in front of the name, after "est" or
"a été nommé". One fact for each person, title and organisation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.factuality import factuality_of
from factuel.facts.syntax import ancestors, copulas, governing_verb, objects, subjects
from factuel.facts.titles import Title, demonyms, fold, function_kinds, is_function, read_title
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, Role

Status = Literal["current", "former", "appointed", "leaving"]
_OPENERS: Final = frozenset({",", "(", "–", "-", "—", ":"})
_BRIDGES: Final = frozenset({"comme", "en", "tant", "que", "au", "poste", "aux", "fonctions", "à", "la", "le", "fonction", "un", "une", "l'", "de"})  # fmt: skip


@dataclass(frozen=True)
class _Found:
    person: Span | Token
    title: Title
    status: Status
    confidence: float


def extract(context: FactContext) -> Iterator[Role]:
    """Yield the roles of the article, each once, at its first evidence."""
    seen: set[tuple[str, str, str | None]] = set()
    previous: _Found | None = None
    for token, title in _titles(context):
        found = _before(title, context) or _apposed(title, context, previous) or _predicate(token, title, context)
        if found is None or factuality_of(token) == "hypothetical":
            continue
        previous = found
        role = _record(context, token, found)
        if role is None:
            continue
        organisation = role.organisation.name if role.organisation else None
        key = (role.person.entity_id or role.person.name, role.title.casefold(), organisation)
        if key not in seen:
            seen.add(key)
            yield role


def _titles(context: FactContext) -> Iterator[tuple[Token, Title]]:
    """Yield the titles of the article with their head word, none inside another or inside a name."""
    stop = 0
    names = {index for span in context.doc.ents for index in range(span.start, span.end)}
    for token in context.doc:
        if token.i >= stop and token.i not in names and is_function(token):
            title = read_title(token)
            stop = title.end
            yield token, title


def _before(title: Title, context: FactContext) -> _Found | None:
    """ "le maire de Douai, Zoé Marquis", "le PDG Zoé Marquis"."""
    doc, at = context.doc, title.stop
    comma = at < len(doc) and doc[at].text == ","
    at += comma
    courtesy = read_words("courtesy_titles")
    while at < len(doc) and doc[at].lower_ in courtesy:
        at += 1
    person = _person_starting(context, at)
    if person is None:
        return None
    fronted = title.first == doc[title.head].sent.start or doc[title.first - 1].is_space
    opened = title.first > 0 and doc[title.first - 1].text in {",", "("} and _person_ending(context, title.first - 1)
    if comma and (opened or not (title.first < title.start or fronted)):
        return None
    return _Found(person, title, _status(title), 0.9 if not comma else 0.8)


def _status(title: Title) -> Status:
    if title.former:
        return "former"
    return "leaving" if title.leaving else "current"


def _apposed(title: Title, context: FactContext, previous: _Found | None) -> _Found | None:
    """ "Zoé Marquis, directrice de Lumeo et présidente du club", "Zoé Marquis (PDG de Lumeo)"."""
    doc, at = context.doc, title.first - 1
    if at < 1:
        return None
    status = _status(title)
    if doc[at].lower_ in {"et", ","} and previous is not None and 0 <= at - previous.title.stop <= 1:
        return _Found(previous.person, title, status, previous.confidence - 0.05)
    if doc[at].text not in _OPENERS:
        return None
    person = _person_ending(context, at) or _person_ending(context, _skip_aside(context, at))
    return _Found(person, title, status, 0.92) if person is not None else None


def _predicate(token: Token, title: Title, context: FactContext) -> _Found | None:
    """ "Zoé Marquis est directrice", "a été nommée directrice", "le groupe a nommé Zoé Marquis directrice"."""
    if copulas(token):
        status = "former" if _is_past(copulas(token)[0]) else _status(title)
        return _with_person(subjects(token), title, status, context)
    bridge = title.first - 1
    while bridge > token.sent.start and context.doc[bridge].lower_ in _BRIDGES:
        bridge -= 1
    for verb in (current for current in ancestors(token) if current.pos_ in {"VERB", "AUX"}):
        row = verb_forms("appointment_verbs").get(verb.lower_)
        if row is None or verb.i > token.i or token.i - verb.i > 14:
            return None
        people = objects(verb) if any(child.label_ == "PER" for child in _object_names(verb)) else subjects(verb)
        return _with_person(people, title, row["status"], context)  # type: ignore[arg-type]
    return None


def _object_names(verb: Token) -> Iterator[Span]:
    for word in objects(verb):
        yield from (span for span in word.sent.ents if span.start <= word.i < span.end)


def _with_person(words: list[Token], title: Title, status: Status, context: FactContext) -> _Found | None:
    for word in words:
        person = context.index.entity_at(word.idx, word.idx + len(word))
        if (person is not None and person.type == "person") or word.pos_ == "PRON":
            return _Found(word, title, status, 0.85 if person is not None else 0.6)
    return None


def _is_past(copula: Token) -> bool:
    return bool({"Imp", "Past"} & set(copula.morph.get("Tense"))) and "Fin" in copula.morph.get("VerbForm")


def _person_starting(context: FactContext, at: int) -> Span | None:
    if at >= len(context.doc):
        return None
    return next((span for span in context.doc[at].sent.ents if span.label_ == "PER" and span.start == at), None)


def _person_ending(context: FactContext, at: int) -> Span | None:
    if at < 1:
        return None
    return next((span for span in context.doc[at - 1].sent.ents if span.label_ == "PER" and span.end == at), None)


def _skip_aside(context: FactContext, at: int) -> int:
    """Step left over an age, a party or a town between commas or brackets: "X, 45 ans,", "X (Lille),"."""
    doc, limit = context.doc, max(0, at - 8)
    for index in range(at - 1, limit, -1):
        if doc[index].text in {",", "("} and index < at - 1:
            return index
        if doc[index].pos_ in {"VERB", "AUX"} or doc[index].is_sent_start:
            break
    return 0


def _record(context: FactContext, token: Token, found: _Found) -> Role | None:
    doc, title = context.doc, found.title
    person = _person_ref(context, found.person)
    if person is None:
        return None
    text = title.text
    organisation = _organisation(context, title)
    edges = [found.person.idx, found.person.idx + len(found.person)] if isinstance(found.person, Token) else [found.person.start_char, found.person.end_char]  # fmt: skip
    last = doc[title.stop - 1]
    edges += [doc[title.first].idx, last.idx + len(last)]
    common = context.common(
        "role", min(edges), max(edges), token, person.name, text, organisation.name if organisation else "",
        confidence=found.confidence,
    )  # fmt: skip
    status = found.status
    if status == "current" and governing_verb(token) is not token:
        common["factuality"] = "asserted"
    return Role(**common, person=person, title=text, organisation=organisation, status=status)


def _person_ref(context: FactContext, who: Span | Token) -> EntityRef | None:
    start = who.start_char if isinstance(who, Span) else who.idx
    end = who.end_char if isinstance(who, Span) else who.idx + len(who)
    entity = context.index.entity_at(start, end)
    if entity is not None:
        return context.index.ref(entity) if entity.type == "person" else None
    reference = context.resolver.resolve(start, end)
    known = context.index.by_id.get(reference.entity_id) if reference and reference.entity_id else None
    return reference if known is not None and known.type == "person" else None


def _organisation(context: FactContext, title: Title) -> EntityRef | None:
    """Return the organisation that the title names, or that "de l'entreprise", "son" or the topic stands for."""
    if title.organisation is not None:
        entity = context.index.entity_at(title.organisation.start_char, title.organisation.end_char)
        return context.index.ref(entity) if entity else None
    if title.common_organisation is not None:
        first, stop = title.common_organisation
        span = context.doc[max(0, first - 1) : stop]
        reference = context.resolver.resolve(span.start_char, span.end_char)
        if reference and reference.entity_id:
            return reference
    return _unsaid(context, title)


def _unsaid(context: FactContext, title: Title) -> EntityRef | None:
    """ "sa directrice", "le directeur": the organisation named last, or that the article is about; "le maire": the town.
    A function of a state or a profession has none."""
    kind = function_kinds().get(fold(context.doc[title.head]))
    at = context.doc[title.first].idx
    if title.national or kind not in {"corporate", "civic"}:
        return None
    if fold(context.doc[title.first]) in {"sa", "son", "leur", "ses"}:
        return context.topic.recent(at, "organisation")
    if kind == "civic":
        return context.topic.recent(at, "place")
    return context.topic.dominant(at, "organisation")
