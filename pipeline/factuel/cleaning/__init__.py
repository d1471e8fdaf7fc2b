"""From a raw page to an article: decoding, extraction, metadata, typography, and the press layer."""

from factuel.cleaning.errors import CleaningError
from factuel.cleaning.page import clean_page

__all__ = ["CleaningError", "clean_page"]
