"""Readers: from files, folders, archives and streams to raw pages; and the gold."""

from factuel.corpus.readers import READERS, UNPACKERS, read_pages

__all__ = ["READERS", "UNPACKERS", "read_pages"]
