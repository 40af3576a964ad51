"""Calendar steps against tables of known answers, and for any calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.test_periods import DATES, days

from bi_server.analysis.calendar_steps import count_steps, parse_granularity, step_bounds, unit_start
from bi_server.analysis.calendar_steps import steps as steps_of
from bi_server.analysis.periods import GRANULARITIES, Days, Granularity
from bi_server.semantic.calendar import ISO, WEEKDAYS, Calendar

CALENDARS = st.builds(Calendar, st.integers(0, 6), st.integers(1, 12))


@pytest.mark.parametrize(
    ("asked", "granularity", "expected"),
    [
        ("2024-01-03..2024-01-15", "week", ["2024-01-01 cut", "2024-01-08", "2024-01-15 cut"]),
        ("2024-01-01..2024-01-14", "week", ["2024-01-01", "2024-01-08"]),
        ("2024-01-31..2024-03-01", "month", ["2024-01-01 cut", "2024-02-01", "2024-03-01 cut"]),
        ("2024-02-01..2024-06-30", "quarter", ["2024-01-01 cut", "2024-04-01"]),
        ("2023-01-01..2024-12-30", "year", ["2023-01-01", "2024-01-01 cut"]),
        ("2024-02-29", "day", ["2024-02-29"]),
    ],
)
def test_steps(asked: str, granularity: Granularity, expected: list[str]) -> None:
    steps = steps_of(days(asked), granularity, ISO)
    assert [f"{date.fromordinal(s.unit_start)}{'' if s.whole else ' cut'}" for s in steps] == expected


@pytest.mark.parametrize(
    ("asked", "granularity", "expected"),
    [
        ("2024-01-03..2024-01-15", "week", ["2023-12-31 cut", "2024-01-07", "2024-01-14 cut"]),
        ("2024-02-01..2024-06-30", "quarter", ["2024-02-01", "2024-05-01 cut"]),
        ("2024-01-01..2024-06-30", "year", ["2023-02-01 cut", "2024-02-01 cut"]),
        ("2024-02-01..2025-01-31", "year", ["2024-02-01"]),
    ],
)
def test_weeks_from_sunday_and_years_from_february(asked: str, granularity: Granularity, expected: list[str]) -> None:
    steps = steps_of(days(asked), granularity, Calendar(WEEKDAYS.index("sunday"), 2))
    assert [f"{date.fromordinal(s.unit_start)}{'' if s.whole else ' cut'}" for s in steps] == expected


@given(DATES, st.integers(0, 3600), st.sampled_from(GRANULARITIES), CALENDARS)
def test_steps_tile_the_range(first: date, length: int, granularity: Granularity, calendar: Calendar) -> None:
    asked = Days.of(first, first + timedelta(days=length))
    steps = steps_of(asked, granularity, calendar)
    assert len(steps) == count_steps(asked, granularity, calendar)
    assert step_bounds(asked, granularity, calendar) == [step.start for step in steps] + [asked.end + 1]
    assert [step.start for step in steps] == [asked.start] + [step.end + 1 for step in steps[:-1]]
    assert steps[-1].end == asked.end
    assert all(step.unit_start == unit_start(step.end, granularity, calendar) for step in steps)
    assert all(step.whole for step in steps[1:-1])
    for step in steps:
        begins = date.fromordinal(step.unit_start)
        if granularity == "week":
            assert begins.weekday() == calendar.week_starts
        elif granularity != "day":
            months = begins.month - calendar.fiscal_year_starts
            assert begins.day == 1
            assert months % {"month": 1, "quarter": 3, "year": 12}[granularity] == 0


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2024-01-01..2024-04-09", "day"),  # 100 days
        ("2024-01-01..2024-04-10", "week"),
        ("2024-01-01..2025-11-30", "week"),  # exactly 100 weeks, from Monday to Sunday
        ("2024-01-01..2025-12-01", "month"),
        ("2015-01-15..2023-05-01", "quarter"),  # 101 months
        ("2015-01-15..2023-04-30", "month"),
    ],
)
def test_auto_is_the_finest_with_at_most_100_steps(asked: str, expected: str) -> None:
    assert parse_granularity("auto", days(asked), ISO) == expected
