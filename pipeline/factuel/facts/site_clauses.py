"""What a verb or noun of opening, growing, shrinking, closing or moving says: which site, and whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spacy.tokens import Token

from factuel.facts.actors import actor, main_organisation, possessor, reference, subject_names
from factuel.facts.clauses import surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of, text_sentence
from factuel.facts.factuality import factuality_of
from factuel.facts.nearby import name_after
from factuel.facts.owners import acting_organisation
from factuel.facts.seats import AT
from factuel.facts.site_owners import before, owner_by_clause, owner_by_phrase, owner_by_topic
from factuel.facts.site_words import (
    OWN,
    complement,
    completed,
    could_have,
    follows_being,
    has_clitic,
    is_jobs,
    is_reflexive,
    is_site,
    is_stand_in,
    jobs_after,
    named_site,
    own_site,
    part_of_site,
    same_site,
    site_after,
    stays,
)
from factuel.facts.syntax import (
    agents,
    auxiliaries,
    copulas,
    has_feature,
    is_passive,
    objects,
    obliques,
    preposition,
    subjects,
)
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, FigureMention

_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_ACTIVITIES: Final = frozenset({"activité", "production", "activités"})
_PARTS: Final = frozenset({"partie", "moitié", "totalité", "ensemble", "reste"})
_DOORS: Final = frozenset({"portes", "rideau"})

Found = tuple[Token | None, EntityRef | None]


def from_verb(context: FactContext, verb: Token, row: Mapping[str, str]) -> Found | None:
    """Return the site and the organisation that a verb of opening, growing, closing or moving says."""
    passive = is_passive(verb) or follows_being(verb)
    bare = verb.dep_ in {"acl", "amod"} and passive and not follows_being(verb)
    if bare or could_have(verb) or stays(verb) or not completed(verb, row["with"]) or _stops_other(verb, row):
        return None
    actors = agents(verb) if passive else subjects(verb)
    if row["needs"] == "jobs":
        return _jobs_cut(context, verb, row, actors, passive)
    if row["needs"] == "self" and _places_itself(verb):
        return None
    if row["needs"] == "self":
        placed = context.setting.place_of(verb) is not None
        owner = actor(context, actors) if is_reflexive(verb) and placed else None
        if owner is not None:
            return next((word for word in actors if is_site(word)), None), owner
    site = _changed(context, verb, row, actors) or _before_verb(verb, row, passive=passive)
    if site is None:
        return _moved(context, verb, row)
    return site, _whose(context, verb, site, actors, passive=passive)


def _stops_other(verb: Token, row: Mapping[str, str]) -> bool:
    """Return whether "arrêter" has an object that is no activity, or is denied ("n'a pas arrêté une heure"), or
    "regrouper" one that is not somebody's own ("rassemble deux laboratoires")."""
    if row["lemma"] in {"regrouper", "rassembler"}:
        site = site_after(verb)
        return site is None or not before(site, 3) & (_POSSESSIVES | {"les"})
    if row["lemma"] != "arrêter":
        return False
    after = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 4]]
    acts = bool({"son", "sa", "ses", "un", "une", "leur"} & set(after[:1])) and not set(after) & _ACTIVITIES
    return acts or factuality_of(verb) == "negated"


def _whose(context: FactContext, verb: Token, site: Token, actors: list[Token], *, passive: bool) -> EntityRef | None:
    """Return whose site changes: as its own phrase says, who acts on it, else the article's when it is definite."""
    noun = named_site(site) if is_stand_in(site) else None
    found = owner_by_phrase(context, site)
    if found is None and noun is not None and site.lower_ not in OWN:
        return owner_by_phrase(context, noun) or owner_by_topic(context, noun)
    if found is None and site not in actors:
        found = owner_by_clause(context, verb, passive=passive) if site.i > verb.i or passive else None
    if found is None and before(site, 4) & _POSSESSIVES:
        return None
    return found or _owner(context, [] if site in actors else actors, site) or owner_by_topic(context, site)


def _before_verb(verb: Token, row: Mapping[str, str], *, passive: bool) -> Token | None:
    """Return the site that stands as the subject where the parse misses it: "L'usine Lumeo de Douai va fermer ses
    portes", "celui de Lens sera agrandi"."""
    phrase = surface_subject(verb)
    if phrase is None:
        return same_site(verb)
    if phrase.head.lower_ in {"il", "elle"} and (row["needs"] == "subject" or passive):
        noun = named_site(phrase.head) if row["lemma"] not in {"arrêter", "cesser", "démarrer"} else None
        return phrase.head if noun is not None and before(noun, 2) & {"un", "une"} else None
    takes = passive or is_reflexive(verb) or row["needs"] == "subject" or row["lemma"] in read_words("neuter_changes")
    return phrase.head if takes and is_site(phrase.head) else same_site(verb)


def _moved(context: FactContext, verb: Token, row: Mapping[str, str]) -> Found | None:
    """ "Lumeo va déménager à Lens", "n'ouvrira pas à Lens": the organisation itself, at the place it moves to or
    opens in."""
    opens = row["lemma"] in {"ouvrir", "rouvrir"}
    if (row["change"] != "relocation" and not opens) or (objects(verb) and row["lemma"] != "délocaliser"):
        return None
    place = name_after(verb, "LOC", frozenset({"à"}) if opens else AT | {"vers"}, reach=4 if opens else 8)
    owner = acting_organisation(context, verb) if place is not None else None
    return (None, owner) if owner is not None else None


def _places_itself(verb: Token) -> bool:
    """Return whether a bare participle says where the subject is: "Installé dans un moulin, l'établissement"."""
    return has_feature(verb, "VerbForm", "Part") and not has_feature(verb, "Tense", "Pres") and not auxiliaries(verb)


def _changed(context: FactContext, verb: Token, row: Mapping[str, str], actors: list[Token]) -> Token | None:
    """Return the site that the verb changes: its object, its subject when it takes none, else the next one named."""
    passive = is_passive(verb) or (bool(copulas(verb)) and has_feature(verb, "VerbForm", "Part"))
    dates = [(date.start, date.end) for date in context.dates]
    things = subjects(verb) if passive or row["needs"] == "subject" else objects(verb)
    colon = next((word.i for word in verb.doc[verb.i : sent_of(verb).end] if word.text == ":"), sent_of(verb).end)
    things = [word for word in things if word.i < colon and not any(low <= word.idx < high for low, high in dates)]
    found = next((word for word in things if is_site(word)), None)
    if found is not None or passive or row["needs"] == "subject":
        return found
    if (like := own_site(verb)) is not None:
        return like
    open_object = {"NUM", "PRON"}
    if things and not any(
        word.ent_type_ or word.lower_ in _DOORS or word.lower_ in _PARTS or word.pos_ in open_object for word in things
    ):
        return None
    own = next((word for word in actors if is_site(word) and word.i < verb.i), None)
    if own is None and has_clitic(verb):
        return None
    return own or (part_of_site(verb) if things and things[0].lower_ in _PARTS else site_after(verb))


def _jobs_cut(
    context: FactContext, verb: Token, row: Mapping[str, str], actors: list[Token], passive: bool
) -> Found | None:
    things = subjects(verb) if passive else objects(verb)
    if row["lemma"] == "supprimer" and not passive and not any(map(is_jobs, things)) and jobs_after(verb) is None:
        found = next((word for word in things if is_site(word)), None) or site_after(verb)
        return (found, _whose(context, verb, found, actors, passive=passive)) if found is not None else None
    counted = jobs_of(context, verb) is not None
    if not any(is_jobs(word) for word in things) and not (counted and not things):
        return None
    site = next((w for w in obliques(verb, "sur", "à", "dans", "au") if is_site(w)), None)
    following = verb.doc[verb.i + 1 : min(verb.i + 12, text_sentence(verb).end)]
    site = site or next((w for w in following if is_site(w) and w.pos_ == "NOUN"), None)
    acting = None if passive else owner_by_clause(context, verb, passive=False)
    owner = acting or _owner(context, actors, site) or (main_organisation(context, verb.idx) if passive else None)
    if site is None and owner is None and context.setting.place_of(verb) is None:
        return None
    return (site, owner) if counted or site is not None else None


def _jobs_of_noun(context: FactContext, noun: Token) -> Found | None:
    """Return the site and the organisation of "la suppression de 63 postes à l'usine Lumeo de Lens", "chez Lumeo"."""
    following = noun.doc[noun.i + 1 : min(noun.i + 12, text_sentence(noun).end)]
    site = next((w for w in following if is_site(w) and w.pos_ == "NOUN"), None)
    named = reference(context, name_after(noun, "ORG", frozenset({"chez"}), reach=8))
    owner = named or (owner_by_phrase(context, site) if site is not None else None) or subject_names(context, noun)
    owner = owner or (owner_by_topic(context, site) if site is not None else None)
    return (site, owner) if owner is not None else None


def _is_aimed_at(noun: Token) -> bool:
    """Return whether "à l'ouverture" is the aim of a verb ("servira à l'ouverture de"), not a time."""
    return any(
        word.lower_ in verb_forms("aiming_verbs") for word in noun.doc[max(sent_of(noun).start, noun.i - 8) : noun.i]
    )


def from_noun(context: FactContext, noun: Token, row: Mapping[str, str]) -> Found | None:
    """Return the site and the organisation of a noun of action ("la fermeture de son usine")."""
    if (
        (before(noun, 2) == {"à", "l'"} and not _is_aimed_at(noun))
        or noun.pos_ != "NOUN"
        or row["needs"] == "subject"
        or row["with"]
    ):
        return None
    if row["lemma"] == "pierre" and "première" not in before(noun, 2):
        return None
    if row["needs"] == "jobs":
        return _jobs_of_noun(context, noun) if jobs_of(context, noun) is not None else None
    completing = [child for child in noun.children if child.dep_ == "nmod" and preposition(child) not in {"à", "au"}]
    site = next((child for child in completing if is_site(child)), None)
    site = site or complement(noun)
    if site is None:
        return None
    if row["lemma"] == "pierre":
        return site, owner_by_phrase(context, site)
    by = reference(context, name_after(noun, "ORG", frozenset({"par"}), reach=12))
    owner = owner_by_phrase(context, site) or by or _owner(context, [], site) or subject_names(context, noun)
    return site, owner or owner_by_topic(context, site)


def _owner(context: FactContext, actors: list[Token], site: Token | None) -> EntityRef | None:
    """Return whose site it is: the one who acts, the name beside it, its possessive."""
    found = actor(context, [word for word in actors if word != site])
    if found is not None or site is None:
        return found
    beside = [child for child in site.children if child.dep_ in {"nmod", "appos", "flat:name"}]
    return actor(context, beside) or possessor(context, site)


def in_sentence(context: FactContext, anchor: Token) -> Iterator[FigureMention]:
    """Yield the figures of the anchor's sentence."""
    sentence = sent_of(anchor)
    yield from (figure for figure in context.figures if sentence.start_char <= figure.start < sentence.end_char)


def jobs_of(context: FactContext, anchor: Token) -> FigureMention | None:
    """Return the count of jobs or people that the sentence says."""
    words = read_words("job_nouns")
    for figure in in_sentence(context, anchor):
        head = (figure.of or "").casefold().split(" ")[0]
        if figure.measure.kind == "count" and figure.measure.value is not None and head in words:
            return figure
    return None
