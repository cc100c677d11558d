"""Parse a file: from bytes to what was written in it."""
