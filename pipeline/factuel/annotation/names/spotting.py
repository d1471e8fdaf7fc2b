"""Where the names are: candidates from head nouns, names known by heart and capitals, in order, never overlapping."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.announced import announced_end, apposed_end
from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.capitals import ARTICLES, OF, is_name_word, known_end, starts_name
from factuel.annotation.names.chunks import chunk_end
from factuel.annotation.names.complements import PURPOSES
from factuel.annotation.names.heads import HeadPhrase, read_head
from factuel.annotation.names.hints import HINT_DIRECT, HINT_SURE, hint_weight, is_aboard
from factuel.annotation.names.pairs import split_pairs
from factuel.annotation.names.portfolios import portfolio_end
from factuel.annotation.names.reading import Reading
from factuel.annotation.names.titles import is_title

_HEAD_WEIGHT: Final = 7.0
_IMPLICIT_WEIGHT: Final = 3.0
_CLOSERS: Final = {"«": "»", "“": "”", '"': '"'}
_MAX_QUOTED: Final = 9
_MAX_ADJECTIVES: Final = 2
_MAX_CODE: Final = 2
_OPENERS: Final = frozenset({"Le", "La", "Les", "Un", "Une", "Après", "Dans", "Pour", "Avec", "Au", "Selon"})
"""Words that open the sentence after a rubric without a stop ("FOOTBALL Le club")."""
_OWN: Final = frozenset({"son", "sa", "leur", "notre", "une", "un"})
_CODE: Final = re.compile(r"\d{1,2}[A-Z]{1,2}$")


class Spotter:
    """Reads one text from left to right; what a head noun announces is kept until the name comes."""

    def __init__(self, r: Reading) -> None:
        self._r = r
        self._hints: dict[int, tuple[str, float]] = {}
        self._no_head_before = 0

    def spot(self) -> list[Candidate]:
        """Return the candidates in order."""
        r, found, i = self._r, [], 0
        while i < len(r):
            skipped = portfolio_end(r, i)
            if skipped > i:
                i = skipped
                continue
            candidate = self._candidate_at(i)
            if candidate is not None:
                found.extend(split_pairs(r, candidate))
            i = candidate.end if candidate is not None else i + 1
        return found

    def _candidate_at(self, i: int) -> Candidate | None:
        r = self._r
        if r.newline[i] or not r.text[i][0].isalnum():
            return None
        phrase = read_head(r, i) if i >= self._no_head_before and not r.shout[i] else None
        if phrase is not None:
            self._no_head_before = phrase.end
            known = known_end(r, i) if r.capital[i] or r.folded[i] in r.lexicon.lower_starts else i
            if phrase.name is not None and known < phrase.name[1] and not (phrase.common and known > i + 1):
                return _headed(r, phrase, self._hints.get(i))
            if phrase.hinted is not None:
                self._hints.setdefault(phrase.hinted, (phrase.label, hint_weight(r, i, phrase)))
        if phrase is not None and phrase.end < len(r) and phrase.label in {"ORG", "MISC"}:
            inside = _quoted(r, _after_adjectives(r, phrase.end))
            if inside is not None and (r.text[i].isupper() or not r.capital[i]):
                self._hints.setdefault(inside[0], (phrase.label, HINT_DIRECT))
        return self._plain_candidate(i)

    def _plain_candidate(self, i: int) -> Candidate | None:
        r = self._r
        apposed = apposed_end(r, i)
        if apposed > i:
            found = Candidate(i, apposed)
            found.add("ORG", _HEAD_WEIGHT)
            return found
        quoted = _quoted(r, i - 1) if i and r.text[i - 1] in _CLOSERS else None
        if quoted is not None and quoted[1] > i + 1 and i not in self._hints and is_title(r, i, quoted[1]):
            self._hints[i] = ("MISC", HINT_SURE)
        opened = quoted if i in self._hints else None
        if opened is not None and r.capital[i]:
            candidate: Candidate | None = Candidate(*opened)
        else:
            candidate = _known(r, i) or _capitalised(r, i, self._hint_near(i) is not None)
        if candidate is not None and self._is_announced(i):
            candidate.end = announced_end(r, candidate.start, candidate.end)
        hint = self._hint_near(i) if candidate is not None else None
        if candidate is not None and hint is not None:
            candidate.hint(*hint)
        return candidate

    def _is_announced(self, i: int) -> bool:
        """Return whether a noun announces an organisation or a work at token i, at once or before a comma."""
        label, weight = self._hint_near(i) or ("", 0.0)
        if i > 2 and self._r.text[i - 1] == "," and self._r.low[i - 3] in _OWN:
            return any(
                head.label == "ORG" and head.direct for head in self._r.lexicon.heads.get(self._r.low[i - 2], ())
            )
        return label in {"ORG", "MISC"} and weight >= HINT_DIRECT

    def _hint_near(self, i: int) -> tuple[str, float] | None:
        return self._hints.get(i) or (self._hints.get(i + 1) if self._r.low[i] in OF | ARTICLES else None)


def _headed(r: Reading, phrase: HeadPhrase, hint: tuple[str, float] | None) -> Candidate:
    """Return the candidate of a head's whole name; a noun that announces it has the last word on its label."""
    assert phrase.name is not None
    candidate = Candidate(*phrase.name, head=True, implicit=phrase.implicit)
    if is_aboard(r, phrase.name[0]):
        candidate.add("MISC", _HEAD_WEIGHT + 1)
    weight = _IMPLICIT_WEIGHT if phrase.implicit else _HEAD_WEIGHT
    candidate.add(hint[0] if hint is not None and hint[1] >= HINT_DIRECT else phrase.label, weight)
    return candidate


def _known(r: Reading, i: int) -> Candidate | None:
    """A name known by heart that begins with a lower-case word or an article."""
    end = known_end(r, i) if r.text[i][0].isupper() or r.folded[i] in r.lexicon.lower_starts else i
    if r.text[i][0].isupper():
        if r.shout[i] and end > i + 1 and r.low[i] not in ARTICLES:
            return Candidate(i, end)
        if r.low[i] not in ARTICLES or r.shout[i] or end <= i + 1 or not r.capital[i + 1]:
            return None
        entries = r.lexicon.known[_key(r, i, end)]
        goes_on = end < len(r) and (r.low[end] in OF | PURPOSES or r.is_adjective(end))
        heads = goes_on and r.low[i + 1] in r.lexicon.heads
        common = r.start[i] and (heads or (r.is_common(i + 1) and all(k.label == "LOC" for k in entries)))
        common = common and not _is_written(r, i)
        return Candidate(i, end) if not common and known_end(r, i + 1) <= end else None
    if r.folded[i] not in r.lexicon.lower_starts or end == i:
        return None
    spelled = end > i + 1 or not r.is_common(i)
    return (
        Candidate(i, end) if spelled and any(k.form[:1].islower() for k in r.lexicon.known[_key(r, i, end)]) else None
    )


def _is_written(r: Reading, i: int) -> bool:
    """Return whether the article writes the name with its article elsewhere, where no capital is due to it ("face au
    Moule" says nothing, "pour Le Moule" does), or a hyphen ties the name together ("L'Île-Rousse")."""
    if r.text[i][-1] in "'’" and i + 2 < len(r) and r.text[i + 2] == "-" and r.glued[i + 2]:
        return True
    pair = r.text[i : i + 2]
    return any(r.text[k : k + 2] == pair and not r.start[k] for k in range(len(r) - 1))


def _key(r: Reading, start: int, end: int) -> str:
    return r.spaced[r.starts[start] : r.ends[end - 1]]


def _capitalised(r: Reading, i: int, announced: bool) -> Candidate | None:
    if not r.capital[i]:
        return _announced_brand(r, i) if announced else None
    if r.low[i] in ARTICLES | {"un", "une", "des"}:
        opens = not r.start[i] and not r.shout[i] and r.low[i] in ARTICLES and r.text[max(0, i - 1)] != ")"
        if opens and i + 1 < len(r) and is_name_word(r, i + 1):
            return Candidate(i, chunk_end(r, i + 1, announced))
        return None
    if not starts_name(r, i) or _is_function(r, i):
        return None
    if _is_colours(r, i):
        team = Candidate(i, i + 3)
        team.add("ORG", _HEAD_WEIGHT)
        return team
    end = chunk_end(r, i, announced)
    while end > i + 1 and r.text[end - 1] in r.lexicon.words["never"] and len(r.text[end - 1]) > 2:
        if end == i + 2 and r.folded[i] in r.lexicon.given and not r.text[i + 1].isupper():
            break
        end -= 1
    if end < len(r) and end > i + 1 and r.text[end - 1] in _OPENERS and not r.capital[end] and known_end(r, i) < end:
        end -= not r.glued[end - 1]
    return Candidate(_with_particles(r, i), end)


def _is_colours(r: Reading, i: int) -> bool:
    """Return whether a team is called by its two colours at token i ("les Rouge et Noir")."""
    colours = r.lexicon.words["colour"]
    both = i + 2 < len(r) and r.text[i] in colours and r.low[i + 1] == "et" and r.text[i + 2] in colours
    return both and i > 0 and r.low[i - 1] in {"les", "des", "aux"}


def _announced_brand(r: Reading, i: int) -> Candidate | None:
    """A number that begins a company's name after a noun that announces one ("la start-up 3 Grains & Co")."""
    if r.text[i].isdigit() and i + 1 < len(r) and r.capital[i + 1]:
        return Candidate(i, chunk_end(r, i + 1))
    return None


def _is_function(r: Reading, i: int) -> bool:
    """A function with a capital before a name ("Président Morel") is no name."""
    return r.low[i] in r.lexicon.functions and i + 1 < len(r) and r.capital[i + 1] and not r.start[i + 1]


def _with_particles(r: Reading, i: int) -> int:
    """Return the start moved over particles that a title or a foreign name puts before ("M. de Villers")."""
    j = _with_code(r, i)
    if j and not r.glued[j] and (_CODE.match(r.text[j - 1]) or _is_mark(r, j - 1)):
        return j - 1
    while j > 0 and r.low[j - 1] in r.lexicon.words["foreign"] and len(r.low[j - 1]) > 1:
        j -= 1
    if j > 1 and r.low[j - 1] in {"de", "d'", "du"}:
        titled = r.text[j - 2] in r.lexicon.words["title"] or r.low[j - 2] == "famille"
        j -= titled
    return j if j < i and not r.newline[j] else i


def _is_mark(r: Reading, i: int) -> bool:
    """Return whether token i is a mark in small letters with a digit before its legal form ("qb4 SA")."""
    text = r.text[i]
    return text[0].isalpha() and text[-1].isdigit() and r.text[i + 1] in r.lexicon.words["legal"] and not r.newline[i]


def _with_code(r: Reading, i: int) -> int:
    """Return the start moved over a letter or code that a hyphen ties to the name ("M-Tapis", "3D-Fonte")."""
    if i and r.text[i - 1].isdigit() and len(r.text[i - 1]) <= _MAX_CODE and not r.glued[i] and r.pair_count(i - 1) > 1:
        return i - 1
    tied = i > 1 and r.text[i - 1] == "-" and r.glued[i] and r.glued[i - 1]
    code = tied and len(r.text[i - 2]) <= _MAX_CODE and r.text[i - 2][0].isalnum()
    code = code and (not r.text[i - 2].islower() or r.text[i - 2] in {"i", "e"})
    return i - 2 if code and not r.glued[i - 2] else i


def _after_adjectives(r: Reading, i: int) -> int:
    """Return the token after up to two adjectives that part a noun from the name it announces."""
    j = i
    while j + 1 < len(r) and j - i < _MAX_ADJECTIVES and r.is_adjective(j):
        j += 1
    return j


def _quoted(r: Reading, i: int) -> tuple[int, int] | None:
    """Return the tokens inside the quotation marks that open at token i, when they are few and no sentence."""
    closer = _CLOSERS.get(r.text[i])
    if closer is None:
        return None
    for j in range(i + 1, min(len(r), i + _MAX_QUOTED)):
        if r.text[j] == closer:
            return (i + 1, j) if j > i + 1 else None
        if r.newline[j] or r.text[j] in {".", ";"}:
            return None
    return None
