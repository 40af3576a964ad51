"""What holds of any series."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.forecasting import Forecast, Granularity, forecast

from .series import Floats, daily, noisy_sales


def numbers(answer: Forecast) -> Floats:
    """(horizon, 5): value, then lower and upper bounds."""
    return np.array([[p.value, *np.ravel(p.bounds)] for p in answer.points])


histories = st.lists(st.one_of(st.just(0.0), st.floats(0, 1e6), st.floats(-1e3, 1e3)), min_size=14, max_size=120).map(
    daily
)
sales = st.builds(noisy_sales, st.integers(20, 500), st.integers(0, 10_000))
quick = settings(max_examples=15, deadline=None, derandomize=True)


@quick
@given(histories, st.integers(1, 60))
def test_answers_are_finite_nested_and_keep_the_floor(y: "pd.Series[float]", horizon: int) -> None:
    found = numbers(forecast(y, horizon))
    value, low80, high80, low95, high95 = found.T
    assert found.shape == (horizon, 5)
    assert np.isfinite(found).all()
    slack = 1e-9 * (1 + np.abs(found).max())
    assert (low95 <= low80 + slack).all()
    assert (low80 <= value + slack).all()
    assert (value <= high80 + slack).all()
    assert (high80 <= high95 + slack).all()
    if y.min() >= 0:
        assert (found >= 0).all()


@quick
@given(sales, st.floats(1e-6, 1e9))
def test_another_currency_changes_nothing_else(y: "pd.Series[float]", factor: float) -> None:
    assert numbers(forecast(y * factor, 20)) == pytest.approx(factor * numbers(forecast(y, 20)), rel=1e-6)


@quick
@given(sales, st.integers(1, 200))
def test_the_same_history_whole_weeks_later_gives_the_same(y: "pd.Series[float]", weeks: int) -> None:
    later = pd.Series(y.to_numpy(), index=pd.DatetimeIndex(y.index).shift(7 * weeks, freq="D"))
    assert (numbers(forecast(later, 20)) == numbers(forecast(y, 20))).all()


@quick
@given(sales, st.integers(1, 30))
def test_a_shorter_horizon_is_the_beginning_of_a_longer_one(y: "pd.Series[float]", horizon: int) -> None:
    assert numbers(forecast(y, horizon)) == pytest.approx(numbers(forecast(y, 30))[:horizon])


@quick
@given(sales)
def test_bounds_of_a_weekday_never_narrow(y: "pd.Series[float]") -> None:
    low, high = numbers(forecast(y, 60, levels=(0.8,)))[:, 1:].T
    above = high - numbers(forecast(y, 60))[:, 0]
    assert (above[7:] >= above[:-7] * (1 - 1e-9)).all()
    assert (high >= low).all()


def test_same_input_same_output() -> None:
    y = noisy_sales(300, seed=11)
    assert forecast(y, 30) == forecast(y.copy(), 30)


@pytest.mark.parametrize(
    ("granularity", "freq"), [("week", "W-MON"), ("month", "MS"), ("quarter", "QS"), ("year", "YS")]
)
@pytest.mark.parametrize("buckets", [8, 20, 60])
def test_coarser_buckets_follow_on(granularity: Granularity, freq: str, buckets: int) -> None:
    index = pd.date_range("1990-01-01", periods=buckets + 5, freq=freq)
    rng = np.random.default_rng(buckets)
    y = pd.Series(rng.gamma(20, 10, buckets), index=index[:buckets])
    answer = forecast(y, 5, granularity=granularity)
    assert [p.date for p in answer.points] == list(index[buckets:].date)
    assert np.array([p.value for p in answer.points]) == pytest.approx(np.full(5, 200), rel=0.6)


@pytest.mark.parametrize("days", [14, 30, 400, 3650])
def test_a_year_ahead_is_answered_from_any_history(days: int) -> None:
    found = numbers(forecast(noisy_sales(days, seed=days), 365))
    assert found.shape == (365, 5)
    assert np.isfinite(found).all()
