"""Verbs of opening, growing and shrinking that tell of no site here: "ouvrir l'accès", "ouvrir grand ses portes",
"licencier" where no site and no place is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.site_words import is_site, jobs_after

_OPENS: Final = frozenset({"ouvrir", "rouvrir"})
_ARTICLES: Final = frozenset({"l'", "l’", "le", "la", "les"})
_DOORS: Final = frozenset({"portes", "rideau"})
_WIDE: Final = frozenset({"grand", "grande", "grandes"})


def is_other_opening(context: FactContext, verb: Token, row: Mapping[str, str]) -> bool:
    """Return whether a verb of change has another sense than that of a site that changes."""
    if row["lemma"] in _OPENS:
        return _opens_other(context, verb)
    if row["lemma"] == "licencier":
        return context.setting.place_of(verb) is None and not any(is_site(word) for word in _after(verb, 8))
    if row["lemma"] == "moderniser":
        return verb.i > 0 and verb.nbor(-1).lower_ == "pour" and jobs_after(verb) is None
    return False


def _opens_other(context: FactContext, verb: Token) -> bool:
    """Return whether something else than a site is opened: "a ouvert l'accès au parc", "a ouvert grand ses portes aux
    journalistes"."""
    words = _after(verb, 3)
    if not words:
        return False
    if words[0].lower_ in _WIDE:
        return any(word.lower_ in _DOORS for word in words)
    if words[0].lower_ not in _ARTICLES or len(words) < 2 or words[1].pos_ != "NOUN":
        return False
    dated = any(day.start <= words[1].idx < day.end for day in context.dates)
    return not dated and not is_site(words[1]) and words[1].lower_ not in _DOORS and _is_site_before(verb)


def _is_site_before(verb: Token) -> bool:
    """Return whether the verb's site could only be its subject: no site follows it."""
    return not any(is_site(word) for word in _after(verb, 12))


def _after(verb: Token, count: int) -> list[Token]:
    return [word for word in verb.doc[verb.i + 1 : verb.i + 1 + count] if sent_of(word) == sent_of(verb)]
