"""Weeks, months and quarters ahead are the sums of the days ahead."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import Granularity, forecast, forecast_sums
from bi_server.errors import InsufficientHistory

from .series import daily, noisy_sales


def rare_sales(days: int, seed: int) -> "pd.Series[float]":
    rng = np.random.default_rng(seed)
    return daily(rng.binomial(1, 0.3, days) * rng.lognormal(4, 0.8, days))


@pytest.mark.parametrize("days", [550, 731])
@pytest.mark.parametrize("make", [noisy_sales, rare_sales])
def test_all_granularities_tell_the_same(make: "Callable[[int, int], pd.Series[float]]", days: int) -> None:
    y = make(days, 3)
    ahead = forecast(y, 365)
    known = pd.concat([y, pd.Series({pd.Timestamp(p.date): p.value for p in ahead.points})])
    steps: tuple[tuple[Granularity, str, int], ...] = (("week", "7D", 40), ("month", "MS", 10), ("quarter", "QS", 3))
    for granularity, offset, count in steps:
        for point in forecast_sums(y, count, granularity=granularity).points:
            first, after = pd.date_range(point.date, periods=2, freq=offset)
            assert point.value == pytest.approx(float(known[first : after - pd.Timedelta(days=1)].sum()), rel=1e-6)
            for low, high in point.bounds:
                assert 0 <= low <= point.value <= high


def test_the_first_step_holds_the_days_it_already_has() -> None:
    y = noisy_sales(200, seed=1)  # a Monday to a Thursday
    point = forecast_sums(y, 1, granularity="week").points[0]
    assert point.date == y.index[-4].date()
    assert point.value == pytest.approx(y.iloc[-4:].sum() + sum(p.value for p in forecast(y, 3).points))
    assert point.bounds[1][0] > y.iloc[-4:].sum()


def test_missing_days_at_the_end_are_forecast_as_well() -> None:
    y = noisy_sales(200, seed=2)
    spoiled = y.copy()
    spoiled.iloc[-2:] = 0.0
    clean, other = (forecast_sums(series, 4, granularity="week") for series in (y, spoiled))
    assert [p.date for p in other.points] == [p.date for p in clean.points]
    assert [p.value for p in other.points] == pytest.approx([p.value for p in clean.points], rel=0.1)


def test_bounds_of_weeks_cover_what_they_promise() -> None:
    inside: dict[float, list[bool]] = {0.8: [], 0.95: []}
    for seed in range(60):
        y = noisy_sales(400 + 56, seed=seed)
        for i, point in enumerate(forecast_sums(y[:399], 8, granularity="week").points):
            came = y.iloc[399 + 7 * i : 406 + 7 * i].sum()
            for level, (low, high) in zip(inside, point.bounds, strict=True):
                inside[level].append(low <= came <= high)
    for level, hits in inside.items():
        assert np.mean(hits) == pytest.approx(level, abs=0.06)


def test_years_ahead_are_answered() -> None:
    answer = forecast_sums(noisy_sales(800, seed=4), 36, granularity="month")
    assert len(answer.points) == 36
    assert answer.points[-1].date == date(2028, 2, 1)
    assert all(np.isfinite([p.value, *np.ravel(p.bounds)]).all() for p in answer.points)


def test_too_few_whole_steps_are_refused_with_the_numbers() -> None:
    with pytest.raises(InsufficientHistory, match=r"6 whole months .* 5"):
        forecast_sums(noisy_sales(180, seed=5), 3, granularity="month")
