"""SQLite: a file of its own."""
