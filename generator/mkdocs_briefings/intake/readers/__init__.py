"""Readers of saved files, one module for each kind; `extraction` holds their table."""
