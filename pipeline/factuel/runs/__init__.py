"""Runs: sources and settings in, a run folder out."""
