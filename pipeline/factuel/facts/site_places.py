"""Where an organisation has a plant, a branch or a shop: "l'usine Lumeo de Douai", "son usine de Douai", "exploite des
sites à Lens et à Douai", "emploie 40 personnes à Lens"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import reference
from factuel.facts.bearers import bearer
from factuel.facts.clauses import surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of, text_sentence, tokens_among
from factuel.facts.factuality import factuality_of
from factuel.facts.nearby import coordinated, name_after, name_before, next_name, town_of_zone
from factuel.facts.owners import acting_organisation, is_verb, possessed_by, topic_owner
from factuel.facts.seats import AT, OF, Placed, antecedent, is_moving
from factuel.facts.site_words import is_site, named_site
from factuel.facts.syntax import has_feature, objects
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

_REACH: Final = 8
_STAFF_REACH: Final = 11
_WORKING: Final = frozenset({"à", "dans", "sur", "au"})
_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos"})
_SAME: Final = frozenset({"celui", "celle", "ceux", "celles"})
_DEFINITE: Final = frozenset({"le", "la", "l'", "l’", "les", "du", "au", "aux", "des"})
_PLUPERFECT: Final = frozenset({"avait", "avaient"})
_INDEFINITE: Final = frozenset({"un", "une", "des", "deux", "trois", "quatre", "cinq", "plusieurs"})


def site_places(context: FactContext) -> Iterator[Placed]:
    """Yield each organisation with the place of a site of its own."""
    for token in tokens_among(context.doc, _placing()):
        if token.lower_ in verb_forms("staffing_verbs") and is_verb(token):
            yield from _from_staff(context, token)
        elif token.lower_ in verb_forms("making_verbs"):
            yield from _from_making(context, token)
        elif token.lower_ in _SAME and (noun := named_site(token)) is not None:
            yield from _from_same(context, token, noun)
        elif is_site(token) and token.pos_ in {"NOUN", "PROPN"} and not token.ent_type_:
            yield from _from_site(context, token)


@cache
def _placing() -> frozenset[str]:
    verbs = frozenset(verb_forms("staffing_verbs")) | frozenset(verb_forms("making_verbs"))
    return verbs | _SAME | read_words("site_nouns")


def _from_site(context: FactContext, site: Token) -> Iterator[Placed]:
    if (
        site.lower_ == "siège"
        or _is_left(site)
        or not _is_there(site)
        or (site.lower_ == "implantation" and _before(site, 1) <= {"l'", "l’"})
    ):
        return
    first = next_name(site, _REACH)
    if first is not None and first.label_ == "ORG":
        place = name_after(first[-1], "LOC", AT | OF, reach=2)
        if place is not None:
            yield Placed(site, place, reference(context, first), "site")
        return
    if first is None:
        yield from _from_operator(context, site)
    first = first if first is not None and first.label_ == "LOC" else _place_after_comma(site)
    if first is None or not _introduced(first, AT | OF):
        return
    if is_moving(site) and site.doc[first.start - 1].lower_ not in OF:
        return
    first = town_of_zone(first)
    places = coordinated(first, "LOC")
    owner = _owner_beside(context, places[-1]) or _site_owner(context, site)
    if ((_is_indefinite(site) or _is_opened(site)) and factuality_of(site) != "asserted") or _is_not_yet(site):
        return
    for place in places:
        yield Placed(site, place, owner, "site", bare=not _is_indefinite(site))


def _from_operator(context: FactContext, site: Token) -> Iterator[Placed]:
    """ "le dépotoir exploité par Lumeo à Lens"."""
    after = [word.lower_ for word in site.doc[site.i + 1 : site.i + 6]]
    by = next((site.i + 1 + at for at, word in enumerate(after) if word == "par"), None)
    if by is None or not set(after) & read_words("operating_words"):
        return
    operator = name_after(site.doc[by - 1], "ORG", frozenset({"par"}), reach=5, through=read_words("operating_words"))
    place = name_after(operator[-1], "LOC", AT, reach=2) if operator is not None else None
    if place is not None:
        yield Placed(site, place, reference(context, operator), "site")


def _from_same(context: FactContext, pronoun: Token, noun: Token) -> Iterator[Placed]:
    """ "son magasin de Lens ; celui de Douai", "onze magasins, dont celui de Lens": of whose the site named before
    is, unless that one is the organisation itself ("L'hôtel Lumeo")."""
    place = name_after(pronoun, "LOC", OF, reach=3)
    listed = pronoun.i > 0 and pronoun.nbor(-1).lower_ == "dont"
    if place is None or (_is_indefinite(noun) and not listed):
        return
    owner = _site_owner(context, noun) or (None if listed else topic_owner(context, pronoun))
    if owner is not None and not owner.name.casefold().startswith(noun.lower_.removesuffix("s")):
        yield Placed(pronoun, place, owner, "site")


def _place_after_comma(site: Token) -> Span | None:
    """Return the town of "deux centres, à Libramont et à Verviers"."""
    words = site.doc[site.i + 1 : site.i + 3]
    if [word.lower_ for word in words] != [",", "à"]:
        return None
    return next(
        (span for span in names_in(text_sentence(site)) if span.start == site.i + 3 and span.label_ == "LOC"), None
    )


def _owner_beside(context: FactContext, place: Span) -> EntityRef | None:
    """Return the organisation of "le site de Lens du groupe Lumeo"."""
    beside = name_after(place[-1], "ORG", OF, reach=4)
    if beside is None or "et" in [word.lower_ for word in place.doc[place.end : beside.start]]:
        return None
    return reference(context, beside)


def _is_left(site: Token) -> bool:
    """Return whether the site has moved or been sold ("a transféré ses ateliers", "la vente de son usine"), had closed
    before what is told ("avait fermé"), or is only a project; a site that closes now is one that was there."""
    words = site.doc[max(text_sentence(site).start, site.i - 10) : site.i]
    if {word.lower_ for word in words[-3:]} & {"projet", "projets"}:
        return True
    for word in reversed(words):
        row = verb_forms("site_change_words").get(word.lower_)
        change = row["change"] if row is not None and is_verb(word) else ""
        long_ago = change == "closure" and bool(_before(word, 2) & _PLUPERFECT)
        if change == "relocation" or long_ago or word.lower_ in verb_forms("leaving_verbs"):
            return not is_verb(word) or (has_feature(word, "VerbForm", "Part") and factuality_of(word) == "asserted")
        if is_verb(word):
            return False
    return False


def _is_opened(site: Token) -> bool:
    """Return whether the nearest verb opens the site ("installera sa première usine")."""
    for word in reversed(site.doc[max(text_sentence(site).start, site.i - 8) : site.i]):
        if is_verb(word):
            return verb_forms("site_change_words").get(word.lower_, {}).get("change") == "opening"
    return False


def _is_not_yet(site: Token) -> bool:
    """Return whether the site's own verb is one of opening that has not happened: "l'antenne de Lens ne verra pas le
    jour"."""
    for word in site.doc[site.i + 1 : min(site.i + 10, text_sentence(site).end)]:
        if is_verb(word) and not has_feature(word, "VerbForm", "Part"):
            row = verb_forms("site_change_words").get(word.lower_, {})
            return (
                row.get("change") == "opening" and row.get("needs") == "subject" and factuality_of(word) != "asserted"
            )
    return False


def _is_there(site: Token) -> bool:
    """Return whether the sentence does not deny the site ("n'a plus d'usine à Douai")."""
    return not (_before(site) & {"de", "d'", "d’", "aucun", "aucune"} and factuality_of(site) == "negated")


def _before(word: Token, count: int = 2) -> set[str]:
    return {w.lower_ for w in word.doc[max(text_sentence(word).start, word.i - count) : word.i]}


def _is_indefinite(site: Token) -> bool:
    words = site.doc[max(text_sentence(site).start, site.i - 3) : site.i]
    return any(word.lower_ in _INDEFINITE or word.lower_ in read_words("numerals") for word in words)


def _site_owner(context: FactContext, site: Token) -> EntityRef | None:
    """Return whose the site is: by its possessive, "dont", its verb of having, or the article's topic."""
    if _POSSESSIVES & _before(site, 4):
        return possessed_by(context, site)
    before = [word.lower_ for word in site.doc[max(sent_of(site).start, site.i - 3) : site.i]]
    if "dont" in before:
        at = next(word for word in site.doc[max(sent_of(site).start, site.i - 3) : site.i] if word.lower_ == "dont")
        return reference(context, name_before(at, "ORG", reach=2)) or antecedent(context, at)
    if _is_indefinite(site):
        owner = next(
            (word for word in site.doc[max(0, site.i - 4) : site.i] if word.lower_ in read_words("site_holders")), None
        )
        if owner is not None:
            return bearer(context, owner)[0]
        having = _having_verb(site)
        return acting_organisation(context, having) if having is not None else None
    if site.lower_ not in read_words("site_nouns", owned="1") or sent_of(site).start_char < context.text.find("\n\n"):
        return None
    return topic_owner(context, site) if _DEFINITE & set(before[-2:]) else None


def _having_verb(site: Token) -> Token | None:
    """Return the verb of having or opening before a site, with no other verb between: "possède une usine à Lens et un
    entrepôt à Douai"."""
    for word in reversed(site.doc[max(text_sentence(site).start, site.i - 12) : site.i]):
        if word.pos_ in {"VERB", "AUX"} and not word.ent_type_:
            return word if word.lower_ in verb_forms("site_having_verbs") else None
    return None


def _from_staff(context: FactContext, verb: Token) -> Iterator[Placed]:
    """ "Lumeo emploie 40 personnes à Lens": the organisation that is the verb's own subject."""
    staff = [word for word in objects(verb) if word.lower_ in read_words("job_nouns") or word.pos_ == "NUM"]
    place = name_after(verb, "LOC", _WORKING, _STAFF_REACH)
    phrase = surface_subject(verb) if staff and place is not None else None
    if phrase is None or place is None or phrase.head.lower_ in read_words("site_nouns"):
        return
    for span in (*coordinated(place, "LOC"), *_further_staff(place)):
        yield Placed(verb, span, acting_organisation(context, verb), "site", bare=False)


def _is_number(word: Token) -> bool:
    return word.like_num or word.lower_ in read_words("numerals")


def _further_staff(place: Span) -> Iterator[Span]:
    """Yield the towns of "210 personnes à Lens, 80 à Lille et 75 à Douai" after the first."""
    doc, at = place.doc, place.end
    while at + 3 < len(doc) and doc[at].lower_ in {"et", ","} and _is_number(doc[at + 1]) and doc[at + 2].lower_ in AT:
        span = next((name for name in names_in(text_sentence(place.root)) if name.start == at + 3), None)
        if span is None or span.label_ != "LOC":
            return
        yield span
        at = span.end


def _from_making(context: FactContext, verb: Token) -> Iterator[Placed]:
    """ "Lumeo, qui fabrique à Lens des vélos", "Lumeo produit du fil à Lens"."""
    phrase = surface_subject(verb)
    place = name_after(verb, "LOC", frozenset({"à"}), reach=6)
    if phrase is None or phrase.name is None or place is None or phrase.head.lower_ in read_words("site_nouns"):
        return
    yield Placed(verb, place, acting_organisation(context, verb), "site", bare=False)


def _introduced(place: Span, prepositions: frozenset[str]) -> bool:
    doc = place.doc
    return any(doc[at].lower_ in prepositions for at in range(max(0, place.start - 2), place.start))
