"""Readers: from files, folders, archives and streams to raw pages; and the gold."""
