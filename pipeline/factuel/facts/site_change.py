"""`site_change`: a site opens, grows, shrinks, closes or moves, with the jobs and money that the sentence says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spacy.tokens import Token

from factuel.facts.actors import actor, main_organisation, person_acts, possessor, reference, subject_names
from factuel.facts.context import FactContext
from factuel.facts.nearby import coordinated, name_after, next_name
from factuel.facts.site_words import (
    complement,
    completed,
    could_have,
    is_governed,
    is_jobs,
    is_reflexive,
    is_site,
    site_after,
)
from factuel.facts.syntax import (
    agents,
    auxiliaries,
    copulas,
    has_feature,
    is_passive,
    objects,
    obliques,
    phrase_bounds,
    subjects,
)
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, FigureMention, SiteChange

_DOORS: Final = frozenset({"portes", "rideau"})


def extract(context: FactContext) -> Iterator[SiteChange]:
    """Yield each change of the article, one for each thing that changes in a sentence, and for each place of several
    ("fermera ses agences de Lens et de Douai" is two)."""
    seen: set[tuple[int, str, str | None, str]] = set()
    forms = verb_forms("site_change_words")
    for token in context.doc:
        row = forms.get(token.lower_)
        if row is None or token.ent_type_ or token.sent.text.rstrip(' »"”\n').endswith("?"):
            continue
        for fact in _read(context, token, row):
            key = (fact.evidence.sentence_start, fact.change, fact.what, fact.place.name if fact.place else "")
            if key not in seen:
                seen.add(key)
                yield fact


def _read(context: FactContext, token: Token, row: Mapping[str, str]) -> Iterator[SiteChange]:
    noun = row["group"] == "=" and row["stem"].split("|")[0] == row["lemma"]
    if not noun and token.pos_ not in {"VERB", "AUX", "ADJ"} and (is_site(token) or is_governed(token)):
        return
    found = _from_noun(context, token, row) if noun else _from_verb(context, token, row)
    if found is None:
        return
    site, owner = found
    if owner is None and _is_vague(context, token, site):
        return
    fact = _record(context, token, row, site, owner)
    places = _places(context, site) if site is not None else []
    if len(places) < 2:
        yield fact
        return
    for place in places:
        identifier = context.fact_id("site_change", row["change"], fact.what or "", place.name)
        yield fact.model_copy(update={"place": place, "id": identifier})


_Found = tuple[Token | None, EntityRef | None]


def _from_verb(context: FactContext, verb: Token, row: Mapping[str, str]) -> _Found | None:
    passive = is_passive(verb)
    if (verb.dep_ in {"acl", "amod"} and passive) or could_have(verb) or not completed(verb, row["with"]):
        return None
    actors = agents(verb) if passive else subjects(verb)
    if row["needs"] == "jobs":
        return _jobs_cut(context, verb, actors, passive)
    if row["needs"] == "self" and _places_itself(verb):
        return None
    if row["needs"] == "self":
        placed = context.setting.place_of(verb) is not None
        owner = actor(context, actors) if is_reflexive(verb) and placed else None
        if owner is not None:
            return next((word for word in actors if is_site(word)), None), owner
    site = _changed(context, verb, row, actors)
    if site is None:
        return None
    owner = _owner(context, [] if site in actors else actors, site)
    return site, owner


def _is_vague(context: FactContext, anchor: Token, site: Token | None) -> bool:
    """Return whether nothing says which site changes: no place, no name and no word of its own beside its noun ("le
    site fermera"), or only a person acts on it."""
    if context.setting.place_of(anchor) is not None:
        return False
    if site is None or person_acts(anchor):
        return True
    start, end = phrase_bounds(site)
    return " " not in context.text[start:end] and next_name(site, reach=3) is None


def _places_itself(verb: Token) -> bool:
    """Return whether a bare participle says where the subject is: "Installé dans un moulin, l'établissement"."""
    return has_feature(verb, "VerbForm", "Part") and not has_feature(verb, "Tense", "Pres") and not auxiliaries(verb)


def _changed(context: FactContext, verb: Token, row: Mapping[str, str], actors: list[Token]) -> Token | None:
    """Return the site that the verb changes: its object, its subject when it takes none, else the next one named."""
    passive = is_passive(verb) or (bool(copulas(verb)) and has_feature(verb, "VerbForm", "Part"))
    dates = [(date.start, date.end) for date in context.dates]
    things = subjects(verb) if passive or row["needs"] == "subject" else objects(verb)
    things = [word for word in things if not any(low <= word.idx < high for low, high in dates)]
    found = next((word for word in things if is_site(word)), None)
    if found is not None or passive or row["needs"] == "subject":
        return found
    if things and not any(word.ent_type_ or word.lower_ in _DOORS or word.pos_ in {"NUM", "PRON"} for word in things):
        return None
    own = next((word for word in actors if is_site(word) and word.i < verb.i), None)
    return own or site_after(verb)


def _jobs_cut(context: FactContext, verb: Token, actors: list[Token], passive: bool) -> _Found | None:
    things = subjects(verb) if passive else objects(verb)
    counted = _jobs(context, verb) is not None
    if not any(is_jobs(word) for word in things) and not (counted and not things):
        return None
    site = next((w for w in obliques(verb, "sur", "à", "dans", "au") if is_site(w)), None)
    owner = _owner(context, actors, site) or (main_organisation(context, verb.idx) if passive else None)
    if site is None and owner is None and context.setting.place_of(verb) is None:
        return None
    return (site, owner) if counted or site is not None else None


def _from_noun(context: FactContext, noun: Token, row: Mapping[str, str]) -> _Found | None:
    if noun.pos_ != "NOUN" or row["needs"] == "subject" or row["with"]:
        return None
    if row["needs"] == "jobs":
        owner = subject_names(context, noun)
        return (None, owner) if owner is not None and _jobs(context, noun) is not None else None
    site = next((child for child in noun.children if child.dep_ == "nmod" and is_site(child)), None)
    site = site or complement(noun)
    return (site, _owner(context, [], site) or subject_names(context, noun)) if site is not None else None


def _owner(context: FactContext, actors: list[Token], site: Token | None) -> EntityRef | None:
    """Return whose site it is: the one who acts, the name beside it, its possessive."""
    found = actor(context, [word for word in actors if word != site])
    if found is not None or site is None:
        return found
    beside = [child for child in site.children if child.dep_ in {"nmod", "appos", "flat:name"}]
    return actor(context, beside) or possessor(context, site)


def _places(context: FactContext, site: Token) -> list[EntityRef]:
    """Return the places that "de" or "à" ties to a site, when there are several: "ses agences de Lens et de Douai"."""
    first = name_after(site, "LOC", frozenset({"de", "d'", "d’", "du", "à", "au"}), reach=5)
    if first is None or first != next_name(site, reach=5):
        return []
    return [found for span in coordinated(first, "LOC") if (found := reference(context, span, frozenset({"place"})))]


def _record(
    context: FactContext, anchor: Token, row: Mapping[str, str], site: Token | None, owner: EntityRef | None
) -> SiteChange:
    start, end = anchor.idx, anchor.idx + len(anchor)
    what = None
    if site is not None:
        low, high = phrase_bounds(site)
        names = [span.start_char for span in site.sent.ents if low < span.start_char < high]
        names += [word.idx for word in site.sent if low < word.idx < high and word.text in {",", "("}]
        cut = min([high, *names])
        what = _trim(context.text[low:cut])
        start, end = min(start, site.idx), max(end, site.idx + len(site))
    jobs, amount = _jobs(context, anchor), _amount(context, anchor)
    common = context.common(
        "site_change", start, end, anchor, row["change"], what or "", owner.name if owner else "", confidence=0.75
    )
    return SiteChange(
        **common,
        organisation=owner,
        change=row["change"],
        what=what,
        jobs=jobs.measure.value if jobs else None,
        amount=amount.measure if amount else None,
    )


def _trim(what: str) -> str:
    words = what.split()
    while words and (words[0].isdigit() or words[0].casefold() in read_words("numerals")):
        words.pop(0)
    while words and words[-1].casefold() in {
        "de",
        "du",
        "des",
        "à",
        "d'",
        "d’",
        "la",
        "le",
        "l'",
        "l’",
        "les",
        "chez",
        "en",
    }:
        words.pop()
    return " ".join(words).rstrip(" ,;")


def _in_sentence(context: FactContext, anchor: Token) -> Iterator[FigureMention]:
    sentence = anchor.sent
    yield from (figure for figure in context.figures if sentence.start_char <= figure.start < sentence.end_char)


def _jobs(context: FactContext, anchor: Token) -> FigureMention | None:
    words = read_words("job_nouns")
    for figure in _in_sentence(context, anchor):
        head = (figure.of or "").casefold().split(" ")[0]
        if figure.measure.kind == "count" and figure.measure.value is not None and head in words:
            return figure
    return None


def _amount(context: FactContext, anchor: Token) -> FigureMention | None:
    money = [figure for figure in _in_sentence(context, anchor) if figure.measure.kind == "money"]
    return money[0] if len(money) == 1 else None
