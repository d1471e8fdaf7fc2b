"""What is said twice: the title, a caption printed again or said of a picture, a pull quote that repeats a sentence."""

from __future__ import annotations

from typing import Final

from factuel.cleaning.press.block import Block, Draft
from factuel.records import DiscardKind

_SIGNATURE: Final = 10
_TITLE: Final = 4
_KICKER: Final = 4
_LONG_PHRASE: Final = 8
_CAPTION: Final = range(4, 46)
_CREDIT: Final = 8
"""Words that one printing of a caption has more than another: who took the picture."""
_PULL_QUOTE: Final = range(5, 46)
"""Words of a pull quote; shorter runs of words repeat by chance, and longer ones are paragraphs."""


def set_aside_titles(draft: Draft) -> None:
    """Set aside every block that only repeats the title, in brackets or not, or with its section before it."""
    title = words_of(draft.title or "")
    if not title:
        return
    kinds: dict[int, DiscardKind] = {}
    for position, block in enumerate(draft.blocks):
        is_led = len(title) >= _TITLE and not block.is_prose and block.words[-len(title) :] == title
        if block.words == title or (is_led and len(block.words) - len(title) <= _KICKER):
            kinds[position] = "caption" if block.text.startswith("[") else "other"
    draft.discard(kinds)


def set_aside_repeats(draft: Draft) -> None:
    """Set aside later copies of a line, and short paragraphs whose words stand in the same order in another one."""
    _set_aside_captions(draft)
    kinds: dict[int, DiscardKind] = {}
    seen: set[tuple[str, ...]] = set()
    for position, block in enumerate(draft.blocks):
        if len(block.words) >= 4 and block.words in seen:
            kinds[position] = "other" if block.is_prose else "caption"
        seen.add(block.words)
    draft.discard(kinds)
    _set_aside_pull_quotes(draft)


def _set_aside_captions(draft: Draft) -> None:
    """Captions that the page also says of a picture, or that were set aside elsewhere, with or without their credit.

    The first prose stays: some sites describe the picture with the article's standfirst.
    """
    texts = [*draft.pictures, *(each.text for each in draft.discarded if each.kind == "caption")]
    captions = {words[: _CAPTION.start]: words for text in texts if len(words := words_of(text)) in _CAPTION}
    first, _ = draft.prose_span()
    kinds: dict[int, DiscardKind] = {}
    for position, block in enumerate(draft.blocks):
        caption = captions.get(block.words[: _CAPTION.start])
        if caption is None or position == first or block.role == "heading" or len(block.words) not in _CAPTION:
            continue
        shorter, longer = sorted((caption, block.words), key=len)
        if longer[: len(shorter)] == shorter and len(longer) - len(shorter) <= _CREDIT:
            kinds[position] = "caption"
    draft.discard(kinds)


def _set_aside_pull_quotes(draft: Draft) -> None:
    candidates = {p: b for p, b in enumerate(draft.blocks) if _may_be_pull_quote(b)}
    if not candidates:
        return
    openings: dict[tuple[str, ...], list[int]] = {}
    for position, block in candidates.items():
        openings.setdefault(block.words[:5], []).append(position)
    kinds: dict[int, DiscardKind] = {}
    for position, block in enumerate(draft.blocks):
        words = block.words
        for start in range(len(words) - 4):
            for quote in openings.get(words[start : start + 5], ()):
                wanted = candidates[quote].words
                if quote != position and len(words) > len(wanted) and words[start : start + len(wanted)] == wanted:
                    kinds[quote] = "other"
    signatures = (quote + 1 for quote in kinds if quote + 1 not in kinds and _is_signature(draft.blocks, quote + 1))
    draft.discard(kinds | dict.fromkeys(list(signatures), "other"))


def _is_signature(blocks: list[Block], position: int) -> bool:
    """Say whether the line after a pull quote only names who is quoted, and the article names them elsewhere."""
    if position >= len(blocks):
        return False
    block, name = blocks[position], blocks[position].text.split(",")[0]
    if len(block.words) > _SIGNATURE or block.is_sentence or len(name.split()) < 2:
        return False
    return any(name in other.text for place, other in enumerate(blocks) if place != position)


def _may_be_pull_quote(block: Block) -> bool:
    """Say whether a block is a sentence, or as long as one; a short phrase that a sentence repeats is a subhead."""
    if len(block.words) not in _PULL_QUOTE or block.role == "heading":
        return False
    return block.is_sentence or len(block.words) >= _LONG_PHRASE


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, as `Block.words` does."""
    return Block(text).words
