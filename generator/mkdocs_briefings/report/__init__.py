"""Problems reported: located in their files, printed for people, for CI, for code scanning."""
