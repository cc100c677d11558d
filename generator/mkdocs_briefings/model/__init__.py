"""Data that the whole program shares: problems, settings, dates, prose, names, the corpus, addresses."""
