"""A point is the mean: sums of coming days are right where days themselves can hardly be foreseen."""

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import forecast

from .series import Floats, daily


def shop(rate: float, sigma: float, seed: int, *, single: bool, days: int = 700) -> "pd.Series[float]":
    """Poisson numbers of orders (or one at most) of lognormal value with mean 100."""
    rng = np.random.default_rng(seed)
    orders = rng.binomial(1, rate, days) if single else rng.poisson(rate, days)
    values = [rng.lognormal(np.log(100) - sigma**2 / 2, sigma, n).sum() for n in orders]
    return daily(np.array(values))


def ratios(rate: float, sigma: float, *, single: bool) -> Floats:
    sums = [sum(p.value for p in forecast(shop(rate, sigma, seed, single=single), 30).points) for seed in range(16)]
    return np.array(sums) / (30 * 100 * rate)


@pytest.mark.parametrize(
    ("rate", "sigma", "single"),
    [
        (0.15, 0.5, True),
        (0.3, 0.8, True),
        (0.5, 1.0, True),
        (0.9, 0.5, True),
        (1.0, 1.0, False),
        (4.0, 1.2, False),
    ],
)
def test_the_sum_of_a_month_is_its_mean(rate: float, sigma: float, single: bool) -> None:
    found = ratios(rate, sigma, single=single)
    assert found.mean() == pytest.approx(1, abs=0.1)
    assert (np.abs(found - 1) < 0.15).mean() >= 0.6
    assert np.median(np.abs(found - 1)) < 0.14


@pytest.mark.parametrize(("before", "after"), [(0.8, 0.32), (0.3, 0.75)])
def test_means_of_rare_sales_begin_where_these_changed(before: float, after: float) -> None:
    found = []
    for seed in range(12):
        rng = np.random.default_rng(seed)
        orders = rng.poisson(np.where(np.arange(730) < 600, before, after))
        y = daily(np.array([rng.lognormal(4.5, 0.5, n).sum() for n in orders]))
        found.append(sum(p.value for p in forecast(y, 30).points) / (30 * after * np.exp(4.5 + 0.5**2 / 2)))
    assert np.median(found) == pytest.approx(1, abs=0.15)
    assert (np.abs(np.array(found) - 1) < 0.6).mean() > 0.8


def test_few_large_orders_of_half_a_year_are_foreseen() -> None:
    found = []
    for seed in range(12):
        rng = np.random.default_rng(100 + seed)
        orders = rng.poisson(np.resize([5, 5, 5, 5, 4, 0, 0], 154))
        y = daily(np.array([rng.lognormal(4, 1.2, n).sum() for n in orders]))
        mean = np.exp(4 + 1.2**2 / 2) * 24 * 30 / 7
        found.append(sum(p.value for p in forecast(y, 30).points) / mean)
    assert np.mean(found) == pytest.approx(1, abs=0.12)


def test_a_quiet_weekday_is_not_closed() -> None:
    # Nine Sundays without a sale happen to half of such shops.
    rng = np.random.default_rng(1)
    y = daily(50.0 * rng.poisson(np.resize([6, 6, 6, 6, 8, 9, 0.08], 700)).astype(np.float64))
    y.iloc[-63:] *= pd.DatetimeIndex(y.index[-63:]).day_of_week != 6
    sundays = [p.value for p in forecast(y, 28).points if p.date.weekday() == 6]
    assert all(0 < value < 50 for value in sundays)


def test_a_weekday_that_closed_is_closed() -> None:
    rng = np.random.default_rng(2)
    y = daily(50.0 * rng.poisson(6, 700).astype(np.float64))
    y.iloc[-70:] *= pd.DatetimeIndex(y.index[-70:]).day_of_week != 6
    assert [p.value for p in forecast(y, 28).points if p.date.weekday() == 6] == [0, 0, 0, 0]
