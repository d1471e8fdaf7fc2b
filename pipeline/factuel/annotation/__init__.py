"""From an article to a spaCy Doc with names, figures, dates and quotations; one folder per component."""
