"""How a file that somebody saved becomes a source: its text taken out, what it tells of itself, a copy recognised."""
