"""Which days a request is about, and what they are compared with."""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from bi_server.analysis import date_words, periods
from bi_server.analysis.date_words import Words
from bi_server.analysis.periods import Basis, Days
from bi_server.answers import series
from bi_server.errors import InvalidInput
from bi_server.semantic.calendar import Calendar
from bi_server.store.cube import Cube

WEEKS_OF_A_YEAR = timedelta(days=364)

COMPARISONS = {
    "previous": "Preceding period",
    "previous_year": "Same days last year",
    "previous_year_weekday": "Same weekdays last year",
}
"""What a range may be compared with besides two dates, with titles."""


class Ranged(Protocol):
    """A request for a range of days."""

    start_date: str
    end_date: str
    range: str
    as_of: str


class Comparing(Ranged, Protocol):
    """A request that compares its range."""

    compare: str
    compare_start: str
    compare_end: str


def days(request: Ranged, cube: Cube) -> Days:
    """The days asked for. Raises InvalidInput, and InsufficientHistory for a range in words of an empty store."""
    return _asked(request, cube).days


def with_base(request: Comparing, cube: Cube) -> tuple[Days, tuple[Days, Basis]]:
    """The days asked for, and what they compare with. Errors as of `days`."""
    asked = _asked(request, cube)
    how = request.compare.strip().lower()
    if request.compare_start or request.compare_end:
        if how not in ("", "dates"):
            raise InvalidInput.of("compare", f"{request.compare[:40]!r} takes no dates; leave out one of them")
        given = periods.parse_range("compare_start", request.compare_start, "compare_end", request.compare_end)
        return asked.days, (given, "dates")
    if how == "dates":
        raise InvalidInput.of("compare", "'dates' needs compare_start and compare_end")
    if how not in _BASES:
        raise InvalidInput.of(
            "compare", f"{request.compare[:40]!r} is not known; use one of {', '.join([*_BASES][1:])} or dates"
        )
    return asked.days, _BASES[how](asked, cube.model.calendar)


def _asked(request: Ranged, cube: Cube) -> Words:
    if not request.range.strip():
        if request.as_of:
            raise InvalidInput.of("as_of", "goes with `range`; dates are what they are")
        return Words(periods.parse_range("start_date", request.start_date, "end_date", request.end_date))
    if request.start_date or request.end_date:
        raise InvalidInput.of("range", "stands instead of start_date and end_date; leave out either")
    series.require_data(cube)
    now = periods.parse_date("as_of", request.as_of).toordinal() if request.as_of else cube.last_complete_day
    return date_words.resolve(request.range, cube.first_day, now, cube.model.calendar)


def _previous(asked: Words, calendar: Calendar) -> tuple[Days, Basis]:
    if asked.to_date is None:
        return periods.preceding(asked.days, calendar)
    return date_words.same_days_before(asked, calendar), f"previous_{asked.to_date}"  # type: ignore[return-value]


def _previous_year(asked: Words, _calendar: Calendar) -> tuple[Days, Basis]:
    start, end = asked.days.dates
    before = periods.add_months(end, -12)
    if start.day == 1 and periods.is_month_end(end) and asked.to_date is None:  # whole months stay whole in leap years
        before = periods.add_months(end + timedelta(days=1), -12) - timedelta(days=1)
    return Days.of(periods.add_months(start, -12), before), "previous_year"


def _previous_year_weekday(asked: Words, _calendar: Calendar) -> tuple[Days, Basis]:
    start, end = asked.days.dates
    return Days.of(start - WEEKS_OF_A_YEAR, end - WEEKS_OF_A_YEAR), "previous_year_weekday"


_BASES: dict[str, Callable[[Words, Calendar], tuple[Days, Basis]]] = {
    "": _previous,
    "previous": _previous,
    "previous_year": _previous_year,
    "previous_year_weekday": _previous_year_weekday,
}
