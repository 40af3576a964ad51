"""How a range falls into days, weeks, months, quarters and years of a business's calendar."""

from datetime import date
from typing import NamedTuple

from bi_server.analysis.periods import GRANULARITIES, Days, Granularity, add_months
from bi_server.errors import InvalidInput
from bi_server.semantic.calendar import Calendar

AUTO_STEPS = 100  # `auto` is the finest granularity with at most this many steps
MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Step(NamedTuple):
    """One calendar unit, as far as it lies in a range."""

    unit_start: int  # the unit's own first day, also where the range begins later
    start: int
    end: int
    whole: bool  # whether the range holds all of the unit


def unit_start(day: int, granularity: Granularity, calendar: Calendar) -> int:
    """First day of the calendar unit a day lies in."""
    match granularity:
        case "day":
            return day
        case "week":
            return day - (day - 1 - calendar.week_starts) % 7  # ordinal 1 is a Monday
    found = date.fromordinal(day)
    if granularity == "month":
        return found.replace(day=1).toordinal()
    since = (found.month - calendar.fiscal_year_starts) % (12 if granularity == "year" else 3)
    return add_months(found.replace(day=1), -since).toordinal()


def next_unit(start: int, granularity: Granularity) -> int:
    """First day of the unit after the one that begins on `start`."""
    match granularity:
        case "day":
            return start + 1
        case "week":
            return start + 7
    return add_months(date.fromordinal(start), MONTHS[granularity]).toordinal()


def steps(days: Days, granularity: Granularity, calendar: Calendar) -> list[Step]:
    """The steps of a range, oldest first; the first and the last may be cut."""
    found = []
    start = unit_start(days.start, granularity, calendar)
    while start <= days.end:
        after = next_unit(start, granularity)
        whole = start >= days.start and after - 1 <= days.end
        found.append(Step(start, max(start, days.start), min(after - 1, days.end), whole))
        start = after
    return found


def step_bounds(days: Days, granularity: Granularity, calendar: Calendar) -> list[int]:
    """First days of the steps as far as they lie in the range, and the day after the range."""
    if granularity == "day":
        return list(range(days.start, days.end + 2))
    bounds, start = [days.start], next_unit(unit_start(days.start, granularity, calendar), granularity)
    while start <= days.end:
        bounds.append(start)
        start = next_unit(start, granularity)
    return [*bounds, days.end + 1]


def count_steps(days: Days, granularity: Granularity, calendar: Calendar) -> int:
    """How many steps a range has, the cut ones included."""
    match granularity:
        case "day":
            return days.length
        case "week":
            first, last = ((day - 1 - calendar.week_starts) // 7 for day in days)  # ordinal 1 is a Monday
            return last - first + 1
    first, last = (
        (day.year * 12 + day.month - calendar.fiscal_year_starts) // MONTHS[granularity] for day in days.dates
    )
    return last - first + 1


def finest(days: Days, at_most: int, calendar: Calendar) -> Granularity:
    """The finest granularity that cuts a range into at most so many steps; years where none does."""
    return next((g for g in GRANULARITIES if count_steps(days, g, calendar) <= at_most), "year")


def parse_granularity(text: str, days: Days, calendar: Calendar, *, default: Granularity = "day") -> Granularity:
    """The granularity a request names; `auto` is resolved. Raises InvalidInput with the list."""
    name = text.strip().lower() or default
    if name == "auto":
        return finest(days, AUTO_STEPS, calendar)
    if name not in GRANULARITIES:
        raise InvalidInput.of("granularity", f"{text!r} is not known; use one of {', '.join(GRANULARITIES)} or auto")
    return name
