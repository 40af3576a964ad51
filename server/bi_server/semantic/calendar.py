"""When the weeks and the years of a business begin."""

from dataclasses import dataclass

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Calendar:
    """Quarters are three months each from the beginning of the fiscal year, which its years are, too."""

    week_starts: int = 0  # position in WEEKDAYS
    fiscal_year_starts: int = 1  # month


ISO = Calendar()
"""Weeks from Monday (ISO 8601), years from January."""
