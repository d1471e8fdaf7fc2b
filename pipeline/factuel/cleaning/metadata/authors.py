"""Authors: persons before agencies, from markup and from bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from factuel.cleaning.language import function_words
from factuel.cleaning.metadata.wording import page_words
from factuel.cleaning.typography import normalise_line
from factuel.models import read_lexicon

_NAME: Final = r"(?:[A-ZÀ-ÝŠŽČĆĐŁ][\w'.]*(?:-[\w'.]+)*)"
_PARTICLE: Final = r"(?:d[eu]|des|van|von|der|den|le|la|el|al|ben|bin|di|da|dos|y)"
_PERSON: Final = rf"{_NAME}(?: (?:{_PARTICLE} ){{0,3}}(?:d')?{_NAME}){{0,4}}"
_JOIN: Final = r"\s*(?:,? avec(?: l'| la )?|,|;|/|&|\bet\b)\s*(?:agence |l')?"
_NAMES: Final = rf"(?P<names>{_PERSON}(?:{_JOIN}{_PERSON}){{0,5}})"
_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Ý](?:-[A-ZÀ-Ý])?\.\s?){2,4}")
_SPLIT: Final = re.compile(r"\s*(?:[;|/]|,(?! Jr)|\bet\b|&|\band\b)\s*")
_WITH: Final = re.compile(r"^([A-ZÀ-Ý]\S+ .*?),? avec (?:l'|la )?(?=\S)")
_ADDRESS: Final = re.compile(r"https?:|www\.|@|\.(?:fr|com|org|be|ch)\b|^\d+$", re.IGNORECASE)
_EDGES: Final = " .,;:-–—|•()>"
_MAX_NAME: Final = 60


def read_byline(text: str) -> list[str]:
    """Return the names of a line that is a byline and nothing else ("Par Jeanne Petit, avec AFP"), else nothing."""
    if len(text) > 160:
        return []
    text = text.strip(" -–—|•>")
    found = _forms().line.fullmatch(text)
    if found is not None:
        return tidy_authors([found["names"]])
    if _INITIALS.fullmatch(text):
        return [text]
    return [text] if text.strip("()[]. ").lower() in agencies() else []


def has_byline(text: str) -> bool:
    """Say whether a line opens or goes on with "Par" or "Auteur :" and a name."""
    return _forms().inside.search(text) is not None


def find_names(text: str) -> list[str]:
    """Return the names in a part of the page that is a byline: after "Par", else what it opens with."""
    text = _forms().after.sub("", text.strip(_EDGES))
    found = _forms().inside.search(text) or _forms().bare.match(text)
    names = tidy_authors([found["names"]]) if found is not None else []
    return [name for name in names if not _is_phrase(name)]


def _is_phrase(name: str) -> bool:
    """Say whether what was read as a name is words of the page: a function word, or one word that is no agency."""
    words = name.lower().split()
    return bool(function_words().intersection(words)) or (len(words) == 1 and words[0] not in agencies())


def has_given_name(name: str) -> bool:
    """Say whether the first word of a name is a given name, or an initial."""
    first = name.split()[0].split("-")[0]
    return first.capitalize() in _given_names() or first.endswith(".")


def tidy_authors(values: Iterable[str], site: str | None = None) -> list[str]:
    """Return the names in `values`, one each, without "Par" and addresses, persons first; the site only if alone."""
    names: list[str] = []
    for value in values:
        if _ADDRESS.match(value.strip()):
            continue
        for part in _parts(normalise_line(value)):
            if part.casefold() not in {name.casefold() for name in names}:
                names.append(part)
    persons = [name for name in names if is_person(name, site)]
    others = [name for name in names if name not in persons]
    return [*persons, *(name for name in others if not _is_site(name, site))] or names


def is_person(name: str, site: str | None) -> bool:
    """Say whether an author is a person as far as its form shows: no agency, not the site, not an address."""
    return name.lower() not in agencies() and not _is_site(name, site) and len(name.split()) > 1 and name[0].isupper()


def _parts(value: str) -> list[str]:
    lead = _forms().lead
    value = lead.sub("", value).strip(_EDGES)
    value = _WITH.sub(r"\1; ", value)
    parts = (lead.sub("", part).strip(_EDGES) for part in _SPLIT.split(value))
    return [part for part in parts if 1 < len(part) <= _MAX_NAME and not _ADDRESS.search(part)]


def _is_site(name: str, site: str | None) -> bool:
    plain = re.sub(r"\W", "", name).casefold()
    known = re.sub(r"\W|\.(?:fr|com|be|ch|org|net)$", "", site or "").casefold()
    return (bool(known) and plain == known) or _forms().newsroom.fullmatch(name) is not None


@dataclass(frozen=True)
class _Forms:
    """The patterns of bylines: a whole line, one inside a line, bare names, what leads and what follows them."""

    line: re.Pattern[str]
    inside: re.Pattern[str]
    bare: re.Pattern[str]
    lead: re.Pattern[str]
    after: re.Pattern[str]
    newsroom: re.Pattern[str]


@cache
def _forms() -> _Forms:
    lead = rf"(?:{page_words('byline_lead')})\s*[:,]?\s+"
    after = page_words("after_name")
    return _Forms(
        line=re.compile(rf"(?i:{lead}){_NAMES}\s*(?:[,(|•–-]\s*.{{0,60}})?"),
        inside=re.compile(rf"(?:^|[|•·–>.-] ?|\b(?=[PR]))(?i:{lead}){_NAMES}"),
        bare=re.compile(rf"[(\[–-]?\s?{_NAMES}(?=$|[)\]|•·,]|\s[–-]|\s(?i:{after}))"),
        lead=re.compile(rf"^(?:{page_words('byline_lead')})\b\s*:?\s*", re.IGNORECASE),
        after=re.compile(rf"\s+(?:{after}).*$", re.IGNORECASE),
        newsroom=re.compile(page_words("newsroom"), re.IGNORECASE),
    )


@cache
def agencies() -> frozenset[str]:
    """Return the names of news agencies in lower case."""
    return frozenset(row["form"] for row in read_lexicon("news_agencies"))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["form"] for row in read_lexicon("given_names"))
