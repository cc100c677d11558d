"""Text as a document's markup: what escapes it."""
