"""Several members or several groups by one word ("Lumeo et Ardan, membres de", "détenue par Lumeo et Ardan"), and a
group in brackets or after a comma: "Lumeo (groupe Ardan)", "Lumeo, du groupe Ardan, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import reference
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence, tokens_among
from factuel.facts.ownership import Tie
from factuel.models import read_words
from factuel.records import EntityRef

_PLURAL: Final = ("s", "ent", "ont")
_HAVE: Final = frozenset({"ont", "sont", "avaient", "vont", "font", "étaient"})
_OWNED: Final = frozenset({"détenue", "détenu", "contrôlée", "contrôlé", "possédée", "coentreprise", "filiale"})
_BETWEEN: Final = 6
"""Tokens from one name to the next that "et" ties: "et à 40 % par la société"."""
_OPENING: Final = frozenset({",", "("})
_CLOSING: Final = frozenset({",", ")", "."})


def companions(context: FactContext, tie: Tie) -> Iterator[Tie]:
    """Yield the tie, and those of the names that "et" ties to its member or, of an owned company, to its group."""
    yield tie
    if _is_plural(tie.word):
        for other in _tied(context, tie.word, tie.member):
            yield Tie(tie.word, other, tie.group, tie.relation, tie.factuality)
    if tie.word.lower_ in _OWNED:
        for other in _tied(context, tie.word, tie.group):
            yield Tie(tie.word, tie.member, other, tie.relation, tie.factuality)


def _is_plural(word: Token) -> bool:
    before = {w.lower_ for w in word.doc[max(0, word.i - 3) : word.i]}
    return word.lower_.endswith(_PLURAL) or bool(before & _HAVE)


def _tied(context: FactContext, word: Token, ref: EntityRef) -> list[EntityRef]:
    """Return the organisations right beside a name in the word's sentence, with "et" and no verb between."""
    spans = [span for span in names_in(text_sentence(word)) if span.label_ == "ORG"]
    found = []
    for one, other in pairwise(spans):
        refs = reference(context, one), reference(context, other)
        if not _joined(one, other) or (one.start < word.i) != (other.start < word.i):
            continue
        for own, further in (refs, refs[::-1]):
            if own is not None and further is not None and own == ref and further != ref:
                found.append(further)
    return found


def _joined(one: Span, other: Span) -> bool:
    between = one.doc[one.end : other.start]
    tied = 0 < len(between) <= _BETWEEN and between[0].lower_ == "et"
    return tied and not any(word.pos_ in {"VERB", "AUX"} or word.text == "," for word in between)


def groups_beside(context: FactContext) -> Iterator[Tie]:
    """Yield each company with the group in brackets or commas right after its name."""
    for noun in tokens_among(context.doc, {"groupe"}):
        at = noun.i - 1
        introduced = noun.doc[at].lower_ == "du" if at > 0 else False
        at -= introduced
        if at < 1 or noun.doc[at].text not in _OPENING or (noun.doc[at].text == "," and not introduced):
            continue
        names = {span.start: span for span in names_in(text_sentence(noun)) if span.label_ == "ORG"}
        group = names.get(noun.i + 1) or names.get(noun.i + 2) or names.get(noun.i)
        member = next((span for span in names.values() if span.end == at), None)
        if group is None or member is None or group.end >= len(noun.doc) or noun.doc[group.end].text not in _CLOSING:
            continue
        refs = reference(context, member), reference(context, group)
        if (
            refs[0] is not None
            and refs[1] is not None
            and refs[0].name.split(" ")[0] not in read_words("public_bodies")
        ):
            yield Tie(noun, refs[0], refs[1], "subsidiary", "asserted")
