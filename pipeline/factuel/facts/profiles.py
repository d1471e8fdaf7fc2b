"""What an article says of the people and organisations it names: gender, functions, kind, where they are subjects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.entities import EntityIndex
from factuel.facts.named import Gender, title_gender
from factuel.facts.nations import nations_after
from factuel.models import read_lexicon, read_words
from factuel.records import Entity

_BEFORE, _AFTER = 12, 14
_ARTICLES: Final = frozenset({"le", "la", "l'", "les", "un", "une", "son", "sa", "notre", "leur", "ce", "cette"})
_ARTICLE_GENDERS: Final[Mapping[str, Gender]] = {"le": "Masc", "du": "Masc", "au": "Masc", "la": "Fem"}
_ONLY_IN_PHRASES: Final = frozenset(
    ["tete", "numero", "n°1", "n°2", "premier", "premiere", "membre", "charge", "chargee"]
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})


@dataclass
class Profile:
    """What is known of one entity.

    `functions` and `nouns` are folded words, `nations` stems of demonyms after a function, `shown` the genders of
    functions and of the articles before a thing, `complements` the names after one, `subjects` where a mention that is
    a subject begins.
    """

    entity: Entity
    genders: set[Gender] = field(default_factory=set)
    shown: set[Gender] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    complements: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    subjects: set[int] = field(default_factory=set)

    def agrees(self, gender: str | None, nations: frozenset[str]) -> bool:
        """Return whether gender and nation, where both sides say theirs, are the same."""
        other = nations and self.nations and not nations & self.nations
        return not other and (gender is None or self.gender in {gender, None})

    @property
    def gender(self) -> Gender | None:
        """Return the gender that titles and the given name say, else the one that functions show, if they agree."""
        for said in (self.genders, self.shown):
            if said:
                return next(iter(said)) if len(said) == 1 else None
        return None


@cache
def type_classes() -> Mapping[str, str]:
    """Return the class of each common noun that may stand for a name, by its folded form."""
    return {fold(row["form"]): row["class"] for row in read_lexicon("type_nouns")}


@cache
def functions() -> frozenset[str]:
    """Return the function words, folded, without those that are one only in a fixed phrase."""
    return frozenset(map(fold, read_words("functions"))) - _ONLY_IN_PHRASES


@cache
def human_nouns() -> frozenset[str]:
    """Return the common nouns for people that are no functions ("accusé", "trentenaire"), folded."""
    return frozenset(map(fold, read_words("speaker_nouns", kind="human")))


@cache
def _given_genders() -> Mapping[str, Gender]:
    rows = read_lexicon("given_name_genders")
    return {fold(row["form"]): "Fem" if row["gender"] == "f" else "Masc" for row in rows}


@cache
def _kinds() -> Mapping[str, str]:
    classes = {"company": "company", "party": "party", "union": "union", "media": "media", "club": "club"}
    return {fold(row["form"]): classes.get(row["kind"], "authority") for row in read_lexicon("organisations")}


def glued(token: Token) -> str:
    """Return the word that hyphens make of a token and those after it, folded: "start-up"."""
    doc, end = token.doc, token.i + 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        end += 2
    return fold("".join(word.text for word in doc[token.i : end]))


def build_profiles(doc: Doc, index: EntityIndex) -> dict[str, Profile]:
    """Return the profile of each entity by its identifier."""
    profiles = {entity.id: Profile(entity) for entity in index.entities}
    for entity in index.entities:
        profile = profiles[entity.id]
        for mention in entity.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            if span.root.dep_ in _SUBJECTS:
                profile.subjects.add(mention.start)
            if entity.type == "person":
                _read_person(profile, span)
            else:
                _read_thing(profile, span)
        _read_name(profile)
    return profiles


def _read_person(profile: Profile, span: Span) -> None:
    before = span.doc[max(0, span.start - 6) : span.start].text_with_ws
    gender = title_gender(before[-24:])
    if gender in {"Masc", "Fem"}:
        profile.genders.add("Masc" if gender == "Masc" else "Fem")
    for token, article in _function_tokens(span):
        profile.functions.add(fold(token.text))
        profile.nations.update(nations_after(token))
        profile.complements.update(_names_near(token, span))
        shown = _agreement(token, article)
        if shown is not None:
            profile.shown.add(shown)


def _function_tokens(span: Span) -> Iterator[tuple[Token, Token | None]]:
    """Yield the functions in apposition to a name, with their article: before it, or after a comma."""
    doc = span.doc
    for i in range(span.start - 1, max(0, span.start - _BEFORE) - 1, -1):
        token = doc[i]
        if _ends_apposition(token):
            break
        if fold(token.text) in functions():
            yield token, _article(token)
    if span.end >= len(doc) or doc[span.end].text not in {",", "(", "–", "-"}:
        return
    for i in range(span.end + 1, min(len(doc), span.end + _AFTER)):
        token = doc[i]
        if _ends_apposition(token) or token.pos_ == "PRON":
            break
        if fold(token.text) in functions():
            yield token, _article(token)


def _ends_apposition(token: Token) -> bool:
    finite = token.pos_ in {"VERB", "AUX"} and "Part" not in token.morph.get("VerbForm", [])
    return finite or token.ent_type_ == "PER" or token.is_space or token.text in {".", ";", ":", "«", "»"}


def _article(token: Token) -> Token | None:
    """Return the determiner before a noun, one adjective between allowed."""
    at = token.i - 1
    if at > 0 and token.doc[at].pos_ == "ADJ":
        at -= 1
    return token.doc[at] if at >= 0 and token.doc[at].pos_ == "DET" else None


def _names_near(token: Token, span: Span) -> set[str]:
    """Return the folded names in the complement of a function."""
    low, high = (token.i, span.start) if token.i < span.start else (token.i, min(len(token.doc), token.i + _BEFORE))
    return {fold(ent.text) for ent in token.doc[low:high].ents if ent.label_ != "PER"}


def _agreement(token: Token, article: Token | None) -> Gender | None:
    """Return the gender that a function or its article shows; the feminine form of a function is sure."""
    if article is not None and article.lower_ in {"la", "une", "cette"}:
        return "Fem"
    if article is not None and article.lower_ in {"le", "un", "ce"}:
        return "Masc"
    word = fold(token.text)
    if word.endswith(("trice", "euse", "iere", "ienne", "ante", "ee", "enne", "esse", "ere")):
        return "Fem"
    return "Masc" if word.endswith(("teur", "ier", "ien", "ent", "ant", "eur")) and word != "professeur" else None


def _read_thing(profile: Profile, span: Span) -> None:
    doc, i = span.doc, span.start - 1
    shown = _ARTICLE_GENDERS.get(doc[i].lower_) if i >= 0 else None
    if shown is not None:
        profile.shown.add(shown)
    while i >= 0 and (doc[i].pos_ == "ADJ" or doc[i].text in {"«", '"', "“"}):
        i -= 1
    if i >= 0 and fold(doc[i].text) in type_classes():
        profile.nouns.add(fold(doc[i].text))
    i = span.end
    if i + 1 < len(doc) and doc[i].text in {",", "("}:
        k = i + 1
        while k < min(len(doc) - 1, i + 4) and (doc[k].lower_.replace("’", "'") in _ARTICLES or doc[k].pos_ == "ADJ"):
            k += 1
        if fold(doc[k].text) in type_classes():
            profile.nouns.add(fold(doc[k].text))


def _read_name(profile: Profile) -> None:
    entity = profile.entity
    words = fold(entity.name).split()
    if entity.type == "person":
        given = [gender for form in (words[0], words[0].split("-")[0]) if (gender := _given_genders().get(form))]
        if given and len(words) > 1 and not profile.genders:
            profile.genders.add(given[0])
        return
    classes = type_classes()
    if words[0] in classes:
        profile.nouns.add(words[0])
    profile.classes.update(classes[noun] for noun in profile.nouns)
    for form in (entity.name, *entity.aliases):
        if fold(form) in _kinds():
            profile.classes.add(_kinds()[fold(form)])
    if entity.type == "place" and not profile.classes:
        profile.classes.add("town")
    if entity.type == "misc" and not profile.classes:
        profile.classes.add("project")
