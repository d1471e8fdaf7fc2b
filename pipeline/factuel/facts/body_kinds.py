"""What an article shows of its organisations: the nouns beside their names, the kinds of bodies that these are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.doc_tables import text_sentence
from factuel.models import read_lexicon, read_words
from factuel.records import Entity

_ANNOUNCED: Final = 6
"""Tokens before a name in which the noun that announces it stands ("le fabricant de faisceaux automobiles Lumeo")."""
_UNKNOWN: Final = frozenset({"company", "bank", "cooperative", "association", "club", "cluster"})
"""Kinds that a name without a noun beside it may be of: schools, hospitals and public bodies say what they are."""
_PUBLIC: Final = frozenset({"public"})
_MALE, _FEMALE, _MANY = ("le", "un", "ce", "du", "au"), ("la", "une", "cette"), ("les", "des", "aux")
_ARTICLES: Final = {**dict.fromkeys(_MALE, "m"), **dict.fromkeys(_FEMALE, "f"), **dict.fromkeys(_MANY, "p")}
_LINKS: Final = frozenset({"et", "ou", ","})
_APPOSED: Final = frozenset({",", "(", "–", "—"})


@dataclass
class Body:
    """What an article shows of an organisation: the nouns beside it (folded), its kinds and genders."""

    entity: Entity
    nouns: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds that the nouns beside it are of, those that its name is known for, else all usual ones."""
        return self.said or _UNKNOWN

    @cached_property
    def said(self) -> frozenset[str]:
        """The kinds that the nouns beside it are of, else those that its name is known for, else none."""
        said = {body_rows()[noun][1][0] for noun in self.nouns}
        if said:
            return frozenset(said)
        if fold(self.entity.name.split(" ")[0]) in map(fold, read_words("public_bodies")):
            return _PUBLIC
        return frozenset({_known()[fold(n)] for n in (self.entity.name, *self.entity.aliases) if fold(n) in _known()})

    def may_be(self, gender: str) -> bool:
        """Return whether nothing says that it is of the other gender."""
        return not self.genders or gender in self.genders


@cache
def body_rows() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Return the gender and kinds of each noun of bodies, by its folded form."""
    return {fold(row["form"]): (row["gender"], tuple(row["kinds"].split("|"))) for row in read_lexicon("body_nouns")}


@cache
def _known() -> Mapping[str, str]:
    """Return the kind of each organisation of public knowledge, by its folded name."""
    return {fold(row["form"]): row["kind"] for row in read_lexicon("organisations")}


def names_another(noun: Token) -> bool:
    """Return whether a word with a capital that no name covers follows the noun's phrase: an unknown name is meant."""
    for word in noun.doc[noun.i + 1 : noun.i + 6]:
        if word.ent_type_ or word.pos_ not in {"ADJ", "NOUN", "ADP", "PROPN", "X"}:
            return False
        if word.text[0].isupper():
            return True
    return False


def is_completed(noun: Token) -> bool:
    """Return whether "de" and a common noun complete a noun ("le fabricant de vérins")."""
    words = [word for word in noun.doc[noun.i + 1 : noun.i + 5] if word.pos_ != "ADJ"]
    several = len(body_rows()[fold(noun.text)][1]) > 2
    links = {"de", "d'", "d’", *(("du", "des") if several else ())}
    return len(words) > 1 and words[0].lower_ in links and not words[1].ent_type_


def read_body(body: Body, span: Span) -> None:
    """Note the noun that announces a name, begins it or is in apposition to it, and what gender its words show."""
    article = _ARTICLES.get(span.doc[span.start - 1].lower_) if span.start else None
    noun = noun_of_name(span)
    if noun is not None:
        body.nouns.add(noun)
        body.genders.add(body_rows()[noun][0])
    elif article is not None:
        body.genders.add(article)


def noun_of_name(span: Span) -> str | None:
    """Return the noun of bodies that begins a name, announces it or is in apposition to it, folded."""
    words = fold(span.text).split(" ")
    first = next((form for count in (3, 2, 1) if (form := " ".join(words[:count])) in body_rows()), None)
    return first or _announcing(span)


def _announcing(span: Span) -> str | None:
    """Return the noun of bodies of "la jeune société lilloise Lumeo", "le fabricant de vélos Lumeo", "Lumeo, une PME",
    "les syndicats Lumeo et Ardan", folded and in the singular."""
    doc, first, listed = span.doc, text_sentence(span.root).start, False
    if doc[span.start - 1].pos_ not in {"ADP", "DET"} or doc[span.start - 1].lower_ in _LINKS:
        for word in reversed(doc[max(first, span.start - _ANNOUNCED) : span.start]):
            if word.ent_type_ == "ORG" or word.lower_ in _LINKS:
                listed = True
                continue
            if word.ent_type_ or word.pos_ in {"VERB", "AUX", "PUNCT", "CCONJ", "DET"}:
                break
            form = fold(word.text)
            if form in body_rows() and not listed:
                return form
            if form.removesuffix("s") in body_rows():
                return form.removesuffix("s")
    return _apposed_noun(span)


def _apposed_noun(span: Span) -> str | None:
    doc = span.doc
    if span.end + 2 >= len(doc) or doc[span.end].text not in _APPOSED:
        return None
    if span.label_ == "LOC" and doc[span.start - 1].pos_ == "ADP":
        return None
    for word in doc[span.end + 1 : span.end + 4]:
        if fold(word.text) in body_rows():
            return fold(word.text)
        if word.pos_ not in {"DET", "ADJ"}:
            return None
    return None


@cache
def body_nouns() -> frozenset[str]:
    """Return the folded common nouns that may stand for an organisation."""
    return frozenset(body_rows())


def is_parent(name: Token) -> bool:
    """Return whether a name is that of a parent in apposition: "Lumeo, filiale du groupe Ardan"."""
    words = name.doc[max(text_sentence(name).start, name.i - 5) : name.i]
    return any(word.lower_ in read_words("membership_words", "lemma", frame="noun_of") for word in words)
