"""Which holiday, if any, accounts for an unusual day."""

from collections.abc import Mapping
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
FRIDAY = 4


def holiday_of(day: date, holidays: Mapping[date, str]) -> str | None:
    """The holiday on that day, on the next day (its eve) or, for a Friday, on the Thursday before (a bridge)."""
    if day in holidays:
        return holidays[day]
    if day + ONE_DAY in holidays:
        return f"{holidays[day + ONE_DAY]} (day before)"
    if day.weekday() == FRIDAY and day - ONE_DAY in holidays:
        return f"{holidays[day - ONE_DAY]} (bridge day)"
    return None
