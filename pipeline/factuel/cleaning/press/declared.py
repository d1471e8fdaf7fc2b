"""Checking the text against the body that the page itself declares (`articleBody` in JSON-LD)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from factuel.cleaning.press.block import Block, Draft
from factuel.records import DiscardKind

_GRAM: Final = 4
_LONG: Final = 8
"""Words of a block that is judged: subheads and list items are often left out of a declared body."""
_COVERED: Final = 0.8
"""Share of the text's words that the declared body must have to be believed: it is often cut or only a summary."""
_STRANGE: Final = 0.1


def set_aside_undeclared(draft: Draft, body: str) -> None:
    """Set aside long blocks that the declared body lacks, when it has nearly all of the others.

    Blocks before its first words stay: a standfirst is declared elsewhere.
    """
    declared = set(grams(Block(body)))
    shares = {p: share_known(block, declared) for p, block in enumerate(draft.blocks) if len(block.words) >= _LONG}
    first = next((position for position, share in shares.items() if share > 0.5), len(draft.blocks))
    sizes = {position: len(draft.blocks[position].words) for position in shares if position >= first}
    if sum(size * shares[position] for position, size in sizes.items()) < _COVERED * max(1, sum(sizes.values())):
        return
    kinds: dict[int, DiscardKind] = {p: "other" for p, share in shares.items() if share < _STRANGE and p > first}
    draft.discard(kinds)


def share_known(block: Block, known: Set[tuple[str, ...]]) -> float:
    """Return the share of a block's runs of words (see `grams`) that are among `known`."""
    runs = list(grams(block))
    return sum(gram in known for gram in runs) / len(runs)


def grams(block: Block) -> Iterator[tuple[str, ...]]:
    """Yield the runs of four words of a block; of a shorter one all its words."""
    words = block.words
    return (words[start : start + _GRAM] for start in range(max(1, len(words) - _GRAM + 1)))
