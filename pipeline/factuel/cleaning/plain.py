"""From plain text to blocks: one a line, or one a paragraph when lines are wrapped by hand."""

from __future__ import annotations

import re
from typing import Final

from factuel.cleaning.press.block import Block, Role
from factuel.cleaning.typography import normalise

_BULLET: Final = re.compile(r"^\s*(?:[•◦▪‣·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_BULLET_MARK: Final = re.compile(r"^\s*[•◦▪‣·*]\s+")
_END: Final = re.compile(r"""[.!?…:;»"”)]$""")
_WRAPPED: Final = range(50, 100)


def read_blocks(text: str) -> list[Block]:
    """Return the lines of a text as blocks, in order, typography made regular; wrapped lines are joined first."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", normalise(text)):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        blocks.extend(map(_block, [" ".join(map(str.strip, lines))] if _is_wrapped(lines) else lines))
    return [block for block in blocks if block.text]


def _block(line: str) -> Block:
    role: Role = "item" if _BULLET.match(line) else "paragraph"
    return Block(" ".join(_BULLET_MARK.sub("", line).split()), role)


def _is_wrapped(lines: list[str]) -> bool:
    """Say whether lines were broken at a width: all but the last about as long, most cut inside a sentence, and
    half of the next ones going on in lower case."""
    inner = [line.rstrip() for line in lines[:-1]]
    if len(inner) < 2 or any(_BULLET.match(line) for line in lines):
        return False
    width = max(map(len, inner))
    even = sum(len(line) >= 0.75 * width for line in inner) >= 0.9 * len(inner)
    cut = sum(_END.search(line) is None for line in inner) >= 0.5 * len(inner)
    goes_on = sum(line.lstrip()[0].islower() for line in lines[1:]) >= 0.5 * len(inner)
    return width in _WRAPPED and even and cut and goes_on
