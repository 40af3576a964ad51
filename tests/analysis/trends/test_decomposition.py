"""The decomposition of a series and the test of its groups, beside those of statsmodels and scipy."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from statsmodels.tsa.seasonal import STL

from bi_server.analysis.trends import seasonality
from bi_server.analysis.trends.daily import calm, daily, weekly_pattern
from bi_server.analysis.trends.decomposition import WIDE, decomposed

from .simulate import shop

PERIOD = 7


def peer(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[object, object]:
    cycles = max(1, len(values) // PERIOD)
    found = STL(values, period=PERIOD, seasonal=WIDE, seasonal_deg=0, seasonal_jump=cycles).fit()
    return found.seasonal, found.resid


# All remainders of a week, and lengths where a window's places lie too near to each other for a slope.
@pytest.mark.parametrize("length", [*range(28, 36), 365, 731, 1400, *range(2500, 3600, 100), 9000])
@pytest.mark.parametrize("growth", [0.0, 0.05])
def test_it_is_the_decomposition_of_statsmodels(length: int, growth: float) -> None:
    rng = np.random.default_rng(length)
    week = np.resize(rng.standard_normal(PERIOD), length)
    values = 100 + 3 * week + growth * np.arange(length) + np.cumsum(rng.standard_normal(length))
    season, remainder = decomposed(values, PERIOD)
    expected_season, expected_remainder = peer(values)
    assert season == pytest.approx(expected_season, abs=1e-10)
    assert remainder == pytest.approx(expected_remainder, abs=1e-10)


@pytest.mark.parametrize("noise", [0.05, 2.0])
@pytest.mark.parametrize("length", [28, 200, 733])
def test_the_chance_of_a_week_is_that_of_kruskal_and_wallis(noise: float, length: int) -> None:
    series = shop(length, np.random.default_rng(length), noise=noise).clip(lower=1.0)
    known = daily(series)
    season, remainder = peer(np.log(calm(known, weekly_pattern(known))))
    detrended = np.asarray(season) + np.asarray(remainder)
    weekday = pd.DatetimeIndex(series.index).day_of_week
    expected = stats.kruskal(*(detrended[weekday == day] for day in range(PERIOD))).pvalue
    assert seasonality(series).weekly.p_value == pytest.approx(float(expected), rel=1e-9)
