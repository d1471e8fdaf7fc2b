"""Words that a missing space has joined ("demeuré.je", `majorité"Parisien`) are no names, whatever they look like."""

from __future__ import annotations

import re
from typing import Final

_JOINED: Final = re.compile(
    r"[^\W\d_]{3,}(?:[!?,;\"»«]+|[.](?!(?:fr|com|org|net|be|ch|ca|eu|io|ai|bio|info|lu|ma|tn|sn|tv|re)\b))[^\W\d_]{2,}"
)
_BREAK: Final = re.compile(r"[\"«»!?;]")


def is_debris(surface: str) -> bool:
    """Tell whether a name has words joined over a stop, or a quotation mark inside; addresses of sites are none."""
    return _JOINED.search(surface) is not None or _BREAK.search(surface.strip('"«»!')) is not None
