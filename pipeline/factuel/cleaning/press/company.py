"""Lines that only the lines around them give away: a post above its account, a question above its poll, a heading whose
text went, a name under the text, a credit alone beside the caption that ends with it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from factuel.cleaning.press.block import Block, Draft
from factuel.records import DiscardKind

_ACCOUNT: Final = re.compile(r"\(@\w{3,30}\)")
_POST_MARK: Final = re.compile(r"#\w|https?://|\bpic\.|[\u2600-\u27bf\U0001f300-\U0001faff]")
"""A hashtag, an address or a pictogram, which paragraphs of articles do not have."""
_ACCOUNT_WORDS: Final = 14
_COUNT: Final = re.compile(r"\d[\d .,']* (?:votes?|votants|participants|participations)", re.IGNORECASE)
_CHOICE: Final = re.compile(r"(?:oui|non|ne sait pas|sans (?:opinion|avis))\b.*|.*\d ?%\)?", re.IGNORECASE)
_CHOICE_WORDS: Final = 8
_LIFE: Final = re.compile(
    r"bio(?:graphie)?(?: express)?|(?:son|repères sur son) parcours|repères biographiques|.{3,60} en (?:\w+|\d+) dates",
    re.I,
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d ?[:.–-] ?\w")
_NAME: Final = re.compile(r"[A-ZÀ-Ý][\w'-]+(?: (?:de |du |d'|le |la |El |Ben )?[A-ZÀ-Ý][\w'-]+){1,3}")
_ROLE: Final = re.compile(r"(?:, [a-zà-ÿ][^.!?:]*)?")
"""What may follow the name: nothing, or a trade that is no sentence."""
_NOTE: Final = 25
_UNDER: Final = 3
"""Lines at most under the text when one of them may be a signature; more are a list of names."""
_CREDIT: Final = 3
_CAPTION: Final = 45


def set_aside_company(draft: Draft) -> None:
    """Set aside posts, polls, the signature and credits, by what stands beside them."""
    _set_aside_posts(draft)
    _set_aside_polls(draft)
    _set_aside_lives(draft)
    _set_aside_signature(draft)
    _set_aside_credits(draft)


def set_aside_orphans(draft: Draft, before: list[Block]) -> None:
    """Set aside the headings of `before` whose text has been set aside since: all of it, up to the next heading, or the
    paragraph right below, which was a box's."""
    kept = {id(block) for block in draft.blocks}
    orphans: set[int] = set()
    heads = [position for position, block in enumerate(before) if block.role == "heading"]
    for start, end in pairwise([*heads, len(before)]):
        under = before[start + 1 : end]
        is_box = bool(under) and under[0].is_prose and id(under[0]) not in kept
        if is_box or (under and not any(id(block) in kept for block in under)):
            orphans.add(id(before[start]))
    draft.discard({p: "other" for p, block in enumerate(draft.blocks) if id(block) in orphans})


def _set_aside_posts(draft: Draft) -> None:
    """An account's line, and the line above it when it is marked as a post's text."""
    kinds: dict[int, DiscardKind] = {}
    for position, block in enumerate(draft.blocks):
        if len(block.words) <= _ACCOUNT_WORDS and _ACCOUNT.search(block.text):
            kinds[position] = "other"
            above = draft.blocks[position - 1] if position else None
            if above is not None and (above.role == "quote" or _POST_MARK.search(above.text)):
                kinds[position - 1] = "other"
    draft.discard(kinds)


def _set_aside_polls(draft: Draft) -> None:
    """The count of votes, the choices above it, and the question above them."""
    kinds: dict[int, DiscardKind] = {}
    for position, block in enumerate(draft.blocks):
        if not _COUNT.fullmatch(block.text):
            continue
        first = position
        while first and _is_choice(draft.blocks[first - 1]):
            first -= 1
        if first and draft.blocks[first - 1].text.endswith("?") and not draft.blocks[first - 1].is_prose:
            first -= 1
        kinds.update(dict.fromkeys(range(first, position + 1), "other"))
    draft.discard(kinds)


def _is_choice(block: Block) -> bool:
    return len(block.words) <= _CHOICE_WORDS and _CHOICE.fullmatch(block.text) is not None


def _set_aside_lives(draft: Draft) -> None:
    """The box that tells a life in dates: its heading and the lines that a year leads."""
    kinds: dict[int, DiscardKind] = {}
    for position, block in enumerate(draft.blocks):
        if not _LIFE.fullmatch(block.text):
            continue
        end = position + 1
        while end < len(draft.blocks) and _YEAR.match(draft.blocks[end].text) and not draft.blocks[end].is_prose:
            end += 1
        if end > position + 1:
            kinds.update(dict.fromkeys(range(position, end), "other"))
    draft.discard(kinds)


def _set_aside_signature(draft: Draft) -> None:
    """A name alone directly under the text is who wrote it, when little else follows."""
    _, last = draft.prose_span()
    under = draft.blocks[last:]
    if not under or not last or len(under) > _UNDER or under[0].role == "item":
        return
    name = _NAME.match(under[0].text)
    if name is not None and _ROLE.fullmatch(under[0].text, name.end()) and len(under[0].words) <= _NOTE:
        if not draft.authors:
            draft.bylines.append(name.group())
        draft.discard({last: "credit"})


def _set_aside_credits(draft: Draft) -> None:
    """A word or two alone that also end a caption ("… ici en 2021. Agence"): the credit, and the caption with it."""
    kinds: dict[int, DiscardKind] = {}
    alone = {
        block.text: position
        for position, block in enumerate(draft.blocks)
        if 0 < len(block.words) <= _CREDIT and block.role == "paragraph" and not block.is_sentence
    }
    for position, block in enumerate(draft.blocks):
        _, stop, ending = block.text.rpartition(". ")
        if stop and ending in alone and len(block.words) <= _CAPTION and alone[ending] != position:
            kinds[position], kinds[alone[ending]] = "caption", "credit"
    draft.discard(kinds)
