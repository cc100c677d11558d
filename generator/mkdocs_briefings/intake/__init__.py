"""Make a source of a saved file: text, metadata, duplicates, first draft, suggested entities."""
