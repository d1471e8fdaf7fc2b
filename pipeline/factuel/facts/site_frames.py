"""Changes of site said otherwise than by a verb of opening or closing and its object: a site loses jobs, a body quits
its offices for a town, gives up a project, puts money into a new site, has one "ouverte en 1998"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Token

from factuel.facts.actors import reference
from factuel.facts.clauses import phrase_ending_at, surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence, tokens_among
from factuel.facts.nearby import name_after
from factuel.facts.owners import acting_organisation, is_verb, possessed_by
from factuel.facts.site_owners import owner_by_phrase, owner_by_topic
from factuel.facts.site_words import MORE, follows_being, is_jobs, is_site, named_site
from factuel.facts.syntax import has_feature
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, Factuality

_OF: Final = frozenset({"de", "d'", "d’", "du"})
_AT: Final = frozenset({"à", "en", "au", "aux", "vers", "dans"})
_INTO: Final = frozenset({"dans", "à", "pour", "sur"})
_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_INDEFINITE: Final = frozenset({"un", "une", "d'un", "d'une"})
_SAME: Final = frozenset({"celui", "celle"})
_STOPS: Final = frozenset({";", ":", "«", "»"})
_PLACES: Final = frozenset({"place"})
_DETACHED: Final = frozenset({"ouvrir", "rouvrir", "inaugurer", "fermer", "construire", "bâtir", "mettre en service"})
_REACH: Final = 12
_FAR: Final = 18


@dataclass(frozen=True)
class Frame:
    """A change of site: `anchor` is the word that says it, `place` and `factuality` where the frame knows better."""

    anchor: Token
    change: str
    site: Token | None
    owner: EntityRef | None
    place: EntityRef | None = None
    factuality: Factuality | None = None


def framed(context: FactContext) -> Iterator[Frame]:
    """Yield the changes of the article that these frames say."""
    for token in tokens_among(context.doc, _words()):
        if token.ent_type_:
            continue
        word = token.lower_
        if word in verb_forms("loss_verbs"):
            yield from _losses(context, token)
        if word in verb_forms("quitting_verbs"):
            yield from _quitting(context, token)
        if word in verb_forms("giving_up_verbs"):
            yield from _giving_up(context, token)
        if word in verb_forms("outlay_verbs") and is_verb(token):
            yield from _outlay(context, token)
        if word in verb_forms("site_change_words") and token.i and _is_detached(token):
            yield from _detached(context, token)


@cache
def _words() -> frozenset[str]:
    lexicons = ("loss_verbs", "quitting_verbs", "giving_up_verbs", "outlay_verbs", "site_change_words")
    return frozenset(form for lexicon in lexicons for form in verb_forms(lexicon))


def _after(word: Token, reach: int) -> list[Token]:
    """Return the words after one in its sentence, up to a stop."""
    words = word.doc[word.i + 1 : min(word.i + 1 + reach, text_sentence(word).end)]
    stop = next((w.i for w in words if w.text in _STOPS), words.end)
    return [w for w in words if w.i < stop]


def _losses(context: FactContext, verb: Token) -> Iterator[Frame]:
    """ "Le site de Lens perdra 18 de ses 65 postes", "l'atelier de Lens, dont 30 postes seront abolis"."""
    row = verb_forms("loss_verbs")[verb.lower_]
    after = _after(verb, _REACH)
    if row["with"] and not any(
        word.lower_ == row["with"] for word in (*after[:2], *verb.doc[max(0, verb.i - 2) : verb.i])
    ):
        return
    if follows_being(verb):
        yield from _abolished(context, verb)
        return
    jobs = next((word for word in after if is_jobs(word)), None)
    between = [word for word in after if jobs is not None and word.i < jobs.i]
    if jobs is None or not any(word.like_num for word in between) or any(is_verb(word) for word in between):
        return
    phrase = surface_subject(verb)
    site = phrase.head if phrase is not None and is_site(phrase.head) else None
    owner = _owner_of(context, site) if site is not None else acting_organisation(context, verb)
    if owner is not None:
        yield Frame(verb, "reduction", site, owner)


def _abolished(context: FactContext, verb: Token) -> Iterator[Frame]:
    words = verb.doc[max(text_sentence(verb).start, verb.i - _REACH) : verb.i]
    dont = next((word for word in words if word.lower_ == "dont"), None)
    if dont is None or not any(is_jobs(word) for word in words if word.i > dont.i):
        return
    before = dont.doc[max(text_sentence(dont).start, dont.i - _REACH) : dont.i]
    site = next((word for word in before if is_site(word)), None)
    owner = _owner_of(context, site) if site is not None else None
    if owner is not None:
        yield Frame(verb, "reduction", site, owner)


def _owner_of(context: FactContext, site: Token) -> EntityRef | None:
    return owner_by_phrase(context, site) or owner_by_topic(context, site)


def _quitting(context: FactContext, verb: Token) -> Iterator[Frame]:
    """ "Lumeo quittera ses locaux de Lens pour Lille", "le siège ne quittera pas Lens"."""
    after = _after(verb, _FAR)
    goal = next((word for word in after if word.lower_ == "pour"), None)
    place = reference(context, name_after(goal, "LOC", _AT | {"pour"}, _REACH), _PLACES) if goal is not None else None
    if place is None and goal is not None:
        name = next((w for w in after if w.i == goal.i + 1 and w.ent_type_ == "LOC"), None)
        entity = context.index.entity_at(name.idx, name.idx + 1) if name is not None else None
        place = context.index.ref(entity) if entity is not None else None
    phrase = surface_subject(verb)
    seat = phrase.head if phrase is not None and is_site(phrase.head) else None
    site = next((w for w in after[:4] if is_site(w) and w.nbor(-1).lower_ in _POSSESSIVES), None)
    owner = _owner_of(context, seat) if seat is not None else acting_organisation(context, verb)
    moved = seat is not None or (site is not None and place is not None)
    if owner is not None and (moved or (place is not None and bool(after) and after[0].ent_type_ == "LOC")):
        yield Frame(verb, "relocation", seat or site, owner, place)


def _giving_up(context: FactContext, verb: Token) -> Iterator[Frame]:
    """ "a renoncé à un atelier à Lens", "abandonne son projet d'usine à Lens": a site that will not open."""
    after = _after(verb, _REACH)
    site = next((w for w in after if is_site(w)), None)
    if site is None or any(is_verb(w) and has_feature(w, "VerbForm", "Fin") for w in after if w.i < site.i):
        return
    between = [w.lower_ for w in after if w.i < site.i]
    project = bool({"projet", "projets", "idée"} & set(between))
    if not project and not _INDEFINITE & set(between):
        return
    owner = acting_organisation(context, verb)
    if owner is not None:
        yield Frame(verb, "opening", site, owner, factuality="negated")


def _outlay(context: FactContext, verb: Token) -> Iterator[Frame]:
    """ "mettra 8 M€ dans une deuxième ligne à Lens", "investira 2 M€ dans un atelier": a new site, or a part more."""
    after = _after(verb, _FAR)
    money = [f for f in context.figures if f.measure.kind == "money" and verb.idx < f.start < verb.idx + 60]
    site = next((w for w in after if is_site(w) and _INDEFINITE & {x.lower_ for x in w.doc[w.i - 2 : w.i]}), None)
    if not money or site is None or site.idx < money[0].end:
        return
    into = {w.lower_ for w in site.doc[max(verb.i, site.i - 4) : site.i]} & _INTO
    owner = acting_organisation(context, verb)
    if into and owner is not None and not any(is_verb(w) for w in after if money[0].end <= w.idx < site.idx):
        yield Frame(verb, "extension" if is_part_more(site) else "opening", site, owner)


def is_part_more(site: Token) -> bool:
    """Return whether a part of a site is one more of its kind: "une deuxième ligne", "une salle supplémentaire"."""
    near = {word.lower_ for word in site.doc[max(0, site.i - 2) : site.i + 4]}
    return site.lower_ in read_words("site_parts") and bool(near & MORE)


def _is_detached(participle: Token) -> bool:
    """Return whether a participle stands after a comma, and a date follows: ", ouverte en 1998"."""
    comma = participle.nbor(-1)
    if not has_feature(participle, "VerbForm", "Part") and participle.pos_ not in {"VERB", "ADJ"}:
        return False
    return comma.text == "," and participle.lower_.endswith(("t", "é", "e"))


def _detached(context: FactContext, participle: Token) -> Iterator[Frame]:
    """ "L'antenne de Lens, ouverte en 1998, fermera": the site before the comma, when it says a place."""
    row = verb_forms("site_change_words")[participle.lower_]
    ahead = participle.idx + len(participle)
    dated = any(ahead <= date.start <= ahead + 12 for date in context.dates)
    if not dated or row["change"] not in {"opening", "closure"} or row["lemma"] not in _DETACHED:
        return
    phrase = phrase_ending_at(participle.doc[participle.i - 2]) if participle.i > 1 else None
    head = phrase.head if phrase is not None else None
    if head is None or head.ent_type_ or not (is_site(head) or head.lower_ in _SAME):
        return
    noun = named_site(head) if head.lower_ in _SAME else head
    placed = name_after(head, "LOC", _OF | _AT, 4) is not None
    owner = (possessed_by(context, noun) or _owner_of(context, noun)) if noun is not None and placed else None
    if owner is not None:
        yield Frame(participle, row["change"], head, owner, factuality="asserted")
