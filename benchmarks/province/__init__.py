"""A province that does not exist: its places, its units, and what was raised there year by year."""
