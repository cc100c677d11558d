"""From the bytes of a file to what was written in it."""
