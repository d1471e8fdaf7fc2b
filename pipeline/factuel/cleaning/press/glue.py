"""What is glued to a paragraph without a space or a break: a caption before it, a link to another article after it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factuel.cleaning.language import is_foreign
from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.patterns import cue_pattern
from factuel.models import read_lexicon
from factuel.records import Discarded

_GLUED_QUOTE: Final = re.compile(r"(?P<caption>[^«»“”\n]{8,200}?[\w)])(?=«[ \w])")
_GLUED_WORD: Final = re.compile(
    r"(?:[a-zà-ÿ)]|\b(?:AFP|DR|Reuters|REUTERS))(?=[A-ZÀ-Ý](?:'[a-zà-ÿ]|[a-zà-ÿ]* )[a-zà-ÿ])"
)
_CREDIT: Final = re.compile(
    r"(?:©|\b[Cc]rédits?\b|\b[Pp]hotos?\b|\b[Aa]rchives?\b|\([cC]\)|/ ?(?:AFP|Reuters|REUTERS)\b)[^.!?]{0,60}$"
)
_CLAUSE: Final = re.compile(r"[.!?:,;]\s|\b(?:est|a|ont|sont|était|étaient|avait|avaient)\b")
_OPENS_SPEECH: Final = frozenset({"selon", "pour", "d'après", "comme", "et", "mais", "car", "là"})
_AFTER: Final = re.compile(r"(?<=[.!?»…\")]) ?(?=[>»→(\[]?\s?(?:à |a )?(?:re)?(?:lire|voir|écouter)\b)", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r" ?[(\[](?:à )?(?:re)?(?:lire|voir) (?:aussi|également|notre|nos|l'article|page|en page|par ailleurs)"
    r"[^()\[\]]{0,80}[)\]]",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"(?<=\w) ?\[\d{1,2}\](?=[\s.,;:]|$)")
_NEW_SENTENCE: Final = re.compile(r"[.!?] [A-ZÀ-Ý]")
_TAIL: Final = 250
_HEAD: Final = 300


def split_glued(draft: Draft) -> None:
    """Cut captions off the front of paragraphs, and links to other articles off their end."""
    blocks = []
    for block in draft.blocks:
        text = _NOTE.sub("", _cut_asides(_cut_tail(_cut_front(block.text, draft), draft), draft))
        blocks.append(block if text == block.text else Block(text, block.role))
    draft.blocks = [block for block in blocks if block.text]


def _cut_front(text: str, draft: Draft) -> str:
    end = _end_of_caption(text[:_HEAD])
    if not end:
        return text
    draft.discarded.append(Discarded(kind="caption", text=text[:end].strip()))
    return text[end:].strip()


def _end_of_caption(head: str) -> int:
    """Return where a caption glued to the front of a paragraph ends, 0 when there is none.

    It ends before a quotation mark or a capital that no space precedes. Before a quotation, it is a noun phrase: a
    clause, or words that announce speech ("ajoute Mme Roux« Non »"), belong to the sentence.
    """
    quoted = _GLUED_QUOTE.match(head)
    if quoted is not None and _is_caption(quoted["caption"]):
        return quoted.end()
    glued = (found.end() for found in _GLUED_WORD.finditer(head))
    return next((end for end in glued if _CREDIT.search(head[:end])), 0)


def _is_caption(text: str) -> bool:
    return is_foreign(text) or _CREDIT.search(text) is not None or _is_noun_phrase(text)


def _is_noun_phrase(text: str) -> bool:
    words = text.lower().split()
    speaks = words[0] in _OPENS_SPEECH or not _saying().isdisjoint(words)
    return not speaks and _CLAUSE.search(text) is None


@cache
def _saying() -> frozenset[str]:
    """All forms of the verbs of saying."""
    rows = read_lexicon("reporting_verbs")
    return frozenset(word for row in rows for key, forms in row.items() if key != "takes" for word in forms.split())


def _cut_asides(text: str, draft: Draft) -> str:
    """Cut "(lire notre article du 24 octobre)" out of a paragraph."""
    if "(" not in text and "[" not in text:
        return text
    draft.discarded.extend(Discarded(kind="teaser", text=found.group().strip()) for found in _ASIDE.finditer(text))
    return _ASIDE.sub("", text)


def _cut_tail(text: str, draft: Draft) -> str:
    for found in _AFTER.finditer(text, max(0, len(text) - _TAIL)):
        rest = text[found.end() :]
        if found.end() > 40 and cue_pattern().match(rest) and not _NEW_SENTENCE.search(rest):
            draft.discarded.append(Discarded(kind="teaser", text=rest.strip()))
            return text[: found.start()].rstrip()
    return text
