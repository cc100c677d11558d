"""Find words in texts: quotations, the nearest passage, sentences, alphabetical order."""
