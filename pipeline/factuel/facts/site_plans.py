"""Changes of site said by what a site holds or makes, or by a plan: "doubler la surface de son usine", "transférer la
production à Lens", "disposera d'un atelier", "un second site est à l'étude"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Token

from factuel.facts.actors import main_organisation, reference
from factuel.facts.clauses import surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence, tokens_among
from factuel.facts.nearby import name_after
from factuel.facts.owners import acting_organisation, is_verb, topic_owner
from factuel.facts.site_frames import Frame, is_part_more
from factuel.facts.site_owners import owner_by_phrase, owner_by_topic
from factuel.facts.site_words import follows_being, is_site
from factuel.facts.syntax import has_feature
from factuel.models import read_lexicon, read_words, verb_forms

_TOWARDS: Final = frozenset({"à", "vers", "au", "aux", "en", "dans", "sur"})
_INDEFINITE: Final = frozenset({"un", "une", "d'un", "d'une"})
_STATES: Final = frozenset({"est", "sont", "reste", "serait", "était"})
_PLACES: Final = frozenset({"place"})
_NEAR: Final = 5
_REACH: Final = 14


def plans(context: FactContext) -> Iterator[Frame]:
    """Yield the changes of the article that these words say."""
    for token in tokens_among(context.doc, _words()):
        if token.ent_type_:
            continue
        word = token.lower_
        if word in verb_forms("growing_verbs") and is_verb(token):
            yield from _growing(context, token)
        if word in verb_forms("endowing_verbs"):
            yield from _endowed(context, token)
        if word in _studies():
            yield from _studied(context, token)
        if verb_forms("site_change_words").get(word, {}).get("change") == "relocation":
            yield from _moved_work(context, token)


@cache
def _words() -> frozenset[str]:
    lexicons = ("growing_verbs", "endowing_verbs", "site_change_words")
    return frozenset(form for lexicon in lexicons for form in verb_forms(lexicon)) | frozenset(_studies())


@cache
def _studies() -> dict[str, str]:
    return {row["form"]: row["factuality"] for row in read_lexicon("study_words")}


def _after(word: Token, reach: int) -> list[Token]:
    """Return the words after one, up to the next finite verb or the end of its sentence."""
    words = word.doc[word.i + 1 : min(word.i + 1 + reach, text_sentence(word).end)]
    stop = next((w.i for w in words if is_verb(w) and has_feature(w, "VerbForm", "Fin")), words.end)
    return [w for w in words if w.i < stop and w.text not in {";", ":"}]


def _growing(context: FactContext, verb: Token) -> Iterator[Frame]:
    """ "Lumeo va doubler la surface de son atelier", "augmentera la capacité de l'usine de Lens"."""
    after = _after(verb, 9)
    size = next((word for word in after[:3] if word.lower_ in read_words("size_nouns")), None)
    site = next((word for word in after if size is not None and word.i > size.i and is_site(word)), None)
    if size is None or site is None or site.i > size.i + _NEAR:
        return
    owner = owner_by_phrase(context, site) or acting_organisation(context, verb) or owner_by_topic(context, site)
    if owner is not None:
        yield Frame(verb, "extension", site, owner)


def _endowed(context: FactContext, verb: Token) -> Iterator[Frame]:
    """ "Le campus disposera l'an prochain d'un hall", "va se doter d'un deuxième atelier"."""
    site = next((w for w in _after(verb, 8) if is_site(w) and _INDEFINITE & _before(w)), None)
    owner = acting_organisation(context, verb) if site is not None else None
    if site is not None and owner is not None:
        yield Frame(verb, "extension" if is_part_more(site) else "opening", site, owner, factuality="planned")


def _before(word: Token) -> set[str]:
    return {w.lower_ for w in word.doc[max(0, word.i - 2) : word.i]}


def _studied(context: FactContext, word: Token) -> Iterator[Frame]:
    """ "Un second site est à l'étude à Lens", "Une antenne est envisagée à Lens": one site at a place."""
    verb = next((w for w in reversed(word.doc[max(0, word.i - 4) : word.i]) if w.lower_ in _STATES), None)
    phrase = surface_subject(verb) if verb is not None else None
    if phrase is None or not is_site(phrase.head) or not _INDEFINITE & _before(phrase.head):
        return
    place = reference(context, name_after(word, "LOC", _TOWARDS, _NEAR), _PLACES)
    if place is None:
        return
    owner = topic_owner(context, phrase.head) or main_organisation(context, word.idx)
    yield Frame(word, "opening", phrase.head, owner, place, _studies()[word.lower_])  # type: ignore[arg-type]


def _moved_work(context: FactContext, verb: Token) -> Iterator[Frame]:
    """ "La production sera transférée à Lens", "va transférer d'ici juin la fabrication de ses moteurs à Lens"."""
    if not is_verb(verb) or verb_forms("site_change_words")[verb.lower_]["lemma"] in {"déménager", "emménager"}:
        return
    passive = follows_being(verb)
    if passive:
        phrase = surface_subject(verb)
        work = phrase.head if phrase is not None and phrase.head.lower_ in read_words("movable_nouns") else None
    else:
        work = next((w for w in _after(verb, 8) if w.lower_ in read_words("movable_nouns")), None)
    place = (
        reference(context, name_after(verb if passive else work, "LOC", _TOWARDS, _REACH), _PLACES) if work else None
    )
    if work is None or place is None:
        return
    owner = (topic_owner(context, work) or main_organisation(context, verb.idx)) if passive else None
    owner = owner or (None if passive else acting_organisation(context, verb))
    if owner is not None:
        yield Frame(verb, "relocation", work, owner, place)
