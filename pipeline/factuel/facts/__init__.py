"""From an annotated article to its entities and facts; one module per fact type."""
