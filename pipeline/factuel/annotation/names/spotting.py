"""Where the names are: candidates from head nouns, names known by heart and capitals, in text order, never overlapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.chunks import chunk_end, is_name_word, known_end, starts_name
from factuel.annotation.names.heads import HeadPhrase, read_head
from factuel.annotation.names.reading import Reading

_HEAD_WEIGHT: Final = 7.0
_HINT_DIRECT: Final = 3.5
_HINT_OF: Final = 3.0
_CLOSERS: Final = {"«": "»", "“": "”", '"': '"'}
_MAX_QUOTED: Final = 9


def spot(r: Reading) -> list[Candidate]:
    """Return the candidates of a text in order."""
    found: list[Candidate] = []
    hints: dict[int, tuple[str, float]] = {}
    i = 0
    while i < len(r):
        candidate = _candidate_at(r, i, hints)
        if candidate is None:
            i += 1
            continue
        found.append(candidate)
        i = candidate.end
    return found


def _candidate_at(r: Reading, i: int, hints: dict[int, tuple[str, float]]) -> Candidate | None:
    if r.newline[i] or not r.text[i][0].isalnum():
        return None
    phrase = read_head(r, i) if r.low[i] in r.lexicon.heads and not r.shout[i] else None
    if phrase is not None and phrase.name is not None:
        return _headed(r, phrase)
    if phrase is not None and phrase.hinted is not None:
        weight = _HINT_DIRECT if phrase.link == "direct" else _HINT_OF
        hints.setdefault(phrase.hinted, (phrase.label, weight))
    candidate = _known(r, i) or _capitalised(r, i)
    if candidate is not None:
        for at in range(candidate.start, min(candidate.end, candidate.start + 2)):
            if at in hints:
                candidate.hint(*hints[at])
    return candidate


def _headed(r: Reading, phrase: HeadPhrase) -> Candidate:
    assert phrase.name is not None
    candidate = Candidate(*phrase.name, head=True)
    candidate.add(phrase.label, _HEAD_WEIGHT)
    return candidate


def _known(r: Reading, i: int) -> Candidate | None:
    """A name known by heart that begins with a lower-case word or an article."""
    if r.text[i][0].isupper():
        if r.low[i] not in {"le", "la", "les", "l'"} or r.shout[i]:
            return None
        end = known_end(r, i)
        return Candidate(i, end) if end > i + 1 and r.capital[i + 1] else None
    if r.folded[i] not in r.lexicon.lower_starts:
        return None
    end = known_end(r, i)
    spelled = end > i + 1 or (end > i and not r.is_common(i))
    return Candidate(i, end) if spelled and any(k.form[0].islower() for k in r.lexicon.known[r.slice(i, end)]) else None


def _capitalised(r: Reading, i: int) -> Candidate | None:
    if not r.capital[i]:
        return None
    if r.low[i] in {"le", "la", "les", "l'", "un", "une", "des"}:
        opens = not r.start[i] and not r.shout[i] and r.low[i] in {"le", "la", "les", "l'"}
        if opens and i + 1 < len(r) and is_name_word(r, i + 1):
            return Candidate(i, chunk_end(r, i + 1))
        return None
    if not starts_name(r, i) or _is_function(r, i):
        return None
    end = chunk_end(r, i)
    while end > i + 1 and r.text[end - 1] in r.lexicon.words["never"] and len(r.text[end - 1]) > 2:
        end -= 1
    return Candidate(_with_particles(r, i), end)


def _is_function(r: Reading, i: int) -> bool:
    """A function with a capital before a name ("Président Morel") is no name."""
    return r.low[i] in r.lexicon.functions and i + 1 < len(r) and r.capital[i + 1] and not r.start[i + 1]


def _with_particles(r: Reading, i: int) -> int:
    """Return the start moved over particles that a title or a foreign name puts before ("M. de Villers")."""
    j = i
    while j > 0 and (r.low[j - 1] in r.lexicon.words["foreign"] and len(r.low[j - 1]) > 1):
        j -= 1
    if (
        j > 0
        and r.low[j - 1] in {"de", "d'", "du"}
        and j > 1
        and (r.text[j - 2] in r.lexicon.words["title"] or r.low[j - 2] == "famille")
    ):
        j -= 1
    return j if j < i and not r.newline[j] else i


def quoted(r: Reading, i: int) -> tuple[int, int] | None:
    """Return the tokens inside the quotation marks that open at token i, when they are few."""
    closer = _CLOSERS.get(r.text[i])
    if closer is None:
        return None
    for j in range(i + 1, min(len(r), i + _MAX_QUOTED)):
        if r.text[j] == closer:
            return (i + 1, j) if j > i + 1 else None
    return None


def surfaces(r: Reading, candidates: list[Candidate]) -> Iterator[tuple[str, Candidate]]:
    """Yield each candidate with its key: folded, without leading article, hyphens as spaces."""
    for candidate in candidates:
        text = r.slice(candidate.start, candidate.end).replace("-", " ")
        for article in ("le ", "la ", "les ", "l'"):
            if text.startswith(article):
                text = text[len(article) :]
                break
        yield " ".join(text.split()), candidate
