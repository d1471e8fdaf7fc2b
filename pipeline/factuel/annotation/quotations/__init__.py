"""Quotations: who says what, in « marks », with "que", under "selon", or closed by a verb of saying."""
