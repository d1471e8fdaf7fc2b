"""Signatures of texts: numbers that agree in as many places as two texts share runs of words (MinHash).

Broder, "On the resemblance and containment of documents", 1997. Written here in numpy, for `datasketch` would add
0.4 s to the start of every run and 110 MB (SciPy) to the installation.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

PERMUTATIONS: Final = 128
"""Numbers a signature: the share of equal ones is the resemblance of two texts, give or take .04."""
SHINGLE: Final = 3
"""Words a run."""
LEAST_WORDS: Final = 40
"""Shorter texts have no signature: two briefs of one form would resemble each other."""
_PRIME: Final = 4_294_967_311
"""The first prime over 2^32, the range of the hashes; products stay under 2^64."""
_SEED: Final = 1997
_WORD: Final = re.compile(r"\w+")


def signature(text: str) -> bytes:
    """Return the signature of a text, `PERMUTATIONS` numbers of four bytes; empty when the text is too short."""
    words = [word.encode("utf-8", "replace") for word in _WORD.findall(text.lower())]
    if len(words) < LEAST_WORDS:
        return b""
    runs = {zlib.crc32(b" ".join(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)}
    hashes = np.fromiter(sorted(runs), dtype=np.uint64)
    factors, summands = _permutations()
    least = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(hashes), 4096):
        block = hashes[start : start + 4096]
        least = np.minimum(least, ((factors[:, None] * block + summands[:, None]) % _PRIME).min(axis=1))
    return (least & 0xFFFFFFFF).astype("<u4").tobytes()


def resemblance(one: bytes, other: bytes) -> float:
    """Return the estimated share (0..1) of the runs of words that two texts have in common, from their signatures."""
    return float(np.mean(np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")))


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return factors (under 2^31, so that products stay under 2^64) and summands of the hash functions."""
    numbers = np.random.Generator(np.random.PCG64(_SEED))
    factors = numbers.integers(1, 1 << 31, PERMUTATIONS, dtype=np.uint64)
    return factors, numbers.integers(0, 1 << 31, PERMUTATIONS, dtype=np.uint64)
