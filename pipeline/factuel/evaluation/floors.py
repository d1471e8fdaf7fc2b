"""Floors: scores pinned in `corpus/gold/floors.json` that may only rise."""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import Any

from factuel.evaluation.tally import Score

EPSILON = 0.002
"""Room below a floor, for a library's new version that moves one mention in five hundred."""


def gold_fingerprint(folder: Path) -> str:
    """Return the SHA-256 of all gold files of a folder, so that a floor says which gold it was measured on."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.gold")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def check_floors(score: Score, floors: Path, split: str) -> list[str]:
    """Return a line for each score of `split` that is below its floor; none when all hold."""
    pinned = read_floors(floors).get(split, {}).get("f1", {})
    return [
        f"{kind}: F1 {score.tally(kind).f1:.3f} is below its floor {floor:.3f}"
        for kind, floor in pinned.items()
        if score.tally(kind).f1 < floor - EPSILON
    ]


def update_floors(score: Score, floors: Path, split: str, gold: Path, *, allow_regression: bool = False) -> list[str]:
    """Raise the floors of `split` to the scores; return the lines of those that would fall, and change nothing if any.

    `allow_regression` lowers them all the same; a changelog line must then say why.
    """
    falling = check_floors(score, floors, split)
    if falling and not allow_regression:
        return falling
    whole = read_floors(floors)
    pinned = {kind: math.floor(tally.f1 * 1000) / 1000 for kind, tally in sorted(score.tallies.items())}
    whole[split] = {"gold_sha256": gold_fingerprint(gold), "f1": pinned}
    floors.write_text(json.dumps(whole, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return []


def read_floors(floors: Path) -> dict[str, Any]:
    """Return the floors by split; none when the file is not there yet."""
    return json.loads(floors.read_text(encoding="utf-8")) if floors.exists() else {}
