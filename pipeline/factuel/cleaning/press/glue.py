"""What is glued to a paragraph without a space or a break: a caption before it, a link to another article after it."""

from __future__ import annotations

import re
from typing import Final

from factuel.cleaning.language import is_foreign
from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.patterns import cue_pattern
from factuel.records import Discarded, DiscardKind

_GLUED_QUOTE: Final = re.compile(r"^(?P<caption>[^«»“”\n]{8,200}?[\w)])(?=«[ \w])")
_GLUED_CREDIT: Final = re.compile(
    r"^(?P<caption>.{0,180}?(?:©|\bcrédits?\b|\bphotos?\b|\(c\)|/ ?)[^.!?]{0,60}?(?:[a-zà-ÿ)]|[A-Z]{2,}))(?=[A-ZÀ-Ý][a-zà-ÿ']+ [a-zà-ÿ])",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"(?<=[.!?»…\")]) ?(?=[>»→(\[]?\s?(?:à |a )?(?:re)?(?:lire|voir|écouter)\b)", re.IGNORECASE)
_TAIL: Final = 250
_HEAD: Final = 300


def split_glued(draft: Draft) -> None:
    """Cut captions off the front of paragraphs, and links to other articles off their end."""
    draft.blocks = [part for block in draft.blocks for part in (_split(block, draft),) if part.text]


def _split(block: Block, draft: Draft) -> Block:
    text = _cut_front(block.text, draft)
    text = _cut_tail(text, draft)
    return block if text == block.text else Block(text, block.role)


def _cut_front(text: str, draft: Draft) -> str:
    head = text[:_HEAD]
    found = _GLUED_QUOTE.match(head)
    if found is None or not (
        is_foreign(found["caption"]) or not re.search(r"[.!?:,;]\s|\b(?:est|a|ont|sont)\b", found["caption"])
    ):
        return text
    return _set_aside(text, found.end(), "caption", draft)


def _cut_tail(text: str, draft: Draft) -> str:
    start = max(0, len(text) - _TAIL)
    for found in _AFTER.finditer(text, start):
        if (
            found.end() > 40
            and cue_pattern().match(text, found.end())
            and not re.search(r"[.!?] [A-ZÀ-Ý]", text[found.end() :])
        ):
            draft.discarded.append(Discarded(kind="teaser", text=text[found.end() :].strip()))
            return text[: found.start()].rstrip()
    return text


def _set_aside(text: str, end: int, kind: DiscardKind, draft: Draft) -> str:
    draft.discarded.append(Discarded(kind=kind, text=text[:end].strip()))
    return text[end:].strip()
