"""Days and periods, absolute (`December 2024`) and relative (`the month before`), and which of a claim's they are."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

Range = tuple[date, date]
"""First and last day."""


@dataclass(frozen=True)
class Day:
    """A date as stated; what was left out is None. Only one of `day`, `quarter` and `within` can be there.

    `within` are the first and last day of the month that a vague date may mean: `mid-May`.
    """

    year: int | None
    month: int | None
    day: int | None
    quarter: int | None = None
    within: tuple[int, int] | None = None

    def fits(self, edge: date) -> bool:
        """Whether `edge` is or lies in it."""
        return (
            self.year in (None, edge.year)
            and self.month in (None, edge.month)
            and self.day in (None, edge.day)
            and self.quarter in (None, (edge.month + 2) // 3)
            and (self.within is None or self.within[0] <= edge.day <= self.within[1])
        )

    @property
    def is_day(self) -> bool:
        """Whether it tells a day, however vaguely, and no month, quarter or year."""
        return self.day is not None or self.within is not None


@dataclass(frozen=True)
class Period:
    """A period as stated. Absolute: `first` and `last` day or month. Relative: `unit` back, or of the claim's own days.

    `back` is a unit's name, `days`, or empty for the claim's own range; `count` is how many days; `adverb` tells
    `month over month` from `the month before`. `same` is of what keeps its place in the unit, `to_date` of a unit's
    beginning (of `first`, where that is there), `this` of a unit that may not be over.
    """

    first: Day | None = None
    last: Day | None = None
    back: str = ""
    same: bool = False
    adverb: bool = False
    unit: str = ""
    count: int = 0
    weekday: int | None = None
    to_date: bool = False
    this: bool = False


def joined(first: Period, last: Period) -> Period | None:
    """`first` to `last` as one period, where both are absolute; a year given once counts for both."""
    if first.first is None or last.last is None:
        return None
    start, end = first.first, last.last
    start = replace(start, year=start.year or end.year, month=start.month or (end.month if start.day else None))
    end = replace(end, year=end.year or start.year, month=end.month or (start.month if end.day else None))
    return Period(start, end)


def denoted(period: Period, ranges: Iterable[Range], pairs: Iterable[tuple[Range, Range]]) -> frozenset[Range]:
    """Which of the claim's `ranges` the period is. `pairs` are its ranges, each with the one it is compared with."""
    if period.weekday is not None:
        return frozenset(r for r in ranges if r[0] == r[1] and r[0].weekday() == period.weekday)
    if period.to_date:
        begun = frozenset(days for days in ranges if _is_beginning(period, days))
        if begun or period.last is None:
            return begun
    if period.first is not None and period.last is not None:
        return frozenset(r for r in ranges if _is(period.first, period.last, r))
    if period.back:
        named, pairs = period.first, tuple(pairs)  # `the same month of 2023`
        fits = (own_base for own_base in pairs if named is None or named.fits(own_base[1][0]))
        found = {base for own, base in fits if _lies_back(period, own, base)}
        if not found and named is not None and named.year and named.month is None:  # `and in the same period of 2024`
            found = {own for own, base in pairs if named.fits(own[0]) and _lies_back(period, own, base)}
        return frozenset(found)
    if period.unit == "months":
        return frozenset(own for own in ranges if _whole_months(own) == period.count)
    anything = period.unit in ("period", "range", "timeframe")
    whole = frozenset(own for own in ranges if anything or is_whole(period.unit, own))
    if whole or not period.this or period.unit not in ("month", "quarter", "year"):
        return whole
    return frozenset(own for own in ranges if _is_to_date(period.unit, own))  # `this year`, which goes on


def edges(period: Period, ranges: Iterable[Range], *, loosely: bool = False) -> frozenset[Range]:
    """Which of the ranges start or end with the period; `loosely` also those that start within it."""
    day = period.first
    if day is None or day != period.last:
        return frozenset()
    if not day.is_day:
        return frozenset(r for r in ranges if day.fits(r[0]) and (loosely or not day.fits(r[0] - timedelta(days=1))))
    return frozenset(r for r in ranges if day.fits(r[0]) or day.fits(r[1]))


def _is(first: Day, last: Day, days: Range) -> bool:
    """Whether the days are exactly those from `first` to `last`."""
    start, end = days
    starts = first.fits(start) and (first.is_day or not first.fits(start - timedelta(days=1)))
    ends = last.fits(end) and (last.is_day or not last.fits(end + timedelta(days=1)))
    if first == last and start.year != end.year and first.year is None:
        return False
    # A month or a quarter without a year has its like a year later; it is not longer than itself.
    return starts and ends and (first != last or first.day is None or start == end)


def is_whole(unit: str, days: Range) -> bool:
    """Whether the days are a whole one of the unit."""
    start, end = days
    if unit in ("day", "date"):
        return start == end
    if unit == "week":
        return (end - start).days == 6
    if unit == "weekend":
        return start.weekday() == 5 and (end - start).days == 1
    return unit in _MONTHS and _whole_months(days) == _MONTHS[unit]


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def _whole_months(days: Range) -> int:
    """How many calendar months the days are; 0 where they are no whole ones."""
    start, end = days
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    return (end.year - start.year) * 12 + end.month - start.month + 1 if whole else 0


def _is_to_date(unit: str, days: Range) -> bool:
    """Whether the days are a beginning of a month, quarter or year."""
    start, end = days
    months = _MONTHS[unit]
    after = (end.year - start.year) * 12 + end.month - start.month
    return start.day == 1 and (start.month - 1) % months == 0 and after < months


def _is_beginning(period: Period, days: Range) -> bool:
    """Whether the days are the beginning that is told, so many of them where that is said."""
    length = (days[1] - days[0]).days + 1
    named = period.first is None or period.first.fits(days[0])
    return _is_to_date(period.unit, days) and named and period.count in (0, length)


def _lies_back(period: Period, own: Range, base: Range) -> bool:
    """Whether `base` is what a reader takes the words for, seen from `own`."""
    unit = period.back
    length = (own[1] - own[0]).days + 1
    adjacent = base[1] == own[0] - timedelta(days=1)
    before = (base[1] - base[0]).days + 1
    if unit == "months":
        return adjacent and _whole_months(base) == period.count
    if unit == "so many":
        return adjacent and period.count in (before, before / 7, _whole_months(base))
    if unit == "days":
        return adjacent and before == (period.count or length)
    if unit in ("period", "range", "timeframe", "date"):
        return True
    back = (own[0] - base[0]).days
    alike = abs(before - length) <= 3
    if unit == "day":
        return adjacent and length == 1
    if unit in ("week", "weekend"):
        return back == 7 and (period.same or length == (7 if unit == "week" else 2))
    months = _MONTHS[unit]
    moved = (own[0].year - base[0].year) * 12 + own[0].month - base[0].month
    dated = moved == months and abs(own[0].day - base[0].day) <= 1
    # A year of 52 weeks keeps the weekdays.
    return alike and (dated or (unit == "year" and back == 364 and period.unit != "day"))
