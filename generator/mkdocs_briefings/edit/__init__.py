"""Files changed for an editor: the formatter, renaming, fixes, seals, stubs."""
