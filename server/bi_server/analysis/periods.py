"""Ranges of civil dates: what they compare with, and how they fall into calendar steps."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from bi_server.errors import InvalidInput, Violation
from bi_server.semantic.calendar import Calendar

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200  # dates outside are typing errors
MAX_YEARS = 10  # longer ranges are refused: no chart shows them, and answers would grow without bound
Granularity = Literal["day", "week", "month", "quarter", "year"]
GRANULARITIES: tuple[Granularity, ...] = get_args(Granularity)
Basis = Literal[
    "preceding_range",
    "previous_week",
    "previous_month",
    "previous_quarter",
    "previous_year",
    "previous_year_weekday",
    "dates",
]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PERIOD = re.compile(r"(\d{1,5})([dwmqy])", re.ASCII)
_UNIT_MONTHS = {"m": 1, "q": 3, "y": 12}


class Days(NamedTuple):
    """A range of civil dates as proleptic ordinals, both ends included."""

    start: int
    end: int

    @classmethod
    def of(cls, start: date, end: date) -> "Days":
        return cls(start.toordinal(), end.toordinal())

    @property
    def length(self) -> int:
        return self.end - self.start + 1

    def first(self, days: int) -> "Days":
        """As many days from its beginning."""
        return Days(self.start, self.start + days - 1)

    @property
    def dates(self) -> tuple[date, date]:
        return date.fromordinal(self.start), date.fromordinal(self.end)


@lru_cache(8192)  # callers name the same days again and again
def parse_date(field: str, text: str) -> date:
    """A date `YYYY-MM-DD`. Raises InvalidInput naming the field for anything else."""
    if not text.strip():
        raise InvalidInput.of(field, "is required; write a date as YYYY-MM-DD")
    if not _DATE.fullmatch(text):
        raise InvalidInput.of(field, f"{text[:40]!r} is not a date; write it as YYYY-MM-DD")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidInput.of(field, f"{text!r} is not in the calendar") from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise InvalidInput.of(field, f"{text!r} is outside the years {EARLIEST_YEAR} to {LATEST_YEAR}")
    return day


def parse_range(start_field: str, start: str, end_field: str, end: str) -> Days:
    """A checked range. Raises InvalidInput naming every wrong field at once."""
    found: list[date] = []
    violations: list[Violation] = []
    for field, text in ((start_field, start), (end_field, end)):
        try:
            found.append(parse_date(field, text))
        except InvalidInput as error:
            violations.extend(error.violations)
    if violations:
        raise InvalidInput(violations)
    first, last = found
    if first > last:
        raise InvalidInput(
            [
                Violation(start_field, f"{first} is after {end_field} {last}; swap them"),
                Violation(end_field, f"{last} is before {start_field} {first}; swap them"),
            ]
        )
    if last.year - first.year >= MAX_YEARS and last >= add_months(first, 12 * MAX_YEARS):
        text = f"{first} to {last} is longer than {MAX_YEARS} years; ask for a shorter range"
        raise InvalidInput([Violation(start_field, text), Violation(end_field, text)])
    return Days.of(first, last)


def parse_period(text: str, last_day: int) -> Days:
    """The range of a length such as `30d`, `12w`, `6m`, `2q` or `1y` that ends on `last_day`; blank means `30d`."""
    match = _PERIOD.fullmatch(text.strip().lower() or "30d")
    if not match or int(match[1]) == 0:
        raise InvalidInput.of(
            "period", f"{text[:40]!r} is not a period; write a number with d, w, m, q or y, such as 30d"
        )
    count, unit = int(match[1]), match[2]
    end = date.fromordinal(last_day)
    if (count * {"d": 1, "w": 7, "m": 30, "q": 91, "y": 365}[unit]) > MAX_YEARS * 366:
        raise InvalidInput.of("period", f"{text!r} is longer than {MAX_YEARS} years; ask for a shorter period")
    if unit in "dw":
        return Days(last_day - count * (7 if unit == "w" else 1) + 1, last_day)
    start = add_months(end + timedelta(days=1), -count * _UNIT_MONTHS[unit])
    return Days(start.toordinal(), last_day)


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _month_length(year, month + 1)))


def is_month_end(day: date) -> bool:
    return day.day == _month_length(day.year, day.month)


@lru_cache(8192)
def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def preceding(days: Days, calendar: Calendar) -> tuple[Days, Basis]:
    """What a range compares with: as many whole months before whole months, else as many days before."""
    start, end = days.dates
    if start.day == 1 and is_month_end(end):
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        before = Days(add_months(start, -months).toordinal(), days.start - 1)
        if months % 12 == 0 and start.month == calendar.fiscal_year_starts:
            return before, "previous_year"
        if months % 3 == 0 and (start.month - calendar.fiscal_year_starts) % 3 == 0:
            return before, "previous_quarter"
        return before, "previous_month"
    return Days(days.start - days.length, days.start - 1), "preceding_range"


class Compared(NamedTuple):
    """What of a range is compared with what: equally many days of both, unless both are whole calendar units.

    `current_is_partial`: the range reaches beyond the last complete day, and `current` is its part up to there. Where
    no day of the range is over, `current` and `base` are empty (length 0): there is nothing to compare.
    `base_is_partial`: the base begins before the data does, so that a change against it is no growth.
    """

    current: Days
    base: Days
    basis: Basis
    current_is_partial: bool
    base_is_partial: bool


def compared(days: Days, first_day: int, last_complete_day: int, base_of: tuple[Days, Basis]) -> Compared:
    """The days that a change of a range compares, given the first day and the last complete day of the data.

    `base_of` is what the range compares with, such as `preceding`.

    A range that is still going on compares its first days with as many first days of the range before. Where the unit
    before is shorter than what has elapsed (30 days of March), both sides are its length.
    """
    base, basis = base_of
    current = days
    if days.end > last_complete_day:
        length = min(max(last_complete_day - days.start + 1, 0), base.length)
        current, base = days.first(length), base.first(length)
    return Compared(current, base, basis, days.end > last_complete_day, base.start < first_day)


def month_over_month(days: Days, *, is_partial: bool = False) -> tuple[Days, Days]:
    """The range's last calendar month as far as it lies in the range, and the same days of the month before.

    Whole calendar months compare whole months, however long. Any other range compares equally many days, also where
    the month before lacks some of them: then as many days up to its end (28 to 31 March with 25 to 28 February), at
    most all of it. `is_partial`: the range is what has elapsed of a longer one, and whole only by chance.
    """
    first, end = days.dates
    before_end = days.end - end.day  # the last day of the month before
    before_length = date.fromordinal(before_end).day
    start = max(days.start, before_end + 1)
    if first.day == 1 and is_month_end(end) and not is_partial:
        return Days(start, days.end), Days(before_end - before_length + 1, before_end)
    length = min(days.end - start + 1, before_length)
    last = before_end - max(before_length - end.day, 0)
    return Days(start, start + length - 1), Days(last - length + 1, last)
