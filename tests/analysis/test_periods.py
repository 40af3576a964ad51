"""Ranges against tables of known answers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bi_server.analysis import periods
from bi_server.analysis.periods import Days
from bi_server.errors import InvalidInput
from bi_server.semantic.calendar import ISO, Calendar

DATES = st.dates(date(1911, 1, 1), date(2190, 12, 31))


def days(text: str) -> Days:
    """`2024-01-01..2024-01-31`; a single date is a range of one day."""
    first, _, last = text.partition("..")
    return Days.of(date.fromisoformat(first), date.fromisoformat(last or first))


def compared(asked: Days, first: int, last_complete: int) -> periods.Compared:
    """With the range before."""
    return periods.compared(asked, first, last_complete, periods.preceding(asked, ISO))


@pytest.mark.parametrize(
    ("asked", "basis"),
    [
        ("2023-04-01..2024-03-31", "previous_year"),
        ("2024-01-01..2024-12-31", "previous_quarter"),
        ("2023-10-01..2023-12-31", "previous_quarter"),
        ("2024-02-01..2024-04-30", "previous_month"),
    ],
)
def test_a_fiscal_year_compares_with_the_one_before(asked: str, basis: str) -> None:
    assert periods.preceding(days(asked), Calendar(fiscal_year_starts=4))[1] == basis


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
    assert periods.preceding(days(asked), ISO) == (days(before), basis)


@given(DATES, st.integers(0, 1000))
def test_the_compared_range_ends_the_day_before(first: date, length: int) -> None:
    asked = Days.of(first, first + timedelta(days=length))
    before, basis = periods.preceding(asked, ISO)
    assert before.start <= before.end == asked.start - 1
    assert before.length == asked.length or basis != "preceding_range"


@pytest.mark.parametrize(
    ("asked", "last_complete", "current", "base", "basis"),
    [
        # This month, quarter, year.
        ("2024-06-01..2024-06-30", "2024-06-15", "2024-06-01..2024-06-15", "2024-05-01..2024-05-15", "previous_month"),
        ("2024-06-01..2024-06-30", "2024-06-01", "2024-06-01", "2024-05-01", "previous_month"),
        (
            "2024-04-01..2024-06-30",
            "2024-06-15",
            "2024-04-01..2024-06-15",
            "2024-01-01..2024-03-16",
            "previous_quarter",
        ),
        ("2024-01-01..2024-12-31", "2024-06-15", "2024-01-01..2024-06-15", "2023-01-01..2023-06-16", "previous_year"),
        ("2023-01-01..2024-12-31", "2023-03-02", "2023-01-01..2023-03-02", "2021-01-01..2021-03-02", "previous_year"),
        # More days have passed than the unit before has.
        ("2024-03-01..2024-03-31", "2024-03-30", "2024-03-01..2024-03-29", "2024-02-01..2024-02-29", "previous_month"),
        ("2023-03-01..2023-03-31", "2023-03-30", "2023-03-01..2023-03-28", "2023-02-01..2023-02-28", "previous_month"),
        (
            "2023-07-01..2023-09-30",
            "2023-09-29",
            "2023-07-01..2023-09-29",
            "2023-04-01..2023-06-30",
            "previous_quarter",
        ),
        # Any other range, the running day its last one.
        ("2024-06-05..2024-06-20", "2024-06-15", "2024-06-05..2024-06-15", "2024-05-20..2024-05-30", "preceding_range"),
        ("2024-05-17..2024-06-16", "2024-06-15", "2024-05-17..2024-06-15", "2024-04-16..2024-05-15", "preceding_range"),
        # Over already: as they are.
        ("2024-05-01..2024-05-31", "2024-05-31", "2024-05-01..2024-05-31", "2024-04-01..2024-04-30", "previous_month"),
        ("2024-05-05..2024-05-06", "2024-06-15", "2024-05-05..2024-05-06", "2024-05-03..2024-05-04", "preceding_range"),
    ],
)
def test_what_has_elapsed_compares_with_as_much(
    asked: str, last_complete: str, current: str, base: str, basis: str
) -> None:
    found = compared(days(asked), 1, days(last_complete).start)
    assert found == (days(current), days(base), basis, days(asked).end > days(last_complete).end, False)


@pytest.mark.parametrize("asked", ["2024-06-16", "2024-06-16..2024-06-30", "2024-07-01..2024-07-31", "2030-01-01"])
def test_what_has_not_begun_compares_with_nothing(asked: str) -> None:
    found = compared(days(asked), 1, days("2024-06-15").start)
    assert (found.current.length, found.base.length, found.current_is_partial) == (0, 0, True)


def test_a_base_that_begins_before_the_data() -> None:
    last = days("2024-06-15").start
    for first, is_partial in (("2023-12-31", False), ("2024-01-01", False), ("2024-01-02", True), ("2024-03-05", True)):
        assert compared(days("2024-02-01..2024-02-29"), days(first).start, last).base_is_partial is is_partial


def _is_whole_months(asked: Days) -> bool:
    first, last = asked.dates
    return first.day == 1 and periods.is_month_end(last)


@given(DATES, st.integers(0, 900), st.integers(-40, 940), st.booleans())
def test_equally_many_days_on_both_sides(first: date, length: int, elapsed: int, whole: bool) -> None:
    """Unless both are whole calendar units; and all that has elapsed counts, up to the length of the base."""
    asked = Days.of(first, first + timedelta(days=length))
    if whole:
        last = asked.dates[1]
        asked = Days.of(first.replace(day=1), periods.add_months(last.replace(day=1), 1) - timedelta(days=1))
    last_complete = asked.start + elapsed
    before, basis = periods.preceding(asked, ISO)
    found = compared(asked, 1, last_complete)
    assert found.basis == basis
    if asked.end <= last_complete:
        assert found == (asked, before, basis, False, False)
    else:
        assert found.current_is_partial
        assert found.current.length == found.base.length == min(max(elapsed + 1, 0), before.length)
        assert (found.current.start, found.base.start) == (asked.start, before.start)
        assert found.current.length == 0 or found.current.end <= last_complete
    for side in (found.current, found.base):
        if side.length:
            month, month_before = periods.month_over_month(side, is_partial=found.current_is_partial)
            assert month_before.end < month.start
            assert side.start <= month.start <= month.end <= side.end
            if found.current_is_partial or not _is_whole_months(side):
                assert month.length == month_before.length


@pytest.mark.parametrize(
    ("asked", "month", "before"),
    [
        ("2024-01-01..2024-01-31", "2024-01-01..2024-01-31", "2023-12-01..2023-12-31"),
        ("2024-01-01..2024-12-31", "2024-12-01..2024-12-31", "2024-11-01..2024-11-30"),
        ("2024-01-10..2024-01-20", "2024-01-10..2024-01-20", "2023-12-10..2023-12-20"),
        ("2023-11-05..2024-01-20", "2024-01-01..2024-01-20", "2023-12-01..2023-12-20"),
        ("2024-02-01..2024-02-29", "2024-02-01..2024-02-29", "2024-01-01..2024-01-31"),
        ("2024-02-10..2024-02-29", "2024-02-10..2024-02-29", "2024-01-10..2024-01-29"),
        ("2024-01-15..2024-02-29", "2024-02-01..2024-02-29", "2024-01-01..2024-01-29"),
        # The month before lacks some of the days: as many up to its end.
        ("2024-03-15..2024-03-31", "2024-03-15..2024-03-31", "2024-02-13..2024-02-29"),
        ("2023-03-28..2023-03-31", "2023-03-28..2023-03-31", "2023-02-25..2023-02-28"),
        ("2024-03-29..2024-03-31", "2024-03-29..2024-03-31", "2024-02-27..2024-02-29"),
        ("2023-03-30..2023-03-31", "2023-03-30..2023-03-31", "2023-02-27..2023-02-28"),
        ("2024-05-31", "2024-05-31", "2024-04-30"),
        # More days than it has.
        ("2024-03-01..2024-03-30", "2024-03-01..2024-03-29", "2024-02-01..2024-02-29"),
        ("2023-03-02..2023-03-31", "2023-03-02..2023-03-29", "2023-02-01..2023-02-28"),
        ("2024-04-20..2024-05-31", "2024-05-01..2024-05-30", "2024-04-01..2024-04-30"),
    ],
)
def test_month_over_month(asked: str, month: str, before: str) -> None:
    assert periods.month_over_month(days(asked)) == (days(month), days(before))


def test_month_over_month_of_what_has_elapsed() -> None:
    asked = days("2023-01-01..2023-02-28")  # of the first quarter, or the year
    assert periods.month_over_month(asked, is_partial=True) == (
        days("2023-02-01..2023-02-28"),
        days("2023-01-01..2023-01-28"),
    )


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
