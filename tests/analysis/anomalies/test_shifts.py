"""New levels of known size and day: found on the day, also in a seasonal business; what only looks like one is not."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import detect_anomalies

from .simulate import sales

SEEDS = range(20)
FIRST = 250
LASTING = 500  # days: to the end of the series


def shift_starts(y: pd.Series) -> list[date]:
    return [a.start for a in detect_anomalies(y).anomalies if a.kind == "level_shift"]


def found(factor: float, days: int, yearly: float = 0.0) -> int:
    """In how many of 20 series with 6 % noise is the shift reported within three days of its first day?"""
    hits = 0
    for seed in SEEDS:
        y = sales(500, seed, yearly=yearly)
        first = FIRST + 5 * seed  # another part of the season each time
        y.iloc[first : first + days] *= factor
        hits += any(abs((pd.Timestamp(start) - y.index[first]).days) <= 3 for start in shift_starts(y))
    return hits


@pytest.mark.parametrize("factor", [0.85, 1.18])
@pytest.mark.parametrize("days", [28, LASTING])
def test_a_shift_of_three_times_the_noise_is_found(factor: float, days: int) -> None:
    assert found(factor, days) >= 19


@pytest.mark.parametrize("factor", [0.8, 1.2])
@pytest.mark.parametrize("days", [28, LASTING])
def test_the_slope_of_a_season_does_not_hide_a_shift(factor: float, days: int) -> None:
    assert found(factor, days, yearly=0.3) >= 18


@pytest.mark.parametrize("growth", [-0.3, 0.0, 0.8])
def test_seasons_and_growth_alone_are_hardly_ever_shifts(growth: float) -> None:
    starts = [shift_starts(sales(730, seed, yearly=0.3, growth=growth)) for seed in SEEDS]
    assert sum(map(len, starts)) <= 4  # in 40 years


def test_a_few_better_days_are_no_new_level() -> None:
    for seed in SEEDS:
        y = sales(400, seed)
        y.iloc[FIRST:] *= 1 + 0.3 * np.exp(-np.arange(400 - FIRST) / 4)
        assert shift_starts(y) == []


def test_a_step_between_constant_days_is_one_shift_from_level_to_level() -> None:
    y = pd.Series([220.0] * 90 + [300.0] * 31, index=pd.date_range("2024-02-01", periods=121))
    (found,) = detect_anomalies(y).anomalies
    assert (found.kind, found.start) == ("level_shift", date(2024, 5, 1))
    assert float(found.facts["level_before"]) == pytest.approx(220)
    assert float(found.facts["level_after"]) == pytest.approx(300)
    assert found.facts["holds"] == 1


def test_a_segment_that_stops_is_one_shift() -> None:
    y = sales(700, 3, noise=0.04)
    y.iloc[600:] = 0.0
    assert shift_starts(y) == [y.index[600].date()]


def test_a_level_that_went_back_says_until_when() -> None:
    y = sales(500, 2)
    y.iloc[200:260] *= 1.4
    found = next(a for a in detect_anomalies(y).anomalies if a.kind == "level_shift")
    assert abs((pd.Timestamp(str(found.facts["lasts_until"])) - y.index[259]).days) <= 3
    assert found.facts["holds"] == 0


def test_a_closed_fortnight_is_no_new_level() -> None:
    y = sales(400, 5)
    y.iloc[200:214] *= 0.02
    assert shift_starts(y) == []


@pytest.mark.parametrize("factor", [0.3, 0.5, 0.65, 0.9, 1.1, 1.5, 2.0])
@pytest.mark.parametrize(("before", "after"), [(60, 20), (60, 90), (100, 40), (100, 90), (300, 90)])
def test_without_noise_a_step_is_one_shift_and_nothing_else(factor: float, before: int, after: int) -> None:
    y = pd.Series(
        [5000.0] * before + [5000 * factor] * after, index=pd.date_range("2024-02-01", periods=before + after)
    )
    assert [(a.kind, a.start) for a in detect_anomalies(y).anomalies] == [("level_shift", y.index[before].date())]
