"""Figures of French press text: every number with its value, unit, bound, and what it counts."""

from factuel.annotation.figures.finder import find_figures

__all__ = ["find_figures"]
