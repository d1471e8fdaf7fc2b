"""Sentence starts that the parser must respect: paragraphs begin sentences, abbreviations do not end them."""
