"""Writing fitted weights as a lexicon, which `models.read_weights` reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_weights(weights: Mapping[str, float], path: Path, header: str) -> None:
    """Write the lexicon of weights, in order of name, below the comment `header`; those of 0 are left out."""
    rows = "".join(f"{name}\t{weight}\n" for name, weight in sorted(weights.items()) if weight)
    path.write_text(f"{header}feature\tweight\n{rows}", encoding="utf-8")
