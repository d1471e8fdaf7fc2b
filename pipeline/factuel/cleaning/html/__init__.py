"""From HTML to blocks of text: parsing, pruning what only the DOM shows, and trafilatura."""
