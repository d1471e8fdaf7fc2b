"""Whose a changing site is, and where it stands: the name or possessive of its own phrase, who acts, the article's."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import reference
from factuel.facts.clauses import name_beside
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.factuality import factuality_of
from factuel.facts.nearby import name_after
from factuel.facts.owners import acting_organisation, is_verb, possessed_by, topic_owner
from factuel.facts.seats import AT, OF
from factuel.facts.syntax import has_feature
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, Factuality

_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_DEFINITE: Final = frozenset({"le", "la", "l'", "l’", "les", "du", "au"})
_TOWARDS: Final = frozenset({"à", "vers", "au", "en", "dans"})
_SKIPPED: Final = frozenset({"de", "d'", "d’", "à", "ne", "n'", "n’", "pas", "y", "se", "s'", "s’", "en"})
_FUTURE: Final = ("era", "eront", "ira", "iront", "dra", "dront")


def owner_by_phrase(context: FactContext, site: Token) -> EntityRef | None:
    """Return the organisation that a site's own phrase names or owns: "l'usine Lumeo", "son usine", "l'usine de Lens du
    groupe Lumeo"."""
    beside = name_beside(site)
    if beside is not None and beside.label_ == "ORG":
        return reference(context, beside)
    if _POSSESSIVES & before(site, 4):
        return possessed_by(context, site)
    return reference(context, name_after(site, "ORG", OF, reach=7))


def owner_by_topic(context: FactContext, site: Token) -> EntityRef | None:
    """Return the organisation that the article is about for a definite site of the kind that companies own."""
    owned = site.lower_ in read_words("site_nouns", owned="1")
    return topic_owner(context, site) if owned and _DEFINITE & before(site, 2) else None


def owner_by_clause(context: FactContext, verb: Token, *, passive: bool) -> EntityRef | None:
    """Return the organisation that opens or closes: the agent of a passive, else the subject."""
    if passive:
        return reference(context, name_after(verb, "ORG", frozenset({"par"}), reach=8))
    return acting_organisation(context, verb)


def before(word: Token, count: int) -> set[str]:
    """Return the words before a word in its sentence, in lower case."""
    return {w.lower_ for w in word.doc[max(text_sentence(word).start, word.i - count) : word.i]}


def site_place(context: FactContext, anchor: Token, site: Token | None, change: str) -> EntityRef | None:
    """Return where the site stands, as its own phrase says, or where it moves; null when only the clause may tell."""
    span: Span | None = None
    if change == "relocation":
        span = name_after(anchor, "LOC", _TOWARDS, reach=8)
    elif site is not None:
        span = name_after(site, "LOC", OF | AT, reach=6)
        between = [word.text for word in site.doc[site.i + 1 : span.start]] if span is not None else []
        span = None if "," in between[1:] or "après" in between else span
    if span is None or span.label_ != "LOC":
        return None
    return reference(context, span, frozenset({"place"}))


def change_factuality(anchor: Token, *, noun: bool) -> Factuality:
    """Return the factuality of a change, with what the parse misses: the verb before an infinitive ("compte ouvrir")
    and the future of the verb that a noun of action is the subject of ("L'extension coûtera")."""
    found = factuality_of(anchor)
    if found != "asserted":
        return found
    if noun:
        following = next((w for w in anchor.doc[anchor.i + 1 : text_sentence(anchor).end] if is_verb(w)), None)
        ahead = following is not None and following.lower_.endswith(_FUTURE)
        return "planned" if ahead and anchor.i <= text_sentence(anchor).start + 2 else found
    if has_feature(anchor, "VerbForm", "Inf"):
        at = anchor.i - 1
        while at > 0 and anchor.doc[at].lower_ in _SKIPPED:
            at -= 1
        row = verb_forms("factuality_verbs").get(anchor.doc[at].lower_)
        return row["effect"] if row is not None else found  # type: ignore[return-value]
    return found
