"""A thin client of bi."""
