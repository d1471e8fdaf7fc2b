"""What the program knows of French: lexicons and patterns on disk, and the spaCy pipeline that reads with them."""

from factuel.models.folding import unaccented
from factuel.models.resources import (
    find_rows,
    lexicon_lines,
    read_lexicon,
    read_patterns,
    read_weights,
    read_words,
    resource_folder,
)
from factuel.models.verbs import verb_forms

__all__ = [
    "find_rows",
    "lexicon_lines",
    "read_lexicon",
    "read_patterns",
    "read_weights",
    "read_words",
    "resource_folder",
    "unaccented",
    "verb_forms",
]
