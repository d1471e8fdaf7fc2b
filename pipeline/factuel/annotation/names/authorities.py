"""Who stands in the complement of a head noun: a town that acts as an authority, a body known by heart, a country."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.capitals import known_end
from factuel.annotation.names.lexicon import Head, Known
from factuel.annotation.names.reading import Reading

_FREQUENT: Final = 100
"""Births that make a given name frequent."""
_NEAR: Final = 5
_HELPERS: Final = frozenset({"a", "lui", "nous", "en", "y", "se", "s'", "n'", "ne"})
_PARTICIPLES: Final = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
_BODIES: Final = frozenset({"company", "party", "union"})


def acts(r: Reading, i: int, end: int) -> bool:
    """Return whether the town or department whose name ends before token `end`, and whose noun is token i, acts as an
    authority ("la ville de Lure finance", "avec la commune de Lure", "l'aide du département de la Marne")."""
    article, before = (r.low[i - 1] if i else ""), (r.low[i - 2] if i > 1 else "")
    if article not in {"la", "le", "du"} or before in r.lexicon.cues["where"]:
        return False
    if r.low[i] == "département" or before == "avec":
        return True
    canton = r.low[i] == "canton" and article == "le"
    if (article != "la" and not canton) or before == "de" or end >= len(r):
        return False
    verb = min(end + (r.low[end] in _HELPERS), len(r) - 1)
    return (r.low[end] == "a" or r.pos[verb] in {"VERB", "AUX"}) and r.low[verb] not in r.lexicon.cues["state"]


def is_where(r: Reading, i: int, head: Head) -> bool:
    """Return whether the institution whose noun is token i is only the place of what happens ("en mairie de Lure",
    "réunis à la mairie de Lure"), and not who is asked or told ("demande à la mairie de Lure")."""
    if not i or r.low[i - 1] == "en":
        return i > 0
    if head.words[0] == "mairie" and any(low in r.lexicon.cues["room"] for low in r.low[max(0, i - _NEAR) : i]):
        return True
    if head.words[0] != "mairie" or i < 3 or r.low[i - 1] != "la" or r.low[i - 2] not in {"à", "devant", "vers"}:
        return False
    before = r.low[i - 3]
    told = before in r.lexicon.cues["to"] or (r.pos[i - 3] == "VERB" and not before.endswith(_PARTICIPLES))
    return not told and not r.start[i - 2]


def is_body(r: Reading, i: int) -> bool:
    """Return whether a company, party or union known by heart is named at token i ("la direction de la SNCF")."""
    return any(known.kind in _BODIES for known in _known_at(r, i))


def is_person_at(r: Reading, i: int) -> bool:
    """Return whether somebody is named in full at token i, by a frequent given name ("l'équipe de Zoé Morel")."""
    if i + 1 >= len(r) or r.lexicon.given.get(r.folded[i], 0) < _FREQUENT or not r.text[i + 1].istitle():
        return False
    return not r.is_common(i + 1) and r.low[i - 1] in {"de", "d'"} and not r.known(i, i + 2)


def is_country(r: Reading, i: int) -> bool:
    """Return whether a country or continent is named at token i."""
    return any(known.kind in {"country", "continent"} for known in _known_at(r, i))


def _known_at(r: Reading, i: int) -> tuple[Known, ...]:
    return r.known(i, max(i + 1, known_end(r, i)))
