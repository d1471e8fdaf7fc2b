"""Dates of French press text: find them, say them in EDTF, resolve them against the day of the article."""

from factuel.annotation.dates.finder import find_dates

__all__ = ["find_dates"]
