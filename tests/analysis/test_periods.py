"""Ranges and calendar steps against tables of known answers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bi_server.analysis import periods
from bi_server.analysis.periods import GRANULARITIES, Days, Granularity
from bi_server.errors import InvalidInput

DATES = st.dates(date(1911, 1, 1), date(2190, 12, 31))


def days(text: str) -> Days:
    """`2024-01-01..2024-01-31`; a single date is a range of one day."""
    first, _, last = text.partition("..")
    return Days.of(date.fromisoformat(first), date.fromisoformat(last or first))


def test_days_count_both_ends() -> None:
    assert days("2024-02-28..2024-03-01").length == 3
    assert days("2024-02-28..2024-03-01").dates == (date(2024, 2, 28), date(2024, 3, 1))


@pytest.mark.parametrize(
    ("asked", "before", "basis"),
    [
        ("2024-01-01..2024-01-31", "2023-12-01..2023-12-31", "previous_month"),
        ("2024-03-01..2024-03-31", "2024-02-01..2024-02-29", "previous_month"),
        ("2024-02-01..2024-02-29", "2024-01-01..2024-01-31", "previous_month"),
        ("2024-02-01..2024-03-31", "2023-12-01..2024-01-31", "previous_month"),
        ("2024-02-01..2024-04-30", "2023-11-01..2024-01-31", "previous_month"),
        ("2024-01-01..2024-03-31", "2023-10-01..2023-12-31", "previous_quarter"),
        ("2024-01-01..2024-06-30", "2023-07-01..2023-12-31", "previous_quarter"),
        ("2023-07-01..2024-06-30", "2022-07-01..2023-06-30", "previous_quarter"),
        ("2024-01-01..2024-12-31", "2023-01-01..2023-12-31", "previous_year"),
        ("2023-01-01..2024-12-31", "2021-01-01..2022-12-31", "previous_year"),
        ("2024-02-01..2024-02-28", "2024-01-04..2024-01-31", "preceding_range"),
        ("2024-01-01..2024-12-30", "2023-01-01..2023-12-31", "preceding_range"),
        ("2024-03-01", "2024-02-29", "preceding_range"),
        ("2024-01-10..2024-01-20", "2023-12-30..2024-01-09", "preceding_range"),
    ],
)
def test_what_a_range_compares_with(asked: str, before: str, basis: str) -> None:
    assert periods.preceding(days(asked)) == (days(before), basis)


@given(DATES, st.integers(0, 1000))
def test_the_compared_range_ends_the_day_before(first: date, length: int) -> None:
    asked = Days.of(first, first + timedelta(days=length))
    before, basis = periods.preceding(asked)
    assert before.start <= before.end == asked.start - 1
    assert before.length == asked.length or basis != "preceding_range"


@pytest.mark.parametrize(
    ("asked", "month", "before"),
    [
        ("2024-01-01..2024-01-31", "2024-01-01..2024-01-31", "2023-12-01..2023-12-31"),
        ("2024-01-01..2024-12-31", "2024-12-01..2024-12-31", "2024-11-01..2024-11-30"),
        ("2024-01-10..2024-01-20", "2024-01-10..2024-01-20", "2023-12-10..2023-12-20"),
        ("2023-11-05..2024-01-20", "2024-01-01..2024-01-20", "2023-12-01..2023-12-20"),
        ("2024-02-01..2024-02-29", "2024-02-01..2024-02-29", "2024-01-01..2024-01-31"),
        ("2024-03-15..2024-03-31", "2024-03-15..2024-03-31", "2024-02-15..2024-02-29"),
        ("2023-03-30..2023-03-31", "2023-03-30..2023-03-31", "2023-02-28"),
        ("2024-02-10..2024-02-29", "2024-02-10..2024-02-29", "2024-01-10..2024-01-29"),
        ("2024-05-31", "2024-05-31", "2024-04-30"),
    ],
)
def test_month_over_month(asked: str, month: str, before: str) -> None:
    assert periods.month_over_month(days(asked)) == (days(month), days(before))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "2024-03-02..2024-03-31"),
        ("30d", "2024-03-02..2024-03-31"),
        ("1d", "2024-03-31"),
        ("2w", "2024-03-18..2024-03-31"),
        ("1m", "2024-03-01..2024-03-31"),
        ("2q", "2023-10-01..2024-03-31"),
        (" 1Y ", "2023-04-01..2024-03-31"),
        ("10y", "2014-04-01..2024-03-31"),
    ],
)
def test_periods_end_now(text: str, expected: str) -> None:
    assert periods.parse_period(text, date(2024, 3, 31).toordinal()) == days(expected)


@pytest.mark.parametrize("text", ["0d", "d", "30", "-3d", "1.5m", "30 d", "30x", "11y", "99999d", "\uff13d", "1d1d"])
def test_wrong_periods(text: str) -> None:
    with pytest.raises(InvalidInput, match="period") as caught:
        periods.parse_period(text, date(2024, 3, 31).toordinal())
    assert caught.value.violations[0].field == "period"


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
    steps = periods.steps(days(asked), granularity)
    assert [f"{date.fromordinal(s.unit_start)}{'' if s.whole else ' cut'}" for s in steps] == expected


@given(DATES, st.integers(0, 3600), st.sampled_from(GRANULARITIES))
def test_steps_tile_the_range(first: date, length: int, granularity: Granularity) -> None:
    asked = Days.of(first, first + timedelta(days=length))
    steps = periods.steps(asked, granularity)
    assert len(steps) == periods.count_steps(asked, granularity)
    assert periods.step_bounds(asked, granularity) == [step.start for step in steps] + [asked.end + 1]
    assert [step.start for step in steps] == [asked.start] + [step.end + 1 for step in steps[:-1]]
    assert steps[-1].end == asked.end
    assert all(step.unit_start == periods.unit_start(step.end, granularity) for step in steps)
    assert all(step.whole for step in steps[1:-1])


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
    assert periods.parse_granularity("auto", days(asked)) == expected
