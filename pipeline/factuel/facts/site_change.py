"""`site_change`: a site opens, grows, shrinks, closes or moves, with the jobs and money that the sentence says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.participants import ORGANISATIONS, participant
from factuel.facts.syntax import (
    agents,
    governing_verb,
    has_feature,
    is_passive,
    objects,
    obliques,
    phrase_bounds,
    subjects,
)
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, FigureMention, SiteChange

_PRECISE: Final = frozenset({"site", "any"})


def extract(context: FactContext) -> Iterator[SiteChange]:
    """Yield each change of the article, one for each thing that changes in a sentence."""
    seen: set[tuple[int, str, str | None]] = set()
    forms = verb_forms("site_change_words")
    for token in context.doc:
        row = forms.get(token.lower_)
        if row is None:
            continue
        found = (
            _from_verb(context, token, row) if token.pos_ in {"VERB", "AUX", "ADJ"} else _from_noun(context, token, row)
        )
        if found is None:
            continue
        key = (found.evidence.sentence_start, found.change, found.what)
        if key not in seen:
            seen.add(key)
            yield found


def _from_verb(context: FactContext, verb: Token, row: Mapping[str, str]) -> SiteChange | None:
    passive = is_passive(verb)
    if verb.dep_ in {"acl", "amod"} and passive:
        return None
    things = subjects(verb) if passive else objects(verb)
    site = next((word for word in things if _is_site(word)), None)
    jobs = next((word for word in things if _is_jobs(word)), None)
    reflexive = any(child.lower_ in {"se", "s'", "s’"} for child in verb.children)
    actors = agents(verb) if passive else subjects(verb)
    if site is None and not things and not passive:
        site = next((word for word in actors if _is_site(word)), None)
    if row["needs"] == "jobs":
        site = site or next((w for w in obliques(verb, "sur", "à", "dans", "au") if _is_site(w)), None)
        if jobs is None or (site is None and context.setting.place_of(verb) is None):
            return None
    elif site is None and not (reflexive and row["lemma"] in {"installer", "implanter"}):
        return None
    owner = _owner(context, actors, site)
    if (site is None and owner is None) or _could_have(verb):
        return None
    return _record(context, verb, row, site, owner)


def _from_noun(context: FactContext, noun: Token, row: Mapping[str, str]) -> SiteChange | None:
    if noun.pos_ != "NOUN" or row["needs"] not in _PRECISE:
        return None
    site = next((child for child in noun.children if child.dep_ == "nmod" and _is_site(child)), None)
    if site is None:
        return None
    verb = governing_verb(noun)
    return _record(context, noun, row, site, _owner(context, [w for w in subjects(verb) if w != noun], site))


def _could_have(verb: Token) -> bool:
    """ "aurait pu fermer" did not happen."""
    return any(word.lower_ == "pu" for word in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i])


def _is_site(token: Token) -> bool:
    return (
        token.lower_ in read_words("site_nouns") and token.pos_ in {"NOUN", "PROPN", "X", "ADJ"} and not _is_jobs(token)
    )


def _is_jobs(token: Token) -> bool:
    return token.lower_ in read_words("job_nouns") and (token.lower_ != "poste" or has_feature(token, "Number", "Plur"))


def _owner(context: FactContext, actors: list[Token], site: Token | None) -> EntityRef | None:
    words = [word for word in actors if word != site]
    if site is not None:
        words += [child for child in site.children if child.dep_ in {"nmod", "appos", "flat:name"}]
    return next((found for word in words if (found := participant(context, word, ORGANISATIONS))), None)


def _record(
    context: FactContext, anchor: Token, row: Mapping[str, str], site: Token | None, owner: EntityRef | None
) -> SiteChange:
    start, end = anchor.idx, anchor.idx + len(anchor)
    what = None
    if site is not None:
        low, high = phrase_bounds(site)
        names = [span.start_char for span in site.sent.ents if low < span.start_char < high]
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
