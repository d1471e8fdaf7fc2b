"""French press web pages in, validated and grounded fact records out.

import factuel
result = factuel.extract(html_or_text, url=None, published=None)   # Extraction(article, entities, facts)
factuel.find_figures("plus de 2 Mds € de chiffre d'affaires")      # no model is loaded for figures and dates
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factuel.annotation.dates import find_dates
    from factuel.annotation.figures import find_figures
    from factuel.interface import ExtractionError, extract, extract_many, find_quotations

__version__ = "0.1.0"
__all__ = ["ExtractionError", "__version__", "extract", "extract_many", "find_dates", "find_figures", "find_quotations"]
_HOMES = {
    "find_dates": "factuel.annotation.dates",
    "find_figures": "factuel.annotation.figures",
    "ExtractionError": "factuel.interface",
    "extract": "factuel.interface",
    "extract_many": "factuel.interface",
    "find_quotations": "factuel.interface",
}


def __getattr__(name: str) -> Any:
    """Import a public function when it is first asked for, so that figures and dates need no spaCy."""
    if name not in _HOMES:
        raise AttributeError(f"module 'factuel' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
