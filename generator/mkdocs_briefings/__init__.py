"""A generator of static briefing sites on which every sentence shows its evidence."""
