"""The calendar by hand: what a range compares with, and the steps it falls into."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

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


@dataclass(frozen=True)
class Sides:
    """What a change compares; `now` is None where no day of the range is over."""

    basis: str
    going_on: bool
    now: tuple[date, date] | None
    then: tuple[date, date]
    growth_now: tuple[date, date] | None  # the days that the growth rate sets against each other
    growth_then: tuple[date, date]
    previous_growth: tuple[date, date, date, date]  # those of the growth rate it is compared with


def sides(first: date, last: date, last_complete: date | None) -> Sides:
    """The days compared: as many first days of both as are over, where the range is not."""
    start, end, basis = compared(first, last)
    going_on = last_complete is None or last > last_complete
    if going_on:
        passed = [first + i * DAY for i in range(((last_complete or first - DAY) - first).days + 1)]
        before = [start + i * DAY for i in range((end - start).days + 1)]
        pairs = list(zip(passed, before, strict=False))
        if not pairs:
            return Sides(
                basis, True, None, (start, end), None, last_month(first, last, True)[2:], last_month(start, end, True)
            )
        first, last, start, end = pairs[0][0], pairs[-1][0], pairs[0][1], pairs[-1][1]
    growth = last_month(first, last, going_on)
    return Sides(basis, going_on, (first, last), (start, end), growth[:2], growth[2:], last_month(start, end, going_on))


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


@lru_cache(1000)
def finest(first: date, last: date, at_most: int) -> str:
    return next((g for g in GRANULARITIES if len(steps(first, last, g)) <= at_most), "year")
