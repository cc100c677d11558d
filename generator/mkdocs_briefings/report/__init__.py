"""Report problems: with line and column, for people, CI and code scanning."""
