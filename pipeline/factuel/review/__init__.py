"""The review of a run: its decision store, and the web page where curators decide."""
