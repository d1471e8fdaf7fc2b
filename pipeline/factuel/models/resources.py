"""Finding and reading the files of `models/`, in a checkout or inside the installed wheel."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any


@cache
def resource_folder() -> Path:
    """Return the `models/` folder: the wheel's copy if there is one, else the checkout's.

    Raises FileNotFoundError when neither is there, which means a broken installation.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "_data" / "models", package.parents[1] / "models"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no models folder beside {package}; reinstall factuel")


@cache
def read_lexicon(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `models/lexicons/NAME.tsv`: a header line, then one row a line; lines in `#` are comments."""
    header, rows = _table(name)
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


def lexicon_lines(name: str) -> list[str]:
    """Return the lines of `models/lexicons/NAME.tsv` without comments and blank ones: the header, then the rows."""
    text = (resource_folder() / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=8)
def _table(name: str) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows of a lexicon; a dictionary for each of 90,000 rows would be slow and large."""
    header, *rows = (line.split("\t") for line in lexicon_lines(name))
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"lexicon {name}: {len(row)} columns instead of {len(header)} in {row!r}")
    return header, rows


@cache
def read_words(name: str, column: str = "form", **where: str) -> frozenset[str]:
    """Return one column of a lexicon as a set, only of the rows whose other columns have the values of `where`."""
    header, rows = _table(name)
    at = header.index(column)
    wanted = [(header.index(key), value) for key, value in where.items()]
    return frozenset(row[at] for row in rows if all(row[key] == value for key, value in wanted))


@cache
def read_weights(name: str) -> Mapping[str, float]:
    """Return the weight of each feature in a fitted lexicon, by its name."""
    return {row["feature"]: float(row["weight"]) for row in read_lexicon(name)}


@cache
def read_patterns(name: str) -> tuple[dict[str, Any], ...]:
    """Return the objects of `models/patterns/NAME.jsonl`, one a line; lines in `//` are comments."""
    lines = (resource_folder() / "patterns" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip() and not line.startswith("//"))


def find_rows(name: str, key: str, *, longer: bool = False) -> list[list[str]]:
    """Return the rows of a lexicon sorted by its first column where that is `key`, or, when `longer`, has more words
    after it: found by bisection, so that a long file costs no more than its reading."""
    lines, start = _lines(name), key + (" " if longer else "\t")
    found = []
    for at in range(bisect_left(lines, start), len(lines)):
        if not lines[at].startswith(start):
            break
        found.append(lines[at].split("\t"))
    return found


@cache
def _lines(name: str) -> list[str]:
    """Return the rows of a lexicon as they stand in the file, in its order; kept, for they are asked name by name."""
    return lexicon_lines(name)[1:]
