"""Parties and clubs of people: "Karim Haddad (PS)", "Rui Ferreira (34 ans, Vélo Club)", "Zoé Marquis, du mouvement
Ardan"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of, text_sentence
from factuel.facts.ownership import Tie
from factuel.models import read_words

_REACH: Final = 4
_FAR: Final = 7
_CODE: Final = 3
"""Letters of the code of a nation beside a competitor ("Esp")."""


def party_members(context: FactContext) -> Iterator[Tie]:
    """Yield each person with the party or club that brackets or "du" tie to the name."""
    for person in context.doc.ents:
        if person.label_ != "PER" or person.end + 1 >= len(context.doc):
            continue
        group = _bracketed(person) or _introduced(person)
        if group is None:
            continue
        member, club = (context.index.entity_at(span.start_char, span.end_char) for span in (person, group))
        if member is not None and club is not None:
            yield Tie(group.root, context.index.ref(member), context.index.ref(club), "member", "asserted")


def _bracketed(person: Span) -> Span | None:
    opening, doc = person.end, person.doc
    if doc[opening].text != "(":
        return None
    group = next((span for span in names_in(sent_of(person)) if opening < span.start <= opening + _REACH), None)
    if group is None or group.label_ != "ORG" or group.end >= len(doc) or doc[group.end].text != ")":
        return None
    nation = len(group.text) == _CODE and group.text.istitle()
    if (
        nation
        or _is_acronym(person.text, group.text)
        or any(_describes(word) for word in doc[opening + 1 : group.start])
    ):
        return None
    return group


def _describes(word: Token) -> bool:
    return word.pos_ in {"NOUN", "VERB"} and word.lower_ not in {"ans", "an"}


def _introduced(person: Span) -> Span | None:
    """Return the party of "Zoé Marquis, du mouvement Inseme": a noun of parties stands between."""
    doc, at = person.doc, person.end
    if at + 4 < len(doc) and doc[at].text == "," and doc[at + 2].lower_ == "ans" and doc[at + 3].text == ",":
        at += 3
    if doc[at].text != "," or doc[at + 1].lower_ not in {"du", "de"}:
        return None
    group = next((span for span in names_in(text_sentence(person.root)) if at + 1 < span.start <= at + _FAR), None)
    between = list(doc[at + 2 : group.start]) if group is not None else []
    plain = all(word.pos_ in {"NOUN", "ADJ", "DET", "ADP"} for word in between)
    moved = plain and {word.lower_ for word in between} & read_words("movement_nouns")
    return group if group is not None and group.label_ == "ORG" and moved else None


def _is_acronym(name: str, short: str) -> bool:
    """Return whether capitals in brackets end with the initials of what stands before: the end of a longer name, which
    was taken for a person's ("Caisse solidaire Haute Drôme (CSHD)")."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(short) > len(initials) > 1 and short.isupper() and short.endswith(initials)
