"""A level that falls as it did the year before is a season; the first one seen is reported cautiously."""

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import Anomaly, detect_anomalies

from .simulate import sales

START = pd.Timestamp("2022-07-04")


def after_christmas(years: tuple[int, ...], factor: float, days: int = 1000) -> pd.Series:
    """Sales that end a Christmas trade, begun slowly in October, on 2 January of the given years."""
    y = sales(days, seed=2, noise=0.05, start=str(START.date()))
    for year in years:
        first, last = pd.Timestamp(year - 1, 10, 1), pd.Timestamp(year, 1, 1)
        trade = slice((first - START).days, (last - START).days + 1)
        y.iloc[trade] *= np.linspace(1, 1 / factor, y.iloc[trade].size)
    return y


def shifts(y: pd.Series) -> list[Anomaly]:
    """Changes for good; the slow rise before Christmas may count as such too and is not what is asked about."""
    found = [a for a in detect_anomalies(y).anomalies if a.kind == "level_shift"]
    return [a for a in found if not (a.direction == "up" and a.start.month >= 10)]


def test_a_drop_that_comes_every_january_is_a_season() -> None:
    assert shifts(after_christmas((2023, 2024, 2025), 0.65)) == []


def test_the_first_january_seen_is_of_low_severity() -> None:
    found = shifts(after_christmas((2023,), 0.65, days=400))
    assert [(a.direction, a.severity) for a in found] == [("down", "low")]


@pytest.mark.parametrize("days", [545, 550, 555, 560])
def test_a_year_that_ends_in_these_weeks_tells_no_season(days: int) -> None:
    # 2 January 2023 is day 182, its next return day 547: hardly any January is there to compare with.
    found = shifts(after_christmas((2023,), 0.65, days=days))
    assert [(a.direction, a.severity) for a in found] == [("down", "low")]


def test_a_january_unlike_the_one_before_is_a_new_level() -> None:
    found = shifts(after_christmas((2024,), 0.65))
    assert [a.severity == "low" for a in found] == [False]
    assert abs((pd.Timestamp(found[0].start) - pd.Timestamp("2024-01-02")).days) <= 1


@pytest.mark.parametrize("factor", [0.7, 1.4])
def test_a_change_at_another_time_is_as_grave_as_it_is(factor: float) -> None:
    y = sales(400, seed=2, noise=0.05)
    y.iloc[200:] *= factor
    assert [a.severity == "low" for a in shifts(y)] == [False]


@pytest.mark.parametrize("first_day", ["2022-12-01", "2022-12-06"])
def test_a_december_is_no_new_level_where_the_data_begin_in_one(first_day: str) -> None:
    for seed in range(5):
        y = sales(730, seed, noise=0.1, start=first_day)
        y[pd.DatetimeIndex(y.index).month == 12] *= 2.5
        assert [a for a in detect_anomalies(y).anomalies if a.kind == "level_shift"] == []


def test_a_rise_that_is_still_there_is_told_where_the_data_begin_as_high() -> None:
    y = sales(730, 1, noise=0.06, start="2023-05-01")
    y.iloc[30:365] *= 0.6  # another year is known from its first month only
    assert [a.start for a in detect_anomalies(y).anomalies if a.direction == "up"] == [y.index[365].date()]
