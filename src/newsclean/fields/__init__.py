"""Title, source, date, authors and the rest, each from all places that name it."""
