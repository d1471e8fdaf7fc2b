"""A block: one paragraph, subhead or list item, the unit that the press layer keeps or sets aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from factuel.records import Discarded, DiscardKind

Role = Literal["paragraph", "heading", "item", "quote", "row"]
_WORD: Final = re.compile(r"\w+")
_END: Final = re.compile(r"""[.!?…:;][\s»"”')\]]*$|[»"”]$""")
_CUT: Final = re.compile(r"(?:…|\.\.\.)\s*(?:\[…\])?$|\[(?:…|\.\.\.)\]$")


@dataclass(frozen=True)
class Block:
    """One line of normalised text and what the markup says it is."""

    text: str
    role: Role = "paragraph"

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case, digits included."""
        return tuple(_WORD.findall(self.text.lower()))

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _END.search(self.text[-40:]) is not None

    @property
    def is_cut(self) -> bool:
        """Whether it ends in an ellipsis, as cut teasers do."""
        return _CUT.search(self.text[-40:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough and ends well enough to be a paragraph of an article."""
        return len(self.words) >= 15 and self.is_sentence and not self.is_cut


@dataclass
class Draft:
    """An article while it is being cleaned: the blocks that are left, what was set aside, and what was read on the way.

    `title` and `authors` are what the page's markup says, null or empty where it does not; `pictures` what it says of
    its pictures (`alt`); `dates` and `bylines` are read from lines that are set aside.
    """

    blocks: list[Block]
    title: str | None = None
    authors: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    discarded: list[Discarded] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)

    def discard(self, kinds: dict[int, DiscardKind]) -> None:
        """Set aside the blocks at the positions of `kinds`."""
        for position in sorted(kinds):
            self.discarded.append(Discarded(kind=kinds[position], text=self.blocks[position].text))
        self.blocks = [block for position, block in enumerate(self.blocks) if position not in kinds]

    def prose_span(self) -> tuple[int, int]:
        """Return the position of the first paragraph of prose and one past the last; (len, 0) without prose."""
        prose = [position for position, block in enumerate(self.blocks) if block.is_prose]
        return (prose[0], prose[-1] + 1) if prose else (len(self.blocks), 0)
