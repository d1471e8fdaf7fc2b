"""What stands after a name says of it: an age, a party, an apposition, the verb."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.reading import Reading

_INTRODUCED: Final = 3.0
_SOMEBODY: Final = 2.0
"""What makes a name somebody's, so that a bare noun after it is no work ("l'Érythréen X, forfait")."""


def weigh_after(r: Reading, c: Candidate) -> None:
    """Add what stands after the candidate to its evidence."""
    i = c.end
    if i >= len(r) or r.newline[i]:
        return
    cues = r.lexicon.cues
    if r.text[i] == "(" and i + 1 < len(r):
        _weigh_parenthesis(r, c, i + 1)
    if r.text[i] == "," and i + 1 < len(r):
        _weigh_apposition(r, c, i + 1)
    k = (
        i + 1
        if r.low[i] in {"a", "ont", "va", "vient", "avait", "s'", "se", "est", "n'", "ne"} and i + 1 < len(r)
        else i
    )
    if r.low[k] in cues["person.say"]:
        c.hint("PER", 0.7)
    if r.low[k] in cues["organisation.act"]:
        c.hint("ORG", 1.0)
    before = r.low[c.start - 1] if c.start else ""
    if before in cues["person.say"] or before in {"-t-il", "-t-elle", "-il", "-elle"}:
        c.hint("PER", 0.7)


def _weigh_parenthesis(r: Reading, c: Candidate, i: int) -> None:
    word = r.text[i]
    if len(word) == 2 and word.isupper() and r.text[i + 1 : i + 2] == [")"] and c.scores["LOC"]:
        c.hint("LOC", 1.0)
    if word.isdigit() and i + 1 < len(r) and r.low[i + 1] in {"ans", "an"}:
        c.hint("PER", 3.0)
    for known in r.lexicon.known.get(r.folded[i], ()):
        if known.label == "LOC" and known.weight >= 3 and r.text[i][0].isupper():
            c.hint("LOC", 1.5)
    if any(known.kind == "party" for known in r.lexicon.known.get(r.folded[i], ())):
        c.hint("PER", 3.0)


def _weigh_apposition(r: Reading, c: Candidate, i: int) -> None:
    if r.text[i].isdigit() and i + 1 < len(r) and r.low[i + 1] == "ans":
        c.hint("PER", 3.0)
        return
    k = i
    while k < min(len(r) - 1, i + 4) and (
        r.low[k]
        in {
            "le",
            "la",
            "l'",
            "son",
            "sa",
            "notre",
            "leur",
            "un",
            "une",
            "ancien",
            "ancienne",
            "nouveau",
            "nouvelle",
            "actuel",
            "ex",
            "ce",
            "cet",
            "cette",
            "premier",
            "première",
            "dernier",
            "dernière",
        }
    ):
        k += 1
    if r.low[k] in r.lexicon.functions or r.low[k].startswith("ex-"):
        c.hint("PER", 2.0)
    elif r.low[k] in r.lexicon.heads:
        head = r.lexicon.heads[r.low[k]][-1]
        bare = head.label == "MISC" and head.direct == "out" and c.local["PER"] < _SOMEBODY
        if head.label != "PER" and len(head.words) == 1 and (k > i or bare):
            c.hint(head.label, _INTRODUCED if head.label == "MISC" else 1.2)
    if r.low[i] == "dont" and any(low in r.lexicon.cues["asset"] for low in r.low[i + 1 : i + 4]):
        c.hint("ORG", 2.0)
    if r.low[i] in {"filiale", "spécialiste", "spécialisé", "spécialisée", "leader", "basée", "basé", "propriété"}:
        c.hint("ORG", 2.0)
