"""Multiplying annotated articles: the same sentences with other people, towns and companies in their slots."""

from __future__ import annotations

import random
from functools import cache
from typing import Final

from factuel.corpus.gold import GoldArticle
from factuel.models import read_lexicon, unaccented

Spans = list[tuple[int, int, str]]
"""(start, end, label) in characters, end exclusive."""
LABELS: Final = {"person": "PER", "organisation": "ORG", "place": "LOC", "misc": "MISC"}
_VOWELS: Final = frozenset("aeiouyh")
_ELIDED: Final = ("d'", "l'", "qu'", "d’", "l’", "qu’", "D'", "L'")
_PLAIN: Final = ("de ", "que ", "le ", "la ")
_FORMS: Final = ("{}", "{}", "{}", "groupe {}", "{} SA", "{} & Fils", "{} France", "{} Industries", "Société {}")


def annotated(article: GoldArticle) -> tuple[str, Spans]:
    """Return the text of an article and its names; of several types that are right, the first in alphabetical order,
    organisation before place."""
    spans = [(m.start, m.end, LABELS[min(m.types)]) for m in article.mentions if not m.optional]
    return article.text, spans


def exchanged(article: GoldArticle, rng: random.Random) -> tuple[str, Spans]:
    """Return the article with people, communes and one-word companies exchanged for others, the same for the same
    entity; a name after an elision is exchanged for one that begins alike, so that the French stays right."""
    pieces: list[str] = []
    spans: Spans = []
    chosen: dict[str, str] = {}
    at = length = 0
    for mention in article.mentions:
        before = article.text[at : mention.start]
        name = _replacement(article, mention.start, mention.text, mention.name, min(mention.types), chosen, rng)
        pieces += [before, name]
        start = length + len(before)
        length = start + len(name)
        if not mention.optional:
            spans.append((start, length, LABELS[min(mention.types)]))
        at = mention.end
    pieces.append(article.text[at:])
    return "".join(pieces), spans


def _replacement(
    article: GoldArticle, start: int, text: str, key: str, kind: str, chosen: dict[str, str], rng: random.Random
) -> str:
    vowel = _wants_vowel(article.text, start)
    if kind == "person" and len(text.split()) <= 3:
        family = chosen.setdefault(f"family {key}", rng.choice(_families()))
        given = chosen.setdefault(f"given {key}", rng.choice(_givens()))
        whole = f"{given} {family}" if " " in text else family
        return whole if _fits(whole, vowel) else text
    if kind == "place" and text in _communes():
        town = chosen.setdefault(key, rng.choice(_town_list()))
        return town if _fits(town, vowel) else text
    if kind == "organisation" and text == key and " " not in text and rng.random() < 0.5:
        company = chosen.setdefault(key, _company(rng))
        return company if _fits(company, vowel) else text
    return text


def _wants_vowel(text: str, start: int) -> bool | None:
    """Return whether the words before ask for a vowel (elided) or a consonant ("de "), or None for either."""
    before = text[max(0, start - 4) : start]
    if before.endswith(_ELIDED):
        return True
    return False if before.endswith(_PLAIN) else None


def _fits(name: str, vowel: bool | None) -> bool:
    return vowel is None or (unaccented(name[:1]) in _VOWELS) == vowel


def _company(rng: random.Random) -> str:
    return rng.choice(_FORMS).format(rng.choice(_company_parts("start")) + rng.choice(_company_parts("end")))


@cache
def _company_parts(place: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in read_lexicon("company_parts") if row["place"] == place)


@cache
def _givens() -> tuple[str, ...]:
    return tuple(row["form"] for row in read_lexicon("given_names")[:4000])


@cache
def _families() -> tuple[str, ...]:
    return tuple(row["form"] for row in read_lexicon("family_names"))


@cache
def _town_list() -> tuple[str, ...]:
    return tuple(row["form"] for row in read_lexicon("communes") if not row["form"].startswith(("Le ", "La ", "Les ")))


@cache
def _communes() -> frozenset[str]:
    return frozenset(_town_list())
