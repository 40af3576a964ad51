"""The calendar by hand: what a range compares with, and the steps it falls into."""

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)
GRANULARITIES = ("day", "week", "month", "quarter", "year")


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_back(day: date, months: int) -> date:
    """First day of the month that lies so many months before a day's month."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def compared(first: date, last: date) -> tuple[date, date, str]:
    """The range a change compares with, and the basis."""
    if first.day != 1 or last != month_end(last.year, last.month):
        days = (last - first).days + 1
        return first - days * DAY, first - DAY, "preceding_range"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.month == 1 and last.month == 12:
        basis = "previous_year"
    elif first.month in (1, 4, 7, 10) and last.month in (3, 6, 9, 12):
        basis = "previous_quarter"
    else:
        basis = "previous_month"
    return months_back(first, months), first - DAY, basis


def last_month(first: date, last: date) -> tuple[date, date, date, date]:
    """The last calendar month inside a range, and the same days of the month before."""
    start = max(first, last.replace(day=1))
    before = months_back(last, 1)
    length = monthrange(before.year, before.month)[1]
    if start.day == 1 and last == month_end(last.year, last.month):
        return start, last, before, before.replace(day=length)
    return start, last, before.replace(day=min(start.day, length)), before.replace(day=min(last.day, length))


def unit(day: date, granularity: str) -> tuple[date, date]:
    """First and last day of the calendar unit a day lies in."""
    if granularity == "day":
        return day, day
    if granularity == "week":
        monday = day - day.weekday() * DAY
        return monday, monday + 6 * DAY
    months = {"month": 1, "quarter": 3, "year": 12}[granularity]
    first = (day.month - 1) // months * months + 1
    return date(day.year, first, 1), month_end(day.year, first + months - 1)


def steps(first: date, last: date, granularity: str) -> list[tuple[date, date]]:
    """The calendar units that a range touches."""
    found = [unit(first, granularity)]
    while found[-1][1] < last:
        found.append(unit(found[-1][1] + DAY, granularity))
    return found


def finest(first: date, last: date, at_most: int) -> str:
    return next((g for g in GRANULARITIES if len(steps(first, last, g)) <= at_most), "year")
