"""The data that the whole program shares: problems and their codes, settings, dates, prose, names, the corpus, addresses."""
