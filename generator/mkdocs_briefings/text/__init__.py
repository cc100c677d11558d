"""Text made ready for finding words in it: quotation, the nearest passage, sentences, alphabetical order."""
