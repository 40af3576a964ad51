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


def last_month(first: date, last: date, going_on: bool = False) -> tuple[date, date, date, date]:
    """The days of the last calendar month inside a range, and the days of the month before they grew from.

    The same days, as many, unless the range is whole calendar months that are over.
    """
    start = max(first, last.replace(day=1))
    before = months_back(last, 1)
    before_end = month_end(before.year, before.month)
    if first.day == 1 and last == month_end(last.year, last.month) and not going_on:
        return start, last, before, before_end
    now = [start + i * DAY for i in range((last - start).days + 1)][: before_end.day]
    then = [before + i * DAY for i in range(min(last.day, before_end.day))][-len(now) :]
    return now[0], now[-1], then[0], then[-1]


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
