"""The tense around a date, read from verb endings and cue words without a parser: "ouvrira" future, "a signé" past."""

from __future__ import annotations

import re
from functools import cache

from factuel.annotation.dates.expressions import Turn
from factuel.models import read_words

_REACH = 160  # characters on each side; a sentence of the press is 25 words long
_BREAK = re.compile(r"[.!?;]\s|\n|…")
_FUTURE = re.compile(
    r"(?<![\w-])[a-zà-ÿ]{2,}(?:[eiudtv]ra|[eiudtv]ront|rra|rront|nera|nira)(?!\w)|(?<![\w-])(?:aura|auront|fera|feront|sera|seront)(?!\w)"
    r"|(?<![\w-])(?!aurai|serai)[a-zà-ÿ]{2,}(?:[eiudtv]rait|[eiudtv]raient|rrait|rraient)(?!\w)"
)
_PAST = re.compile(
    r"(?<!\w)(?:a|ont|ai|avons|avait|avaient|est|sont|était|étaient|fut|furent|eut|eurent|ayant|aurait|auraient|serait|seraient|avoir)"
    r"(?: \w+ment| pas| déjà| aussi| encore| également| tous| toutes| ainsi| bien| enfin| été| en)* (?:été )?"
    r"[a-zà-ÿ]{2,}(?:é|ée|és|ées|i|is|ie|ies|it|ite|its|ites|u|us|ue|ues|ert|erte|erts|ertes|ise|ises|int|ints|ort|orte|orts)(?!\w)"
    r"|(?<!\w)(?:a-t-(?:il|elle|on)|ont-(?:ils|elles)|est-(?:il|elle)) [a-zà-ÿ]{2,}(?!\w)"
    r"|(?<!\w)[a-zà-ÿ]{3,}(?:èrent|irent|urent)(?!\w)|(?<![\w-])[a-zà-ÿ]{2,}(?<!r)(?:ait|aient)(?!\w)"
)
_PARTICIPLE = re.compile(
    r"(?<!les )(?<!des )(?<!ses )(?<!ces )(?<!une )(?<!la )(?<!l')(?<!l’)"
    r"(?<!être )(?<!sera )(?<!seront )(?<!est )(?<!sont )(?<![a-zà-ÿ])[a-zà-ÿ]{3,}(?:é|ée|és|ées) \Z"
)


@cache
def _cues() -> re.Pattern[str]:
    words = sorted(read_words("tense_cues", tense="future"), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _lookalikes() -> frozenset[str]:
    return read_words("tense_cues", tense="none")


def tense_at(text: str, start: int, end: int) -> Turn | None:
    """Return the tense of the nearest verb in the sentence of `text[start:end]`, or None when nothing tells it."""
    left, right = _clause(text, start, end)
    window = text[left:right]
    if window.isupper():
        window = window.lower()
    if _PARTICIPLE.search(text, left, start) and not _cues().search(text, max(left, start - 24), start):
        return "past"
    best: tuple[int, Turn] | None = None
    for turn, pattern in _patterns():
        for match in pattern.finditer(window):
            if match.group() in _lookalikes():
                continue
            gap = left + match.start() - end if left + match.start() >= end else start - (left + match.end())
            if best is None or abs(gap) < best[0]:
                best = (abs(gap), turn)
    return best and best[1]


@cache
def _patterns() -> tuple[tuple[Turn, re.Pattern[str]], ...]:
    return (("future", _cues()), ("future", _FUTURE), ("past", _PAST))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around a date, at most `_REACH` characters on each side."""
    left = max(0, start - _REACH)
    for match in _BREAK.finditer(text, left, start):
        left = match.end()
    after = _BREAK.search(text, end, min(len(text), end + _REACH))
    return left, after.start() if after else min(len(text), end + _REACH)
