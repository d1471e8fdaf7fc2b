"""Training of the small components that ship, from the repository's own gold."""
