"""The quotation marks, as tokens."""

from __future__ import annotations

from typing import Final

OPENING: Final = frozenset({"«", "“", '"', "„", "‹"})
CLOSING: Final = frozenset({"»", "”", '"', "›"})
