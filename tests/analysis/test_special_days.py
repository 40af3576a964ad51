"""Days singled out by a rule, against dates that a calendar on the wall shows."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.timeseries import special_days
from bi_server.analysis.timeseries.special_days import EASTER_ZERO

DAYS = pd.date_range("2022-01-05", "2025-12-20")
HOLIDAYS = {date(2024, 3, 29): "Good Friday", date(2024, 5, 1): "Labour Day"}


def dates(labels: np.ndarray, label: int, year: int) -> list[str]:
    return [str(day.date())[5:] for day in DAYS[labels == label] if day.year == year]


@pytest.mark.parametrize(
    ("family", "label", "year", "expected"),
    [
        ("from_thanksgiving", 5, 2024, ["11-29"]),
        ("from_thanksgiving", 8, 2023, ["11-27"]),
        ("from_easter", EASTER_ZERO, 2024, ["03-31"]),
        ("from_easter", EASTER_ZERO - 2, 2025, ["04-18"]),
        ("nth_weekday", 526, 2024, ["05-12"]),  # Mother's Day: second Sunday of May
        ("last_weekday", 500, 2024, ["05-27"]),  # Memorial Day: last Monday of May
        ("date", 1224, 2023, ["12-24"]),
    ],
)
def test_yearly_days(family: str, label: int, year: int, expected: list[str]) -> None:
    assert dates(special_days.yearly(DAYS)[family], label, year) == expected


def test_the_last_business_day_skips_weekends_and_holidays() -> None:
    last = special_days.monthly(DAYS, HOLIDAYS)["business_day_from_end"]
    assert dates(last, 1, 2024)[:6] == ["01-31", "02-29", "03-28", "04-30", "05-31", "06-28"]


def test_the_first_business_day_of_a_month_that_the_range_cuts() -> None:
    first = special_days.monthly(DAYS, HOLIDAYS)["business_day_from_start"]
    assert dates(first, 3, 2022)[0] == "01-05"
    assert dates(first, 1, 2024)[4] == "05-02"  # Labour Day is none


def test_bridges_join_a_holiday_and_a_weekend() -> None:
    ascension = {date(2023, 5, 18): "Ascension", date(2024, 5, 9): "Ascension"}
    labour = {date(2024, 5, 1): "Labour Day", date(2025, 5, 1): "Labour Day", date(2029, 5, 1): "Labour Day"}
    assert special_days.bridge_days(ascension | labour) == {
        date(2023, 5, 19): "Bridge day of Ascension",
        date(2024, 5, 10): "Bridge day of Ascension",
        date(2025, 5, 2): "Bridge day",
        date(2029, 4, 30): "Bridge day",
    }


def test_what_is_due_on_a_weekend_falls_before_or_after_it() -> None:
    families = special_days.due_days(DAYS, {})
    assert dates(families["until_15"], 1, 2024)[4:7] == ["05-15", "06-14", "07-15"]
    assert dates(families["from_15"], 1, 2024)[4:7] == ["05-15", "06-17", "07-15"]


def test_days_of_quarters_and_weekdays_of_months() -> None:
    assert dates(special_days.quarterly(DAYS, HOLIDAYS)["quarter_from_end"], 1, 2024)[:3] == ["03-28", "06-28", "09-30"]
    families = special_days.weekdays_of_month(DAYS)
    assert dates(families["nth_weekday_of_month"], 21, 2024)[5] == "06-11"  # the second Tuesday
    assert dates(families["last_weekday_of_month"], 5, 2024)[10] == "11-29"  # the last Friday
