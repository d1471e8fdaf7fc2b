"""How the names of a figure's sentence stand to it: their relation of syntax, preposition and verb, on either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.figure_candidates import Clues, Named
from factuel.facts.figure_clause import Clause
from factuel.facts.syntax import ancestors, governing_verb, preposition
from factuel.models import read_words
from factuel.records import Entity

_FAR: Final = 3
"""Names farther off than this are all as far."""


def read_roles(clues: Clues, context: FactContext, clause: Clause) -> None:
    """Add the clues of how each name of the sentence stands to the figure of `clause`."""
    span = clause.span
    around = context.index.spans_in(clause.sentence.start_char, clause.sentence.end_char)
    above = {word.i for word in ancestors(clause.verb)}
    sides = {"before": [n for n in reversed(around) if n[1] <= span.start_char]}
    sides["after"] = [name for name in around if name[0] >= span.end_char]
    for side, names in sides.items():
        for rank, (start, end, entity) in enumerate(_first_mentions(names)):
            word = _head_of(context, start, end)
            for role in _roles(word, clause.verb, above):
                clues.add(f"{side}: {role}", [entity])
            clues.add(f"{side}: rank {min(rank, _FAR)}", [entity])
            if any(one.dep_ == "acl:relcl" and one.i not in clause.above for one in ancestors(word)):
                clues.add(f"{side}: in a relative clause", [entity])


def _first_mentions(names: Named) -> Named:
    """Return the first mention of each entity, in the order given."""
    found: dict[str, tuple[int, int, Entity]] = {}
    for name in names:
        found.setdefault(name[2].id, name)
    return list(found.values())


def _head_of(context: FactContext, start: int, end: int) -> Token:
    """Return the word of a name on which its others depend."""
    word = context.token_at(start)
    while word.head != word and start <= word.head.idx < end:
        word = word.head
    return word


def _roles(word: Token, verb: Token, above: set[int]) -> Iterator[str]:
    """Yield the relation of a name, its preposition, and whether its verb is the figure's, above it, below or apart."""
    own = governing_verb(word)
    apart = "below" if any(one.i == verb.i for one in ancestors(own)) else "aside"
    place = "same" if own == verb else "above" if own.i in above else apart
    written = preposition(word)
    link = written if written in read_words("name_prepositions") else "other" if written else "none"
    yield f"dep {word.dep_}"
    yield f"prep {link}"
    yield f"verb {place}"
    yield f"verb {place} dep {word.dep_}"
    yield f"verb {place} prep {link}"
