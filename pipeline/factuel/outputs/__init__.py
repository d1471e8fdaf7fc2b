"""The contract on disk: the run folder's files, the schemas of its records, and the other formats."""
