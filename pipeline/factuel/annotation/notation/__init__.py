"""How the French press writes numbers and words: folded text, numerals, and patterns built from the lexicons."""
