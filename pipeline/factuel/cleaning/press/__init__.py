"""The press layer: what extraction leaves that is not the article, found by form and position, set aside by kind."""
