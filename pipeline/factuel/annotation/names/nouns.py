"""Which head noun stands at a token: one of the lexicon, its plural, or a common noun with a capital not due."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.capitals import is_demonym, is_ministry, joins_common_head
from factuel.annotation.names.lexicon import Head
from factuel.annotation.names.reading import Reading

NOMINAL: Final = frozenset({"NOUN", "PROPN", "X"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_SUBJECTS: Final = frozenset({"qui", "il", "elle", "on", "ne", "se", "nous", "vous", "lui", "leur"})


_WAYS: Final = frozenset({"chaussée", "impasse"})
"""Streets that the tagger takes for verbs or adjectives when no article stands before them."""
_CLOSERS: Final = frozenset({"»", "”", '"'})


def find_head(r: Reading, i: int) -> tuple[Head, int] | None:
    """Return the longest head noun at token i with its end."""
    if r.text[i] == "CFA" and i and r.low[i - 1] in {"franc", "francs"}:
        return None
    if _is_given_name(r, i) or r.text[i] in r.lexicon.words["capital.head"]:
        return None
    for head in r.lexicon.heads.get(r.low[i], ()):
        end = i + len(head.words)
        if end <= len(r) and all(r.low[i + k] == word for k, word in enumerate(head.words)):
            plain = r.text[i].islower() and len(head.words) == 1
            allowed = NOMINAL | {"ADJ"} if head.direct == "out" else NOMINAL
            if plain and head.label == "MISC" and _is_predicate(r, i):
                return None
            if plain and r.pos[i] not in allowed and head.label != "MISC" and head.words[0] not in _WAYS:
                return None
            return head, end
    return _plural(r, i) or _implicit_head(r, i)


def _is_given_name(r: Reading, i: int) -> bool:
    """Return whether a noun with a capital is a given name before an unlisted family name ("Roman Vesterka")."""
    if not r.text[i].istitle() or i + 1 >= len(r) or r.folded[i] not in r.lexicon.given:
        return False
    follows = r.text[i + 1].istitle() and not r.start[i + 1] and not r.is_common(i + 1)
    return follows and r.folded[i + 1] not in r.lexicon.known and r.folded[i + 1] not in r.lexicon.given


def _is_predicate(r: Reading, i: int) -> bool:
    """Return whether token i is the verb of a pronoun or of a quotation ("qui livre Bombardier", "», montre Léa"), or
    a means ("raconte par téléphone Léa Morel")."""
    if i > 1 and r.text[i - 1] == "," and r.text[i - 2] in _CLOSERS:
        return True
    return i > 0 and ((r.pos[i] == "VERB" and r.low[i - 1] in _SUBJECTS) or r.low[i - 1] == "par")


def _plural(r: Reading, i: int) -> tuple[Head, int] | None:
    """Return the head of which token i is the plural, which only announces names ("les drones Guêpe-2")."""
    if not r.text[i].islower() or not r.text[i].endswith("s") or r.pos[i] != "NOUN":
        return None
    for head in r.lexicon.heads.get(r.low[i][:-1], ()):
        if len(head.words) == 1 and head.direct == "out":
            return Head((r.low[i],), head.label, "-", "out", "no"), i + 1
    return None


def _implicit_head(r: Reading, i: int) -> tuple[Head, int] | None:
    """A common noun with a capital that is not due is the head of an institution: "Crédit rural du Limousin"."""
    if not r.capital[i] or r.shout[i] or not joins_common_head(r, i, i + 1) or r.text[i] in r.lexicon.words["never"]:
        return None
    if (
        r.low[i] in r.lexicon.functions
        or is_demonym(r, i)
        or is_ministry(r, i)
        or r.pos[i] in {"ADP", "CCONJ", "SCONJ", "PRON"}
    ):
        return None
    end = i + 1
    if end < len(r) and r.capital[end] and joins_common_head(r, end, end + 1) and r.pos[end] in _NOUNS:
        end += 1
    if (end < len(r) and r.capital[end]) or (end == i + 1 and r.folded[i] in r.lexicon.known):
        return None
    return Head((r.low[i],), "ORG", "-", "-", "yes", implicit=True), end


def is_written_out(r: Reading, head: Head, i: int, end: int) -> bool:
    """Return whether a head of several words has a capital inside ("palais des Congrès"), and so is a name."""
    return len(head.words) > 1 and head.low == "yes" and r.text[end - 1][0].isupper() and not r.shout[i]


def is_numbered(r: Reading, head: Head, i: int, end: int) -> bool:
    """Return whether a text is named by its number ("résolution 1499")."""
    if head.label != "MISC" or head.direct != "in" or r.pos[i] not in NOMINAL:
        return False
    return end < len(r) and r.text[end].isdigit() and len(r.text[end]) > 2
