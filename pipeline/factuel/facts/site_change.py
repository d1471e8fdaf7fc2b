"""`site_change`: a site opens, grows, shrinks, closes or moves, with the jobs and money that the sentence says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from spacy.tokens import Token

from factuel.facts.actors import person_acts, reference
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of, text_sentence, tokens_among
from factuel.facts.factuality import factuality_of
from factuel.facts.nearby import coordinated, name_after, next_name
from factuel.facts.site_clauses import from_noun, from_verb, in_sentence, jobs_of
from factuel.facts.site_frames import Frame, framed, is_part_more
from factuel.facts.site_idioms import is_other_opening
from factuel.facts.site_owners import change_factuality, site_place
from factuel.facts.site_plans import plans
from factuel.facts.site_words import is_governed, is_site, is_stand_in, jobs_after, named_site
from factuel.facts.syntax import has_feature, phrase_bounds
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, FigureMention, SiteChange

_ANY: Final = frozenset({"chaque"})


def extract(context: FactContext) -> Iterator[SiteChange]:
    """Yield each change of the article, one for each thing that changes in a sentence, and for each place of several
    ("fermera ses agences de Lens et de Douai" is two)."""
    seen: set[tuple[int, str, str | None, str]] = set()
    forms = verb_forms("site_change_words")
    for token in tokens_among(context.doc, forms.keys()):
        row = forms[token.lower_]
        if token.ent_type_ or sent_of(token).text.rstrip(' »"”\n').endswith("?"):
            continue
        for fact in _read(context, token, row):
            if (key := _key(fact)) not in seen:
                seen.add(key)
                yield fact
    said = {(start, change) for start, change, _, _ in seen}
    for frame in (*framed(context), *plans(context)):
        fact = _record(context, frame.anchor, frame)
        if (fact.evidence.sentence_start, fact.change) not in said and (key := _key(fact)) not in seen:
            seen.add(key)
            yield fact


def _key(fact: SiteChange) -> tuple[int, str, str | None, str]:
    return fact.evidence.sentence_start, fact.change, fact.what, fact.place.name if fact.place else ""


def _read(context: FactContext, token: Token, row: Mapping[str, str]) -> Iterator[SiteChange]:
    noun = row["group"] == "=" and row["stem"].split("|")[0] == row["lemma"]
    if not noun and token.pos_ not in {"VERB", "AUX", "ADJ"} and (is_site(token) or is_governed(token)):
        return
    found = from_noun(context, token, row) if noun else from_verb(context, token, row)
    if found is None or (row["lemma"] == "survivre" and not not_again(token)) or _is_any(found[0]):
        return
    if is_other_opening(context, token, row):
        return
    site, owner = found
    if owner is None and _is_vague(context, token, site):
        return
    fact = _record(context, token, Frame(token, _change(token, row, site), site, owner))
    places = _places(context, site) if site is not None else []
    if len(places) < 2:
        yield fact
        return
    for place in places:
        identifier = context.fact_id("site_change", fact.change, fact.what or "", place.name)
        yield fact.model_copy(update={"place": place, "id": identifier})


def _is_any(site: Token | None) -> bool:
    """Return whether a site is any one of many: "chaque maison ouvre son atelier" tells of none."""
    if site is None:
        return False
    return bool(_ANY & {word.lower_ for word in site.doc[text_sentence(site).start : site.i]})


def _is_vague(context: FactContext, anchor: Token, site: Token | None) -> bool:
    """Return whether nothing says which site changes: no place (nor "y", which means one), no name and no word of its
    own beside its noun ("le site fermera"), or only a person acts on it."""
    if context.setting.place_of(anchor) is not None or site_place(context, anchor, site, "") is not None:
        return False
    if any(
        word.lower_ == "y" and sent_of(word) == sent_of(anchor) for word in anchor.doc[max(0, anchor.i - 4) : anchor.i]
    ):
        return False
    laid = anchor.lower_ == "pierre"
    if site is None or (person_acts(anchor) and not laid) or has_feature(site, "Number", "Plur"):
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


def _change(anchor: Token, row: Mapping[str, str], site: Token | None) -> str:
    """Return what changes: what does not reopen closes, so does a site suppressed; one part more is an extension."""
    if row["lemma"] in {"rouvrir", "construire"} and not_again(anchor):
        return "closure"
    if row["lemma"] == "supprimer" and site is not None and jobs_after(anchor) is None:
        return "closure"
    return "extension" if row["change"] == "opening" and site is not None and is_part_more(site) else row["change"]


def not_again(verb: Token) -> bool:
    """Return whether a site does not reopen, is not rebuilt or has not survived: it is closed."""
    return verb.lower_.startswith(("rouvr", "reconstr", "surv")) and factuality_of(verb) == "negated"


def _record(context: FactContext, anchor: Token, frame: Frame) -> SiteChange:
    site, owner = frame.site, frame.owner
    start, end = anchor.idx, anchor.idx + len(anchor)
    what = None
    if site is not None and is_stand_in(site):
        noun = named_site(site)
        what = noun.text if noun is not None else None
        start, end = min(start, site.idx), max(end, site.idx + len(site))
    elif site is not None:
        low, high = phrase_bounds(site)
        names = [span.start_char for span in names_in(sent_of(site)) if low < span.start_char < high]
        broken = [word for word in sent_of(site) if low <= word.idx < high and word.text in {",", "("}]
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
        frame.change,
        what or "",
        owner.name if owner else "",
        confidence=0.75,
        factuality="asserted"
        if not_again(anchor)
        else frame.factuality or change_factuality(anchor, noun=anchor.pos_ == "NOUN"),
    )
    common["place"] = frame.place or site_place(context, anchor, site, frame.change) or common["place"]
    return SiteChange(
        **common,
        organisation=owner,
        change=frame.change,
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
