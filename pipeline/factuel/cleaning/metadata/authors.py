"""Authors: persons before agencies, from markup and from bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from factuel.cleaning.typography import normalise_line
from factuel.models import read_lexicon

_NAME: Final = r"(?:[A-ZÀ-ÝŠŽČĆ][\w'.’-]*)"
_PARTICLE: Final = r"(?:d[eu]|des|van|von|der|den|le|la|el|al|ben|bin|d'|di|da|dos|y)"
_PERSON: Final = rf"{_NAME}(?:[ -](?:{_PARTICLE} ?)*{_NAME}){{0,4}}"
_LEAD: Final = (
    r"(?:(?:article |texte |textes |propos |reportage |enquête |récit |interview )?(?:rédigée?|écrite?|réalisée?|recueillis|signée?|publiée?|proposée?)? ?(?:par|by)"
    r"|auteurs?(?: de l'article)?|autrice|texte(?: et photos?)?|journaliste|(?:de )?notre (?:correspondante?|envoyée?) (?:spéciale? )?(?:(?:à|au|en) \w+)?)\s*[:,]?\s+"
)
_BYLINE: Final = re.compile(
    rf"(?i:{_LEAD})(?P<names>{_PERSON}(?:\s*(?:,|;|/|&|\bet\b|\bavec\b|\bpour\b|,? avec l')\s*(?:agence |l')?{_PERSON}){{0,5}})"
    r"(?P<rest>\s*(?:[,(|•–-]\s*.{0,60})?)"
)
_BARE: Final = re.compile(rf"[(\[–-]?\s?(?P<names>{_PERSON}(?:\s*(?:,|/|et|avec|&)\s*{_PERSON}){{0,3}})\s?[)\]]?\.?")
_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Ý](?:-[A-ZÀ-Ý])?\.\s?){2,4}")
_STRIP: Final = re.compile(
    r"^(?:(?:article |propos |texte )?(?:rédigé|écrit|recueillis|publié|réalisé)?\s*(?:par|by)\b|auteure?s?\b|autrice\b|propos recueillis\b)\s*:?\s*",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s*(?:[;|/]|,(?! Jr)|\bet\b|&|\band\b)\s*")
_ADDRESS: Final = re.compile(r"https?:|www\.|@|\.(?:fr|com|org|be|ch)\b|^\d+$", re.IGNORECASE)
_MAX_NAME: Final = 60


def read_byline(text: str) -> list[str]:
    """Return the names of a line that is a byline and nothing else ("Par Jeanne Petit, avec AFP"), else nothing."""
    if len(text) > 160:
        return []
    text = text.strip(" -–—|•>")
    found = _BYLINE.fullmatch(text)
    if found is not None:
        return tidy_authors([found["names"]])
    if _INITIALS.fullmatch(text):
        return [text]
    return [text] if text.strip("()[]. ").lower() in agencies() else []


def is_bare_name(text: str) -> bool:
    """Say whether a line is one or several names and nothing else, the first word a given name."""
    found = _BARE.fullmatch(text) if len(text) <= 100 else None
    return found is not None and " " in found["names"] and found["names"].split(" ")[0].split("-")[0] in _given_names()


def tidy_authors(values: Iterable[str], site: str | None = None) -> list[str]:
    """Return the names in `values`, one each, without "Par" and addresses, persons first; the site only if alone."""
    names: list[str] = []
    for value in values:
        for part in _parts(normalise_line(value)):
            if part.casefold() not in {name.casefold() for name in names}:
                names.append(part)
    persons = [name for name in names if name.lower() not in agencies() and not _is_site(name, site)]
    others = [name for name in names if name.lower() in agencies()]
    return [*persons, *others] or names


def _parts(value: str) -> list[str]:
    value = _STRIP.sub("", value).strip(" .,;:-–|•()")
    value = re.sub(r",\s*(?:avec|with)\s+(?:l')?|(?<=[a-zà-ÿ] )(?<=\w \w\w )avec (?:l')?(?=[A-Z])", "; ", value)
    parts = (_STRIP.sub("", part).strip(" .,;:-–|•()") for part in _SPLIT.split(value))
    return [part for part in parts if 1 < len(part) <= _MAX_NAME and not _ADDRESS.search(part)]


def _is_site(name: str, site: str | None) -> bool:
    plain = re.sub(r"\W", "", name).casefold()
    known = re.sub(r"\W|\.(?:fr|com|be|ch|org|net)$", "", site or "").casefold()
    return bool(known) and (
        plain == known or plain in {"laredaction", "redaction", "rédaction", "larédaction", "admin"}
    )


@cache
def agencies() -> frozenset[str]:
    """Return the names of news agencies in lower case."""
    return frozenset(row["form"] for row in read_lexicon("news_agencies"))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["form"] for row in read_lexicon("given_names"))
