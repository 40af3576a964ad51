"""Ranges in words against tables of known answers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bi_server.analysis.date_words import resolve, same_days_before
from bi_server.analysis.periods import Days
from bi_server.errors import InvalidInput
from bi_server.semantic.calendar import ISO, Calendar

FIRST = date(2022, 12, 1)


def days(text: str) -> Days:
    first, _, last = text.partition("..")
    return Days.of(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("word", "now", "found"),
    [
        ("today", "2024-06-15", "2024-06-15"),
        ("yesterday", "2024-03-01", "2024-02-29"),
        ("wtd", "2024-06-15", "2024-06-10..2024-06-15"),  # a Saturday
        ("mtd", "2024-06-15", "2024-06-01..2024-06-15"),
        ("MTD ", "2024-06-30", "2024-06-01..2024-06-30"),
        ("qtd", "2024-06-15", "2024-04-01..2024-06-15"),
        ("ytd", "2024-06-15", "2024-01-01..2024-06-15"),
        ("last_week", "2024-06-15", "2024-06-03..2024-06-09"),
        ("last_month", "2024-03-31", "2024-02-01..2024-02-29"),
        ("last_quarter", "2024-02-10", "2023-10-01..2023-12-31"),
        ("last_year", "2024-02-10", "2023-01-01..2023-12-31"),
        ("last_7_days", "2024-06-15", "2024-06-09..2024-06-15"),
        ("last_30_days", "2024-03-01", "2024-02-01..2024-03-01"),
        ("last_2_weeks", "2024-06-15", "2024-05-27..2024-06-09"),
        ("last_3_months", "2024-06-15", "2024-03-01..2024-05-31"),
        ("last_4_quarters", "2024-06-15", "2023-04-01..2024-03-31"),
        ("last_2_years", "2024-06-15", "2022-01-01..2023-12-31"),
        ("all", "2024-06-15", "2022-12-01..2024-06-15"),
        ("all", "2043-06-15", "2033-06-16..2043-06-15"),  # at most ten years
    ],
)
def test_words(word: str, now: str, found: str) -> None:
    assert resolve(word, FIRST.toordinal(), days(now).start, ISO).days == days(found)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("wtd", "2024-06-09..2024-06-15"),
        ("ytd", "2024-04-01..2024-06-15"),
        ("last_week", "2024-06-02..2024-06-08"),
        ("last_quarter", "2024-01-01..2024-03-31"),
        ("last_year", "2023-04-01..2024-03-31"),
    ],
)
def test_words_follow_the_calendar_of_the_business(word: str, found: str) -> None:
    calendar = Calendar(week_starts=6, fiscal_year_starts=4)
    assert resolve(word, FIRST.toordinal(), days("2024-06-15").start, calendar).days == days(found)


@pytest.mark.parametrize(
    "word", ["", "last_days", "last_30_day", "last_0_days", "last_9999_years", "next_week", "mtd2", "-30d"]
)
def test_other_words_are_refused_with_the_list(word: str) -> None:
    with pytest.raises(InvalidInput, match=r"range: .*(?:last_30_days|shorter range)"):
        resolve(word, FIRST.toordinal(), days("2024-06-15").start, ISO)


@pytest.mark.parametrize(
    ("word", "now", "before"),
    [
        ("mtd", "2024-06-15", "2024-05-01..2024-05-15"),
        ("mtd", "2024-03-31", "2024-02-01..2024-02-29"),  # all of a shorter month
        ("wtd", "2024-06-15", "2024-06-03..2024-06-08"),
        ("qtd", "2024-06-15", "2024-01-01..2024-03-16"),
        ("ytd", "2024-06-15", "2023-01-01..2023-06-16"),
    ],
)
def test_ranges_to_date_compare_with_as_much_of_the_unit_before(word: str, now: str, before: str) -> None:
    assert same_days_before(resolve(word, FIRST.toordinal(), days(now).start, ISO), ISO) == days(before)


@given(st.sampled_from(["wtd", "mtd", "qtd", "ytd"]), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_the_unit_before_ends_before_the_one_that_goes_on(word: str, now: date) -> None:
    words = resolve(word, FIRST.toordinal(), now.toordinal(), ISO)
    before = same_days_before(words, ISO)
    assert before.start <= before.end < words.days.start <= words.days.end == now.toordinal()
    assert before.length <= words.days.length
