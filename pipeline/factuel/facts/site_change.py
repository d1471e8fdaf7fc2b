"""`site_change`: a site opens, grows, shrinks, closes or moves, with the jobs and money that the sentence says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from factuel.facts.actors import person_acts, reference
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in
from factuel.facts.nearby import coordinated, name_after, next_name
from factuel.facts.site_clauses import from_noun, from_verb, in_sentence, jobs_of
from factuel.facts.site_owners import change_factuality, site_place
from factuel.facts.site_words import is_governed, is_site, named_site
from factuel.facts.syntax import phrase_bounds
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, FigureMention, SiteChange


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
    found = from_noun(context, token, row) if noun else from_verb(context, token, row)
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


def _is_vague(context: FactContext, anchor: Token, site: Token | None) -> bool:
    """Return whether nothing says which site changes: no place, no name and no word of its own beside its noun ("le
    site fermera"), or only a person acts on it."""
    if context.setting.place_of(anchor) is not None or site_place(context, anchor, site, "") is not None:
        return False
    if site is None or person_acts(anchor):
        return True
    start, end = phrase_bounds(site)
    own = [word for word in context.text[start:end].casefold().split() if word not in read_words("site_ordinals")]
    return len(own) < 2 and next_name(site, reach=3) is None


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
    if site is not None and site.pos_ == "PRON":
        noun = named_site(site)
        what = noun.text if noun is not None else None
        start, end = min(start, site.idx), max(end, site.idx + len(site))
    elif site is not None:
        low, high = phrase_bounds(site)
        names = [span.start_char for span in names_in(site.sent) if low < span.start_char < high]
        broken = [word for word in site.sent if low <= word.idx < high and word.text in {",", "("}]
        low = max([low, *(site.idx for word in broken if word.i < site.i)])
        names += [word.idx for word in broken]
        cut = min([high, *(at for at in names if at > low)])
        what = _trim(context.text[low:cut])
        start, end = min(start, site.idx), max(end, site.idx + len(site))
    jobs, amount = jobs_of(context, anchor), _amount(context, anchor)
    common = context.common(
        "site_change",
        start,
        end,
        anchor,
        row["change"],
        what or "",
        owner.name if owner else "",
        confidence=0.75,
        factuality=change_factuality(anchor, noun=anchor.pos_ == "NOUN"),
    )
    common["place"] = site_place(context, anchor, site, row["change"]) or common["place"]
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


def _amount(context: FactContext, anchor: Token) -> FigureMention | None:
    money = [figure for figure in in_sentence(context, anchor) if figure.measure.kind == "money"]
    return money[0] if len(money) == 1 else None
