"""In an article about matches, a town that plays is its team."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.reading import Reading

_SCORE: Final = re.compile(r"\d{1,3}-\d{1,3}$")
_MIN_WORDS: Final = 4
_MIN_SHARE: Final = 0.008
_TEAM: Final = 6.0
_WEAK_TEAM: Final = 4.5
_NO_TOWN: Final = -2.0
"""What speaks against the town itself where its team is sure ("Bourg-de-Péage" looks like a place more than others)."""
_COME: Final = frozenset({"arrivé", "arrivée", "arrivés", "transféré", "recruté", "prêté", "débarqué", "transfuge"})
_RESERVES: Final = frozenset({"B", "C", "II"})
_NEAR: Final = 4
_FAR: Final = 6
_PLACE_PREPOSITIONS: Final = frozenset(
    {"à", "a", "en", "dans", "au", "aux", "vers", "de", "d'", "du", "des", "près", "chez"}
)
_ARTICLES: Final = frozenset({"le", "la", "les", "l'"})


def mark_teams(r: Reading, candidates: list[Candidate]) -> None:
    """Give weight to ORG for the towns that play, when the article is about matches."""
    cues = r.lexicon.cues
    words = sum(low in cues["match"] for low in r.low) + 2 * sum(_SCORE.match(text) is not None for text in r.text)
    if words < _MIN_WORDS or words < _MIN_SHARE * len(r):
        return
    towns = [
        c for c in candidates if not c.head and (c.best()[0] == "LOC" or (c.scores["LOC"] > 0 and c.best()[0] != "PER"))
    ]
    weights = [_team_weight(r, c) for c in towns]
    teams = {c.key for c, weight in zip(towns, weights, strict=True) if weight == _TEAM}
    playing = {c.key for c, weight in zip(towns, weights, strict=True) if weight}
    _spread_along_lists(r, towns, weights)
    for c, weight in zip(towns, weights, strict=True):
        if c.key in playing and not _after_place_preposition(r, c):
            weight = _team_again(weight, c.key in teams, r.shout[c.start])
        c.hint_alone("ORG", weight)
        c.hint_alone("LOC", _NO_TOWN if weight == _TEAM else 0.0)


def mark_clubs(r: Reading, candidates: list[Candidate]) -> None:
    """Give weight to ORG for the towns of a list that "clubs" opens ("les clubs présents, Lure, Vesoul")."""
    listed = -1
    for c in candidates:
        goes_on = c.start - listed == 1 and r.low[listed] in {",", "et", ";"}
        town = not c.head and c.scores["LOC"] > 0
        if town and (goes_on or _opens_clubs(r, c.start)):
            c.hint_alone("ORG", _TEAM)
            listed = c.end
        else:
            listed = c.end if goes_on else -1


def _opens_clubs(r: Reading, i: int) -> bool:
    """Return whether "clubs" stands before token i, at most an adjective and a comma or colon between."""
    k = i - 1
    if k > 0 and r.text[k] in {":", ",", "("}:
        k -= 1
    if k > 0 and (r.is_adjective(k) or r.pos[k] == "VERB"):
        k -= 1
    return k >= 0 and k < i - 1 and r.low[k] in {"clubs", "équipes"}


def _team_again(weight: float, sure: bool, shouted: bool) -> float:
    """Return the weight of a town whose name plays elsewhere in the article, `sure` where nothing else can be meant."""
    if shouted or (sure and weight):
        return _TEAM
    return max(weight, _WEAK_TEAM if sure else 0.0)


def rivals(r: Reading, start: int, end: int, hyphens: list[int]) -> int | None:
    """Return which of the hyphens within tokens `start` to `end` parts two teams, when a score follows ("Voiron-
    Bourg-de-Péage 27-26"); null when none does."""
    if not _is_score(r, end):
        return None
    known = [k for k in hyphens if _is_team(r, start, k) and _is_team(r, k + 1, end)]
    return known[0] if known else hyphens[0] if len(hyphens) == 1 else None


def _is_team(r: Reading, start: int, end: int) -> bool:
    last = end - (end > start + 1 and r.text[end - 1] in _RESERVES)
    return any(known.label in {"LOC", "ORG"} for known in r.known(start, last))


def _spread_along_lists(r: Reading, towns: list[Candidate], weights: list[float]) -> None:
    """What "et" or a comma joins to a team is a team ("Billère et Vernon 27-27")."""
    pairs = [
        k
        for k in range(len(towns) - 1)
        if towns[k + 1].start - towns[k].end == 1 and r.low[towns[k].end] in {"et", ","}
    ]
    for k in pairs:
        weights[k + 1] = max(weights[k + 1], weights[k])
    for k in reversed(pairs):
        weights[k] = max(weights[k], weights[k + 1]) if not _after_place_preposition(r, towns[k]) else weights[k]


def _team_weight(r: Reading, c: Candidate) -> float:
    if _meets_rival(r, c) or _scores(r, c) or _belongs_to(r, c):
        return _TEAM
    return _WEAK_TEAM if _acts(r, c) and not _after_place_preposition(r, c) else 0.0


def _belongs_to(r: Reading, c: Candidate) -> bool:
    """Return whether the name stands alone in parentheses after another name ("Rui Ferreira (Mende)")."""
    inside = c.start > 1 and c.end < len(r) and r.text[c.start - 1] == "(" and r.text[c.end] == ")"
    country = any(known.kind == "country" for known in r.lexicon.known.get(c.key, ()))
    return inside and not country and r.capital[c.start - 2] and r.folded[c.start - 2] not in r.lexicon.known


def _after_place_preposition(r: Reading, c: Candidate) -> bool:
    before = r.low[c.start - 1] if c.start else ""
    if before in _ARTICLES and c.start > 1:
        before = r.low[c.start - 2]
    return before in _PLACE_PREPOSITIONS


def _meets_rival(r: Reading, c: Candidate) -> bool:
    """Return whether a word before the name says that one plays against it or for it ("face à", "joueur de")."""
    k = c.start - 1
    while k >= 0 and r.low[k] in _ARTICLES:
        k -= 1
    if k < 0:
        return False
    rivals = r.lexicon.cues["rival"]
    low = "de" if r.low[k] in {"d'", "du", "des"} else "à" if r.low[k] in {"au", "aux"} else r.low[k]
    two = f"{r.low[k - 1]} {low}" if k else low
    if low in rivals or two in rivals or r.low[k].removesuffix("ront") in rivals or _scored_for(r, k):
        return True
    if low == "de" and any(r.low[j] in _COME for j in range(max(0, k - _NEAR), k)):
        return True
    return low == "par" and any(r.low[j] in r.lexicon.cues["beaten"] for j in range(max(0, k - _FAR - 1), k))


def _scored_for(r: Reading, k: int) -> bool:
    """Return whether "pour" at token k says for whom one scored ("Buts pour Millau", "Lubin (9e) pour Le Moule")."""
    return r.low[k] == "pour" and k > 0 and (r.text[k - 1] == ")" or r.low[k - 1] in r.lexicon.cues["scoring"])


def _lines_up(r: Reading, i: int) -> bool:
    """Return whether the players of a team begin after token i (": Tupou, Marty ; Vidal")."""
    listed = i + 2 < len(r) and r.text[i] == ":" and r.capital[i + 1]
    return listed and r.text[i + 2] in {",", ";", "("} and r.folded[i + 1] not in r.lexicon.known


def _scores(r: Reading, c: Candidate) -> bool:
    """Return whether a score or a hyphen and another name follow ("Langon 38 à 9", "Metz - Nancy : 2-1")."""
    near = range(c.end, min(len(r), c.end + _NEAR))
    scored = c.end < len(r) and r.text[c.end] == "(" and _is_score(r, c.end + 1)
    if _is_ranked(r, c.end) or _lines_up(r, c.end) or (scored and not _after_place_preposition(r, c)):
        return True
    if c.end < len(r) and (_SCORE.match(r.text[c.end]) or r.text[c.end].isdigit()):
        return True
    if c.end + 2 < len(r) and r.text[c.end + 1] == "-" and r.text[c.end].isdigit():
        return True
    paired = c.end + 1 < len(r) and r.text[c.end] in {"-", "–"} and r.capital[c.end + 1]
    after_pair = c.start > 1 and r.text[c.start - 1] in {"-", "–"} and r.text[c.start - 2][0].isalnum()
    return paired or after_pair or any(_SCORE.match(r.text[i]) for i in near if r.text[c.end] in {"et", ":", "("})


def _is_ranked(r: Reading, i: int) -> bool:
    """Return whether token i begins the points of a ranking (", 61 pts", ", 55 ;")."""
    if i + 2 >= len(r) or r.text[i] not in {",", ":"} or not r.text[i + 1].isdigit():
        return False
    return r.low[i + 2] in {"pts", "points", "pt", ";"}


def _is_score(r: Reading, i: int) -> bool:
    """Return whether a score begins at token i, in one token or in three ("24-31")."""
    if i >= len(r) or _SCORE.match(r.text[i]):
        return i < len(r)
    return i + 2 < len(r) and r.text[i].isdigit() and r.text[i + 1] in {"-", "–"} and r.text[i + 2].isdigit()


def _acts(r: Reading, c: Candidate) -> bool:
    """Return whether the name is the subject of a verb, or stands apart as a team of a list does."""
    if c.end >= len(r):
        return False
    k = c.end
    while k < len(r) - 1 and r.low[k] in {"n'", "ne", "s'", "se", "a", "y", ","} and k - c.end < 3:
        k += 1
    return r.pos[k] in {"VERB", "AUX"} or r.low[c.end] == "a" or (c.start > 1 and r.low[c.start - 2] == "leader")
