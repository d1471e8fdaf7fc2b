"""Numbers that are no figures: telephone numbers, postcodes, clock times, scores, ranks, labels, names of products."""

from __future__ import annotations

import re
from functools import cache

from factuel.annotation.notation.contexts import after, before
from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.numerals import digits_at
from factuel.annotation.notation.vocabulary import alternation, folded_words
from factuel.models import read_words

_PHONE = re.compile(
    r"33 ?(?:\(0\) ?)?[1-9](?:[ .-]?\d\d){4}(?!\d)|0[1-9](?:[ .-]?\d\d){4}(?!\d)|\d\d(?:[ .]\d\d){3,5}(?!\d)"
    r"|0 ?8\d\d(?: ?\d{3}){2}(?!\d)"
)
_ORDINAL = re.compile(r"\d+(?:er|ere|re|e|eme|ieme|es|emes|nd|nde|de)(?!\w)")
_SCORE = re.compile(r"\d{1,3}(?: ?- ?\d{1,3}| ?/ ?\d{1,3})(?:[,;] ?\d{1,3} ?[-/] ?\d{1,3})*(?!\w|[-/,]\d)")
_RACE = re.compile(r"(?:\d+ ?h ?)?\d+ ?'\d{1,2}(?!\d)(?:\"|'')?|\d+(?:\"|'')")
_NUMBERED = re.compile(r"(?<!\w)(?:n[°ºo]\.?|numeros?|nos|code postal ?:?) ?\Z")
_RANK = re.compile(r"\d{1,2}(?:\.|\)) ?(?=[A-ZÀ-Ý«\"“])|\d{1,2} ?- (?=[^\W\d])")
_WEIGHT_CLASS = re.compile(r"\d{2,3} ?kg(?!\w)")
_WEIGHT_CLASS_LEFT = re.compile(r"(?:^|[ (])[-+]\Z")
_RANK_LEFT = re.compile(r"(?:^|\n|[;:,.] |[(])\Z")
_CODE = re.compile(
    r"\d\.0(?!\d)|\d{2,4}-\d{3,5}(?!\d)|(?!\d{1,3}(?:\.\d{3})+(?!\d|\.\d))\d+(?:\.\d+){3,}"
    r"|\d+ ?x ?(?=\d[\d ,]* ?(?:€|euros))|\d+ ?x ?\d+(?: \d{3})*(?!\d)|\d+ ?(?:bis|ter|quater)(?!\w)"
    r"|\d+[a-z]+\d\w*|\d+(?:d|g|k|l|e)(?!\w)|[24] ?cv(?!\w)|\d+-[a-z]+(?!\w)"
)
_POSTCODE = re.compile(r"\d{5}(?= [A-ZÉÈÎ]|,? ?\n|\Z)|\d{2} \d{3}(?= [A-ZÉÈÎ][a-zé])")
_AROUND = re.compile(
    r"(?:24 ?(?:h|heures)|7 ?(?:j|jours)|vingt-quatre heures|sept jours) ?(?:sur|/) ?(?:24|7|sept|vingt-quatre)"
)
_NAME = re.compile(r"(?P<word>[A-ZÀ-Ý][\w'’-]*|[a-z]+[A-Z]\w*)[ \u00a0]\Z")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…«»\"“”(\n•–—-])[\s\u00a0\u202f]*\Z")
_GLUED = re.compile(r"(?:[\w=%&?#@_/\\^*·\[]|[\w=]-|\de\+)\Z|\d[.,:]\Z")
_INDEX = re.compile(r"[a-z]-\Z")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(folded_words('number_labels'))}s?[ .]*\Z")


@cache
def _listed() -> re.Pattern[str]:
    """Return the pattern of what stands before a further label of a list: "les articles 3 et ", "pages 12, 14 et "."""
    labels = alternation(folded_words("number_labels"))
    return re.compile(rf"(?<!\w){labels}s? (?:\d+(?:[.-]\d+)?(?:, | et | ou | a ))+\Z")


@cache
def _figurative() -> re.Pattern[str]:
    return re.compile(rf"{alternation(folded_words('number_contexts', role='figurative'))}(?!\w)")


@cache
def _streets() -> re.Pattern[str]:
    return re.compile(
        rf"\d{{1,4}}(?: ?(?:bis|ter|quater|[a-d])(?!\w))?,? (?:{alternation(folded_words('street_types'))})(?!\w)"
    )


@cache
def _openers() -> frozenset[str]:
    return frozenset(fold(word) for word in read_words("function_words")) | {
        "exactement",
        "environ",
        "pres",
        "seuls",
        "seules",
    }


def blocked_end(text: str, folded: str, start: int) -> int | None:
    """Return where the numbers that are no figure end when one begins at `start`; None when it may be a figure."""
    if not folded[start].isdigit():
        return _blocked_word(text, folded, start)
    left = folded[max(0, start - 20) : start]
    if _NUMBERED.search(left):
        number = digits_at(folded, start)
        return number.end if number else start + 1
    if _GLUED.search(left) or (_INDEX.search(left) and not left.endswith("mi-")):
        return start + 1
    rank = _RANK.match(text, start)
    if rank is not None and _RANK_LEFT.search(left):
        return rank.end()
    weight = _WEIGHT_CLASS.match(folded, start)
    if weight is not None and _WEIGHT_CLASS_LEFT.search(left):
        return weight.end()
    for pattern in (_RACE, _AROUND, _PHONE, _ORDINAL, _CODE, _streets()):
        match = pattern.match(folded, start)
        if match is not None and not _is_unit_code(folded, match):
            return match.end()
    post = _POSTCODE.match(text, start)
    if (
        post is not None
        and " " not in post.group()
        and not re.match(r" [A-ZÉÈÎ]\w*(?:ais|ois|iens|istes|ains)\b", text[post.end() : post.end() + 20])
    ):
        return post.end()
    return None


def _is_unit_code(folded: str, match: re.Match[str]) -> bool:
    """Tell whether what looks like a code is a number with a unit of one letter ("5g", "10k", "3d")."""
    written = match.group()
    return re.fullmatch(r"\d+(?:[glk]|[hm][0-5]\d)", written) is not None and written not in (
        "2g",
        "3g",
        "4g",
        "5g",
        "6g",
        "4k",
        "8k",
        "4l",
    )


def _blocked_word(text: str, folded: str, start: int) -> int | None:
    """Return the end of a numeral word that is part of a name ("les Vingt-Sept", "Mille") or a compound."""
    word = re.compile(r"[a-z]+(?:-[a-z]+)*").match(folded, start)
    end = word.end() if word else start + 1
    if word is not None and word.group().endswith(("ieme", "iemes")):
        return end
    figurative = _figurative().match(folded, start)
    if figurative is not None:
        return figurative.end()
    if after("idiom").match(folded, end):
        return end
    left = text[max(0, start - 12) : start]
    if text[start].isupper() and text[start + 1 : start + 2].islower() and not _SENTENCE_START.search(left):
        return end
    if folded.startswith("mille ", start) and text[start].isupper() and text[end + 1 : end + 2].isupper():
        return end
    if before("both").search(folded, max(0, start - 8), start) or before("adverbial").search(
        folded, max(0, start - 16), start
    ):
        return end
    if folded[start - 1 : start] == "-" and re.search(r"[a-z]-\Z", folded[max(0, start - 2) : start]):
        return end
    return None


def is_label(text: str, folded: str, start: int) -> bool:
    """Tell whether the word before a number makes it a label or part of a name: "page 12", "Boeing 737", "Ligue 1"."""
    left = folded[max(0, start - 32) : start]
    if _labels().search(left) or _listed().search(left):
        return True
    written = text[max(0, start - 32) : start]
    name = _NAME.search(written)
    if name is None:
        return False
    opening = _SENTENCE_START.search(written[: name.start()])
    if fold(name.group("word")) in _openers() and (opening or name.group("word") != "A"):
        return False
    return not (
        opening
        and len(name.group("word")) > 1
        and start - len(written) + name.start() >= 0
        and name.group("word")[1:].islower()
        and name.group("word").endswith(("nt", "er", "ment"))
    )


def score_end(folded: str, start: int) -> int | None:
    """Return where a match score, a mark or a ratio of two numbers ends ("2-1", "15/20", "6-4, 6-3")."""
    match = _SCORE.match(folded, start)
    return match.end() if match else None
